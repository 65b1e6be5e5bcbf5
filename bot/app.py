"""The wiring, in one place: `build(settings)` makes the parts, `App.run` starts, drains and stops them."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import uvicorn

from bot.bulk import in_turn
from bot.card_facts import card_facts
from bot.casting import Casting
from bot.cells import Cells
from bot.channels.base import Channel
from bot.channels.web import WebChannel
from bot.clock import Clock
from bot.content import load_library
from bot.data_key import data_key
from bot.delivery import Delivery
from bot.desk_loop import DeskLoop
from bot.exclusive import listen, only_one
from bot.imports.chats import ImportChats
from bot.imports.jobs import ImportJobs
from bot.inbox import Inbox
from bot.made_files import Facts, MadeFiles
from bot.moving import Moving
from bot.parts import channels_of, file_of, page_of, telegram_of
from bot.reminding import Reminding
from bot.reporting import Reporting
from bot.schedule import Schedule
from bot.settings import Settings
from bot.stopping import Server, first_to_end, stop_on_signals
from bot.store.base import Store
from bot.store.sqlite import SqliteStore
from bot.web.attachments import Attachments
from bot.web.gate import Gate
from bot.web.page import ChatPage
from knowledge.catalogue import Catalogue
from knowledge.library import Library
from knowledge.problems import ContentError

if TYPE_CHECKING:
    from bot.telegram_link import TelegramLink

log = logging.getLogger("dakpath")

#: A stop drains for at most this long; the platform delivers again what was not acknowledged.
_DRAIN = 6.0
_PURGE_EVERY = 6 * 3600.0
_TIDY_EVERY = 60.0
#: Seconds before a call to a platform that failed is tried again, unless the platform names a time itself.
_RETRY_PAUSE = 2.0
#: Bulk messages a second that are fed where no platform sets a pace.
_UNPACED = 100.0


@dataclass
class App:
    """All parts of a running assistant."""

    settings: Settings
    clock: Clock
    store: Store
    inbox: Inbox
    desk: DeskLoop
    reminding: Reminding
    moving: Moving
    casting: Casting
    reporting: Reporting
    delivery: Delivery
    page: ChatPage
    channels: dict[tuple[str, str], Channel]
    telegram: TelegramLink | None
    imports: ImportJobs
    import_chats: ImportChats
    library: Library = field(repr=False)
    announce: Callable[[str], None] = print
    _reloading: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    async def run(self, stop: asyncio.Event | None = None) -> None:
        """Serve until `stop` is set (without one: until SIGTERM or SIGINT; SIGHUP reads the content again).

        Raises:
            SettingsError: the port is taken, the database is in use, or the token is refused.
        """
        with only_one(self.settings.database_path):
            await self.store.open()
            self.imports.sweep()
            try:
                await self._recover()
                await self._serve(stop or stop_on_signals(self.reload))
            finally:
                await self.store.close()

    async def _recover(self) -> None:
        recovered = await self.store.recover(self.clock.seconds())
        if recovered.sent_once_more or recovered.given_up:
            log.warning(
                "replies in flight at the last stop, outcome unknown: %d are sent once more, %d are given up",
                recovered.sent_once_more,
                recovered.given_up,
            )

    async def _serve(self, stop: asyncio.Event) -> None:
        listening = listen(self.settings.web_host, self.settings.web_port)
        config = uvicorn.Config(
            self._web(),
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=2,
        )
        server = Server(config)
        schedule = Schedule(self.reminding.look, self.reporting.look, rate=self.clock.rate)
        background = [
            asyncio.create_task(self.inbox.run(), name="inbox"),
            asyncio.create_task(self.delivery.run(), name="delivery"),
            asyncio.create_task(self.desk.run(), name="desk"),
            asyncio.create_task(self.moving.run(), name="moves"),
            asyncio.create_task(self.casting.run(), name="broadcasts"),
            asyncio.create_task(schedule.run(), name="reminders"),
            asyncio.create_task(self._keep_house(), name="purge"),
        ]
        intake = [asyncio.create_task(server.serve([listening]), name="web")]
        link = self.telegram
        if link is not None:
            await link.open()
            intake.append(asyncio.create_task(link.run(self.inbox), name="telegram"))
        self._say_where(listening)
        try:
            await first_to_end([*background, *intake], stop)
        finally:
            server.should_exit = True
            self.page.close()
            await self.import_chats.close()
            await self.imports.close()
            await self._drain(background, intake)
            if link is not None:
                await link.close()

    async def reload(self) -> None:
        """Read the content again beside the talk; a faulty one is reported and the old stays."""
        async with self._reloading:
            try:
                self.library = await asyncio.to_thread(load_library, self.settings.content_dir)
            except ContentError as error:
                for problem in error.problems:
                    log.error("content: %s", problem)
                log.error("the content has %d problem(s): the old content stays", len(error.problems))
                return
            except Exception:
                log.exception("the content could not be read: the old content stays")
                return
        log.info("the content was read again")
        self.announce("The content was read again.")

    async def _keep_house(self) -> None:
        """Erase what is old, never by a moved clock, and what erased words left in the database's working files."""
        due = self.clock.monotonic()
        while True:
            try:
                if not self.clock.is_moved and self.clock.monotonic() >= due:
                    await self.store.purge(self.clock.seconds())
                    due = self.clock.monotonic() + _PURGE_EVERY
                await self.store.tidy()
            except Exception:
                log.exception("the store could not be tidied; it is tried again")
            await asyncio.sleep(_TIDY_EVERY)

    async def _drain(self, background: list[asyncio.Task[None]], intake: list[asyncio.Task[None]]) -> None:
        """Take in nothing more, answer what is stored, finish what is on the wire."""
        self.delivery.begin_no_bulk()
        for task in intake[1:]:
            task.cancel()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_DRAIN):
                await asyncio.gather(*intake, return_exceptions=True)
                background[0].cancel()
                await asyncio.gather(background[0], return_exceptions=True)
                await self.inbox.drain()
                self.delivery.look()
                await self.delivery.idle()
        for task in (*background, *intake):
            task.cancel()
        await asyncio.gather(*background, *intake, return_exceptions=True)

    def _web(self) -> Gate:
        hook, path = None, self.settings.webhook_path
        if self.telegram is not None and path is not None and self.settings.telegram_webhook_secret is not None:
            from bot.web.webhook import webhook

            hook = webhook(self.telegram.channel, self.inbox, self.settings.telegram_webhook_secret.get_secret_value())
        return Gate(self.page.app(), hook, path, self.settings.web_public)

    def _say_where(self, listening: socket.socket) -> None:
        host, port = listening.getsockname()[:2]
        self.announce(f"Chat page: http://{f'[{host}]' if ':' in host else host}:{port}")
        if self.clock.is_moved:
            self.announce(f"Rehearsal from {self.clock.now():%Y-%m-%d} on: database {self.settings.database_path}")
        if self.telegram is not None:
            way = "webhook" if self.settings.telegram_webhook_url else "polling"
            self.announce(f"Telegram: bot {self.telegram.channel.bot_id}, by {way}")


