"""Bars and columns on a sheet: as full as a share, which stands beside in words."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reminders.svg import MARGIN, WIDTH, Colour, Sheet, width

#: Sizes of type, for a phone.
TITLE, HEAD, BODY, SMALL = 40, 34, 29, 26
ROOM = WIDTH - 2 * MARGIN
_COLUMN, _GAP = 140, 10
#: Room for the percent behind a bar.
_SHARE = 100
#: Where the bars of short names begin.
_BESIDE = MARGIN + 330
_THICK, _THIN = 24, 18


class Bars(Struct, frozen=True):
    """Draws on `sheet` where its next line goes."""

    sheet: Sheet

    def titled(self, title: str, share: int, told: str) -> None:
        """A title, the bar, what it shows in words."""
        sheet = self.sheet
        sheet.y += 6
        sheet.text(title, BODY, bold=True)
        self._bar(MARGIN, sheet.y + 6, ROOM - _SHARE, _THICK, share)
        sheet.y += _THICK + 8
        sheet.text(told, SMALL, Colour.GREY)

    def below(self, name: str, share: int) -> None:
        """A long name above its bar."""
        sheet = self.sheet
        sheet.y += 4
        sheet.text(name, SMALL, most=2)
        self._bar(MARGIN, sheet.y + 4, ROOM - _SHARE, _THIN, share)
        sheet.y += _THIN + 8

    def beside(self, name: str, share: int) -> None:
        """A short name beside its bar."""
        sheet = self.sheet
        sheet.y += 4
        top = sheet.y
        sheet.text(name, SMALL, most=2, room=_BESIDE - 10)
        self._bar(_BESIDE, top + 10, WIDTH - MARGIN - _SHARE - _BESIDE, _THIN, share)

    def columns(self, shown: Sequence[tuple[str, int]]) -> None:
        """Columns by what stands below them; the last one, which is now, differs in its tone and its frame."""
        sheet = self.sheet
        step = (ROOM + _GAP) // len(shown)
        top = sheet.y + 40
        for at, (name, share) in enumerate(shown):
            height = max(3, _COLUMN * share // 100)
            x, y, is_now = MARGIN + at * step, top + _COLUMN - height, at == len(shown) - 1
            self._middle(f"{share} %" if len(shown) < 8 else f"{share}", x, step - _GAP, y - 10)
            sheet.box(x, y, step - _GAP, height, Colour.DONE if is_now else Colour.GREY)
            self._middle(name, x, step - _GAP, top + _COLUMN + 30)
        sheet.y = top + _COLUMN + 40

    def _bar(self, x: int, y: int, long: int, high: int, share: int) -> None:
        """An empty frame, what is there filled, the percent behind it."""
        self.sheet.box(x, y, long, high, Colour.PAPER, Colour.GREY)
        if share:
            self.sheet.box(x, y, max(4, long * share // 100), high, Colour.DONE)
        kept, self.sheet.y = self.sheet.y, y + high // 2 - round(BODY * 0.85)
        self.sheet.text(f"{share} %", BODY, x=WIDTH - MARGIN - _SHARE + 14, bold=True, most=1, room=WIDTH)
        self.sheet.y = kept

    def _middle(self, text: str, x: int, long: int, base: int) -> None:
        """A short text in the middle above or below a column; `base` is where it stands."""
        kept, self.sheet.y = self.sheet.y, base - SMALL
        left = max(0, x + round((long - width(text, SMALL)) / 2))
        self.sheet.text(text, SMALL, x=left, most=1, room=WIDTH + MARGIN)
        self.sheet.y = kept
