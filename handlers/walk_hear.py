"""What a typed message means in the middle of a guided walk: a choice, a word that steers, or a question beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from handlers import walk, walk_end
from handlers.actions import Verb, unpack
from handlers.messages import Reply, line
from handlers.session import Awaiting
from handlers.spoken import spoken_words
from handlers.step import Decision, Step
from handlers.talk import Talk
from handlers.walk_offer import claimed_step
from handlers.walk_place import Standing
from handlers.walk_step import at, is_on, show_again, step_of, step_reply
from knowledge.catalogue import LANGUAGES, Catalogue
from knowledge.flow import FlowStep
from knowledge.fold import fold
from knowledge.normalise import tokens

#: "Still not" is listened for in messages of at most so many words.
_SHORT = 8
#: Buttons of an answer beside a walk that would lead away from it.
_LEADS_AWAY = frozenset((Verb.TOPIC, Verb.MENU, Verb.RATE, Verb.HUMAN))


def said(talk: Talk, text: str) -> Step | None:
    """A choice of the step by its label, "solved", "not solved", or a word that steers the walk; else None."""
    standing = talk.session.walk.standing if talk.session.walk else None
    if talk.session.awaiting is not Awaiting.NOTHING:
        return None
    step = step_of(talk)
    if step is None or standing in (Standing.LEFT, Standing.REMINDED):
        return _offered(talk, text)
    if standing is Standing.OFFERED:
        return _is_it_solved(talk, text, step)
    number = _labelled(talk.catalogue, step, text)
    if number is not None:
        return walk.take(talk, number, ())
    spoken = spoken_words(talk, text)
    for words, act in _STEERING.items():
        if spoken in talk.catalogue.words[words]:
            return act(talk)
    return _is_it_solved(talk, text, step)


def asked(talk: Talk, text: str, decision: Decision) -> Step | None:
    """A message that makes a choice, or is on a topic of the same flow; None where it is a question beside the walk."""
    step = step_of(talk)
    if step is None or not is_on(talk):
        return None
    concepts = talk.library.concepts_in(text)
    claimed = claimed_step(talk.catalogue, decision.shown or decision.topic or "")
    number = step.settled_by(frozenset(concepts))
    if number is not None and _may_mean(step, number, decision, claimed):
        return walk.take(talk, number, concepts)
    if decision.action != "answer":
        unclear = show_again(talk, line("walk-unclear"))
        return replace(unclear, decision=decision) if unclear else None
    return _same_flow(talk, step, claimed, concepts) if claimed and claimed.flow == step.flow else None


def followed(talk: Talk, taken: Step) -> Step:
    """After an answer beside the walk its step is shown again, as a second reply."""
    walked = taken.session.walk
    step = at(talk, walked) if walked and walked.standing is Standing.ON else None
    if walked is None or step is None or not taken.replies or taken.session.awaiting is not Awaiting.NOTHING:
        return taken
    if any(one.key in (step.text, "walk-too-long") for reply in taken.replies for one in reply.lines):
        return taken
    beside = talk.at(replace(taken.session, step=talk.session.step))
    again = step_reply(beside, walked, step)
    replies = (_staying(reply, again) for reply in taken.replies)
    ended = beside.end(*replies, again, then=taken.session.then, subject=taken.session.subject)
    return replace(taken, session=ended.session, replies=ended.replies)


def _staying(reply: Reply, again: Reply) -> Reply:
    """The reply without the buttons that lead away, and without the other language's where the step has it."""
    languages = [choice for choice in reply.choices if choice.verb is Verb.LANGUAGE]
    goes = languages if len(languages) == 1 and languages[0] in again.choices else []
    stays = (choice for choice in reply.choices if choice.verb not in _LEADS_AWAY and choice not in goes)
    return replace(reply, choices=tuple(stays))


def _may_mean(step: FlowStep, number: int, decision: Decision, claimed: FlowStep | None) -> bool:
    """Whether the words may make this choice: not where they surely ask something that belongs elsewhere."""
    if decision.action != "answer":
        return True
    return claimed is not None and claimed.flow in (step.flow, step.choices[number].to.flow)


