"""The catalogue with its look-up indexes, built once and shared by every step."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from msgspec import Struct

from knowledge.catalogue import Catalogue
from knowledge.designation_index import DesignationIndex, build_index
from knowledge.designation_match import Named, Reading, match_designation
from knowledge.lexicon import Lexicon, build_lexicon
from knowledge.model import Buffer, read_model
from knowledge.place_match import PlaceIndex, build_place_index, match_place
from knowledge.ranking import Finder, Ranking, make_finder
from knowledge.search import Match, PhraseIndex, build_phrase_index

#: How many different messages are understood only once: before a deadline many people ask the same.
_REMEMBERED = 2048


class Library(Struct, frozen=True):
    """What the conversation asks: the facts, and how to find them from people's words.

    `ranking` is the model behind `finder`, None where there is none; `said`: what people say of the steps of walks.
    """

    catalogue: Catalogue
    finder: Finder
    namer: Callable[[str, Reading], Named]
    places: PlaceIndex
    ranking: Ranking | None
    said: Lexicon | None
    hearer: Callable[[str], tuple[str, ...]]

    def topics_of(self, text: str) -> list[Match]:
        return self.finder(text)

    def concepts_in(self, text: str) -> tuple[str, ...]:
        """What the words of a message mean, and what they say of the steps of walks; nothing without a trained model.

        In the order of the words: the lexicon's first.
        """
        return self.hearer(text)

    def designation_in(self, text: str, reading: Reading = Reading.ANYTHING) -> Named:
        return self.namer(text, reading)

    def places_in(self, text: str) -> tuple[str, ...]:
        return tuple(place.id for place in match_place(self.catalogue, self.places, text))


class Indexed(Struct, frozen=True):
    """The catalogue with what is looked up in it: plain values, which the shell may keep for the next start.

    `said` is None where there is no trained model.
    """

    catalogue: Catalogue
    phrases: PhraseIndex
    designations: DesignationIndex
    places: PlaceIndex
    said: Lexicon | None


def index(catalogue: Catalogue, content: Buffer = b"") -> Indexed:
    """Build the indexes; `content` is the trained topic model's file."""
    model = read_model(content) if content else None
    said = build_lexicon(catalogue.said, model.reader.speller) if model else None
    phrases = build_phrase_index(catalogue.phrases)
    return Indexed(catalogue, phrases, build_index(catalogue), build_place_index(catalogue), said)


def prepare(catalogue: Catalogue, content: Buffer = b"") -> Library:
    """Build the indexes, and what looks things up in them; `content` is the trained topic model's file."""
    return library_of(index(catalogue, content), content)


def library_of(indexed: Indexed, content: Buffer) -> Library:
    """Make what looks things up in the indexes, with the model's file that they were built with."""
    catalogue, said, finder = indexed.catalogue, indexed.said, make_finder(indexed.catalogue, indexed.phrases, content)
    ranking = finder if isinstance(finder, Ranking) else None
    return Library(
        catalogue=catalogue,
        finder=lru_cache(_REMEMBERED)(finder),
        namer=lru_cache(_REMEMBERED)(partial(match_designation, catalogue, indexed.designations)),
        places=indexed.places,
        ranking=ranking,
        said=said,
        hearer=lru_cache(_REMEMBERED)(partial(_concepts, ranking, said)),
    )


def _concepts(ranking: Ranking | None, said: Lexicon | None, text: str) -> tuple[str, ...]:
    if ranking is None or said is None:
        return ()
    seen = ranking.model.reader.read(text)
    return (*seen.concepts, *said.concepts(seen.meant, seen.folded))
