"""Chat spellings and typing slips: a word → the word that was meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from rapidfuzz import fuzz, process

from knowledge.fold import fold
from knowledge.normalise import tokens

#: Shorter words are never repaired: too many short words are one letter apart.
_REPAIRED_FROM = 5
#: Folded forms shorter than this are looked up only as written.
_FOLDED_FROM = 4


class Speller(Struct, frozen=True):
    """Known spellings, and the words that a slip may be repaired to, by their first letter."""

    written: Mapping[str, str]
    folded: Mapping[str, str]
    known: frozenset[str]
    shelves: Mapping[str, tuple[str, ...]]
    _memory: dict[str, str] = field(default_factory=dict)

    def meant(self, word: str) -> str:
        """Return the word that was meant; an unknown word without a near neighbour stays as it is."""
        found = self._memory.get(word)
        if found is None:
            if len(self._memory) > 20_000:
                self._memory.clear()
            found = self._memory[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> str:
        if word in self.written:
            return self.written[word]
        form = fold(word)
        if form in self.folded:
            return self.folded[form]
        if word in self.known or len(word) < _REPAIRED_FROM or any(char.isdigit() for char in word):
            return word
        best = process.extractOne(
            word, self.shelves.get(word[0], ()), scorer=fuzz.ratio, score_cutoff=88 if len(word) < 7 else 84
        )
        if best is None or abs(len(best[0]) - len(word)) > 2:
            return word
        meant = str(best[0])
        return self.written.get(meant) or self.folded.get(fold(meant)) or meant


def build_speller(spellings: Mapping[str, Iterable[str]], vocabulary: Iterable[str]) -> Speller:
    """Index word → its other spellings, and the words of the phrase bank."""
    written: dict[str, str] = {}
    folded: dict[str, str] = {}
    for word, variants in spellings.items():
        for variant in (word, *variants):
            for one in tokens(variant)[:1]:
                written.setdefault(one, word)
                if len(fold(one)) >= _FOLDED_FROM:
                    folded.setdefault(fold(one), word)
    known = frozenset(vocabulary)
    return Speller(written, folded, known, shelve(known))


def shelve(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Sort the words that are long enough to be a repair by their first letter."""
    shelves: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= _REPAIRED_FROM:
            shelves[word[0]].append(word)
    return {letter: tuple(words) for letter, words in shelves.items()}
