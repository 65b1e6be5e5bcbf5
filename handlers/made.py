"""Files that are made when they are sent: a reply holds what to make, never bytes.

The reference is `make:<what>:<about>:<language>`; whose it is, is told by the chat that it is sent to.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handlers.ticket import Media, MediaKind
from knowledge.catalogue import LANGUAGES, Language

_MAKE = "make:"


class Made(StrEnum):
    """What can be made: the progress card (a picture), the dates for a calendar (a file); the poster of a circle, as a
    picture and as a sheet to print; the problem rows of the import that a member of the staff began.
    """

    CARD = "card"
    ICS = "ics"
    POSTER = "poster"
    SHEET = "sheet"
    PROBLEMS = "problems"


_FILES = {
    Made.CARD: (MediaKind.PHOTO, "png"),
    Made.ICS: (MediaKind.DOCUMENT, "ics"),
    Made.POSTER: (MediaKind.PHOTO, "png"),
    Made.SHEET: (MediaKind.DOCUMENT, "pdf"),
    Made.PROBLEMS: (MediaKind.DOCUMENT, "csv"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file to make; `about`: the id of the training year, or of the poster's circle."""

    what: Made
    about: str
    language: Language


def media_of(wanted: Wanted) -> Media:
    """The attachment of a reply that brings the file."""
    kind, ending = _FILES[wanted.what]
    is_of_circle = wanted.what in (Made.POSTER, Made.SHEET)
    name = f"igot-{wanted.about}{f'-{wanted.language}' if is_of_circle else ''}.{ending}"
    if wanted.what is Made.PROBLEMS:
        name = f"{wanted.what.value}.{ending}"
    return Media(kind, f"{_MAKE}{wanted.what.value}:{wanted.about}:{wanted.language}", name)


def is_made(ref: str) -> bool:
    """Whether the attachment is made at sending."""
    return ref.startswith(_MAKE)


def wanted_of(ref: str) -> Wanted | None:
    """Read a reference; None where it asks for something that is not made (any more)."""
    parts = ref.removeprefix(_MAKE).split(":")
    if not is_made(ref) or len(parts) != 3:
        return None
    what, about, language = parts
    known = next((one for one in LANGUAGES if one == language), None)
    return Wanted(Made(what), about, known) if known and what in tuple(Made) else None
