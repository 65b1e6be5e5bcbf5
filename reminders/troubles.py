"""Which steps of the guided walks help people less than the week before."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from knowledge.figure_rules import TroubleRules


class Trouble(Struct, frozen=True):
    """A step: how often it did not help (left, not solved, a person asked for), that week and the one before.

    `shown`: how often it was shown that week.
    """

    flow: str
    step: str
    lately: int
    before: int
    shown: int

    @property
    def times(self) -> int:
        """How many times as often as the week before, rounded down; 0 where it did not happen then."""
        return self.lately // self.before if self.before else 0


def worst(steps: Iterable[Trouble], rules: TroubleRules) -> list[Trouble]:
    """The steps that grew most: at least `least` times that week and `factor` times as often as the week before."""
    grown = [
        one for one in steps
        if one.lately >= rules.least and (not one.before or one.lately >= rules.factor * one.before)
    ]  # fmt: skip
    grown.sort(key=lambda one: (one.before - one.lately, one.flow, one.step))
    return grown[: rules.shown]
