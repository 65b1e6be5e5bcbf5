"""One rough form for a word however it is spelt: Devanagari or Latin letters, long or short vowels, doubled letters.

`fold` keeps enough to tell words apart ("नहीं", "nahi", "nhi" → "nhi"); `skeleton` keeps only the consonants.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह",
        [
            "k",
            "kh",
            "g",
            "gh",
            "n",
            "ch",
            "ch",
            "j",
            "jh",
            "n",
            "t",
            "th",
            "d",
            "dh",
            "n",
            "t",
            "th",
            "d",
            "dh",
            "n",
            "p",
            "f",
            "b",
            "bh",
            "m",
            "y",
            "r",
            "l",
            "l",
            "v",
            "sh",
            "sh",
            "s",
            "h",
        ],
        strict=True,
    )
)
_VOWELS = dict(zip("अआइईउऊऋएऐओऔऑऍ", ["a", "a", "i", "i", "u", "u", "ri", "e", "e", "o", "o", "o", "e"], strict=True))
_SIGNS = dict(zip("ािीुूृेैोौॉॅ", ["a", "i", "i", "u", "u", "ri", "e", "e", "o", "o", "o", "e"], strict=True))
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_VIRAMA, _NASAL = "\u094d", "\u0902"

# English and romanised Hindi spellings that stand for one sound, in this order.
_SOUNDS = (
    (re.compile(r"tion|sion|cion"), "sn"),
    (re.compile(r"chh"), "ch"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"sch|sh"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"c(?!h)|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"z"), "j"),
    (re.compile(r"w"), "v"),
    (re.compile(r"aa+|ah(?![aeiou])"), "a"),
    (re.compile(r"ee+|ea|ie|ey$|y$"), "i"),
    (re.compile(r"oo+|ou(?!t)"), "u"),
    (re.compile(r"ai|ay|ei|ae"), "e"),
    (re.compile(r"au|ao|oa"), "o"),
    (re.compile(r"(.)\1+"), r"\1"),
)
#: The fewest letters of a word that `fold_words` folds.
_FOLDED = 3
_INNER_A = re.compile(r"(?<=.)a")
_INNER_VOWEL = re.compile(r"(?<=.)[aeiouy]")


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return the folded form of one word of `normalise.tokens`; digits stay as they are."""
    latin = _latin(word) if "\u0900" <= max(word) <= "\u097f" else word
    if latin.isdigit():
        return latin
    for pattern, sound in _SOUNDS:
        latin = pattern.sub(sound, latin)
    bare = _INNER_A.sub("", latin)
    return bare or latin


@lru_cache(maxsize=512)
def fold_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Fold the words of `normalise.tokens`; those of one or two letters stay, for little is left of them."""
    return tuple(fold(word) if len(word) >= _FOLDED else word for word in words)


@lru_cache(maxsize=20_000)
def skeleton(folded: str) -> str:
    """Return the consonants of a folded word, with one mark for a vowel at its beginning."""
    if folded.isdigit() or len(folded) < 3:
        return folded
    head = "a" if folded[0] in "aeiou" else folded[0]
    bones = head + _INNER_VOWEL.sub("", folded)[1:]
    return re.sub(r"(.)\1+", r"\1", bones)


def _latin(word: str) -> str:
    """Transliterate; the inherent vowel is written "a", which `fold` drops again inside words."""
    letters = word.translate(_DIGITS)
    out: list[str] = []
    for at, char in enumerate(letters):
        following = letters[at + 1] if at + 1 < len(letters) else ""
        if char in _CONSONANTS:
            out.append(_CONSONANTS[char])
            if following and following not in _SIGNS and following != _VIRAMA:
                out.append("a")
        elif char in _VOWELS or char in _SIGNS:
            out.append(_VOWELS.get(char) or _SIGNS[char])
        elif char == _NASAL:
            out.append("n" if following else "")
        elif char.isascii():
            out.append(char)
    return "".join(out) or word
