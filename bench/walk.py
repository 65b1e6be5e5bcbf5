"""A step of a guided walk against a plain answer: the time of `step()` with what the store writes of it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from bot.content import load_library
from bot.store.reply_json import reply_to_json
from handlers.conversation import step
from handlers.messages import Inbound, Kind
from handlers.session import Person, Session, session_to_json
from handlers.step import Step
from handlers.walk_place import Standing, Walk
from knowledge.library import Library

#: One thing that a person does, and where they stand.
Case = tuple[Session, Inbound]
_NOW = datetime(2026, 2, 10, 10, tzinfo=UTC)
_PERSON = Person(language="en")
_EACH = 100


def walk_ratio(rounds: int) -> tuple[float, float]:
    """Return microseconds of a walk's step and of a plain answer, medians of alternating rounds."""
    library = load_library()
    walked, plain = list(_choices(library)), list(_answers(library))
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds + 1):  # the first one warms up
        for kept, cases in zip(times, (walked, plain), strict=True):
            kept.append(_timed(library, cases))
    return statistics.median(times[0][1:]), statistics.median(times[1][1:])


def _timed(library: Library, cases: list[Case]) -> float:
    start = time.perf_counter()
    for number in range(_EACH):
        _write(step(_PERSON, *cases[number % len(cases)], library, _NOW))
    return (time.perf_counter() - start) / _EACH * 1e6


def _write(taken: Step) -> None:
    session_to_json(taken.session)
    for reply in taken.replies:
        reply_to_json(reply)


def _choices(library: Library) -> Iterator[Case]:
    """The first choice of every question."""
    since = int(_NOW.timestamp())
    for flow in library.catalogue.flows.values():
        for one in flow.steps.values():
            if one.choices and not one.choices[0].to.is_end:
                walk = Walk(flow.id, one.id, since=since, standing=Standing.ON)
                session = Session(step=1, is_greeted=True, language="en", walk=walk)
                yield session, Inbound(Kind.TAP, f"1:w:{one.id}.0")


def _answers(library: Library) -> Iterator[Case]:
    """Every topic whose answer is a text, by its button."""
    for topic in library.catalogue.topics.values():
        if not topic.composed and not topic.decline:
            yield Session(step=1, is_greeted=True, language="en"), Inbound(Kind.TAP, f"1:t:{topic.id}")
