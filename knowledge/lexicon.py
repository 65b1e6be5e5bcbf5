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
#: Folded forms up to this length are compared as written: too many short words fold into one another.
_SHORT = 2
#: The shortest beginning of a word that stands for all its continuations, in letters.
_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Concepts by their words: whole words or word groups, and beginnings of words, folded or as written."""

    groups: Mapping[tuple[str, ...], tuple[str, ...]]
    beginnings: Mapping[str, tuple[str, ...]]

    def concepts(self, meant: tuple[str, ...], folded: tuple[str, ...]) -> tuple[str, ...]:
        """Return the concepts of a message's words in the order in which they appear, each once."""
        keys = tuple(_key(word, form) for word, form in zip(meant, folded, strict=True))
        found: dict[str, None] = {}
        for at, word in enumerate(keys):
            for length in range(_LONGEST, 0, -1):
                found.update(dict.fromkeys(self.groups.get(keys[at : at + length], ())))
            for whole in dict.fromkeys((word, meant[at])):
                for size in range(_BEGINNING, len(whole) + 1):
                    found.update(dict.fromkeys(self.beginnings.get(whole[:size], ())))
        return tuple(found)


def build_lexicon(concepts: Mapping[str, Iterable[str]], speller: Speller) -> Lexicon:
    """Index concept → its words in any script; a final * marks the beginning of a word."""
    groups: dict[tuple[str, ...], set[str]] = defaultdict(set)
    beginnings: dict[str, set[str]] = defaultdict(set)
    for concept, entries in concepts.items():
        for entry in entries:
            words = tokens(entry)
            if entry.endswith("*") and len(words) == 1:
                start = _key(words[0], fold(words[0]))
                if len(start) >= _BEGINNING:
                    beginnings[start].add(concept)
                    continue
            meant = [speller.meant(word) for word in words]
            if meant:
                groups[tuple(_key(word, fold(word)) for word in meant)].add(concept)
    return Lexicon(
        {words: tuple(sorted(names)) for words, names in groups.items()},
        {word: tuple(sorted(names)) for word, names in beginnings.items()},
    )


def _key(meant: str, folded: str) -> str:
    return folded if len(folded) > _SHORT else meant
