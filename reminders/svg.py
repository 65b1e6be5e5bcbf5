"""A sheet of SVG that is written from top to bottom: wrapped text, signs, bars. No colour carries a meaning alone.

SVG wraps no lines itself, and nothing here can read a font: widths are estimated from above, letter by letter.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from reminders.printable import printable

WIDTH = 720
MARGIN = 36
#: The family of the bundled font, which has both scripts.
FAMILY = "Noto Sans Devanagari"
#: Ems a character; those of Devanagari and all others by their kind (see `_ems`).
_EMS = {
    **dict.fromkeys("ijl .,:;'|!·", 0.29),
    **dict.fromkeys("frtIJ()[]{}-/“”‘’।", 0.42),
    **dict.fromkeys("mwMW@%&—…", 0.95),
    **dict.fromkeys("आऑओऔ", 1.05),
}
_VIRAMA, _NUKTA = "\u094d", "\u093c"
_ISOLATE, _POP = "\u2066", "\u2069"


class Colour(StrEnum):
    """Told apart by those who confuse red and green; each at least 4.5 to 1 on white."""

    INK = "#1b1f24"
    GREY = "#57606a"
    DONE = "#005a9c"
    LATE = "#b34700"
    PAPER = "#ffffff"


class Sign(StrEnum):
    """Signs that differ in shape: a tick, an empty ring, an exclamation mark in a triangle, a question mark."""

    DONE = "done"
    OPEN = "open"
    LATE = "late"
    UNKNOWN = "unknown"


_SIGNS = {
    Sign.DONE: '<circle r="15" fill="{done}"/>'
    '<path d="M-8 0l5.5 6L8-6" fill="none" stroke="{paper}" stroke-width="4"/>',
    Sign.OPEN: '<circle r="13.5" fill="none" stroke="{grey}" stroke-width="3"/>',
    Sign.LATE: '<path d="M0-16L17 14H-17Z" fill="{late}"/><path d="M0-6V4M0 7v4" stroke="{paper}" stroke-width="4"/>',
    Sign.UNKNOWN: '<circle r="13.5" fill="none" stroke="{grey}" stroke-width="3" stroke-dasharray="5 4"/>'
    '<path d="M-4-3a4 4 0 1 1 5.5 3.7Q0 1.5 0 4M0 6.5v3" fill="none" stroke="{grey}" stroke-width="2.5"/>',
}


class Sheet:
    """`y` is where the next line goes; `finished` gives the whole picture, as high as it has become."""

    def __init__(self) -> None:
        self.y = MARGIN
        self._parts: list[str] = []

    def text(
        self, words: str, size: int, colour: Colour = Colour.INK, x: int = MARGIN, bold: bool = False, most: int = 9,
        room: int = WIDTH - MARGIN,
    ) -> None:  # fmt: skip
        """Write a paragraph of at most `most` lines between `x` and `room`."""
        weight = ' font-weight="700"' if bold else ""
        for row in wrapped(words, room - x, size, bold, most):
            self.y += round(size * 1.4)
            self._parts.append(
                f'<text x="{x}" y="{self.y - round(size * 0.4)}" font-size="{size}" fill="{colour}"{weight}>'
                f"{html.escape(_for_shaping(row), quote=False)}</text>"
            )

    def sign(self, sign: Sign, x: int, y: int) -> None:
        """Put a sign of 34 px around a point."""
        drawn = _SIGNS[sign].format(done=Colour.DONE, grey=Colour.GREY, late=Colour.LATE, paper=Colour.PAPER)
        self._parts.append(f'<g transform="translate({x} {y})">{drawn}</g>')

    def box(self, x: int, y: int, width: int, height: int, fill: Colour, stroke: Colour | None = None) -> None:
        edge = f' stroke="{stroke}" stroke-width="3"' if stroke else ""
        self._parts.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"{edge}/>')

    def code(self, squares: Sequence[Sequence[bool]], x: int, y: int, size: int, edge: int) -> None:
        """A QR code with its white edge of so many squares, within a box of `size` px."""
        count = len(squares) + 2 * edge
        runs = [
            f"M{at + edge} {row + edge}h1v1h-1z"
            for row, line in enumerate(squares)
            for at, is_dark in enumerate(line)
            if is_dark
        ]
        self._parts.append(
            f'<g transform="translate({x} {y}) scale({size / count:.5f})" shape-rendering="crispEdges">'
            f'<path d="{"".join(runs)}" fill="{Colour.INK}"/></g>'
        )

    def rule(self) -> None:
        """A line between two sections."""
        self.y += 18
        self.box(MARGIN, self.y, WIDTH - 2 * MARGIN, 1, Colour.GREY)
        self.y += 12

    def finished(self, at_least: int = 0) -> str:
        height = max(self.y + MARGIN, at_least)
        head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="{FAMILY}">'
        paper = f'<rect width="{WIDTH}" height="{height}" fill="{Colour.PAPER}"/>'
        return "\n".join((head, paper, *self._parts, "</svg>\n"))


def wrapped(words: str, room: int, size: int, bold: bool, most: int) -> list[str]:
    """Lines no wider than `room` px, at most `most`; what does not fit ends in "…", a word too long is broken."""
    rows = [""]
    for word in printable(words).split():
        joined = f"{rows[-1]} {word}".strip()
        if width(joined, size, bold) <= room:
            rows[-1] = joined
            continue
        for piece in _pieces(word, room, size, bold):
            rows.append(piece)
    rows = [row for row in rows if row]
    if len(rows) <= most:
        return rows
    last = rows[most - 1]
    while width(f"{last}…", size, bold) > room:
        last = last[:-1]
    return [*rows[: most - 1], f"{last.rstrip()}…"]


def width(text: str, size: int, bold: bool = False) -> float:
    """About how many px a line takes, rather too many than too few."""
    return sum(_ems(text, place) for place in range(len(text))) * size * (1.07 if bold else 1.0)


def _ems(text: str, place: int) -> float:
    character = text[place]
    kind = unicodedata.category(character)
    if kind in ("Mn", "Cf"):
        return 0.0
    if kind == "Mc":
        return 0.28
    if character in _EMS:
        return _EMS[character]
    if "\u0900" <= character <= "\u097f":
        follows = text[place + 1 : place + 3].removeprefix(_NUKTA)
        return 0.46 if follows.startswith(_VIRAMA) else 0.66
    if kind == "Lu":
        return 0.69
    return 0.58 if character.isascii() else 0.80


def _for_shaping(row: str) -> str:
    """Set apart the rest of a line that has Devanagari after Latin letters.

    The renderer takes the script of a run from its first letter, and Latin rules break Devanagari (a vowel sign stays
    behind its consonant); the other way round nothing is lost. An isolated part is a run of its own.
    """
    letters = [place for place, character in enumerate(row) if character.isalpha()]
    first = next((place for place in letters if "\u0900" <= row[place] <= "\u097f"), None)
    if first is None or first == letters[0]:
        return row
    return f"{row[:first]}{_ISOLATE}{row[first:]}{_POP}"


def _pieces(word: str, room: int, size: int, bold: bool) -> list[str]:
    """The word, cut where it is wider than a line."""
    pieces = [""]
    for character in word:
        if width(pieces[-1] + character, size, bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces
