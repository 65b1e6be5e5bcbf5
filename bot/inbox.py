"""Store first, then take turns: waiting updates of different persons become one batch, one read, one write.

An update is acknowledged to its platform only after `receive` returned. Nothing that fails here stops what is behind.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from bot.cells import Cells, Pending
from bot.channels.base import Channel, ParseError
from bot.clock import Clock
from bot.intake import Intake
from bot.sorting import decided_alone
from bot.store.base import Store
from bot.store.rows import Turn, Update, Waiting
from handlers.cell import named
from handlers.conversation import step
from handlers.desk import act
from handlers.desk_scene import Wanted
from handlers.desk_step import DeskStep, ImportWish, Post
from handlers.effects import KeepEntry, SaveTicket
from handlers.facts import Facts
from handlers.link_scene import LinkScene, LinkWanted
from handlers.messages import Inbound, Reply, line
from handlers.needs import needs_facts
from handlers.rendering import render
from knowledge.library import Library
from knowledge.training_year import year_on

log = logging.getLogger("dakpath.inbox")

#: Persons in one batch. More gain nothing: the batch's two transactions are shared by then.
BATCH = 64
#: Seconds between tries while the store fails (a full disk, say).
_STORE_PAUSE = 1.0


class Inbox:
    """`library` is asked anew for every batch, so that new content holds from the next message on."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[tuple[str, str], Channel],
        library: Callable[[], Library],
        clock: Clock,
        on_replies: Callable[[], None],
        on_tickets: Callable[[], None],
        cells: Cells,
        on_import: Callable[[ImportWish], None] = lambda _: None,
    ) -> None:
        self._store, self._channels, self._library, self._clock = store, channels, library, clock
        self.look_at_replies, self._on_tickets, self.cells, self._on_import = on_replies, on_tickets, cells, on_import
        #: Updates that wait for something to be read, beside the others.
        self._apart: dict[int, asyncio.Task[None]] = {}
        #: Turns, staff actions and the clock's looks at the desk are decided one after another, each from fresh facts.
        self.one_at_a_time = asyncio.Lock()
        self._arrived = asyncio.Event()
        self._intake = Intake(store, clock, self._arrived.set)

    async def receive(self, updates: Sequence[Update]) -> None:
        """Return when the raw updates are durable."""
        await self._intake.receive(updates)

    async def run(self) -> None:
        """Take turns for ever. A batch that a cancellation meets while it is saved is still saved as a whole, by the
        store's own thread; its replies are not announced then, and `drain` takes what still waits."""
        self._arrived.set()
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            try:
                while await self._take_turns():
                    pass
            except Exception:
                log.exception("the store failed; the waiting updates are tried again")
                self._arrived.set()
                await asyncio.sleep(_STORE_PAUSE)

    async def drain(self) -> None:
        """Take all turns that wait now."""
        while await self._take_turns():
            pass

    async def staff(self, address: int, wanted: Wanted, inbound: Inbound) -> tuple[str, ...]:
        """Do what a member of the staff did at the desk page, and return what they are told: rendered texts."""
        async with self.one_at_a_time:
            now, library = self._clock.now(), self._library()
            scene = replace(await self._store.scene(address, wanted, self._clock.seconds()), is_page=True)
            done = act(scene, inbound, wanted, library.catalogue, now) or DeskStep()
            told = [post for post in done.posts if post.address == address]
            kept = tuple(post for post in done.posts if post.address != address)
            await self._store.save_desk(replace(done, posts=kept), self._clock.seconds())
        self.look_at_replies()
        self._on_tickets()
        return tuple(render(library.catalogue.texts, post.reply).text for post in told)

    async def say(self, posts: Sequence[Post]) -> None:
        """Say something in chats of the staff that nobody there did anything for just now."""
        async with self.one_at_a_time:
            await self._store.save_desk(DeskStep(posts=tuple(posts)), self._clock.seconds())
        self.look_at_replies()

    async def _take_turns(self) -> int:
        async with self.one_at_a_time:
            waiting = [one for one in await self._store.next_turn(BATCH) if one.inbox_id not in self._apart]
            if not waiting:
                return 0
            library, now = self._library(), self._clock.now()
            read = [(one, self._read(one)) for one in waiting]
            desks, links = decided_alone(read)
            apart = {one.inbox_id for one, *_ in (*desks, *links)}
            facts = await self._facts(read, library, now)
            turns = [
                self._turn(one, seen, library, now, facts.get(one.person_id, ()))
                for one, seen in read
                if one.inbox_id not in apart
            ]
            if turns:
                await self._save(turns)
            for place, (one, seen, asked) in enumerate(desks):
                known = facts.get(one.person_id, ())
                await self._staff_turn(one, seen, asked, library, now, known, is_first=not place)
            if links and not desks:  # it may change whose chat it is: what else was read is old behind it
                turns = [*turns, await self._link_turn(*links[0], library, now, facts)]
        if desks or any(turn.replies for turn in turns):
            self.look_at_replies()
        if desks or any(isinstance(one, SaveTicket | KeepEntry) for turn in turns for one in turn.effects):
            self._on_tickets()
        return len(waiting)

    def _read(self, waiting: Waiting) -> Inbound | str | None:
        """What somebody did; the fault where it cannot be read; None where there is nothing to react to."""
        channel = self._channels.get((waiting.channel, waiting.bot_id))
        if channel is None:
            return "no such channel now"
        try:
            return channel.parse(waiting.body, waiting.was_blanked)
        except ParseError as error:
            return f"unreadable: {error}"

    async def _facts(
        self, read: Sequence[tuple[Waiting, Inbound | str | None]], library: Library, now: datetime
    ) -> Mapping[int, tuple[Facts, ...]]:  # fmt: skip
        """What those of a batch who may ask for it have done so far, by person.

        Of the year that answers speak of; where none covers the day, then of the others: what is told may be of any.
        """
        asking = [
            one.person_id
            for one, seen in read
            if one.has_facts and isinstance(seen, Inbound) and needs_facts(seen, one.session)
        ]
        if not asking:
            return {}
        view = year_on(library.catalogue.years, now.date())
        others = () if view.covers else (year for year in library.catalogue.years if year != view.year)
        found: dict[int, tuple[Facts, ...]] = {}
        for year in (view.year, *others):
            for known in await self._store.facts(asking, year):
                found[known.person] = (*found.get(known.person, ()), known.facts)
        return found

    def _turn(
        self, waiting: Waiting, seen: Inbound | str | None, library: Library, now: datetime, facts: tuple[Facts, ...]
    ) -> Turn:  # fmt: skip
        if isinstance(seen, str):
            return Turn(waiting, waiting.session, error=seen)
        if seen is None or (seen.in_group and waiting.is_staff):  # what a staff group says among itself
            return Turn(waiting, waiting.session)
        return self._step(waiting, seen, library, now, facts)

    async def _link_turn(
        self, waiting: Waiting, inbound: Inbound, named: LinkWanted, library: Library, now: datetime,
        facts: Mapping[int, tuple[Facts, ...]],
    ) -> Turn:  # fmt: skip
        """One step that may link the chat to an employee, from what the store knows at this moment, and alone."""
        channel = self._channels[waiting.channel, waiting.bot_id]
        try:
            scene = await self._store.link_scene(waiting.address_id, named, self._clock.seconds())
        except Exception:
            turn = self._failed(waiting)
        else:
            scene = replace(scene, shares_contact=channel.shares_contact)
            turn = self._step(waiting, inbound, library, now, facts.get(waiting.person_id, ()), scene)
        await self._save([turn])
        return turn

    async def _staff_turn(
        self,
        waiting: Waiting,
        inbound: Inbound,
        asked: Wanted | None,
        library: Library,
        now: datetime,
        facts: tuple[Facts, ...],
        *,
        is_first: bool,
    ) -> None:
        """One staff action, alone in its transaction; what turns out to be none of the desk's is an ordinary turn.

        An ordinary turn is decided from what was read with the batch. A staff action of the same batch may have changed
        that (claimed the request of a colleague, say), so behind one it is left for the next batch.
        """
        seconds = self._clock.seconds()
        try:
            if asked is not None:
                home = self._channels[waiting.channel, waiting.bot_id].home
                scene = replace(await self._store.scene(waiting.address_id, asked, seconds), home=home)
                done = act(scene, inbound, asked, library.catalogue, now)
                if done is not None:
                    await self._store.save_desk(done, seconds, waiting)
                    if done.wish is not None:
                        self._on_import(done.wish)
                    return
            if await self._cell_turn(waiting, inbound):
                return
        except Exception:
            await self._save([self._failed(waiting)])
            return
        if is_first:
            await self._save([self._turn(waiting, inbound, library, now, facts)])

    async def _cell_turn(self, waiting: Waiting, inbound: Inbound) -> bool:
        """An action of a cell; where something is to be read first, that goes on beside the talk. False: it is none."""
        cast = named(inbound, waiting.is_staff)
        if cast is None:
            return False
        done = await self.cells.act(waiting.address_id, inbound, cast, waiting)
        if isinstance(done, Pending):
            self._apart[waiting.inbox_id] = asyncio.create_task(self._go_on(waiting, inbound, cast, done))
        return done is not None

    async def _go_on(self, waiting: Waiting, inbound: Inbound, cast: int, pending: Pending) -> None:
        """Read what is needed, then do the action as things stand by then."""
        try:
            prepared = await self.cells.prepare(pending)
            async with self.one_at_a_time:
                done = await self.cells.act(waiting.address_id, inbound, cast, waiting, prepared)
            if done is None or isinstance(done, Pending):
                raise RuntimeError("the action could not be finished")
        except Exception:
            await self._save([self._failed(waiting)])
        finally:
            self._apart.pop(waiting.inbox_id)
            self._arrived.set()
            self.look_at_replies()

    def _step(
        self, waiting: Waiting, inbound: Inbound, library: Library, now: datetime, facts: tuple[Facts, ...],
        linking: LinkScene | None = None,
    ) -> Turn:  # fmt: skip
        try:
            taken = step(
                waiting.person,
                waiting.session,
                inbound,
                library,
                now,
                standing=waiting.standing,
                number=waiting.inbox_id,
                facts=facts[0] if facts else None,
                other_facts=facts[1:],
                linking=linking,
            )
        except Exception:
            return self._failed(waiting)
        return Turn(waiting, taken.session, taken.replies, taken.effects)

    def _failed(self, waiting: Waiting) -> Turn:
        """Our fault: logged once with an id that the person is told; the rest of the batch goes on."""
        error = secrets.token_hex(4)
        log.exception("error %s: a step failed for update %d", error, waiting.inbox_id)
        language = waiting.person.language or ("hi" if waiting.session.language == "hi" else "en")
        reply = Reply(language, (line("something-failed", error=error),))
        return Turn(waiting, waiting.session, (reply,), error=f"error {error}")

    async def _save(self, turns: list[Turn]) -> None:
        """Save the batch; where that fails, one by one, so that only the faulty turn is lost to a dead letter."""
        now = self._clock.seconds()
        try:
            await self._store.save_turn(turns, now)
            return
        except Exception:
            if len(turns) > 1:
                log.warning("a batch of %d could not be saved at once; saving one by one", len(turns))
        for turn in turns:
            try:
                await self._store.save_turn([turn], now)
            except Exception:
                await self._store.save_turn([self._failed(turn.waiting)], now)
