"""A short message as it is looked up in the lists of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from handlers.talk import Talk


class Phrases(Struct, frozen=True):
    """Which list a phrase is in, by its words, and how many words the longest has."""

    lists: Mapping[tuple[str, ...], str]
    longest: int


def phrases_of(lists: Mapping[str, Iterable[tuple[str, ...]]]) -> Phrases:
    """Index lists of phrases; one that is in several belongs to the first."""
    found: dict[tuple[str, ...], str] = {}
    for name, phrases in lists.items():
        for phrase in phrases:
            if phrase:
                found.setdefault(phrase, name)
    return Phrases(found, max(map(len, found), default=0))


def spoken_words(talk: Talk, text: str) -> str:
    """The message without its punctuation and polite words: "haan ji sir" is "haan"."""
    words = text.strip(" .,!?।").casefold().split()
    said = [word for word in words if word.strip(".,!") not in talk.catalogue.words["titles"]]
    return " ".join(said or words).strip(" .,!?।")


def made_of(phrases: Phrases, words: tuple[str, ...]) -> frozenset[str]:
    """The lists that the whole message is made of, the longest phrase first; empty where a word is in none."""
    said: set[str] = set()
    at = 0
    while at < len(words):
        heads = (words[at : at + length] for length in range(min(phrases.longest, len(words) - at), 0, -1))
        head = next((head for head in heads if head in phrases.lists), None)
        if head is None:
            return frozenset()
        said.add(phrases.lists[head])
        at += len(head)
    return frozenset(said)
