"""When a message is answered, asked about or declined: `model/thresholds.yaml`, beside the model."""

from __future__ import annotations

from msgspec import Struct


class Thresholds(Struct, frozen=True):
    """Scores from 0 to 1, as the file explains them; `leading` is a factor, 1 or more."""

    answer: float
    margin: float
    clarify: float
    leading: float
    post: float
    phrases: float

    def declines(self, first: float, outside: float) -> bool:
        """Whether a message is likely about something else; `first`: the likeliest topic, `outside`: anything else."""
        return 1.0 - outside < self.clarify and first < self.leading * outside

    def is_sure(self, first: float, second: float) -> bool:
        """Whether the likeliest topic is likely, and clear of the next."""
        return first >= self.answer and first - second >= self.margin
