"""What can be noted as done for a year, what is, and what of it counts by the person's word alone."""

from __future__ import annotations

from handlers.facts import ASSESSMENT, MAPPED, VERIFIED, Facts, Source
from handlers.marks import Failed, failed_of
from handlers.own_facts import assessed_of, facts_of
from handlers.progress import counted
from handlers.talk import Talk
from knowledge.catalogue import TrainingYear


def open_keys(talk: Talk, year: TrainingYear) -> tuple[str, ...]:
    """What can be noted: what is left of the list, the assessment's other courses, the assessment, the profile."""
    facts, assessed = facts_of(talk, year=year), assessed_of(talk, year=year)
    courses = (*assessed.remaining, *assessed.extra)
    if not assessed.own.courses:  # no list is known: any course
        done = done_keys(facts, year)
        courses = tuple(key for key in talk.catalogue.courses if key not in done)
    exam = () if assessed.assessment_passed else (ASSESSMENT,)
    profile = ((VERIFIED, facts.is_verified), (MAPPED, facts.is_mapped))
    failed = next_failed(facts, year) if exam else ()
    return (*courses, *exam, *(key for key, is_done in profile if not is_done), *failed)


def next_failed(facts: Facts, year: TrainingYear, times: int | None = None) -> tuple[str, ...]:
    """The key of one more failed attempt, or of `times` in all; nothing where there cannot be so many."""
    before = facts.attempts or 0
    failed = Failed(before + 1 if times is None else times, before)
    return (failed.key,) if before < failed.times <= year.assessment.attempts else ()


def is_done(key: str, facts: Facts, year: TrainingYear) -> bool:
    """Whether it is noted already."""
    failed = failed_of(key)
    return key in done_keys(facts, year) if failed is None else failed.times <= (facts.attempts or 0)


def done_keys(facts: Facts, year: TrainingYear) -> frozenset[str]:
    """What is noted, whoever says so."""
    days = year.reminders.report_days
    done = {key for key, claims in facts.progress.items() if counted(claims, days).is_completed}
    done |= {ASSESSMENT} if counted(facts.assessment, days, stays=True).is_completed else set()
    return frozenset(done | {key for key, has in ((VERIFIED, facts.is_verified), (MAPPED, facts.is_mapped)) if has})


def told_keys(talk: Talk, year: TrainingYear) -> tuple[str, ...]:
    """What counts for a year by the person's word alone."""
    facts, days = facts_of(talk, year=year), year.reminders.report_days
    keys = tuple(key for key, claims in facts.progress.items() if counted(claims, days).is_unconfirmed)
    return (*keys, *((ASSESSMENT,) if counted(facts.assessment, days, stays=True).is_unconfirmed else ()))


def year_of_told(talk: Talk, named: tuple[str, ...]) -> TrainingYear:
    """The year that something told is of, of what is named where something is: the one that covers the day.

    Where none does, the first in which there is any; the one spoken of comes first, then the later ones.
    """
    spoken_of = talk.view.year
    rest = () if talk.view.covers else tuple(one for one in reversed(talk.catalogue.years) if one != spoken_of)
    for year in (spoken_of, *rest):
        told = told_keys(talk, year)
        if any(key in told for key in named) if named else told:
            return year
    return spoken_of


def is_reported(talk: Talk, key: str, year: TrainingYear) -> bool:
    """Whether a report shows it."""
    facts = facts_of(talk, year=year)
    claims = facts.assessment if key == ASSESSMENT else facts.progress.get(key)
    found = counted(claims, year.reminders.report_days) if claims else None
    return found is not None and found.is_completed and found.source is Source.REPORT
