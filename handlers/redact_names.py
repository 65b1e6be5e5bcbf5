"""Find names of people and places in a text, by lists and by the words that stand before and after them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from msgspec import Struct

from knowledge.normalise import tokens

#: Words (any script, with its vowel signs), and marks that stand for something taken out already.
_WORD = re.compile(r"⟨\w+⟩|[\w'’\u0900-\u0963\u0966-\u0d7f\u200c\u200d]+")
_ENDS_SENTENCE = re.compile(r"[\n;!?।]|\.\s")
#: The most words of a name, of a place, of an address.
_NAME, _PLACE, _ADDRESS = 4, 3, 10
#: Shorter words are no names by their look alone.
_NAME_FROM = 3
_INITIAL = 2
#: The most words of a signature, and what may stand before one.
_SIGNED, _DASHES = 3, frozenset("-–—~")
_NONE: frozenset[str] = frozenset()

_PLACES_MARK, _NAMES_MARK = "⟨place⟩", "⟨name⟩"
#: The content's word lists that are read here.
LISTS = (
    "redact_name_is", "redact_i_am", "redact_titles", "redact_honoured", "redact_signed", "redact_links",
    "redact_names", "redact_names_beside", "redact_places", "redact_addresses", "redact_in_address", "redact_offices",
    "redact_offices_in_capitals",
)  # fmt: skip


class Known(Protocol):
    """Which words are words of the language or of the service, and so nobody's name."""

    def __contains__(self, word: object, /) -> bool: ...

    def is_slip(self, word: str, /) -> bool: ...


class _Word(Struct, frozen=True):
    """A word as written, its one spelling (empty for a mark), and what stands between it and the word before."""

    written: str
    form: str
    parts: tuple[str, ...]
    gap: str
    start: int
    end: int


def find_names(text: str, words: Mapping[str, frozenset[str]], known: Known) -> str:
    """Return the text with ⟨name⟩ and ⟨place⟩ in the place of names and places."""
    read = _read(text)
    marks = _Finder(read, _cues(tuple(words.get(name, frozenset()) for name in LISTS)), known).marks()
    out, at = [], 0
    for place, (word, mark) in enumerate(zip(read, marks, strict=True)):
        if mark is None:
            continue
        is_more = place > 0 and marks[place - 1] == mark and not _ENDS_SENTENCE.search(word.gap.strip(". "))
        out.append("" if is_more else text[at : word.start] + mark)
        at = word.end
    return "".join(out) + text[at:]


def _read(text: str) -> list[_Word]:
    words, end = [], 0
    for match in _WORD.finditer(text):
        written = match.group()
        parts = () if written.startswith("⟨") else tokens(written)
        words.append(_Word(written, "".join(parts), parts, text[end : match.start()], match.start(), match.end()))
        end = match.end()
    return words


class _Cues(Struct, frozen=True):
    """The lists by word: which lists have it as a whole entry, and which longer entries begin with it."""

    single: Mapping[str, frozenset[str]]
    longer: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@lru_cache(maxsize=2)
def _cues(lists: tuple[frozenset[str], ...]) -> _Cues:
    """Index the entries of `LISTS`, the longest of those that begin alike first."""
    single: dict[str, set[str]] = defaultdict(set)
    longer: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, entries in zip(LISTS, lists, strict=True):
        for entry in entries:
            group = tuple("".join(tokens(part)) for part in re.split(r"[\s/.]+", entry))
            if len(group) == 1:
                single[group[0]].add(name)
            else:
                longer[group[0]].append((group, name))
    return _Cues(
        {word: frozenset(names) for word, names in single.items()},
        {word: tuple(sorted(groups, key=lambda row: (-len(row[0]), row))) for word, groups in longer.items()},
    )


