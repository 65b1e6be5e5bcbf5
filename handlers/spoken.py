"""A short message as it is looked up in the lists of words."""

from __future__ import annotations

from handlers.talk import Talk


def spoken_words(talk: Talk, text: str) -> str:
    """The message without its punctuation and polite words: "haan ji sir" is "haan"."""
    words = text.strip(" .,!?।").casefold().split()
    said = [word for word in words if word.strip(".,!") not in talk.catalogue.words["titles"]]
    return " ".join(said or words).strip(" .,!?।")
