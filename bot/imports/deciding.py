"""Rows that contradict somebody known: listed, and decided to be the same person's or another's."""

from __future__ import annotations

import sqlite3
from typing import Literal

from bot.box import Keys
from bot.store import clash_statements as sql
from bot.store.staff import audit
from handlers.import_clash import Waits
from handlers.import_preview import OpenClash, Sample
from handlers.masked import masked_email, masked_mobile, masked_name
from handlers.same_person import IGNORED, Clash

Verdict = Literal["same", "two"]


class UndecidableError(Exception):
    """There is nothing to decide under this number."""


def open_clashes(db: sqlite3.Connection, keys: Keys, circle: str | None, id_: int | None = None) -> list[OpenClash]:
    """What waits for a decision: of one circle, or of all; with `id_` only the row with this number."""
    found = []
    for number, kind, employee, name, email, place, person, other in db.execute(sql.OPEN, (circle, id_)).fetchall():
        row = Sample(_name(keys, name), "", _email(keys, email), "", "", place or "", "")
        kept = sample_of(db, keys, person)
        second = sample_of(db, keys, other) if other else None
        found.append(OpenClash(number, Clash(kind), employee, place, kept, second, row))
    return found


def next_clash(db: sqlite3.Connection, keys: Keys, circle: str | None, after: int) -> Waits:
    """The first row behind number `after` that waits, of one circle or of all."""
    id_, place, count = db.execute(sql.NEXT, (circle, after)).fetchone()
    found = open_clashes(db, keys, circle, id_) if id_ is not None else []
    return Waits(found[0] if found else None, place, count)


def sample_of(db: sqlite3.Connection, keys: Keys, person: int) -> Sample:
    """Somebody of the store, covered."""
    row = db.execute(sql.AS_KNOWN, (person,)).fetchone()
    return covered(keys, row) if row else Sample("", "", "", "", "", "", "")


def covered(keys: Keys, row: tuple[object, ...]) -> Sample:
    """A row of the store's or the staging's columns, covered."""
    name, employee, email, mobile, designation, circle, office = row
    texts = (str(one or "") for one in (designation, circle, office))
    return Sample(
        _name(keys, name), str(employee or ""), _email(keys, email),
        masked_mobile(keys.open("mobile", mobile)) if isinstance(mobile, bytes) else "", *texts,
    )  # fmt: skip


def decide(db: sqlite3.Connection, id_: int, verdict: Verdict, circle: str | None, actor: str, now: int) -> None:
    """Remember whose rows like this one are from now on; within a transaction. `circle`: the decider's, None: all.

    Raises:
        UndecidableError: no open one that is theirs to decide has this number.
    """
    row = db.execute(sql.ONE, (id_, circle)).fetchone()
    if row is None:
        raise UndecidableError
    kind, person, other = Clash(row[0]), row[1], row[2]
    if verdict == "same":
        if kind is Clash.TWO_PERSONS and other:
            join(db, person, other)
        alias = sql.ALIAS_EMPLOYEE if kind is Clash.OTHER_EMPLOYEE else sql.ALIAS_EMAIL
        db.execute(sql.ALIAS_OWN_EMAIL, (id_,))
        db.execute(alias, (id_,))
    db.execute(sql.DECIDED, (id_, verdict, IGNORED[kind].value if verdict == "two" else None, now))
    audit(db, actor, f"import decide {verdict}", f"row {id_}: {kind.value}, person:{person}", now)


def join(db: sqlite3.Connection, person: int, other: int) -> None:
    """All that is known of another person is this one's; the other is nobody's any more. Within a transaction."""
    for statement in sql.JOIN:
        db.execute(statement, {"to": person, "of": other})


def _name(keys: Keys, box: object) -> str:
    return masked_name(keys.open("name", box)) if isinstance(box, bytes) else ""


def _email(keys: Keys, box: object) -> str:
    return masked_email(keys.open("email", box)) if isinstance(box, bytes) else ""
