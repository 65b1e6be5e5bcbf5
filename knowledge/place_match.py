"""Which circle or office a message names, by name, abbreviation or a place that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from rapidfuzz import fuzz, process

from knowledge.catalogue import Catalogue, Place
from knowledge.normalise import tokens

_SCORE = 86
_TYPO_FROM = 5


class PlaceIndex(Struct, frozen=True):
    """Place ids by name; `spoken` has the names joined, by their number of words, for the repair of typos."""

    names: Mapping[tuple[str, ...], str]
    spoken: Mapping[int, Mapping[str, str]]


def build_place_index(catalogue: Catalogue) -> PlaceIndex:
    """Index every name, variant and covered place; a name outranks a covered place."""
    index: dict[tuple[str, ...], str] = {}
    for place in catalogue.places.values():
        for covered in place.covers:
            index.setdefault(tokens(covered), place.id)
    for place in catalogue.places.values():
        for name in (place.name.en, place.name.hi, place.label.en, place.label.hi, *place.variants):
            index[tokens(name)] = place.id
    index.pop((), None)
    spoken: dict[int, dict[str, str]] = {}
    for words, id_ in index.items():
        spoken.setdefault(len(words), {})[" ".join(words)] = id_
    return PlaceIndex(index, spoken)


def match_place(catalogue: Catalogue, index: PlaceIndex, text: str) -> tuple[Place, ...]:
    """Return the places that a message names, the longest name first; typos of long names are forgiven."""
    words = tokens(text)
    found: dict[str, int] = {}
    longest = max(index.spoken, default=1)
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            place = _at(index, words[at : at + length])
            if place:
                found[place] = max(found.get(place, 0), length)
                at += length
                break
        else:
            at += 1
    return tuple(catalogue.places[id_] for id_ in sorted(found, key=lambda id_: -found[id_]))


def _at(index: PlaceIndex, words: tuple[str, ...]) -> str | None:
    exact = index.names.get(words)
    if exact or len("".join(words)) < _TYPO_FROM:
        return exact
    names = index.spoken.get(len(words), {})
    best = process.extractOne(" ".join(words), names.keys(), scorer=fuzz.ratio, score_cutoff=_SCORE)
    return names[best[0]] if best else None
