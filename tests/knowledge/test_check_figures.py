"""`check` on figures.yaml: every wrong value is reported with its file and its key, all of them at once."""

from __future__ import annotations

from tests.knowledge.overlays import problems_of, shipped

WRONG = """
weeks: 0
parts: many
troubles: {least: -1, factor: 2, shown: 3, worst: 1}
calls: 6
colour: red
"""


def test_every_wrong_value_is_named_at_once() -> None:
    assert problems_of({"figures.yaml": shipped("figures.yaml")}) == ()
    found = {(one.key, one.problem) for one in problems_of({"figures.yaml": WRONG}) if one.file == "figures.yaml"}
    assert {key for key, _ in found} == {"weeks", "parts", "troubles.least", "troubles.worst", "colour"}
    assert ("weeks", "must be more than 0") in found
