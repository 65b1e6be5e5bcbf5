"""The bulk lane in the running assistant: beside replies, in trouble, looked at before it goes, killed."""

from __future__ import annotations

import asyncio
import random
import signal
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.bulk import Verdict
from bot.store.rows import Outcome, Outgoing, Post, Settled
from bot.store.sqlite import SqliteStore
from tests.bot.browsing import page_of
from tests.bot.bulking import addresses, meet, message, outcomes, queue
from tests.bot.ways import BOTH_WAYS, TWICE, BotProcess, Way, column, counted, play, polling, replies
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import Running, running, settings

FIRST = 1000


def fast(folder: Path, api: FakeBotApi) -> object:
    """A paid broadcast: these tests are not about the pace."""
    return settings(folder, api, telegram_bulk_rate=1000)


def bulk_sent(count: int) -> Callable[[FakeBotApi], bool]:
    return lambda api: sum(1 for call in api.sent if call.chat_id >= FIRST) >= count


def answered_after(chat: int, sent: int) -> Callable[[FakeBotApi], object]:
    return lambda api: api.sent_to(chat) and len(api.sent) > sent


def run_bulk(script: Callable[[FakeBotApi, Running], object], folder: Path, way: object = fast,
             allowed: frozenset[int] = frozenset()) -> dict[str, int]:  # fmt: skip
    return play(script, folder, way, allowed)  # type: ignore[arg-type]


