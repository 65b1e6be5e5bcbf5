"""Whose designation a name is: the speaker's, a relative's, one asked about, a former one, or somebody else's.

Reads only the words around the name in its own clause; the word lists are content.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise

from knowledge.around import Around, Lists, begins_with, ends_with, ends_with_unit, words_around
from knowledge.asked_for import is_asked_for, is_asked_ko, is_what_they_do
from knowledge.designation_find import Heard, Hit
from knowledge.elsewhere import is_elsewhere
from knowledge.promoted import is_my_promotion, is_no_promotion_of_mine, is_placed, is_promoted_to
from knowledge.self_told import asks_later, stands_in
from knowledge.spoken_of import (
    but_sections,
    feels,
    is_described,
    is_filled,
    is_listed,
    is_mentioned,
    is_on,
    is_recruited,
    is_served,
)
from knowledge.tenure import (
    became,
    becomes,
    came_next,
    does_the_work,
    has_served,
    is_called_now,
    is_former,
    is_held_now,
    is_not_yet,
    is_since_of_another,
    is_the_cadre,
    is_to_join,
    says_hu,
    was_left_again,
)

#: So many words may stand between "I am" and the name.
_REACH = 6
#: "My husband works as": so many words.
_WORKS = 4
#: "This is" and the greeting before it.
_GREETING = 4


class Role(IntEnum):
    """Higher outranks lower; `OTHER` and `FORMER` are left out, `NOBODY` even in a question for courses.

    `DOES`: the speaker does the work of the post; `CADRE`: the speaker holds it, whatever work they do.
    """

    NOBODY = -1
    OTHER = 0
    FORMER = 1
    OPEN = 2
    NAMED = 3
    RELATIVE = 4
    DOES = 5
    BEGAN = 6
    SELF = 7
    CADRE = 8


def role_of(lists: Lists, heard: Heard, hit: Hit) -> Role:
    """Tell whose designation this name is."""
    around = words_around(lists, heard, hit)
    if _is_nobodys(lists, heard, hit, around):
        return Role.NOBODY
    if was_left_again(lists, heard, hit, around):
        return Role.FORMER
    if begins_with(around.then, lists["speaks"]) or is_called_now(lists, around) or became(lists, around):
        return Role.SELF
    if has_served(lists, heard, hit, around):
        return Role.FORMER
    if (
        is_held_now(lists, heard, hit, around)
        or came_next(lists, around)
        or is_my_promotion(lists, around)
        or is_placed(lists, around)
    ):
        return Role.SELF
    if _acts(lists, heard, hit, around):
        return Role.OTHER
    if is_former(lists, around):
        return Role.FORMER
    if is_not_yet(lists, around):
        return Role.OTHER
    own = _own_role(lists, heard, around)
    return _role_of_another(lists, heard, hit, around) if own is None else own


def _is_nobodys(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """A post of another employer, one not taken up, or one that the clause gives to somebody else."""
    return (
        is_elsewhere(lists, heard, hit, around)
        or is_to_join(lists, heard, hit, around)
        or is_no_promotion_of_mine(lists, heard, hit, around)
        or is_since_of_another(lists, heard, hit, around)
        or stands_in(lists, heard, hit)
    )


def _own_role(lists: Lists, heard: Heard, around: Around) -> Role | None:
    """The speaker's post, or that of a relative for whom they ask."""
    if does_the_work(lists, around):
        return Role.DOES
    if ends_with(around.near, lists["on_paper"]):
        return Role.CADRE
    if is_served(lists, around):
        return Role.NOBODY
    is_anothers = _tells_of_another(lists, around)
    if is_anothers and not _is_relative(lists, around):
        return Role.OTHER
    if _is_speaker(lists, around) and not is_anothers:
        return _how_it_is_held(lists, around)
    if _is_relative(lists, around):
        if _asks_for_both(lists, heard):
            return Role.SELF
        return Role.OTHER if _asks_for_own(lists, heard) else Role.RELATIVE
    return None


