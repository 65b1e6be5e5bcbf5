"""Where the model doubts, a part of each topic's score is the likeness of its nearest phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from knowledge.search import Match, PhraseIndex, search
from knowledge.thresholds import Thresholds

#: From this score of "something else" on nothing is compared: it is declined all the same.
_SURELY_OUTSIDE = 0.97
#: How sharply the likest phrase stands out; found by cross-validation.
_SHARPNESS = 3


class Likeness(Struct, frozen=True):
    """The phrase bank for comparison, `parents` of finer topics, and the topic of what is declined."""

    index: PhraseIndex
    parents: Mapping[str, str]
    declined: str
    thresholds: Thresholds

    def blended(self, text: str, ranked: Sequence[Match]) -> list[Match]:
        """Return the ranking with the phrases' part added; one that is sure, or without known words, as it is."""
        if self.thresholds.phrases == 0 or not self._is_doubtful(ranked):
            return list(ranked)
        weights: dict[str, float] = {}
        for match in search(self.index, text):
            topic = self.parents.get(match.topic, match.topic)
            weights[topic] = max(weights.get(topic, 0.0), match.score**_SHARPNESS)
        total, part = sum(weights.values()), self.thresholds.phrases
        if not total:
            return list(ranked)
        shares = [(1 - part) * match.score + part * weights.get(match.topic, 0.0) / total for match in ranked]
        mixed = [Match(match.topic, round(share, 4), match.shown) for match, share in zip(ranked, shares, strict=True)]
        return sorted(mixed, key=lambda match: (-match.score, match.topic))

    def _is_doubtful(self, ranked: Sequence[Match]) -> bool:
        """Whether the model would ask or decline, and not because it is surely about something else."""
        outside = sum(match.score for match in ranked if match.topic == self.declined)
        first, second = (*(match.score for match in ranked if match.topic != self.declined), 0.0, 0.0)[:2]
        limits = self.thresholds
        return outside <= _SURELY_OUTSIDE and (limits.declines(first, outside) or not limits.is_sure(first, second))
