"""When a message is answered, asked about or declined: `model/thresholds.yaml`, beside the model."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Scores from 0 to 1, as the file explains them; `leading` is a factor, 1 or more."""

    answer: float
    margin: float
    clarify: float
    leading: float
    post: float
