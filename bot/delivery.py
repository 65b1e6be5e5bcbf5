"""Send what the outbox holds: claim, send, record one named outcome.

Order in a chat is kept: an address's next row is claimed only when the one before is settled. What is not certain is
said so: a reply whose fate is unknown is sent once more (twice is better than never), and counted; a bulk message is
not. A claim has no end of its own: the channels bound each attempt (see `bot.channels.telegram_request`), a stop ends
all of them. Replies go as they come, bulk messages at the pace of their bot (see `reminders.pace`).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence

from msgspec.structs import replace

from bot.bulk import TICK, BulkLane, Recheck, Verdict
from bot.channels.base import Channel, SendError, SendUnknownError
from bot.clock import Clock
from bot.store.base import Store
from bot.store.reply_json import reply_to_json
from bot.store.rows import BulkClaim, Outcome, Outgoing, Settled, Update
from bot.waits import Waits
from handlers.messages import Reply
from handlers.rendering import Rendered, render
from knowledge.texts import Texts
from reminders.retry import is_given_up

log = logging.getLogger("dakpath.delivery")

#: Replies on the wire at most.
IN_FLIGHT = 64
_STORE_PAUSE = 1.0
#: A stop waits this long for what is on the wire; what is not done then is in doubt, as after a crash.
_LAST_WAIT = 1.5
#: Timers may be a millisecond early; a look that came too early would be the last one.
_SLACK = 0.005
#: How many different replies are kept rendered.
_RENDERED = 2048
_MAY_HAVE_ARRIVED = frozenset({Outcome.SENT, Outcome.DOUBTFUL})
_GOES = Verdict()


class Delivery:
    """One loop for all channels; `in_flight` replies at most are on the wire.

    `tell` takes what a refusal says of a chat, as an update for the inbox. `rates`: bulk messages a second of each
    route (channel:bot) that has limits; more than the budget stands for a paid broadcast, which lifts it. `recheck`
    looks at bulk messages again right before they go.
    """

    def __init__(
        self,
        store: Store,
        channels: Mapping[tuple[str, str], Channel],
        texts: Callable[[], Texts],
        clock: Clock,
        tell: Callable[[Sequence[Update]], Awaitable[None]],
        in_flight: int = IN_FLIGHT,
        rates: Mapping[str, float] | None = None,
        recheck: Recheck | None = None,
    ) -> None:
        self._store, self._channels, self._texts, self._clock = store, channels, texts, clock
        self._tell, self._recheck = tell, recheck
        self._room = in_flight
        self._wake = asyncio.Event()
        self._is_looking = self._is_stopping = False
        self._settled: list[Settled] = []
        self._sending: set[asyncio.Task[None]] = set()
        self._replies = 0  # replies on the wire
        self._rendered: dict[str, Rendered] = {}
        self._rendered_with: Texts | None = None
        self._waits = Waits(clock, rates or {}, self._wake_in)
        routes = [f"{name}:{bot_id}" for name, bot_id in channels]
        self._lanes = {route: BulkLane(route, self._waits.paces.get(route)) for route in routes}
        self._alarm: tuple[float, asyncio.TimerHandle] | None = None

    def look(self) -> None:
        """Say that there may be replies to send."""
        self._wake.set()

    def look_for_bulk(self) -> None:
        """Say that there may be bulk messages to send."""
        for lane in self._lanes.values():
            lane.look(self._clock.monotonic())
        self._wake.set()

    def begin_no_bulk(self) -> None:
        """A stop is near: what waits in bulk stays for the next start."""
        self._is_stopping = True

    async def run(self) -> None:
        """Deliver for ever; on cancellation what is on the wire is finished and recorded."""
        self.look_for_bulk()
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
        bulk = self._wanted()
        try:
            rows = await self._store.settle(
                settled,
                self._clock.seconds(),
                self._room - self._replies,
                self._waits.paused(),
                self._waits.resting(),
                bulk,
            )
        except Exception:
            log.exception("the store failed; outcomes are recorded again")
            self._settled = settled + self._settled
            await asyncio.sleep(_STORE_PAUSE)
            self._wake.set()
            return
        for row in rows:
            if not row.is_bulk:
                self._replies += 1
                self._start(self._deliver_one(row))
        for asked in bulk:
            self._claimed(asked, [row for row in rows if row.is_bulk and row.route == asked.route])
        self._wake_for_bulk()

    def _wanted(self) -> list[BulkClaim]:
        """What to claim of bulk; nothing on the way to a stop."""
        if self._is_stopping:
            return []
        now = self._clock.monotonic()
        asked = [lane.wanted(now, self._waits.resting_for_bulk) for lane in self._lanes.values()]
        return [one for one in asked if one is not None]

    def _claimed(self, asked: BulkClaim, rows: Sequence[Outgoing]) -> None:
        self._lanes[asked.route].claimed(asked, rows, self._clock.monotonic())
        if rows and self._recheck is not None:
            self._start(self._look_again(rows, self._recheck))
        else:
            for row in rows:
                self._go(row)

    async def _look_again(self, rows: Sequence[Outgoing], recheck: Recheck) -> None:
        """Send those of the claimed bulk rows that should still go, as they should now be."""
        try:
            verdicts = await recheck(rows)
        except BaseException as error:  # surely not sent, also where a stop came in between
            for row in rows:
                self._keep_back(row, self._outcome_of(row, SendError("not looked at", is_retryable=True)))
            if not isinstance(error, Exception):
                raise
            log.exception("%d bulk messages could not be looked at again; they are tried later", len(rows))
            return
        for row in rows:
            verdict = verdicts.get(row.id, _GOES)
            if verdict.dropped:
                self._keep_back(row, Outcome.DROPPED, verdict.dropped)
            else:
                self._go(row if verdict.reply is None else replace(row, body=reply_to_json(verdict.reply)))

    def _keep_back(self, row: Outgoing, outcome: Outcome, reason: str | None = None) -> None:
        self._lanes[row.route].kept_back()
        self._end(row, outcome, reason=reason)

    def _go(self, row: Outgoing) -> None:
        """Send a bulk message; where the person fetches replies from the store it becomes one."""
        if self._channels[row.channel, row.bot_id].is_fetched:
            self._end(row, Outcome.SENT, becomes=row.reply)
        else:
            self._start(self._deliver_one(row))

    async def _deliver_one(self, row: Outgoing) -> None:
        outcome, platform_id = Outcome.FAILED, None
        channel = self._channels.get((row.channel, row.bot_id))
        try:
            if hold := self._waits.take_place(row):
                await asyncio.sleep(hold)
            began = self._clock.monotonic()
            if channel is not None:
                platform_id = await channel.send(row, self._render(row))
                outcome = Outcome.SENT
        except SendUnknownError:
            outcome = Outcome.DOUBTFUL
            log.warning("message %d: connection lost after the request left", row.id)
        except SendError as error:
            outcome = await self._refused(row, error)
        except Exception:
            log.exception("message %d: sending failed", row.id)
        if outcome in _MAY_HAVE_ARRIVED:
            self._waits.arrived(row, platform_id, self._clock.monotonic() - began)
        self._end(row, outcome, platform_id)

    def _end(
        self, row: Outgoing, outcome: Outcome, platform_id: str | None = None, reason: str | None = None,
        becomes: Reply | None = None,
    ) -> None:  # fmt: skip
        """Have the outcome recorded: of a reply at once, of bulk together with what else ends in a moment."""
        self._settled.append(Settled(row, outcome, platform_id, reason, becomes))
        if not row.is_bulk:
            self._replies -= 1
            self._wake.set()
            return
        now, lane = self._clock.monotonic(), self._lanes[row.route]
        lane.flying.discard(row.address_id)
        if outcome is Outcome.AGAIN:
            lane.look(now)
        self._wake_at(now if becomes else now + TICK)

    def _start(self, sending: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(sending)
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    def _wake_for_bulk(self) -> None:
        now = self._clock.monotonic()
        looks = [lane.next_look(now) for lane in self._lanes.values()]
        first = min((look for look in looks if look is not None), default=None)
        if first is not None and not self._is_stopping:
            self._wake_at(first)

    def _wake_at(self, at: float) -> None:
        """Look then, unless an earlier look is due."""
        if self._alarm is not None:
            if self._alarm[0] <= at:
                return
            self._alarm[1].cancel()
        wait = max(0.0, at - self._clock.monotonic())
        self._alarm = at, asyncio.get_running_loop().call_later(wait, self._ring)

    def _wake_in(self, wait: float) -> None:
        asyncio.get_running_loop().call_later(wait + _SLACK, self._wake.set)

    def _ring(self) -> None:
        self._alarm = None
        self._wake.set()

    async def _refused(self, row: Outgoing, error: SendError) -> Outcome:
        """The outcome; what the refusal tells of the chat is durable before it."""
        if error.news is not None:
            try:
                await self._tell([error.news])
            except Exception:
                log.exception("message %d: what became of its chat could not be stored; it is tried again", row.id)
                error = SendError("not stored", is_retryable=True)
        return self._outcome_of(row, error)

    def _outcome_of(self, row: Outgoing, error: SendError) -> Outcome:
        if error.is_blocked:
            return Outcome.BLOCKED
        if not error.is_retryable or is_given_up(row.attempts):
            log.warning("message %d failed for good: %s", row.id, error)
            return Outcome.FAILED
        self._waits.try_again(row, error)
        return Outcome.AGAIN

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
            if late:
                await asyncio.wait(late, timeout=_LAST_WAIT)
        if self._settled:
            settled, self._settled = self._settled, []
            await self._store.settle(settled, self._clock.seconds(), 0, (), ())
