"""What a typed message means in the middle of a guided walk: a choice, a word that steers, or a question beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec.structs import replace

from handlers import walk, walk_end
from handlers.actions import Verb, unpack
from handlers.context import last_topic
from handlers.messages import Reply, line
from handlers.session import Awaiting
from handlers.spoken import spoken_words
from handlers.step import Decision, Step
from handlers.talk import Talk
from handlers.walk_offer import claimed_step
from handlers.walk_place import Standing, is_only_offered
from handlers.walk_reply import NEGATION, is_mere, is_negated, replied
from handlers.walk_step import at, is_on, show_again, step_of, step_reply
from knowledge.catalogue import LANGUAGES, Catalogue
from knowledge.flow import FlowStep, Way
from knowledge.fold import fold
from knowledge.normalise import tokens

#: A message of so many words that names a choice makes it, whatever else it may be about.
_TERSE = 6
#: "It is not there" says that it did not help, in messages of at most so many words.
_SHORT = 12
#: Concepts of a question.
_ASKING = frozenset(("who", "why", "when", "where", "which", "how", "howmany", "howlong"))
#: Replies that are complete without the step below them.
_ALONE = frozenset(("walk-too-long", "walk-trying"))
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
    if standing is Standing.SOLVED:
        return walk.settle(talk, "no") if _takes_back(talk, text) else None
    number = _labelled(talk, step, text)
    if number is not None:
        return walk.take(talk, number, ())
    spoken = spoken_words(talk, text)
    for words, act in _STEERING.items():
        if spoken in talk.catalogue.words[words]:
            return act(talk)
    return _is_it_solved(talk, text, step)


def chosen(talk: Talk, text: str) -> Step | None:
    """A few words that make one choice of the step ("2 days ago"), before they could tell of anything else."""
    step, concepts = step_of(talk), talk.library.concepts_in(text)
    if step is None or not is_on(talk) or "?" in text or len(tokens(text)) > _TERSE:
        return None
    number = step.settled_by(frozenset(concepts))
    return walk.take(talk, number, concepts) if number is not None else None


def asked(talk: Talk, text: str, decision: Decision) -> Step | None:
    """A message that makes a choice, or is on a topic of the same flow; None where it is a question beside the walk."""
    step = step_of(talk)
    if step is None:
        return None
    concepts = talk.library.concepts_in(text)
    if not is_on(talk):
        return _below_offer(talk, text, decision, concepts)
    claimed = claimed_step(talk.catalogue, decision.shown or decision.topic or "")
    number = step.settled_by(frozenset(concepts))
    if number is not None and _may_mean(step, decision, claimed, text):
        return walk.take(talk, number, concepts)
    if decision.action != "answer":
        return _unclear(talk, text, decision, step, concepts)
    return _same_flow(talk, step, claimed, concepts, text) if claimed and claimed.flow == step.flow else None


def _below_offer(talk: Talk, text: str, decision: Decision, concepts: tuple[str, ...]) -> Step | None:
    """What says that it did not help, or would only bring the same answer again, begins the walk that it offers."""
    offered = talk.session.walk
    if offered is None or not is_only_offered(offered):
        return None
    if _is_no(text, decision, concepts):
        return walk.settle(talk, "no")
    is_same = decision.action == "answer" and (decision.shown or decision.topic) == last_topic(talk)
    if not is_same or "?" in text or _ASKING & set(concepts):
        return None
    return walk.begin(talk, Way(offered.flow, offered.step), (*offered.heard, *concepts))


def _unclear(talk: Talk, text: str, decision: Decision, step: FlowStep, concepts: tuple[str, ...]) -> Step | None:
    """What says "not" of a step to try means that it did not help; anything else shows the step again."""
    if step.unsolved and _is_no(text, decision, concepts):
        return walk.settle(talk, "no", concepts)
    unclear = show_again(talk, line("walk-unclear"))
    return replace(unclear, decision=decision) if unclear else None


def _is_no(text: str, decision: Decision, concepts: tuple[str, ...]) -> bool:
    """Whether a message in which nothing is sure but a "not" says that it did not help."""
    return decision.action == "clarify" and NEGATION in concepts and "?" not in text and len(tokens(text)) <= _SHORT


def followed(talk: Talk, taken: Step) -> Step:
    """After an answer beside the walk its step is shown again, as a second reply."""
    walked = taken.session.walk
    step = at(talk, walked) if walked and walked.standing is Standing.ON else None
    if walked is None or step is None or not taken.replies or taken.session.awaiting is not Awaiting.NOTHING:
        return taken
    if any(one.key in (step.text, *_ALONE) for reply in taken.replies for one in reply.lines):
        return taken
    beside = talk.at(replace(taken.session, step=talk.session.step))
    again = step_reply(beside, walked, step)
    replies = (_staying(reply, again) for reply in taken.replies)
    session = taken.session
    ended = beside.end(*replies, again, then=session.then, subject=session.subject, marks=session.marks)
    return replace(taken, session=ended.session, replies=ended.replies)


def _staying(reply: Reply, again: Reply) -> Reply:
    """The reply without the buttons that lead away, and without the other language's where the step has it."""
    languages = [choice for choice in reply.choices if choice.verb is Verb.LANGUAGE]
    goes = languages if len(languages) == 1 and languages[0] in again.choices else []
    stays = (choice for choice in reply.choices if choice.verb not in _LEADS_AWAY and choice not in goes)
    return replace(reply, choices=tuple(stays))


