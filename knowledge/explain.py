"""Why a message was understood as it was: its words in one spelling, its concepts, what speaks for a topic."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from rapidfuzz import fuzz, process

from knowledge.designation_match import Named
from knowledge.library import Library
from knowledge.normalise import MessageLanguage, detect_language, tokens
from knowledge.search import Match

#: How many topics, features and phrases are told.
_TOPICS, _FEATURES, _PHRASES = 5, 12, 5
#: What the parts of a feature's name before its colon are.
FEATURE_KINDS: Mapping[str, str] = {
    "t": "words as typed", "w": "words", "p": "pieces of words", "b": "consonants", "c": "concepts", "n": "shape",
}  # fmt: skip


class Reason(Struct, frozen=True):
    """A feature that the model saw, and its part of the winning topic's score."""

    feature: str
    kind: str
    part: float


class Near(Struct, frozen=True):
    """A phrase of the bank and how alike it is (0 to 1)."""

    phrase: str
    topic: str
    likeness: float


class Explained(Struct, frozen=True):
    """`meant`, `folded`, `concepts` and `reasons` are empty without a model; `exact`: an equal phrase's topic."""

    language: MessageLanguage
    typed: tuple[str, ...]
    meant: tuple[str, ...]
    folded: tuple[str, ...]
    concepts: tuple[str, ...]
    ranked: tuple[Match, ...]
    exact: str | None
    reasons_for: str | None
    reasons: tuple[Reason, ...]
    nearest: tuple[Near, ...]
    named: Named


def explain(library: Library, text: str) -> Explained:
    """Read a message as the conversation does, and tell what was seen on the way."""
    ranked = library.topics_of(text)
    ranking = library.ranking
    typed = tokens(text)
    meant: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    winner = (ranked[0].shown or ranked[0].topic) if ranked else None
    if ranking is not None:
        seen = ranking.model.reader.read(text)
        meant, folded, concepts = seen.meant, seen.folded, seen.concepts
        if winner in ranking.model.topics:
            reasons = tuple(_reason(*one) for one in ranking.model.reasons(seen, winner, _FEATURES))
    return Explained(
        language=detect_language(text, library.catalogue.words["hinglish"]),
        typed=typed,
        meant=meant,
        folded=folded,
        concepts=concepts,
        ranked=tuple(ranked[:_TOPICS]),
        exact=library.catalogue.phrases.get(" ".join(typed)),
        reasons_for=winner if reasons else None,
        reasons=reasons,
        nearest=_nearest(library.catalogue.phrases, " ".join(typed)),
        named=library.designation_in(text),
    )


def _reason(feature: str, part: float) -> Reason:
    kind, _, name = feature.partition(":")
    return Reason(name, FEATURE_KINDS.get(kind, kind), round(part, 3))


def _nearest(phrases: Mapping[str, str], text: str) -> tuple[Near, ...]:
    """The most alike phrases of the bank; equal ones in the alphabet's order."""
    if not text:
        return ()
    found = process.extract(text, sorted(phrases), scorer=fuzz.token_sort_ratio, limit=_PHRASES)
    return tuple(Near(phrase, phrases[phrase], round(likeness / 100, 3)) for phrase, likeness, _ in found)
