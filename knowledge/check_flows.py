"""Whether the guided walks hold together: nothing unknown, every step reachable, every way ends, none too long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from knowledge.catalogue import Catalogue
from knowledge.flow import Flow, FlowStep, Way, step_at
from knowledge.problems import Problem

#: Beside a step's own choices: back, a person, menu; and "solved", "not solved" where it is an instruction.
_ALWAYS, _SOLVED_OR_NOT = 3, 2
#: How many buttons count where the limits could not be read, which is reported.
_CHOICES = 10

#: Place ("flow/step") → the places that its choices lead to.
Graph = Mapping[str, tuple[str, ...]]


def check_flows(catalogue: Catalogue) -> list[Problem]:
    """Return every fault of the guided walks."""
    faults = [
        fault
        for flow in catalogue.flows.values()
        for fault in (
            *_names(catalogue, flow),
            *_begins(catalogue, flow),
            *(f for step in flow.steps.values() for f in _step(catalogue, step)),
        )
    ]
    return [*faults, *_said(catalogue), *_claimed_twice(catalogue), *_walked(catalogue)]


def _file(flow: str) -> str:
    return f"flows/{flow}.yaml"


def _names(catalogue: Catalogue, flow: Flow) -> Iterator[Problem]:
    fault = partial(Problem, _file(flow.id))
    if flow.first and flow.first not in flow.steps:
        yield fault("first", f"names the unknown step {flow.first}")
    for topic, step in flow.topics.items():
        if topic not in catalogue.topics:
            yield fault(topic, "is no topic")
        if step and step not in flow.steps:
            yield fault(topic, f"names the unknown step {step}")
    for id_ in flow.evidence:
        if id_ not in catalogue.evidence:
            yield fault("evidence", f"names the unknown evidence {id_}")


def _begins(catalogue: Catalogue, flow: Flow) -> Iterator[Problem]:
    """What messages begin it by themselves: at its steps, by known concepts."""
    fault = partial(Problem, _file(flow.id))
    for step, when in flow.begins.items():
        if step not in flow.steps:
            yield fault(f"begins.{step}", "is an unknown step")
        for name in (name.removeprefix("!") for names in when for name in names):
            if name not in catalogue.concepts | catalogue.said.keys():
                yield fault(f"begins.{step}", f"names the unknown concept {name}")


def _step(catalogue: Catalogue, step: FlowStep) -> Iterator[Problem]:
    fault = partial(Problem, _file(step.flow), f"steps.{step.id}")
    if step.unsolved is None and len(step.choices) < 2:
        yield fault("needs two choices, or `unsolved`")
    most = (catalogue.limits.choices or _CHOICES) - _ALWAYS - (_SOLVED_OR_NOT if step.unsolved else 0)
    if len(step.choices) > most:
        yield fault(f"has more than {most} choices: back, a person and the menu need room")
    for way in step.ways():
        if not way.is_end and step_at(catalogue.flows, way) is None:
            yield fault(f"leads to the unknown step {way.flow}/{way.step}".rstrip("/"))
    for source in step.sources:
        if source.document not in catalogue.documents:
            yield fault(f"names the unknown document {source.document}")
    for name in (name for choice in step.choices for names in choice.when for name in names):
        if name.removeprefix("!") not in catalogue.concepts | catalogue.said.keys():
            yield fault(f"names the unknown concept {name}")


def _said(catalogue: Catalogue) -> Iterator[Problem]:
    """Names of what is said that the lexicon has too, or that no choice listens for."""
    steps = (step for flow in catalogue.flows.values() for step in flow.steps.values())
    choices = (choice for step in steps for choice in step.choices)
    alternatives = [names for choice in choices for names in choice.when]
    alternatives += [names for flow in catalogue.flows.values() for when in flow.begins.values() for names in when]
    heard = {name.removeprefix("!") for names in alternatives for name in names}
    for name in catalogue.said:
        if name in catalogue.concepts:
            yield Problem(_file("said"), name, "is a name of the lexicon, too")
        elif name not in heard:
            yield Problem(_file("said"), name, "is listened for by no choice")


def _claimed_twice(catalogue: Catalogue) -> Iterator[Problem]:
    flows = catalogue.flows.values()
    claims = {
        "topic": [(flow.id, topic) for flow in flows for topic in flow.topics],
        "command": [(flow.id, flow.command) for flow in flows if flow.command],
        "text": [(flow.id, key) for flow in flows for key in (flow.title, *(s.text for s in flow.steps.values()))],
    }
    for what, claimed in claims.items():
        times = Counter(name for _, name in claimed)
        for id_, name in claimed:
            if times[name] > 1:
                yield Problem(_file(id_), name, f"is a {what} of another flow, or step, too")


def _walked(catalogue: Catalogue) -> Iterator[Problem]:
    """What only shows when all ways are walked."""
    graph = _graph(catalogue)
    begins = [
        place for flow in catalogue.flows.values() for id_ in flow.entries() if (place := f"{flow.id}/{id_}") in graph
    ]
    reached = _from(begins, graph)
    ended = _from(_ending(catalogue), _turned(graph))
    for place in graph:
        flow, _, step = place.partition("/")
        if place not in reached:
            yield Problem(_file(flow), f"steps.{step}", "is never reached")
        if place not in ended:
            yield Problem(_file(flow), f"steps.{step}", "no way from here ends in solved or human")
    for begin in dict.fromkeys(begins):
        yield from _length(catalogue, graph, begin)
    yield from _chained(catalogue, graph, begins)


def _length(catalogue: Catalogue, graph: Graph, begin: str) -> Iterator[Problem]:
    """How long a way through one flow can be; what leads on to another flow counts there."""
    flow, _, step = begin.partition("/")
    own = {
        place: tuple(other for other in following if other.startswith(f"{flow}/"))
        for place, following in graph.items()
        if place.startswith(f"{flow}/")
    }
    most = catalogue.limits.walk_steps
    if most and _is_longer(own, begin, most):
        yield Problem(_file(flow), f"steps.{step}", f"a way from here has more than {most} steps")


def _chained(catalogue: Catalogue, graph: Graph, begins: list[str]) -> Iterator[Problem]:
    """Steps that a walk through several flows reaches too late: from the farthest begin to them, and on to an end.

    Flows lead back into each other, so a chain of them has no longest way; while it is walked it is held at the limit,
    where a person is offered. This makes sure that nobody is held who goes straight.
    """
    most, to_end = catalogue.limits.walk_steps, _steps_from(_ending(catalogue), _turned(graph))
    if not most:
        return
    late: dict[str, str] = {}
    for begin in dict.fromkeys(begins):
        reached = _steps_from([begin], graph)
        late |= {place: begin for place, steps in reached.items() if steps + to_end.get(place, 1) - 1 > most}
    for place, begin in late.items():
        flow, _, step = place.partition("/")
        yield Problem(_file(flow), f"steps.{step}", f"no way from {begin} through here ends within {most} steps")


def _steps_from(begins: list[str], graph: Graph) -> dict[str, int]:
    """How many steps are shown until each place is, itself included, by the shortest way."""
    found = dict.fromkeys(begins, 1)
    open_ = list(found)
    for place in open_:
        new = [other for other in graph[place] if other not in found]
        found.update(dict.fromkeys(new, found[place] + 1))
        open_ += new
    return found


def _graph(catalogue: Catalogue) -> Graph:
    """Steps by place, and where their choices lead."""

    def places(ways: Iterator[Way]) -> Iterator[str]:
        found = (step_at(catalogue.flows, way) for way in ways)
        yield from dict.fromkeys(step.place for step in found if step)

    steps = [step for flow in catalogue.flows.values() for step in flow.steps.values()]
    return {step.place: tuple(places(step.ways())) for step in steps}


def _ending(catalogue: Catalogue) -> list[str]:
    steps = (step for flow in catalogue.flows.values() for step in flow.steps.values())
    return [step.place for step in steps if any(way.is_end for way in step.ways())]


def _turned(graph: Graph) -> Graph:
    into: dict[str, list[str]] = defaultdict(list)
    for place, following in graph.items():
        for other in following:
            into[other].append(place)
    return {place: tuple(into[place]) for place in graph}


def _from(begins: list[str], graph: Graph) -> set[str]:
    """Every place that can be walked to."""
    found, open_ = set(begins), list(begins)
    while open_:
        new = [place for place in graph[open_.pop()] if place not in found]
        found.update(new)
        open_ += new
    return found


def _is_longer(graph: Graph, begin: str, most: int) -> bool:
    """Whether a way without repetition has more than `most` steps."""
    walked = {begin: iter(graph[begin])}
    while walked:
        if len(walked) > most:
            return True
        last = next(reversed(walked))
        following = next((place for place in walked[last] if place not in walked), None)
        if following is None:
            walked.popitem()
        else:
            walked[following] = iter(graph[following])
    return False
