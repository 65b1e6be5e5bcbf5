"""What the topic model sees of a message: words, pieces of words, concepts; each as a number (a hash) with a weight.

Four blocks, so that each has its own share of the decision: words and word pairs as typed, pieces of the words as
typed, the same of the folded words, and the concepts of the hand-kept lexicon.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from knowledge.fold import fold, skeleton
from knowledge.normalise import tokens
from knowledge.spelling import Speller

BLOCKS = ("words", "pieces", "folded", "skeleton", "concepts")
#: Concepts of a message that are paired with each other, at most.
_PAIRED = 12


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Concepts by their folded words: whole words or word groups, and beginnings of words."""

    groups: Mapping[tuple[str, ...], tuple[str, ...]]
    beginnings: Mapping[str, tuple[str, ...]]

    def concepts(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the concepts of folded words in the order in which they appear, each once."""
        found: dict[str, None] = {}
        for at in range(len(words)):
            for length in (3, 2, 1):
                for concept in self.groups.get(words[at : at + length], ()):
                    found.setdefault(concept)
            word = words[at]
            for size in range(3, len(word) + 1):
                for concept in self.beginnings.get(word[:size], ()):
                    found.setdefault(concept)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class View:
    """A message as the model reads it."""

    typed: tuple[str, ...]
    meant: tuple[str, ...]
    folded: tuple[str, ...]
    concepts: tuple[str, ...]


def build_lexicon(concepts: Mapping[str, Iterable[str]]) -> Lexicon:
    """Index concept → its words in any script and language; a final * marks the beginning of a word."""
    groups: dict[tuple[str, ...], set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    for concept, entries in concepts.items():
        for entry in entries:
            words = tuple(fold(word) for word in tokens(entry))
            if entry.endswith("*") and len(words) == 1 and len(words[0]) >= 3:
                beginnings.setdefault(words[0], set()).add(concept)
            elif words:
                groups.setdefault(words, set()).add(concept)
    return Lexicon(
        {words: tuple(sorted(names)) for words, names in groups.items()},
        {word: tuple(sorted(names)) for word, names in beginnings.items()},
    )


def view(text: str, speller: Speller, lexicon: Lexicon) -> View:
    """Read a message: as typed, as meant, folded, and its concepts."""
    typed = tokens(text)
    meant = tuple(speller.meant(word) for word in typed)
    folded = tuple(fold(word) for word in meant)
    return View(typed, meant, folded, lexicon.concepts(folded))


def features(seen: View) -> tuple[tuple[int, ...], ...]:
    """Return the hashes of every block of `BLOCKS`, repeated as often as they occur."""
    bones = tuple(skeleton(word) for word in seen.folded)
    return (
        tuple(_groups("w", seen.typed)),
        tuple(piece for word in seen.typed for piece in _pieces("p", word)),
        tuple([*_groups("f", seen.folded), *(piece for word in seen.folded for piece in _pieces("q", word))]),
        tuple(_groups("s", bones)),
        tuple(_concepts(seen.concepts)),
    )


def hashed(kind: str, value: str) -> int:
    """The number of a feature; 32 bits, the same everywhere."""
    return crc32(f"{kind}\0{value}".encode())


def _groups(kind: str, words: tuple[str, ...]) -> Iterable[int]:
    framed = ("^", *words, "$")
    yield from (hashed(kind, word) for word in words)
    yield from (hashed(kind, f"{first} {second}") for first, second in pairwise(framed))


@lru_cache(maxsize=20_000)
def _pieces(kind: str, word: str) -> tuple[int, ...]:
    framed = f" {word} "
    return tuple(
        hashed(kind, framed[at : at + size]) for size in (2, 3, 4, 5) for at in range(len(framed) - size + 1)
    )


def _concepts(concepts: tuple[str, ...]) -> Iterable[int]:
    yield from (hashed("c", concept) for concept in concepts)
    paired = sorted(concepts[:_PAIRED])
    for at, first in enumerate(paired):
        yield from (hashed("c", f"{first}+{second}") for second in paired[at + 1 :])
