"""Many invented people, by number: every standing, every flag, every list, dates around the year's milestones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from handlers.facts import Claim, Claims, Facts, PlanRow, Post, State, unmatched
from knowledge.catalogue import Catalogue
from knowledge.reminder_policy import Hour
from tests.reminders.making import YEAR, moment

FIRST = date(2026, 1, 25)


def invented(catalogue: Catalogue, count: int, seed: int = 5) -> Iterator[Facts]:
    """So many people, the same ones each time; most could be reminded."""
    draw = Random(seed)
    posts = [*catalogue.designations, *["mts", "postman", "postal_assistant"] * 60]
    courses = list(catalogue.courses)
    for number in range(count):
        post = draw.choice(posts)
        done = draw.choice([0, 0, 1, 2, 3, 5, len(courses)])
        plan = draw.sample(courses, draw.choice([0, 0, 0, 5, 6, 9]))
        opened = FIRST + timedelta(days=draw.randrange(80))
        yield Facts(
            key=f"{number:06}",
            year=YEAR,
            told=Post(post) if draw.random() < 0.9 else Post(),
            reported=_reported(draw, posts),
            reported_circle=draw.choice([None, None, "delhi", "bihar", "delhi"]),
            has_left=draw.random() < 0.02,
            has_channel=draw.random() > 0.1,
            is_blocked=draw.random() < 0.03,
            is_opted_out=draw.random() < 0.1,
            snoozed_until=opened if draw.random() < 0.2 else None,
            hour=draw.choice([None, None, *Hour]),
            is_human_owned=draw.random() < 0.1,
            is_verified=draw.choice([None, True, False]),
            plan=(*(PlanRow(one, one) for one in plan), *(PlanRow(f"Title {one}") for one in range(len(plan) // 5))),
            progress={one: _claims(draw) for one in [*draw.sample(courses, done), unmatched("Title 0")]},
            assessment=_claims(draw) if draw.random() < 0.5 else Claims(),
            opened_on=opened,
            reminded_on=FIRST + timedelta(days=draw.randrange(80)) if draw.random() < 0.3 else None,
            any_reminded_on=FIRST + timedelta(days=draw.randrange(80)) if draw.random() < 0.3 else None,
        )


def _reported(draw: Random, posts: list[str]) -> Post:
    kind = draw.random()
    if kind < 0.03:
        return Post(is_unknown=True)
    if kind < 0.06:
        return Post(meanings=("mts", "postman"))
    return Post(draw.choice(posts)) if kind < 0.4 else Post()


def _claims(draw: Random) -> Claims:
    said, reported = FIRST + timedelta(days=draw.randrange(60)), FIRST + timedelta(days=draw.randrange(60))
    state = draw.choice([State.COMPLETED, State.COMPLETED, State.IN_PROGRESS])
    return draw.choice(
        [
            Claims(Claim(State.COMPLETED, moment(said), said)),
            Claims(reported=Claim(State.COMPLETED, moment(reported), reported)),
            Claims(Claim(State.COMPLETED, moment(said), said), Claim(state, moment(reported))),
        ]
    )
