"""What the topic model sees of a message: words, pieces of words, concepts; each as a number (a hash).

The blocks are weighed apart, so that a message with many pieces and few concepts is not decided by the pieces alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from msgspec import Struct

from knowledge.fold import fold, skeleton
from knowledge.lexicon import Lexicon
from knowledge.normalise import tokens
from knowledge.spelling import Speller

#: Raise it when what is computed here changes: a model of another version is not used.
FEATURES_VERSION = 3
BLOCKS = ("typed", "words", "pieces", "bones", "concepts", "shape")
_PIECE_SIZES = (2, 3, 4, 5)
#: Concepts of a message that are paired with each other, at most.
_PAIRED = 25


#: A word of an answerable question is rare below this count of phrases.
COMMON = 4


class View(Struct, frozen=True):
    """A message as the model reads it: the words as typed, as meant, folded; its concepts; its shape."""

    typed: tuple[str, ...]
    meant: tuple[str, ...]
    folded: tuple[str, ...]
    concepts: tuple[str, ...]
    shape: tuple[str, ...]


class Reader(Struct, frozen=True):
    """What is known about words. `inside` counts the answerable phrases with a folded word, up to `COMMON` + 1."""

    speller: Speller
    lexicon: Lexicon
    inside: Mapping[str, int]

    def read(self, text: str, own: int = 0) -> View:
        """Read a message; `own` is 1 for a phrase that `inside` has counted itself."""
        typed = tokens(text)
        meant = tuple(self.speller.meant(word) for word in typed)
        folded = tuple(fold(word) for word in meant)
        concepts = self.lexicon.concepts(meant, folded)
        counts = [self.inside.get(word, 0) - own for word in set(folded)]
        return View(typed, meant, folded, concepts, _shape(counts, len(folded), len(concepts)))


def _shape(counts: list[int], length: int, concepts: int) -> tuple[str, ...]:
    """How many words no answerable phrase has, or only few have: a sign of another subject."""
    new = sum(count < 1 for count in counts)
    rare = sum(count < COMMON for count in counts)
    return (
        f"n:new {min(new, 5)}",
        f"n:rare {min(rare, 6)}",
        f"n:share {4 * new // max(1, length)}",
        f"n:length {min(length, 30) // 4}",
        f"n:concepts {min(concepts, 8)}",
    )


def named_features(seen: View) -> tuple[tuple[str, ...], ...]:
    """Return the features of every block of `BLOCKS` by name, repeated as often as they occur."""
    return (
        tuple(_groups("t", seen.typed)),
        tuple([*_groups("w", seen.folded), *_distant(seen.folded)]),
        tuple(piece for word in seen.folded for piece in _pieces(word)),
        tuple(_groups("b", tuple(skeleton(word) for word in seen.folded))),
        tuple(_concepts(seen.concepts)),
        seen.shape,
    )


def features(seen: View, *, with_pieces: bool = True) -> tuple[tuple[int, ...], ...]:
    """Return `named_features` as hashes; the pieces, most of them, only where they are wanted."""
    pieces = tuple(number for word in seen.folded for number in hashed_pieces(word)) if with_pieces else ()
    return (
        tuple(_hashed_groups(b"t:", seen.typed)),
        tuple(_hashed_groups(b"w:", seen.folded, reaches_far=True)),
        pieces,
        tuple(_hashed_groups(b"b:", tuple(skeleton(word) for word in seen.folded))),
        tuple(_hashed_concepts(seen.concepts)),
        tuple(hashed(name) for name in seen.shape),
    )


def hashed(name: str) -> int:
    """The number of a feature: 32 bits, the same on every machine."""
    return crc32(name.encode())


def _hashed_groups(kind: bytes, words: tuple[str, ...], *, reaches_far: bool = False) -> list[int]:
    """Return `_groups` as hashes, and `_distant` behind them where wanted; a pair's goes on from its first word's."""
    start, written = crc32(kind), [word.encode() for word in words]
    single = [crc32(word, start) for word in written]
    before = [crc32(b"^ ", start), *(crc32(b" ", number) for number in single)]
    found = single + list(map(crc32, (*written, b"$"), before))
    if reaches_far:
        for at, number in enumerate(single):
            apart = crc32(b" .. ", number)
            found += [crc32(second, apart) for second in written[at + 2 : at + 4]]
    return found


def _hashed_concepts(concepts: tuple[str, ...]) -> list[int]:
    """Return `_concepts` as hashes."""
    start, paired = crc32(b"c:"), [concept.encode() for concept in sorted(concepts[:_PAIRED])]
    found = [crc32(concept.encode(), start) for concept in concepts]
    for at, first in enumerate(paired):
        before = crc32(b"+", crc32(first, start))
        found += [crc32(second, before) for second in paired[at + 1 :]]
    return found


def _groups(kind: str, words: tuple[str, ...]) -> Iterator[str]:
    """Words, and pairs of neighbours with the beginning and the end."""
    for word in words:
        yield f"{kind}:{word}"
    for first, second in pairwise(("^", *words, "$")):
        yield f"{kind}:{first} {second}"


def _distant(words: tuple[str, ...]) -> Iterator[str]:
    """Pairs of words with one or two others between them."""
    for at, first in enumerate(words):
        for second in words[at + 2 : at + 4]:
            yield f"w:{first} .. {second}"


def _pieces(word: str) -> Iterator[str]:
    framed = f" {word} "
    for size in _PIECE_SIZES:
        for at in range(len(framed) - size + 1):
            yield f"p:{framed[at : at + size]}"


@lru_cache(maxsize=20_000)
def hashed_pieces(word: str) -> tuple[int, ...]:
    """The pieces of one word, as hashes."""
    return tuple(crc32(piece.encode()) for piece in _pieces(word))


def _concepts(concepts: tuple[str, ...]) -> Iterator[str]:
    for concept in concepts:
        yield f"c:{concept}"
    paired = sorted(concepts[:_PAIRED])
    for at, first in enumerate(paired):
        for second in paired[at + 1 :]:
            yield f"c:{first}+{second}"
