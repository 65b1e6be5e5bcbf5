"""A name that nothing beside it gives to anybody: whether its clause opens with it as a person's own post does."""

from __future__ import annotations

from knowledge.around import Around, Lists, begins_with, ends_with, ends_with_unit, says, without_ours, words_around
from knowledge.designation_find import Heard, Hit
from knowledge.tenure import became

#: A clause of so many words is little more than the name.
_SHORT = 3
#: So many words at most tell where or how somebody works ("PA, night shift").
_TELEGRAM = 5
#: An English word that ends so may be a verb: the named one does something.
_VERB = ("s", "ed", "ing")


def stands_open(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """Whether a name without a role opens its clause as a person's own does ("MTS, which course?")."""
    around = words_around(lists, heard, hit)
    first, _ = heard.clause(hit.start, hit.end)
    if first and around.before[-1:] and around.before[-1] in lists["articles"]:
        return False
    if around.after[:1] and around.after[0] in lists["honorifics"]:
        return False
    if says(heard.plain, lists["compared"]):
        return False
    works_there = around.near[-1:] and around.near[-1] in lists["inside_after"] | lists["upon"]
    is_unit = works_there and ends_with(around.near[:-1], lists["units"] | lists["things"])  # "MMS me driver"
    said_before = () if is_unit else around.near
    opening = lists["fillers"] | lists["asking"]
    contrast = said_before[:1] and said_before[0] in lists["joins"] - lists["with"]  # "not PA but driver"
    if not all(word in opening for word in said_before[1 if contrast else 0 :]):
        return False
    goes_on = not around.then or begins_with(around.then, lists["goes_on"]) or ends_with_unit(lists, around)
    if not goes_on and not _is_telegram(lists, heard, hit, around):
        return False
    return not _is_somebody(lists, around) and not says(heard.plain[: hit.start], lists["whom"])


def _is_telegram(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """ "PA night shift. Which course for me": the message begins with who writes, and goes on with what they ask."""
    if hit.end - hit.start == 1 and heard.plain[hit.start] in lists["everyday_names"]:
        return False
    _, last = heard.clause(hit.start, hit.end)
    acts = any(word.endswith(_VERB) and word not in lists["no_verbs"] for word in around.then)
    says_no_more = len(around.then) <= _TELEGRAM and not acts and not says(around.then, lists["verbs"])
    return (
        says_no_more
        and around.before == heard.plain[: hit.start]
        and says(heard.plain[last:], lists["own_words"] | lists["asking"])
    )


def is_somebody(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """Whether the clause says what the named one did, or whose it is."""
    return _is_somebody(lists, words_around(lists, heard, hit))


def _is_somebody(lists: Lists, around: Around) -> bool:
    """The clause says what the named one did, or whose it is; "in our office" is where the speaker works."""
    if any(word in lists["others_after"] for word in around.after) or says(
        around.after, lists["at_it"] | lists["does_it"]
    ):
        return True
    return says(without_ours(lists, around.after), lists["others_verbs"])


def is_clear(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """Whether an everyday word is used as a name here: the speaker's words stand right beside it."""
    around = words_around(lists, heard, hit)
    if begins_with(around.then, lists["self_after"]) or begins_with(around.then, lists["before_becoming"]):
        return True
    if around.then[1:2] and around.then[0] in lists["arrived"] and around.then[1] in lists["hu"]:
        return True
    if became(lists, around):
        return True
    if around.near == () and is_asked_about(lists, around) and hit.name.collision and hit.name.collision.default:
        return True
    if not ends_with(around.near, lists["self_before"]) or around.near[-1] in lists["bare"]:
        return False
    return not around.then or around.then[0] in lists["goes_on"]


def is_asked_about(lists: Lists, around: Around) -> bool:
    """ "PA ke liye ...", "AAO ka syllabus"."""
    then = around.then
    owned = then[:1] and then[0] in lists["owns"] and begins_with(then[1:], lists["about"])
    return bool(owned) or begins_with(then, lists["for_after"])


def in_short_clause(heard: Heard, hit: Hit) -> bool:
    """Whether the clause is little more than the name."""
    first, last = heard.clause(hit.start, hit.end)
    return last - first <= hit.end - hit.start + _SHORT - 1


def stands_alone(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """Whether the clause is the name and no more: "..., driver, which list", "..., but now PA"."""
    around = words_around(lists, heard, hit)
    return all(word in lists["now"] | lists["soft"] | lists["joins"] for word in (*around.before, *around.then))
