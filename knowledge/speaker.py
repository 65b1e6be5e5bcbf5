"""Whose designation a name is: the speaker's, a relative's, one asked about, a former one, or somebody else's.

Reads only the words around the name in its own clause; the word lists are content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from knowledge.designation_find import Heard, Hit

Lists = Mapping[str, frozenset[str]]

#: So many words may stand between "I am" and the name, or between the name and "hu".
_REACH = 6
#: Phrases in the lists have so many words at most.
_PHRASE = 4
#: An office's name has so many words at most, "division" included.
_UNIT = 4
#: A clause of so many words is little more than the name.
_SHORT = 3


class Role(IntEnum):
    """Higher outranks lower; `OTHER` and `FORMER` are left out."""

    OTHER = 0
    FORMER = 1
    OPEN = 2
    NAMED = 3
    BEGAN = 4
    SELF = 5


@dataclass(frozen=True, slots=True)
class Around:
    """The clause's words before and after a name; `near` is `before` without articles, adjectives and titles."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    near: tuple[str, ...]
    then: tuple[str, ...]


def role_of(lists: Lists, heard: Heard, hit: Hit) -> Role:
    """Tell whose designation this name is."""
    around = _around(lists, heard, hit)
    if _head(around.then, lists["speaks"]) or _is_called_now(lists, around):
        return Role.SELF
    if _acts(lists, around):
        return Role.OTHER
    if _is_former(lists, around):
        return Role.FORMER
    if _is_not_yet(lists, around):
        return Role.OTHER
    if _is_speaker(lists, around) or _is_relative(lists, around):
        began = any(word in lists["joined"] for word in around.before[-_REACH:])
        return Role.BEGAN if began else Role.SELF
    if _is_recruited(lists, around):
        return Role.OTHER
    if _tail(around.before, lists["possessors"]) and _head(around.after, lists["honorifics"]):
        return Role.OTHER
    if _is_asked_for(lists, around):
        mine = any(word in lists["mine"] for place, word in enumerate(heard.plain) if place + 1 != hit.start)
        return Role.OTHER if mine else Role.NAMED
    if _is_mentioned(lists, around):
        return Role.OTHER
    return Role.OPEN


