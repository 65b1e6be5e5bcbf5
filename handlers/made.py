"""Files that are made when they are sent: a reply holds what to make, never bytes.

The reference is `make:<what>:<training year>:<language>`; whose it is, is told by the chat that it is sent to.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handlers.ticket import Media, MediaKind
from knowledge.catalogue import LANGUAGES, Language

_MAKE = "make:"


class Made(StrEnum):
    """What can be made: the progress card (a picture), the dates for a calendar, the problem rows of an import (files).

    Problem rows name the member who imports in place of the year.
    """

    CARD = "card"
    ICS = "ics"
    PROBLEMS = "problems"


_FILES = {Made.CARD: (MediaKind.PHOTO, "png"), Made.ICS: (MediaKind.DOCUMENT, "ics"),
          Made.PROBLEMS: (MediaKind.DOCUMENT, "csv")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file to make, for the training year with this id."""

    what: Made
    year: str
    language: Language


def media_of(wanted: Wanted) -> Media:
    """The attachment of a reply that brings the file."""
    kind, ending = _FILES[wanted.what]
    name = f"{wanted.what.value}.{ending}" if wanted.what is Made.PROBLEMS else f"igot-{wanted.year}.{ending}"
    return Media(kind, f"{_MAKE}{wanted.what.value}:{wanted.year}:{wanted.language}", name)


def is_made(ref: str) -> bool:
    """Whether the attachment is made at sending."""
    return ref.startswith(_MAKE)


def wanted_of(ref: str) -> Wanted | None:
    """Read a reference; None where it asks for something that is not made (any more)."""
    parts = ref.removeprefix(_MAKE).split(":")
    if not is_made(ref) or len(parts) != 3:
        return None
    what, year, language = parts
    known = next((one for one in LANGUAGES if one == language), None)
    return Wanted(Made(what), year, known) if known and what in tuple(Made) else None
