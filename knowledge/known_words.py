"""The words that the content knows: what else stands in a message may be a name."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz, process

from knowledge.catalogue import Catalogue
from knowledge.normalise import tokens

#: From this likeness on a word is taken for a slip of a known one.
_SLIP = 86


class KnownWords:
    """Words of the phrase bank, of posts and offices, of courses and of the word lists, but no names of people."""

    def __init__(self, words: frozenset[str]) -> None:
        self._words = words
        self._sorted = tuple(sorted(words))

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word in self._words

    def is_slip(self, word: str) -> bool:
        """Whether the word is likely a known one with a typing slip."""
        return process.extractOne(word, self._sorted, scorer=fuzz.ratio, score_cutoff=_SLIP) is not None


@lru_cache(maxsize=2)
def known_words(catalogue: Catalogue) -> KnownWords:
    """Collect them once for a catalogue (some ten milliseconds)."""
    spelt = {word for phrase in catalogue.phrases for word in phrase.split()}
    texts = [course.title for course in catalogue.courses.values()]
    for place in catalogue.places.values():
        texts += [place.name.en, place.name.hi, place.label.en, place.label.hi, *place.variants, *place.covers]
    for post in catalogue.designations.values():
        texts += [post.name.en, post.name.hi, post.label.en, post.label.hi, *post.variants]
    for name, entries in catalogue.words.items():
        texts += () if name.startswith("redact_names") else entries
    return KnownWords(frozenset(spelt.union(*map(tokens, texts))))
