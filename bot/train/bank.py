"""The phrase bank with the hand-kept word lists, and its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import yaml
from msgspec import Struct

from knowledge.fold import fold
from knowledge.normalise import tokens

_LISTS = ("lexicon.yaml", "spellings.yaml")


class Row(Struct, frozen=True):
    """A phrase, its topic and its language; `group` is the same for phrases that are nearly the same."""

    text: str
    topic: str
    language: str
    group: str


class Bank(Struct, frozen=True):
    """Everything that a model is trained from."""

    rows: tuple[Row, ...]
    lexicon: Mapping[str, list[str]]
    spellings: Mapping[str, list[str]]
    declined: str
    digest: str


def read_bank(files: Mapping[str, str]) -> Bank:
    """Read content texts by relative path; a phrase that stands twice counts once."""
    rows: dict[tuple[str, ...], Row] = {}
    for path in sorted(path for path in files if path.startswith("phrases/")):
        _, language, name = path.split("/")
        for line in files[path].splitlines():
            words = tuple(fold(word) for word in tokens(line))
            if words:
                rows.setdefault(words, Row(line.strip(), name.removesuffix(".txt"), language, _group(words)))
    lists = {name: _read_list(files.get(name, "{}")) for name in _LISTS}
    return Bank(tuple(rows.values()), lists["lexicon.yaml"], lists["spellings.yaml"], _declined(files), digest(files))


def digest(files: Mapping[str, str]) -> str:
    """Return the hash of all texts that training reads."""
    total = hashlib.sha256()
    for path in sorted(files):
        if path.startswith("phrases/") or path in _LISTS:
            total.update(f"{path}\0{files[path]}\0".encode())
    return total.hexdigest()


def _group(words: tuple[str, ...]) -> str:
    """Near-duplicates share their longer words."""
    return " ".join(sorted({word for word in words if len(word) > 3} or set(words)))


def _read_list(text: str) -> dict[str, list[str]]:
    """Read name → words; numbers among them are words too."""
    return {str(name): [str(word) for word in words] for name, words in (yaml.safe_load(text) or {}).items()}


def _declined(files: Mapping[str, str]) -> str:
    """The topic of everything that the assistant does not answer."""
    topics = yaml.safe_load(files["topics.yaml"])["topics"]
    return str(next(topic["id"] for topic in topics if topic["decline"]))
