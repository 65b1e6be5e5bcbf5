"""Chats linked to employees of the list and back: one person merged into another. Part of a transaction each."""

from __future__ import annotations

import sqlite3
from typing import Any

from bot.store import fact_statements as facts_sql
from bot.store import link_statements as sql
from bot.store import statements as common
from bot.store.addresses import Addresses
from bot.store.database import StoreError, rows_of
from bot.store.reply_json import reply_to_json
from bot.store.rows import Waiting
from bot.store.staff import audit
from handlers.effects import CountReach, CountTry, LinkPerson, SettlePost, SpeakFor, UnlinkOthers, UnlinkPerson
from handlers.facts import Post
from handlers.link_scene import Employee, LinkScene, LinkWanted
from handlers.link_words import mobile_of
from handlers.messages import Reply
from handlers.session import Person
from knowledge.json_text import to_json

#: So much of an employee id is shown.
_HINT = 4
_DAY = 86_400
LinkEffect = LinkPerson | SpeakFor | UnlinkPerson | UnlinkOthers | CountTry | SettlePost | CountReach


def read_link_scene(
    db: sqlite3.Connection, addresses: Addresses, address: int, wanted: LinkWanted, now: int
) -> LinkScene:  # fmt: skip
    """Return what linking at a chat is decided from."""
    found: list[Any] = []
    code = tries_of_one = 0
    if wanted.mobile:
        found = rows_of(db, sql.BY_MOBILE, address, addresses.keys.hash("mobile", wanted.mobile))
    elif wanted.code:
        named = wanted.employee
        keys = addresses.keys
        hashes = keys.hash("email", named.lower()), keys.hash("mobile", mobile_of(named) or named)
        by_code = rows_of(db, sql.BY_CODE, address, hash_of_code(addresses, wanted.code), now, named.upper(), *hashes)
        found, code = [row for _, row in by_code], next((id_ for id_, _ in by_code), 0)
        (tries_of_one,) = db.execute(sql.TRIES_OF_ONE, (_named_hash(addresses, named), now)).fetchone()
    hour, day = db.execute(sql.TRIES, (address, now)).fetchone()
    current = [_employee(row) for row in rows_of(db, sql.CURRENT, address)]
    return LinkScene(
        current=current[0] if current else None,
        linked=tuple(map(_employee, rows_of(db, sql.LINKED, address))),
        found=tuple(map(_employee, found)),
        code=code,
        tries_hour=hour,
        tries_day=day,
        tries_of_one=tries_of_one,
    )


def apply_link(
    db: sqlite3.Connection, addresses: Addresses, waiting: Waiting, effect: LinkEffect, now: int
) -> None:  # fmt: skip
    """Do what a step wants of the links.

    Raises:
        StoreError: the code was used meanwhile, or the employee is not on the list any more.
    """
    address, person = waiting.address_id, waiting.person_id
    if isinstance(effect, CountTry):
        named = _named_hash(addresses, effect.named) if effect.named else None
        db.execute(sql.COUNT_TRY, (address, named, now))
    elif isinstance(effect, CountReach):
        db.execute(sql.COUNT_REACH, (effect.circle, now - now % _DAY, effect.way, effect.is_new))
    elif isinstance(effect, SettlePost):
        db.execute(sql.SETTLE_POST, (person, effect.over))
    elif isinstance(effect, LinkPerson):
        _link(db, waiting, effect, now)
    elif isinstance(effect, SpeakFor):
        _speak_for(db, address, effect.employee, now)
    elif isinstance(effect, UnlinkPerson):
        unlink(db, address, person, now)
        audit(db, f"person:{person}", "unlink", "", now)
    else:
        unlink_chats(db, person, address, effect.news, now)
        audit(db, f"person:{person}", "unlink others", "", now)


def unlink(db: sqlite3.Connection, address: int, person: int, now: int, *, takes_along: bool = True) -> int:
    """The chat is its own person's again, who is returned (0: it was not linked to this one).

    `takes_along`: what was told goes with the chat; it stays too where others speak for the employee.
    """
    speaks_for = db.execute(sql.SPEAKS_FOR, (address,)).fetchone()[0] == person
    found = db.execute(sql.OWN_OF, (address, person)).fetchone()
    if found is None and speaks_for:
        found = db.execute(sql.NEW_PERSON, (now,)).fetchone()
    if found is None:
        return 0
    own = int(found[0])
    if speaks_for:
        _leave_queue(db, address, now)
    (is_spoken_for,) = db.execute(sql.IS_SPOKEN_FOR, (address, person)).fetchone()
    if takes_along:
        db.execute(sql.COPY_PROFILE, (address, person, own))
        db.execute(sql.MERGE_SAID, (person, own))
        if not is_spoken_for:
            db.execute(sql.MOVE_SAID_BEFORE, (person, own))
    for statement in sql.LEAVE:
        db.execute(statement, (address, person, own))
    if not is_spoken_for:
        _forget_told(db, person)
    for one in (person, own):
        db.execute(sql.OWN_TICKET, (one,))
        db.execute(sql.STALE, (one,))
    return own


