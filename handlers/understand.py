"""What a free-text message asks: one of three actions, by thresholds that are content."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.applicant import Applicant, from_message
from handlers.context import DEPENDS, carried_on, leaning
from handlers.step import ActionTaken, Decision
from handlers.talk import Talk
from knowledge.clauses import clauses
from knowledge.designation_match import Named
from knowledge.normalise import detect_language, tokens
from knowledge.search import Match

#: How many topics a clarification offers, and a decision names.
_ALTERNATIVES = 3
#: From so many words on a message is a story, whose question stands in one of its sentences.
_LONG = 16
#: From so many questions in one message on, the first is answered and the others are offered.
_SEVERAL = 3
#: Topics that ask nothing.
_NO_QUESTION = frozenset(("greeting",))
#: Topics that people mean who say their post beside a few words: likely is sure enough.
_OF_A_POST = frozenset(("courses.mine", "syllabus.mine"))


def understand(talk: Talk, text: str, named: Named) -> Decision:
    """Decide to answer, clarify or decline; a message that is only a designation asks for its courses."""
    ranked = leaning(talk, text, talk.library.topics_of(text))
    applicant = from_message(named) if named else talk.applicant
    if named and named.whole and not (ranked and ranked[0].score == 1.0):
        return _decision(talk, text, "answer", [Match(carried_on(talk), 1.0)], applicant)
    inside = [match for match in ranked if not talk.catalogue.topics[match.topic].decline]
    action = _action(talk, ranked, inside, bool(named))
    if action == "clarify" and named.sure:
        action = "answer" if inside[0].topic in _OF_A_POST else "clarify"
        inside = _with_courses(inside)
    is_phrase = bool(ranked) and ranked[0].score == 1.0
    listed = [] if is_phrase else _listed(talk, text)
    apart = [] if is_phrase or action == "decline" else listed or _asked_apart(talk, text)
    if listed or (apart and action == "answer" and inside[0].topic in _NO_QUESTION):
        first = (listed or apart)[0]
        return _decision(talk, text, "answer", [first, *inside], applicant, listed or apart)
    carries = apart[0] if len(apart) == 1 and len(tokens(text)) >= _LONG else None
    if action == "clarify" and carries and carries.topic in {match.topic for match in inside[:_ALTERNATIVES]}:
        # A long story: one sentence of it surely asks what the whole only hints at.
        action, inside = "answer", [carries, *(match for match in inside if match.topic != carries.topic)]
    if len(apart) > 1 and inside[0].topic in {match.topic for match in apart}:
        first = inside[0] if action == "answer" else apart[0]
        action, inside = "answer", [first, *(match for match in inside if match.topic != first.topic)]
    return _decision(talk, text, action, inside, applicant, apart)


def _asked_apart(talk: Talk, text: str) -> list[Match]:
    """The topics that single clauses of the message surely ask for, in their order; greetings ask nothing."""
    parts = clauses(text, talk.catalogue.words["joints"])
    return _surely_asked(talk, parts) if any(tokens(part) != tokens(text) for part in parts) else []


def _listed(talk: Talk, text: str) -> list[Match]:
    """The topics of a message that is nothing but several different questions; a comma parts these as well."""
    parts = clauses(text, talk.catalogue.words["joints"], at_commas=True)
    found = _surely_asked(talk, parts) if len(parts) >= _SEVERAL else []
    return found if len(found) == len(parts) else []


def _surely_asked(talk: Talk, parts: tuple[str, ...]) -> list[Match]:
    found: dict[str, Match] = {}
    for part in parts:
        best = next(iter(talk.library.topics_of(part)), None)
        if best is None or best.score < talk.catalogue.thresholds.answer or best.topic in _NO_QUESTION:
            continue
        if not talk.catalogue.topics[best.topic].decline:
            found.setdefault(best.topic, best)
    return list(found.values())


def _with_courses(inside: list[Match]) -> list[Match]:
    """Offer the courses too to somebody who says their post."""
    offered = inside[:_ALTERNATIVES]
    if any(match.topic == "courses.mine" for match in offered):
        return inside
    courses = [match for match in inside if match.topic == "courses.mine"]
    return [*offered[: _ALTERNATIVES - 1], *courses, *offered[_ALTERNATIVES - 1 :]]


def _action(talk: Talk, ranked: list[Match], inside: list[Match], names_post: bool) -> ActionTaken:
    """Decline what is likely about something else; answer what is likely and clear of the next; else ask.

    A question that depends on the post and names one is not declined while that reading leads.
    """
    limits = talk.catalogue.thresholds
    outside = sum(match.score for match in ranked if talk.catalogue.topics[match.topic].decline)
    if not inside or limits.declines(inside[0].score, outside):
        asks_for_post = bool(inside) and names_post and inside[0].topic in DEPENDS and inside[0].score > outside
        if not asks_for_post:
            return "decline"
    second = inside[1].score if len(inside) > 1 else 0.0
    return "answer" if limits.is_sure(inside[0].score, second) else "clarify"


def _decision(talk: Talk, text: str, action: ActionTaken, inside: list[Match], applicant: Applicant,
              apart: Sequence[Match] = ()) -> Decision:  # fmt: skip
    answered = inside[0] if action == "answer" else None
    rest = [match for match in inside if answered is None or match.topic != answered.topic]
    others = [match.topic for match in apart if answered and match.topic != answered.topic]
    return Decision(
        action=action,
        topic=answered.topic if answered else None,
        alternatives=tuple(match.topic for match in rest[:_ALTERNATIVES]),
        confidence=inside[0].score if inside else 0.0,
        detected_language=detect_language(text, talk.catalogue.words["hinglish"]),
        applicant=applicant,
        shown=answered.shown if answered else None,
        further=tuple(others[: _SEVERAL - 1]),
    )
