"""What the writer says of themselves in words that name no post known here; a post beside it is then not theirs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from knowledge.around import Lists, begins_with, ends_with, says
from knowledge.designation_find import Heard, Hit
from knowledge.designation_index import DesignationIndex


def tells_unknown_post(index: DesignationIndex, heard: Heard, hits: Iterable[Hit]) -> bool:
    """ "I am a lineman", "topogi hu", "working as fitter": a post, and none that the names have."""
    named = {place for hit in hits for place in range(hit.start, hit.end)}
    return any(
        _is_told(index.lists, heard, place) and place not in named and word not in index.known
        for place, word in enumerate(heard.words)
        if word.isalpha() and len(word) > 1
    )


def _is_told(lists: Lists, heard: Heard, place: int) -> bool:
    """Whether a word stands where people put their post: after "I am a", or right before "hu"."""
    first, last = heard.clause(place, place + 1)
    after = heard.plain[place + 1 : last]
    before = heard.plain[first:place]
    while before and before[-1] in lists["soft"] and len(before) > 1:
        before = before[:-1]
    return bool(after and after[0] in lists["hu"]) or ends_with(before, lists["i_am"] | lists["works_as"])


def asks_for_self(lists: Lists, heard: Heard) -> bool:
    """The writer speaks of themselves, and not of somebody else's courses alone."""
    words = set(heard.plain)
    if says(heard.plain, lists["that_is_me"]):
        return False
    if any(one in lists["mine"] and other in lists["own_lists"] for one, other in pairwise(heard.plain)):
        return True
    return not words & (lists["theirs"] | lists["theirs_to"]) and bool(words & (lists["own_words"] | lists["hu"]))


def stands_in(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """ "PA on leave, so I work there", "MTS on deputation, I do his work": the writer is not the one who is away."""
    if hit.start:
        return False
    later = heard.plain[hit.end :]
    away = begins_with(later, lists["away"]) or says(heard.plain[: hit.end], lists["away"])
    return away and says(later, lists["instead"])


def asks_later(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """ "PA on leave till March, which courses should I do before that", "on training at PTC": the writer is away.

    Without such a word the absent one may as well be somebody else, and nobody is told.
    """
    _, last = heard.clause(hit.start, hit.end)
    rest = heard.plain[last:]
    asks = not lists["mandated"].isdisjoint(rest) and not (lists["speaker"] - lists["mine"]).isdisjoint(rest)
    if hit.start or not asks:
        return False
    return says(rest, lists["before_that"]) or begins_with(heard.plain[hit.end : last], lists["away_at"])
