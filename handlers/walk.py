"""Walking: begin, take a choice, "not solved", back, from the beginning, go on; every way leads to a step or an end."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from handlers import profile, walk_end
from handlers.actions import Verb
from handlers.effects import Effect
from handlers.messages import Choice, line
from handlers.step import Step, led_by
from handlers.talk import Talk
from handlers.walk_place import JUMPED, UNSOLVED, Standing, Walk, is_only_offered
from handlers.walk_step import MENU, PERSON, at, counted, leave, show, show_again, step_of
from knowledge.catalogue import Catalogue, Language
from knowledge.flow import SOLVED, Flow, FlowStep, Way, step_at

#: Flows on a page of their list: one for the next page, a person and the menu have buttons too.
_PAGE = 6


def choose_flow(talk: Talk, argument: str) -> Step:
    """Begin a walk ("flow" or "flow/step"), or show a page of their list."""
    flow, _, step = argument.partition("/")
    if flow in talk.catalogue.flows:
        return begin(talk, Way(flow, step))
    return list_flows(talk, int(flow) if flow.isdecimal() and len(flow) == 1 else 0)


def list_flows(talk: Talk, page: int = 0) -> Step:
    """What can be mended step by step, by its titles; a walk that goes on is left."""
    talk, effects = leave(talk)
    flows = list(talk.catalogue.flows.values())
    shown = flows[page * _PAGE : (page + 1) * _PAGE] or flows[:_PAGE]
    others = (Choice(line("button-more"), Verb.FLOW, str((page + 1) % -(-len(flows) // _PAGE))),)
    choices = (*(flow_choice(flow) for flow in shown), *(others if len(flows) > _PAGE else ()), PERSON, MENU)
    return talk.end(talk.reply(line("walk-list"), choices=choices), subject=talk.session.subject, effects=effects)


def flow_choice(flow: Flow) -> Choice:
    """A button that begins a walk."""
    return Choice(line(flow.title), Verb.FLOW, flow.id)


def by_command(talk: Talk, command: str) -> Step:
    """Begin the walk that a command stands for."""
    flow = next((flow for flow in talk.catalogue.flows.values() if flow.command == command), None)
    return begin(talk, Way(flow.id, "")) if flow else list_flows(talk)


def begin(talk: Talk, way: Way, said: tuple[str, ...] = ()) -> Step:
    """Begin a walk at a step; one that was offered there knows what the message already said.

    `said`: the concepts of a message that begins it by itself.
    """
    step = step_at(talk.catalogue.flows, way)
    if step is None:
        return list_flows(talk)
    before = talk.session.walk
    if before and before.standing is Standing.SOLVED and before.place == step.place:
        return _taken_back(talk, before)
    is_offered = before is not None and before.standing is Standing.OFFERED and before.place == step.place
    heard = said or (before.heard if before and is_offered else ())
    left, effects = leave(talk)
    return _arrive(left, Walk(step.flow, step.id, heard=heard), effects)


def choose(talk: Talk, argument: str, *, is_number: bool = False) -> Step:
    """Take one choice of the step at which the walk stands; `is_number`: a number stood for it, so it is named."""
    id_, _, number = argument.rpartition(".")
    step = step_of(talk)
    if step is None or step.id != id_ or not number.isdecimal() or int(number) >= len(step.choices):
        return show_again(talk) or profile.menu(talk)
    return take(talk, int(number), (), is_named=is_number)


def take(talk: Talk, number: int, heard: tuple[str, ...], *, is_named: bool = False) -> Step:
    """Take a choice by its place; `heard` are the concepts of the message that said it."""
    walk, step = talk.session.walk, step_of(talk)
    if walk is None or step is None:
        return profile.menu(talk)
    said = (_label(talk.catalogue, talk.language, step.choices[number].label),) if heard or is_named else ()
    return _go(talk, walk, str(number), step.choices[number].to, heard=heard or walk.heard, said=said)


def settle(talk: Talk, argument: str, heard: tuple[str, ...] = ()) -> Step:
    """ "It is solved", or "not solved": then the next thing to try; after a walk's end, what else can be mended.

    `heard` are the concepts of a message that says "not solved" in its own words.
    """
    walk, step = talk.session.walk, step_of(talk)
    if walk is None or step is None:
        return profile.menu(talk) if argument == "yes" else list_flows(talk)
    if argument == "yes":
        return walk_end.solved(talk)
    if is_only_offered(walk):
        return begin(talk, Way(walk.flow, walk.step))
    if step.unsolved is None:
        return show(talk, walk, step, line("walk-pick"))
    said = (_label(talk.catalogue, talk.language, "button-not-solved"),) if heard else ()
    return _go(talk, walk, UNSOLVED, step.unsolved, (counted(walk, "unsolved"),), heard or walk.heard, said)


def back(talk: Talk) -> Step:
    """One step back; from the first one to the menu."""
    walk = talk.session.walk
    path = walk.path if walk else ()
    while walk and path:
        *earlier, (place, _) = path
        path = tuple(earlier)
        if place == walk.place:  # the choice that led from here to a person
            continue
        flow, _, id_ = place.partition("/")
        before = replace(walk, flow=flow, step=id_, path=path, heard=())
        step = at(talk, before)
        if step:
            return show(talk, before, step)
    return profile.menu(talk)


def restart(talk: Talk) -> Step:
    """From the beginning of the flow in which the walk began, without taking anything for granted."""
    walk = talk.session.walk
    if walk is None:
        return list_flows(talk)
    first = walk.path[0][0].partition("/")[0] if walk.path else walk.flow
    step = step_at(talk.catalogue.flows, Way(first, ""))
    return _arrive(talk, Walk(step.flow, step.id), ()) if step else list_flows(talk)


def go_on(talk: Talk) -> Step:
    """Where the walk was left."""
    walk, step = talk.session.walk, step_of(talk)
    if walk is None or step is None:
        return list_flows(talk)
    title = talk.catalogue.texts.render(talk.language, talk.catalogue.flows[walk.flow].title)
    return show(talk, walk, step, line("walk-gone-on", title=title))


def reached(talk: Talk, flow: str, step: str, heard: tuple[str, ...]) -> tuple[Walk, FlowStep] | None:
    """Where a message on a topic of the flow would lead the walk; None where it has no room for one more step."""
    walk = talk.session.walk
    if walk is None or len(walk.path) + 1 >= talk.catalogue.limits.walk_steps:
        return None
    jumped = (
        walk if walk.place == f"{flow}/{step}" else replace(walk, flow=flow, step=step, path=_path(talk, walk, JUMPED))
    )
    gone, _ = _skipped(talk, replace(jumped, heard=heard))
    found = at(talk, gone)
    return (gone, found) if found else None


def arrive(talk: Talk, walk: Walk, step: FlowStep) -> Step:
    """Show the step found by `reached`."""
    return show(talk, walk, step, effects=(counted(walk, "shown"),))


def _taken_back(talk: Talk, walk: Walk) -> Step:
    """ "Solved" was said by mistake, or too soon: the step again, with the way to it."""
    step = _arrive(talk, walk.stands(Standing.ON), (counted(walk, "reopened"),))
    return led_by(step, line("walk-taken-back"))


def _path(talk: Talk, walk: Walk, what: str) -> tuple[tuple[str, str], ...]:
    """The way with one more place; never longer than a walk may be, however often its last step is answered."""
    return (*walk.path, (walk.place, what))[: talk.catalogue.limits.walk_steps]


def _go(
    talk: Talk,
    walk: Walk,
    what: str,
    way: Way,
    effects: tuple[Effect, ...] = (),
    heard: tuple[str, ...] = (),
    said: tuple[str, ...] = (),
) -> Step:
    """Follow a way from where the walk stands; `said`: the labels of what a message is taken to have said."""
    path, following = _path(talk, walk, what), step_at(talk.catalogue.flows, way)
    if following and len(path) < talk.catalogue.limits.walk_steps:
        return _arrive(talk, Walk(following.flow, following.id, path, heard=heard), effects, said)
    there = talk.at(replace(talk.session, walk=replace(walk, path=path, heard=heard)))
    if way.is_end:
        step = walk_end.solved(there) if way.step == SOLVED else walk_end.to_person(there)
    else:
        step = walk_end.too_long(there)
    return replace(step, effects=(*effects, *step.effects))


def _arrive(talk: Talk, walk: Walk, effects: tuple[Effect, ...], said: tuple[str, ...] = ()) -> Step:
    """Show the first step from here that what was heard does not answer."""
    gone, skipped = _skipped(talk, walk)
    labels = (*said, *skipped)
    step = at(talk, gone)
    if step is None:
        return list_flows(talk)
    first = (line("walk-understood", choices=" → ".join(labels)),) if labels else ()
    return show(talk, gone, step, *first, effects=(*effects, counted(gone, "shown")))


def _skipped(talk: Talk, walk: Walk) -> tuple[Walk, tuple[str, ...]]:
    """Walk on while what was heard makes the choice, and its label; never twice at or to one step, never to an end."""
    heard, passed = frozenset(walk.heard), {place for place, _ in walk.path}
    labels: list[str] = []
    step = at(talk, walk)
    while heard and step and step.place not in passed and len(walk.path) + 1 < talk.catalogue.limits.walk_steps:
        number = step.settled_by(heard)
        following = step_at(talk.catalogue.flows, step.choices[number].to) if number is not None else None
        if number is None or following is None or following.place in passed:
            break
        passed.add(step.place)
        labels.append(_label(talk.catalogue, talk.language, step.choices[number].label))
        walk = replace(walk, flow=following.flow, step=following.id, path=_path(talk, walk, str(number)))
        step = following
    return walk, tuple(labels)


@lru_cache(maxsize=1024)
def _label(catalogue: Catalogue, language: Language, key: str) -> str:
    return catalogue.texts.render(language, key).strip()
