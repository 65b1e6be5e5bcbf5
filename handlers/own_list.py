"""The person's list of courses for a year: the six of their curriculum, or the plan that the cell assigned to them.

By designation, never by the Group letter; what the sources do not decide stays undecided.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from handlers.facts import Facts, Post, title_of
from handlers.standing import Reason
from knowledge.catalogue import UNDECIDED, Catalogue, Designation, TrainingYear


class OwnList(Struct, frozen=True):
    """Course keys in catalogue order, unmatched titles after them by code point; `why_not`: why there is no list.

    `curriculum` is the one whose courses it is, "" where it is the plan itself. `syllabus` are the courses of the
    assessment, empty where undecided.
    """

    courses: tuple[str, ...] = ()
    syllabus: tuple[str, ...] = ()
    curriculum: str = ""
    why_not: Reason | None = None


def own_list(facts: Facts, catalogue: Catalogue, year: TrainingYear) -> OwnList:
    """Find the person's list of the year."""
    post = effective_post(facts)
    if post.meanings:
        return OwnList(why_not=Reason.UNDECIDED)
    designation = catalogue.designations.get(post.designation or "")
    if designation is None:
        return OwnList(why_not=Reason.NO_DESIGNATION)
    if designation.is_excluded:
        return OwnList(why_not=Reason.EXCLUDED)
    three = year.syllabi.get(post.syllabus or "") or year.syllabi.get(designation.syllabus)
    syllabus = _in_order(catalogue, three.courses) if three else ()
    plan = frozenset(row.key for row in facts.plan)
    has_plan = len(plan) >= year.total
    curriculum = _curriculum(designation, post, year, plan)
    six = year.curricula[curriculum].courses if curriculum else ()
    if curriculum and not (has_plan and not plan.issuperset(six)):
        return OwnList(_in_order(catalogue, six), syllabus, curriculum)
    if has_plan:
        return OwnList(_in_order(catalogue, plan), syllabus)
    return OwnList(syllabus=syllabus, why_not=Reason.UNDECIDED)


def effective_post(facts: Facts) -> Post:
    """The report's designation, else the told one; what the person told decides an abbreviation that may mean it.

    Asked which of two is right, the person may have settled it: until the report says something else again, that holds.
    """
    reported, told = facts.reported, facts.told
    if facts.settled and told.designation and facts.settled == reported.named(facts.reported_written):
        return told
    if reported.is_blank or (reported.meanings and told.designation in reported.meanings):
        return told
    if reported.designation is not None and reported.designation == told.designation:
        return Post(
            reported.designation,
            curriculum=reported.curriculum or told.curriculum,
            syllabus=reported.syllabus or told.syllabus,
        )
    return reported


def curriculum_of(facts: Facts, catalogue: Catalogue, year: TrainingYear) -> str:
    """The curriculum that applies to the person, "" where none does or it is not decided."""
    post = effective_post(facts)
    designation = catalogue.designations.get(post.designation or "")
    if post.meanings or designation is None or designation.is_excluded:
        return ""
    return _curriculum(designation, post, year, frozenset(row.key for row in facts.plan))


def _curriculum(designation: Designation, post: Post, year: TrainingYear, plan: frozenset[str]) -> str:
    """The curriculum, or the one candidate whose courses are all in the plan; "" where none or several are."""
    for decided in (post.curriculum, designation.curriculum):
        if decided in year.curricula:
            return decided or ""
    if designation.curriculum != UNDECIDED:  # a list that this year does not have
        return ""
    named = designation.candidates["curriculum"] or tuple(year.curricula)
    fits = [id_ for id_ in named if id_ in year.curricula and plan.issuperset(year.curricula[id_].courses)]
    return fits[0] if len(fits) == 1 else ""


def title(catalogue: Catalogue, key: str) -> str:
    """The catalogue's title, or the plan's own."""
    course = catalogue.courses.get(key)
    return course.title if course else title_of(key)


@lru_cache(maxsize=4096)
def _in_order(catalogue: Catalogue, keys: tuple[str, ...] | frozenset[str]) -> tuple[str, ...]:
    """In the catalogue's order, what it does not have by code point."""
    places = _places(catalogue)
    return tuple(sorted(keys, key=lambda key: (places.get(key, len(places)), key)))


@lru_cache(maxsize=4)
def _places(catalogue: Catalogue) -> Mapping[str, int]:
    return {key: place for place, key in enumerate(catalogue.courses)}
