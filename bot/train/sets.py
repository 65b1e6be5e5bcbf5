"""Questions with known topics: the bank itself, each part judged by a model of the others; or a file of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from zlib import crc32

from bot.train.bank import Bank
from bot.train.fit import Recipe, fit
from bot.train.measure import Case
from knowledge.catalogue import Catalogue
from knowledge.library import Library
from knowledge.likeness import Likeness
from knowledge.normalise import tokens
from knowledge.search import Match, build_phrase_index

_PARTS = 3


def cross_validated(bank: Bank, catalogue: Catalogue, recipe: Recipe) -> list[Case]:
    """Judge every phrase by a model, and a bank to compare with, that have neither it nor its near-duplicates."""
    cases: list[Case] = []
    parts = [crc32(row.group.encode()) % _PARTS for row in bank.rows]
    parents = {topic.id: topic.parent or topic.id for topic in catalogue.topics.values()}
    for part in range(_PARTS):
        seen = [row for row, place in zip(bank.rows, parts, strict=True) if place != part]
        asked = [row for row, place in zip(bank.rows, parts, strict=True) if place == part]
        fitted = fit(bank, seen, recipe)
        phrases = {" ".join(tokens(row.text)): row.topic for row in seen}
        likeness = Likeness(build_phrase_index(phrases), parents, bank.declined, catalogue.thresholds)
        for row, shares in zip(asked, fitted.probabilities([row.text for row in asked]), strict=True):
            found = likeness.blended(
                row.text, _gathered(dict(zip(fitted.topics, shares.tolist(), strict=True)), parents)
            )
            accepted = frozenset(() if row.topic == bank.declined else (parents[row.topic],))
            cases.append(_case(row.text, row.language, accepted, found, bank.declined))
    return cases


def from_file(path: Path, library: Library) -> list[Case]:
    """Read JSON lines with text, lang, topic and accept, and rank them as the assistant would."""
    declined = next(topic.id for topic in library.catalogue.topics.values() if topic.decline)
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        accepted = frozenset(() if row["topic"] == declined else row["accept"])
        cases.append(_case(row["text"], row["lang"], accepted, library.topics_of(row["text"]), declined))
    return cases


def _gathered(found: Mapping[str, float], parents: Mapping[str, str]) -> list[Match]:
    total: dict[str, float] = {}
    for topic, share in found.items():
        total[parents[topic]] = total.get(parents[topic], 0.0) + share
    return [Match(topic, share) for topic, share in sorted(total.items(), key=lambda item: (-item[1], item[0]))]


def _case(text: str, language: str, accepted: frozenset[str], ranked: Sequence[Match], declined: str) -> Case:
    inside = tuple(match for match in ranked if match.topic != declined)
    outside = sum(match.score for match in ranked if match.topic == declined)
    return Case(text, language, accepted, inside, outside)
