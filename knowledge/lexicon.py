"""Concepts behind words of three languages: "nahi khul raha", "won't open" and "बंद है" all say that it is locked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import force_setattr

from knowledge.fold import fold
from knowledge.normalise import tokens
from knowledge.spelling import Speller

#: The longest word group of the lexicon, in words.
_LONGEST = 4
#: Folded forms up to this length are compared as written: too many short words fold into one another.
_SHORT = 2
#: The shortest beginning of a word that stands for all its continuations, in letters.
_BEGINNING = 3


class Lexicon(Struct, frozen=True):
    """Concepts by their words: whole words or word groups, and beginnings of words, folded or as written.

    `heads`: how many words the longest group has that begins with a word.
    """

    groups: Mapping[tuple[str, ...], tuple[str, ...]]
    beginnings: Mapping[str, tuple[str, ...]]
    heads: Mapping[str, int] = {}

    def __post_init__(self) -> None:
        heads: dict[str, int] = {}
        for words in self.groups:
            heads[words[0]] = min(_LONGEST, max(heads.get(words[0], 0), len(words)))
        force_setattr(self, "heads", heads)

    def concepts(self, meant: tuple[str, ...], folded: tuple[str, ...]) -> tuple[str, ...]:
        """Return the concepts of a message's words in the order in which they appear, each once."""
        keys = tuple(_key(word, form) for word, form in zip(meant, folded, strict=True))
        found: dict[str, None] = {}
        for at, word in enumerate(keys):
            for length in range(self.heads.get(word, 0), 0, -1):
                names = self.groups.get(keys[at : at + length])
                if names:
                    found.update(dict.fromkeys(names))
            self._begun(word, found)
            if meant[at] != word:
                self._begun(meant[at], found)
        return tuple(found)

    def _begun(self, word: str, found: dict[str, None]) -> None:
        """Add the concepts of the word's beginnings, the shortest first."""
        for size in range(_BEGINNING, len(word) + 1):
            names = self.beginnings.get(word[:size])
            if names:
                found.update(dict.fromkeys(names))


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
