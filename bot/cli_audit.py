"""`audit`: what staff did, as the append-only table has it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_options import day_named
from bot.cli_staff import with_store
from bot.clock import IST, began
from bot.settings import load_settings

if TYPE_CHECKING:
    from bot.store.desk_rows import Audited
    from bot.store.sqlite import SqliteStore


def audit(
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help="How many, newest first.")] = 50,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day on (YYYY-MM-DD).")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day.")] = None,
    actor: Annotated[str | None, typer.Option(help='Of one: "member:7", "command line", "clock", "person:3".')] = None,
    action: Annotated[str | None, typer.Option(help="Only this: export, unmask, claim, digest, …")] = None,
    request: Annotated[int | None, typer.Option(help="Only of this request.")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON line for each action.")] = False,
) -> None:
    """Show what staff did: who, what, on which request, when, how many."""
    from bot.store.desk_rows import AuditFilter

    since, until = _start("--from", first), _start("--to", last, after=1)
    among = AuditFilter(since, until, actor, action, request)

    async def work(store: SqliteStore) -> None:
        found = await store.audits(limit + 1, among)
        for one in found[:limit]:
            print(_as_json(one) if jsonl else _as_text(one))
        if len(found) > limit and not jsonl:
            print(f"… and older ones (--limit, --from, --to); {limit} are shown")

    with_store(load_settings(), work)


def _as_text(one: Audited) -> str:
    at, ticket = datetime.fromtimestamp(one.at, IST), one.audit.ticket
    role = f" ({one.role}, {one.circle or 'central'})" if one.role else ""
    request = f" request {ticket}" if ticket else ""
    return f"{at:%Y-%m-%d %H:%M:%S} {one.audit.actor}{role}: {one.audit.action}{request} {one.audit.details}".rstrip()


def _as_json(one: Audited) -> str:
    audit = one.audit
    values = {
        "id": one.id,
        "at": datetime.fromtimestamp(one.at, UTC).isoformat(),
        "actor": audit.actor,
        "role": one.role or None,
        "circle": (one.circle or "central") if one.role else None,
        "action": audit.action,
        "request": audit.ticket or None,
        "details": audit.details,
    }
    return json.dumps(values, ensure_ascii=False)


def _start(option: str, text: str | None, after: int = 0) -> int | None:
    """The beginning of a day, or of the one so many days after, in seconds since 1970."""
    if text is None:
        return None
    return began(day_named(option, text) + timedelta(days=after))
