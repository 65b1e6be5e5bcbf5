"""Whatever becomes of a person, with the real store and the statements that choose: never two reminders on one day,
none without something left, no last day missed but for a reason that is named, and every day adds up."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.clock import Clock
from bot.content import load_catalogue
from bot.reminding import Reminding
from bot.store.fact_rows import Reported
from bot.store.rows import BulkClaim, Outcome, Settled
from bot.store.sqlite import SqliteStore
from handlers.assessed import assess
from handlers.effects import KeepClaims, MarkReachable, SaveProfile, SetReminders
from handlers.facts import ASSESSMENT, Claim, Facts, State
from handlers.session import Person
from handlers.standing import Reason
from knowledge.schedule import last_days, reminder_days
from knowledge.working_time import IST
from reminders.judge import judge
from tests.reminders.test_properties import HOLD_ON_LAST, HOURS, SIX
from tests.store.reminding import ROUTES, Chats

CATALOGUE = load_catalogue(measures_texts=False)
YEAR = CATALOGUE.years[0]
_REMINDED = sorted(reminder_days(YEAR, CATALOGUE.desk.default))
#: The days that are lived: those that remind of something, and the ones after them.
LIVED = sorted({day + timedelta(days=after) for day in _REMINDED for after in (0, 1)})

_DAY = st.sampled_from(LIVED)
_CHANGE = st.one_of(
    st.tuples(st.sampled_from(["done", "undone", "reported"]), st.sampled_from(SIX)),
    st.tuples(st.just("all done"), st.just("")),
    st.tuples(st.just("designation"), st.sampled_from(["mts", "postman", "gds_bpm", "assistant_director_general"])),
    st.tuples(st.sampled_from(["off", "owned", "blocked", "left"]), st.booleans()),
    st.tuples(st.just("snoozed"), _DAY),
)
_EVENTS = st.lists(st.tuples(_DAY, st.sampled_from(HOURS), st.booleans(), _CHANGE), max_size=20)
_DOWN = st.lists(st.tuples(_DAY, st.sampled_from(HOURS), st.integers(1, 60)), max_size=2)
Event = tuple[date, int, bool, tuple[str, object]]

_TICKET = """
INSERT OR REPLACE INTO ticket (id, person_id, language, topics, path, evidence, state, level, opened_at, queued_at,
    claimed_at, person_wrote_at, staff_wrote_at, first_answer_at, closed_at, alerts, is_reachable, is_told_unreachable)
