"""Tables of a report, as CSV and XLSX files hold them: a header and rows of texts and whole numbers.

Every row carries who exported it and when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct

from knowledge.catalogue import Catalogue, Language
from knowledge.working_time import IST
from reminders.figures import Count, Figures, Kind, Part, Tickets, percent
from reminders.report_words import Words

Cell = str | int | None
_UNANSWERED = ("clarified", "declined")


class Table(Struct, frozen=True):
    """`title` is at most 31 characters without any of []:*?/\\ : a sheet's name."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Exported(Struct, frozen=True):
    """Who exports ("member:7", "command line"), and when."""

    by: str
    at: datetime

    @property
    def cells(self) -> tuple[str, str]:
        return self.by, f"{self.at.astimezone(IST):%Y-%m-%d %H:%M} IST"


def figure_tables(figures: Figures, catalogue: Catalogue, language: Language, exported: Exported) -> tuple[Table, ...]:
    """What stands now, by every part; the weeks; what it is about."""
    made = _Tables(figures, Words(catalogue, language), exported)
    return made.present(), made.weeks(), made.about()


def figure_table(figures: Figures, catalogue: Catalogue, language: Language, exported: Exported) -> Table:
    """Now and the weeks in one table, for a file that holds only one."""
    made = _Tables(figures, Words(catalogue, language), exported)
    now, weeks = made.present(), made.weeks()
    padded = (row[:-2] + (None,) * (len(now.header) - len(row)) + row[-2:] for row in weeks.rows)
    return Table(now.title, now.header, (*now.rows, *padded))


def exported_table(
    title: str, columns: Sequence[str], rows: Iterable[tuple[Cell, ...]], words: Words, exported: Exported
) -> Table:
    """A list; `columns` are the keys of its header."""
    header = tuple(words.said(f"report-column-{column}") for column in (*columns, "by", "at"))
    return Table(words.said(f"report-sheet-{title}"), header, tuple((*row, *exported.cells) for row in rows))


class _Tables(Struct, frozen=True):
    figures: Figures
    words: Words
    exported: Exported

    def present(self) -> Table:
        circles = self.figures.span.circle is None
        kinds = [Kind.TOTAL, *((Kind.CIRCLE,) if circles else ()), Kind.DIVISION, Kind.GROUP, Kind.CURRICULUM]
        parts = [part for kind in kinds for part in self.figures.parts(kind)] or [Part(Kind.TOTAL, "", "", Count())]
        today = self.figures.span.now.astimezone(IST).date()
        rows = ((*self._row(today, part), part.count.calls, *self._work(part), *self.exported.cells) for part in parts)
        header = (*self._header(), *map(self._column, ("calls", "opened", "answered", "open", "misunderstood",
                                                       "unhelpful", "by", "at")))  # fmt: skip
        return Table(self.words.said("report-sheet-figures"), header, tuple(rows))

    def weeks(self) -> Table:
        """Each circle and its parts, as each week began."""
        order = list(Kind)
        weeks = sorted(self.figures.weeks, key=lambda week: (week.monday, week.circle, order.index(week.kind)))
        rows = (
            (*self._row(week.monday, Part(week.kind, week.circle, week.part, week.count)), *self.exported.cells)
            for week in weeks
        )
        header = (*self._header(), self._column("by"), self._column("at"))
        return Table(self.words.said("report-sheet-weeks"), header, tuple(rows))

    def about(self) -> Table:
        """What cannot stand in a column."""
        figures, words = self.figures, self.words
        lines = [
            words.said("report-year", year=figures.span.year.id),
            words.said("report-as-of", **words.moment(figures.span.now)),
            words.newest(figures),
            words.said("report-came", count=figures.came, new=figures.were_new),
            words.said("report-others", count=figures.others),
            words.said("report-made-by", who=words.by(self.exported.by), **words.moment(self.exported.at)),
        ]
        if figures.unfound:
            lines.insert(2, words.unfound(figures.unfound))
        rows = tuple((line, *self.exported.cells) for line in lines)
        return Table(
            words.said("report-sheet-about"),
            (words.title(figures.span.circle), self._column("by"), self._column("at")),
            rows,
        )

    def _header(self) -> tuple[str, ...]:
        span, words = self.figures.span, self.words
        columns = [*map(self._column, ("as-of", "kind", "circle", "part", "employees", "mandated"))]
        shares = [self._column("linked"), self._column("verified")]
        shares += (words.milestone_by(span, one) for one in span.year.reminders.milestones)
        for share in shares:
            columns += (share, words.said("report-column-percent", column=share))
        return (*columns, self._column("reminders"))

    def _row(self, day: date, part: Part) -> tuple[Cell, ...]:
        """The columns that now and every week have."""
        words, count, span = self.words, part.count, self.figures.span
        circle = part.circle or (span.circle if span.circle is not None else "")
        is_all = span.circle is None and part.kind not in (Kind.CIRCLE, Kind.DIVISION) and not part.circle
        shares = [(count.linked, count.employees), (count.verified, count.employees)]
        shares += ((met, count.mandated) for met in count.met or (0,) * len(span.year.reminders.milestones))
        return (
            day.isoformat(),
            words.said(f"report-kind-{part.kind}"),
            words.said("report-all") if is_all else words.place(circle),
            words.part(part),
            count.employees,
            count.mandated,
            *(cell for met, of in shares for cell in (met, percent(met, of))),
            count.reminded,
        )

    def _work(self, part: Part) -> Iterator[Cell]:
        """Requests are of a circle; questions are nobody's, so of all."""
        tickets: Tickets | None = None
        if part.kind is Kind.TOTAL:
            tickets = self.figures.all_tickets
        elif part.kind is Kind.CIRCLE:
            tickets = self.figures.tickets.get(part.id, Tickets())
        yield from (tickets.opened, tickets.answered, tickets.open) if tickets else (None, None, None)
        lately = self.figures.questions.lately
        is_total = part.kind is Kind.TOTAL
        yield unanswered(lately) if is_total else None
        yield lately.get("not_helpful", 0) if is_total else None

    def _column(self, name: str) -> str:
        return self.words.said(f"report-column-{name}")


def unanswered(lately: Mapping[str, int]) -> int:
    """How many questions were not understood, of those kept by why."""
    return sum(lately.get(why, 0) for why in _UNANSWERED)
