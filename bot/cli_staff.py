"""Commands about the staff: invite somebody or link a group, list and revoke, look at what was done."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from bot.clock import IST
from bot.settings import Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from bot.store.sqlite import SqliteStore
    from handlers.ticket import Role

T = TypeVar("T")

#: Letters and digits that are not taken for one another when a code is read out.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_CODE, _HOUR = 12, 3600
ACTOR = "command line"


def invite(
    role: Annotated[str | None, typer.Option(help="administrator, cell or helpdesk.")] = None,
    circle: Annotated[str | None, typer.Option(help="The circle, by any of its names.")] = None,
    central: Annotated[bool, typer.Option("--central", help="For all circles.")] = False,
    group: Annotated[bool, typer.Option("--group", help="A code that links a Telegram group.")] = False,
    member: Annotated[int | None, typer.Option(help="A new code for this member to sign in at the page.")] = None,
    hours: Annotated[int, typer.Option(min=1, max=720, help="How long the code is good.")] = 72,
) -> None:
    """Make a one-time code: for a role, for linking a group, or for signing in again."""
    if sum((role is not None, group, member is not None)) != 1:
        raise SettingsError("invite: give one of --role, --group and --member")
    if member is None and (circle is None) is not central:
        raise SettingsError("invite: give either --circle or --central")
    settings = load_settings()
    place = place_named(settings, circle) if circle else None
    wanted = _role(role) if role else None
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE))
    expires = now_seconds() + hours * _HOUR

    async def make(store: SqliteStore) -> None:
        known = {one.id: one for one in await store.staff()}
        if member is not None and member not in known:
            raise SettingsError(f"--member: {member} is no active member (see: staff)")
        kept, bound = known.get(member or 0), wanted or (known[member].role if member else None)
        at = kept.circle if kept else place
        await store.invite(
            "group" if group else "role", bound, at, store.hash_code(code), expires, ACTOR, now_seconds(), member
        )

    with_store(settings, make)
    shown = "-".join(code[at : at + 4] for at in range(0, _CODE, 4))
    print(f"code: {shown} (once, within {hours} hours)")
    for line in _ways(settings, code, group=group, is_again=member is not None):
        print(line)


def staff(
    revoke: Annotated[int | None, typer.Option(help="End this member's role; their requests go back.")] = None,
    revoke_invitation: Annotated[int | None, typer.Option(help="Make this code useless.")] = None,
) -> None:
    """List members and open invitations, or revoke one."""
    settings = load_settings()

    async def work(store: SqliteStore) -> None:
        if revoke is not None and not await store.revoke(revoke, ACTOR, now_seconds()):
            raise SettingsError(f"--revoke: {revoke} is no active member")
        if revoke_invitation is not None and not await store.revoke_invitation(revoke_invitation, ACTOR, now_seconds()):
            raise SettingsError(f"--revoke-invitation: {revoke_invitation} is no open invitation")
        for one in await store.staff():
            print(f"member {one.id}: {one.role.value}, {one.circle or 'central'}")
        for open_ in await store.invitations(now_seconds()):
            kind = open_.invitation.role.value if open_.invitation.role else "group"
            until = datetime.fromtimestamp(open_.expires_at, IST)
            where = open_.invitation.circle or "central"
            print(f"invitation {open_.invitation.id}: {kind}, {where}, good until {until:%Y-%m-%d %H:%M}")

    with_store(settings, work)


def with_store(settings: Settings, work: Callable[[SqliteStore], Awaitable[T]]) -> T:
    """Open the database, which brings it up to date, and do something with it."""
    from bot.data_key import data_key
    from bot.store.sqlite import SqliteStore

    async def run() -> T:
        store = SqliteStore(settings.database_path, data_key(settings))
        await store.open()
        try:
            return await work(store)
        finally:
            await store.close()

    return asyncio.run(run())


def place_named(settings: Settings, name: str) -> str:
    """The circle or office of that name.

    Raises:
        SettingsError: there is none, or there are several.
    """
    from bot.content import load_library

    found = load_library(settings.content_dir).places_in(name)
    if len(found) != 1:
        raise SettingsError(f"--circle: {name} is no circle or office that is known, or several")
    return found[0]


def _role(name: str) -> Role:
    from handlers.ticket import Role

    found = next((one for one in Role if one == name), None)
    if found is None:
        raise SettingsError(f"--role: must be one of {', '.join(one.value for one in Role)}")
    return found


def _ways(settings: Settings, code: str, *, group: bool, is_again: bool) -> list[str]:
    """How the code is used."""
    if group:
        return [f"in the group, as its administrator: /link {code}"]
    page = f"at the desk page: http://{settings.web_host}:{settings.web_port}/desk#{code}"
    if is_again:
        return [page]
    name = bot_name(settings)
    link = (
        f"on Telegram: https://t.me/{name}?start=inv-{code}" if name else f"on Telegram, to the bot: /start inv-{code}"
    )
    return [link, page]


def bot_name(settings: Settings) -> str | None:
    """The bot's name, where the platform says it."""
    if settings.telegram_bot_token is None:
        return None
    from telegram import Bot
    from telegram.error import TelegramError

    async def name() -> str | None:
        assert settings.telegram_bot_token is not None
        bot = Bot(settings.telegram_bot_token.get_secret_value(), base_url=f"{settings.telegram_api_url}/bot")
        try:
            async with bot:
                return bot.username
        except TelegramError:
            return None

    return asyncio.run(name())


def now_seconds() -> int:
    """Whole seconds since 1970."""
    from bot.clock import Clock

    return Clock().seconds()