def _may_mean(step: FlowStep, decision: Decision, claimed: FlowStep | None, text: str) -> bool:
    """Whether the words may make a choice: not where they surely ask something that belongs elsewhere."""
    if decision.action != "answer" or (len(tokens(text)) <= _TERSE and "?" not in text):
        return True
    near = {step.flow, *(choice.to.flow for choice in step.choices)}
    return claimed is not None and claimed.flow in near


def _same_flow(talk: Talk, step: FlowStep, claimed: FlowStep, concepts: tuple[str, ...], text: str) -> Step | None:
    """On to where the message leads; one that only says the same again, of a step to try, says that it did not help.

    A question is answered beside the walk.
    """
    if "?" in text or _ASKING & set(concepts):
        return None
    found = walk.reached(talk, claimed.flow, claimed.id, concepts)
    passed = {place for place, _ in talk.session.walk.path} if talk.session.walk else set()
    if found and found[1].place != step.place and found[1].place not in passed:
        return walk.arrive(talk, *found)
    return walk.settle(talk, "no", concepts) if step.unsolved else show_again(talk, line("walk-pick"))


def _offered(talk: Talk, text: str) -> Step | None:
    """Outside a walk: from the beginning, or the label of a button that the last reply had, and that leads into one."""
    if talk.session.walk and spoken_words(talk, text) in talk.catalogue.words["restart"]:
        return walk.restart(talk)
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
    is_asked = not is_on(talk) or step.unsolved is not None
    if button and (is_on(talk) or button not in _ON_THE_WAY) and (is_asked or button not in _WHERE_ASKED):
        return _BUTTONS[button](talk)
    return replied(talk, text, step)


def _takes_back(talk: Talk, text: str) -> bool:
    """Right after "it is solved": not solved after all, or tapped by mistake. A mere "no" only wants nothing more."""
    words = talk.catalogue.words
    if spoken_words(talk, text) in words["back"] or _buttons(talk.catalogue).get(tokens(text)) == "button-not-solved":
        return True
    said = f" {' '.join(tokens(text))} "
    return "?" not in text and len(tokens(text)) <= _SHORT and any(f" {one} " in said for one in words["not_after_all"])


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
#: Only where it is asked whether that solved it.
_WHERE_ASKED = frozenset(("button-solved", "button-not-solved"))
#: Words of `words.yaml` that steer a walk.
_STEERING: Mapping[str, Callable[[Talk], Step]] = {
    "back": walk.back,
    "restart": walk.restart,
    "person": walk_end.to_person,
}


@lru_cache(maxsize=2)
def _buttons(catalogue: Catalogue) -> dict[tuple[str, ...], str]:
    return {tokens(catalogue.texts.render(language, key)): key for language in LANGUAGES for key in _BUTTONS}


def _labelled(talk: Talk, step: FlowStep, text: str) -> int | None:
    """The one choice whose label has all the words of the message, and like it says "not" or does not."""
    spoken = {fold(word) for word in tokens(text)}
    labels = _label_words(talk.catalogue, step)
    equal = [at for at, words in labels if words == spoken]
    if not equal and (not spoken or is_mere(talk, text)):
        return None
    is_no = NEGATION in talk.library.concepts_in(text)
    parts = [at for at, said in labels if spoken <= said and is_negated(talk, step.choices[at].label) is is_no]
    found = dict.fromkeys(equal or parts)
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=512)
def _label_words(catalogue: Catalogue, step: FlowStep) -> tuple[tuple[int, frozenset[str]], ...]:
    """The folded words of every choice's label, in every language."""
    return tuple(
        (number, frozenset(fold(word) for word in tokens(catalogue.texts.render(language, choice.label))))
        for number, choice in enumerate(step.choices)
        for language in LANGUAGES
    )
