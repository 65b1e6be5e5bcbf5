"""Where a circle stands, as SVG pictures 720 px wide, in large type, for a phone: the whole, and its parts.

Two pictures, as a platform makes a picture smaller that is much higher than wide. No colour carries a meaning alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from handlers.talk import written_date
from knowledge.catalogue import Catalogue, Language
from knowledge.reminder_policy import Milestone
from reminders.bars import BODY, HEAD, SMALL, TITLE, Bars
from reminders.figures import OPEN, Count, Figures, Kind, Part, monday_of, percent
from reminders.report_table import Exported, unanswered
from reminders.report_words import Words, changed, grouped
from reminders.svg import Colour, Sheet


def report_svg(figures: Figures, catalogue: Catalogue, language: Language, exported: Exported) -> str:
    """Return the whole: people, milestones, the trend; the same figures, texts and language give the same text."""
    drawing = _Drawing(figures, catalogue, Words(catalogue, language))
    drawing.head()
    drawing.people()
    drawing.milestones()
    drawing.trend()
    return drawing.finished(exported)


def parts_svg(figures: Figures, catalogue: Catalogue, language: Language, exported: Exported) -> str:
    """Return the parts (divisions, of all: circles; Groups; lists), and what was done and what came."""
    drawing = _Drawing(figures, catalogue, Words(catalogue, language))
    drawing.head()
    drawing.parts()
    drawing.work()
    return drawing.finished(exported)


class _Drawing(Struct, frozen=True):
    figures: Figures
    catalogue: Catalogue
    words: Words
    sheet: Sheet = field(default_factory=Sheet)

    def finished(self, exported: Exported) -> str:
        """Who made it and when stands below."""
        words = self.words
        self.sheet.rule()
        made = words.said("report-made-by", who=words.by(exported.by), **words.moment(exported.at))
        self.sheet.text(made, SMALL, Colour.GREY)
        return self.sheet.finished()

    def head(self) -> None:
        """Whose figures, and of when."""
        figures, sheet, words = self.figures, self.sheet, self.words
        circle = figures.span.circle
        sheet.text(words.said("report-all") if circle is None else words.place(circle), TITLE, bold=True)
        sheet.text(words.said("report-year", year=figures.span.year.id), SMALL, Colour.GREY)
        sheet.text(words.said("report-as-of", **words.moment(figures.span.now)), SMALL, Colour.GREY)
        sheet.text(words.newest(figures), SMALL, Colour.GREY)
        if figures.unfound:
            sheet.text(
                words.unfound(figures.unfound),
                SMALL,
                Colour.LATE,
                bold=True,
            )

    def people(self) -> None:
        """How many, and how many of them can be reached."""
        sheet, words, total, before = self.sheet, self.words, self.figures.total, self._before()
        sheet.rule()
        many = words.said("report-employees", count=total.employees, written=grouped(total.employees))
        sheet.text(many, HEAD, bold=True)
        for key, now, then in (
            ("report-linked", total.linked, before.linked if before else None),
            ("report-verified", total.verified, before.verified if before else None),
        ):
            self._share(words.said(key), now, total.employees, then)

    def milestones(self) -> None:
        """Each milestone: how many of those whom the order covers met it, and how many more since a week ago."""
        sheet, total, before = self.sheet, self.figures.total, self._before()
        sheet.rule()
        for place, milestone in enumerate(self._milestones):
            then = before.met[place] if before and place < len(before.met) else None
            self._share(self.words.milestone_by(self.figures.span, milestone), _met(total, place), total.mandated, then)
        outside, unsettled = total.employees - total.mandated, self._unsettled()
        if outside:
            sheet.text(self.words.said("report-outside", written=grouped(outside)), SMALL, Colour.GREY)
        if unsettled:
            sheet.text(self.words.said("report-open", written=grouped(unsettled)), SMALL, Colour.GREY)

    def trend(self) -> None:
        """The share of the milestone that is next, as each week began, and now."""
        sheet, words, span = self.sheet, self.words, self.figures.span
        place, milestone = self._next
        sheet.rule()
        sheet.text(words.said("report-trend", milestone=words.milestone(span, milestone)), BODY, bold=True)
        today, monday = span.now.date(), monday_of(span.now.date())
        weeks = [(day, count) for day, count in self.figures.trend().items() if day < monday]
        if not weeks:
            sheet.text(words.said("report-no-trend"), SMALL, Colour.GREY)
            return
        shown = [*weeks[-(self.catalogue.figures.weeks - 1) :], (today, self.figures.total)]
        Bars(sheet).columns(
            [(f"{day.day}/{day.month}", percent(_met(count, place), count.mandated)) for day, count in shown]
        )

    def parts(self) -> None:
        """Each by the milestone that is next."""
        main, bars = Kind.CIRCLE if self.figures.span.circle is None else Kind.DIVISION, Bars(self.sheet)
        place, most = self._next[0], self.catalogue.figures.parts
        rows = [part for part in self.figures.parts(main) if part.count.mandated]
        rows.sort(key=lambda part: (_met(part.count, place) / part.count.mandated, -part.count.mandated, part.id))
        if rows:
            self._heading(main)
        if len(rows) > most:
            self.sheet.text(self.words.said("report-furthest", count=len(rows) - most), SMALL, Colour.GREY)
        for part in rows[:most]:
            bars.below(f"{self.words.part(part)} – {self._told(part, place)}", _share_of(part, place))
        for kind in (Kind.GROUP, Kind.CURRICULUM):
            among = [part for part in self.figures.parts(kind) if part.count.mandated]
            if among:
                self._heading(kind)
            for part in among:
                bars.beside(f"{self.words.part(part)}: {grouped(part.count.mandated)}", _share_of(part, place))

    def work(self) -> None:
        """What was done for the people, and what came from them."""
        figures, sheet, words = self.figures, self.sheet, self.words
        total, tickets, lately = figures.total, figures.all_tickets, figures.questions.lately
        sheet.rule()
        for key, values in (
            ("reminders", {"count": total.reminded}),
            ("calls-count", {"count": total.calls}),
            ("tickets", {"opened": tickets.opened, "answered": tickets.answered, "open": tickets.open}),
            ("questions", {"count": unanswered(lately), "bad": lately.get("not_helpful", 0)}),
            ("came", {"count": figures.came, "new": figures.were_new}),
            ("others", {"count": figures.others}),
        ):
            written = {name: grouped(value) for name, value in values.items()}
            sheet.text(words.said(f"report-{key}", **written), SMALL)
            sheet.y += 4

    @property
    def _milestones(self) -> Sequence[Milestone]:
        return self.figures.span.year.reminders.milestones

    @property
    def _next(self) -> tuple[int, Milestone]:
        """The first milestone whose date is not over, else the last one."""
        today = self.figures.span.now.date()
        places = range(len(self._milestones))
        place = next((place for place in places if self._milestones[place].due >= today), places[-1])
        return place, self._milestones[place]

    def _before(self) -> Count | None:
        known = self.figures.before()
        return known[1] if known else None

    def _unsettled(self) -> int:
        return sum(part.count.employees for part in self.figures.parts(Kind.CURRICULUM) if part.id == OPEN)

    def _share(self, title: str, count: int, of: int, before: int | None) -> None:
        """A bar, and in words what it shows."""
        words = self.words
        told = words.said("report-share", count=grouped(count), of=grouped(of))
        known = self.figures.before()
        if before is not None and known is not None:
            date = written_date(self.catalogue, words.language, known[0]).rpartition(" ")[0]
            change = changed(count, before) if count != before else words.said("report-same")
            told = f"{told} · {words.said('report-more', change=change, date=date)}"
        Bars(self.sheet).titled(title, percent(count, of), told)

    def _heading(self, kind: Kind) -> None:
        self.sheet.rule()
        name = self.words.milestone(self.figures.span, self._next[1])
        self.sheet.text(self.words.said("report-behind", kind=kind, milestone=name), BODY, bold=True)

    def _told(self, part: Part, place: int) -> str:
        return self.words.said("report-share", count=grouped(_met(part.count, place)), of=grouped(part.count.mandated))


def _met(count: Count, place: int) -> int:
    return count.met[place] if place < len(count.met) else 0


def _share_of(part: Part, place: int) -> int:
    return percent(_met(part.count, place), part.count.mandated)