VALUES (1, ?, 'en', '[]', '[]', '[]', ?, 'circle', 0, 0, 0, 0, 0, 0, 0, 0, 1, 0)
"""
_LEFT = "INSERT INTO roster (person_id, has_left) VALUES (?1, ?2) ON CONFLICT (person_id) DO UPDATE SET has_left = ?2"


class _At(Clock):
    """It stands where the test puts it."""

    at = datetime(2026, 1, 1, tzinfo=IST)

    def now(self) -> datetime:
        return self.at


class _Life:
    """One person's spring with the assistant's own clockwork and store."""

    def __init__(self, store: SqliteStore) -> None:
        self.store, self.clock, self.chats = store, _At(), Chats(store)
        self.reminding = Reminding(store, lambda: CATALOGUE, self.clock, ROUTES, lambda: None)
        self.person, self.number = Person("en", "mts"), 0
        self.sent: list[date] = []
        self.reasons: set[Reason] = set()
        self.found = Reason.NOT_DUE

    async def begin(self) -> None:
        self.number = await self.chats.does("7", SaveProfile(self.person), now=self.clock.seconds())

    async def facts(self) -> Facts:
        (known,) = await self.store.facts([self.number], YEAR)
        return known.facts

    async def change(self, what: str, value: object) -> None:
        now = self.clock.seconds()
        claim = Claim(State.COMPLETED, now, self.clock.now().date())
        if what in ("done", "undone"):
            said = KeepClaims(YEAR.id, ((str(value), claim if what == "done" else None),))
            await self.chats.does("7", said, now=now)
        elif what == "all done":
            await self.chats.does("7", KeepClaims(YEAR.id, tuple((key, claim) for key in (*SIX, ASSESSMENT))), now=now)
        elif what == "reported":
            await self.store.keep_reported([Reported(self.number, YEAR.id, str(value), claim)])
        elif what == "snoozed":
            assert isinstance(value, date)
            await self.chats.does("7", SetReminders(value, None), now=now)
        elif what == "blocked":
            await self.chats.does("7", MarkReachable(not value), now=now)
        elif what == "owned":
            await self._run(_TICKET, self.number, "claimed" if value else "closed")
            await self._run("UPDATE person SET ticket_id = 1 WHERE id = ?", self.number)
        elif what == "left":
            await self._run(_LEFT, self.number, value)
            await self._run("INSERT INTO stale (person_id) VALUES (?)", self.number)
        else:
            changed = {"messages_off": value} if what == "off" else {"designation": value}
            self.person = replace(self.person, **changed)
            await self.chats.does("7", SaveProfile(self.person), now=now)

    async def look(self) -> None:
        await self.reminding.look()
        self.found = judge(await self.facts(), CATALOGUE, YEAR, self.clock.now().date()).reason

    async def send(self) -> None:
        """What delivery does with the lane: claim, look again, send, record."""
        rows = await self.store.settle([], self.clock.seconds(), 0, (), (), [BulkClaim(ROUTES[0], 9, ())])
        verdicts = await self.reminding.recheck(rows)
        settled = []
        for row in rows:
            verdict = verdicts[row.id]
            if verdict.dropped:
                settled.append(Settled(row, Outcome.DROPPED, None, verdict.dropped))
                continue
            assert verdict.reply is not None
            await self._went(is_reminder=verdict.reply.lines[0].key.startswith("reminder"))
            settled.append(Settled(row, Outcome.SENT, "1"))
        await self.store.settle(settled, self.clock.seconds(), 0, (), ())
        if time(9, 30) <= self.clock.now().time() < time(18, 30):
            again = judge(await self.facts(), CATALOGUE, YEAR, self.clock.now().date()).reason
            self.reasons.add(self.found if self.found in HOLD_ON_LAST else again)

    async def _went(self, *, is_reminder: bool) -> None:
        now = self.clock.now()
        assert time(9, 30) <= now.time() < time(18, 30)
        standing = assess(await self.facts(), CATALOGUE, YEAR).standing
        assert bool(standing.unmet) is is_reminder and (is_reminder or standing.reason is Reason.DONE)
        self.sent.append(now.date())

    async def _run(self, statement: str, *values: object) -> None:
        await self.store._database.run(lambda db: db.execute(statement, values))


async def _lived(events: list[Event], down: list[tuple[date, int, int]]) -> list[date]:
    """Live through all days; return those on which something was sent."""
    store = SqliteStore(":memory:", b"0123456789abcdef")
    await store.open()
    life = _Life(store)
    await life.begin()
    stops = [(datetime.combine(day, time(hour), IST), timedelta(hours=hours)) for day, hour, hours in down]
    for day in LIVED:
        life.reasons.clear()
        for hour in HOURS:
            life.clock.at = now = datetime.combine(day, time(hour, 1), IST)
            is_up = not any(stop <= now < stop + length for stop, length in stops)
            for is_late in (False, True):
                for event_day, event_hour, event_late, change in events:
                    if (event_day, event_hour, event_late) == (day, hour, is_late):
                        await life.change(*change)
                if is_up and not is_late:
                    await life.look()
            life.clock.at = now + timedelta(minutes=24)
            if is_up:
                await life.send()
        if last_days(YEAR, day) and day not in life.sent:
            assert life.reasons <= HOLD_ON_LAST, (day, life.reasons)
        assert all(one.adds_up for one in await store.outcomes(day)), day
    assert len(life.sent) == len(set(life.sent))
    life.clock.at += timedelta(days=9)
    await life.look()
    for day in LIVED:
        assert all(one.is_complete for one in await store.outcomes(day)), (day, await store.outcomes(day))
    await store.close()
    return life.sent


def test_whoever_does_nothing_is_reminded_on_every_reminder_day() -> None:
    assert asyncio.run(_lived([], [])) == _REMINDED


@settings(max_examples=30, deadline=None)
@given(_EVENTS, _DOWN)
def test_no_sequence_of_facts_and_days_breaks_the_promises(
    events: list[Event], down: list[tuple[date, int, int]]
) -> None:
    asyncio.run(_lived(events, down))
