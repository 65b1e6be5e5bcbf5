"""The problem rows as a file: the original columns, and why each is not taken in."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.imports.problems import ProblemRow
from handlers.report_wording import problem_words
from knowledge.catalogue import Catalogue, Language

COLUMN = "problem"
_STARTS = ("=", "@", "\t", "\r", "+", "-")


def write_problems(
    path: Path, columns: Sequence[str], rows: Iterable[ProblemRow], catalogue: Catalogue, language: Language
) -> int:
    """Write a CSV that spreadsheet programs open, readable by us only; return how many rows.

    Raises:
        OSError: it cannot be written.
    """
    count = 0
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*columns, COLUMN])
        for row in rows:
            cells = [*row.raw, *[""] * (len(columns) - len(row.raw))]
            writer.writerow([*map(plain_cell, cells), problem_words(catalogue, language, row.faults)])
            count += 1
    return count


def plain_cell(text: str) -> str:
    """A cell that no spreadsheet program takes for a formula; numbers with a sign stay as they are."""
    if text.startswith(_STARTS) and not text[1:].replace(" ", "").replace(".", "", 1).replace("-", "").isdigit():
        return f"'{text}"
    return text
