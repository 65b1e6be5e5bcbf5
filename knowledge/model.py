"""The trained topic model: a table of weights by feature, read from bytes; what a message scores for every topic."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from math import exp, log, prod, sqrt
from struct import unpack
from typing import Any, Literal, NamedTuple

from msgspec import Struct, field

from knowledge.features import BLOCKS, FEATURES_VERSION, Reader, View, features, hashed_pieces, named_features
from knowledge.lexicon import Lexicon
from knowledge.spelling import Speller, shelve

#: A model file's bytes, read or mapped.
Buffer = bytes | memoryview

MAGIC = b"DAKPATH2"
#: Every array begins at a multiple of so many bytes.
ALIGNED = 8
#: How the file names kinds of numbers (little-endian), and how a memoryview does.
_FORMATS: Mapping[str, Literal["I", "f"]] = {"<u4": "I", "<f4": "f"}
#: Bytes of a lane; what 1.0 is as a whole number there, and for pieces before they are weighed: those of the longest
#: message (4,096 letters) find room.
_LANE, _UNIT, _UNIT_OF_PIECES = 5, 1 << 23, 1 << 20
_PIECES = BLOCKS.index("pieces")
#: Words whose pieces are kept summed up.
_LEARNT = 2000
#: Hashes are found by their first 12 bits (each bit more doubles the time to look up all the beginnings at the start).
_BUCKET = 20


class _Pieces(NamedTuple):
    """The known pieces of a word: their places, the sum of their squared rarities, and of their rows, as in `_rows`."""

    places: tuple[int, ...]
    squares: float
    rows: int
    whole: int


class Model(Struct, frozen=True):
    """Sorted feature hashes, their rarity and their weights (one byte each, with a scale a feature).

    `starts` is where the hashes of the same first bits begin. Scores are summed for many topics at once: a feature's
    row of bytes is one large whole number, spread over lanes wide enough for the sum of all products.
    """

    topics: tuple[str, ...]
    bank: str
    temperature: float
    shares: tuple[float, ...]
    hashes: memoryview
    starts: array[int]
    rarity: array[float]
    weights: memoryview
    scales: array[float]
    bias: tuple[float, ...]
    reader: Reader
    _words: dict[str, _Pieces] = field(default_factory=dict)

    def logits(self, seen: View) -> list[float]:
        """Return the score of every topic, before calibration."""
        blocks = zip(features(seen, with_pieces=False), self.shares, strict=True)
        rest = self._rows([one for block, share in blocks for one in self._weighed(block, share)], _UNIT)
        pieces, length = self._pieces_of(seen.folded)
        factor = self.shares[_PIECES] / length
        both = zip(self.bias, self._lanes(*rest), self._lanes(*pieces), strict=True)
        return [base + whole / _UNIT + of_pieces * factor / _UNIT_OF_PIECES for base, whole, of_pieces in both]

    def _rows(self, weighed: Iterable[tuple[int, float]], unit: int) -> tuple[int, int]:
        """The sum of the features' rows times their values, in lanes, and that of the values."""
        width, weights, scales = len(self.topics), self.weights, self.scales
        row, flip, total, whole = bytearray(width * _LANE), _signs(width), 0, 0
        for place, value in weighed:
            amount = round(value * scales[place] * unit)
            row[::_LANE] = weights[place * width : (place + 1) * width]
            total += (int.from_bytes(row, "little") ^ flip) * amount
            whole += amount
        return total, whole

    def _lanes(self, total: int, whole: int) -> list[int]:
        """Read the lanes: a number for each topic."""
        sums = total.to_bytes(len(self.topics) * _LANE, "little")
        lanes = range(0, len(sums), _LANE)
        return [int.from_bytes(sums[at : at + _LANE], "little") - whole * 128 for at in lanes]

    def _pieces_of(self, words: tuple[str, ...]) -> tuple[tuple[int, int], float]:
        """The rows of all the words' pieces before they are weighed, and the length that they are divided by.

        A piece counts by the logarithm of how often it occurs: what the words' own sums have too much is taken away.
        """
        known = [self._words.get(word) or self._learnt(word) for word in words]
        counts = Counter(chain.from_iterable(pieces.places for pieces in known))
        often = [(place, count, 1 + log(count)) for place, count in counts.items() if count > 1]
        rarity, unit = self.rarity, _UNIT_OF_PIECES
        total, whole = self._rows([(place, rarity[place] * (value - count)) for place, count, value in often], unit)
        squares = sum(rarity[place] ** 2 * (value * value - count) for place, count, value in often)
        squares += sum(pieces.squares for pieces in known)
        rows = total + sum(pieces.rows for pieces in known), whole + sum(pieces.whole for pieces in known)
        return rows, sqrt(squares) or 1.0

    def _learnt(self, word: str) -> _Pieces:
        """Sum up a word's pieces once: people use the same words."""
        if len(self._words) >= _LEARNT:
            self._words.clear()
        places = tuple(self._places(hashed_pieces(word)))
        rows, whole = self._rows([(place, self.rarity[place]) for place in places], _UNIT_OF_PIECES)
        found = _Pieces(places, sum(self.rarity[place] ** 2 for place in places), rows, whole)
        self._words[word] = found
        return found

    def probabilities(self, seen: View) -> dict[str, float]:
        """Return topic → calibrated probability."""
        scaled = [score / self.temperature for score in self.logits(seen)]
        most = max(scaled)
        raised = [exp(score - most) for score in scaled]
        whole = sum(raised)
        return {topic: share / whole for topic, share in zip(self.topics, raised, strict=True)}

    def reasons(self, seen: View, topic: str, most: int) -> list[tuple[str, float]]:
        """Return the features that speak most for a topic, with their part of its score."""
        column, parts = self.topics.index(topic), dict[str, float]()
        for names, block, share in zip(named_features(seen), features(seen), self.shares, strict=True):
            by_hash = dict(zip(block, names, strict=True))
            for place, value in self._weighed(block, share):
                weight = (self.weights[place * len(self.topics) + column] ^ 128) - 128
                part = value * self.scales[place] * weight
                parts[by_hash[self.hashes[place]]] = part
        return sorted(parts.items(), key=lambda item: (-item[1], item[0]))[:most]

    def _weighed(self, block: tuple[int, ...], share: float) -> list[tuple[int, float]]:
        """The known features of a block by place, and their weights: rarer and repeated ones more; length 1 in all."""
        rarity, found = self.rarity, []
        for place, count in Counter(self._places(block)).items():
            value = rarity[place]
            found.append((place, value * (1 + log(count)) if count > 1 else value))
        norm = sqrt(sum(value * value for _, value in found)) or 1.0
        return [(place, value * share / norm) for place, value in found]

    def _places(self, block: Iterable[int]) -> list[int]:
        """Where the known ones of the features stand, each as often as it occurs."""
        hashes, starts, found = self.hashes, self.starts, []
        most = len(hashes)
        for number in block:
            bucket = number >> _BUCKET
            place = bisect_left(hashes, number, starts[bucket], starts[bucket + 1])
            if place < most and hashes[place] == number:
                found.append(place)
        return found


