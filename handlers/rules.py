"""Dates, assessment rules, the support ladder: composed from the year's data and the entered contacts."""

from __future__ import annotations

from datetime import date

from handlers.actions import Verb
from handlers.courses import Body
from handlers.messages import Choice, Line, line
from handlers.talk import Talk
from knowledge.training_year import when


def deadlines_body(talk: Talk) -> Body:
    """Phase by phase, each date spoken of as past, today or ahead."""
    year = talk.view.year
    note = talk.line("deadline-note", when=when(year.due, talk.view.today))
    sources = (*year.sources[:1], *year.phases[0].sources[:1])
    return Body((talk.line("deadline-lead"), *year_dates(talk), note), sources=sources)


def year_dates(talk: Talk) -> tuple[Line, ...]:
    """Each phase and the assessment, with its date."""
    year, today = talk.view.year, talk.view.today

    def said(key: str, due: date, **more: int) -> Line:
        return talk.line(key, date=talk.date(due), when=when(due, today), days=max(0, (due - today).days), **more)

    phases = (said("deadline-phase", phase.due, count=phase.courses) for phase in year.phases)
    return (*phases, said("deadline-assessment", year.assessment.due))


def assessment_body(talk: Talk) -> Body:
    """The assessment's rules, what a failure means, and which courses open it."""
    lines = (talk.line("assessment-facts"), talk.line("assessment-fail"), talk.line("assessment-note"))
    return Body(lines, sources=talk.view.year.assessment.sources)


def support_body(talk: Talk, named: str | None) -> Body:
    """The ladder: circle cell (contact only if an administrator entered one), Training Division, platform.

    `named` is the circle that the message names: it counts for this answer, before the stored one, and is not kept.
    """
    circle = named or talk.person.circle
    platform = talk.line("support-platform", platform_email=talk.catalogue.support.platform_email)
    lines = (talk.line("support-lead"), _cell(talk, circle), talk.line("support-division"), platform)
    if circle in talk.catalogue.places:
        return Body(lines)
    return Body(lines, (Choice(line("button-tell-circle"), Verb.PROFILE, "circle"),), needs_circle=True)


def _cell(talk: Talk, circle: str | None) -> Line:
    place = talk.catalogue.places.get(circle or "")
    if place is None:
        return talk.line("support-cell-unknown-circle")
    name = place.name.said_in(talk.language)
    cell = talk.catalogue.support.cells.get(place.id)
    if cell is None:
        return talk.line("support-cell-empty", circle=name)
    if talk.view.today in cell.holidays:
        return talk.line("support-cell-holiday", circle=name, contact=cell.contact)
    if not cell.hours:
        return talk.line("support-cell-no-hours", circle=name, contact=cell.contact)
    return talk.line("support-cell-known", circle=name, contact=cell.contact, hours=cell.hours)
