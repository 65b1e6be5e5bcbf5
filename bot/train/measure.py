"""How good a model is on questions with known topics, whatever was decided: the same figures for every set."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from knowledge.search import Match
from knowledge.thresholds import Thresholds

_LENGTHS = ((4, "1 to 4 words"), (11, "5 to 11 words"), (24, "12 to 24 words"), (10_000, "25 words and more"))


class Case(Struct, frozen=True):
    """A question: the topics that would satisfy, none where it must be declined; and how it was ranked."""

    text: str
    language: str
    accepted: frozenset[str]
    ranked: tuple[Match, ...]
    outside: float

    @property
    def is_right(self) -> bool:
        return bool(self.ranked) and self.ranked[0].topic in self.accepted

    @property
    def is_near(self) -> bool:
        return any(match.topic in self.accepted for match in self.ranked[:3])

    @property
    def length(self) -> str:
        return next(name for most, name in _LENGTHS if len(self.text.split()) <= most)


def decide(limits: Thresholds, case: Case) -> str:
    """What `handlers.understand` decides for a message outside any conversation that names no post."""
    first, second = (*(match.score for match in case.ranked[:2]), 0.0, 0.0)[:2]
    if limits.declines(first, case.outside):
        return "decline"
    return "answer" if limits.is_sure(first, second) else "clarify"


class Figures(Struct, frozen=True):
    """Shares of a set, in percent."""

    inside: int
    outside: int
    first: float
    three: float
    declined: float
    answered: float
    wrong: float
    resolved: float

    HEAD = "  inside outside |  first  three  resolved  answered | declined | wrong answers"

    def row(self) -> str:
        return (
            f"{self.inside:8} {self.outside:7} | {self.first:6.1f} {self.three:6.1f} {self.resolved:9.1f} "
            f"{self.answered:9.1f} | {self.declined:8.1f} | {self.wrong:6.1f}"
        )


def figures(cases: Sequence[Case], limits: Thresholds) -> Figures:
    """Return what the issue of each decision was."""
    inside = [(case, decide(limits, case)) for case in cases if case.accepted]
    outside = [decide(limits, case) for case in cases if not case.accepted]
    right = [case.is_right for case, action in inside if action == "answer"]
    answers = len(right) + outside.count("answer")
    return Figures(
        inside=len(inside),
        outside=len(outside),
        first=_share(case.is_right and action != "decline" for case, action in inside),
        three=_share(case.is_near for case, _ in inside),
        declined=_share(action == "decline" for action in outside),
        answered=_share(action == "answer" for _, action in inside),
        wrong=100 * (answers - sum(right)) / answers if answers else 0.0,
        resolved=_share(
            (action == "answer" and case.is_right) or (action == "clarify" and case.is_near) for case, action in inside
        ),
    )


def report(cases: Sequence[Case], limits: Thresholds) -> Iterator[str]:
    """The figures in all, by language, length and topic; confusions, calibration and the curve."""
    yield f"{'':22}{Figures.HEAD}"
    yield f"{'all':22}{figures(cases, limits).row()}"
    for name in ("language", "length"):
        for key in sorted({str(getattr(case, name)) for case in cases}):
            part = [case for case in cases if str(getattr(case, name)) == key]
            yield f"{key:22}{figures(part, limits).row()}"
    by_topic: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for topic in sorted(case.accepted)[:1]:
            by_topic[topic].append(case)
    yield "\nRight first by topic, before any threshold:"
    yield "  ".join(f"{topic} {_share(case.is_right for case in rows):.0f}" for topic, rows in sorted(by_topic.items()))
    yield from _confusions(cases)
    yield from _calibration(cases)
    yield from _curve(cases, limits)


def _confusions(cases: Sequence[Case]) -> Iterator[str]:
    pairs = Counter(
        (sorted(case.accepted)[0], case.ranked[0].topic) for case in cases if case.accepted and not case.is_right
    )
    yield "\nTaken for another:"
    yield "  ".join(f"{meant} > {taken} {count}" for (meant, taken), count in pairs.most_common(20))


def _calibration(cases: Sequence[Case]) -> Iterator[str]:
    yield "\nScore of the first topic and how often it is right:"
    for low in range(0, 100, 10):
        part = [case for case in cases if case.ranked and low <= 100 * case.ranked[0].score < low + 10 + (low == 90)]
        if part:
            right = _share(case.is_right for case in part)
            yield f"{low / 100:.1f} to {low / 100 + 0.1:.1f}  {len(part):6}  {right:5.1f}"


def _curve(cases: Sequence[Case], limits: Thresholds) -> Iterator[str]:
    yield "\nOther thresholds (clarify, answer, margin):"
    yield f"{'':22}{Figures.HEAD}"
    for clarify in (0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97):
        yield _curve_row(cases, replace(limits, clarify=clarify))
    for answer, margin in ((0.5, 0.1), (0.6, 0.3), (0.7, 0.4), (0.75, 0.5), (0.8, 0.6), (0.9, 0.8)):
        yield _curve_row(cases, replace(limits, answer=answer, margin=margin))


def _curve_row(cases: Sequence[Case], limits: Thresholds) -> str:
    return f"{limits.clarify:6.2f} {limits.answer:6.2f} {limits.margin:6.2f}  {figures(cases, limits).row()}"


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return 100 * sum(found) / len(found) if found else 0.0
