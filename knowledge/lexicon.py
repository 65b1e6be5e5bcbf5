"""Concepts behind words of three languages: "nahi khul raha", "won't open" and "बंद है" all say that it is locked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.fold import fold
from knowledge.normalise import tokens
from knowledge.spelling import Speller

#: The longest word group of the lexicon, in words.
_LONGEST = 4
#: The shortest beginning of a word that stands for all its continuations, in folded letters.
_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Concepts by their folded words: whole words or word groups, and beginnings of words."""

    groups: Mapping[tuple[str, ...], tuple[str, ...]]
    beginnings: Mapping[str, tuple[str, ...]]

    def concepts(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the concepts of folded words in the order in which they appear, each once."""
        found: dict[str, None] = {}
        for at, word in enumerate(words):
            for length in range(_LONGEST, 0, -1):
                found.update(dict.fromkeys(self.groups.get(words[at : at + length], ())))
            for size in range(_BEGINNING, len(word) + 1):
                found.update(dict.fromkeys(self.beginnings.get(word[:size], ())))
        return tuple(found)


def build_lexicon(concepts: Mapping[str, Iterable[str]], speller: Speller) -> Lexicon:
    """Index concept → its words in any script; a final * marks the beginning of a word."""
    groups: dict[tuple[str, ...], set[str]] = defaultdict(set)
    beginnings: dict[str, set[str]] = defaultdict(set)
    for concept, entries in concepts.items():
        for entry in entries:
            begins = entry.endswith("*")
            words = tuple(fold(word if begins else speller.meant(word)) for word in tokens(entry))
            if begins and len(words) == 1 and len(words[0]) >= _BEGINNING:
                beginnings[words[0]].add(concept)
            elif words:
                groups[words].add(concept)
    return Lexicon(
        {words: tuple(sorted(names)) for words, names in groups.items()},
        {word: tuple(sorted(names)) for word, names in beginnings.items()},
    )
