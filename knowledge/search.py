"""Which topics a message is about, best first, each with a score from 0 to 1.

An exact phrase of the bank is certain. Otherwise the rarest shared words choose a few hundred phrases and rapidfuzz
scores those; a topic's score is that of its best phrase.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from knowledge.normalise import tokens

#: How many phrases, chosen by shared rare words, are compared in full.
_SHORTLIST = 60
#: Messages longer than this many words are compared by their head and tail: phrases are short.
_WINDOW = 24


@dataclass(frozen=True, slots=True)
class Match:
    """A topic and how well the message fits it; `shown` is a finer topic whose text answers better, if any."""

    topic: str
    score: float
    shown: str | None = None


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """The phrase bank, ready for look-ups: `postings` are the places of the phrases that have a word."""

    exact: Mapping[str, str]
    phrases: tuple[str, ...]
    topics: tuple[str, ...]
    postings: Mapping[str, array[int]]
    norms: array[float]

    def weight(self, word: str) -> float:
        """How rare a known word is."""
        return math.log(1 + len(self.phrases) / len(self.postings[word]))


def build_phrase_index(phrases: Mapping[str, str]) -> PhraseIndex:
    """Index the bank: a phrase's words in one spelling, joined, and its topic."""
    postings: dict[str, list[int]] = defaultdict(list)
    for at, phrase in enumerate(phrases):
        for word in set(phrase.split()):
            postings[word].append(at)
    weights = {word: math.log(1 + len(phrases) / len(places)) for word, places in postings.items()}
    return PhraseIndex(
        exact=phrases,
        phrases=tuple(phrases),
        topics=tuple(phrases.values()),
        postings={word: array("I", places) for word, places in postings.items()},
        norms=array("d", (math.fsum(weights[word] for word in set(phrase.split())) for phrase in phrases)),
    )


def search(index: PhraseIndex, text: str) -> list[Match]:
    """Rank the topics for a message; the list is empty only where no word is known."""
    words = tokens(text)
    known = index.exact.get(" ".join(words))
    if known is not None:
        return [Match(known, 1.0)]
    if len(words) > _WINDOW:
        words = words[: _WINDOW // 2] + words[-_WINDOW // 2 :]
    best: dict[str, float] = {}
    spoken = " ".join(words)
    shortlist = _shortlist(index, frozenset(words))
    for place, overlap in shortlist:
        likeness = fuzz.token_sort_ratio(spoken, index.phrases[place]) / 100
        score = 0.6 * overlap + 0.4 * likeness
        topic = index.topics[place]
        if score > best.get(topic, 0.0):
            best[topic] = score
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    return [Match(topic, round(score, 4)) for topic, score in ranked]


def _shortlist(index: PhraseIndex, words: frozenset[str]) -> list[tuple[int, float]]:
    """Phrases by the weight of the words they share with the message, as a share of both sides' weight."""
    shared: dict[int, float] = defaultdict(float)
    known = {word: index.weight(word) for word in words if word in index.postings}
    for word in words - known.keys():
        meant = _repaired(index, word)
        if meant:
            known.setdefault(meant, index.weight(meant))
    rare = math.log(1 + len(index.phrases))
    unknown = max(0, len(words) - len(known)) * rare * 0.5
    for word, weight in known.items():
        for place in index.postings[word]:
            shared[place] += weight
    total = sum(known.values()) + unknown
    norms = index.norms
    scored = [(-2 * weight / (total + norms[place]), place) for place, weight in shared.items()]
    scored.sort()
    return [(place, -score) for score, place in scored[:_SHORTLIST]]


def _repaired(index: PhraseIndex, word: str) -> str | None:
    if len(word) < 5:
        return None
    best = process.extractOne(word, index.postings.keys(), scorer=fuzz.ratio, score_cutoff=82)
    return str(best[0]) if best else None
