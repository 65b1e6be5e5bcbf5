"""What an action of a cell changes in the tables, in one transaction; and the message that tells how far one is."""

from __future__ import annotations

import sqlite3

from msgspec.structs import replace

from bot.store import cast_feeding as feeding
from bot.store import cast_statements as sql
from bot.store import desk_statements as desk_sql
from bot.store.addresses import Addresses
from bot.store.cast_rows import Going
from bot.store.database import rows_of
from bot.store.desk_saving import save_step
from bot.store.reply_json import reply_to_json
from bot.store.rows import Waiting
from handlers.cell_draft import draft_to_json
from handlers.cell_step import NEW_NUMBER, CellScene, CellStep, NewList
from handlers.desk_step import Post
from handlers.link_words import mobile_of
from handlers.messages import Reply
from knowledge.json_text import to_json


def save_cell(
    db: sqlite3.Connection, addresses: Addresses, scene: CellScene, step: CellStep, now: int, waiting: Waiting | None
) -> int:
    """Save a step, and that the update it came from is done; return the number of a new broadcast or list (0: none)."""
    number = 0
    if step.confirmed is not None:
        number = feeding.keep_cast(db, step.confirmed, now)
    elif step.new_list is not None:
        number, _ = keep_list(db, addresses, scene.member.id, scene.member.circle, step.new_list, now)
    _change(db, scene, step, now)
    if step.draft is not None:
        audience = step.draft.audience.replace(NEW_NUMBER, str(number)) if step.new_list else step.draft.audience
        state = draft_to_json(replace(step.draft, audience=audience))
        db.execute(sql.KEEP_TALK, (scene.member.id, scene.address, "cast", state, now))
    elif step.ends:
        db.execute(sql.END_TALK, (scene.member.id, scene.address))
    desk = step.desk
    if step.confirmed is not None:
        desk = replace(desk, posts=tuple(_numbered(post, number) for post in desk.posts))
    if number:
        named = (replace(one, details=f"{number} {one.details}".strip()) for one in desk.audits)
        desk = replace(desk, audits=tuple(named))
    save_step(db, desk, now, waiting)
    return number


def _numbered(post: Post, number: int) -> Post:
    """The new broadcast's number where its place is held: in buttons and texts."""
    choices = tuple(replace(one, argument=one.argument.replace(NEW_NUMBER, str(number))) for one in post.reply.choices)
    lines = tuple(
        replace(one, params=tuple((name, number if value == NEW_NUMBER else value) for name, value in one.params))
        for one in post.reply.lines
    )
    return replace(post, reply=replace(post.reply, lines=lines, choices=choices))


def _change(db: sqlite3.Connection, scene: CellScene, step: CellStep, now: int) -> None:
    """What it changes of a broadcast that is there, and of the kill switches."""
    if step.changed is not None:
        feeding.change_cast(db, step.changed)
    if step.takes_back is not None:
        feeding.take_back(db, *step.takes_back, now)
    if step.retries:
        db.execute(sql.RETRY, (step.retries, now))
    if step.stops is not None:
        circle, is_on = step.stops
        if is_on:
            feeding.stop(db, circle, f"member:{scene.member.id}", now)
        else:
            db.execute(sql.START, (circle,))


def show(db: sqlite3.Connection, going: Going, reply: Reply, text: str, last: Reply | None, now: int) -> bool:
    """Say how far a broadcast is, in the message that says it, and at its end (`last`) in a new one.

    False where the last word is still on its way.
    """
    cast = going.cast
    if going.shown_row and not db.execute(sql.IS_SHOWN, (going.shown_row, cast.address)).fetchone()[0]:
        return False
    row = int(db.execute(desk_sql.LAST_ID, ("outbox",)).fetchone()[0]) + 1
    if text != going.shown:
        body = reply_to_json(replace(reply, edits=going.shown_row))
        db.execute(sql.SHOW, (row, cast.address, body, going.shown_row, now))
    if last is not None:
        db.execute(sql.SHOW, (row + 1, cast.address, reply_to_json(last), 0, now))
    db.execute(sql.SHOWN, (cast.id, text, row, last is not None))
    return True


def keep_list(
    db: sqlite3.Connection, addresses: Addresses, member: int, circle: str | None, wanted: NewList, now: int
) -> tuple[int, int]:
    """Keep who is named: by employee id, e-mail or mobile, within the circle only when it is counted.

    Returns the list's number and how many people are on it.
    """
    keys = [key.strip() for key in wanted.keys]
    list_ = int(db.execute(sql.NEW_LIST, (member, circle, wanted.name, len(keys), now)).lastrowid or 0)
    emails = [addresses.keys.hash("email", key.lower()) for key in keys if "@" in key]
    mobiles = [addresses.keys.hash("mobile", mobile) for mobile in map(mobile_of, keys) if mobile]
    found = rows_of(db, sql.NAMED_PERSONS, to_json(keys), to_json(emails), to_json(mobiles))
    db.execute(sql.LISTED, (list_, to_json(found)))
    return list_, len(found)
