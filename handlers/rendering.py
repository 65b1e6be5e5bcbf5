"""A reply as text and labelled buttons, in its language; how a channel draws them is the channel's."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from handlers.actions import pack
from handlers.messages import Line, Reply
from handlers.ticket import Media
from knowledge.catalogue import Language
from knowledge.texts import Texts

_BOLD = re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*")

#: Fluent refuses longer values (over 2500 characters): somebody's words are put in afterwards.
_LONGEST = 2000


class Rendered(Struct, frozen=True):
    """`text` marks bold as *bold*; `choices` are (label, packed action).

    `media` is sent with the text as its caption; `popup` is the tap that the text answers, to the tapper alone.
    `keyboard` as in `Reply`; `share` is the label of the button that passes on the person's number.
    """

    language: Language
    text: str
    choices: tuple[tuple[str, str], ...]
    clears: bool
    media: Media | None = None
    popup: str = ""
    keyboard: str = ""
    share: str = ""


def render(texts: Texts, reply: Reply) -> Rendered:
    """Paragraphs joined; a paragraph of several lines, and the source line, stand apart by an empty line."""
    parts: list[str] = []
    for index, line in enumerate(reply.lines):
        text = _text(texts, reply.language, line)
        if index and not _is_item(text):
            parts.append("")
        parts.append(text)
    choices = tuple(
        (_text(texts, reply.language, choice.label), pack(reply.action_of(choice))) for choice in reply.choices
    )
    share = texts.render(reply.language, "button-share-number") if reply.keyboard == "contact" else ""
    return Rendered(
        reply.language, "\n".join(parts), choices, reply.clears, reply.media, reply.popup, reply.keyboard, share
    )


def pieces(text: str) -> list[tuple[str, bool]]:
    """Split a rendered text into (piece, is it bold); the marks are gone, nothing is empty."""
    return [(piece, place % 2 == 1) for place, piece in enumerate(_BOLD.split(text)) if piece]


@lru_cache(maxsize=8192)
def _text(texts: Texts, language: Language, line: Line) -> str:
    """A paragraph or label; the same ones are written again and again."""
    long = {name: value for name, value in line.params if isinstance(value, str) and len(value) > _LONGEST}
    if not long:
        return texts.render(language, line.key, dict(line.params)).strip()
    marks = {name: f"\ufdd0{place}\ufdd1" for place, name in enumerate(long)}
    text = texts.render(language, line.key, dict(line.params) | marks)
    for name, mark in marks.items():
        text = text.replace(mark, long[name])
    return text.strip()


def _is_item(text: str) -> bool:
    """One item of a list: it follows its neighbour without a gap."""
    return "\n" not in text and (text.startswith("• ") or (text[:1].isdigit() and text[1:3] == ". "))
