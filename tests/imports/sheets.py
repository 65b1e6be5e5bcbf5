"""Spreadsheets as programs and cells make them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


def as_xlsx(rows: Iterable[Sequence[object]], change: Callable[[Worksheet], None] = lambda _: None) -> bytes:
    """A workbook of one sheet; `change` is what somebody does to it afterwards."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append([cell if cell != "" else None for cell in row])
    change(sheet)
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def edited(workbook: bytes, pattern: str, written: str, member: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A workbook with another text in one of its parts: what only other programs write."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as before, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.infolist():
            text = before.read(one)
            if one.filename == member:
                changed, times = re.subn(pattern.encode(), written.encode(), text)
                assert times, pattern
                text = changed
            after.writestr(one, text)
    return found.getvalue()


def with_part(workbook: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one more part."""
    file = io.BytesIO(workbook)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()
