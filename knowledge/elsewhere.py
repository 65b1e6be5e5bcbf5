"""A post of another employer ("police inspector", "superintendent of police", "BSNL me JTO"): none of ours."""

from __future__ import annotations

from knowledge.around import Around, Lists, begins_with, ends_with, says
from knowledge.designation_find import Heard, Hit


def is_elsewhere(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """Whether the words around a name say that it is a post of another employer, or of somebody who is there."""
    before, after = around.before, around.after
    if _is_of_a_kind(lists, heard, hit, around):
        return True
    if ends_with(before, lists["employers"]) or begins_with(after, lists["employers"]):
        return True
    linked = lists["inside"] | lists["inside_after"]
    if before[-1:] and before[-1] in linked and ends_with(before[:-1], lists["employers"]):
        return True
    owned = before[-1:] and before[-1] in lists["owned"]
    if owned and says(before, lists["employers"]):
        return True
    after = after[1:] if after[:1] and after[0] in lists["hu"] else after
    if after[:1] and after[0] in linked:
        place = after[2:] if after[1:2] and after[1] in lists["articles"] else after[1:]
        if begins_with(place, lists["employers"]):
            return True
    return begins_with(after, lists["employers"]) and bool(after[1:2]) and after[1] in lists["inside_after"]


def _is_of_a_kind(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """ "Jail superintendent", "bus driver": a word that people put before no post of this department makes another."""
    if hit.end - hit.start > 1 or heard.words[hit.start] not in lists["general_names"] or not around.before:
        return False
    kind = around.before[-1]
    return kind.isalpha() and kind not in lists["beside_names"]
