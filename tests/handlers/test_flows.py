"""Every choice of every step of every guided walk, in both languages, as recorded in `tests/conversations/flows`.

After a wanted change: `pytest tests/handlers/test_flows.py --update`, then read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.console import as_yaml
from bot.content import SHIPPED
from knowledge.draw_flows import draw_flows
from knowledge.library import Library
from tests.flow_walks import talks_of
from tests.talking import CONVERSATIONS, play, read_talks

FLOWS = sorted(path.stem for path in (SHIPPED / "flows").glob("*.yaml") if path.stem not in ("evidence", "said"))
DIAGRAMS = Path(__file__).resolve().parents[2] / "docs" / "flows.md"


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("id_", FLOWS)
def test_every_way_of_a_flow(id_: str, language: str, library: Library, request: pytest.FixtureRequest) -> None:
    flow = library.catalogue.flows[id_]
    played = [play(library, talk) for talk in talks_of(flow, language)]
    path = CONVERSATIONS / "flows" / f"{id_}-{language}.yaml"
    if request.config.getoption("--update"):
        path.write_text(as_yaml(played), encoding="utf-8")
    for talk, now in zip(read_talks(path), played, strict=True):
        assert now == talk, talk["about"]


@pytest.mark.parametrize("id_", FLOWS)
def test_the_recorded_ways_show_every_step_and_take_every_button(id_: str, library: Library) -> None:
    """Read from the recorded files alone: each button that a step ever showed was tapped at it."""
    flow = library.catalogue.flows[id_]
    keys = {step.text: step.id for step in flow.steps.values()}
    offered, taken, shown = set(), set(), set()
    for talk in read_talks(CONVERSATIONS / "flows" / f"{id_}-en.yaml"):
        before = ""
        for turn in talk["turns"]:
            taken.add((before, turn["taps"]))
            (reply,) = turn["gets"]
            before = next((keys[key] for key in reply["texts"] if key in keys), "")
            shown.add(before)
            offered |= {(before, button) for button in reply["buttons"] if button.split()[0] in ("CHOOSE", "SOLVED")}
    assert shown >= set(flow.steps)
    assert {one for one in offered if one[0]} <= taken


def test_the_diagrams_show_the_flows_as_they_are(library: Library) -> None:
    """`python -m bot check --draw` writes them."""
    assert DIAGRAMS.read_text(encoding="utf-8") == draw_flows(library.catalogue)
