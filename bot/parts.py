"""Parts of the assistant that hang on the settings: the channels, where files come from, the web pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.channels.base import Channel
from bot.channels.web import WebChannel
from bot.clock import Clock
from bot.imports.jobs import ImportJobs
from bot.inbox import Inbox
from bot.made_files import MadeFiles
from bot.reporting import Reporting
from bot.settings import Settings
from bot.store.addresses import Key
from bot.store.base import Store
from bot.web.attachments import OF_THE_STORE, Attachments
from bot.web.desk import DeskPage
from bot.web.desk_imports import DeskImports
from bot.web.invite_page import InvitePage
from bot.web.page import ChatPage
from handlers.made import is_made
from knowledge.library import Library

if TYPE_CHECKING:
    from bot.telegram_link import TelegramLink

#: Gives the bytes behind an attachment's reference, for the chat with that key.
FileOf = Callable[[str, Key], Awaitable[bytes | None]]


def page_of(
    web: WebChannel, inbox: Inbox, store: Store, attachments: Attachments, current: Callable[[], Library],
    clock: Clock, imports: ImportJobs, reporting: Reporting, home: Callable[[], str],
) -> ChatPage:  # fmt: skip
    """The chat page, and the desk's beside it. `home`: where people find the assistant ("": not known)."""
    cell = DeskImports(imports, store, current, clock.seconds)
    invites = InvitePage(store, attachments, current, home, clock.seconds)
    helpdesk = DeskPage(inbox, store, attachments, current, clock, cell, invites, reporting)
    return ChatPage(web, inbox, store, attachments, lambda: current().catalogue.texts, clock, helpdesk.routes())


def channels_of(
    settings: Settings, web: WebChannel, telegram: TelegramLink | None
) -> tuple[dict[tuple[str, str], Channel], dict[str, float]]:
    """All channels, and the pace of the bulk messages of those that have one."""
    channels: dict[tuple[str, str], Channel] = {(web.name, web.bot_id): web}
    if telegram is None:
        return channels, {}
    key = telegram.channel.name, telegram.channel.bot_id
    return channels | {key: telegram.channel}, {":".join(key): settings.telegram_bulk_rate}


def telegram_of(settings: Settings, library: Library, file: FileOf, retry_pause: float) -> TelegramLink | None:
    """The link to Telegram, where there is a token."""
    if settings.telegram_bot_token is None:
        return None
    # The library imports httpx, and httpx its own command line where it can: 5 MB and a tenth of a second.
    # And 9 MB to read passports, which nobody sends.
    with _without("httpx._main"), _without("cryptography"), _without_certificates():
        from bot.telegram_link import TelegramLink  # a fifth of the start-up time: only where it is used

    return TelegramLink(settings, library.catalogue.texts, file, retry_pause)


@contextmanager
def _without(module: str) -> Iterator[None]:
    """Let what is imported meanwhile do without a module that it could use; what is imported already stays."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[module]


@contextmanager
def _without_certificates() -> Iterator[None]:
    """Let aiohttp, imported meanwhile, read no certificates for its own contexts: a tenth of a second, and 3 MB.

    Those contexts then trust nobody; the link reads the machine's certificates for its own, where it needs any.
    """
    names = ("SSL_CERT_FILE", "SSL_CERT_DIR")
    before = {name: os.environ[name] for name in names if name in os.environ}
    os.environ.update(dict.fromkeys(names, os.devnull))
    try:
        yield
    finally:
        for name in names:
            del os.environ[name]
        os.environ.update(before)


def file_of(store: Store, made: MadeFiles) -> FileOf:
    """How a channel gets the bytes of what it sends: made for that chat, or an upload that it sends on."""

    async def file(ref: str, key: Key) -> bytes | None:
        if is_made(ref):
            return await made.make(ref, key)
        kept = await store.attachment(int(ref.removeprefix(OF_THE_STORE)))
        return kept.data if kept else None

    return file
