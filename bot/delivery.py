"""Send what the outbox holds: claim, send, record one named outcome.

Order in a chat is kept: an address's next row is claimed only when the one before is settled. What is not certain is
said so: a reply whose fate is unknown is sent once more (twice is better than never), and counted. A claim has no end
of its own: the channels bound each attempt (see `bot.channels.telegram_request`), a stop ends all of them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeVar

from bot.channels.base import Channel, SendError, SendUnknownError
from bot.clock import Clock
from bot.store.base import Store
from bot.store.rows import Outcome, Outgoing, Settled, Update
from handlers.rendering import Rendered, render
from knowledge.texts import Texts
from reminders.retry import is_given_up, next_try

log = logging.getLogger("dakpath.delivery")

T = TypeVar("T")

_IN_FLIGHT = 64
_STORE_PAUSE = 1.0
#: A stop waits this long for what is on the wire; what is not done then is in doubt, as after a crash.
_LAST_WAIT = 1.5
#: Timers may be a millisecond early; a look that came too early would be the last one.
_SLACK = 0.005
#: How many different replies are kept rendered.
_RENDERED = 2048


class Delivery:
    """One loop for all channels; `in_flight` rows at most are on the wire.

    `tell` takes what a refusal says of a chat, as an update for the inbox.
    """

    def __init__(
        self,
        store: Store,
        channels: Mapping[tuple[str, str], Channel],
        texts: Callable[[], Texts],
        clock: Clock,
        tell: Callable[[Sequence[Update]], Awaitable[None]],
        in_flight: int = _IN_FLIGHT,
    ) -> None:
        self._store, self._channels, self._texts, self._clock = store, channels, texts, clock
        self._tell = tell
        self._room = in_flight
        self._wake = asyncio.Event()
        self._is_looking = False
        self._settled: list[Settled] = []
        self._sending: set[asyncio.Task[None]] = set()
        self._resting: dict[int, float] = {}  # address → monotonic time of its next try
        self._paused: dict[str, float] = {}  # channel:bot → monotonic time the platform lets it go on
        self._rendered: dict[str, Rendered] = {}
        self._rendered_with: Texts | None = None

    def look(self) -> None:
        """Say that there may be rows to send."""
        self._wake.set()

    async def run(self) -> None:
        """Deliver for ever; on cancellation what is on the wire is finished and recorded."""
        self._wake.set()
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                self._is_looking = True
                await self._round()
                self._is_looking = False
        finally:
            await asyncio.shield(self._finish())

    async def _round(self) -> None:
        """Record what is settled, claim what there is room for, send it."""
        settled, self._settled = self._settled, []
        try:
            rows = await self._store.settle(
                settled,
                self._clock.seconds(),
                self._room - len(self._sending),
                self._still(self._paused),
                self._still(self._resting),
            )
        except Exception:
            log.exception("the store failed; outcomes are recorded again")
            self._settled = settled + self._settled
            await asyncio.sleep(_STORE_PAUSE)
            self._wake.set()
            return
        for row in rows:
            task = asyncio.create_task(self._deliver_one(row))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def _deliver_one(self, row: Outgoing) -> None:
        outcome, platform_id = Outcome.FAILED, None
        channel = self._channels.get((row.channel, row.bot_id))
        try:
            if channel is not None:
                platform_id = await channel.send(row, self._render(row))
                outcome = Outcome.SENT
        except SendUnknownError:
            outcome = Outcome.DOUBTFUL
            log.warning("reply %d: connection lost after the request left", row.id)
        except SendError as error:
            outcome = await self._refused(row, error)
        except Exception:
            log.exception("reply %d: sending failed", row.id)
        self._settled.append(Settled(row, outcome, platform_id))
        self._wake.set()

    async def _refused(self, row: Outgoing, error: SendError) -> Outcome:
        """The outcome; what the refusal tells of the chat is durable before it."""
        if error.news is not None:
            try:
                await self._tell([error.news])
            except Exception:
                log.exception("reply %d: what became of its chat could not be stored; it is tried again", row.id)
                error = SendError("not stored", is_retryable=True)
        return self._outcome_of(row, error)

    def _outcome_of(self, row: Outgoing, error: SendError) -> Outcome:
        if error.is_blocked:
            return Outcome.BLOCKED
        if not error.is_retryable or is_given_up(row.attempts):
            log.warning("reply %d failed for good: %s", row.id, error)
            return Outcome.FAILED
        wait = next_try(row.attempts, error.retry_after)
        at = self._clock.monotonic() + wait
        if error.retry_after is not None and not error.is_chats_wait:
            bot = f"{row.channel}:{row.bot_id}"
            self._paused[bot] = max(at, self._paused.get(bot, 0.0))
        else:
            self._resting[row.address_id] = at
        asyncio.get_running_loop().call_later(wait + _SLACK, self._wake.set)
        return Outcome.AGAIN

    def _still(self, until: dict[T, float]) -> list[T]:
        """Keys whose time has not come; the others are forgotten."""
        now = self._clock.monotonic()
        for key in [key for key, at in until.items() if at <= now]:
            del until[key]
        return list(until)

    def _render(self, row: Outgoing) -> Rendered:
        """Most replies are alike: equal ones are rendered once, until the content changes."""
        texts = self._texts()
        if texts is not self._rendered_with or len(self._rendered) > _RENDERED:
            self._rendered.clear()
            self._rendered_with = texts
        found = self._rendered.get(row.body)
        if found is None:
            found = self._rendered[row.body] = render(texts, row.reply)
        return found

    async def idle(self) -> None:
        """Return when nothing can be sent any more (used to drain before a stop)."""
        while self._sending or self._settled or self._is_looking or self._wake.is_set():  # noqa: ASYNC110 - only while stopping
            await asyncio.sleep(0.01)

    async def _finish(self) -> None:
        if self._sending:
            _, late = await asyncio.wait(self._sending, timeout=_LAST_WAIT)
            for task in late:
                task.cancel()
        if self._settled:
            settled, self._settled = self._settled, []
            await self._store.settle(settled, self._clock.seconds(), 0, (), ())
