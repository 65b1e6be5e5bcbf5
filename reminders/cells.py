"""What stands in a cell of a table that people open with a spreadsheet: never a formula, never an unprintable sign."""

from __future__ import annotations

from reminders.printable import printable
from reminders.report_table import Cell

#: Spreadsheets take a text that begins so for a formula; the wide ones too.
_FORMULA = frozenset("=+-@|%\t\r\n＝＋－＠")
_MOST = 32_000


def text_of(cell: Cell) -> str:
    """A cell as text of a CSV file: what could be a formula stands behind an apostrophe, as spreadsheets show text."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return str(cell)
    text = clean(cell)
    return f"'{text}" if cell[:1] in _FORMULA or text.lstrip()[:1] in _FORMULA else text


def clean(text: str) -> str:
    """One line of printable signs, no longer than a cell may be."""
    return printable(text)[:_MOST]
