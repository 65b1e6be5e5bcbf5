"""Which topics a message is about, best first, each with a score from 0 to 1.

An exact phrase of the bank is certain. Otherwise the rarest shared words choose a few hundred phrases and rapidfuzz
scores those; a topic's score is that of its best phrase.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from heapq import nsmallest
from itertools import accumulate, chain

from msgspec import Struct
from rapidfuzz import fuzz, process

from knowledge.normalise import tokens

#: How many phrases, chosen by shared rare words, are compared in full.
_SHORTLIST = 60
#: Messages longer than this many words are compared by their head and tail: phrases are short.
_WINDOW = 24


class Match(Struct, frozen=True):
    """A topic and how well the message fits it; `shown` is a finer topic whose text answers better, if any."""

    topic: str
    score: float
    shown: str | None = None


class PhraseIndex(Struct, frozen=True):
    """The phrase bank, ready for look-ups.

    `words` number the words; the places of the phrases that have word n are `places[ends[n - 1]:ends[n]]`.
    """

    exact: Mapping[str, str]
    phrases: tuple[str, ...]
    topics: tuple[str, ...]
    words: Mapping[str, int]
    ends: array[int]
    places: array[int]
    norms: array[float]

    def having(self, word: str) -> array[int]:
        """Return the places of the phrases that have a known word."""
        number = self.words[word]
        return self.places[self.ends[number - 1] if number else 0 : self.ends[number]]

    def weight(self, word: str) -> float:
        """How rare a known word is."""
        number = self.words[word]
        return _rarity(len(self.phrases), self.ends[number] - (self.ends[number - 1] if number else 0))


def build_phrase_index(phrases: Mapping[str, str]) -> PhraseIndex:
    """Index the bank: a phrase's words in one spelling, joined, and its topic."""
    counts = Counter(chain.from_iterable(dict.fromkeys(phrase.split()) for phrase in phrases))
    words = {word: number for number, word in enumerate(counts)}
    ends = array("I", accumulate(counts.values()))
    places, free = array("I", bytes(ends.itemsize * (ends[-1] if ends else 0))), array("I", [0, *ends[:-1]])
    rarity, norms = [_rarity(len(phrases), count) for count in counts.values()], array("d")
    for at, phrase in enumerate(phrases):
        seen = {words[word] for word in phrase.split()}
        for number in seen:
            places[free[number]] = at
            free[number] += 1
        norms.append(math.fsum(rarity[number] for number in seen))
    return PhraseIndex(phrases, tuple(phrases), tuple(phrases.values()), words, ends, places, norms)


def _rarity(phrases: int, having: int) -> float:
    return math.log(1 + phrases / having)


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
    known = {word: index.weight(word) for word in words if word in index.words}
    for word in words - known.keys():
        meant = _repaired(index, word)
        if meant:
            known.setdefault(meant, index.weight(meant))
    rare = math.log(1 + len(index.phrases))
    unknown = max(0, len(words) - len(known)) * rare * 0.5
    for word, weight in known.items():
        for place in index.having(word):
            shared[place] += weight
    total = sum(known.values()) + unknown
    norms = index.norms
    scored = [(-2 * weight / (total + norms[place]), place) for place, weight in shared.items()]
    return [(place, -score) for score, place in nsmallest(_SHORTLIST, scored)]


def _repaired(index: PhraseIndex, word: str) -> str | None:
    if len(word) < 5:
        return None
    best = process.extractOne(word, index.words.keys(), scorer=fuzz.ratio, score_cutoff=82)
    return str(best[0]) if best else None
