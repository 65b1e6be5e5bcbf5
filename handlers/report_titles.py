"""Course titles of reports → the catalogue's courses, by their names and variants; nothing is guessed.

Case, punctuation, blanks and the spellings of reports.yaml make no difference; a name that two courses share is none.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from handlers.facts import unmatched
from knowledge.catalogue import Catalogue
from knowledge.normalise import tokens
from knowledge.report_kinds import ReportRules


def title_reader(catalogue: Catalogue) -> Callable[[str], str]:
    """What makes a title, without blanks around it, the key of its course."""
    rules = catalogue.reports
    named: dict[str, str | None] = {}
    for course in catalogue.courses.values():
        for name in (course.title, course.label, *course.variants):
            key = _spelt(rules, name)
            named[key] = course.id if named.get(key, course.id) == course.id else None

    @lru_cache(maxsize=8192)
    def read(title: str) -> str:
        return named.get(_spelt(rules, title)) or unmatched(title)

    return read


def _spelt(rules: ReportRules, title: str) -> str:
    """A title in one spelling, its words joined: "Multi-Tasking" and "Multitasking" are one."""
    words: list[str] = []
    for word in tokens(title.replace("&", " and ")):
        same = rules.same_words.get(word, (word,))
        if len(same) == 1 or tuple(words[-len(same) :]) != same:  # "Advance Postal Technology (APT)" says it twice
            words += same
    return "".join(word for word in words if word not in rules.words["no_words"])
