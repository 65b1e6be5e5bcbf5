"""A promotion that has come: the post it leads to is the writer's, the one it leads from no longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.around import Around, Lists, begins_with, ends_with, says
from knowledge.designation_find import Heard, Hit


def is_my_promotion(lists: Lists, around: Around) -> bool:
    """ "Got my PA promotion": the post that has come."""
    mine = around.before[-1:] and around.before[-1] in lists["mine"]
    return bool(mine) and begins_with(around.then, lists["promotions"]) and not _is_waited_for(lists, around.then)


def is_placed(lists: Lists, around: Around) -> bool:
    """ "Mujhe chief postmaster lagaya hai": what somebody was made, unless the profile did it ("profile ne mujhe")."""
    me = around.near[-1:] and around.near[-1] in lists["me_as"] and lists["others_after"].isdisjoint(around.near)
    return bool(me) and any(word in lists["placed"] for word in around.then[:1])


def is_promoted_to(lists: Lists, around: Around) -> bool:
    """ "Promoted from PA to IP", unless it is the examination for it."""
    if around.then[:1] and around.then[0] in lists["exams"]:
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
        if says(clause, lists["becomes"]) and not _is_waited_for(lists, clause):
            yield place, place + 1


def _is_waited_for(lists: Lists, words: tuple[str, ...]) -> bool:
    waits = says(words, lists["not_had"]) or says(words, lists["recruiting"]) or says(words, lists["not_yet"])
    return waits or not lists["exams"].isdisjoint(words)
