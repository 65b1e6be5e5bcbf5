"""Guided walks as Mermaid diagrams in one page of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.catalogue import Catalogue, Language
from knowledge.flow import SOLVED, Flow, FlowStep, Way, step_at

_HEAD = """# The guided walks

Drawn by `python -m bot check --draw` from `knowledge/content/flows/`; a test keeps this page true. Every step has in
addition: back, from the beginning, talk to a person, menu. A step with a rounded box is something to try, and asks
whether it solved the problem; one with a rhombus is a question.
"""
#: The language of the labels.
_LANGUAGE: Language = "en"


def draw_flows(catalogue: Catalogue) -> str:
    """One diagram a flow, with its title and a table of who acts."""
    return "\n".join((_HEAD, *("\n".join(_drawn(catalogue, flow)) for flow in catalogue.flows.values())))


def draw_flow(catalogue: Catalogue, flow: Flow) -> str:
    """The diagram of one flow."""
    return "\n".join(("flowchart TD", *_lines(catalogue, flow)))


def _drawn(catalogue: Catalogue, flow: Flow) -> Iterator[str]:
    started = [f"`/{flow.command}`"] if flow.command else []
    started += [f"a message on `{topic}` (at *{step}*)" for topic, step in flow.topics.items()]
    started += [f"a message that says it plainly (at *{step}*)" for step in flow.begins]
    yield f"## {_text(catalogue, flow.title)} (`{flow.id}`)\n"
    yield f"Begins with {', '.join((*started, 'its button in `/fix`'))}."
    yield f"Asked before a hand-over: {', '.join(flow.evidence) or 'nothing'}.\n"
    yield f"```mermaid\n{draw_flow(catalogue, flow)}\n```\n"
    yield "| step | who acts | sources |\n|---|---|---|"
    for step in flow.steps.values():
        sources = "; ".join(f"{one.document}, {one.paragraph}" for one in step.sources)
        yield f"| {step.id} | {step.acts.replace('_', ' ')} | {sources} |"
    yield ""


def _lines(catalogue: Catalogue, flow: Flow) -> Iterator[str]:
    yield f"    begin([begin]) --> {_node(flow.steps[flow.first])}"
    for step in flow.steps.values():
        yield f"    {_node(step)}{_box(step)}"
    for step in flow.steps.values():
        for label, way in _labelled(catalogue, step):
            yield f'    {_node(step)} -->|"{_safe(label)}"| {_target(catalogue, flow, way)}'


def _labelled(catalogue: Catalogue, step: FlowStep) -> Iterator[tuple[str, Way]]:
    yield from ((_text(catalogue, choice.label), choice.to) for choice in step.choices)
    if step.unsolved:
        yield _text(catalogue, "button-solved"), Way("", SOLVED)
        yield _text(catalogue, "button-not-solved"), step.unsolved


def _target(catalogue: Catalogue, flow: Flow, way: Way) -> str:
    if way.is_end:
        return f"end_{way.step}([{way.step}])"
    step = step_at(catalogue.flows, way)
    if step is None or step.flow == flow.id:
        return _node(step) if step else "nowhere"
    title = _text(catalogue, catalogue.flows[step.flow].title)
    return f'{_node(step)}[["{_safe(title)}: {step.id}"]]'


def _box(step: FlowStep) -> str:
    return f'("{step.id}")' if step.unsolved else f'{{"{step.id}"}}'


def _node(step: FlowStep) -> str:
    return f"{step.flow}_{step.id}".replace("-", "_")


def _text(catalogue: Catalogue, key: str) -> str:
    return catalogue.texts.render(_LANGUAGE, key).strip()


def _safe(label: str) -> str:
    """Without what would end a quoted label."""
    return label.replace('"', "'").replace("|", "/")
