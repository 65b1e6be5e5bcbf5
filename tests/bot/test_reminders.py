"""Reminders end to end: the clock looks, a day is chosen, messages go to the strict fake Bot API, the counts add up."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from pathlib import Path

from msgspec.structs import replace

from bot.clock import IST, Clock
from bot.store.reminder_rows import Outcomes
from bot.store.rows import Turn, Update
from bot.store.sqlite import SqliteStore
from handlers.effects import KeepClaims
from handlers.facts import ASSESSMENT, Claim, Claims, Facts, Post, State
from knowledge.reminder_policy import Hour
from tests.bot.browsing import page_of
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import Running, StandingClock, running, settings
from tests.store.backings import KEY, SqliteBacking
from tests.store.seeding import seed

#: Three days before phase 1 of 2025-26, a working day.
DAY = date(2026, 2, 12)
BOT = TOKEN.partition(":")[0]
MTS = Facts("100", "2025-26", told=Post("mts"), reported=Post("mts"), opened_on=date(2026, 1, 1))
SIX = ("kym", "dakshta", "dcc", "conduct", "gender", "soft_skills")
Script = Callable[[FakeBotApi, Running, StandingClock], Awaitable[None]]


class Chat(SqliteBacking):
    """The database of a running assistant."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.path = folder / "chat.db"


def prepared(folder: Path, *people: Facts, last_look: date | None = None) -> Chat:
    """A database with people from number 7 on, on which nobody has looked, or who did that day."""
    chat = Chat(folder)

    async def make() -> None:
        store = chat.store()
        await store.open()
        if last_look:
            await store.looked(last_look)
        await store.close()

    asyncio.run(make())
    seed(chat, people, first=7, bot=BOT)
    return chat


def play(
    folder: Path,
    script: Script,
    at: str = "10:00",
    day: date = DAY,
    prepare: Callable[[FakeBotApi], object] = lambda api: None,
) -> None:
    """Run the script with the assistant, its clock standing at a time of the day."""
    clock = StandingClock(datetime.fromisoformat(f"{day} {at}").replace(tzinfo=IST))

    async def talk() -> None:
        async with FakeBotApi(token=TOKEN) as api:
            for chat in range(7, 12):
                api.add_chat(chat)
            prepare(api)
            async with running(settings(folder, api, data_key=KEY.decode()), clock=clock) as run:
                await script(api, run, clock)
            assert api.violations == []

    asyncio.run(asyncio.wait_for(talk(), 40))


async def outcome(run: Running, day: date = DAY) -> Outcomes:
    (found,) = await run.app.store.outcomes(day)
    return found


async def complete(run: Running, day: date = DAY) -> dict[tuple[str, str], int]:
    """Wait until the day adds up and nothing waits; what became of whom."""
    async with asyncio.timeout(15):
        while not (found := await run.app.store.outcomes(day)) or not found[0].is_complete:
            await asyncio.sleep(0.01)  # the outcome is in the database, which cannot wake us
    return dict(found[0].counts)


def sent_to(number: int) -> Callable[[FakeBotApi], bool]:
    return lambda api: bool(api.sent_to(number))


def test_who_is_behind_is_reminded_once(tmp_path: Path) -> None:
    done = {key: Claims(Claim(State.COMPLETED, 1, date(2026, 1, 9))) for key in SIX}
    finished = replace(MTS, progress=done, assessment=Claims(Claim(State.COMPLETED, 1, date(2026, 1, 9))))
    prepared(tmp_path, MTS, finished, replace(MTS, is_opted_out=True), replace(MTS, told=Post(), reported=Post()))

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        await api.wait_for(sent_to(7))
        counts = {("sent", "due"): 1, ("skip", "done"): 1, ("skip", "opted_out"): 1, ("skip", "no_designation"): 1}
        assert await complete(run) == counts
        (sent,) = api.sent
        assert "15 February 2026" in sent.text
        assert [data.split(":")[1:] for _, data in sent.buttons()] == [
            ["v", "mark"], ["r", "snooze"], ["t", "profile.green_tick"], ["r", "off"]
        ]  # fmt: skip
        clock.move(minutes=1)
        await run.app.reminding.look()
        assert await complete(run) == counts
        api.tap(7, sent.buttons()[2][1], sent.message_id)
        await api.wait_for(lambda api: len(api.sent) == 2)
        assert "green tick" in api.sent[-1].text
        api.tap(7, sent.buttons()[3][1], sent.message_id)
        await api.wait_for(lambda api: len(api.sent) == 3)
        clock.move(days=2)
        await run.app.reminding.look()
        assert await complete(run, date(2026, 2, 14)) == {
            ("skip", "opted_out"): 2, ("skip", "done"): 1, ("skip", "no_designation"): 1
        }  # fmt: skip
        assert len(api.sent) == 3

    play(tmp_path, script)


