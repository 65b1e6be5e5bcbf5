"""What a row says of courses and of the assessment, by the kind of the report, and in which training year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import lru_cache, partial
from typing import NamedTuple

from handlers.facts import ASSESSMENT, State, is_unmatched, title_of
from handlers.report_cell import Cells, columns_of
from handlers.report_row import Fault, ImportSettings, Kind, RowFact
from handlers.report_titles import title_reader
from knowledge.catalogue import Catalogue
from knowledge.report_cells import moment_of, whole_of, without_time
from knowledge.report_kinds import Header, folded
from knowledge.training_year import year_id_on

#: Fields beside the person's, in the order in which their cells are given.
FIELDS = ("course", "progress", "is_apar", "allocated_on", "due_on", "completed_on", "enrolled_on", "assessment",
          "attempted_on", "passed", "retakes", "generated_on")  # fmt: skip
_DAYS = ("allocated_on", "due_on", "completed_on", "enrolled_on", "attempted_on")
#: So many different things said of courses are remembered at most.
_REMEMBERED = 8_000


class FactsRead(NamedTuple):
    """`generated_at`: whole seconds since 1970, None where it is not said. `notices`: titles that match nothing."""

    facts: tuple[RowFact, ...]
    generated_at: int | None
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]


def facts_reader(
    catalogue: Catalogue, header: Header, settings: ImportSettings
) -> tuple[tuple[str, ...], Callable[[Sequence[str]], FactsRead]]:
    """The fields that the file has, and what reads their cells."""
    fields = tuple(field for field in FIELDS if field in header.places)
    return fields, _FactsReader(catalogue, header, settings, fields)


class _FactsReader:
    def __init__(self, catalogue: Catalogue, header: Header, settings: ImportSettings, fields: Sequence[str]) -> None:
        self._rules = catalogue.reports
        self._columns, self._fields, self._settings = columns_of(header), fields, settings
        self._key = title_reader(catalogue)
        self._state_of = lru_cache(maxsize=256)(self._state)
        self._year_of = lru_cache(maxsize=4096)(partial(year_id_on, catalogue.years))
        self._is_day = tuple(field in _DAYS for field in fields)
        self._read_once = lru_cache(_REMEMBERED)(self._read_all)
        kinds = {
            Kind.PLAN: self._plan,
            Kind.CONSUMPTION: self._consumption,
            Kind.ASSESSMENT: self._assessment,
            Kind.TEMPLATE: self._template,
        }
        self._read = kinds.get(Kind(header.kind.id), lambda _: ())

    def __call__(self, values: Sequence[str]) -> FactsRead:
        """Read the cells; of moments that only their day counts of, the time makes no other row."""
        return self._read_once(
            tuple([without_time(cell) if is_day else cell for cell, is_day in zip(values, self._is_day, strict=True)])
        )

    def _read_all(self, values: Sequence[str]) -> FactsRead:
        cells = Cells(self._rules, self._columns, self._fields, values)
        at = cells.read("generated_on", "date", _seconds_of)
        facts = self._read(cells)
        notices = tuple(
            Fault("course", self._columns.get("course", ""), title_of(one.course))
            for one in facts
            if is_unmatched(one.course)
        )
        return FactsRead(() if cells.faults else facts, at, tuple(cells.faults), notices)

    def _plan(self, cells: Cells) -> tuple[RowFact, ...]:
        """A course of the APAR plan; of no APAR it is nothing to us."""
        if cells.flag("is_apar") is False:
            return ()
        due, allocated = cells.moment("due_on"), cells.moment("allocated_on")
        year = self._year(cells, due or allocated, "due_on")
        return self._course(cells, year, cells.moment("completed_on"), is_planned=True)

    def _consumption(self, cells: Cells) -> tuple[RowFact, ...]:
        completed, enrolled = cells.moment("completed_on"), cells.moment("enrolled_on")
        year = self._year(cells, completed or enrolled, "enrolled_on")
        return self._course(cells, year, completed, is_planned=False)

    def _course(self, cells: Cells, year: str, completed: datetime | None, *, is_planned: bool) -> tuple[RowFact, ...]:
        if not cells["course"]:
            cells.add("no-course", "course")
            return ()
        state = cells.read("progress", "progress", self._state_of)
        day = completed.date().isoformat() if completed and state is State.COMPLETED else None
        return (RowFact(year, self._key(cells["course"]), state, day, is_planned=is_planned),)

    def _state(self, text: str) -> State:
        meant = self._rules.states.get(folded(text))
        if meant is None:
            raise ValueError(text)
        return State(meant)

    def _assessment(self, cells: Cells) -> tuple[RowFact, ...]:
        """The comprehensive assessment, by its name or its course's; any other is nothing to us."""
        names = folded(cells["assessment"]), folded(cells["course"])
        if not any(mark in name for mark in self._rules.words["comprehensive"] for name in names):
            return ()
        passed, retakes = cells.flag("passed"), cells.read("retakes", "number", whole_of)
        if not cells["passed"]:
            cells.add("no-result", "passed")
        return self._attempt(cells, bool(passed), retakes)

    def _template(self, cells: Cells) -> tuple[RowFact, ...]:
        """The assessment; not passed and without a date it says nothing: there may have been no attempt."""
        passed = cells.flag("passed")
        if not passed and not cells["attempted_on"]:
            return ()
        if passed is None and not cells["passed"]:
            cells.add("no-result", "passed")
        return self._attempt(cells, bool(passed), None)

    def _attempt(self, cells: Cells, passed: bool, retakes: int | None) -> tuple[RowFact, ...]:
        """An attempt at the assessment, in the year of its date; without one it is a problem."""
        on = cells.moment("attempted_on")
        if on is None:
            if not cells["attempted_on"]:
                cells.add("no-date", "attempted_on")
            return ()
        year, day = self._year_of(on.date()), on.date().isoformat()
        if passed:
            return (RowFact(year, ASSESSMENT, State.COMPLETED, day),)
        return (RowFact(year, ASSESSMENT, State.NOT_STARTED, None, retakes),)

    def _year(self, cells: Cells, moment: datetime | None, field: str) -> str:
        """The training year of a moment, else the one that the import was told; a row without either is a problem."""
        if moment is not None:
            return self._year_of(moment.date())
        if self._settings.year is None and not cells.faults:
            cells.add("no-year", field)
        return self._settings.year or ""


@lru_cache(maxsize=1024)
def _seconds_of(text: str) -> int:
    return int(moment_of(text).timestamp())