def _role_of_another(lists: Lists, heard: Heard, hit: Hit, around: Around) -> Role:
    """Asked about, or only mentioned; open where nothing tells."""
    if is_recruited(lists, around):
        return Role.OTHER
    if ends_with(around.before, lists["possessors"]) and begins_with(around.after, lists["honorifics"]):
        return Role.OTHER
    if is_asked_for(lists, around):
        return Role.OTHER if _asks_for_mine(lists, heard, hit) else Role.NAMED
    if is_mentioned(lists, around) or is_listed(lists, heard, hit) or is_described(lists, around.then):
        return Role.OTHER
    return Role.OPEN


def _asks_for_mine(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """ "My list" asks for the writer's; "the postmen of my HO" does not."""
    rest = (*heard.plain[1:], "")
    mine = [place for place, word in enumerate(heard.plain) if word in lists["mine"] and place + 1 != hit.start]
    return any(rest[place] not in lists["units"] | lists["places"] for place in mine)


def _how_it_is_held(lists: Lists, around: Around) -> Role:
    if is_the_cadre(lists, around):
        return Role.CADRE
    return Role.BEGAN if any(word in lists["joined"] for word in around.before[-_REACH:]) else Role.SELF


def _acts(lists: Lists, heard: Heard, hit: Hit, around: Around) -> bool:
    """The named person does something, is spoken to, owns something, or is a place ("SP office")."""
    then = around.then
    if not around.before and begins_with(then, lists["away"]) and asks_later(lists, heard, hit):
        return False
    if _is_of_the_speaker(lists, around) or is_what_they_do(lists, around) or does_the_work(lists, around):
        return False
    if _is_one_here(lists, around):
        return True
    if begins_with(then, lists["others_after"]) or begins_with(but_sections(lists, around.after), lists["places"]):
        return True
    if is_on(lists, then) or feels(lists, then) or is_filled(lists, but_sections(lists, then)):
        return True
    if begins_with(then, lists["for_after"]) or (then[1:2] and then[1] in lists["self_after"]):
        return False
    if begins_with(then, lists["case"]) and not is_asked_ko(lists, around):
        return not becomes(lists, then)
    owns = bool(then) and then[0] in lists["owns"]
    return owns and not (
        begins_with(then[1:], lists["stands_as"]) or begins_with(then[1:], lists["about"]) or len(then) == 1
    )


def _is_one_here(lists: Lists, around: Around) -> bool:
    """ "The SP here got his list": "here" is no word of the speaker's after an article."""
    the = around.before[-1:] and around.before[-1] in lists["articles_of_others"]
    is_more = len(around.then) > 1 and around.then[0] in lists["self_after"]
    return bool(the) and is_more and not ends_with(around.before, lists["self_before"])


def _is_of_the_speaker(lists: Lists, around: Around) -> bool:
    """ "Naya SP aaya hu", "naukri PA ki hai": the verb is the speaker's, or the name tells their post."""
    then = around.then
    if then[1:2] and then[0] in lists["arrived"] and then[1] in lists["hu"]:
        return True
    if ends_with(around.near, lists["we_all"]) and begins_with(then, lists["ko"]):
        return True  # "hum sab postman ko"
    one_of = around.near[-1:] and around.near[-1] in lists["speaker"] and begins_with(then[1:], lists["is"])
    if one_of and then[0] in lists["owns"]:
        return True  # "hum LSG wale hai"
    told = around.near[-1:] and around.near[-1] in lists["post_is"]
    return bool(told) and len(then) > 1 and then[0] in lists["owns"] and then[1] in lists["is"]


def _is_speaker(lists: Lists, around: Around) -> bool:
    if around.near[-1:] and around.near[-1] in lists["self_opening"] and not set(around.near[:-1]) - lists["titles"]:
        return True
    if around.near[-1:] and around.near[-1] in lists["hu"] and not around.then:
        return True  # "chitthi baantta hu postman"
    for words in (around.near, around.before):
        if ends_with(words, lists["self_before"]) and not ends_with(words, lists["same_before"]):
            return True
    if around.before[-1:] and around.before[-1] in lists["now"] and any(w in lists["formerly"] for w in around.before):
        return True
    if ends_with(around.near, lists["introduces"]) and (ends_with_unit(lists, around) or _signs(lists, around)):
        return True
    if around.near[-2:-1] and around.near[-2] in lists["since"] and around.near[-1].isdigit():
        return True
    if _is_of_the_speaker(lists, around):
        return True
    if (
        says_hu(lists, around.after)
        or says_hu(lists, around.then[:1])
        or begins_with(around.then[1:], lists["stands_as"])
    ):
        return True
    return is_promoted_to(lists, around) or _says_i_am(lists, around.before)


def _signs(lists: Lists, around: Around) -> bool:
    """ "Hi this is ASP Hubli, ...": a greeting, the post and the place, and no more."""
    return (
        len(around.before) <= _GREETING
        and len(around.then) <= 1
        and not set(around.then) & (lists["places"] | lists["verbs"])
    )


def _says_i_am(lists: Lists, before: tuple[str, ...]) -> bool:
    """ "I am a Mysore division PA": "I am", a few words that do not lead to somebody else, the name."""
    for place in range(len(before) - 1, max(-1, len(before) - _REACH - 1), -1):
        if ends_with(before[: place + 1], lists["i_am"]):
            return True
        word = before[place]
        if word in lists["breaks"] or word in lists["others_before"] or word in lists["articles_of_others"]:
            return False
        if any(word.endswith(ending) for ending in lists["doing"]) and word not in lists["soft"]:
            return False
    return False


def _tells_of_another(lists: Lists, around: Around) -> bool:
    """ "My husband works as postman": whose work it is stands before the verb."""
    before = around.before
    if len(before) < _WORKS or before[0] not in lists["possessors"] or before[1] in lists["post_is"]:
        return False
    return before[-2] in lists["works"] and lists["speaker"].isdisjoint(before[1:])


def _is_relative(lists: Lists, around: Around) -> bool:
    for place, word in enumerate(around.before):
        if word in lists["on_behalf"] and place and around.before[place - 1] in lists["others_before"]:
            return True
    near = around.near[:-1] if around.near[-1:] and around.near[-1] in lists["is"] else around.near
    alone = lists["on_behalf_alone"] if near == around.near else lists["on_behalf"]
    return bool(near) and near[-1] in alone


def _asks_for_own(lists: Lists, heard: Heard) -> bool:
    """ "Mere pati postman hai, mera course kya hai", "and I am stuck": the relative is only spoken of."""
    pairs = pairwise(heard.plain)
    return any(
        (one in lists["mine"] and other in lists["own_lists"]) or f"{one} {other}" in lists["i_am"]
        for one, other in pairs
    )


def _asks_for_both(lists: Lists, heard: Heard) -> bool:
    """ "My husband is a postman and I am a PA, need both lists", "dono ki list"."""
    words = tuple(word for word in heard.plain if word not in lists["owns"])
    return any(one in lists["both"] and other in lists["about"] for one, other in pairwise(words))


def is_inside(lists: Lists, heard: Heard, hit: Hit, first: Hit | None, later: Hit | None) -> bool:
    """Whether a name is where the person of another name in its clause works: "SRO me MTS", "PA at SBCO"."""
    begin, end = heard.clause(hit.start, hit.end)
    if first and first.end > begin and heard.plain[first.end] in lists["busy"]:
        return True
    if later and later.start < end and heard.plain[hit.end : hit.end + 1]:
        return heard.plain[hit.end] in lists["inside_after"]
    return bool(first and first.end > begin) and ends_with(heard.plain[begin : hit.start], lists["inside_before"])
