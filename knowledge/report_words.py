"""What a message tells of the writer's own progress: courses by their names, counts, the assessment. Never guessed.

A name that several courses share names none of them: it is asked back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.fold import fold_words
from knowledge.normalise import tokens

_LISTS = ("done", "counted", "all", "exam", "passed", "failed", "attempts", "marks", "not", "asked", "shown", "others",
          "undo", "skipped", "beside")  # fmt: skip
#: What a message may consist of that is nothing but a report.
_WHOLE = frozenset(
    ("course", "shared", "done", "beside", "all", "counted", "number", "exam", "passed", "failed", "attempts", "marks",
     "skipped")
)  # fmt: skip
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
_OUT_OF = re.compile(r"\b(\d{1,3})\s*(?:/|out of|of|me se|mein se|में से)\s*(\d{1,3})\b", re.IGNORECASE)
_IN = re.compile(r"\b(\d{1,3})\s*(?:me|mein|में)\s*(\d{1,3})\b", re.IGNORECASE)
_MINUTES = re.compile(r"\b(\d{1,3})\s*(?:minutes?|mins?|मिनट)(?!\w)", re.IGNORECASE)
_HOURS = re.compile(r"\b(\d{1,2})\s*(?:hours?|hrs?|ghant[ae]|घंटे|घंटा)(?!\w)", re.IGNORECASE)
_HOUR = 60

Words = tuple[str, ...]
#: A name or phrase → its kind, and the courses or the number that it stands for.
Names = Mapping[Words, tuple[str, tuple[str, ...]]]


class Report(Struct, frozen=True):
    """What a message says; `kinds` are the word lists (`report_…`) that it has words of.

    `courses` are surely named; each of `shared` is a name that several courses have. `count`: so many courses, of
    which it says no more. `right`: so many of the assessment's questions. `attempts`: so many failed ones, None where
    it does not count them. `minutes`: how long it took. `is_whole`: it says nothing else.
    """

    courses: tuple[str, ...] = ()
    shared: tuple[tuple[str, ...], ...] = ()
    kinds: frozenset[str] = frozenset()
    count: int | None = None
    right: int | None = None
    attempts: int | None = None
    minutes: int | None = None
    is_whole: bool = False

    def says(self, *kinds: str) -> bool:
        """Whether it has words of any of these lists."""
        return not self.kinds.isdisjoint(kinds)


def read_report(catalogue: Catalogue, year: TrainingYear, text: str) -> Report:
    """Read a message; it is the caller's to know that it is about the writer's progress."""
    return _read(catalogue, year.id, text)


@lru_cache(maxsize=2048)
def _read(catalogue: Catalogue, year_id: str, text: str) -> Report:
    """Before a deadline many people say the same."""
    year = next(year for year in catalogue.years if year.id == year_id)
    text, right, count, minutes = text.translate(_DIGITS), None, None, None
    if any(map(str.isdigit, text)):
        text, right, count = _fractions(text, year)
        text, minutes = _length(text)
    names, heads = _names(catalogue)
    courses: dict[str, None] = {}
    shared: dict[tuple[str, ...], None] = {}
    kinds: list[str] = []
    numbers: list[int] = []
    for kind, value in _found(names, heads, fold_words(tokens(text))):
        kinds.append(kind)
        if kind == "course":
            courses[value[0]] = None
        elif kind == "shared":
            shared[value] = None
        elif kind == "number":
            numbers.append(int(value[0]))
            kinds.append(f"={value[0]}")
    told = frozenset(kind for kind in kinds if not kind.startswith("="))
    if count is None:
        count = _count(kinds, "counted", "done")
    if right is None and told & {"exam", "passed"} and "marks" in told and len(numbers) == 1:
        right = numbers[0] if numbers[0] <= year.assessment.questions else None
    is_whole = bool(told) and told <= _WHOLE and "?" not in text
    attempts = _count(kinds, "attempts") if "failed" in told else None
    return Report(tuple(courses), tuple(shared), told, count, right, attempts, minutes, is_whole)


def _fractions(text: str, year: TrainingYear) -> tuple[str, int | None, int | None]:
    """Take out "38/50" (right answers) and "4 of 6" (courses)."""
    right = count = None
    for pattern, part, whole in ((_OUT_OF, 1, 2), (_IN, 2, 1)):
        match = pattern.search(text)
        if match is None:
            continue
        some, total = int(match.group(part)), int(match.group(whole))
        if total == year.assessment.questions and some <= total:
            right, text = some, pattern.sub(" ", text, count=1)
        elif total == year.total and some <= total and pattern is _OUT_OF:
            count, text = some, pattern.sub(" ", text, count=1)
    return text, right, count


def _length(text: str) -> tuple[str, int | None]:
    """Take out how long it took, in minutes."""
    hours, minutes = _HOURS.search(text), _MINUTES.search(text)
    if hours is None and minutes is None:
        return text, None
    took = (int(hours.group(1)) * _HOUR if hours else 0) + (int(minutes.group(1)) if minutes else 0)
    return _HOURS.sub(" ", _MINUTES.sub(" ", text)), took


def _count(kinds: list[str], *counted: str) -> int | None:
    """The number that stands right before a word of these lists."""
    for place, kind in enumerate(kinds):
        after = next((one for one in kinds[place + 1 :] if one != "beside"), "")
        if kind.startswith("=") and after in counted:
            return int(kind[1:])
    return None


def _found(names: Names, longest: Mapping[str, int], words: Words) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Left to right, the longest name or phrase at each place; "other" for a word of none."""
    at = 0
    while at < len(words):
        most = min(longest.get(words[at], 0), len(words) - at)
        heads = (words[at : at + length] for length in range(most, 0, -1))
        head = next((head for head in heads if head in names), None)
        if head is None:
            yield ("number", (words[at],)) if words[at].isascii() and words[at].isdecimal() else ("other", ())
        else:
            yield names[head]
        at += len(head or words[at : at + 1])


@lru_cache(maxsize=2)
def _names(catalogue: Catalogue) -> tuple[Names, Mapping[str, int]]:
    """Every name of a course and every phrase of the lists, as folded words; a course's name comes first.

    With the number of words of the longest that begins with a word.
    """
    found: dict[Words, tuple[str, tuple[str, ...]]] = {}
    for name in reversed(_LISTS):
        found |= {_folded(phrase): (name, ()) for phrase in catalogue.words[f"report_{name}"]}
    for entry in catalogue.words["report_numbers"]:
        word, _, number = entry.rpartition(" ")
        found[_folded(word)] = ("number", (number,))
    for words, courses in _courses(catalogue).items():
        found[words] = ("course" if len(courses) == 1 else "shared", courses)
    found.pop((), None)
    longest: dict[str, int] = {}
    for words in found:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return found, longest


def _courses(catalogue: Catalogue) -> Mapping[Words, tuple[str, ...]]:
    """Names → the courses that have it: of titles and their variants, and of what people say."""
    named: dict[Words, dict[str, None]] = defaultdict(dict)
    for course in catalogue.courses.values():
        for name in (course.title, course.label, *course.variants, *course.spoken):
            named[_folded(name)][course.id] = None
    return {words: tuple(courses) for words, courses in named.items()}


def _folded(name: str) -> Words:
    return fold_words(tokens(name))
