"""A text of cells: comma, semicolon or tab between them, read row by row and never held as a whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import IO

from bot.imports.text_look import Look, Opener

_DELIMITERS = (",", ";", "\t", "|")


#: So many delimiters in a cell of several lines: it has swallowed cells.
_SWALLOWED = 4


class Torn(list[str]):
    """A row that could not be taken apart: a quotation mark is opened in it and not closed."""


class TextTable:
    """Rows of a text in the encoding that was found."""

    def __init__(self, opened: Opener, look: Look, digest: str) -> None:
        self.digest = digest
        self._opened, self._look = opened, look
        self._delimiter = _DELIMITERS[0]
        self._bytes: IO[bytes] | None = None

    def heads(self, rows: int) -> Iterator[list[list[str]]]:
        for self._delimiter in _DELIMITERS:
            yield [cells for _, cells in islice(self.rows(), rows)]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        with self._lines() as lines:
            reader = csv.reader(lines, delimiter=self._delimiter)
            last = 0
            while True:
                try:
                    for cells in reader:
                        number = reader.line_num
                        if number - last > 1 and self._is_torn(cells):
                            cells = Torn(cells)
                        yield last + 1, cells
                        last = number
                    return
                except csv.Error:  # a cell grows without end
                    yield last + 1, Torn()
                    last = reader.line_num

    def _is_torn(self, cells: list[str]) -> bool:
        return any("\n" in cell and cell.count(self._delimiter) >= _SWALLOWED for cell in cells)

    def share(self) -> float | None:
        try:
            return self._bytes.tell() / self._look.size if self._bytes else None
        except ValueError:  # closed: all of it was read
            return 1.0

    @contextmanager
    def _lines(self) -> Iterator[io.TextIOWrapper]:
        with self._opened() as self._bytes:
            lines = io.TextIOWrapper(self._bytes, self._look.encoding, self._look.errors, newline="")
            try:
                yield lines
            finally:
                lines.detach()
