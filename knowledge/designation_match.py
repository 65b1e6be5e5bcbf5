"""Which designation a message names: surely, one of several, an open abbreviation, or none.

Never guesses: what collides or is undecided comes back as such, with the question that decides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.catalogue import UNDECIDED, Catalogue, Designation
from knowledge.curriculum import agreed
from knowledge.designation_index import DesignationIndex, Name
from knowledge.normalise import designation_tokens


@dataclass(frozen=True, slots=True)
class Named:
    """The designations that a message may mean.

    `sure` is the one that is meant, or None; `candidates` are all that fit, best first; `question` is the id of
    the question that decides a colliding abbreviation. `whole` says that the message is nothing but the name.
    """

    sure: Designation | None = None
    candidates: tuple[Designation, ...] = ()
    question: str | None = None
    whole: bool = False

    def __bool__(self) -> bool:
        return bool(self.candidates or self.question)

    @property
    def curriculum(self) -> str | None:
        """The curriculum that all candidates share, `UNDECIDED` where they differ, None where nothing is named."""
        return self._agreed()[0]

    @property
    def syllabus(self) -> str | None:
        return self._agreed()[1]

    def _agreed(self) -> tuple[str | None, str | None]:
        if self.sure:
            return self.sure.curriculum, self.sure.syllabus
        if self.question is not None:
            return UNDECIDED, UNDECIDED
        return agreed(self.candidates) if self.candidates else (None, None)


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    name: Name


def match_designation(catalogue: Catalogue, index: DesignationIndex, text: str, alone: bool = False) -> Named:
    """Find the speaker's designation in a message; `alone`: the message answers "what is your designation?"."""
    words = designation_tokens(text)
    repaired = tuple(index.repair(word) for word in words)
    repaired = _split_compact(index, repaired)
    words = repaired if len(words) != len(repaired) else words
    hits = [hit for hit in _longest(index, repaired) if _is_meant(catalogue.words, hit, words, text, alone)]
    if not hits:
        return Named()
    whole = sum(hit.end - hit.start for hit in hits) >= len(repaired) - _fillers(catalogue, repaired, hits)
    return _settle(catalogue, hits, whole)


def _split_compact(index: DesignationIndex, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for word in words for part in index.compact.get(word, (word,)))


def _longest(index: DesignationIndex, words: tuple[str, ...]) -> list[_Hit]:
    """Left to right, the longest name at each place; shorter names inside it are not looked at."""
    hits, at = [], 0
    while at < len(words):
        for length in range(min(index.longest, len(words) - at), 0, -1):
            name = index.names.get(words[at : at + length])
            if name:
                hits.append(_Hit(at, at + length, name))
                at += length
                break
        else:
            at += 1
    return hits


def _is_meant(lists: Mapping[str, frozenset[str]], hit: _Hit, words: tuple[str, ...], text: str, alone: bool) -> bool:
    """Leave out everyday words that look like an abbreviation, and people whom the message only mentions."""
    span = words[hit.start : hit.end]
    if hit.name.collision and hit.name.collision.word and not alone and len(words) > 1:
        return _stands_out(lists, hit, words, text)
    if any(word in lists["on_behalf"] for word in words[max(0, hit.start - 3) : hit.start]):
        return True
    before = words[hit.start - 1] if hit.start else ""
    after = words[hit.end : hit.end + 3]
    somebody_else = before in lists["others_before"] or any(word in lists["others_after"] for word in after[:1])
    named_by_title = len(after) > 1 and after[0] in lists["titles"] and after[1] in lists["others_after"]
    return bool(span) and not (somebody_else or named_by_title)


def _stands_out(lists: Mapping[str, frozenset[str]], hit: _Hit, words: tuple[str, ...], text: str) -> bool:
    """An abbreviation that is also a word counts in capitals, or where the person says what they are."""
    spoken = "".join(words[hit.start : hit.end])
    shouting = text.upper() == text
    capital = re.search(rf"(?<![A-Za-z]){re.escape(spoken.upper())}(?![A-Za-z])", text) and not shouting
    before = words[hit.start - 1] if hit.start else ""
    after = words[hit.end] if hit.end < len(words) else ""
    says_so = before in lists["self_before"] or (after in lists["self_after"] and before not in lists["others_before"])
    return bool(capital or says_so)


def _fillers(catalogue: Catalogue, words: tuple[str, ...], hits: list[_Hit]) -> int:
    covered = {place for hit in hits for place in range(hit.start, hit.end)}
    fillers = catalogue.words["fillers"]
    return sum(1 for place, word in enumerate(words) if place not in covered and (word in fillers or word.isdigit()))


def _settle(catalogue: Catalogue, hits: list[_Hit], whole: bool) -> Named:
    ids = tuple(dict.fromkeys(id_ for hit in hits for id_ in hit.name.designations))
    candidates = tuple(catalogue.designations[id_] for id_ in ids)
    collisions = [hit.name.collision for hit in hits if hit.name.collision]
    plain = tuple(dict.fromkeys(id_ for hit in hits if not hit.name.collision for id_ in hit.name.designations))
    if len(plain) == 1:
        return Named(catalogue.designations[plain[0]], (catalogue.designations[plain[0]],), whole=whole)
    if plain:
        return Named(None, tuple(catalogue.designations[id_] for id_ in plain), whole=whole)
    first = collisions[0]
    if len({collision.variant for collision in collisions}) == 1 and first.default:
        return Named(catalogue.designations[first.default], candidates, whole=whole)
    return Named(None, candidates, question=first.question, whole=whole)
