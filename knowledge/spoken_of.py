"""A post that is only spoken of: somebody is mentioned, addressed or described, or a post is recruited for."""

from __future__ import annotations

from itertools import pairwise

from knowledge.around import Around, Lists, ends_with, says
from knowledge.designation_find import Heard, Hit

#: A greater number is a year.
_MANY = 1900
#: "Mai to", "I with": so few words say nothing of whom somebody works for.
_FEWEST = 2


def is_mentioned(lists: Lists, around: Around) -> bool:
    """ "my PA", "letter from SP", "the PA", "14 GDS"."""
    if are_several(lists, around):
        return True
    if ends_with(around.near, lists["others_before"]) or ends_with(around.before, lists["others_before"]):
        return True
    if is_of_something(lists, around):
        return True
    return bool(around.before) and around.before[-1] in lists["articles_of_others"]


def are_several(lists: Lists, around: Around) -> bool:
    """ "SDIPO with 80 BPMs": a number of people, unless it is that of the courses."""
    number = around.before[-1] if around.before else ""
    return number.isdigit() and 1 < int(number) < _MANY and number not in lists["about"]


def is_of_something(lists: Lists, around: Around) -> bool:
    """ "Mere ghar ka postman": whose it is stands before the thing."""
    before = around.before
    owned = len(before) > 2 and before[-1] in lists["owns"]
    return owned and any(word in lists["possessors"] for word in before[-4:-2])


def is_listed(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """ "SP aur mere office wale": one of several who are spoken of."""
    follows = heard.plain[hit.end : hit.end + 2]
    return len(follows) > 1 and follows[0] in lists["with"] and follows[1] in lists["rest"]


def is_described(lists: Lists, then: tuple[str, ...]) -> bool:
    """ "Postman log bhi pareshan hai": how they are, not what they have to do."""
    if then[:1] and then[0] in lists["is"] and then[1:2] and then[1] in lists["possessors"]:
        return True  # "BPM sir is my boss"
    if then[:1] and then[0] in lists["possessors"]:
        then = then[1:]  # "BPM mera dost hai"
    return len(then) > 1 and then[1] in lists["is"] and then[0] not in lists["applies"]


def is_on(lists: Lists, then: tuple[str, ...]) -> bool:
    """ "Postman hadtal par hai": somebody is on strike, on leave, on a visit."""
    return any(one in lists["upon"] and other in lists["is"] for one, other in pairwise(then[1:]))


def is_addressed(lists: Lists, around: Around) -> bool:
    """ "To tell the MTS", "message from the SP", "SP ki wajah se": no one whose courses are asked for."""
    before = around.before
    while before and (before[-1] in lists["articles"] or before[-1] in lists["articles_of_others"]):
        before = before[:-1]
    because = any(" ".join(around.then[:count]) in lists["case"] for count in (2, 3))
    return because or bool(before and before[-1] in lists["addressed"])


def is_recruited(lists: Lists, around: Around) -> bool:
    """An examination for getting into the post: "PA exam result", "postman to PA exam"."""
    if is_busy(lists, around):
        return False
    if says(around.before, lists["recruiting"]) or says(but_sections(lists, around.after), lists["recruiting"]):
        return True
    if around.then[:1] and around.then[0] in lists["to_after"] and lists["exams"] & set(around.then):
        return True
    if around.before[-1:] and around.before[-1] in lists["from_after"] and lists["exams"] & set(around.then):
        return True
    if not (around.then and around.then[0] in lists["exams"]):
        return False
    spoken = {*around.before, *around.then[1:]}
    return ends_with(around.before, lists["to_after"]) or not spoken & lists["mandated"]


def is_busy(lists: Lists, around: Around) -> bool:
    """ "PA dealing with GDS recruitment": what follows is what the named one works at."""
    return bool(around.then) and around.then[0] in lists["busy"]


def but_sections(lists: Lists, after: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the section that somebody works in: "Assistant Director, recruitment section"."""
    if len(after) > 1 and after[0] in lists["recruiting"] and after[1] in lists["rooms"]:
        return after[2:]
    return after


def feels(lists: Lists, then: tuple[str, ...]) -> bool:
    """ "Kya postman kya PA sab pareshan": what they feel, unless it is the speaker ("PA hu, pareshan hu")."""
    return any(word in lists["feels"] for word in then) and not any(word in lists["hu"] for word in then)


def is_filled(lists: Lists, then: tuple[str, ...]) -> bool:
    """ "Dak sahayak ke pad par bharti kab hogi": the post is to be filled; not "bharti hua hu"."""
    if then[:1] and then[0] in lists["busy"]:
        return False
    return any(word in lists["filled"] for word in then) and not any(word in lists["hu"] for word in then)


def is_served(lists: Lists, around: Around) -> bool:
    """ "I drive the car for PMG", "PS to the Chief PMG here": the writer works for the named one."""
    near = around.before
    if ends_with(near, lists["self_before"]):
        return False  # "I am one of the ASPs"
    if len(around.near) == _FEWEST and around.near[0] in lists["says_i"] and around.near[1] not in lists["holding"]:
        return True  # "I replaced the SPM"
    while near and near[-1] in lists["articles"]:
        near = near[:-1]
    if len(near) < 2 or near[-1] not in lists["serves"] or (len(near) == _FEWEST and near[0] in lists["own_words"]):
        return False  # "mai to postman hu"
    does, after = near[:-1], around.then[:1]
    if does[-1] in lists["owns"]:
        return False  # "ASP ke under PA hu"
    if says(does, lists["asking"]) or says(does, lists["becomes"]) or says(does, lists["post_is"]):
        return False
    if does[-1] in lists["put"] or does[-1] in lists["joined"] or does[-1] in lists["mandated"]:
        return False
    return not lists["speaker"].isdisjoint(does[:2]) or bool(after and after[0] in lists["self_after"])
