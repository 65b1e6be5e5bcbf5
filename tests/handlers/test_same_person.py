"""Whose a report's rows are, against the rule as plainly as it can be written: a list of people, looked through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.same_person import IGNORED, Apart, Clash, Match, Matching, Owner, Trouble, by_mobile

Keys = tuple[str, str]


@dataclass
class Somebody:
    """Somebody with at most one own key of each kind, and those that were decided to be theirs too."""

    number: int
    employees: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)


def plainly(known: Sequence[Somebody], rows: Sequence[Keys], apart: dict[Keys, Apart], disputed: set[str]) -> list[str]:
    """What the rule says of each row: the person's number, or the problem."""
    people, waiting, said = list(known), set(disputed), []
    for written in rows:
        employee, email = written
        if apart.get(written) is Apart.EMAIL:
            email = ""
        if apart.get(written) is Apart.EMPLOYEE:
            employee = ""
        by_id = [one for one in people if employee and employee in one.employees]
        by_mail = [one for one in people if email and email in one.emails]
        if by_id and by_mail and by_id != by_mail:
            said.append(Clash.TWO_PERSONS.value)
        elif by_id and email and not by_mail and by_id[0].emails:
            waiting.add(email)
            said.append(Clash.OTHER_EMAIL.value)
        elif by_mail and employee and not by_id and by_mail[0].employees:
            said.append(Clash.OTHER_EMPLOYEE.value)
        elif email in waiting and not by_mail and (email or not by_id):
            said.append(Trouble.DISPUTED_EMAIL.value)
        else:
            one = next(iter(by_id or by_mail), None)
            if one is None:
                one = Somebody(-1 - sum(other.number < 0 for other in people))
                people.append(one)
            one.employees += [employee] if employee and employee not in one.employees else []
            one.emails += [email] if email and email not in one.emails else []
            said.append(str(one.number))
    return said


def by_rule(known: Sequence[Somebody], rows: Sequence[Keys], apart: dict[Keys, Apart], disputed: set[str]) -> list[str]:
    matching = Matching(apart, set(disputed))
    said = []
    for employee, email in rows:  # met row by row, as a batch of one
        owners = [(one, Owner(one.number, bool(one.employees), bool(one.emails))) for one in known]
        matching.meet(
            [(employee, owner) for one, owner in owners if employee in one.employees],
            [(email, owner) for one, owner in owners if email in one.emails],
        )
        found = matching.match(employee, email)
        said.append(str(found.person) if found.person else (found.problem or Trouble.NO_KEY).value)
    return said


_EMPLOYEE, _EMAIL = st.sampled_from(["", "1", "2", "3", "4"]), st.sampled_from(["", "a", "b", "c", "d"])
_KEYS = st.tuples(_EMPLOYEE, _EMAIL).filter(any)


@st.composite
def _known(draw: st.DrawFn) -> list[Somebody]:
    employees = draw(st.lists(st.sampled_from("1234"), unique=True, max_size=3))
    emails = draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=3))
    people = [Somebody(number) for number in range(1, 4)]
    for key in employees:
        draw(st.sampled_from(people)).employees.append(key)
    for key in emails:
        draw(st.sampled_from(people)).emails.append(key)
    return [one for one in people if one.employees or one.emails]


@settings(max_examples=200, deadline=None)
@given(
    _known(),
    st.lists(_KEYS, max_size=9),
    st.dictionaries(_KEYS.filter(all), st.sampled_from(Apart), max_size=3),
    st.sets(st.sampled_from("abcd"), max_size=2),
)
def test_rows_are_matched_by_the_rule(
    known: list[Somebody], rows: list[Keys], apart: dict[Keys, Apart], disputed: set[str]
) -> None:
    assert by_rule(known, rows, apart, disputed) == plainly(known, rows, apart, disputed)


@settings(max_examples=100, deadline=None)
@given(st.lists(_KEYS, max_size=9))
def test_a_file_that_was_taken_in_says_the_same_again(rows: list[Keys]) -> None:
    matching = Matching()
    first = [matching.match(*row) for row in rows]
    people = {number: Somebody(-number) for number in range(-1, matching.new - 1, -1)}
    for row, match in zip(rows, first, strict=True):
        if match.takes_employee:
            people[match.person].employees.append(row[0])
        if match.takes_email:
            people[match.person].emails.append(row[1])
    disputed = {row[1] for row, match in zip(rows, first, strict=True) if match.problem is Clash.OTHER_EMAIL}
    again = Matching(disputed=disputed)
    owners = [(one, Owner(one.number, bool(one.employees), bool(one.emails))) for one in people.values()]
    again.meet(
        [(key, owner) for one, owner in owners for key in one.employees],
        [(key, owner) for one, owner in owners for key in one.emails],
    )
    assert [again.match(*row).person for row in rows] == [-one.person for one in first]


def test_a_plan_row_with_a_problem_rows_email_creates_nobody() -> None:
    matching = Matching()
    assert [matching.match(*row) for row in (("1", "a"), ("1", "b"), ("", "b"), ("", "a"))] == [
        Match(-1, takes_employee=True, takes_email=True),
        Match(0, problem=Clash.OTHER_EMAIL, kept=-1),
        Match(0, problem=Trouble.DISPUTED_EMAIL),
        Match(-1),
    ]


@pytest.mark.parametrize(("clash", "row"), [(Clash.OTHER_EMAIL, ("1", "b")), (Clash.OTHER_EMPLOYEE, ("2", "a"))])
def test_two_persons_share_no_key_once_it_is_decided(clash: Clash, row: Keys) -> None:
    matching = Matching(apart={row: IGNORED[clash]})
    assert [matching.match(*one).person for one in (("1", "a"), row, row, ("1", ""), ("", "a"))] == [-1, -2, -2, -1, -1]


def test_a_mobile_matches_where_exactly_one_has_it() -> None:
    assert by_mobile([]) is None
    assert by_mobile([7, 7]) == Match(7)
    assert by_mobile([7, 8]) == Match(0, problem=Trouble.SHARED_MOBILE)
