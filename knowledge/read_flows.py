"""The files of `flows/`: one guided walk each, the questions asked before a hand-over (`evidence.yaml`), and what
people say of the steps (`said.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from knowledge.fields import Fields, read_yaml
from knowledge.flow import ACTORS, ENDS, Evidence, Flow, FlowChoice, FlowStep, Way
from knowledge.problems import Problem
from knowledge.read_rules import one_of

_EVIDENCE, _SAID = "flows/evidence.yaml", "flows/said.yaml"
_FLOW_ID, _STEP_ID = re.compile(r"[a-z][a-z0-9-]{0,11}"), re.compile(r"[a-z][a-z0-9-]{0,23}")
#: A name of the lexicon: its file is long, and only training reads all of it.
_CONCEPT = re.compile(r"^(\w+):", re.MULTILINE)
#: What a way to another flow begins with.
_OTHER = "flow:"


def read_flows(files: Mapping[str, str], problems: list[Problem]) -> dict[str, Flow]:
    """Flows by id (the name of the file), in the order of their menu."""
    found = []
    for path in sorted(files):
        if path.startswith("flows/") and path not in (_EVIDENCE, _SAID):
            id_ = path.removeprefix("flows/").removesuffix(".yaml")
            found.append(_read_flow(id_, read_yaml(path, files[path], problems)))
    return {flow.id: flow for flow in sorted(found, key=lambda flow: (flow.order, flow.id))}


def read_evidence(files: Mapping[str, str], problems: list[Problem]) -> dict[str, Evidence]:
    """What can be asked before a hand-over, by id."""
    if _EVIDENCE not in files:
        return {}
    sheet = read_yaml(_EVIDENCE, files[_EVIDENCE], problems)
    sheet.known("evidence")
    return sheet.by_id("evidence", _read_question)


def read_said(files: Mapping[str, str], problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    """What people say of the steps: name → phrases."""
    if _SAID not in files:
        return {}
    sheet = read_yaml(_SAID, files[_SAID], problems)
    sheet.known("said")
    row = sheet.row("said")
    return {name: row.texts(name) for name in row.values}


def read_concepts(files: Mapping[str, str]) -> frozenset[str]:
    """The names of the lexicon."""
    return frozenset(_CONCEPT.findall(files.get("lexicon.yaml", "")))


def _read_question(row: Fields) -> Evidence:
    row.known("id", "text", "choices")
    return Evidence(row.text("id"), row.text("text"), row.texts("choices", ()))


def _read_flow(id_: str, sheet: Fields) -> Flow:
    sheet.known("order", "command", "topics", "begins", "evidence", "first", "steps")
    if not _FLOW_ID.fullmatch(id_):
        sheet.fault("", "a flow's file is named in at most 12 lower-case letters")
    return Flow(
        id=id_,
        order=sheet.whole("order"),
        command=sheet.text_or_none("command"),
        topics=dict(_read_topics(sheet)),
        begins=dict(_read_begins(sheet)),
        evidence=sheet.texts("evidence", ()),
        first=sheet.text("first"),
        steps={step.id: step for step in _read_steps(sheet, id_)},
    )


def _read_topics(sheet: Fields) -> Iterator[tuple[str, str]]:
    if sheet.values.get("topics") is None:
        return
    row = sheet.row("topics")
    for topic in row.values:
        yield str(topic), row.text(str(topic))


def _read_begins(sheet: Fields) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    if sheet.values.get("begins") is None:
        return
    row = sheet.row("begins")
    for step in row.values:
        yield str(step), tuple(_read_when(row, str(step)))


def _read_steps(sheet: Fields, flow: str) -> Iterator[FlowStep]:
    if sheet.values.get("steps") is None:
        sheet.fault("steps", "is missing")
        return
    rows = sheet.row("steps")
    for name in rows.values:
        row = rows.row(name) if isinstance(name, str) else rows
        if not isinstance(name, str) or not _STEP_ID.fullmatch(name):
            rows.fault(str(name), "is no name of a step (at most 24 lower-case letters, joined by -)")
            continue
        row.known("acts", "sources", "choices", "unsolved")
        unsolved = row.text_or_none("unsolved")
        yield FlowStep(
            flow=flow,
            id=name,
            acts=one_of(row, "acts", ACTORS),
            sources=row.sources(),
            choices=tuple(_read_choice(choice, flow) for choice in row.rows("choices", required=False)),
            unsolved=_way(unsolved, flow) if unsolved else None,
        )


def _read_choice(row: Fields, flow: str) -> FlowChoice:
    row.known("label", "to", "when")
    return FlowChoice(row.text("label"), _way(row.text("to"), flow), tuple(_read_when(row, "when")))


def _read_when(row: Fields, key: str) -> Iterator[tuple[str, ...]]:
    for names in row.values.get(key) or ():
        if isinstance(names, list) and names and all(isinstance(name, str) and name.strip("!") for name in names):
            yield tuple(names)
        else:
            row.fault(key, "must be a list of lists of concepts")


def _way(text: str, flow: str) -> Way:
    if text in ENDS:
        return Way("", text)
    if text.startswith(_OTHER):
        other, _, step = text.removeprefix(_OTHER).partition("/")
        return Way(other, step)
    return Way(flow, text)
