"""Who works at the desk: invitations, roles, and who is signed in at its page."""

from __future__ import annotations

import sqlite3

from bot.store import desk_statements as sql
from bot.store import staff_statements as staff_sql
from bot.store.addresses import Addresses
from bot.store.desk_reading import read_invitation
from bot.store.desk_rows import member_of
from handlers.desk_scene import Invitation
from handlers.ticket import Member
from knowledge.json_text import from_json, to_json

_DAY = 86_400
#: Seconds: a session unused for so long has ended, one so old has too; how exactly its use is recorded.
IDLE, OLDEST, _EXACT = 7 * _DAY, 30 * _DAY, 60
#: The channel and the bot of those who work at the page only.
_DESK = ("desk", "page")


def revoke(db: sqlite3.Connection, member_id: int, actor: str, now: int) -> bool:
    """End a role; False where it was ended already."""
    if not db.execute(staff_sql.REVOKE_MEMBER, (now, member_id)).rowcount:
        return False
    sessions, invitations, tickets = staff_sql.REVOKED
    db.execute(sessions, (member_id,))
    db.execute(invitations, (member_id, now))
    db.execute(tickets, (member_id, now))
    audit(db, actor, "revoke", f"member:{member_id}", now)
    return True


def sign_in(db: sqlite3.Connection, addresses: Addresses, code_hash: str, session: str, now: int) -> Member | None:
    """Use a code at the page; None where it is not good, or not for this."""
    invitation = read_invitation(db, code_hash, now)
    if invitation is None or invitation.kind != "role":
        return None
    if invitation.member is not None:
        member = read_member(db, invitation.member)
    else:
        member = _new_member(db, addresses, invitation, now)
    if member is None:
        return None
    db.execute(staff_sql.USE_INVITATION, (invitation.id, now, member.address))
    db.execute(staff_sql.OPEN_SESSION, (session, member.id, now))
    audit(db, f"member:{member.id}", "sign-in", f"invitation:{invitation.id}", now)
    return member


def member_of_session(db: sqlite3.Connection, session: str, now: int) -> Member | None:
    """Who is signed in; that the session is used is written once a minute at most."""
    row = db.execute(staff_sql.SESSION, (session, now - IDLE, now - OLDEST)).fetchone()
    if row is None:
        return None
    member_id, last_at = row
    if now - last_at >= _EXACT:
        db.execute(staff_sql.SESSION_USED, (now, session))
    return read_member(db, member_id)


def read_member(db: sqlite3.Connection, id_: int) -> Member | None:
    """An active member."""
    row = db.execute(staff_sql.ONE_MEMBER, (id_,)).fetchone()
    return member_of(from_json(row[0])) if row else None


def audit(db: sqlite3.Connection, actor: str, action: str, details: str, now: int) -> None:
    """Keep what was done to the desk itself."""
    db.execute(sql.KEEP_AUDITS, (to_json([(actor, action, 0, details)]), now))


def _new_member(db: sqlite3.Connection, addresses: Addresses, invitation: Invitation, now: int) -> Member | None:
    """Somebody who works at the page only: a person and an address of their own, without a name."""
    key = (*_DESK, f"invitation-{invitation.id}")
    address = addresses.ids(db, [key], now)[key]
    _, person = db.execute(sql.ADDRESS, key).fetchone()
    values = (person, address, invitation.role, invitation.circle, now, invitation.id)
    return read_member(db, int(db.execute(staff_sql.NEW_MEMBER, values).lastrowid or 0))
