"""The link to Telegram: the webhook set, or updates fetched by polling; the commands registered beside it.

The polling loop is ours: the offset moves only after the updates are durable, and one update that nobody can read
never stops the ones behind it.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter

from bot.bulk import most_in_flight
from bot.channels.telegram import Attachment, TelegramChannel
from bot.channels.telegram_parse import ALLOWED_UPDATES, tap_id
from bot.channels.telegram_request import AiohttpRequest, wait_of
from bot.delivery import IN_FLIGHT
from bot.inbox import Inbox
from bot.settings import Settings
from handlers.conversation import COMMANDS
from knowledge.catalogue import LANGUAGES
from knowledge.texts import Texts
from reminders.pace import BUDGET

log = logging.getLogger("dakpath.telegram")

_LONG_POLL = 30
_CONFLICT_PAUSE = 10.0


class TokenRefusedError(Exception):
    """Telegram does not know the token."""


class TelegramLink:
    """One bot: `channel` sends, `run` receives. Taps are acknowledged in the background while polling.

    `attachment` gives the bytes of an upload that is sent on. `pause`: seconds before a call that failed is tried
    again, unless the platform names a time itself.
    """

    def __init__(self, settings: Settings, texts: Texts, attachment: Attachment, pause: float) -> None:
        assert settings.telegram_bot_token is not None
        token = settings.telegram_bot_token.get_secret_value()
        base, files = f"{settings.telegram_api_url}/bot", f"{settings.telegram_api_url}/file/bot"
        self._settings, self._texts, self._pause = settings, texts, pause
        rate = settings.telegram_bulk_rate
        trust = ssl.create_default_context() if base.lower().startswith("https:") else None
        self._requests = (AiohttpRequest(IN_FLIGHT + most_in_flight(rate), trust), AiohttpRequest(1, trust))
        first, second = self._requests
        self._bot = Bot(token, base_url=base, base_file_url=files, request=first, get_updates_request=second)
        # The library's raw call fetches updates over its ordinary pool: a bot of its own has a pool of its own.
        self._polling = Bot(token, base_url=base, request=self._requests[1], get_updates_request=self._requests[1])
        bot_id = token.partition(":")[0]
        self.channel = TelegramChannel(self._bot, bot_id, attachment, pays_for_bulk=rate > BUDGET)
        self._taps: set[asyncio.Task[None]] = set()

    async def run(self, inbox: Inbox) -> None:
        """Receive for ever (with a webhook: nothing more to do here once it is set), and register beside it.

        Raises:
            TokenRefusedError: the token is wrong; nothing can work.
        """
        by_webhook = self._settings.telegram_webhook_url is not None
        await self._try_until_done(self._set_webhook if by_webhook else self._delete_webhook)
        receiving = asyncio.Event().wait() if by_webhook else self._poll(inbox)
        await asyncio.gather(self._try_until_done(self._register), receiving)

    async def close(self) -> None:
        if self._taps:
            await asyncio.wait(self._taps, timeout=1)
        for request in self._requests:
            await request.shutdown()

    async def open(self) -> None:
        """Make the connection pools, without a call."""
        for request in self._requests:
            await request.initialize()

    async def _register(self) -> None:
        await self._bot.initialize()
        self.channel.named(self._bot.username)
        for language in LANGUAGES:
            commands = [
                {"command": name, "description": self._texts.render(language, f"command-{name}")} for name in COMMANDS
            ]
            await self._call("setmycommands", commands=commands, language_code=language)
            if language == "en":
                await self._call("setmycommands", commands=commands)

    async def _set_webhook(self) -> None:
        secret = self._settings.telegram_webhook_secret
        await self._call(
            "setwebhook",
            url=self._settings.telegram_webhook_url,
            secret_token=secret.get_secret_value() if secret else None,
            allowed_updates=list(ALLOWED_UPDATES),
            max_connections=64,
        )

    async def _delete_webhook(self) -> None:
        await self._call("deletewebhook")

    async def _call(self, method: str, **values: Any) -> Any:
        return await self._bot.do_api_request(method, api_kwargs=values)

    async def _poll(self, inbox: Inbox) -> None:
        offset = 0
        while True:
            try:
                updates = await self._get_updates(offset)
            except Conflict:
                log.warning("another program fetches this bot's updates; waiting")
                await asyncio.sleep(_CONFLICT_PAUSE)
                continue
            except Exception as error:  # whatever an answer was that is none of the platform's
                log.warning("no updates could be fetched (%s); trying again", type(error).__name__)
                await asyncio.sleep(self._wait_of(error))
                continue
            if updates and await self._keep(inbox, updates):
                before, offset = offset, _after(updates, offset)
                if offset == before:
                    await asyncio.sleep(self._pause)  # nothing in it could be acknowledged

    async def _get_updates(self, offset: int) -> list[Any]:
        values = {
            "offset": offset,
            "timeout": _LONG_POLL,
            "limit": 100,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        result = await self._polling.do_api_request("getupdates", api_kwargs=values, read_timeout=_LONG_POLL + 10)
        return result if isinstance(result, list) else []

    async def _keep(self, inbox: Inbox, updates: list[Any]) -> bool:
        try:
            await inbox.receive([self.channel.envelope(raw) for raw in updates])
        except Exception:
            log.exception("%d updates could not be stored; they are fetched again", len(updates))
            await asyncio.sleep(self._pause)
            return False
        for raw in updates:
            tapped = tap_id(raw)
            if tapped is not None:
                task = asyncio.create_task(self.channel.acknowledge_tap(tapped))
                self._taps.add(task)
                task.add_done_callback(self._taps.discard)
        return True

    async def _try_until_done(self, call: Any) -> None:
        while True:
            try:
                await call()
                return
            except InvalidToken as error:
                raise TokenRefusedError from error
            except Exception as error:
                log.warning("Telegram cannot be reached (%s); trying again", type(error).__name__)
                await asyncio.sleep(self._wait_of(error))

    def _wait_of(self, error: Exception) -> float:
        return wait_of(error) if isinstance(error, RetryAfter) else self._pause


def _after(updates: list[Any], offset: int) -> int:
    """The offset that acknowledges these updates; one that has no id is acknowledged with its neighbours."""
    ids = [raw["update_id"] for raw in updates if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]
    return max(ids) + 1 if ids else offset
