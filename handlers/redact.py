"""Take out of a text what could tell who wrote it, as a pure function, before it is kept for review.

Numbers, e-mail addresses, links and @names by their shape; names and places by lists and by the words beside them
(`handlers.redact_names`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from handlers.redact_names import Known, find_names
from knowledge.catalogue import Catalogue
from knowledge.known_words import known_words

#: So much of a long message is kept.
MOST_KEPT = 500
#: No more than this is looked at: what is taken out is shorter afterwards.
_MOST_READ = 2 * MOST_KEPT

_EMAIL = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*|[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?(?:com|in|org|net|gov|nic|co|edu)\b)+"
    r"|[\w.+-]+\s+(?:\(at\)|\[at\]|at)\s+[\w-]+\s*(?:\.|\(dot\)|\bdot\b)\s*(?:com|in|org|net|gov|nic|co)\b"
    r"(?:\s*(?:\.|\bdot\b)\s*in\b)?",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:https?|ftp)://\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*"
    r"|\b[\w-]{2,}(?:\.[\w-]{2,})*\.(?:com|org|net|info|gov\.in|nic\.in|co\.in|ac\.in|org\.in)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@])@[^\W\d]\w+")
#: Kept: days and years of our time. A birth date is none.
_YEAR = r"20(?:1[5-9]|2\d|3[0-5])"
_DAY = rf"[0-3]?\d[./-][01]?\d[./-]{_YEAR}"
_KEPT = rf"(?<![\w./-])(?:{_DAY}|{_YEAR}(?:\s?[-/–]\s?(?:20)?\d\d)?)(?![\w]|[./-]\d|\s\d{{3}})"
#: Digits that belong together, with the letters written on to them.
_NUMBER = r"[^\W_]*[(+]{0,2}\d(?:[ ]?[-/.,()]?[ ]?\d)*[^\W_]*"
_DIGITS = re.compile(rf"(?P<kept>{_KEPT})|(?P<number>{_NUMBER})")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{2,3}(?!\d))")
_GROUPS = re.compile(r"\d+")
_SPACES = re.compile(r"[ \t]+")
#: Control characters and halves of characters, which no store takes.
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_REPEATED = re.compile(r"(⟨\w+⟩)(?:[\s,]*\1)+")


def redact(text: str, words: Mapping[str, frozenset[str]], known: Known) -> str:
    """Return the text with ⟨number⟩, ⟨email⟩, ⟨link⟩, ⟨name⟩ and ⟨place⟩ in the place of such things.

    `words` are the content's word lists, `known` says which words are none of a person.
    """
    shaped = _SPACES.sub(" ", shortened(_ODD.sub("", text), _MOST_READ).replace("⟨", "(").replace("⟩", ")")).strip()
    for pattern, mark in ((_EMAIL, "⟨email⟩"), (_LINK, "⟨link⟩"), (_HANDLE, "⟨name⟩")):
        shaped = pattern.sub(mark, shaped)
    shaped = find_names(_DIGITS.sub(_number, shaped), words, known)
    return shortened(_REPEATED.sub(r"\1", shaped), MOST_KEPT)


@lru_cache(maxsize=2048)
def redacted(catalogue: Catalogue, text: str) -> str:
    """Redact a text by the content's lists; before a deadline many people ask the same."""
    return redact(text, catalogue.words, known_words(catalogue))


def masked(text: str) -> str:
    """Return the text with ⟨number⟩ and ⟨email⟩ in the place of long numbers and addresses; names stay."""
    return _DIGITS.sub(_number, _EMAIL.sub("⟨email⟩", text))


def shortened(text: str, most: int) -> str:
    """Cut a long text after a whole word."""
    return text if len(text) <= most else text[: most - 1].rsplit(None, 1)[0] + "…"


def _number(match: re.Match[str]) -> str:
    """Take out four digits and more that stand together; years, days and small numbers stay."""
    if match.group("kept"):
        return match.group()
    joined = _THOUSANDS.sub("", match.group())
    sizes = [len(group) for group in _GROUPS.findall(joined) if not re.fullmatch(_YEAR, group)]
    is_long = any(size > 3 for size in sizes) or sum(size for size in sizes if size > 1) > 5
    return "⟨number⟩" if is_long else match.group()