def test_who_finishes_between_choosing_and_sending_gets_nothing(tmp_path: Path) -> None:
    chat = prepared(tmp_path, MTS)

    async def chosen(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        await api.wait_for(sent_to(7))

    # chosen, and queued; then the program stops before it could send
    play(tmp_path, chosen)
    chat.rows("UPDATE reminder SET state = 'waiting'")
    chat.rows("UPDATE outbox SET state = 0, outcome = NULL, settled_at = NULL")
    claim = Claim(State.COMPLETED, int(datetime(2026, 2, 12, 10, 0, tzinfo=IST).timestamp()), DAY)

    async def finish() -> None:
        store = SqliteStore(str(chat.path), KEY)
        await store.open()
        await store.receive([Update("telegram", BOT, "finishes", "7", "{}")], 1)
        (waiting,) = await store.next_turn(1)
        said = KeepClaims("2025-26", tuple((key, claim) for key in (*SIX, ASSESSMENT)))
        await store.save_turn([Turn(waiting, waiting.session, effects=(said,))], 1)
        await store.close()

    asyncio.run(finish())

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        assert await complete(run) == {("dropped", "done"): 1}
        assert api.sent == []

    play(tmp_path, script, at="10:01")


def test_the_part_of_the_day_is_waited_for(tmp_path: Path) -> None:
    prepared(tmp_path, replace(MTS, hour=Hour.EVENING))

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        await run.app.reminding.look()
        found = await outcome(run)
        assert (found.counts, found.times("waiting"), found.adds_up) == ({("later", "quiet"): 1}, 1, True)
        clock.move(hours=6, minutes=30)
        await run.app.reminding.look()
        await api.wait_for(sent_to(7))
        assert await complete(run) == {("sent", "due"): 1}

    play(tmp_path, script)


def test_a_reminder_is_held_while_a_human_owns_the_conversation(tmp_path: Path) -> None:
    chat = prepared(tmp_path, replace(MTS, is_human_owned=True), replace(MTS, is_human_owned=True))

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        await run.app.reminding.look()
        assert (await outcome(run)).counts == {("held", "human_owned"): 2}
        chat.rows("UPDATE ticket SET state = 'closed' WHERE id = 7")
        await run.app.reminding.look()
        await api.wait_for(sent_to(7))
        clock.move(hours=8, minutes=30)
        await run.app.reminding.look()
        assert await complete(run) == {("sent", "due"): 1, ("dropped", "human_owned"): 1}
        assert not api.sent_to(8)

    play(tmp_path, script)


def test_on_the_last_day_the_human_is_told_first(tmp_path: Path) -> None:
    chat = prepared(tmp_path, replace(MTS, is_human_owned=True), MTS)
    chat.rows("UPDATE ticket SET home_id = 8 WHERE id = 7")

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        await api.wait_for(sent_to(7))
        await api.wait_for(lambda api: len(api.sent_to(8)) == 2)
        assert sum("Request 7" in sent.text for sent in api.sent_to(8)) == 1

    play(tmp_path, script, day=date(2026, 2, 15))


def test_a_day_on_which_nobody_looked_is_missed_and_not_sent_later(tmp_path: Path) -> None:
    prepared(tmp_path, MTS, replace(MTS, is_opted_out=True), last_look=date(2026, 2, 11))

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        assert await complete(run) == {("missed", "due"): 1, ("skip", "opted_out"): 1}
        await complete(run, date(2026, 2, 13))
        assert api.sent == []

    play(tmp_path, script, day=date(2026, 2, 13))


def test_while_the_window_is_open_a_late_start_still_sends(tmp_path: Path) -> None:
    prepared(tmp_path, MTS, last_look=date(2026, 2, 11))

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        await api.wait_for(sent_to(7))
        assert await complete(run) == {("sent", "due"): 1}

    play(tmp_path, script, at="18:29")


def test_after_the_window_nothing_goes(tmp_path: Path) -> None:
    prepared(tmp_path, MTS, last_look=date(2026, 2, 11))

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        assert await complete(run) == {("missed", "due"): 1}
        assert api.sent == []

    play(tmp_path, script, at="18:30")


def test_finishing_everything_is_congratulated_once(tmp_path: Path) -> None:
    said = Claims(Claim(State.COMPLETED, 1, date(2026, 2, 11)))
    prepared(tmp_path, replace(MTS, progress=dict.fromkeys(SIX, said), assessment=said))

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        await api.wait_for(sent_to(7))
        assert await complete(run, date(2026, 2, 13)) == {("sent", "finished"): 1}
        clock.move(days=1)
        await run.app.reminding.look()
        assert await complete(run, date(2026, 2, 14)) == {("skip", "done"): 1}
        assert len(api.sent) == 1

    play(tmp_path, script, day=date(2026, 2, 13))


def test_who_changes_is_judged_by_the_new_facts_at_the_next_look(tmp_path: Path) -> None:
    chat = prepared(tmp_path, replace(MTS, told=Post(), reported=Post()))

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        assert await complete(run) == {("skip", "no_designation"): 1}
        chat.rows("UPDATE person SET designation = 'mts' WHERE id = 7")
        await run.app.reminding.look()
        await api.wait_for(sent_to(7))
        assert await complete(run) == {("sent", "due"): 1}

    play(tmp_path, script)


def test_who_blocked_the_bot_is_counted_and_not_tried_again(tmp_path: Path) -> None:
    prepared(tmp_path, MTS, MTS)

    async def script(api: FakeBotApi, run: Running, clock: StandingClock) -> None:
        assert await complete(run) == {("blocked", "due"): 1, ("sent", "due"): 1}
        clock.move(days=2)
        await run.app.reminding.look()
        assert await complete(run, date(2026, 2, 14)) == {("skip", "blocked"): 1, ("sent", "due"): 1}

    play(tmp_path, script, prepare=lambda api: api.script("403", chat_id=7))


def test_a_reminder_arrives_at_an_open_chat_page(tmp_path: Path) -> None:
    chat = prepared(tmp_path)
    clock = StandingClock(datetime(2026, 2, 12, 10, 0, tzinfo=IST))

    async def talk() -> None:
        async with running(settings(tmp_path, data_key=KEY.decode()), clock=clock) as run, page_of(run) as page:
            assert await page.say("hello") == 202
            await page.events(count=2)
            chat.rows("UPDATE person SET designation = 'mts'")
            ((last,),) = chat.rows("SELECT max(id) FROM outbox")
            await run.app.reminding.look()
            assert await complete(run) == {("sent", "due"): 1}
            reply = next(data for kind, data in await page.events(after=last, count=2) if kind == "reply")
            assert "15 February 2026" in str(reply["body"])

    asyncio.run(asyncio.wait_for(talk(), 40))


def test_the_clock_of_a_demonstration_runs_faster(tmp_path: Path) -> None:
    began = time.monotonic()
    clock = Clock(DAY, rate=600)
    first, since = clock.now(), time.monotonic()
    while (passed := time.monotonic() - since) < 0.05:
        pass
    gone = (clock.now() - first).total_seconds()
    assert 600 * passed <= gone <= 600 * (time.monotonic() - began)
    assert first.date() == DAY
    assert clock.is_moved
