"""The catalogue with its look-up indexes, built once and shared by every step."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalogue import Catalogue
from knowledge.designation_index import DesignationIndex, build_index
from knowledge.designation_match import Named, match_designation
from knowledge.place_match import PlaceIndex, build_place_index, match_place
from knowledge.search import Match, PhraseIndex, build_phrase_index, search

__all__ = ["Library", "prepare"]


@dataclass(frozen=True, slots=True)
class Library:
    """What the conversation asks: the facts, and how to find them from people's words."""

    catalogue: Catalogue
    phrases: PhraseIndex
    designations: DesignationIndex
    places: PlaceIndex

    def topics_of(self, text: str) -> list[Match]:
        return search(self.phrases, text)

    def designation_in(self, text: str, alone: bool = False) -> Named:
        return match_designation(self.catalogue, self.designations, text, alone)

    def places_in(self, text: str) -> tuple[str, ...]:
        return tuple(place.id for place in match_place(self.catalogue, self.places, text))


def prepare(catalogue: Catalogue) -> Library:
    """Build the indexes (some tens of milliseconds)."""
    return Library(
        catalogue=catalogue,
        phrases=build_phrase_index(catalogue.phrases),
        designations=build_index(catalogue),
        places=build_place_index(catalogue),
    )
