"""One step of a guided walk as a reply: what is said, who must act, the source, and the ways on, back and out."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.effects import CountStep, Effect, Happened
from handlers.messages import Choice, Line, Reply, line
from handlers.step import Step
from handlers.talk import Talk
from handlers.walk_place import Standing, Walk
from knowledge.flow import EMPLOYEE, FlowStep

#: After so many moves "from the beginning" has a button, where there is room; the word always works.
_FAR = 2
MENU = Choice(line("button-menu"), Verb.MENU)
#: The topic of messages that ask for a person.
PERSON_TOPIC = "human"
PERSON = Choice(line("button-person"), Verb.HUMAN)
BACK = Choice(line("button-back"), Verb.BACK)
RESTART = Choice(line("button-restart"), Verb.RESTART)
SOLVED_OR_NOT = (
    Choice(line("button-solved"), Verb.SOLVED, "yes"),
    Choice(line("button-not-solved"), Verb.SOLVED, "no"),
)


def step_of(talk: Talk) -> FlowStep | None:
    """The step at which the talk's walk stands, whether it is being walked or not."""
    walk = talk.session.walk
    return at(talk, walk) if walk else None


def at(talk: Talk, walk: Walk) -> FlowStep | None:
    """The step at which a walk stands; None where the content has it no more."""
    flow = talk.catalogue.flows.get(walk.flow)
    return flow.steps.get(walk.step) if flow else None


def is_on(talk: Talk) -> bool:
    """Whether a step was shown and not left."""
    walk = talk.session.walk
    return walk is not None and walk.standing is Standing.ON


def show(talk: Talk, walk: Walk, step: FlowStep, *first: Line, effects: tuple[Effect, ...] = ()) -> Step:
    """Show a step, and stand there from now on."""
    reply = step_reply(talk, walk, step, *first)
    return talk.end(reply, subject=talk.session.subject, effects=effects, walk=moved(talk, walk))


def moved(talk: Talk, walk: Walk) -> Walk:
    """The walk, being walked, with its last move now."""
    return Walk(walk.flow, walk.step, walk.path, int(talk.now.timestamp()), walk.heard)


def standing_at(step: Step, walk: Walk | None) -> Step:
    """The same step with the session's walk there."""
    return replace(step, session=replace(step.session, walk=walk))


def show_again(talk: Talk, *first: Line) -> Step | None:
    """The step that is being walked, once more; None outside a walk."""
    walk, step = talk.session.walk, step_of(talk)
    return show(talk, walk, step, *first) if walk and step and is_on(talk) else None


def leave(talk: Talk) -> tuple[Talk, tuple[Effect, ...]]:
    """The talk with its walk left, to be gone on with; an offer that was not taken up is forgotten."""
    walk = talk.session.walk
    if walk is None or walk.standing in (Standing.LEFT, Standing.REMINDED):
        return talk, ()
    is_walked = walk.standing is Standing.ON
    left = replace(talk.session, walk=walk.stands(Standing.LEFT) if is_walked else None)
    return talk.at(left), (counted(walk, "left"),) if is_walked else ()


def counted(walk: Walk, what: Happened) -> CountStep:
    """The effect that counts what happened where a walk stands."""
    return CountStep(walk.flow, walk.step, what)


def step_reply(talk: Talk, walk: Walk, step: FlowStep, *first: Line) -> Reply:
    """What a step says, with all its buttons; the other language's has one where there is room."""
    limit = talk.catalogue.limits.choices
    choices = _choices(step)
    tail: tuple[Choice, ...] = (BACK, PERSON, MENU) if walk.path else (PERSON, MENU)
    if len(walk.path) >= _FAR and len(choices) + len(tail) < limit:
        tail = (BACK, RESTART, PERSON, MENU)
    lines = (*first, talk.line(step.text), *_below(talk, step))
    choices = (*choices, *tail)
    return talk.reply(*lines, choices=choices) if len(choices) < limit else Reply(talk.language, lines, choices)


@lru_cache(maxsize=1024)
def _choices(step: FlowStep) -> tuple[Choice, ...]:
    own = tuple(
        Choice(line(choice.label), Verb.CHOOSE, f"{step.id}.{place}") for place, choice in enumerate(step.choices)
    )
    return (*own, *SOLVED_OR_NOT) if step.unsolved else own


def _below(talk: Talk, step: FlowStep) -> tuple[Line, ...]:
    """Who must act, the source, the question whether it is solved."""
    acts = (line(f"next-to-act-{step.acts}"),) if step.acts != EMPLOYEE else ()
    ranks = {talk.catalogue.documents[source.document].rank for source in step.sources}
    source = (talk.sources(step.sources),) if ranks - {"inferred"} else ()
    asked = (line("walk-solved-ask"),) if step.unsolved else ()
    return (*acts, *source, *asked)
