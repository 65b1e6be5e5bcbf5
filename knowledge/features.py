"""What the topic model sees of a message: words, pieces of words, concepts; each as a number (a hash).

The blocks are weighed apart, so that a message with many pieces and few concepts is not decided by the pieces alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from knowledge.fold import fold, skeleton
from knowledge.lexicon import Lexicon
from knowledge.normalise import tokens
from knowledge.spelling import Speller

#: Raise it when what is computed here changes: a model of another version is not used.
FEATURES_VERSION = 1
BLOCKS = ("typed", "words", "pieces", "bones", "concepts")
_PIECE_SIZES = (2, 3, 4, 5)
#: Concepts of a message that are paired with each other, at most.
_PAIRED = 12


@dataclass(frozen=True, slots=True)
class View:
    """A message as the model reads it: the words as typed, as meant, folded; and its concepts."""

    typed: tuple[str, ...]
    meant: tuple[str, ...]
    folded: tuple[str, ...]
    concepts: tuple[str, ...]


def view(text: str, speller: Speller, lexicon: Lexicon) -> View:
    """Read a message."""
    typed = tokens(text)
    meant = tuple(speller.meant(word) for word in typed)
    folded = tuple(fold(word) for word in meant)
    return View(typed, meant, folded, lexicon.concepts(folded))


def named_features(seen: View) -> tuple[tuple[str, ...], ...]:
    """Return the features of every block of `BLOCKS` by name, repeated as often as they occur."""
    return (
        tuple(_groups("t", seen.typed)),
        tuple(_groups("w", seen.folded)),
        tuple(piece for word in seen.folded for piece in _pieces(word)),
        tuple(_groups("b", tuple(skeleton(word) for word in seen.folded))),
        tuple(_concepts(seen.concepts)),
    )


def features(seen: View) -> tuple[tuple[int, ...], ...]:
    """Return `named_features` as hashes."""
    return (
        tuple(hashed(name) for name in _groups("t", seen.typed)),
        tuple(hashed(name) for name in _groups("w", seen.folded)),
        tuple(number for word in seen.folded for number in _hashed_pieces(word)),
        tuple(hashed(name) for name in _groups("b", tuple(skeleton(word) for word in seen.folded))),
        tuple(hashed(name) for name in _concepts(seen.concepts)),
    )


@lru_cache(maxsize=50_000)
def hashed(name: str) -> int:
    """The number of a feature: 32 bits, the same on every machine."""
    return crc32(name.encode())


def _groups(kind: str, words: tuple[str, ...]) -> Iterator[str]:
    """Words, and pairs of neighbours with the beginning and the end."""
    for word in words:
        yield f"{kind}:{word}"
    for first, second in pairwise(("^", *words, "$")):
        yield f"{kind}:{first} {second}"


def _pieces(word: str) -> Iterator[str]:
    framed = f" {word} "
    for size in _PIECE_SIZES:
        for at in range(len(framed) - size + 1):
            yield f"p:{framed[at : at + size]}"


@lru_cache(maxsize=20_000)
def _hashed_pieces(word: str) -> tuple[int, ...]:
    return tuple(crc32(piece.encode()) for piece in _pieces(word))


def _concepts(concepts: tuple[str, ...]) -> Iterator[str]:
    for concept in concepts:
        yield f"c:{concept}"
    paired = sorted(concepts[:_PAIRED])
    for at, first in enumerate(paired):
        for second in paired[at + 1 :]:
            yield f"c:{first}+{second}"
