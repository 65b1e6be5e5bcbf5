"""All ways of naming a designation, indexed once from the catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from knowledge.catalogue import Catalogue, Collision
from knowledge.normalise import designation_tokens

#: A word that is neither known here nor common in questions is compared with the designations' own words.
_REPAIR_FROM = 5
_REPAIR_SCORE = 83
#: A word seen this often in the phrase bank is an everyday word ("office" is no misspelt "officer").
_EVERYDAY = 2
#: From this length a designation written without spaces is recognised ("postalassistant").
_COMPACT_FROM = 7


@dataclass(frozen=True, slots=True)
class Name:
    """What a run of words names: designation ids, or a colliding abbreviation."""

    designations: tuple[str, ...]
    collision: Collision | None = None


@dataclass(frozen=True, slots=True)
class DesignationIndex:
    """`names` by word tuple; `longest` words at most; `vocabulary` for the repair of typos."""

    names: dict[tuple[str, ...], Name]
    compact: dict[str, tuple[str, ...]]
    longest: int
    vocabulary: tuple[str, ...]
    known: frozenset[str]

    def repair(self, word: str) -> str:
        """Return the designation word that was meant, or the word itself."""
        if len(word) < _REPAIR_FROM or word in self.known:
            return word
        best = process.extractOne(word, self.vocabulary, scorer=fuzz.ratio, score_cutoff=_REPAIR_SCORE)
        if best is None or best[0][0] != word[0]:
            return word
        return str(best[0])


def build_index(catalogue: Catalogue) -> DesignationIndex:
    """Index names, variants and collisions; a collision outranks a designation's own variant."""
    names: dict[tuple[str, ...], Name] = {}
    for designation in catalogue.designations.values():
        for variant in (designation.name.en, designation.name.hi, *designation.variants):
            words = designation_tokens(variant)
            if words:
                earlier = names.get(words)
                ids = tuple(dict.fromkeys((*(earlier.designations if earlier else ()), designation.id)))
                names[words] = Name(ids)
    for collision in catalogue.collisions:
        names[designation_tokens(collision.variant)] = Name(collision.meanings, collision)
    vocabulary = {word for words in names for word in words}
    return DesignationIndex(
        names=names,
        compact={"".join(words): words for words in names if len("".join(words)) >= _COMPACT_FROM and len(words) > 1},
        longest=max(map(len, names), default=1),
        vocabulary=tuple(sorted(word for word in vocabulary if len(word) >= _REPAIR_FROM)),
        known=frozenset(vocabulary | _everyday_words(catalogue.phrases.values())),
    )


def _everyday_words(phrases: Iterable[tuple[str, ...]]) -> set[str]:
    counts = Counter(word for group in phrases for phrase in group for word in set(designation_tokens(phrase)))
    return {word for word, count in counts.items() if count >= _EVERYDAY}
