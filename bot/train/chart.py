"""The picture of an evaluation: the trade-off curve, and how far a score can be believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bot.train.measure import Case, figures
from knowledge.thresholds import Thresholds

_STEPS = tuple(step / 20 for step in range(6, 20))


def draw(sets: Mapping[str, Sequence[Case]], limits: Thresholds, path: Path) -> None:
    """Write a PNG: wrong answers against messages answered directly, and right answers against scores."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    chart, (curve, belief) = plt.subplots(1, 2, figsize=(12, 5), layout="constrained")
    for name, cases in sets.items():
        _curve(curve, name, cases, limits)
        _belief(belief, name, cases)
    curve.set(xlabel="in scope, answered directly (%)", ylabel="wrong among direct answers (%)", title="Trade-off")
    belief.plot([0, 1], [0, 100], color="grey", linewidth=1, linestyle=":")
    belief.set(xlabel="score of the first topic", ylabel="right (%)", title="Calibration")
    curve.legend()
    chart.savefig(path, dpi=110)
    plt.close(chart)


def _curve(axes: Any, name: str, cases: Sequence[Case], limits: Thresholds) -> None:
    rows = [figures(cases, replace(limits, answer=answer)) for answer in _STEPS]
    (line,) = axes.plot([row.answered for row in rows], [row.wrong for row in rows], label=name)
    chosen = figures(cases, limits)
    axes.plot(chosen.answered, chosen.wrong, marker="o", color=line.get_color())


def _belief(axes: Any, name: str, cases: Sequence[Case]) -> None:
    points = []
    for low in range(0, 10):
        part = [case for case in cases if case.ranked and low <= 10 * case.ranked[0].score < low + 1 + (low == 9)]
        if part:
            points.append((low / 10 + 0.05, 100 * sum(case.is_right for case in part) / len(part)))
    axes.plot(*zip(*points, strict=True), marker=".", label=name)
