"""A post that is asked about: "course for PA", "MTS ko kya karna hai", "what must an MTS finish"."""

from __future__ import annotations

from itertools import pairwise

from knowledge.around import Around, Lists, begins_with, ends_with, says, words_around
from knowledge.designation_find import Heard, Hit
from knowledge.spoken_of import are_several, feels, is_addressed, is_described, is_listed, is_of_something, is_on
from knowledge.tenure import is_former, is_not_yet, is_years_away

#: "Wale course ka certificate": so many words.
_CHAIN = 4
#: So many words behind "ke" may come before the courses: "PA ke sab kitne course".
_OWNED = 5


def is_asked_for(lists: Lists, around: Around) -> bool:
    """ "PA ke liye", "course for PA", "list of PA", "do MTS have to", "MTS ko bhi karna hai", "PA courses"."""
    then, near = around.then, around.near
    if _is_of_a_course(lists, then):
        return False
    if begins_with(then, lists["for_after"]) or begins_with(then, lists["about"]):
        return True
    if then and (is_asked_ko(lists, around) or _will_they(lists, then)):
        return True
    if is_what_they_do(lists, around):
        return True
    if then and then[0] in lists["owns"] and begins_with(then[1:], lists["about"]):
        return True
    if begins_with(then, lists["has_to"]) and not (near and near[-1] in lists["makes"]):
        asks = ends_with(near, lists["asks_if"]) or any(word in lists["theirs"] for word in then)
        return asks or (not near and any(word in lists["asking"] for word in then))
    spoken = set(around.before) | set(around.after)
    return ends_with(near, lists["for_before"]) and bool(spoken & lists["asking"])


def _is_of_a_course(lists: Lists, then: tuple[str, ...]) -> bool:
    """ "PA wale course ka certificate nahi dikh raha": the post only tells which course."""
    if len(then) < _CHAIN or then[0] not in lists["owns"] or then[1] not in lists["about"]:
        return False
    return then[2] in lists["owns"] and then[3] not in lists["about"] | lists["asking"] | lists["dates"]


def is_asked_ko(lists: Lists, around: Around) -> bool:
    """ "MTS ko kaun se course", "चपरासी को भी करना है"; not "certificate SSP ko dena hai"."""
    then = around.then
    if says(then, lists["whom"]):
        return False
    if then[0] not in lists["ko"] or not any(word in lists["asks_ko"] for word in then[1:]):
        return False
    if says(then, lists["sends"]):
        return False
    gives = then[1:2] and then[1] in lists["gives"]
    return not gives or not lists["exams"].isdisjoint((*around.before, *then))


def _will_they(lists: Lists, then: tuple[str, ...]) -> bool:
    """ "AD log bhi conduct rules karenge kya"."""
    return any(one in lists["will_do"] and other in lists["asks_if"] for one, other in pairwise(then))


def is_what_they_do(lists: Lists, around: Around) -> bool:
    """ "What must an MTS finish", "which courses has a Director to complete"."""
    near = around.near[:-1] if around.near[-1:] and around.near[-1] in lists["possessors"] else around.near
    asked = any(word in lists["what"] for word in around.before) and ends_with(near, lists["must"])
    return asked and any(word in lists["studies"] for word in around.then)


def may_be_asked_for(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """Whether nothing says that the named one did something, is somebody's, or is a post of the past or to come.

    That people were recruited to it says nothing against it in a question for its courses.
    """
    around = words_around(lists, heard, hit)
    if is_former(lists, around) or is_not_yet(lists, around) or is_years_away(lists, heard, hit):
        return False
    if _asks_for_theirs(lists, heard.plain[hit.end :]):
        return True
    if _is_above(lists, around) or are_several(lists, around) or _is_of_their_own(lists, around):
        return False
    owns = around.then[:1] and around.then[0] in lists["owns"]
    owned = around.then[1:] if owns else around.after
    if (
        begins_with(owned, lists["places"])
        or (owns and begins_with(owned, lists["things"]))
        or ends_with(around.before, lists["possessors"])
    ):
        return False
    if is_of_something(lists, around) or is_on(lists, around.then) or is_listed(lists, heard, hit):
        return False
    if is_addressed(lists, around) or is_described(lists, around.then) or feels(lists, around.then):
        return False
    if around.then[:1] and around.then[0] in lists["ko"] and says(around.then, lists["whom"]):
        return False
    if says(around.then, lists["recruiting"]):
        return False
    return not begins_with(around.then, lists["others_after"])


def _is_above(lists: Lists, around: Around) -> bool:
    """ "SPM madam", "same as SP", "MTS se": spoken of with respect, compared with, or doing a thing for another."""
    if around.near and around.near[0] in lists["says_i"] and begins_with(around.after, lists["titles"]):
        return True
    if ends_with(around.before, lists["same_before"]):
        return True
    says_so = any(word in lists["sayings"] for word in around.then) or says(around.then, lists["does_it"])
    return says_so or begins_with(around.after, lists["honorifics"]) or begins_with(around.then, lists["through"])


def _is_of_their_own(lists: Lists, around: Around) -> bool:
    """ "DPS ki chitthi aayi": what is theirs is no course, nor asked about."""
    if not (around.then[:1] and around.then[0] in lists["owns"]):
        return False
    asked = lists["about"] | lists["asking"] | lists["dates"]
    return len(around.then) > 1 and not any(word in asked for word in around.then[1:_OWNED])


def _asks_for_theirs(lists: Lists, after: tuple[str, ...]) -> bool:
    """ "Hamare AD sir puch rahe, unke course konse hai": asked for somebody else."""
    pairs = tuple(pairwise(after))
    own = any(one in lists["theirs"] and other in lists["about"] for one, other in pairs)
    return own or any(one in lists["theirs_to"] and other in lists["asks_ko"] for one, other in pairs)
