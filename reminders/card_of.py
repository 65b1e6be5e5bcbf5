"""A person's card, from what is known of them."""

from __future__ import annotations

from datetime import date

from handlers.assessed import assess
from handlers.facts import Facts
from handlers.own_list import title
from handlers.progress import counted
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.reminder_policy import Milestone, Needs
from reminders.card import Card, Exam, Goal


def card_of(facts: Facts, catalogue: Catalogue, year: TrainingYear, today: date) -> Card | None:
    """The card of a person on a day; None where no list of courses is theirs (yet)."""
    assessed, days = assess(facts, catalogue, year), year.reminders.report_days
    own = assessed.own.courses
    if not own:
        return None
    lengths = [course.minutes if (course := catalogue.courses.get(key)) else None for key in assessed.remaining]
    told = sum(counted(facts.progress[key], days).is_unconfirmed for key in assessed.completed)
    is_reported = any(claims.reported for claims in (*facts.progress.values(), facts.assessment))
    return Card(
        year=year.id,
        today=today,
        total=len(own),
        completed=len(assessed.completed),
        floor=-(-len(own) * year.floor_percent // 100),
        floor_percent=year.floor_percent,
        goals=tuple(_goal(one, len(own)) for one in year.reminders.milestones if one.needs is not Needs.ASSESSMENT),
        exam=Exam(year.assessment.due, year.assessment.attempts, assessed.assessment_passed, facts.attempts or 0),
        left=tuple(title(catalogue, key) for key in assessed.remaining),
        login=True if is_reported or facts.is_verified or facts.is_mapped else None,
        verified=facts.is_verified,
        mapped=facts.is_mapped,
        told=told,
        extra=tuple(title(catalogue, key) for key in assessed.extra),
        minutes=sum(minutes or 0 for minutes in lengths),
        unpublished=sum(minutes is None for minutes in lengths),
    )


def _goal(one: Milestone, total: int) -> Goal:
    return Goal(one.id, one.due, total if one.needs is Needs.EVERY else one.courses)
