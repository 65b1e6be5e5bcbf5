"""Where a guided walk is offered: below a topic's answer, and to somebody who left one."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.messages import Choice, Line, Reply, line
from handlers.session import Awaiting, Session
from handlers.step import Decision, Step
from handlers.talk import Talk
from handlers.walk_place import Standing, Walk, is_only_offered
from handlers.walk_step import PERSON, PERSON_TOPIC, at, is_on, standing_at
from knowledge.catalogue import Catalogue
from knowledge.flow import FlowStep

_DAY = 86_400
GO_ON = Choice(line("button-go-on"), Verb.GO_ON)


def claimed_step(catalogue: Catalogue, topic: str) -> FlowStep | None:
    """The step at which a message on this topic begins a walk, if any does."""
    return _claims(catalogue).get(topic)


@lru_cache(maxsize=2)
def _claims(catalogue: Catalogue) -> dict[str, FlowStep]:
    flows = catalogue.flows.values()
    return {topic: flow.steps[step] for flow in flows for topic, step in flow.topics.items()}


def offer_walk(talk: Talk, topic: str, reply: Reply, subject: str, decision: Decision | None) -> Step:
    """End the step with a topic's answer; one that a flow claims asks whether it solved it, and offers the walk.

    In the middle of another walk it only gets a button.
    """
    step = claimed_step(talk.catalogue, topic)
    if step is None:
        return talk.end(reply, subject=subject, decision=decision, place=topic)
    walk_choice = Choice(line("button-step-by-step"), Verb.FLOW, step.place)
    if is_on(talk):
        is_other = talk.session.walk is None or talk.session.walk.flow != step.flow
        offered = _with(talk, reply, (walk_choice,)) if is_other else reply
        return talk.end(offered, subject=subject, decision=decision, place=topic)
    solved = Choice(line("button-solved"), Verb.SOLVED, "yes")
    asked = _with(talk, reply, (solved, walk_choice, PERSON), line("walk-offer"))
    walk = Walk(step.flow, step.id, since=int(talk.now.timestamp()), standing=Standing.OFFERED)
    return talk.end(asked, subject=subject, decision=decision, walk=walk, place=topic)


def _with(talk: Talk, reply: Reply, choices: tuple[Choice, ...], *last: Line) -> Reply:
    """The reply with further buttons before its own, as many of these as there is room for, the last one surely."""
    own = tuple(one for one in reply.choices if PERSON not in choices or not _is_of_person(one))
    limit = talk.catalogue.limits.choices
    if len(choices) + len(own) > limit:
        own = (*own[: limit - len(choices) - 1], own[-1])
    return replace(reply, lines=(*reply.lines, *last), choices=(*choices, *own))


def with_first(talk: Talk, taken: Step, choice: Choice) -> Step:
    """The step with one more button, before those of its last reply."""
    *earlier, last = taken.replies
    again = talk.at(replace(taken.session, step=talk.session.step)).end(
        *earlier, _with(talk, last, (choice,)), subject=taken.session.subject, then=taken.session.then
    )
    session = replace(again.session, awaiting=taken.session.awaiting, walk=taken.session.walk)
    return replace(taken, session=session, replies=again.replies)


def _is_of_person(choice: Choice) -> bool:
    """The topic's button says the same as the one that hands over."""
    return choice.verb is Verb.TOPIC and choice.argument == PERSON_TOPIC


def hearing(talk: Talk, taken: Step, text: str) -> Step:
    """Keep what the message said with the walk that its answer offers."""
    walk = taken.session.walk
    if walk is None or walk.standing is not Standing.OFFERED or walk.heard:
        return taken
    return standing_at(taken, replace(walk, heard=talk.library.concepts_in(text)))


def aged(session: Session, now: int, catalogue: Catalogue) -> Session:
    """The session with a walk that was left long ago as such, and without one that is forgotten or is no more."""
    walk = session.walk
    if walk is None:
        return session
    days, limits = (now - walk.since) / _DAY, catalogue.limits
    is_known = walk.flow in catalogue.flows and walk.step in catalogue.flows[walk.flow].steps
    if not is_known or days > limits.walk_kept_days:
        return replace(session, walk=None)
    if days <= limits.walk_pause_days or walk.standing in (Standing.LEFT, Standing.REMINDED):
        return session
    return replace(session, walk=None if is_only_offered(walk) else walk.stands(Standing.LEFT))


def reminded(talk: Talk, taken: Step) -> Step:
    """Offer once, below the reply to whatever came, to go on with a walk that was left days ago."""
    walk = taken.session.walk
    if walk is None or walk is not talk.session.walk or walk.standing is not Standing.LEFT or not taken.replies:
        return taken
    is_long_ago = talk.now.timestamp() - walk.since > talk.catalogue.limits.walk_pause_days * _DAY
    if not is_long_ago or taken.session.awaiting is not Awaiting.NOTHING:
        return taken
    *earlier, last = taken.replies
    if GO_ON not in last.choices:
        last = _with(talk, last, (GO_ON,), left_line(talk, walk)) if last.choices else last
    if GO_ON not in last.choices:
        return taken
    again = talk.at(replace(taken.session, step=talk.session.step)).end(
        *earlier, last, subject=taken.session.subject, then=taken.session.then
    )
    told = replace(again.session, walk=walk.stands(Standing.REMINDED), rated=taken.session.rated)
    return replace(taken, session=told, replies=again.replies)


def left_line(talk: Talk, walk: Walk) -> Line:
    """Which walk was left."""
    title = talk.catalogue.texts.render(talk.language, talk.catalogue.flows[walk.flow].title)
    return line("walk-left", title=title.strip())


def left_walk(talk: Talk) -> tuple[Line, ...]:
    """Which walk can be gone on with, if there is one."""
    walk = talk.session.walk
    return (left_line(talk, walk),) if walk and not is_only_offered(walk) and at(talk, walk) else ()