def _same_flow(talk: Talk, step: FlowStep, claimed: FlowStep, concepts: tuple[str, ...]) -> Step | None:
    """On to where the message leads; one that only says the same again, of a step to try, says that it did not help."""
    found = walk.reached(talk, claimed.flow, claimed.id, concepts)
    passed = {place for place, _ in talk.session.walk.path} if talk.session.walk else set()
    if found and found[1].place != step.place and found[1].place not in passed:
        return walk.arrive(talk, *found)
    return walk.settle(talk, "no") if step.unsolved else show_again(talk, line("walk-unclear"))


def _offered(talk: Talk, text: str) -> Step | None:
    """Outside a walk: the label of a button that the last reply had, and that begins one or goes on with it."""
    button = _outside(talk.catalogue).get(tokens(text))
    offered = (action for action in map(unpack, talk.session.offered) if action)
    if button is None or button not in {(action.verb, action.argument) for action in offered}:
        return None
    verb, argument = button
    if verb is Verb.FLOW:
        return walk.choose_flow(talk, argument)
    return walk.go_on(talk) if verb is Verb.GO_ON else walk_end.to_person(talk)


def _is_it_solved(talk: Talk, text: str, step: FlowStep) -> Step | None:
    """Yes or no to "did that solve it?", in many words."""
    button = _buttons(talk.catalogue).get(tokens(text))
    if button and (is_on(talk) or button not in _ON_THE_WAY):
        return _BUTTONS[button](talk)
    if step.unsolved is None and is_on(talk):
        return None
    lists, spoken = talk.catalogue.words, spoken_words(talk, text)
    if spoken in lists["no"] or spoken in lists["unsolved"]:
        return walk.settle(talk, "no")
    if spoken in lists["yes"] or spoken in lists["solved"]:
        return walk.settle(talk, "yes")
    words = " ".join(tokens(text))
    is_still = len(words.split()) <= _SHORT and any(f" {phrase} " in f" {words} " for phrase in lists["still"])
    return walk.settle(talk, "no") if is_still else None


@lru_cache(maxsize=2)
def _outside(catalogue: Catalogue) -> dict[tuple[str, ...], tuple[Verb, str]]:
    """The labels of buttons that begin a walk, go on with one, or lead to a person."""
    buttons = {"button-go-on": (Verb.GO_ON, ""), "button-person": (Verb.HUMAN, "")}
    buttons |= {flow.title: (Verb.FLOW, flow.id) for flow in catalogue.flows.values()}
    render = catalogue.texts.render
    return {tokens(render(language, key)): button for language in LANGUAGES for key, button in buttons.items()}


#: What the buttons below every step, and below the offer of a walk, do when their label is typed.
_BUTTONS: Mapping[str, Callable[[Talk], Step]] = {
    "button-solved": lambda talk: walk.settle(talk, "yes"),
    "button-not-solved": lambda talk: walk.settle(talk, "no"),
    "button-step-by-step": lambda talk: walk.settle(talk, "no"),
    "button-back": walk.back,
    "button-restart": walk.restart,
    "button-person": walk_end.to_person,
}
_ON_THE_WAY = frozenset(("button-back", "button-restart"))
#: Words of `words.yaml` that steer a walk.
_STEERING: Mapping[str, Callable[[Talk], Step]] = {
    "back": walk.back,
    "restart": walk.restart,
    "person": walk_end.to_person,
}


@lru_cache(maxsize=2)
def _buttons(catalogue: Catalogue) -> dict[tuple[str, ...], str]:
    return {tokens(catalogue.texts.render(language, key)): key for language in LANGUAGES for key in _BUTTONS}


def _labelled(catalogue: Catalogue, step: FlowStep, text: str) -> int | None:
    """The one choice whose label has all the words of the message."""
    spoken = {fold(word) for word in tokens(text)}
    labels = _label_words(catalogue, step)
    equal = [at for at, words in labels if words == spoken]
    found = dict.fromkeys(equal or (at for at, words in labels if spoken and spoken <= words))
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=512)
def _label_words(catalogue: Catalogue, step: FlowStep) -> tuple[tuple[int, frozenset[str]], ...]:
    """The folded words of every choice's label, in every language."""
    return tuple(
        (number, frozenset(fold(word) for word in tokens(catalogue.texts.render(language, choice.label))))
        for number, choice in enumerate(step.choices)
        for language in LANGUAGES
    )
