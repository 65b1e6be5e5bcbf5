"""How figures, parts, milestones and moments are written in reports, for a reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from msgspec import Struct

from handlers.messages import Param
from handlers.talk import written_date
from knowledge.catalogue import Catalogue, Language
from knowledge.reminder_policy import Milestone, Needs
from knowledge.working_time import IST, day_of
from reminders.figures import OPEN, OUTSIDE, PLAN, Figures, Kind, Part, Span

_LISTS: Mapping[str, str] = {PLAN: "plan", OPEN: "open", OUTSIDE: "outside"}


class Words(Struct, frozen=True):
    """The words of one report."""

    catalogue: Catalogue
    language: Language

    def said(self, key: str, **params: Param) -> str:
        return self.catalogue.texts.render(self.language, key, params)

    def on(self, moment: datetime) -> str:
        return self.day(moment.astimezone(IST).date())

    def day(self, day: date) -> str:
        return written_date(self.catalogue, self.language, day)

    def moment(self, moment: datetime) -> dict[str, str]:
        """Date and time of a moment, as texts take them."""
        return {"date": self.on(moment), "time": f"{moment.astimezone(IST):%H:%M}"}

    def title(self, circle: str | None) -> str:
        return self.said("report-title", place="all" if circle is None else "one", name=self.place(circle or ""))

    def place(self, circle: str) -> str:
        """A circle's name; one that the catalogue does not have as it is written."""
        place = self.catalogue.places.get(circle)
        return place.name.said_in(self.language) if place else circle or self.said("report-unknown-circle")

    def milestone(self, span: Span, milestone: Milestone) -> str:
        """A milestone's name; one without a name by its number of courses."""
        courses = span.year.total if milestone.needs is Needs.EVERY else milestone.courses
        return self.said("report-milestone", milestone=milestone.id, courses=courses)

    def milestone_by(self, span: Span, milestone: Milestone) -> str:
        return self.said("report-milestone-by", milestone=self.milestone(span, milestone), date=self.day(milestone.due))

    def part(self, part: Part, *, is_of_all: bool = False) -> str:
        """A part's name; a division of all circles with its circle."""
        if part.kind is Kind.CIRCLE:
            return self.place(part.id)
        if part.kind is Kind.GROUP and len(part.id) == 1:
            return self.said("report-group", group=part.id)
        if part.kind is Kind.CURRICULUM:
            return self._list(part.id)
        name = part.id or self.said("report-unknown" if part.kind is not Kind.TOTAL else "report-kind-total")
        return f"{self.place(part.circle)}: {name}" if is_of_all and part.kind is Kind.DIVISION else name

    def newest(self, figures: Figures) -> str:
        """How old the reports are that it all comes from."""
        if not figures.reported_at:
            return self.said("report-no-reports")
        return self.said("report-newest", date=self.day(day_of(figures.reported_at)))

    def unfound(self, count: int) -> str:
        """How many people's figures are those of before."""
        return self.said("report-unfound", count=count, written=grouped(count))

    def by(self, actor: str) -> str:
        """Who made an export: "member:7", "command line"."""
        kind, _, id_ = actor.partition(":")
        if kind == "member" and id_.isdecimal():
            return self.said("report-who-member", id=id_)
        return self.said("report-who-command-line")

    def _list(self, curriculum: str) -> str:
        key = f"report-list-{_LISTS.get(curriculum, curriculum.replace('_', '-'))}"
        return self.said(key) if key in self.catalogue.texts else self.said("report-list-other", id=curriculum)


def grouped(number: int) -> str:
    """A number with the commas that India writes: 12,34,567."""
    digits, sign = str(abs(number)), "-" if number < 0 else ""
    head, tail = digits[:-3], digits[-3:]
    pairs = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)]
    return f"{sign}{','.join([*reversed(pairs), tail])}"


def changed(now: int, before: int) -> str:
    """A change with its sign: "+1,200", "−3", "±0"."""
    change = now - before
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{sign}{grouped(abs(change))}"


def week_before(moment: datetime) -> tuple[datetime, datetime]:
    """The first and the last day of the week before the one of a moment."""
    monday = moment.astimezone(IST) - timedelta(days=moment.astimezone(IST).weekday())
    return monday - timedelta(days=7), monday - timedelta(days=1)
