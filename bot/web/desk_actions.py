"""What a helper does at the page, as the thing that the desk's core decides on: a tap, words, an attachment."""

from __future__ import annotations

import re
from typing import Any

from bot.channels.base import ParseError, storable
from bot.channels.web import MOST_CHARACTERS
from bot.web.gate import object_of
from handlers.actions import Action, Verb, pack
from handlers.messages import Inbound, Kind
from handlers.ticket import Media
from knowledge.catalogue import Catalogue

#: Begins a note, in every place where staff writes.
_NOTE = "//"
#: Hands over to the central desk.
CENTRAL = "central"
#: A number beyond this is no row's.
_MOST_ID = 2**63
_TAPS = ("claim", "close", "unmask")
_ID = re.compile(r"[0-9A-Za-z-]{8,64}")


def inbound_of(action: str, ticket: int, body: bytes, catalogue: Catalogue) -> Inbound:
    """Read a posted action.

    Raises:
        ParseError: it is none, or names what there is not.
    """
    values = _values(body)
    if action in _TAPS:
        return _tap(f"{action}.{ticket}")
    if action == "to":
        place = values.get("place")
        if place != CENTRAL and place not in catalogue.places:
            raise ParseError("no such circle")
        return _tap(f"to.{ticket}.{place}")
    if action == "say":
        canned = values.get("canned")
        if canned not in catalogue.desk.canned:
            raise ParseError("no such answer")
        return _tap(f"say.{ticket}.{canned}")
    if action in ("reply", "note"):
        text = _text(values.get("text"))
        words = f"{_NOTE} {text}" if action == "note" else text
        return Inbound(Kind.TEXT, words, message=message_id(values.get("id")))
    if action == "edit":
        return Inbound(Kind.EDITED, _text(values.get("text")))
    raise ParseError("no such action")


def edited_entry(body: bytes) -> int:
    """The id of the entry that an edit changes; 0 where it names none."""
    entry = _values(body).get("entry")
    return entry if isinstance(entry, int) and 0 < entry < _MOST_ID else 0


def attachment(media: Media, caption: str, id_: str) -> Inbound:
    """An attachment as a channel gives it."""
    return Inbound(
        Kind.UNSUPPORTED,
        media.kind.value,
        message=id_,
        media=media,
        caption=storable(caption).strip()[:MOST_CHARACTERS],
    )


def message_id(given: object) -> str:
    """The page's own name of a message: what arrives twice is done once.

    Raises:
        ParseError: it is none.
    """
    if not isinstance(given, str) or not _ID.fullmatch(given):
        raise ParseError("id must be a unique name of the message")
    return given


def _tap(argument: str) -> Inbound:
    return Inbound(Kind.TAP, pack(Action(0, Verb.DESK, argument)))


def _text(given: object) -> str:
    text = storable(given).strip() if isinstance(given, str) else ""
    if not 0 < len(text) <= MOST_CHARACTERS:
        raise ParseError(f"text must have 1 to {MOST_CHARACTERS} characters")
    return text


def _values(body: bytes) -> dict[str, Any]:
    values = object_of(body)
    if values is None:
        raise ParseError("not JSON")
    return values
