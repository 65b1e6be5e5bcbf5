"""Which person a report's row is of: by employee id, else e-mail, else mobile; two persons are never merged by guess.

The rule takes people in the order in which they became known: those of the store, then a file's rows from the top.
What contradicts somebody known is a problem until the cell decides: the earlier stands. E-mails are keyed hashes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct


class Clash(StrEnum):
    """Why a row with an employee id and an e-mail is nobody's until it is decided."""

    OTHER_EMAIL = "other-email"  # the person with this id has another e-mail
    OTHER_EMPLOYEE = "other-employee"  # the person with this e-mail has another id
    TWO_PERSONS = "two-persons"  # the id is one known person's, the e-mail another's


class Trouble(StrEnum):
    """Why a row is nobody's, beside what only a decision mends."""

    DISPUTED_EMAIL = "disputed-email"  # the e-mail stands in a row that is not decided
    SHARED_MOBILE = "shared-mobile"
    NO_KEY = "no-key"


class Apart(StrEnum):
    """What rows with this id and this e-mail were decided to ignore: the key that is another person's."""

    EMAIL = "email"
    EMPLOYEE = "employee"


#: How a row of two persons is read from then on.
IGNORED = {Clash.OTHER_EMAIL: Apart.EMPLOYEE, Clash.OTHER_EMPLOYEE: Apart.EMAIL, Clash.TWO_PERSONS: Apart.EMAIL}


class Owner(Struct, frozen=True):
    """Somebody known and which keys they have."""

    person: int
    has_employee: bool
    has_email: bool


class Match(Struct, frozen=True, gc=False):
    """Whose a row is (0: nobody's, and why), which keys they get by it, and whom a clash is with."""

    person: int
    takes_employee: bool = False
    takes_email: bool = False
    problem: Clash | Trouble | None = None
    kept: int = 0
    other: int = 0


@dataclass(slots=True)
class Matching:
    """One file's rows in order. New persons have negative numbers, -1 first.

    `apart`: rows decided to be of two persons; `disputed`: e-mails of rows that wait for a decision.
    """

    apart: Mapping[tuple[str, str], Apart] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)
    new: int = 0
    _employees: dict[str, int] = field(default_factory=dict)
    _emails: dict[str, int] = field(default_factory=dict)
    _met: set[int] = field(default_factory=set)
    _lacks_employee: set[int] = field(default_factory=set)
    _lacks_email: set[int] = field(default_factory=set)

    def meet(self, employees: Iterable[tuple[str, Owner]], emails: Iterable[tuple[str, Owner]]) -> None:
        """Learn who is known by keys; what the file said before stands."""
        for keys, found in ((self._employees, employees), (self._emails, emails)):
            for key, owner in found:
                keys.setdefault(key, owner.person)
                if owner.person not in self._met:
                    self._met.add(owner.person)
                    if not owner.has_employee:
                        self._lacks_employee.add(owner.person)
                    if not owner.has_email:
                        self._lacks_email.add(owner.person)

    def match(self, employee: str, email: str) -> Match:
        """Whose a row with these keys is ("": it has none, but it has one of them)."""
        ignored = self.apart.get((employee, email))
        if ignored is Apart.EMAIL:
            email = ""
        elif ignored is Apart.EMPLOYEE:
            employee = ""
        holder = self._employees.get(employee, 0) if employee else 0
        reader = self._emails.get(email, 0) if email else 0
        if holder:
            return self._of_holder(holder, reader, email)
        if reader:
            return self._of_reader(reader, employee)
        if email and email in self.disputed:
            return Match(0, problem=Trouble.DISPUTED_EMAIL)
        return self._create(employee, email)

    def has_employee(self, person: int, employee: str) -> bool:
        """Whether an employee id is this person's; a row of theirs may have one that is decided to be another's."""
        return self._employees.get(employee) == person

    def has_email(self, person: int, email: str) -> bool:
        """Whether an e-mail is this person's."""
        return self._emails.get(email) == person

    def _of_holder(self, holder: int, reader: int, email: str) -> Match:
        if not email or reader == holder:
            return Match(holder)
        if reader:
            return Match(0, problem=Clash.TWO_PERSONS, kept=holder, other=reader)
        if holder not in self._lacks_email:
            self.disputed.add(email)
            return Match(0, problem=Clash.OTHER_EMAIL, kept=holder)
        if email in self.disputed:
            return Match(0, problem=Trouble.DISPUTED_EMAIL)
        self._lacks_email.discard(holder)
        self._emails[email] = holder
        return Match(holder, takes_email=True)

    def _of_reader(self, reader: int, employee: str) -> Match:
        if not employee:
            return Match(reader)
        if reader not in self._lacks_employee:
            return Match(0, problem=Clash.OTHER_EMPLOYEE, kept=reader)
        self._lacks_employee.discard(reader)
        self._employees[employee] = reader
        return Match(reader, takes_employee=True)

    def _create(self, employee: str, email: str) -> Match:
        self.new -= 1
        person = self.new
        if employee:
            self._employees[employee] = person
        else:
            self._lacks_employee.add(person)
        if email:
            self._emails[email] = person
        else:
            self._lacks_email.add(person)
        return Match(person, takes_employee=bool(employee), takes_email=bool(email))


def by_mobile(persons: Iterable[int]) -> Match | None:
    """Whose a row with nothing but a mobile is: of those who have it when the file is read; None: a new person's."""
    found = set(persons)
    if len(found) > 1:
        return Match(0, problem=Trouble.SHARED_MOBILE)
    return Match(found.pop()) if found else None
