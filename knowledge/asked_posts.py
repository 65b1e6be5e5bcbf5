"""The posts of a question for courses, where none is surely the writer's; what excludes counts besides any."""

from __future__ import annotations

from knowledge.around import Lists
from knowledge.asked_for import may_be_asked_for
from knowledge.catalogue import Catalogue
from knowledge.designation_find import Heard, Hit, is_small
from knowledge.designation_index import DesignationIndex
from knowledge.self_told import asks_for_self, tells_unknown_post
from knowledge.speaker import Role


def posts_asked_for(
    catalogue: Catalogue,
    index: DesignationIndex,
    heard: Heard,
    roles: list[tuple[list[Hit], Role]],
    meant: list[tuple[Hit, Role]],
) -> list[tuple[Hit, Role]]:
    """In a question for courses: any post, where none is surely meant; and always what excludes ("on contract").

    One that may be the speaker's outranks one that is somebody else's; that one is meant only where the writer
    does not ask for themselves, and none where they tell a post that is not known.
    """
    lists, standing = index.lists, catalogue.words["standing"]
    found = [
        (hit, role)
        for run, role in roles
        for hit in run
        if role not in (Role.FORMER, Role.NOBODY)
        and _may_be_meant(lists, heard, hit, set(hit.name.designations) <= standing)
    ]
    strongest = max((role for _, role in meant), default=Role.OPEN)
    is_told = any(role >= Role.BEGAN for _, role in meant)
    is_meant = bool(meant) or asks_for_self(lists, heard)
    excluding = [
        (hit, strongest)
        for hit, role in found
        if set(hit.name.designations) <= (standing if _excludes(role, is_meant, is_told) else catalogue.words["status"])
        and not _is_of_another(lists, heard, hit, roles)
        and not _is_over(lists, heard, hit, roles)
    ]
    if meant or excluding:
        return [*meant, *excluding]
    if tells_unknown_post(index, heard, (hit for run, _ in roles for hit in run)):
        return []
    nearest = [hit for hit, role in found if role is not Role.OTHER]
    if not nearest and not is_meant:
        nearest = [hit for hit, _ in found]
    return [(hit, Role.OPEN) for hit in nearest]


def _excludes(role: Role, is_meant: bool, is_told: bool) -> bool:
    """Whether a post that the order leaves out may be the writer's: "SDIPO with BPMs" is none of them."""
    return role >= Role.BEGAN or not (is_told or (is_meant and role is Role.OTHER))


def _is_of_another(lists: Lists, heard: Heard, hit: Hit, roles: list[tuple[list[Hit], Role]]) -> bool:
    """Another's standing, where the speaker's own post is told besides: "SSP retired, so I, the ASP, ..."."""
    if not any(role >= Role.BEGAN for _, role in roles):
        return False
    first, last = heard.clause(hit.start, hit.end)
    before = [role for run, role in roles if first <= run[0].start < hit.start]
    relative = any(hit in run and role is Role.RELATIVE for run, role in roles)
    clause = set(heard.plain[first:last])
    others = clause & (lists["possessors"] | lists["on_behalf"] | lists["people"])
    others = others or set(heard.plain[first : first + 1]) & lists["articles_of_others"]
    spoken_of = bool(others) and not clause & ((lists["speaker"] - lists["mine"]) | lists["hu"])
    return relative or spoken_of or bool(before and before[-1] < Role.NAMED)


def _is_over(lists: Lists, heard: Heard, hit: Hit, roles: list[tuple[list[Hit], Role]]) -> bool:
    """ "Army retired, now driver": a standing of the past, for the post of today is told after it."""
    later = [run[0].start for run, role in roles if role >= Role.BEGAN and run[0].start >= hit.end]
    return any(word in lists["now"] for start in later for word in heard.plain[hit.end : start])


def _may_be_meant(lists: Lists, heard: Heard, hit: Hit, excludes: bool) -> bool:
    """A post in a question for courses, unless it is an everyday word or somebody else's."""
    if is_small(heard, hit) or is_changed(lists, heard, hit):
        return False
    is_everyday = hit.end - hit.start == 1 and heard.plain[hit.start] in lists["everyday_names"]
    return (excludes or not is_everyday) and may_be_asked_for(lists, heard, hit)


def is_changed(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """A word before it makes another post of it: "joint inspector" is not an inspector that we know."""
    if not hit.start or heard.words[hit.start - 1] not in lists["changes"]:
        return False
    return hit.start == 1 or heard.plain[hit.start - 2] not in lists["owns"]  # "ASP ke under PA hu"