def build(
    settings: Settings, clock: Clock, announce: Callable[[str], None] = print, retry_pause: float = _RETRY_PAUSE,
    facts: Facts | None = None,
) -> App:  # fmt: skip
    """Make every part; nothing is opened yet. `retry_pause`: seconds before a failed call to Telegram is repeated.

    `facts` tells how far the person of a chat is, in place of the store. Raises ContentError, with every problem of
    the content, or SettingsError, where the key file cannot be used.
    """
    library = load_library(settings.content_dir)
    store, web = SqliteStore(settings.database_path, data_key(settings), settings.ticket_days), WebChannel()

    def current() -> Library:
        return app.library

    def catalogue() -> Catalogue:
        return app.library.catalogue

    imports = ImportJobs(settings)
    reporting = Reporting(store, current, clock, settings.content_dir, lambda: delivery.look_for_bulk())
    made = MadeFiles(facts or card_facts(store, catalogue, clock), catalogue, clock, problems=imports.problem_rows,
                     home=lambda: telegram.channel.home if telegram else "", reports=reporting.files)  # fmt: skip
    telegram = telegram_of(settings, library, file_of(store, made), retry_pause)
    channels, rates = channels_of(settings, web, telegram)
    fetch, routes = telegram.channel.fetch if telegram else None, list(map(":".join, channels))
    reminding = Reminding(store, catalogue, clock, routes, lambda: delivery.look_for_bulk(), settings.content_dir)
    casting = Casting(store, current, clock, routes, max(rates.values(), default=_UNPACED), reminding.look,
                      lambda: delivery.look_for_bulk(), lambda: delivery.look())  # fmt: skip
    delivery = Delivery(store, channels, lambda: catalogue().texts, clock, lambda updates: inbox.receive(updates),
                        rates=rates, recheck=in_turn(reminding.recheck, casting.recheck))  # fmt: skip
    cells = Cells(store, current, clock, casting.rate, casting.look)
    inbox = Inbox(store, channels, current, clock, delivery.look, lambda: desk.look(), cells,
                  lambda wish: import_chats.take(wish))  # fmt: skip
    import_chats = ImportChats(imports, store, catalogue, fetch, lambda posts: inbox.say(posts), clock.seconds)
    desk = DeskLoop(store, current, clock, inbox.one_at_a_time, delivery.look)
    moving = Moving(store, current, clock, inbox.one_at_a_time, delivery.look, lambda: desk.look())
    page = page_of(web, inbox, store, Attachments(store, fetch, made), current, clock, imports, reporting, made.home)
    app = App(settings, clock, store, inbox, desk, reminding, moving, casting, reporting, delivery, page, channels,
              telegram, imports, import_chats, library, announce)  # fmt: skip
    return app
