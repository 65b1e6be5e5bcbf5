"""The weekly digest of a cell: what changed, who needs a call, where the guided walks help less than before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from handlers.cell_report import choices, title
from handlers.desk_way import way_walked
from handlers.made import ALL
from handlers.messages import Line, Reply, line
from knowledge.catalogue import Catalogue, Language
from reminders.figures import Count, Figures, Kind, percent
from reminders.report_table import unanswered
from reminders.report_words import Words, changed, grouped, week_before
from reminders.troubles import Trouble, worst


def digest(figures: Figures, steps: Sequence[Trouble], catalogue: Catalogue, language: Language) -> Reply:
    """Write a circle's digest (of all circles: the Training Division's); `steps`: what happened in the walks."""
    writing = _Digest(figures, catalogue, Words(catalogue, language))
    of = figures.span.circle or ALL
    lines = (*writing.stand(), *writing.work(), *writing.calls(), *writing.troubles(steps), writing.questions())
    return Reply(language, lines, choices(of, has_picture=False))


class _Digest(Struct, frozen=True):
    figures: Figures
    catalogue: Catalogue
    words: Words

    def stand(self) -> Iterator[Line]:
        """The figures, each with its change."""
        figures, words = self.figures, self.words
        total, before = figures.total, self._before()
        first, last = week_before(figures.span.now)
        of = figures.span.circle or ALL
        yield line("digest-title", title=title(self.catalogue, words.language, of), **{
            "from": words.on(first), "to": words.on(last)})  # fmt: skip
        yield line(
            "digest-people",
            employees=grouped(total.employees),
            linked=grouped(total.linked),
            linked_percent=percent(total.linked, total.employees),
            linked_change=_change(total.linked, before.linked if before else None),
            verified=grouped(total.verified),
            verified_percent=percent(total.verified, total.employees),
            verified_change=_change(total.verified, before.verified if before else None),
        )
        for place, milestone in enumerate(figures.span.year.reminders.milestones):
            met = total.met[place] if place < len(total.met) else 0
            then = before.met[place] if before and place < len(before.met) else None
            yield line(
                "digest-milestone",
                milestone=words.milestone_by(figures.span, milestone),
                percent=percent(met, total.mandated),
                count=grouped(met),
                of=grouped(total.mandated),
                change=_change(met, then),
            )
        if before is None:
            yield line("digest-first")

    def work(self) -> Iterator[Line]:
        """What was done for the people in the week."""
        tickets, before = self.figures.all_tickets, self._before()
        reminders = self.figures.total.reminded - (before.reminded if before else 0)
        yield line(
            "digest-work",
            reminders=grouped(max(0, reminders)),
            opened=grouped(tickets.opened_lately),
            answered=grouped(tickets.answered_lately),
            open=grouped(tickets.open),
        )

    def calls(self) -> Iterator[Line]:
        """Where people are behind whom no message reaches, most of them first; the list is behind a button."""
        figures, total = self.figures, self.figures.total
        if not total.calls:
            yield line("digest-no-calls")
            return
        yield line("digest-calls", count=grouped(total.calls))
        kind = Kind.CIRCLE if figures.span.circle is None else Kind.DIVISION
        parts = sorted((part for part in figures.parts(kind) if part.count.calls), key=lambda part: -part.count.calls)
        for part in parts[: self.catalogue.figures.calls]:
            yield line("digest-calls-part", part=self.words.part(part), count=grouped(part.count.calls))

    def troubles(self, steps: Sequence[Trouble]) -> Iterator[Line]:
        """The steps that help less than the week before; nothing where there are none."""
        found = worst(steps, self.catalogue.figures.troubles)
        if found:
            yield line("digest-troubles")
        for one in found:
            walked = way_walked(self.catalogue, (f"{one.flow}/{one.step}",), self.words.language)
            step, count = walked[0] if walked else f"{one.flow}/{one.step}", grouped(one.lately)
            if one.before:
                yield line("digest-trouble", step=step, count=count, times=one.times)
            else:
                yield line("digest-trouble-new", step=step, count=count)

    def questions(self) -> Line:
        lately = self.figures.questions.lately
        return line("digest-questions", count=grouped(unanswered(lately)), bad=grouped(lately.get("not_helpful", 0)))

    def _before(self) -> Count | None:
        known = self.figures.before()
        return known[1] if known else None


def _change(now: int, before: int | None) -> str:
    return "" if before is None else f", {changed(now, before)}"
