"""How the contract tests use the desk's part of a store."""

from __future__ import annotations

from itertools import count
from typing import Any

from msgspec.structs import replace

from bot.store.base import Store
from bot.store.rows import Outcome, Outgoing, Settled, Turn, Waiting
from handlers.desk_step import DeskStep, Grant, NewEntry, Post
from handlers.effects import Effect, KeepEntry, SaveTicket
from handlers.ticket import By, Level, Member, Role, State, Ticket
from tests.store.using import NOW, claim, reply, update

#: Updates of these helpers, apart from the tests' own.
_NUMBERS = count(1000)


async def came(store: Store, chat: str = "7", body: str = "x") -> Waiting:
    """Receive something of a chat and return it as what waits."""
    await store.receive([update(next(_NUMBERS), chat, body)], NOW)
    (waiting,) = await store.next_turn(9)
    return waiting


async def turn(store: Store, waiting: Waiting, *effects: Effect, now: int = NOW) -> None:
    await store.save_turn([Turn(waiting, waiting.session, (), effects)], now)


def new_ticket(number: int, circle: str | None = "delhi", **more: Any) -> Ticket:
    """As a person's step opens it: it does not know yet whose it is."""
    plain = Ticket(
        id=number,
        person=0,
        address=0,
        circle=circle,
        language="hi",
        designation="mts",
        topics=("otp", "login"),
        path=("login/method", "login/otp=no"),
        evidence=(("mobile", "sekret 98"), ("since", "⟨yesterday⟩")),
        state=State.OPEN,
        level=Level.CIRCLE,
        opened_at=NOW,
        queued_at=NOW,
        person_wrote_at=NOW,
    )
    return replace(plain, **more)


async def opened(store: Store, chat: str = "7", *texts: str, **more: Any) -> Ticket:
    """Let a person open a ticket with some words; their later turns see it as it is returned."""
    waiting = await came(store, chat)
    ticket = new_ticket(waiting.inbox_id, **more)
    entries = (KeepEntry(NewEntry(ticket.id, By.PERSON, text, message=f"m-{text}")) for text in texts)
    await turn(store, waiting, SaveTicket(ticket), *entries)
    return replace(ticket, person=waiting.person_id, address=waiting.address_id)


async def wrote(store: Store, ticket: Ticket, text: str, chat: str = "7", now: int = NOW) -> None:
    """Add something that the person wrote."""
    entry = NewEntry(ticket.id, By.PERSON, text, message=f"m-{text}")
    await turn(store, await came(store, chat), KeepEntry(entry), now=now)


async def invited(store: Store, code: str, role: Role | None = Role.HELPDESK, circle: str | None = "delhi",
                  expires_at: int = NOW + 60, member: int | None = None) -> int:  # fmt: skip
    """Make a code: for a role, or without one for a group."""
    kind = "role" if role else "group"
    hashed = store.hash_code(code)
    return await store.invite(kind, role, circle, hashed, expires_at, "command line", NOW, member)  # type: ignore[arg-type]


async def hired(store: Store, chat: str, role: Role = Role.HELPDESK, circle: str | None = "delhi") -> Member:
    """Make the person of a chat a member."""
    waiting = await came(store, chat)
    id_ = await invited(store, f"{chat}-{role}-{circle}", role, circle)
    await store.save_desk(DeskStep(grant=Grant(id_, "role", role, circle)), NOW, waiting)
    return (await store.staff())[-1]


async def linked(store: Store, chat: str = "-100", circle: str | None = "delhi") -> Waiting:
    """Make a chat a staff chat; return what was written in it."""
    waiting = await came(store, chat)
    id_ = await invited(store, f"{chat}-{circle}", None, circle)
    await store.save_desk(DeskStep(grant=Grant(id_, "group", None, circle)), NOW, waiting)
    return waiting


def post(address: int, text: str, ticket: int, *carries: int, **more: Any) -> Post:
    return Post(address, replace(reply(text), **more), ticket, carries)


async def sent(store: Store, *platform_ids: str) -> list[Outgoing]:
    """Send what can be sent, each row under the platform's id given for it."""
    rows = await claim(store)
    assert len(rows) == len(platform_ids)
    outcomes = (Settled(row, Outcome.SENT, id_) for row, id_ in zip(rows, platform_ids, strict=True))
    await claim(store, *outcomes, limit=0)
    return rows


async def after(store: Store, chat: str = "7") -> Waiting:
    """What the person's next turn would see; the turn is taken."""
    waiting = await came(store, chat)
    await turn(store, waiting)
    return waiting
