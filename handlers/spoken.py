"""A short message as it is looked up in the lists of words."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.talk import Talk

#: Phrases of a list, as their words.
Phrases = frozenset[tuple[str, ...]]


def spoken_words(talk: Talk, text: str) -> str:
    """The message without its punctuation and polite words: "haan ji sir" is "haan"."""
    words = text.strip(" .,!?।").casefold().split()
    said = [word for word in words if word.strip(".,!") not in talk.catalogue.words["titles"]]
    return " ".join(said or words).strip(" .,!?।")


def made_of(lists: Mapping[str, Phrases], words: tuple[str, ...]) -> frozenset[str]:
    """The lists that the whole message is made of, the longest phrase first; empty where a word is in none."""
    said: set[str] = set()
    longest = max(len(phrase) for phrases in lists.values() for phrase in phrases)
    at = 0
    while at < len(words):
        heads = (words[at : at + length] for length in range(longest, 0, -1))
        found = next(((name, head) for head in heads for name, phrases in lists.items() if head in phrases), None)
        if found is None:
            return frozenset()
        said.add(found[0])
        at += len(found[1])
    return frozenset(said)
