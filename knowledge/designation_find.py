"""Where a message names designations: its words in the names' spelling, its clauses, and the longest names in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from knowledge.designation_index import DesignationIndex, Name
from knowledge.normalise import designation_tokens, tokens

#: What ends a clause; a full stop does so only after a word that is no abbreviation ("Sr. Supdt").
_STOP = re.compile(r"[,;!?।\n]|\s[-–—]\s|\.{2,}|(\w*)\.(?=\s|$)")
_SCRIPT = re.compile(r"(?<=[A-Za-z])(?=[\u0900-\u097f])|(?<=[\u0900-\u097f])(?=[A-Za-z])")
#: What is typed in capitals, dots and a plural "s" included ("P.A.", "SSPOs").
_ABBREVIATION = re.compile(r"\b(?:[a-z]\.)+[a-z]\b\.?|\b[A-Z](?:[A-Z]|\.\s?(?=[A-Z]\b)|\.(?=\W|$))*s?\b\.?")
#: What stands in brackets after a post: its section ("Assistant Director (Recruitment)").
_BRACKETS = re.compile(r"\(([^()]{2,40})\)")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
#: Longer messages all in capitals tell nothing by them.
_SHOUTED = 3
#: So many single letters at most are one abbreviation written apart ("M T S").
_LETTERS = 5


class Heard(Struct, frozen=True):
    """A message: `plain` words as typed, `words` in the names' spelling (same places), `starts` of clauses.

    `repaired` are the places of words that were taken for a typo; `capital` those typed in capitals.
    """

    plain: tuple[str, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    repaired: frozenset[int]
    capital: frozenset[int]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds of the clause (or clauses) around a run of words."""
        first = max((place for place in self.starts if place <= start), default=0)
        last = min((place for place in self.starts if place >= end), default=len(self.plain))
        return first, last


class Hit(Struct, frozen=True):
    """A name found at the words `start` to `end`."""

    start: int
    end: int
    name: Name


class _Word(Struct, frozen=True):
    plain: str
    word: str
    repaired: bool
    capital: bool
    opens: bool


def hear(index: DesignationIndex, text: str) -> Heard:
    """Read a message clause by clause."""
    shouting = text.upper() == text and text.lower() != text and len(text.split()) > _SHOUTED
    words: list[_Word] = []
    text = _BRACKETS.sub(lambda found: _bracketed(index, found), text)
    for clause in _clauses(index, _SCRIPT.sub(" ", _POSSESSIVE.sub(" possessor", text))):
        goes_on = bool(words) and words[-1].plain in index.lists["speaker" if words[-1].opens else "says_i"]
        words.extend(_clause(index, clause, shouting, goes_on))
    words = _joined_words(index, _joined_letters(index, words))
    return Heard(
        plain=tuple(word.plain for word in words),
        words=tuple(word.word for word in words),
        starts=tuple(place for place, word in enumerate(words) if word.opens),
        repaired=frozenset(place for place, word in enumerate(words) if word.repaired),
        capital=frozenset(place for place, word in enumerate(words) if word.capital),
    )


def _bracketed(index: DesignationIndex, found: re.Match[str]) -> str:
    """A section in brackets says nothing of whose the post is, even where its words do elsewhere."""
    inside = set(tokens(found.group(1)))
    return " " if inside & (index.lists["places"] | index.lists["recruiting"]) else found.group()


def _clauses(index: DesignationIndex, text: str) -> Iterator[str]:
    begin = 0
    for stop in _STOP.finditer(text):
        word = stop.group(1)
        if word is not None and (len(word) < 2 or word.casefold() in index.lists["abbreviated"]):
            continue
        yield text[begin : stop.end()]
        begin = stop.end()
    yield text[begin:]