def stands_open(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """Whether a name without a role opens its clause as a person's own does ("MTS, which course?")."""
    around = _around(lists, heard, hit)
    first, _ = heard.clause(hit.start, hit.end)
    if first and around.before[-1:] and around.before[-1] in lists["articles"]:
        return False
    if around.after[:1] and around.after[0] in lists["honorifics"]:
        return False
    if around.near and not all(word in lists["fillers"] or word in lists["asking"] for word in around.near):
        return False
    if not around.then or _head(around.then, lists["goes_on"]) or _ends_with_unit(lists, around):
        somebody = _says(around.after, lists["others_verbs"]) or any(
            word in lists["others_after"] for word in around.after
        )
        return not somebody and not _says(heard.plain[: hit.start], lists["whom"])
    return False


def _ends_with_unit(lists: Lists, around: Around) -> bool:
    """ "PA Kota north division, ...": the clause is the name of a post and of an office, and no more."""
    return 0 < len(around.then) <= _UNIT and around.then[-1] in lists["units"]


def is_clear(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """Whether an everyday word is used as a name here: the speaker's words stand right beside it."""
    around = _around(lists, heard, hit)
    if around.then[:1] and around.then[0] in lists["self_after"]:
        return True
    if not _tail(around.near, lists["self_before"]) or around.near[-1] in lists["bare"]:
        return False
    return not around.then or around.then[0] in lists["goes_on"]


def may_be_asked_for(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """Whether nothing says that the named one did something, is somebody's, or is a post of the past or to come.

    That people were recruited to it says nothing against it in a question for its courses.
    """
    around = _around(lists, heard, hit)
    if _is_former(lists, around) or _is_not_yet(lists, around):
        return False
    if _asks_for_theirs(lists, heard.plain[hit.end :]):
        return True
    owned = around.then[1:] if around.then[:1] and around.then[0] in lists["owns"] else around.after
    if _head(owned, lists["places"]) or _tail(around.before, lists["possessors"]):
        return False
    return not _head(around.then, lists["others_after"])


def _asks_for_theirs(lists: Lists, after: tuple[str, ...]) -> bool:
    """ "Hamare AD sir puch rahe, unke course konse hai": asked for somebody else."""
    return any(one in lists["theirs"] and other in lists["about"] for one, other in pairwise(after))


def _around(lists: Lists, heard: Heard, hit: Hit) -> Around:
    first, last = heard.clause(hit.start, hit.end)
    before, after = heard.plain[first : hit.start], heard.plain[hit.end : last]
    near = before
    while near and near[-1] in lists["soft"]:
        near = near[:-1]
    then = after
    while then and then[0] in lists["titles"]:
        then = then[1:]
    return Around(before, after, near, then)


def _tail(words: tuple[str, ...], phrases: frozenset[str]) -> bool:
    return any(" ".join(words[-count:]) in phrases for count in range(1, min(_PHRASE, len(words)) + 1))


def _head(words: tuple[str, ...], phrases: frozenset[str]) -> bool:
    return any(" ".join(words[:count]) in phrases for count in range(1, min(_PHRASE, len(words)) + 1))


def _says(words: tuple[str, ...], phrases: frozenset[str]) -> bool:
    """Whether one of the phrases (of one or two words) is among the words."""
    return any(word in phrases for word in words) or any(" ".join(pair) in phrases for pair in pairwise(words))


def _acts(lists: Lists, around: Around) -> bool:
    """The named person does something, is spoken to, owns something, or is a place ("SP office")."""
    then = around.then
    if _head(then, lists["others_after"]) or _head(around.after, lists["places"]):
        return True
    if _head(then, lists["for_after"]) or (then[1:2] and then[1] in lists["self_after"]):
        return False
    if _head(then, lists["case"]) and not _is_asked_ko(lists, around):
        return not _becomes(lists, then)
    owns = bool(then) and then[0] in lists["owns"]
    return owns and not (_head(then[1:], lists["stands_as"]) or _head(then[1:], lists["about"]) or len(then) == 1)


def _is_asked_ko(lists: Lists, around: Around) -> bool:
    """ "MTS ko kaun se course", "चपरासी को भी करना है"; not "certificate SSP ko dena hai"."""
    then = around.then
    if then[0] not in lists["ko"] or not any(word in lists["asks_ko"] for word in then[1:]):
        return False
    gives = then[1:2] and then[1] in lists["gives"]
    return not gives or not lists["exams"].isdisjoint((*around.before, *then))


def _becomes(lists: Lists, then: tuple[str, ...]) -> bool:
    return then[0] in lists["from_after"] and any(word in lists["becomes"] for word in then[1:])


def _is_former(lists: Lists, around: Around) -> bool:
    """ "was PA", "PA se IP bana", "from PA to IP", "PA tha", "PA earlier"."""
    if around.then and _becomes(lists, around.then):
        return True
    if _tail(around.near, lists["was_before"]) or _head(around.then, lists["was_after"]):
        return True
    clause = (*around.before, *around.after)
    if _tail(around.near, lists["from_before"]) and any(word in lists["becomes"] for word in clause):
        return True
    if any(word in lists["was_after"] for word in around.after[:_REACH]) and not _hu(lists, around.after):
        return True
    now = any(word in lists["now"] for word in around.before)
    return not now and any(word in lists["formerly"] for word in around.before) and not _hu(lists, around.after)


def _is_called_now(lists: Lists, around: Around) -> bool:
    """ "Group D tha, ab MTS bolte hai": what the speaker's own post is called today."""
    return any(word in lists["now"] for word in around.before[-1:]) and " ".join(around.then) in lists["called"]


def _is_not_yet(lists: Lists, around: Around) -> bool:
    """Not this post, or not yet: "I am not a PA", "PA nahi hu", "want to become IP"."""
    if _tail(around.near, lists["not_before"]) or _head(around.then, lists["not_after"]):
        return True
    return _says(around.before[-_REACH:], lists["not_yet"]) or _head(around.then, lists["not_yet_after"])


def _is_speaker(lists: Lists, around: Around) -> bool:
    if len(around.near) == 1 and around.near[0] in lists["self_opening"]:
        return True
    for words in (around.near, around.before):
        if _tail(words, lists["self_before"]) and not _tail(words, lists["same_before"]):
            return True
    if around.before[-1:] and around.before[-1] in lists["now"] and any(w in lists["formerly"] for w in around.before):
        return True
    if _tail(around.near, lists["introduces"]) and _ends_with_unit(lists, around):
        return True
    if _hu(lists, around.after) or _head(around.then[1:], lists["stands_as"]):
        return True
    if _tail(around.before, lists["to_after"]) and any(word in lists["becomes"] for word in around.before):
        return True
    return _says_i_am(lists, around.before)


def _hu(lists: Lists, after: tuple[str, ...]) -> bool:
    """ "PA hu", "ASP of north sub division here": nobody else comes between."""
    for place, word in enumerate(after[: _REACH + 1]):
        if word in lists["self_after"]:
            return True
        if word in lists["breaks"] or (place and word in lists["speaker"]):
            return False
    return False


def _says_i_am(lists: Lists, before: tuple[str, ...]) -> bool:
    """ "I am a Mysore division PA": "I am", a few words that do not lead to somebody else, the name."""
    for place in range(len(before) - 1, max(-1, len(before) - _REACH - 1), -1):
        if _tail(before[: place + 1], lists["i_am"]):
            return True
        word = before[place]
        if word in lists["breaks"] or word in lists["others_before"] or word in lists["articles_of_others"]:
            return False
        if any(word.endswith(ending) for ending in lists["doing"]) and word not in lists["soft"]:
            return False
    return False


def _is_relative(lists: Lists, around: Around) -> bool:
    for place, word in enumerate(around.before):
        if word in lists["on_behalf"] and place and around.before[place - 1] in lists["others_before"]:
            return True
    return bool(around.near) and around.near[-1] in lists["on_behalf_alone"]


def _is_recruited(lists: Lists, around: Around) -> bool:
    """An examination for getting into the post: "PA exam result", "postman to PA exam"."""
    if _says(around.before, lists["recruiting"]) or _says(around.after, lists["recruiting"]):
        return True
    if around.then[:1] and around.then[0] in lists["to_after"] and lists["exams"] & set(around.then):
        return True
    if not (around.then and around.then[0] in lists["exams"]):
        return False
    spoken = {*around.before, *around.then[1:]}
    return _tail(around.before, lists["to_after"]) or not spoken & lists["mandated"]


def _is_asked_for(lists: Lists, around: Around) -> bool:
    """ "PA ke liye", "course for PA", "list of PA", "do MTS have to", "MTS ko bhi karna hai", "PA courses"."""
    then, near = around.then, around.near
    if _head(then, lists["for_after"]) or _head(then, lists["about"]):
        return True
    if then and _is_asked_ko(lists, around):
        return True
    if then and then[0] in lists["owns"] and _head(then[1:], lists["about"]):
        return True
    if _head(then, lists["has_to"]):
        asks = _tail(near, lists["asks_if"]) or any(word in lists["theirs"] for word in then)
        return asks or (not near and any(word in lists["asking"] for word in then))
    spoken = set(around.before) | set(around.after)
    return _tail(near, lists["for_before"]) and bool(spoken & lists["asking"])


def _is_mentioned(lists: Lists, around: Around) -> bool:
    """ "my PA", "letter from SP", "the PA"."""
    if _tail(around.near, lists["others_before"]) or _tail(around.before, lists["others_before"]):
        return True
    return bool(around.before) and around.before[-1] in lists["articles_of_others"]


def in_short_clause(heard: Heard, hit: Hit) -> bool:
    """Whether the clause is little more than the name."""
    first, last = heard.clause(hit.start, hit.end)
    return last - first <= hit.end - hit.start + _SHORT - 1


def is_inside(lists: Lists, heard: Heard, hit: Hit, first: Hit | None, later: Hit | None) -> bool:
    """Whether a name is where the person of another name in its clause works: "SRO me MTS", "PA at SBCO"."""
    begin, end = heard.clause(hit.start, hit.end)
    if later and later.start < end and heard.plain[hit.end : hit.end + 1]:
        return heard.plain[hit.end] in lists["inside_after"]
    return bool(first and first.end > begin) and _tail(heard.plain[begin : hit.start], lists["inside_before"])
