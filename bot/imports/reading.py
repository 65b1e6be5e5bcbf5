"""From a path to rows: which report the file is, and what each of its rows says (see `handlers.report_row`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from operator import itemgetter
from pathlib import Path

from bot.imports.opening import Table, open_table
from bot.imports.text_table import Torn
from bot.imports.trouble import UnusableFileError
from handlers.report_facts import FactsRead, facts_reader
from handlers.report_person import PersonRead, person_reader
from handlers.report_row import Fault, ImportSettings, Kind, Row
from knowledge.library import Library
from knowledge.report_kinds import Header, is_beside, recognise, why_not

#: So many different things said of courses are remembered at most.
_FACTS = 4_000
#: So many different notices are told apart.
_NOTICES = 5_000
#: A row without a person with so few cells may be a footer.
_FOOTER_CELLS, _FOOTERS = 2, 20
#: Makes a named tuple without looking at names: half the time.
_new = tuple.__new__
_BESIDE, _TORN, _NOBODY = Fault("beside"), Fault("quote"), Fault("nobody")


class Reading:
    """A recognised file: its `kind`, its header as written (`columns`), the file's SHA-256 (`digest`).

    `notices` grow while `rows` goes on: on how many rows what was passed over (titles, designations and MDO names that
    the catalogue does not have, masked mobiles), and how many rows were totals, footers or the header again.
    """

    def __init__(self, table: Table, header: Header, place: int, library: Library, settings: ImportSettings) -> None:
        self.kind, self.columns, self.digest = Kind(header.kind.id), header.cells, table.digest
        self.notices: Counter[Fault] = Counter()
        self._table, self._header, self._place = table, header, place
        self._rules = library.catalogue.reports
        fields, self._read_person = person_reader(library, header, settings)
        self._person_cells = _getter([header.places[field] for field in fields])
        fields, self._read_facts = facts_reader(library.catalogue, header, settings)
        self._facts_cells = _getter([header.places[field] for field in fields])

    def rows(self) -> Iterator[Row]:
        """Every row after the header, in file order; blank ones are none.

        Raises:
            UnusableFileError: while it goes on, where the file has too many rows, or at its end, where it has none.
        """
        count, footers = 0, list[Row]()
        for row in self._read():
            if row.faults and not any(row.who):
                if not any(map(str.strip, row.raw)) and _TORN not in row.faults:
                    continue
                if is_beside(self._rules, self._header, row.raw):
                    self.notices[_BESIDE] += 1
                    continue
                if len(footers) < _FOOTERS and _may_be_footer(row):
                    footers.append(row)
                    continue
            if footers:
                yield from footers
                count += len(footers)
                footers.clear()
            count += 1
            if count > self._rules.limits.rows:
                raise UnusableFileError("too-many-rows", {"rows": self._rules.limits.rows})
            yield row
        if footers:
            self.notices[_BESIDE] += len(footers)
        if not count:
            raise UnusableFileError("no-rows")

    def share(self) -> float | None:
        """How much of the file `rows` has come through, 0 to 1; None where that is not known."""
        return self._table.share()

    def _read(self) -> Iterator[Row]:
        """The rows; what was read of the same cells is not read again (a person's rows mostly stand together)."""
        last: tuple[str, ...] = ()
        person: PersonRead | None = None
        said: dict[tuple[str, ...], FactsRead] = {}
        person_cells, facts_cells, width = self._person_cells, self._facts_cells, len(self._header.cells)
        for number, raw in islice(self._table.rows(), self._place + 1, None):
            more: tuple[Fault, ...] = ()
            cells = raw
            if len(cells) != width or isinstance(cells, Torn):
                cells, more = _fitted(raw, width)
            who = person_cells(cells)
            if who != last or person is None:
                last, person = who, self._read_person(who)
            what = facts_cells(cells)
            facts = said.get(what)
            if facts is None:
                if len(said) >= _FACTS:
                    said.clear()
                facts = said[what] = self._read_facts(what)
            faults, told = person.faults + facts.faults + more, facts.facts
            if faults:
                told = ()
            elif person.notices or facts.notices:
                self._note(person.notices + facts.notices)
            yield _new(Row, (number, raw, person.who, person.person, told, facts.generated_at, faults))

    def _note(self, notices: tuple[Fault, ...]) -> None:
        for notice in notices:
            is_full = len(self.notices) >= _NOTICES and notice not in self.notices
            self.notices[notice._replace(value="") if is_full else notice] += 1


def _may_be_footer(row: Row) -> bool:
    return (
        _TORN not in row.faults and _NOBODY in row.faults and sum(map(bool, map(str.strip, row.raw))) <= _FOOTER_CELLS
    )


def _fitted(raw: list[str], width: int) -> tuple[list[str], tuple[Fault, ...]]:
    """A row as wide as the header; one that was cut apart wrongly is a problem."""
    if isinstance(raw, Torn):
        return [""] * width, (_TORN,)
    if any(map(str.strip, raw[width:])):
        return raw[:width], (Fault("more-cells"),)
    return [*raw[:width], *[""] * (width - len(raw))], ()


def _getter(places: list[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """What takes the cells at these places out of a row."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple(cells[place] for place in places)


def read(path: Path, library: Library, settings: ImportSettings) -> Reading:
    """Open a file and recognise it.

    Raises:
        UnusableFileError: it cannot be read, or is no report that can be imported.
        OSError: it cannot be opened.
    """
    rules = library.catalogue.reports
    table = open_table(path, rules.limits)
    seen: list[list[str]] = []
    for head in table.heads(rules.limits.header_rows):
        for place, cells in enumerate(head):
            header = recognise(rules, cells)
            if header is not None:
                return Reading(table, header, place, library, settings)
        seen += head
    raise _unrecognised(seen, library)


def _unrecognised(seen: list[list[str]], library: Library) -> UnusableFileError:
    rules = library.catalogue.reports
    found = why_not(rules, seen)
    if found.other:
        return UnusableFileError(f"other-{found.other}")
    if found.kind:
        return UnusableFileError("lacks", {"kind": found.kind, "columns": ", ".join(found.lacks)})
    return UnusableFileError("no-table")