def _clause(index: DesignationIndex, clause: str, shouting: bool, goes_on: bool) -> Iterator[_Word]:
    plain, numbered = tokens(clause), designation_tokens(clause)
    abbreviations = [] if shouting else _ABBREVIATION.findall(clause)
    shouted = frozenset(tokens(" ".join(abbreviations)))
    plural = frozenset(tokens(" ".join(word for word in abbreviations if word.endswith("s"))))
    opens = not goes_on and bool(plain) and plain[0] not in index.lists["goes_with"]
    for place, word in enumerate(plain):
        opens = opens or word in index.lists["joins"]
        capital = word in shouted
        follows = plain[place + 1] if place + 1 < len(plain) else ""
        # The "I" of "I am" is no numeral.
        typed = word if follows in index.lists["am"] else numbered[place]
        spelt = index.singular(index.spell(typed)) if word in plural else index.spell(typed)
        for at, part in enumerate(index.compact.get(spelt, (spelt,))):
            meant = index.repair(part)
            yield _Word(part if spelt in index.compact else word, meant, meant != part, capital, opens and not at)
        opens = False


def _joined_letters(index: DesignationIndex, words: list[_Word]) -> list[_Word]:
    """Join letters written apart where together they are a name: "P A", "एम टी एस"."""
    joined, at = [], 0
    while at < len(words):
        run = _letters(index, words, at)
        if run > 1:
            name = "".join(word.word for word in words[at : at + run])
            capital = all(word.capital for word in words[at : at + run])
            joined.append(_Word(name, name, False, capital or not name.isascii(), words[at].opens))
        else:
            joined.append(words[at])
        at += max(run, 1)
    return joined


def _joined_words(index: DesignationIndex, words: list[_Word]) -> list[_Word]:
    """Join a word of a name that is written in two: "वेतन भोगी", "mail man"."""
    joined: list[_Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if before and not word.opens and index.is_written_apart(before.word, word.word):
            whole = before.word + word.word
            joined[-1] = _Word(whole, whole, False, before.capital and word.capital, before.opens)
        else:
            joined.append(word)
    return joined


def _letters(index: DesignationIndex, words: list[_Word], at: int) -> int:
    length = 0
    for word in words[at : at + _LETTERS]:
        if not (word.plain in index.lists["letters"] or (len(word.plain) == 1 and word.plain.isalpha())):
            break
        length += 1
    for run in range(length, 1, -1):
        if ("".join(word.word for word in words[at : at + run]),) in index.names:
            return run
    return 0


def find(index: DesignationIndex, heard: Heard) -> list[Hit]:
    """Left to right, the longest name at each place; shorter names inside it are not looked at."""
    hits, at, words = [], 0, heard.words
    while at < len(words):
        longest = min(index.longest + 1, len(words) - at) if words[at] in index.heads else 0
        for length in range(longest, 0, -1):
            name = index.name_of(words[at : at + length])
            if name and not _is_verb(index, heard, at) and not _are_two(index, heard, at, at + length):
                hits.append(Hit(at, at + length, name))
                at += length
                break
        else:
            at += 1
    return hits


def _are_two(index: DesignationIndex, heard: Heard, at: int, end: int) -> bool:
    """A name that goes over the end of a clause, where only its rest is one itself: "in the car, driver"."""
    inside = [start for start in heard.starts if at < start < end]
    return any(heard.words[at:start] not in index.names and heard.words[start:end] in index.names for start in inside)


def _is_verb(index: DesignationIndex, heard: Heard, at: int) -> bool:
    """The "am" of "I am" or "am I" never begins a name."""
    around = (heard.plain[at - 1] if at else "", heard.plain[at + 1] if at + 1 < len(heard.plain) else "")
    return heard.plain[at] in index.lists["am"] and any(word in index.lists["speaker"] for word in around)


def runs(heard: Heard, hits: list[Hit]) -> list[list[Hit]]:
    """Names that stand directly beside each other ("LSG SPM"); an everyday word in small letters joins nothing."""
    together: list[list[Hit]] = []
    for hit in hits:
        beside = together[-1][-1] if together else None
        near = beside and beside.end == hit.start and hit.start not in heard.starts
        if beside and near and not is_small(heard, beside) and not is_small(heard, hit):
            together[-1].append(hit)
        else:
            together.append([hit])
    return together


def is_small(heard: Heard, hit: Hit) -> bool:
    """Whether an abbreviation that is an everyday word too is typed as the word is."""
    return bool(hit.name.collision and hit.name.collision.word and hit.start not in heard.capital)
