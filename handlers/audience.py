"""An audience as a value: conditions on people, joined by and, or, not; and the rule of whom it holds for.

What is read from people's words is in `audience_read`, how it is said in `audience_say`; the store's statement of it
(`bot/store/audience_statements.py`) finds the same people by columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Field(StrEnum):
    """What a condition is about."""

    CIRCLE = "circle"
    DIVISION = "division"
    OFFICE = "office"
    GROUP = "group"
    CURRICULUM = "curriculum"
    DESIGNATION = "designation"
    UNMET = "unmet"  # a milestone of the year
    MET = "met"
    VERIFIED = "verified"  # yes | no | unknown
    LINKED = "linked"  # yes | no: a chat is known
    LANGUAGE = "language"
    LIST = "list"  # the number of an uploaded list


class Is(Struct, frozen=True):
    """The field is one of the values: ids of the catalogue, or, of a division or an office, its name folded."""

    field: Field
    values: tuple[str, ...]


class Not(Struct, frozen=True):
    """The other people."""

    of: Audience


class All(Struct, frozen=True):
    """Every part holds; nothing in it: everybody."""

    parts: tuple[Audience, ...]


class AnyOf(Struct, frozen=True):
    """One part holds at least."""

    parts: tuple[Audience, ...]


Audience = Is | Not | All | AnyOf
EVERYBODY = All(())


class Who(Struct, frozen=True):
    """One person as an audience sees them; `group` is the Group's id, empty texts are not known.

    `milestones`: whether each is met, by id; none where the person's list is not known or the order does not cover the
    post, so that nobody is told to be behind who may not be.
    """

    circle: str = ""
    division: str = ""
    office: str = ""
    group: str = ""
    curriculum: str = ""
    designation: str = ""
    milestones: Mapping[str, bool] | None = None
    is_verified: bool | None = None
    is_linked: bool = False
    language: str = ""
    lists: frozenset[str] = frozenset()


def holds(audience: Audience, who: Who) -> bool:
    """Whether the person belongs to the audience. Somebody who left belongs to none; that is looked at before."""
    if isinstance(audience, All):
        return all(holds(part, who) for part in audience.parts)
    if isinstance(audience, AnyOf):
        return any(holds(part, who) for part in audience.parts)
    if isinstance(audience, Not):
        return not holds(audience.of, who)
    return _is(audience, who)


def why_not(audience: Audience, who: Who) -> str:
    """Why somebody who was in the audience is not any more: `moved`, `finished` or `changed`."""
    if isinstance(audience, All):
        failing = next((part for part in audience.parts if not holds(part, who)), audience)
        return "changed" if failing is audience else why_not(failing, who)
    if isinstance(audience, Not):
        return why_not(audience.of, who) if isinstance(audience.of, Is) else "changed"
    if isinstance(audience, AnyOf):
        whys = {why_not(part, who) for part in audience.parts}
        return whys.pop() if len(whys) == 1 else "changed"
    if audience.field in (Field.CIRCLE, Field.DIVISION, Field.OFFICE):
        return "moved"
    return "finished" if audience.field in (Field.UNMET, Field.MET, Field.VERIFIED) else "changed"


def folded(name: str) -> str:
    """A division's or office's name as it is compared: without spaces around it, capitals of the alphabet do not
    matter."""
    return name.strip(" ").translate(_LOWER)


#: What SQLite's own lower() does, and no more.
_LOWER = {ord("A") + place: ord("a") + place for place in range(26)}


def _is(one: Is, who: Who) -> bool:
    if one.field in (Field.UNMET, Field.MET):
        known, wanted = who.milestones or {}, one.field is Field.MET
        return any(known.get(value) is wanted for value in one.values)
    if one.field is Field.LIST:
        return not who.lists.isdisjoint(one.values)
    return _value(one.field, who) in one.values


def _value(field: Field, who: Who) -> str:
    if field is Field.VERIFIED:
        return "unknown" if who.is_verified is None else "yes" if who.is_verified else "no"
    if field is Field.LINKED:
        return "yes" if who.is_linked else "no"
    return {
        Field.CIRCLE: who.circle,
        Field.DIVISION: folded(who.division),
        Field.OFFICE: folded(who.office),
        Field.GROUP: who.group,
        Field.CURRICULUM: who.curriculum,
        Field.DESIGNATION: who.designation,
        Field.LANGUAGE: who.language,
    }.get(field, "")
