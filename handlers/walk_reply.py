"""What "yes", "no", "done", "same problem", "ok" and "I do not know" mean at a step, or below the offer of a walk."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from handlers import walk
from handlers.actions import Verb
from handlers.messages import Choice, Line, line
from handlers.spoken import Phrases, made_of, phrases_of, spoken_words
from handlers.step import Step
from handlers.talk import Talk
from handlers.walk_place import Standing
from handlers.walk_step import MENU, PERSON, SOLVED_OR_NOT, is_on, show_again, step_reply
from knowledge.catalogue import LANGUAGES, Catalogue
from knowledge.flow import FlowStep
from knowledge.normalise import tokens

#: "Still not" is listened for in messages of at most so many words.
_SHORT = 8
#: The concept of a negation.
NEGATION = "not"
#: Lists of `words.yaml` that a short reply is made of; where a phrase is in two, the first one counts.
_LISTS = ("unsolved", "solved", "trying", "no", "yes", "thanks", "praise", "walk_beside")
_KIND = {"unsolved": "no", "no": "no", "solved": "solved", "trying": "trying", "yes": "yes"}


def replied(talk: Talk, text: str, step: FlowStep) -> Step | None:
    """The reply to such a message; None where it is another one."""
    said = made_of(_phrases(talk.catalogue), tokens(text))
    kind = next((kind for name, kind in _KIND.items() if name in said), None)
    if kind == "no" and "solved" in said:  # "no, done": either
        return None
    if is_on(talk) and step.unsolved is None:
        return _to_question(talk, step, kind, is_thanked="thanks" in said, text=text)
    if kind == "trying":
        return None if "thanks" in said else asked_again(talk, line("walk-trying"))
    if kind is not None:
        return walk.settle(talk, "no" if kind == "no" else "yes")
    return walk.settle(talk, "no") if _is_still(talk, text) else None


def is_mere(talk: Talk, text: str) -> bool:
    """Whether a message is nothing but such words: no part of a label."""
    return bool(made_of(_phrases(talk.catalogue), tokens(text)))


def _to_question(talk: Talk, step: FlowStep, kind: str | None, *, is_thanked: bool, text: str) -> Step | None:
    """At a step that asks something: the choice that says yes or no, else the question once more."""
    if kind in ("yes", "no"):
        number = _yes_or_no(talk, step, is_no=kind == "no")
        number = step.settled_by(frozenset(talk.library.concepts_in(text))) if number is None else number
        return walk.take(talk, number, ()) if number is not None else show_again(talk, line("walk-pick"))
    if kind == "solved":
        return walk.settle(talk, "yes") if is_thanked else _is_all_well(talk, step)
    if kind == "trying":
        return None if is_thanked else show_again(talk, line("walk-pick"))
    if spoken_words(talk, text) not in talk.catalogue.words["unsure"]:
        return None
    number = _unsure(talk.catalogue, step)
    return walk.take(talk, number, ()) if number is not None else show_again(talk, line("walk-pick"))


def _yes_or_no(talk: Talk, step: FlowStep, *, is_no: bool) -> int | None:
    """Of two choices the one that has a negation, or that has none."""
    negated = [is_negated(talk, choice.label) for choice in step.choices]
    return negated.index(is_no) if sorted(negated) == [False, True] else None


def is_negated(talk: Talk, label: str) -> bool:
    """Whether a choice's label says "not" or "no"."""
    return NEGATION in talk.library.concepts_in(talk.catalogue.texts.render(talk.language, label))


def _is_all_well(talk: Talk, step: FlowStep) -> Step | None:
    """ "Done" at a question: the button that says so, beside the step's own."""
    standing = talk.session.walk
    if standing is None:
        return None
    reply, most = step_reply(talk, standing, step, line("walk-pick-solved")), talk.catalogue.limits.choices
    *own, menu = reply.choices
    choices: tuple[Choice, ...] = (SOLVED_OR_NOT[0], *own[: most - 2], menu)
    return talk.end(replace(reply, choices=choices), subject=talk.session.subject)


def asked_again(talk: Talk, said: Line) -> Step:
    """Whether it is solved, in other words ("OK": time to try it); the buttons of the step, or of the offer."""
    standing = talk.session.walk
    on = Choice(line("button-step-by-step"), Verb.FLOW, standing.place) if standing else SOLVED_OR_NOT[1]
    is_offered = standing is not None and standing.standing is Standing.OFFERED
    choices = (SOLVED_OR_NOT[0], on if is_offered else SOLVED_OR_NOT[1], PERSON, MENU)
    return talk.end(talk.reply(said, choices=choices), subject=talk.session.subject, walk=standing)


def _is_still(talk: Talk, text: str) -> bool:
    words = tokens(text)
    said = f" {' '.join(words)} "
    return (
        "?" not in text
        and len(words) <= _SHORT
        and any(f" {phrase} " in said for phrase in talk.catalogue.words["still"])
    )


@lru_cache(maxsize=2)
def _phrases(catalogue: Catalogue) -> Phrases:
    return phrases_of({name: map(tokens, catalogue.words[name]) for name in _LISTS})


@lru_cache(maxsize=512)
def _unsure(catalogue: Catalogue, step: FlowStep) -> int | None:
    """The choice whose label says "not sure"."""
    labels = [{catalogue.texts.render(lang, choice.label).casefold() for lang in LANGUAGES} for choice in step.choices]
    return next((at for at, label in enumerate(labels) if label & catalogue.words["unsure"]), None)
