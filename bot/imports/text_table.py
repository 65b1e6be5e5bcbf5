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


class TextTable:
    """Rows of a text in the encoding that was found."""

    def __init__(self, opened: Opener, look: Look, digest: str) -> None:
        self.digest = digest
        self._opened, self._look = opened, look
        self._delimiter = _DELIMITERS[0]
        self._bytes: IO[bytes] | None = None

    def heads(self, rows: int) -> Iterator[list[list[str]]]:
        for self._delimiter in _DELIMITERS:
            yield [cells or [] for _, cells in islice(self.rows(), rows)]

    def rows(self) -> Iterator[tuple[int, list[str] | None]]:
        with self._lines() as lines:
            reader = csv.reader(lines, delimiter=self._delimiter)
            while True:
                try:
                    for cells in reader:
                        yield reader.line_num, cells
                    return
                except csv.Error:  # a quotation mark that is never closed
                    yield reader.line_num, None

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
