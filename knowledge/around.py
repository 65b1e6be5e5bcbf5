"""The words around a name in its own clause, and whether they are the phrases of a list."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct

from knowledge.designation_find import Heard, Hit

Lists = Mapping[str, frozenset[str]]

#: Phrases in the lists have so many words at most.
_PHRASE = 4
#: An office's name has so many words at most, "division" included.
_UNIT = 4


class Around(Struct, frozen=True):
    """The clause's words before and after a name.

    `near` is `before` without articles, adjectives and titles; `then` is `after` without titles. The "branch" of
    "PA SBCO branch" belongs to the name.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    near: tuple[str, ...]
    then: tuple[str, ...]


def words_around(lists: Lists, heard: Heard, hit: Hit) -> Around:
    """Return what the clause of `hit` says before and after it."""
    first, last = heard.clause(hit.start, hit.end)
    before, after = heard.plain[first : hit.start], heard.plain[hit.end : last]
    if hit.end - hit.start > 1 and heard.plain[hit.end - 1] in lists["units"] and after:
        after = after[_belonging(lists, after) :]
    near = before
    while near and near[-1] in lists["soft"]:
        near = near[:-1]
    then = after
    while then and then[0] in lists["titles"]:
        then = then[1:]
    return Around(before, after, near, then)


def _belonging(lists: Lists, after: tuple[str, ...]) -> int:
    """How many words behind a name that ends with a unit are of it: "SBCO branch", "RMS 'K' division"."""
    if after[0] in lists["rooms"]:
        return 1
    return 2 if len(after) > 1 and len(after[0]) == 1 and after[1] in lists["units"] else 0


def ends_with(words: tuple[str, ...], phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands at the end of the words."""
    return any(" ".join(words[-count:]) in phrases for count in range(1, min(_PHRASE, len(words)) + 1))


def begins_with(words: tuple[str, ...], phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands at the beginning of the words."""
    return any(" ".join(words[:count]) in phrases for count in range(1, min(_PHRASE, len(words)) + 1))


def says(words: tuple[str, ...], phrases: frozenset[str]) -> bool:
    """Whether one of the phrases (of one or two words) is among the words."""
    return any(word in phrases for word in words) or any(" ".join(pair) in phrases for pair in pairwise(words))


def ends_with_unit(lists: Lists, around: Around) -> bool:
    """ "PA Kota north division, ...": the clause is the name of a post and of an office, and no more."""
    return 0 < len(around.then) <= _UNIT and ends_with(around.then, lists["units"])


def without_ours(lists: Lists, words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the "our" of "in our office": it tells where the speaker works, not whose somebody is."""
    return tuple(
        word
        for place, word in enumerate(words)
        if not (word in lists["possessors"] and ends_with(words[:place], lists["inside_before"]))
    )
