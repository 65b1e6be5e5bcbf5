"""Tables as JSON on standard input, an XLSX file on standard output: a program of its own, which `bot.tables` starts.

A process of its own, since writing 30,000 rows keeps the interpreter for seconds, and its memory goes with it. Texts
are written as texts: nothing becomes a formula, also not when somebody edits the cell.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from typing import Any

_WIDEST, _NARROWEST, _LOOKED_AT = 60, 8, 200


def xlsx_of(tables: list[dict[str, Any]], by: str, at: str) -> bytes:
    """One sheet a table: `title`, `header`, `rows`; `by` and `at` (ISO) stand in the file's properties."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    book.properties.creator = f"Dakpath, {by}"
    book.properties.created = book.properties.modified = datetime.fromisoformat(at).astimezone(UTC).replace(tzinfo=None)
    for table in tables:
        sheet = book.create_sheet(table["title"])
        sheet.freeze_panes = "A2"
        for place, width in enumerate(_widths(table)):
            sheet.column_dimensions[_letters(place)].width = width

        def cell(value: Any, *, is_head: bool = False, sheet: Any = sheet) -> Any:
            if isinstance(value, int) or value is None:
                return value
            made = WriteOnlyCell(sheet, value=value)
            made.data_type, made.quotePrefix = "s", True
            if is_head:
                made.font, made.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
            return made

        sheet.append([cell(name, is_head=True) for name in table["header"]])
        for row in table["rows"]:
            sheet.append(list(map(cell, row)))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _widths(table: dict[str, Any]) -> list[int]:
    """Of the rows only: a header is broken into lines."""
    rows = table["rows"][:_LOOKED_AT]
    longest = [max((len(str(row[place])) for row in rows if row[place] is not None), default=0)
               for place in range(len(table["header"]))]  # fmt: skip
    return [min(_WIDEST, max(_NARROWEST, length + 2)) for length in longest]


def _letters(place: int) -> str:
    """A column's name: A, B, … Z, AA, …"""
    first, last = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


if __name__ == "__main__":
    given = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(xlsx_of(given["tables"], given["by"], given["at"]))
