"""What reports and the weekly digest show at most, and from when on a step counts as trouble. All of it is content."""

from __future__ import annotations

from msgspec import Struct

from knowledge.fields import Fields

_NUMBERS = ("weeks", "parts", "calls")
_TROUBLES = ("least", "factor", "shown")


class TroubleRules(Struct, frozen=True):
    """A step is named where it did not help `least` times in a week, `factor` times as often as in the week before."""

    least: int
    factor: int
    #: Steps named at most.
    shown: int


class FigureRules(Struct, frozen=True):
    """At most so many weeks and parts (divisions, circles) in the picture, parts with people to call in the digest."""

    weeks: int
    parts: int
    calls: int
    troubles: TroubleRules


def read_figure_rules(sheet: Fields) -> FigureRules:
    """The file figures.yaml."""
    sheet.known("troubles", *_NUMBERS)
    troubles = sheet.row("troubles")
    troubles.known(*_TROUBLES)
    return FigureRules(
        **{name: _positive(sheet, name) for name in _NUMBERS},
        troubles=TroubleRules(**{name: _positive(troubles, name) for name in _TROUBLES}),
    )


def _positive(row: Fields, name: str) -> int:
    value = row.whole(name)
    if value <= 0:
        row.fault(name, "must be more than 0")
    return value