def bank_of(content: Buffer) -> str:
    """Return the hash of the phrase bank that a model file was trained on; empty for any other file."""
    header = _header(content)
    return str(header.get("bank", "")) if header else ""


def figures_of(content: Buffer) -> dict[str, Any]:
    """Return how good the model was, cross-validated, when it was trained; empty for any other file."""
    header = _header(content)
    return dict(header.get("figures", {})) if header else {}


def read_model(content: Buffer) -> Model | None:
    """Read a model file; None where it is none, or was made for other features than this program computes."""
    header = _header(content)
    if header is None or header["features"] != FEATURES_VERSION or tuple(header["blocks"]) != BLOCKS:
        return None
    arrays = _arrays(content, header)
    known = header["known"]
    speller = Speller(header["written"], header["folded"], frozenset(known), shelve(known))
    lexicon = Lexicon(
        {tuple(words): tuple(names) for words, names in header["groups"]},
        {start: tuple(names) for start, names in header["beginnings"].items()},
    )
    return Model(
        topics=tuple(header["topics"]),
        bank=header["bank"],
        temperature=header["temperature"],
        shares=tuple(header["shares"]),
        hashes=arrays["hashes"],
        starts=_starts(arrays["hashes"]),
        rarity=_halves(arrays["rarity"]),
        weights=arrays["weights"],
        scales=_halves(arrays["scales"]),
        bias=tuple(arrays["bias"]),
        reader=Reader(speller, lexicon, header["inside"]),
    )


def _header(content: Buffer) -> dict[str, Any] | None:
    if bytes(content[: len(MAGIC)]) != MAGIC:
        return None
    start = len(MAGIC) + 4
    try:
        header: dict[str, Any] = json.loads(bytes(content[start : _body(content)]))
    except ValueError:
        return None
    return header


def _body(content: Buffer) -> int:
    """Where the arrays begin."""
    start = len(MAGIC)
    return start + 4 + int.from_bytes(content[start : start + 4], "little")


def _arrays(content: Buffer, header: Mapping[str, Any]) -> dict[str, Any]:
    """The arrays as views of the file's bytes, each in one row; half-precision ones as bytes."""
    arrays, at, whole = {}, _body(content), memoryview(content)
    for name, kind, shape in header["arrays"]:
        size = prod(shape) * int(kind[2:])
        view = whole[at : at + size]
        arrays[name] = view.cast(_FORMATS[kind]) if kind in _FORMATS else view
        at += size + -size % ALIGNED
    return arrays


def _halves(view: memoryview) -> array[float]:
    """Half-precision numbers; memoryviews do not read them."""
    return array("f", unpack(f"<{len(view) // 2}e", view))


def _starts(hashes: memoryview) -> array[int]:
    return array("I", (bisect_left(hashes, bucket << _BUCKET) for bucket in range((1 << 32 - _BUCKET) + 1)))


@lru_cache(maxsize=4)
def _signs(width: int) -> int:
    """The highest bit of the lowest byte of every lane."""
    return int.from_bytes((b"\x80" + bytes(_LANE - 1)) * width, "little")