def unlink_chats(db: sqlite3.Connection, person: int, but: int, news: Reply, now: int) -> int:
    """All chats linked to an employee are unlinked but one (0: none), and told so; return how many.

    What was told stays with the employee: nobody knows whose these chats are.
    """
    chats = [row[0] for row in db.execute(sql.LINKED_CHATS, (person,)) if row[0] != but]
    for address in chats:
        (speaks_for,) = db.execute(sql.SPEAKS_FOR, (address,)).fetchone()
        unlink(db, address, person, now, takes_along=False)
        if speaks_for == person:
            db.execute(sql.NEWS, (address, reply_to_json(news), now))
    return len(chats)


def forget_links(db: sqlite3.Connection, person: int, keep_opt_out: bool, now: int) -> None:
    """Whoever is erased is linked to nobody; of others whom only these chats spoke for, what was told goes too."""
    if not db.execute(sql.IS_LISTED, (person,)).fetchone()[0]:
        return
    for (address,) in db.execute(sql.LINKED_CHATS, (person,)).fetchall():
        (speaks_for,) = db.execute(sql.SPEAKS_FOR, (address,)).fetchone()
        own = unlink(db, address, person, now, takes_along=False)
        if speaks_for != person:  # somebody else has the phone now
            continue
        db.execute(sql.EMPTY, (own, keep_opt_out))
        for other, _ in db.execute(sql.LINKS_OF_CHAT, (address,)).fetchall():
            (is_spoken_for,) = db.execute(sql.IS_SPOKEN_FOR, (address, other)).fetchone()
            if not is_spoken_for:
                _forget_told(db, other)
        db.execute(sql.DROP_LINKS, (address,))


def _link(db: sqlite3.Connection, waiting: Waiting, effect: LinkPerson, now: int) -> None:
    address, before, employee = waiting.address_id, waiting.person_id, effect.employee
    if not db.execute(sql.IS_LISTED, (employee,)).fetchone()[0]:
        raise StoreError("the employee is not on the list any more")
    if effect.code and not db.execute(sql.USE_CODE, (effect.code, now, employee)).rowcount:
        raise StoreError("the code was used meanwhile")
    _leave_queue(db, address, now)
    own = before
    if db.execute(sql.IS_LISTED, (before,)).fetchone()[0]:  # another employee of the same phone
        found = db.execute(sql.OWN, (address,)).fetchone() or db.execute(sql.NEW_PERSON, (now,)).fetchone()
        own = int(found[0])
    else:
        for statement in sql.MERGE:
            db.execute(statement, (before, employee))
        db.execute(sql.OPENED, (employee, before))
        db.execute(sql.EMPTY, (before, False))
    db.execute(sql.LINK, (address, employee, own, effect.way, now))
    db.execute(sql.SPEAK_FOR, (address, employee))
    db.execute(common.SAVE_PROFILE, (*_columns(effect.profile), employee))
    db.execute(sql.OPENED, (employee, own))
    db.execute(sql.OWN_TICKET, (employee,))
    db.execute(sql.STALE, (employee,))
    if effect.told_circle:
        db.execute(sql.TOLD_ELSEWHERE, (employee, effect.told_circle))
    for (other,) in db.execute(sql.OTHER_CHATS, (employee, address)).fetchall():
        db.execute(sql.NEWS, (other, reply_to_json(effect.news), now))
    audit(db, f"person:{employee}", "link", effect.way, now)


def _speak_for(db: sqlite3.Connection, address: int, employee: int, now: int) -> None:
    if db.execute(sql.OWN_OF, (address, employee)).fetchone() is None:
        raise StoreError("the chat was unlinked meanwhile")
    _leave_queue(db, address, now)
    db.execute(sql.SPEAK_FOR, (address, employee))


def _leave_queue(db: sqlite3.Connection, address: int, now: int) -> None:
    """What waits in bulk for the chat was meant for whom it spoke for until now."""
    db.execute(sql.LOSE_IN_FLIGHT, (address, now))
    db.execute(sql.DROP_WAITING, (address, now))


def _forget_told(db: sqlite3.Connection, person: int) -> None:
    """Nobody speaks for the employee any more: of what was told nothing stays with the list."""
    db.execute(sql.EMPTY, (person, False))
    db.execute(sql.NEVER_OPENED, (person,))
    db.execute(common.FORGET_SAID, (person,))
    db.execute(common.FORGET_SAID_BEFORE, (person,))
    db.execute(sql.UNSETTLE, (person,))
    db.execute(facts_sql.CHANGED, (to_json([person]),))


def _employee(row: list[Any]) -> Employee:
    person, employee_id, post, meanings, is_unknown, list_, three, written, settled, circle = row[:10]
    language, told, told_list, told_three, told_circle, is_off, chats = row[10:]
    profile = Person(language, told, told_list, told_three, told_circle, bool(is_off))
    reported = Post(post, tuple(meanings or ()), bool(is_unknown), list_, three)
    return Employee(person, employee_id[-_HINT:], reported, written, settled, circle, profile, chats)


def _columns(person: Person) -> tuple[str | bool | None, ...]:
    return (person.language, person.designation, person.curriculum, person.syllabus, person.circle,
            person.messages_off)  # fmt: skip


def hash_of_code(addresses: Addresses, code: str) -> str:
    """The hash of a one-time code for linking, however it is typed."""
    return addresses.hash_code(f"link {code}")


def _named_hash(addresses: Addresses, named: str) -> str:
    return addresses.hash("link", named.upper())
