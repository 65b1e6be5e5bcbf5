"""The cells of a row by field, read with the rules of reports.yaml; what cannot be read becomes a `Fault`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from handlers.report_row import Fault
from knowledge.report_cells import moment_of, plain
from knowledge.report_kinds import Header, ReportRules, folded

T = TypeVar("T")


class Cells:
    """Some fields of one row; what stands for "nothing" is "". `faults` grows with what cannot be read."""

    __slots__ = ("_columns", "_rules", "_values", "faults")

    def __init__(
        self, rules: ReportRules, columns: Mapping[str, str], fields: Sequence[str], values: Sequence[str]
    ) -> None:
        self._rules, self._columns = rules, columns
        self._values = {field: _said(rules, value) for field, value in zip(fields, values, strict=True)}
        self.faults = [self.fault("formula", field) for field, text in self._values.items() if text.startswith("=")]

    def __getitem__(self, field: str) -> str:
        """The text of a field; "" where the file has no such column."""
        return self._values.get(field, "")

    def fault(self, key: str, field: str) -> Fault:
        """A fault of a field, with its header as the file has it."""
        return Fault(key, self._columns.get(field, ""), self[field])

    def add(self, key: str, field: str) -> None:
        self.faults.append(self.fault(key, field))

    def read(self, field: str, key: str, reader: Callable[[str], T]) -> T | None:
        """What the field says; None where it is blank, and, with a fault, where it cannot be read."""
        text = self[field]
        if not text or text.startswith("="):  # a formula without its result is a fault of its own
            return None
        try:
            return reader(text)
        except (ValueError, OverflowError):
            self.add(key, field)
            return None

    def moment(self, field: str) -> datetime | None:
        return self.read(field, "date", moment_of)

    def flag(self, field: str) -> bool | None:
        """Yes or no."""
        return self.read(field, "flag", self._flag)

    def _flag(self, text: str) -> bool:
        word = folded(text)
        if word in self._rules.words["yes"]:
            return True
        if word in self._rules.words["no"]:
            return False
        raise ValueError(text)


def columns_of(header: Header) -> dict[str, str]:
    """Field → its header as the file has it."""
    return {field: plain(header.cells[place]) for field, place in header.places.items()}


@lru_cache(maxsize=16_384)
def _said(rules: ReportRules, cell: str) -> str:
    text = plain(cell)
    return "" if text.casefold() in rules.words["blank"] else text
