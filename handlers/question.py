"""A free-text message: an answer that was awaited, a word of the conversation, or a question."""

from __future__ import annotations

from handlers import answer as answers
from handlers import privacy, profile
from handlers.session import Awaiting
from handlers.step import Step
from handlers.talk import Talk
from handlers.understand import understand
from knowledge.normalise import tokens


def hear_text(talk: Talk, text: str) -> Step:
    """Answer a typed message; an empty one gets the menu."""
    if not tokens(text):
        return profile.menu(talk)
    return _word(talk, text) or _awaited(talk, text) or _question(talk, text)


def _word(talk: Talk, text: str) -> Step | None:
    """Single words that steer the talk."""
    lists, spoken = talk.catalogue.words, text.strip(" .!?।").casefold()
    if spoken in lists["menu"]:
        return profile.menu(talk)
    if spoken in lists["stop"] or spoken in lists["start"]:
        return profile.set_messages(talk, spoken in lists["start"])
    if spoken in lists["skip"] and talk.session.awaiting is not Awaiting.NOTHING:
        return profile.menu(talk)
    if spoken in lists["back"]:
        trail = talk.session.trail
        return answers.answer(talk, trail[-2], talk.applicant) if len(trail) > 1 else profile.menu(talk)
    return None


def _awaited(talk: Talk, text: str) -> Step | None:
    """What was asked for; None where the message is something else (a question asked in the middle)."""
    awaiting, lists = talk.session.awaiting, talk.catalogue.words
    if awaiting is Awaiting.DELETE:
        spoken = text.strip(" .!?।").casefold()
        is_answer = spoken in lists["yes"] or spoken in lists["no"]
        return privacy.delete(talk, spoken in lists["yes"]) if is_answer else None
    if awaiting is Awaiting.DESIGNATION:
        return _designation(talk, text)
    if awaiting is Awaiting.CIRCLE:
        found = profile.hear_circle(talk, text)
        return found or (None if _is_question(talk, text) else profile.circle_not_found(talk))
    return None


def _designation(talk: Talk, text: str) -> Step | None:
    named = talk.library.designation_in(text, alone=True)
    if not named:
        return None if _is_question(talk, text) else profile.designation_not_found(talk)
    if not named.whole and _is_question(talk, text):
        return None
    return profile.hear_designation(talk, named)


def _is_question(talk: Talk, text: str) -> bool:
    """Whether the message is better read as a question of its own than as the awaited answer."""
    ranked = talk.library.topics_of(text)
    return bool(ranked) and ranked[0].score >= talk.catalogue.limits.answer


def _question(talk: Talk, text: str) -> Step:
    named = talk.library.designation_in(text)
    decision = understand(talk, text, named)
    if decision.action == "clarify":
        return answers.clarify(talk, decision.alternatives, decision)
    if decision.topic is None:
        declining = next(id_ for id_, topic in talk.catalogue.topics.items() if topic.decline)
        return answers.decline(talk, declining, decision)
    return answers.answer(talk, decision.shown or decision.topic, decision.applicant, decision)