class _Finder:
    """Marks each word of a text as (part of) a name, a place, or neither."""

    def __init__(self, read: Sequence[_Word], cues: _Cues, known: Known) -> None:
        self._read, self._cues, self._known = read, cues, known
        self._in = [cues.single.get(word.form, _NONE) for word in read]
        self._marks: list[str | None] = [None] * len(read)

    def marks(self) -> list[str | None]:
        """Return a mark, or None, for every word; the surest signs first."""
        for at in range(len(self._read)):
            self._address(at)
        for at in range(len(self._read)):
            self._place(at)
            self._after_cue(at)
            self._listed(at)
            self._honoured(at)
        self._signed()
        return self._marks

    def _address(self, at: int) -> None:
        """After "house no" and the like: everything that looks like an address."""
        start = self._after(at, "redact_addresses")
        if start is None:
            return
        end = start = self._past_links(start)
        while end < min(len(self._read), start + _ADDRESS) and self._goes_on(start, end) and self._in_address(end):
            end += 1
        self._mark(start, end, _PLACES_MARK)

    def _in_address(self, at: int) -> bool:
        word = self._read[at]
        if not word.form or any(char.isdigit() for char in word.written):
            return bool(word.form) or word.written == "⟨number⟩"
        is_capital = word.written[0].isupper() and (len(word.form) <= _NAME_FROM or not word.written.isupper())
        return is_capital or self._is_in("redact_in_address", at) or self._is_unknown(at) or self._is_listed(at)

    def _place(self, at: int) -> None:
        """After "village" and the like, and before "BO" and the like: words that nobody knows."""
        if at and self._is_office(at) and self._goes_on(0, at) and self._is_foreign(at - 1):
            self._mark(at - 1, at, _PLACES_MARK)
        start = self._after(at, "redact_places")
        if start is None:
            return
        start = self._past_links(start)
        end = start
        while end < min(len(self._read), start + _PLACE) and self._goes_on(start, end) and self._is_foreign(end):
            end += 1
        self._mark(start, end, _PLACES_MARK)

    def _is_office(self, at: int) -> bool:
        in_capitals = self._read[at].written.isupper() and self._is_in("redact_offices_in_capitals", at)
        return in_capitals or self._after(at, "redact_offices") is not None

    def _after_cue(self, at: int) -> None:
        """After "my name is", a title or a closing: a name; after "I am": only what looks like one."""
        for cue in ("redact_name_is", "redact_titles", "redact_signed"):
            start = self._after(at, cue)
            if start is not None:
                start = self._past_links(start) if cue == "redact_name_is" else start
                self._mark(start, self._name_end(start), _NAMES_MARK)
        start = self._after(at, "redact_i_am")
        if start is not None and start < len(self._read) and self._looks_like_name(start):
            self._mark(start, self._name_end(start), _NAMES_MARK)

    def _listed(self, at: int) -> None:
        """A name of the lists, with the unknown words and the initials beside it."""
        if not self._is_in("redact_names", at):
            return
        start = at
        while start > max(0, at - 2) and self._goes_on(start - 1, start) and self._is_name_part(start - 1):
            start -= 1
        self._mark(start, self._name_end(start), _NAMES_MARK)

    def _honoured(self, at: int) -> None:
        """ "… ji", "… sir": an unknown word before it is a name."""
        if at and self._is_in("redact_honoured", at) and not self._read[at].gap.strip() and self._is_foreign(at - 1):
            self._mark(at - 1, at, _NAMES_MARK)

    def _signed(self) -> None:
        """A line, or what follows a dash, that is nothing but one to three unknown words with capitals."""
        starts = [at for at, word in enumerate(self._read) if not at or "\n" in word.gap or word.gap.strip() in _DASHES]
        for start, end in pairwise((*starts, len(self._read))):
            words = range(start, end)
            is_short = end - start <= _SIGNED and any(len(self._read[at].form) > _INITIAL for at in words)
            if is_short and all(self._is_name_part(at) and self._read[at].written[0].isupper() for at in words):
                self._mark(start, end, _NAMES_MARK)

    def _name_end(self, start: int) -> int:
        end = start
        while end < min(len(self._read), start + _NAME) and self._goes_on(start, end) and self._is_name_part(end):
            end += 1
        is_only_initials = all(len(self._read[at].form) < _NAME_FROM for at in range(start, end))
        return start if is_only_initials else end

    def _is_name_part(self, at: int) -> bool:
        word = self._read[at]
        is_initial = 0 < len(word.form) <= _INITIAL and word.written.isupper() and word.written.isascii()
        return self._is_listed(at) or (is_initial and self._is_dotted(at)) or self._is_unknown(at)

    def _is_dotted(self, at: int) -> bool:
        """An initial has one letter, or a full stop behind it."""
        following = self._read[at + 1].gap if at + 1 < len(self._read) else ""
        return len(self._read[at].form) == 1 or following.startswith(".")

    def _looks_like_name(self, at: int) -> bool:
        """Of the list; or unknown, written like a name (or in letters without capitals), and no typing slip."""
        word = self._read[at]
        if self._is_in("redact_names", at):
            return True
        is_written_so = word.written[0].isupper() or not word.written.isascii()
        return is_written_so and self._is_foreign(at)

    def _is_foreign(self, at: int) -> bool:
        word = self._read[at]
        if self._is_in("redact_names", at):
            return True
        return self._is_unknown(at) and len(word.form) >= _NAME_FROM and not self._known.is_slip(word.form)

    def _is_unknown(self, at: int) -> bool:
        word = self._read[at]
        if not word.form or any(char.isdigit() for char in word.form):
            return False
        return not all(part in self._known for part in word.parts)

    def _is_listed(self, at: int) -> bool:
        return self._is_in("redact_names", at) or self._is_in("redact_names_beside", at)

    def _is_in(self, name: str, at: int) -> bool:
        return name in self._in[at]

    def _after(self, at: int, name: str) -> int | None:
        """The place behind the longest entry of a list that stands at `at`."""
        for group, list_name in self._cues.longer.get(self._read[at].form, ()):
            if list_name == name and group == tuple(word.form for word in self._read[at : at + len(group)]):
                return at + len(group)
        return at + 1 if self._is_in(name, at) else None

    def _past_links(self, at: int) -> int:
        while at < len(self._read) and self._is_in("redact_links", at):
            at += 1
        return at

    def _goes_on(self, start: int, at: int) -> bool:
        """No sentence ends before the word; the full stop of an initial or a short form does not end one."""
        if at == start:
            return True
        gap = self._read[at].gap
        return not _ENDS_SENTENCE.search(gap) or (gap.strip() == "." and len(self._read[at - 1].form) <= _NAME_FROM)

    def _mark(self, start: int, end: int, mark: str) -> None:
        for at in range(start, end):
            if self._marks[at] is None and self._read[at].form:
                self._marks[at] = mark
