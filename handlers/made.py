"""Files that are made when they are sent: a reply holds what to make, never bytes.

The reference is `make:<what>:<about>:<language>`; whose it is, is told by the chat that it is sent to. One of a report
ends with whose figures it shows, `:<circle>` or `:all`; whether that chat may have them is looked at again.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from handlers.ticket import Media, MediaKind
from knowledge.catalogue import LANGUAGES, Language

_MAKE = "make:"
#: In a report's reference: of all circles.
ALL = "all"


class Made(StrEnum):
    """What can be made: of a person the progress card (a picture) and the dates for a calendar (a file); a circle's
    poster, as a picture and as a sheet to print; for the staff a report's pictures and tables, who needs a call, the
    questions that were not answered, the problem rows of the import that they began.
    """

    CARD = "card"
    ICS = "ics"
    POSTER = "poster"
    SHEET = "sheet"
    PROBLEMS = "problems"
    REPORT = "report"
    PARTS = "parts"
    XLSX = "xlsx"
    CSV = "csv"
    CALLS = "calls"
    QUESTIONS = "questions"


_FILES = {
    Made.CARD: (MediaKind.PHOTO, "png"),
    Made.ICS: (MediaKind.DOCUMENT, "ics"),
    Made.POSTER: (MediaKind.PHOTO, "png"),
    Made.SHEET: (MediaKind.DOCUMENT, "pdf"),
    Made.PROBLEMS: (MediaKind.DOCUMENT, "csv"),
    Made.REPORT: (MediaKind.PHOTO, "png"),
    Made.PARTS: (MediaKind.PHOTO, "png"),
    Made.XLSX: (MediaKind.DOCUMENT, "xlsx"),
    Made.CSV: (MediaKind.DOCUMENT, "csv"),
    Made.CALLS: (MediaKind.DOCUMENT, "xlsx"),
    Made.QUESTIONS: (MediaKind.DOCUMENT, "xlsx"),
}
_REPORTS = frozenset({Made.REPORT, Made.PARTS, Made.XLSX, Made.CSV, Made.CALLS, Made.QUESTIONS})


class Wanted(Struct, frozen=True):
    """One file to make; `about`: the id of the training year, or of the poster's circle. `of`: whose figures a report
    shows, a circle or `ALL`; "" for all else.
    """

    what: Made
    about: str
    language: Language
    of: str = ""

    @property
    def is_report(self) -> bool:
        return bool(self.of)

    @property
    def circle(self) -> str | None:
        """Whose figures a report shows; None: of all circles."""
        return None if self.of == ALL else self.of


def media_of(wanted: Wanted, name: str = "") -> Media:
    """The attachment of a reply that brings the file; `name` is the file's, without what it ends in."""
    kind, ending = _FILES[wanted.what]
    parts = [wanted.what.value, wanted.about, wanted.language, *((wanted.of,) if wanted.of else ())]
    is_of_circle = wanted.what in (Made.POSTER, Made.SHEET)
    plain = f"igot-{wanted.about}{f'-{wanted.language}' if is_of_circle else ''}"
    if wanted.what is Made.PROBLEMS:
        plain = wanted.what.value
    return Media(kind, _MAKE + ":".join(parts), f"{name or plain}.{ending}")


def is_made(ref: str) -> bool:
    """Whether the attachment is made at sending."""
    return ref.startswith(_MAKE)


def wanted_of(ref: str) -> Wanted | None:
    """Read a reference; None where it asks for something that is not made (any more)."""
    what, about, language, of = (*ref.removeprefix(_MAKE).split(":"), "", "", "")[:4]
    known = next((one for one in LANGUAGES if one == language), None)
    if not is_made(ref) or known is None or what not in tuple(Made):
        return None
    made = Made(what)
    return Wanted(made, about, known, of) if bool(of) is (made in _REPORTS) else None
