"""Writes a model file: a magic word, a JSON header with the word knowledge, the arrays (see `knowledge.model`)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy.typing as npt

from knowledge.features import BLOCKS, FEATURES_VERSION, Reader
from knowledge.model import ALIGNED, MAGIC


def pack(header: Mapping[str, Any], reader: Reader, arrays: Mapping[str, npt.NDArray[Any]]) -> bytes:
    """Return the file's bytes; the same values give the same bytes."""
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
    head += b" " * (-(len(MAGIC) + 4 + len(head)) % ALIGNED)
    body = b"".join(_padded(array.tobytes()) for array in arrays.values())
    return MAGIC + len(head).to_bytes(4, "little") + head + body


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % ALIGNED)
