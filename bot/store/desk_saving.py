"""What persons' turns and the desk's steps change in the tables of the desk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from bot.store import desk_statements as sql
from bot.store import staff_statements as staff_sql
from bot.store import statements as common
from bot.store.database import StoreError
from bot.store.desk_rows import entry_values, ticket_values
from bot.store.reply_json import reply_to_json
from bot.store.rows import Turn, Waiting
from handlers.desk_step import DeskStep, Grant, NewEntry
from handlers.effects import EditEntry, KeepEntry, SaveTicket
from handlers.ticket import Media
from knowledge.json_text import to_json

_PAGE = "page:"


def save_turns(db: sqlite3.Connection, turns: Sequence[Turn], now: int) -> None:
    """Apply what the persons' steps want of the desk, of the whole batch at once; the clock looks at it at once."""
    wanted = [(turn.waiting, effect) for turn in turns for effect in turn.effects]
    saved = [(one, effect.ticket) for one, effect in wanted if isinstance(effect, SaveTicket)]
    kept = [(one, effect.entry) for one, effect in wanted if isinstance(effect, KeepEntry)]
    edited = [(one, effect) for one, effect in wanted if isinstance(effect, EditEntry)]
    if saved:
        _save_tickets(db, [ticket_values(ticket, one.person_id, one.address_id) for one, ticket in saved], now)
    if kept:
        _keep_entries(db, [(entry, one.address_id) for one, entry in kept], now)
    for one, edit in edited:
        db.execute(sql.EDIT_WRITTEN, (edit.text, edit.ticket, edit.message, one.address_id))
    touched = {ticket.id for _, ticket in saved}
    touched |= {entry.ticket for _, entry in kept} | {edit.ticket for _, edit in edited}
    if touched:
        db.execute(sql.LOOKS, (to_json([(ticket, now) for ticket in touched]),))


def save_step(db: sqlite3.Connection, step: DeskStep, now: int, waiting: Waiting | None) -> None:
    """Save a step of the desk, and that the update it came from is done.

    Raises:
        StoreError: its invitation is not good any more.
    """
    if step.grant is not None:
        _grant(db, step.grant, waiting, now)
    for group in step.gone:
        db.execute(staff_sql.UNLINK_GROUP, (group.address, now))
        lose_chat(db, group.address, now)
        db.execute(common.BLOCK_REST, (now, group.address))
    if step.tickets:
        _save_tickets(db, list(map(ticket_values, step.tickets)), now)
    looks = {ticket.id: now for ticket in step.tickets} | dict(step.looks)
    if looks:
        db.execute(sql.LOOKS, (to_json(list(looks.items())),))
    address = waiting.address_id if waiting else None
    entries = _keep_entries(db, [(entry, address) for entry in step.entries], now) if step.entries else 0
    for entry, text in step.edited:
        db.execute(sql.EDIT_ENTRY, (text, entry))
    _post(db, step, entries, now)
    if step.audits:
        audits = [(one.actor, one.action, one.ticket, one.details) for one in step.audits]
        db.execute(sql.KEEP_AUDITS, (to_json(audits), now))
    if step.moved is not None:
        for statement in sql.MOVE:
            db.execute(statement, step.moved)
    if waiting is not None:
        db.execute(common.DONE, (to_json([waiting.inbox_id]),))


def lose_chat(db: sqlite3.Connection, address: int, now: int) -> None:
    """A chat cannot be written to: the tickets that stand there need another one. Others are left alone."""
    db.execute(sql.LOSE_CHAT[0], (address,))
    db.execute(sql.LOSE_CHAT[1], (address, now))


def forget_tickets(db: sqlite3.Connection, person_id: int, now: int) -> None:
    """Close a person's tickets and take every word out of them."""
    for statement in sql.FORGET_TICKETS:
        db.execute(statement, (person_id,))
    db.execute(sql.CLOSE_FORGOTTEN, (person_id, now))


def _save_tickets(db: sqlite3.Connection, rows: Sequence[tuple[Any, ...]], now: int) -> None:
    db.execute(sql.SAVE_TICKETS, (to_json(rows), now))
    db.execute(sql.TICKETS_OF_PERSONS, (to_json([row[0] for row in rows]),))


def _keep_entries(db: sqlite3.Connection, entries: Sequence[tuple[NewEntry, int | None]], now: int) -> int:
    """Keep them and return the id of the first; the others follow it."""
    first = int(db.execute(sql.LAST_ID, ("entry",)).fetchone()[0]) + 1
    rows = [entry_values(first + at, entry, address) for at, (entry, address) in enumerate(entries)]
    db.execute(sql.KEEP_ENTRIES, (to_json(rows), now))
    held = [(_upload(entry.media), entry.ticket) for entry, _ in entries if entry.media]
    if any(upload for upload, _ in held):
        db.execute(sql.HOLD_ATTACHMENTS, (to_json(held),))
    return first


def _upload(media: Media) -> int | None:
    number = media.ref.removeprefix(_PAGE)
    return int(number) if number != media.ref and number.isdecimal() else None


def _post(db: sqlite3.Connection, step: DeskStep, entries: int, now: int) -> None:
    if not step.posts:
        return
    first = int(db.execute(sql.LAST_ID, ("outbox",)).fetchone()[0]) + 1
    rows, carried = [], []
    for row, post in enumerate(step.posts, start=first):
        reply = post.reply
        rows.append((row, post.address, reply_to_json(reply), post.ticket, reply.edits, reply.answers))
        carried += [(row, entry, post.address, bool(reply.edits)) for entry in _carried(post.carries, entries)]
    db.execute(sql.PUT_POSTS, (to_json(rows), now))
    shown = [entry for post in step.posts for entry in _carried(post.shows, entries)]
    if shown:
        db.execute(sql.SHOWN_TO_STAFF, (to_json(shown),))
    if carried:
        db.execute(sql.CARRIED_TO_PERSON, (to_json(carried),))
        db.execute(sql.CARRIED_TO_STAFF, (to_json(carried),))


def _carried(carries: Iterable[int], first: int) -> Iterable[int]:
    """Ids of entries; those of the step itself are named by -1 - place."""
    return (first - 1 - one if one < 0 else one for one in carries)


def _grant(db: sqlite3.Connection, grant: Grant, waiting: Waiting | None, now: int) -> None:
    """The sender becomes a member, or the chat a group; nobody else may use the code from here on."""
    if waiting is None:
        raise StoreError("a grant belongs to the message that carried its code")
    if not db.execute(staff_sql.USE_INVITATION, (grant.invitation, now, waiting.address_id)).rowcount:
        raise StoreError(f"invitation {grant.invitation} is not good any more")
    person, address, circle = waiting.person_id, waiting.address_id, grant.circle
    if grant.kind == "group":
        db.execute(staff_sql.LINK_GROUP, (address, circle, grant.language, person, now))
        db.execute(staff_sql.SHOW_IN_GROUP, (circle, now))
    else:
        db.execute(staff_sql.NEW_MEMBER, (person, address, grant.role, circle, now, grant.invitation))
