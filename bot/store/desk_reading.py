"""What the desk decides from, read from the tables: the scene of a staff action, the board of a look."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from bot.store import desk_statements as sql
from bot.store import staff_statements as staff_sql
from bot.store.addresses import Addresses
from bot.store.database import rows_of
from bot.store.desk_rows import entry_of, group_of, invitation_of, member_of, ticket_of
from bot.store.reply_json import reply_from_json
from handlers.desk_scene import Board, Invitation, Scene, Shown, Wanted
from handlers.ticket import Entry, Group, Member, State, Ticket
from knowledge.json_text import from_json, to_json

_ENTRIES, _QUEUE, _BOARD = 30, 50, 200


def read_scene(db: sqlite3.Connection, addresses: Addresses, address: int, wanted: Wanted, now: int) -> Scene:
    """Return the facts of what happened at an address. The new address of a moved group is made where it is unknown."""
    channel, bot_id, person = db.execute(sql.CHAT, (address,)).fetchone()
    groups, staff = read_groups(db), read_staff(db)
    group = next((one for one in groups if one.address == address), None)
    user, user_person = address, person
    if wanted.user:
        user, user_person = db.execute(sql.ADDRESS, (channel, bot_id, wanted.user)).fetchone() or (0, 0)
    elif group is not None:
        user, user_person = 0, 0  # written in the name of the group: nobody knows by whom
    members = tuple(one for one in staff if one.person == user_person)
    entry = _written(db, address, wanted)
    ticket = _wanted_ticket(db, address, wanted, entry)
    moved = (channel, bot_id, wanted.moved_to)
    return Scene(
        address=address,
        person=person,
        user=user,
        group=group,
        members=members,
        ticket=ticket,
        entries=read_entries(db, ticket.id, _ENTRIES) if ticket else (),
        entry=entry,
        queue=_queue(db, group, members),
        groups=groups,
        staff=staff,
        invitation=read_invitation(db, addresses.hash_code(wanted.code), now) if wanted.code else None,
        moved_to=addresses.ids(db, [moved], now)[moved] if wanted.moved_to else 0,
        cards=_cards(db, ticket.id) if ticket else {},
    )


def read_board(db: sqlite3.Connection, now: int) -> Board:
    """Return the tickets whose look is due, with what their looks are decided from."""
    tickets = tuple(map(ticket_of, rows_of(db, sql.DUE, now, _BOARD)))
    if not tickets:
        return Board(())
    ids = to_json([ticket.id for ticket in tickets])
    return Board(
        tickets,
        _by_ticket(rows_of(db, sql.UNPOSTED, ids)),
        _by_ticket(rows_of(db, sql.EDITED, ids)),
        {one.id: read_entries(db, one.id, _ENTRIES) for one in tickets if one.state != State.CLOSED},
        read_groups(db),
        who_can_be_written_to(db),
        dict(db.execute(sql.BUSY, (now - 60,)).fetchall()),
        dict(db.execute(sql.LAST_POSTS, (ids,)).fetchall()),
    )


def read_groups(db: sqlite3.Connection) -> tuple[Group, ...]:
    """All linked chats that can be written to."""
    return tuple(map(group_of, rows_of(db, staff_sql.GROUPS)))


def read_staff(db: sqlite3.Connection) -> tuple[Member, ...]:
    """All active members, the longest active first."""
    return tuple(map(member_of, rows_of(db, staff_sql.MEMBERS)))


def who_can_be_written_to(db: sqlite3.Connection) -> tuple[Member, ...]:
    """All active members; those of the desk page, and who blocked the bot, without an address."""
    away = {row[0] for row in db.execute(staff_sql.WITHOUT_CHAT)}
    return tuple(replace(one, address=0) if one.address in away else one for one in read_staff(db))


def read_ticket(db: sqlite3.Connection, id_: int) -> Ticket | None:
    """A ticket by its number."""
    row = db.execute(sql.ONE_TICKET, (id_,)).fetchone()
    return ticket_of(from_json(row[0])) if row else None


def read_entries(db: sqlite3.Connection, ticket: int, limit: int) -> tuple[Entry, ...]:
    """The newest of a ticket, oldest first."""
    return tuple(map(entry_of, rows_of(db, sql.NEWEST_ENTRIES, ticket, limit)))


def read_invitation(db: sqlite3.Connection, code_hash: str, now: int) -> Invitation | None:
    """The one that a code is good for."""
    row = db.execute(staff_sql.GOOD_INVITATION, (code_hash, now)).fetchone()
    return invitation_of(from_json(row[0])) if row else None


def _written(db: sqlite3.Connection, address: int, wanted: Wanted) -> Entry | None:
    """The entry that is changed: by its id, or by the message that made it."""
    if wanted.entry:
        row = db.execute(sql.ONE_ENTRY, (wanted.entry, wanted.ticket)).fetchone()
    else:
        row = db.execute(sql.WRITTEN, (address, wanted.message)).fetchone() if wanted.message else None
    return entry_of(from_json(row[0])) if row else None


def _wanted_ticket(db: sqlite3.Connection, address: int, wanted: Wanted, entry: Entry | None) -> Ticket | None:
    """The one that is named; else that of the message replied to; else that of the message that was changed."""
    if wanted.ticket:
        return read_ticket(db, wanted.ticket)
    if wanted.answered:
        row = db.execute(sql.ANSWERED, (address, wanted.answered)).fetchone()
        row = row or db.execute(sql.ANSWERED_PART, (address, wanted.answered)).fetchone()
        if row:
            return read_ticket(db, row[0])
    return read_ticket(db, entry.ticket) if entry else None


def _cards(db: sqlite3.Connection, ticket: int) -> dict[int, Shown]:
    rows = db.execute(sql.CARDS, (ticket,)).fetchall()
    return {address: Shown(row, message, reply_from_json(body)) for address, row, message, body in rows}


def _queue(db: sqlite3.Connection, group: Group | None, members: Iterable[Member]) -> tuple[Ticket, ...]:
    """In a group only its own circle's, for whoever has a role there; central covers all."""
    circles = {member.circle for member in members}
    if group is not None:
        circles = {group.circle} if circles & {group.circle, None} else set()
    if not circles:
        return ()
    named = to_json(sorted(circle for circle in circles if circle))
    return tuple(map(ticket_of, rows_of(db, sql.QUEUE, named, None in circles, _QUEUE)))


def _by_ticket(rows: Iterable[list[Any]]) -> dict[int, tuple[Entry, ...]]:
    found: dict[int, tuple[Entry, ...]] = {}
    for entry in map(entry_of, rows):
        found[entry.ticket] = (*found.get(entry.ticket, ()), entry)
    return found
