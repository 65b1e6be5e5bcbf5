"""A spreadsheet (XLSX) as rows of texts, streamed: the values that its formulas had when it was last saved."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, time
from itertools import islice, repeat
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.imports.trouble import UnusableFileError
from knowledge.report_kinds import ReportLimits

#: What a file that is no good workbook makes the library raise; a parser's error is a `SyntaxError`.
_DAMAGED = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, EOFError, SyntaxError, zlib.error,
            zipfile.BadZipFile, InvalidFileException)  # fmt: skip
_TEXTS, _SHEETS = "xl/sharedStrings.xml", "xl/worksheets/"
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_CHUNK, _OVERLAP = 1 << 20, 16
_MEGABYTE = 1024 * 1024
#: Columns beyond these are not looked at: a stray cell far to the right would make every row as wide.
_COLUMNS = 200
_ZEROS = re.compile(r"0+")


class SheetTable:
    """Rows of the sheet that was looked at last; `digest` as in `Table`.

    A formula that no program has worked out yet is given as its text ("=A2&B2").
    """

    def __init__(self, path: Path, limits: ReportLimits, digest: str) -> None:
        self.digest = digest
        self._path, self._sheet, self._most = path, 0, limits.rows + limits.header_rows
        with zipfile.ZipFile(path) as archive:
            if any(one.file_size > limits.table_size for one in archive.infolist() if one.filename == _TEXTS):
                raise UnusableFileError("large-spreadsheet", {"megabytes": limits.table_size // _MEGABYTE})
            self._has_formulas = any(
                _contains(archive, one) for one in archive.infolist() if one.filename.startswith(_SHEETS)
            )

    def heads(self, rows: int) -> Iterator[list[list[str]]]:
        with self._opened(values=True) as book:
            count = len(book.worksheets)
        for self._sheet in range(count):
            yield [cells for _, cells in islice(self.rows(), rows)]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        with self._opened(values=True) as book:
            if not self._has_formulas:
                for number, cells in self._cells(book):
                    yield number, _stripped([_text(cell) for cell in cells])
                return
            with self._opened(values=False) as formulas:
                for (number, cells), (_, written) in zip(self._cells(book), self._cells(formulas), strict=False):
                    shown = zip(cells, (*written, *repeat(None, len(cells))), strict=False)
                    yield number, _stripped([_text(cell) or _formula(cell, other) for cell, other in shown])

    def share(self) -> float | None:
        return None

    @contextmanager
    def _opened(self, *, values: bool) -> Iterator[Any]:
        warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")  # of what it does not need to read
        with self._path.open("rb") as file:
            try:
                book = load_workbook(file, read_only=True, data_only=values, keep_links=False)
            except _DAMAGED as error:
                raise UnusableFileError("broken-archive") from error
            with closing(book):
                yield book

    def _cells(self, book: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """The rows of the sheet with their numbers; missing ones are empty."""
        sheet = book.worksheets[self._sheet]
        sheet.reset_dimensions()  # programs write sizes that do not fit
        try:
            for number, cells in enumerate(sheet.iter_rows(), start=1):
                if number > self._most:
                    raise UnusableFileError("too-many-rows", {"rows": self._most})
                yield number, cells[:_COLUMNS]
        except _DAMAGED as error:
            raise UnusableFileError("broken-archive") from error


def _contains(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether a sheet has a formula."""
    tail = b""
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            if _FORMULA.search(tail + chunk):
                return True
            tail = chunk[-_OVERLAP:]
    return False


def _stripped(cells: list[str]) -> list[str]:
    """Without the empty cells at the end."""
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _formula(shown: Any, written: Any) -> str:
    """The formula behind an empty cell; "" where it came to an empty text."""
    is_open = written is not None and written.data_type == "f" and shown.data_type != "str"
    return str(written.value) if is_open else ""


def _text(cell: Any) -> str:
    """A cell as a person reads it, days as ISO texts; a number that is shown with zeros before it keeps them."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value)
    if isinstance(value, int) and _ZEROS.fullmatch(str(cell.number_format)):
        return text.zfill(len(cell.number_format))
    return text
