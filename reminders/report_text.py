"""A report as lines and rows of text, for the terminal and the desk page."""

from __future__ import annotations

from reminders.figures import OPEN, Figures, Kind, Part, percent
from reminders.report_table import unanswered
from reminders.report_words import Words, changed, grouped


def summary_of(figures: Figures, words: Words) -> list[str]:
    """What stands above the table: whose, of when, what is not in any part."""
    total, tickets, lately = figures.total, figures.all_tickets, figures.questions.lately
    lines = [
        words.title(figures.span.circle),
        words.said("report-year", year=figures.span.year.id),
        words.said("report-as-of", **words.moment(figures.span.now)),
        words.newest(figures),
        words.said("report-employees", count=total.employees, written=grouped(total.employees)),
    ]
    if figures.unfound:
        lines.insert(4, words.unfound(figures.unfound))
    if total.employees > total.mandated:
        lines.append(words.said("report-outside", written=grouped(total.employees - total.mandated)))
    unsettled = sum(part.count.employees for part in figures.parts(Kind.CURRICULUM) if part.id == OPEN)
    if unsettled:
        lines.append(words.said("report-open", written=grouped(unsettled)))
    known = figures.before()
    if known is not None:
        day, before = known
        date = words.day(day)
        changes = [(words.said("report-linked"), total.linked, before.linked)]
        changes += (
            (words.milestone(figures.span, one), now, then)
            for one, now, then in zip(figures.span.year.reminders.milestones, total.met, before.met, strict=False)
        )
        told = (
            f"{name}: {words.said('report-more', date=date, change=changed(now, then))}" for name, now, then in changes
        )
        lines += told
    for key, values in (
        ("calls-count", {"count": total.calls}),
        ("tickets", {"opened": tickets.opened, "answered": tickets.answered, "open": tickets.open}),
        ("questions", {"count": unanswered(lately), "bad": lately.get("not_helpful", 0)}),
        ("came", {"count": figures.came, "new": figures.were_new}),
        ("others", {"count": figures.others}),
    ):
        lines.append(words.said(f"report-{key}", **{name: grouped(value) for name, value in values.items()}))
    return lines


def row_of(figures: Figures, words: Words, part: Part) -> tuple[list[str], list[str]]:
    """The header behind the part's name, and the part's row with its name: numbers, each share with its percent."""
    count, milestones = part.count, figures.span.year.reminders.milestones
    met = count.met or (0,) * len(milestones)
    shares = [
        (words.said("report-column-linked"), count.linked, count.employees),
        (words.said("report-column-verified"), count.verified, count.employees),
        *((words.milestone(figures.span, one), met[place], count.mandated) for place, one in enumerate(milestones)),
    ]
    header = [words.said("report-column-employees"), *(name for name, _, _ in shares)]
    header += [words.said("report-column-reminders"), words.said("report-column-calls")]
    cells = [f"{grouped(done)}\n{percent(done, of)} %" for _, done, of in shares]
    name = words.part(part, is_of_all=figures.span.circle is None)
    return header, [name, grouped(count.employees), *cells, grouped(count.reminded), grouped(count.calls)]