@BOTH_WAYS
def test_bulk_and_replies_together_are_never_too_many_for_the_platform(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.limit(per_bot=30)
        await queue(run.app.store, tmp_path, api, range(FIRST, FIRST + 60))
        run.app.delivery.look_for_bulk()
        for chat in range(100, 115):
            before = len(api.sent)
            api.say(chat, "/help")
            await api.wait_for(answered_after(chat, before + 2))
        await api.wait_for(bulk_sent(60))
        assert all(len(api.sent_to(chat)) == 1 for chat in (*range(FIRST, FIRST + 60), *range(100, 115)))
        assert not api.refused

    counts = play(script, tmp_path, way)
    assert (counts["outbox sent"], counts[TWICE]) == (75, 0)
    assert outcomes(tmp_path) == {"sent": 60}


def test_the_urgent_goes_first_and_circles_take_turns(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        store = run.app.store
        await queue(store, tmp_path, api, range(FIRST, FIRST + 10), "one", job=101, priority=5)
        await queue(store, tmp_path, api, range(FIRST + 10, FIRST + 13), "two", job=102, priority=5)
        await queue(store, tmp_path, api, range(FIRST + 13, FIRST + 15), "last day", job=103)
        run.app.delivery.look_for_bulk()
        await api.wait_for(bulk_sent(15))
        texts = [call.text.rpartition(" ")[0] for call in api.sent]
        assert texts == ["last day"] * 2 + ["one", "two"] * 3 + ["one"] * 7

    run_bulk(script, tmp_path, polling)


def test_a_wait_that_the_platform_wants_is_obeyed_by_both_lanes_and_nobody_is_left_out(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.script("429", chat_id=FIRST + 5, retry_after=1)
        await queue(run.app.store, tmp_path, api, range(FIRST, FIRST + 40))
        run.app.delivery.look_for_bulk()
        await api.wait_for(lambda api: api.refused)
        api.say(7, "/help")
        await api.wait_for(lambda api: bulk_sent(40)(api) and replies(7, 1)(api))
        refused = api.refused[0].at_monotonic
        assert api.sent_to(7)[0].at_monotonic >= refused + 1.0
        assert all(len(api.sent_to(chat)) == 1 for chat in range(FIRST, FIRST + 40))

    run_bulk(script, tmp_path)
    assert outcomes(tmp_path) == {"sent": 40}


def test_bulk_whose_connection_was_lost_is_unknown_and_not_sent_again(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.script("reset_after", chat_id=FIRST + 1)
        api.script("reset_before", chat_id=FIRST + 2)
        api.script("400", chat_id=FIRST + 3)
        api.script("500", chat_id=FIRST + 4)
        await queue(run.app.store, tmp_path, api, range(FIRST, FIRST + 6))
        api.block(FIRST + 5, announce=False)
        run.app.delivery.look_for_bulk()
        await api.wait_for(lambda api: api.sent_to(FIRST) and api.sent_to(FIRST + 4))
        assert [len(api.sent_to(chat)) for chat in range(FIRST, FIRST + 6)] == [1, 1, 0, 0, 1, 0]

    counts = run_bulk(script, tmp_path)
    assert outcomes(tmp_path) == {"sent": 2, "unknown": 2, "failed": 1, "blocked": 1}
    assert (counts["outbox unknown"], counts[TWICE]) == (2, 0)


def test_only_a_paid_broadcast_is_called_one(tmp_path: Path) -> None:
    is_paid: list[bool] = []
    for way in (polling, fast):
        (folder := tmp_path / way.__name__).mkdir()

        async def once(api: FakeBotApi, run: Running, folder: Path = folder) -> None:
            await queue(run.app.store, folder, api, [FIRST])
            run.app.delivery.look_for_bulk()
            api.say(7, "/help")
            await api.wait_for(lambda api: bulk_sent(1)(api) and replies(7, 1)(api))
            is_paid.append(api.sent_to(FIRST)[-1].params.get("allow_paid_broadcast", False))
            assert "allow_paid_broadcast" not in api.sent_to(7)[0].params

        run_bulk(once, folder, way)
    assert is_paid == [False, True]


def test_a_group_gets_twenty_and_the_rest_waits_without_a_refusal(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.limit(per_group=20)
        group = (await meet(run.app.store, tmp_path, api, [-500]))[-500]
        posted = [Settled(Outgoing(0, group, "", "", "", "", 0, 0), Outcome.SENT,
                           becomes=message(f"card {n}")) for n in range(25)]  # fmt: skip
        await run.app.store.settle(posted, 1, 0, (), ())
        run.app.delivery.look()
        await api.wait_for(replies(-500, 20))
        for chat in (7, 8):
            api.say(chat, "/help")
        await api.wait_for(lambda api: replies(7, 1)(api) and replies(8, 1)(api))
        assert len(api.sent_to(-500)) == 20
        assert not api.refused

    counts = run_bulk(script, tmp_path)
    assert (counts["outbox sent"], counts["outbox waiting"]) == (22, 5)


# -- looked at right before it goes ------------------------------------------------------------------------------------


def test_a_row_is_looked_at_right_before_it_goes(tmp_path: Path) -> None:
    asked: list[Outgoing] = []

    async def recheck(rows: Sequence[Outgoing]) -> Mapping[int, Verdict]:
        asked.extend(rows)
        if len(asked) == len(rows):
            raise RuntimeError("the first look fails")
        news = {str(FIRST + 1): Verdict(dropped="done"), str(FIRST + 2): Verdict(reply=message("one is left"))}
        return {row.id: news[row.chat_id] for row in rows if row.chat_id in news}

    async def script(api: FakeBotApi, run: Running) -> None:
        run.app.delivery._recheck = recheck
        await queue(run.app.store, tmp_path, api, range(FIRST, FIRST + 4))
        run.app.delivery.look_for_bulk()
        await api.wait_for(bulk_sent(3))
        assert {call.chat_id: call.text for call in api.sent} == {
            FIRST: f"bulk {FIRST}", FIRST + 2: "one is left", FIRST + 3: f"bulk {FIRST + 3}"}  # fmt: skip

    run_bulk(script, tmp_path)
    assert outcomes(tmp_path) == {"sent": 3, "dropped": 1}
    assert column(tmp_path, "SELECT reason FROM outbox WHERE outcome = 'dropped'") == ["done"]
    assert {row.job for row in asked} == {0}


def test_on_the_page_bulk_arrives_live_as_it_is_at_that_moment(tmp_path: Path) -> None:
    async def recheck(rows: Sequence[Outgoing]) -> Mapping[int, Verdict]:
        return {row.id: Verdict(reply=message("as it is now")) for row in rows}

    async def talk() -> None:
        async with running(settings(tmp_path)) as run, page_of(run) as page:
            run.app.delivery._recheck = recheck
            assert await page.say("/help") == 202
            await page.events(count=2)
            (address,) = column(tmp_path, "SELECT id FROM address")
            await run.app.store.put_bulk([Post(int(str(address)), message("as it was"))], 1)
            run.app.delivery.look_for_bulk()
            (shown,) = [data for kind, data in await page.events(count=3) if "as it" in str(data)]
            assert "as it is now" in str(shown)

    asyncio.run(asyncio.wait_for(talk(), 30))
    assert outcomes(tmp_path) == {"sent": 1}


# -- a stop in the middle ----------------------------------------------------------------------------------------------


def test_a_stop_begins_no_bulk_and_leaves_none_in_flight(tmp_path: Path) -> None:
    async def check() -> None:
        async with FakeBotApi(token=TOKEN, latency=0.02) as api:
            async with running(settings(tmp_path, api, telegram_bulk_rate=1000)) as run:
                await queue(run.app.store, tmp_path, api, range(FIRST, FIRST + 3000))
                run.app.delivery.look_for_bulk()
                await api.wait_for(bulk_sent(50))
            assert len(api.sent) < 3000
            assert outcomes(tmp_path) == {"sent": len(api.sent), "open": 3000 - len(api.sent)}

    asyncio.run(asyncio.wait_for(check(), 40))
    assert "outbox in flight" not in counted(tmp_path / "chat.db")


def test_killed_again_and_again_nobody_gets_it_twice_and_nobody_is_left_out(tmp_path: Path) -> None:
    messages, kills, dice = 600, 3, random.Random(5)

    async def check() -> FakeBotApi:
        async with FakeBotApi(token=TOKEN, latency=0.02) as api:
            environment = {"DATABASE_URL": f"sqlite:///{tmp_path}/chat.db", "TELEGRAM_BOT_TOKEN": TOKEN,
                           "TELEGRAM_API_URL": api.url, "WEB_PORT": "0", "TELEGRAM_BULK_RATE": "500"}  # fmt: skip
            store = SqliteStore(str(tmp_path / "chat.db"), b"0123456789abcdef")
            await store.open()
            await queue(store, tmp_path, api, range(FIRST, FIRST + messages))
            await store.close()
            process = BotProcess(tmp_path, environment, "run", "--today", "2026-02-10")
            await process.start()
            try:
                for kill in range(kills):
                    await api.wait_for(bulk_sent(messages * kill // (kills + 1) + dice.randint(20, 120)), 30)
                    await process.kill()
                    await process.start()
                await asyncio.wait_for(finished(tmp_path), 30)
                process.signal(signal.SIGTERM)
                assert await process.ended(10) == 0, process.said
            finally:
                await process.kill()
            assert api.violations == []
            return api

    api = asyncio.run(asyncio.wait_for(check(), 90))
    came = outcomes(tmp_path)
    assert came["sent"] + came.get("unknown", 0) == messages
    unknown = {int(str(chat)) for chat in column(tmp_path, "SELECT a.chat_id FROM outbox o JOIN address a "
                                                 "ON a.id = o.address_id WHERE o.outcome = 'unknown'")}  # fmt: skip
    got = {chat: len(api.sent_to(chat)) for chat in addresses(tmp_path)}
    assert {chat for chat, count in got.items() if count > 1} == set()
    assert {chat for chat, count in got.items() if count == 0} <= unknown
    assert len(unknown) <= kills * 250  # what may be on the wire at this rate
    print(f"{messages} bulk messages, {kills} kills: {came}")


async def finished(folder: Path) -> None:
    """Until no bulk row is open; another process' file cannot wake us."""
    while "open" in outcomes(folder):
        await asyncio.sleep(0.05)
