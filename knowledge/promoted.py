"""A promotion that has come: the post it leads to is the writer's, the one it leads from no longer.

One that was stopped, refused, only offered or somebody else's tells nothing of the writer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from knowledge.around import Around, Lists, begins_with, ends_with, says, words_around
from knowledge.designation_find import Heard, Hit

#: "Promotion to the post of", "pad par promotion": so far from the name the promotion is spoken of.
_BESIDE = 5


def is_my_promotion(lists: Lists, around: Around) -> bool:
    """ "Got my PA promotion", "my PA promotion came": the post that has come, where a word says that it has."""
    if not _speaks_of_mine(lists, around) or _is_waited_for(lists, around.then):
        return False
    return says(around.before, lists["receives"]) or says(around.then, lists["has_come"])


def is_no_promotion_of_mine(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """ "My IP promotion got cancelled", "I refused promotion to LSG", "mere dost ka PA se IP promotion hua"."""
    if lists["promoting"].isdisjoint((*around.before[-_BESIDE:], *around.then[:_BESIDE])):
        return False
    if begins_with(around.then, lists["hu"]) or ends_with(around.before, lists["says_i"] | lists["i_am"]):
        return False
    if _speaks_of_mine(lists, around) and not is_my_promotion(lists, around):
        return True
    if around.before[-2:-1] and around.before[-2] in lists["promotions"] and says(around.then, lists["not_had"]):
        return True  # "my promotion to IP is pending"
    return _is_undone(lists, heard, hit) or _is_of_another(lists, around)


def _speaks_of_mine(lists: Lists, around: Around) -> bool:
    mine = around.before[-1:] and around.before[-1] in lists["mine"]
    return bool(mine) and begins_with(around.then, lists["promotions"])


def _is_undone(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """The clause, or the one after it, says that nothing came of it: "promoted to IP but refused"."""
    first, last = heard.clause(hit.start, hit.end)
    if says(heard.plain[first:last], lists["undone"]):
        return True
    _, end = heard.clause(last, last + 1) if last < len(heard.plain) else (last, last)
    later = heard.plain[last:end]
    return says(later, lists["undone"]) and lists["other_matters"].isdisjoint(later)


def _is_of_another(lists: Lists, around: Around) -> bool:
    """Whose promotion it is stands before it ("my friend ...", "unka ..."), or behind "for" after it."""
    others = lists["on_behalf"] | lists["acquaintances"]
    before = ("", *around.before)
    for owner, word in pairwise(before):
        owned = owner in lists["possessors"] and word in others
        if owned or word in lists["whose_else"] or (owner in others and word in lists["owns"]):
            return True
    if ends_with(around.before, lists["owns"]) and begins_with(around.then, lists["promotions"]):
        return True  # "ek MTS ka postman promotion hua"
    spoken = ("", *around.then, "")
    for link, word, then in zip(spoken, spoken[1:], spoken[2:], strict=False):
        if word in others and (link in lists["for_whom"] or then in lists["owns"] | lists["ko"]):
            return True
        if link in lists["for_whom"] and word in lists["possessors"] and then in others:
            return True
    return False


def is_placed(lists: Lists, around: Around) -> bool:
    """ "Mujhe chief postmaster lagaya hai": what somebody was made, unless the profile did it ("profile ne mujhe")."""
    me = around.near[-1:] and around.near[-1] in lists["me_as"] and lists["others_after"].isdisjoint(around.near)
    return bool(me) and any(word in lists["placed"] for word in around.then[:1])


def is_promoted_to(lists: Lists, around: Around) -> bool:
    """ "Promoted from PA to IP", unless it is the examination for it."""
    if around.then[:1] and around.then[0] in lists["exams"]:
        return False
    if says((*around.before, *around.then), lists["undone"]):
        return False
    return ends_with(around.before, lists["to_after"]) and any(word in lists["becomes"] for word in around.before)


def promotions(lists: Lists, heard: Heard, spans: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """The places of two names that a promotion joins: "MTS to postman promotion came", "DPS से PMG पदोन्नत हुआ"."""
    for place in range(len(spans) - 1):
        before, after = spans[place], spans[place + 1]
        first, last = heard.clause(before.start, after.end)
        clause = heard.plain[first:last]
        if after.start != before.end + 1 or heard.plain[before.end] not in lists["from_after"]:
            continue
        around = words_around(lists, heard, Hit(before.start, after.end, after.name))
        if is_no_promotion_of_mine(lists, heard, after, around):
            continue
        if says(clause, lists["becomes"]) and not _is_waited_for(lists, clause):
            yield place, place + 1


def _is_waited_for(lists: Lists, words: tuple[str, ...]) -> bool:
    waits = says(words, lists["not_had"]) or says(words, lists["recruiting"]) or says(words, lists["not_yet"])
    return waits or not lists["exams"].isdisjoint(words)
