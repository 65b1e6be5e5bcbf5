"""The trained topic model: a table of weights by feature, read from bytes; what a message scores for every topic."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.features import BLOCKS, FEATURES_VERSION, Reader, View, features, named_features
from knowledge.lexicon import Lexicon
from knowledge.spelling import Speller, shelve

Floats = npt.NDArray[np.float32]
_MAGIC = b"DAKPATH2"
_ALIGNED = 8


@dataclass(frozen=True, slots=True)
class Model:
    """Sorted feature hashes, their rarity and their weights (one byte each, with a scale a feature)."""

    topics: tuple[str, ...]
    bank: str
    temperature: float
    shares: tuple[float, ...]
    hashes: npt.NDArray[np.uint32]
    rarity: Floats
    weights: npt.NDArray[np.int8]
    scales: Floats
    bias: Floats
    reader: Reader

    def logits(self, seen: View) -> Floats:
        """Return the score of every column of the weights, before calibration."""
        total = self.bias.copy()
        for block, share in zip(features(seen), self.shares, strict=True):
            places, values = self._weighed(block, share)
            if len(places):
                total += (values * self.scales[places]) @ self.weights[places].astype(np.float32)
        return total

    def probabilities(self, seen: View) -> dict[str, float]:
        """Return topic → calibrated probability."""
        scaled = self.logits(seen)[: len(self.topics)] / self.temperature
        raised = np.exp(scaled - scaled.max())
        return dict(zip(self.topics, (raised / raised.sum()).tolist(), strict=True))

    def reasons(self, seen: View, topic: str, most: int) -> list[tuple[str, float]]:
        """Return the features that speak most for a topic, with their part of its score."""
        column, parts = self.topics.index(topic), dict[str, float]()
        for names, block, share in zip(named_features(seen), features(seen), self.shares, strict=True):
            by_hash = dict(zip(block, names, strict=True))
            places, values = self._weighed(block, share)
            for place, value in zip(places.tolist(), values.tolist(), strict=True):
                part = value * float(self.scales[place]) * int(self.weights[place, column])
                parts[by_hash[int(self.hashes[place])]] = part
        return sorted(parts.items(), key=lambda item: (-item[1], item[0]))[:most]

    def _weighed(self, block: tuple[int, ...], share: float) -> tuple[npt.NDArray[np.intp], Floats]:
        """The known features of a block, and their weights: rarer and repeated ones weigh more; length 1 in all."""
        if not block:
            return np.empty(0, np.intp), np.empty(0, np.float32)
        found, counts = np.unique(np.array(block, np.uint32), return_counts=True)
        places = np.minimum(np.searchsorted(self.hashes, found), len(self.hashes) - 1)
        known = self.hashes[places] == found
        places = places[known]
        values = (1 + np.log(counts[known])) * self.rarity[places]
        norm = float(np.sqrt(values @ values)) or 1.0
        return places, (values * (share / norm)).astype(np.float32)


def pack(header: Mapping[str, Any], reader: Reader, arrays: Mapping[str, npt.NDArray[Any]]) -> bytes:
    """Write a model file: a magic word, a JSON header with the word knowledge, the arrays."""
    words = {
        "written": dict(reader.speller.written),
        "folded": dict(reader.speller.folded),
        "known": sorted(reader.speller.known),
        "groups": sorted([[list(words), list(names)] for words, names in reader.lexicon.groups.items()]),
        "beginnings": {start: list(names) for start, names in reader.lexicon.beginnings.items()},
        "inside": dict(reader.inside),
    }
    shapes = [[name, array.dtype.str, list(array.shape)] for name, array in arrays.items()]
    full = {**header, **words, "features": FEATURES_VERSION, "blocks": list(BLOCKS), "arrays": shapes}
    head = json.dumps(full, ensure_ascii=False, sort_keys=True).encode()
    head += b" " * (-(len(_MAGIC) + 4 + len(head)) % _ALIGNED)
    body = b"".join(_padded(array.tobytes()) for array in arrays.values())
    return _MAGIC + len(head).to_bytes(4, "little") + head + body


def bank_of(content: bytes) -> str:
    """Return the hash of the phrase bank that a model file was trained on; empty for any other file."""
    header = _header(content)
    return str(header.get("bank", "")) if header else ""


def read_model(content: bytes) -> Model | None:
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
        rarity=arrays["rarity"].astype(np.float32),
        weights=arrays["weights"],
        scales=arrays["scales"].astype(np.float32),
        bias=arrays["bias"],
        reader=Reader(speller, lexicon, header["inside"]),
    )


def _header(content: bytes) -> dict[str, Any] | None:
    if not content.startswith(_MAGIC):
        return None
    start = len(_MAGIC) + 4
    try:
        header: dict[str, Any] = json.loads(content[start : _body(content)])
    except ValueError:
        return None
    return header


def _body(content: bytes) -> int:
    """Where the arrays begin."""
    start = len(_MAGIC)
    return start + 4 + int.from_bytes(content[start : start + 4], "little")


def _arrays(content: bytes, header: Mapping[str, Any]) -> dict[str, npt.NDArray[Any]]:
    """The arrays as views of the file's bytes."""
    arrays, at = {}, _body(content)
    for name, kind, shape in header["arrays"]:
        count = int(np.prod(shape))
        arrays[name] = np.frombuffer(content, kind, count, at).reshape(shape)
        size = count * np.dtype(kind).itemsize
        at += size + -size % _ALIGNED
    return arrays


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % _ALIGNED)
