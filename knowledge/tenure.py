"""When and how a post is held: today, formerly or not yet; as the cadre, or only as the work that is done."""

from __future__ import annotations

from itertools import pairwise

from knowledge.around import Around, Lists, begins_with, ends_with, says, without_ours, words_around
from knowledge.designation_find import Heard, Hit

#: So many words may stand between the name and "hu".
_REACH = 6
#: "Now Section Officer in Dak Bhawan": so many words tell where.
_UNIT = 4
#: "GDS ki naukri chhodkar": so far from the name stands that it was left.
_LEFT = 4
#: "My father": so many words tell who somebody is.
_WHO = 2


def is_cadre(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """Whether the name is said to be the cadre: "system administrator, cadre PA", "PA cadre"."""
    return is_the_cadre(lists, words_around(lists, heard, hit))


def is_the_cadre(lists: Lists, around: Around) -> bool:
    """As `is_cadre`, from the words around the name."""
    return begins_with(around.then, lists["cadre"]) or ends_with(around.near, lists["cadre_before"])


def does_the_work(lists: Lists, around: Around) -> bool:
    """ "Packer ka kaam karta hu", "officiating as SPM"."""
    works = around.then[:1] and around.then[0] in lists["owns"] and begins_with(around.then[1:], lists["does"])
    return bool(works) or ends_with(around.before, lists["does_before"])


def became(lists: Lists, around: Around) -> bool:
    """ "GDS se postman bana", "MTS से पोस्टमैन बनी": from another post to this one."""
    if around.then[:1] and around.then[0] in lists["became"] and any(word in lists["years"] for word in around.then):
        return True  # "IP bane chhah mahine hue"
    says_so = around.then[:1] and around.then[0] in lists["became"] and not says(around.then[1:3], lists["made"])
    before = lists["from_after"] | lists["left"]
    return bool(says_so) and any(word in before for word in around.before)


def becomes(lists: Lists, then: tuple[str, ...]) -> bool:
    """ "PA se IP bana": the words after a name make another post of it."""
    return then[0] in lists["from_after"] and any(word in lists["becomes"] for word in then[1:])


def is_called_now(lists: Lists, around: Around) -> bool:
    """ "Group D tha, ab MTS bolte hai": what the speaker's own post is called today."""
    return any(word in lists["now"] for word in around.before[-1:]) and " ".join(around.then) in lists["called"]


def _was_put_there(lists: Lists, around: Around) -> bool:
    """ "I was posted as PMG last Monday": that is the post today."""
    put = any(word in lists["put"] for word in around.before[-3:])
    return put and any(word in lists["lately"] for word in (*around.before, *around.then[:2]))


def is_former(lists: Lists, around: Around) -> bool:
    """ "was PA", "PA se IP bana", "from PA to IP", "PA tha", "PA earlier"."""
    if around.then and becomes(lists, around.then):
        return True
    if _was_put_there(lists, around):
        return False
    came_from = around.then[1:2] and around.then[1] in lists["from_before"]  # "AAO promoted from accountant"
    if ends_with(around.near, lists["was_before"]) or (begins_with(around.then, lists["was_after"]) and not came_from):
        return True
    if (
        says(around.before, lists["used_to"])
        or (len(around.then) == 1 and around.then[0] in lists["stayed"])
        or any(word in lists["left"] for word in around.then[:_LEFT])
    ):
        return True
    clause = (*around.before, *around.after)
    if ends_with(around.near, lists["from_before"]) and any(word in lists["becomes"] for word in clause):
        return True
    was = not came_from and any(word in lists["was_after"] for word in around.after[:_REACH])
    if was and not says_hu(lists, around.after):
        return True
    now = any(word in lists["now"] for word in around.before)
    return not now and any(word in lists["formerly"] for word in around.before) and not says_hu(lists, around.after)


def has_served(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """ "Three years as BPM, then postman, now PA": a time that is over, for the present is told after it."""
    rest = heard.plain[hit.end :]
    goes_on = rest[:1] and rest[0] in lists["now"] and not set(rest[1:2]) & (lists["asking"] | lists["must"])
    if goes_on and around.before[-1:] and around.before[-1] in lists["next"]:
        return True
    served = ends_with(around.before, lists["as"]) and any(word in lists["years"] for word in around.before)
    if served and not lists["finished"].isdisjoint(around.before):
        return True
    return bool(served) and any(one in lists["now"] and other not in lists["must"] for one, other in pairwise(rest))


def is_held_now(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """ "..., now postman.", "abhi PA hi", "PA since 2020": the clause says when, which post, and no more."""
    if not around.before and _since_year(lists, around):
        return True  # what says that it is another's, `is_since_of_another` has found
    said = [word for word in around.before if word in lists["now"]]
    said += [word for word in around.then[:1] if word in lists["now"] - lists["next"]]  # "PA today"
    later = heard.plain[hit.end :]
    if not said or (said[-1] in lists["next"] and any(word in lists["now"] for word in later)):
        return False
    words = (lists["now"] | lists["next"] | lists["soft"]) - lists["inside"]
    goes_on = set(around.then[:1]) & (lists["inside"] | lists["finished"]) and len(around.then) <= _UNIT
    then = () if goes_on else around.then
    return all(word in words for word in (*around.before, *then)) and not says(around.then, lists["others_after"])


def _since_year(lists: Lists, around: Around) -> bool:
    """ "PA since 2020", "पोस्टमैन 2015 से"."""
    return bool(around.then[1:2]) and around.then[0] in lists["ever_since"] and around.then[1].isdigit()


def is_since_of_another(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """ "PA since 2020 is on leave", "MTS 2018 से मेरा भाई है": what follows the year is said of somebody else."""
    said_after = around.then[:1] and around.then[0].isdigit() and begins_with(around.then[1:], lists["through"])
    if not (said_after or _since_year(lists, around)) or says_hu(lists, around.then):
        return False
    rest = around.then[2:]
    asked = next((place for place, word in enumerate(rest) if word in lists["asking"]), len(rest))
    told = rest[:asked]
    if told != rest and told[-1:] and told[-1] in lists["mine"]:
        told = told[:-1]  # "since 2020, my list"
    others = lists["possessors"] | lists["is"] | lists["others_verbs"] | _others(lists)
    if not others.isdisjoint(told) or begins_with(told, lists["others_after"]) or says(told, lists["with_me"]):
        return True
    return _is_who_it_is(lists, heard, hit)


def _is_who_it_is(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """The next clause says who that is: "PA since 2020, he is my brother", "postman since 2010, my father"."""
    _, last = heard.clause(hit.start, hit.end)
    _, end = heard.clause(last, last + 1) if last < len(heard.plain) else (last, last)
    words = heard.plain[last:end]
    if words[:1] and words[0] in lists["they_are"]:
        return True
    return len(words) == _WHO and words[0] in lists["possessors"] and words[1] in _others(lists)


def _others(lists: Lists) -> frozenset[str]:
    return lists["on_behalf"] | lists["acquaintances"]


def has_lasted(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """ "BPM for ten years, PA from this April": how long it was, where another post is told after it."""
    then = words_around(lists, heard, hit).then
    return bool(then) and then[0] in lists["lasting"] and any(word in lists["years"] for word in then[:_UNIT])


def is_to_join(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """ "Selected as MTS, joining next month": not the post of today."""
    chosen = says((*around.before, *around.then), lists["chosen"])
    return chosen and says(heard.plain[hit.end :], lists["not_joined"])


def came_next(lists: Lists, around: Around) -> bool:
    """ "GDS tha, fir MTS laga": the verb tells what somebody became."""
    return any(word in lists["next"] for word in around.near[-1:]) and _came(lists, around)


def _came(lists: Lists, around: Around) -> bool:
    came = lists["arrived"] | lists["became"] | lists["becomes"]
    return any(word in came for word in around.then[:1])


def was_left_again(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """ "Fir MTS laga, fir chhod diya", "became PA then resigned": what somebody became and left after it."""
    later = heard.plain[hit.end :]
    if lists["left"].isdisjoint(later) or begins_with(around.then, lists["hu"]):
        return False
    joints = lists["next"] | lists["joins"]
    after = next((place for place, word in enumerate(later) if word in joints), len(later))
    if lists["left"].isdisjoint(later[after:]):
        return False
    at_once = later[after] in lists["next"] and not lists["left"].isdisjoint(later[after : after + _LEFT])
    return at_once or _came(lists, around)


def is_years_away(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """ "Retiring in 4 yrs": not in this year."""
    link, number, unit = (*heard.plain[hit.end : hit.end + 3], "", "", "")[:3]
    return link == "in" and number.isdigit() and int(number) > 1 and unit in lists["whole_years"]


def is_not_yet(lists: Lists, around: Around) -> bool:
    """Not this post, or not yet: "I am not a PA", "PA nahi hu", "want to become IP"."""
    if ends_with(around.near, lists["not_before"]) or begins_with(around.then, lists["not_after"]):
        return True
    if begins_with(around.then, lists["not_yet_after"]):
        return True
    is_told = begins_with(around.then, lists["hu"])
    if not is_told and any(word in lists["prepares"] for word in around.then[:_LEFT]):
        return True
    # "IP ki taiyari karta PA hu": what comes before is of another
    return not is_told and says(around.before[-_REACH:], lists["not_yet"])


def says_hu(lists: Lists, after: tuple[str, ...]) -> bool:
    """ "PA hu", "ASP of north sub division here": nobody else comes between."""
    for place, word in enumerate(without_ours(lists, after)[: _REACH + 1]):
        if word in lists["self_after"]:
            return True
        if word in lists["breaks"] or (place and word in lists["speaker"]):
            return False
    return False
