"""Tables as files: CSV made here, XLSX by a process of its own (`bot.write_xlsx`)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

from bot.beside import output_of
from reminders.cells import clean, text_of
from reminders.report_table import Cell, Exported, Table

_PROGRAM = Path(__file__).with_name("write_xlsx.py")
#: 200,000 rows take a quarter of it.
_MOST_SECONDS = 180.0


def csv_of(table: Table) -> bytes:
    """Return a table as spreadsheets read it: UTF-8 with its mark, commas, nothing that could be a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(map(text_of, table.header))
    writer.writerows(map(text_of, row) for row in table.rows)
    return file.getvalue().encode("utf-8-sig")


async def xlsx_of(tables: Sequence[Table], exported: Exported) -> bytes:
    """Return tables as sheets of one file.

    Raises:
        ProgramError: it could not be written.
    """
    given = {
        "tables": [
            {
                "title": one.title,
                "header": list(map(clean, one.header)),
                "rows": [list(map(_cell, row)) for row in one.rows],
            }
            for one in tables
        ],
        "by": exported.by,
        "at": exported.at.isoformat(),
    }
    return await output_of(_PROGRAM, json.dumps(given, ensure_ascii=False).encode(), _MOST_SECONDS)


def _cell(cell: Cell) -> Cell:
    return clean(cell) if isinstance(cell, str) else cell
