"""A file's rows, brought into the staging: whose each is, and what it says of whom, every person and fact once.

Nothing is written to the store. What is personal stands in the staging encrypted or as a keyed hash only.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from msgspec import Struct

from bot.box import Keys
from bot.imports.problems import Problems
from bot.store import stage_statements as sql
from handlers.facts import VERIFIED, State
from handlers.report_row import Fault, Identity, Kind, PersonFacts, Row, RowFact
from handlers.same_person import Apart, Clash, Match, Matching, Owner, Trouble, by_mobile

_BATCH = 3000


class Upload(Struct, frozen=True):
    """What is imported: `circle` is the one that it is for, None: all; `moment`: of a report without a date.

    `same`: the import of this very file before, if there is one.
    """

    kind: Kind
    circle: str | None
    moment: int
    same: int | None = None


class _Known(NamedTuple):
    """What the store has of somebody."""

    employee: str | None
    email: str | None
    mobile: str | None
    name_box: bytes | None


@dataclass(slots=True)
class Staging:
    """Takes in rows. `taken`: how many are good; `newest`: the latest moment of the report that a row says."""

    db: sqlite3.Connection
    keys: Keys
    upload: Upload
    problems: Problems
    taken: int = 0
    newest: int = 0
    _matching: Matching = field(default_factory=Matching)
    _whose: dict[Identity, Match | Fault] = field(default_factory=dict)
    _told: dict[Identity, int] = field(default_factory=dict)
    _things: dict[RowFact, int] = field(default_factory=dict)
    _known: dict[int, _Known] = field(default_factory=dict)
    _hashes: dict[str, str] = field(default_factory=dict)
    _waits: int = sql.WAITING
    _said_of: set[int] = field(default_factory=set)
    _said: list[tuple[object, ...]] = field(default_factory=list)

    def take(self, rows: Iterable[Row], progress: Callable[[], None]) -> None:
        """Take in all rows; `progress` is called now and then."""
        self._matching.apart = {(id_, mail): Apart(one) for id_, mail, one in self.db.execute(sql.APART)}
        self._matching.disputed = {mail for (mail,) in self.db.execute(sql.DISPUTED)}
        stream = iter(rows)
        while batch := list(islice(stream, _BATCH)):
            self.db.execute("BEGIN")
            self._take(batch)
            self.db.execute("COMMIT")
            progress()
        self.db.execute("BEGIN")
        self._settle_waiting()
        self.problems.flush()
        self.db.execute("COMMIT")

    def _take(self, rows: Sequence[Row]) -> None:
        self._meet(rows)
        facts: list[int] = []
        things, whose, told, moment = self._things, self._whose, self._told, self.upload.moment
        newest, taken = self.newest, 0
        last: tuple[PersonFacts, Match] | None = None
        for row in rows:
            _, _, who, about, said, at, faults = row
            if faults:
                self.problems.add(row.number, row.raw, faults)
                continue
            found = whose.get(who) or self._match(row)
            if isinstance(found, Fault):
                self.problems.add(row.number, row.raw, (found,))
                continue
            at = at or moment
            if at > newest:
                newest = at
            person = found.person
            if last is None or about is not last[0] or found is not last[1]:
                last = about, found
                sign = hash((about, at))
                if told.get(who) != sign:
                    told[who] = sign
                    self._say(person, who, about, at)
            for fact in said:
                thing = things.get(fact) or self._thing(fact)
                facts += (person, at, thing)
            if person <= sql.WAITING:
                self.problems.wait(person, row.number, row.raw)
            taken += 1
        self.newest, self.taken = newest, self.taken + taken
        self.db.executemany(sql.KEEP_SAID, self._said)
        self._said = []
        size = 3 * sql.FACTS_AT_ONCE
        whole = len(facts) - len(facts) % size
        for start in range(0, whole, size):
            self.db.execute(sql.KEEP_MANY_FACTS, facts[start : start + size])
        self.db.executemany(sql.KEEP_FACTS, [facts[start : start + 3] for start in range(whole, len(facts), 3)])

    def _meet(self, rows: Sequence[Row]) -> None:
        """Learn who of the store the new names of a batch are."""
        new = [who for who in {row.who for row in rows} if who not in self._whose]
        employees = [who.employee_id for who in new if who.employee_id]
        self._hashes = {who.email: self.keys.hash("email", who.email) for who in new if who.email}
        self._known = {}
        by_employee = self._owners(sql.KNOWN_BY_EMPLOYEE, employees)
        self._matching.meet(by_employee, self._owners(sql.KNOWN_BY_EMAIL, list(self._hashes.values())))

    def _owners(self, statement: str, keys: Sequence[str]) -> list[tuple[str, Owner]]:
        found = []
        for key, person, *columns in self.db.execute(statement, (json.dumps(keys),)) if keys else ():
            known = self._known[person] = _Known(*columns)
            found.append((key, Owner(person, known.employee is not None, known.email is not None)))
        return found

    def _match(self, row: Row) -> Match | Fault:
        """Whose rows with these keys are, from the first of them on."""
        who = row.who
        found: Match | Fault
        if who.employee_id or who.email:
            match = self._matching.match(who.employee_id, self._hash(who.email))
            found = match if match.problem is None else Fault(match.problem.value)
            if isinstance(match.problem, Clash):
                self._clash(row, match)
        elif who.mobile:
            self._waits -= 1
            found = Match(self._waits)
        else:
            found = Fault(Trouble.NO_KEY.value)
        self._whose[who] = found
        return found

    def _hash(self, email: str) -> str:
        if not email:
            return ""
        return self._hashes.get(email) or self.keys.hash("email", email)

    def _clash(self, row: Row, match: Match) -> None:
        assert match.problem is not None
        who, seal = row.who, self.keys.seal
        self.db.execute(sql.KEEP_CLASH, (
            who.employee_id, self._hash(who.email), match.problem.value, match.kept, match.other or None,
            seal("email", who.email), seal("name", row.person.name), row.person.circle,
        ))  # fmt: skip

    def _thing(self, fact: RowFact) -> int:
        thing = self._things[fact] = len(self._things) + 1
        self.db.execute(sql.KEEP_THING, (thing, *fact))
        return thing

    def _say(self, person: int, who: Identity, about: PersonFacts, at: int) -> None:
        """Keep what a row says of the person beside progress.

        What the first row of a person says just as the store has it is not encrypted again: no box, no change.
        """
        known = self._known_of(person) if person > 0 and person not in self._said_of else None
        self._said_of.add(person)
        rank = 2 * at + (self.upload.kind is Kind.USERS)
        matching, seal = self._matching, self.keys.seal
        email = self._hash(who.email)
        email = email if email and matching.has_email(person, email) else ""
        employee = who.employee_id if who.employee_id and matching.has_employee(person, who.employee_id) else ""
        mobile = self.keys.hash("mobile", who.mobile) if who.mobile else ""
        name_is_known = known and known.name_box and self.keys.open("name", known.name_box) == about.name
        post = None if about.post.is_blank else about.post
        self._said.append((
            person, employee or None, email or None, mobile or None,
            seal("name", about.name) if about.name and not name_is_known else None,
            seal("email", who.email) if email and not (known and known.email == email) else None,
            seal("mobile", who.mobile) if mobile and not (known and known.mobile == mobile) else None,
            about.designation_written if post else None, post and post.designation,
            _listed(post.meanings) if post else None, post and post.is_unknown,
            about.group or None, about.circle, about.division or None, about.office or None, about.has_left, at,
            rank if about.name else None, rank if email else None, rank if mobile else None, rank if post else None,
            rank if about.group else None, rank if about.circle else None, rank if about.division else None,
            rank if about.office else None, rank if about.has_left is not None else None,
        ))  # fmt: skip
        if about.is_verified is not None:
            fact = RowFact("", VERIFIED, State.COMPLETED if about.is_verified else State.NOT_STARTED)
            self.db.execute(sql.KEEP_FACTS, (person, at, self._things.get(fact) or self._thing(fact)))

    def _known_of(self, person: int) -> _Known | None:
        """What the store has of somebody whom an earlier batch met."""
        if person not in self._known:
            row = self.db.execute(sql.KNOWN_PERSON, (person,)).fetchone()
            if row is None:
                return None
            self._known[person] = _Known(*row)
        return self._known[person]

    def _settle_waiting(self) -> None:
        """Rows with nothing but a mobile, now that everybody who may have it is known."""
        for statement in sql.INDEXES:
            self.db.execute(statement)
        if self._waits == sql.WAITING:
            return
        self.db.execute(sql.INDEX_MOBILES)
        self.db.execute(sql.WHO_HAS_MOBILES)
        self.db.execute(sql.WHO_HAD_MOBILES, (self.upload.same,))
        for number, persons in self.db.execute(sql.WAITING_PERSONS).fetchall():
            found = by_mobile(json.loads(persons))
            if found is not None and found.problem is not None:
                self.problems.give_up(number, Fault(found.problem.value))
                for statement in sql.DROP_WAITING:
                    self.db.execute(statement, (number,))
            elif found is not None:
                self._move(number, found.person)
            else:
                self._matching.new -= 1
                self._move(number, self._matching.new)

    def _move(self, number: int, person: int) -> None:
        """What waited under a number is this person's."""
        known = self._known_of(person) if person > 0 and person not in self._said_of else None
        for id_, box in self.db.execute(sql.NAMES_SAID, (number,)).fetchall():
            old = known.name_box if known else None
            if box and old and self.keys.open("name", box) == self.keys.open("name", old):
                self.db.execute(sql.NAME_AS_BEFORE, (id_,))
        for statement in sql.MOVE_WAITING:
            self.db.execute(statement, (number, person))


def _listed(meanings: tuple[str, ...]) -> str:
    return json.dumps(meanings) if meanings else "[]"
