"""One spelling for what people type: case, punctuation, dots, nukta and chandrabindu; and which language it is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

MessageLanguage = Literal["en", "hi", "hinglish"]

_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
_DOTTED = re.compile(r"\b(?:[a-z]\.)+[a-z]\b\.?|\b(?:[a-z]\.\s?){2,}(?![a-z]{2})")
#: The danda (U+0964) ends a sentence; it belongs to no word.
_WORD = re.compile(r"[\w\u0900-\u0963\u0966-\u097f]+")
_DIGIT = re.compile(r"\d")
# A letter run beside a digit run: "hsg1" and "hsg 1" are one.
_LETTER_DIGIT = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_DEVANAGARI_FOLD = str.maketrans(
    {"\u093c": "", "\u0901": "\u0902", "\u0950": "ओम", "ॉ": "ो", "ऑ": "ओ", "ॅ": "े", "\u200c": "", "\u200d": ""}
)


@lru_cache(maxsize=4096)  # more than all designations' names, which are read twice when the content loads
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a message in one spelling; dotted abbreviations become one word ("P.A." → "pa").

    Every phrase and name of the content passes here at the start: a step is taken only where it can change something.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFD", folded) if _DEVANAGARI.search(folded) else folded
        folded = folded.translate(_DEVANAGARI_FOLD)
    if "." in folded:
        folded = _DOTTED.sub(lambda match: match.group().replace(".", "").replace(" ", "") + " ", folded)
    if _DIGIT.search(folded):
        folded = _LETTER_DIGIT.sub(" ", folded)
    return tuple(_WORD.findall(folded.replace("_", " ")))


def designation_tokens(text: str) -> tuple[str, ...]:
    """As `tokens`, with Roman numerals after a word as digits: "HSG-II" and "hsg 2" are one."""
    words = tokens(text)
    return tuple(_ROMAN.get(word, word) if index else word for index, word in enumerate(words))


@lru_cache(maxsize=1024)
def detect_language(text: str, hinglish_words: frozenset[str]) -> MessageLanguage:
    """Tell the message's language: any real share of Devanagari is Hindi, romanised Hindi words make Hinglish."""
    letters = sum(1 for char in text if char.isalpha())
    devanagari = len(_DEVANAGARI.findall(text))
    if devanagari and devanagari * 3 >= letters:
        return "hi"
    words = tokens(text)
    hits = sum(1 for word in words if word in hinglish_words)
    strong = sum(1 for word in words if word in hinglish_words and word not in _BOTH)
    if strong and (hits >= 2 or strong * 4 >= len(words)):
        return "hinglish"
    return "en"


#: Romanised Hindi words that are English words as well: they tell nothing alone.
_BOTH = frozenset("to the do he me main par se mere hum hue ate ab be so is at in on teen din ho h tak bin ap".split())
