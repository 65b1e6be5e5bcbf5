"""Our own template, which a cell fills where it has no report: a header, and nobody in it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

_TEXT_FORMAT = "@"
#: So many rows of a spreadsheet's column are made texts beforehand, so that leading zeros stay.
_WIDTH = 24


def write_template(folder: Path, columns: Mapping[str, str]) -> tuple[Path, ...]:
    """Write the template as CSV and as XLSX; `columns`: field → header, in their order.

    Raises:
        OSError: a file cannot be written.
    """
    paths = folder / "dakpath-template.csv", folder / "dakpath-template.xlsx"
    with paths[0].open("w", encoding="utf-8-sig", newline="") as file:  # the mark tells spreadsheets the encoding
        csv.writer(file).writerow(columns.values())
    _write_sheet(paths[1], list(columns.values()))
    return paths


def _write_sheet(path: Path, headers: list[str]) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Dakpath"
    for place, header in enumerate(headers, start=1):
        sheet.cell(1, place, header).font = Font(bold=True)
        column = sheet.column_dimensions[get_column_letter(place)]
        column.width, column.number_format = _WIDTH, _TEXT_FORMAT
    sheet.freeze_panes = "A2"
    book.save(path)
    book.close()
