"""Guided walks as values: a flow, its steps, the choices of a step, and what is asked before a hand-over.

A step is known by its place "flow/step"; a way leads to a step of any flow, or to one of the two ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from knowledge.catalogue import Source

SOLVED, HUMAN = "solved", "human"
ENDS = (SOLVED, HUMAN)
EMPLOYEE = "employee"
#: Who must act next.
ACTORS = (EMPLOYEE, "igot_cell", "mdo_admin", "platform_support", "training_division")


class Way(Struct, frozen=True):
    """Where a choice leads: to a step (the flow's first one where `step` is empty), or to an end (no flow)."""

    flow: str
    step: str

    @property
    def is_end(self) -> bool:
        return not self.flow


def is_said(when: tuple[tuple[str, ...], ...], concepts: frozenset[str]) -> bool:
    """Whether one of the alternatives is said: all its concepts, and none that stands with "!"."""
    return any(
        all((name[1:] not in concepts) if name[0] == "!" else (name in concepts) for name in names) for names in when
    )


class FlowChoice(Struct, frozen=True):
    """One answer to a step: its label's key, where it leads, and the concepts of messages that already say it.

    `when` are alternatives; each names concepts that all stand in the message, or ("!concept") do not.
    """

    label: str
    to: Way
    when: tuple[tuple[str, ...], ...] = ()

    def is_said_by(self, concepts: frozenset[str]) -> bool:
        return is_said(self.when, concepts)


class FlowStep(Struct, frozen=True, eq=False):
    """A question, or an instruction to try: then `unsolved` is where "not solved" leads."""

    flow: str
    id: str
    acts: str
    sources: tuple[Source, ...]
    choices: tuple[FlowChoice, ...]
    unsolved: Way | None

    @property
    def place(self) -> str:
        return f"{self.flow}/{self.id}"

    @property
    def text(self) -> str:
        """The key of what is said."""
        return f"flow-{self.flow}-{self.id}"

    def ways(self) -> Iterator[Way]:
        """Every way that its content opens."""
        yield from (choice.to for choice in self.choices)
        if self.unsolved:
            yield Way("", SOLVED)
            yield self.unsolved

    def settled_by(self, concepts: frozenset[str]) -> int | None:
        """The place of the one choice that a message already makes; None where it is none, or several."""
        found = [at for at, choice in enumerate(self.choices) if choice.is_said_by(concepts)]
        return found[0] if len(found) == 1 else None


class Evidence(Struct, frozen=True):
    """One short question before a hand-over: its text's key, its choices' labels (none: free text or a picture)."""

    id: str
    text: str
    choices: tuple[str, ...]


class Flow(Struct, frozen=True, eq=False):
    """A guided walk. `topics`: a message on one of these starts it at that step; `evidence`: ids, in this order.

    `begins`: what a message says that starts it at a step, whatever topic it seems to be on (see `FlowChoice.when`).
    """

    id: str
    order: int
    command: str | None
    topics: Mapping[str, str]
    begins: Mapping[str, tuple[tuple[str, ...], ...]]
    evidence: tuple[str, ...]
    first: str
    steps: Mapping[str, FlowStep]

    @property
    def title(self) -> str:
        """The key of its name, a button's label."""
        return f"flow-{self.id}"

    def entries(self) -> Iterator[str]:
        """The steps at which it can begin."""
        yield self.first
        yield from self.topics.values()
        yield from self.begins


def step_at(flows: Mapping[str, Flow], way: Way) -> FlowStep | None:
    """The step that a way leads to; None at an end, or where there is none."""
    flow = flows.get(way.flow)
    return flow.steps.get(way.step or flow.first) if flow else None
