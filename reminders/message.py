"""What a reminder and the congratulation say. Lines of text keys; the buttons are the caller's."""

from __future__ import annotations

from datetime import date

from handlers.assessed import Assessed
from handlers.messages import Choice, Line, Reply, line
from handlers.own_list import title
from handlers.plan import make_plan, plan_lines
from handlers.talk import source_line, written_date
from knowledge.catalogue import Catalogue, Language, TrainingYear
from knowledge.reminder_policy import Milestone, Needs
from knowledge.training_year import when
from reminders.judgement import Judgement

#: The topic whose sources the congratulation names.
_APAR = "apar"


def reminder(
    catalogue: Catalogue,
    language: Language,
    year: TrainingYear,
    assessed: Assessed,
    judgement: Judgement,
    day: date,
    choices: tuple[Choice, ...] = (),
) -> Reply:
    """The reminder of a day: what is due when, what is left by name, the plan."""
    last = "-last" if judgement.is_last_day else ""
    due = [one for one in year.reminders.milestones if one.id in judgement.milestones]
    lines = [
        line(f"reminder-lead{last}", year=year.id),
        *([line("reminder-verify")] if judgement.verify_first else []),
        *(_milestone(catalogue, language, one, assessed, day) for one in due),
        *_left(catalogue, language, year, assessed, day),
        line("reminder-note"),
        line("list-authority", over="no"),
    ]
    return Reply(language, tuple(lines), choices)


def congratulation(
    catalogue: Catalogue, language: Language, year: TrainingYear, assessed: Assessed, choices: tuple[Choice, ...] = ()
) -> Reply:
    """Everything is done: what to check in the APAR."""
    lines = (
        line("congratulation", year=year.id, total=len(assessed.own.courses)),
        line("congratulation-check", apar_year=year.apar_year),
        source_line(catalogue, language, catalogue.topics[_APAR].sources, False),
    )
    return Reply(language, lines, choices)


def _left(
    catalogue: Catalogue, language: Language, year: TrainingYear, assessed: Assessed, day: date
) -> tuple[Line, ...]:
    """What is left by name: the plan where there is time for one, and the assessment's courses outside the list."""
    plan = make_plan(assessed, catalogue, year, day)
    if plan is not None:
        lines = plan_lines(catalogue, language, plan)
    elif assessed.remaining:
        lines = tuple(line("courses-line", title=title(catalogue, key)) for key in assessed.remaining)
    else:
        lines = (line("reminder-done"),)
    if not assessed.extra or assessed.assessment_passed:
        return lines
    titles = ", ".join(title(catalogue, key) for key in assessed.extra)
    return (*lines, line("reminder-extra", titles=titles, total=len(assessed.own.courses)))


def _milestone(catalogue: Catalogue, language: Language, one: Milestone, assessed: Assessed, day: date) -> Line:
    total = len(assessed.own.courses)
    spoken = {"date": written_date(catalogue, language, one.due), "when": when(one.due, day)}
    days = (one.due - day).days
    if one.needs is Needs.ASSESSMENT:
        return line("reminder-assessment", **spoken, days=days)
    count = total if one.needs is Needs.EVERY else one.courses
    done = len(assessed.completed)
    return line("reminder-courses", **spoken, days=days, count=count, total=total, done=done)
