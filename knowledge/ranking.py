"""Topics of a message by the trained model, or by comparing phrases where there is no model."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct

from knowledge.catalogue import Catalogue
from knowledge.likeness import Likeness
from knowledge.model import Buffer, Model, read_model
from knowledge.normalise import tokens
from knowledge.search import Match, PhraseIndex, search

Finder = Callable[[str], list[Match]]
#: A finer topic answers in its parent's place only from this share of both on.
_CLEARLY = 0.6
#: Without a model: how sharply the likeliest topic stands out, and which likeness is as good as none.
_SHARPNESS, _UNLIKE = 8, 0.4


class Ranking(Struct, frozen=True):
    """The model's probabilities as ranked topics; a message that is a phrase of the bank is certain."""

    model: Model
    exact: Mapping[str, str]
    parents: Mapping[str, str]
    likeness: Likeness

    def __call__(self, text: str) -> list[Match]:
        known = self.exact.get(" ".join(tokens(text)))
        if known is not None:
            return self._gathered({known: 1.0})
        return self.likeness.blended(text, self._gathered(self.model.probabilities(self.model.reader.read(text))))

    def _gathered(self, found: Mapping[str, float]) -> list[Match]:
        """Add finer topics to their parents, which they are reported as."""
        total: dict[str, float] = {}
        finest: dict[str, tuple[float, str]] = {}
        for topic, share in found.items():
            parent = self.parents.get(topic, topic)
            total[parent] = total.get(parent, 0.0) + share
            if topic != parent:
                finest[parent] = max(finest.get(parent, (0.0, "")), (share, topic))
        ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
        return [Match(topic, round(min(1.0, share), 4), _shown(share, finest.get(topic))) for topic, share in ranked]


def _shown(share: float, finest: tuple[float, str] | None) -> str | None:
    return finest[1] if finest and finest[0] >= _CLEARLY * share else None


def make_finder(catalogue: Catalogue, index: PhraseIndex, content: Buffer) -> Finder:
    """Return what ranks topics; content that is no model of this program's kind is passed over."""
    declined = next(topic.id for topic in catalogue.topics.values() if topic.decline)
    model = read_model(content) if content else None
    if model is not None:
        parents = {topic.id: topic.parent for topic in catalogue.topics.values() if topic.parent}
        likeness = Likeness(index, parents, declined, catalogue.thresholds)
        return Ranking(model, catalogue.phrases, parents, likeness)
    return lambda text: _as_shares(search(index, text), declined)


def _as_shares(ranked: list[Match], declined: str) -> list[Match]:
    """Likenesses of phrases as shares of one; what is like nothing is likely something else."""
    if ranked and ranked[0].score == 1.0:
        return ranked
    weights = {match.topic: match.score**_SHARPNESS for match in ranked}
    weights[declined] = weights.get(declined, 0.0) + _UNLIKE**_SHARPNESS
    total = sum(weights.values())
    shares = [Match(topic, round(weight / total, 4)) for topic, weight in weights.items()]
    return sorted(shares, key=lambda match: (-match.score, match.topic))
