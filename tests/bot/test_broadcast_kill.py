"""A broadcast with every trouble at once, killed three times and paused once: the certificate adds up, nobody gets it
twice but who is counted as unknown, nobody is left out.

BROADCAST_PEOPLE and BROADCAST_RATE give the size (the full one is 20000 and 400).
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.bot.casting import PERSON, SENDER, cast, confirmed, is_closed, peopled, tally
from tests.bot.test_crash import by_polling, reaches
from tests.bot.ways import BotProcess, column, run_process
from tests.fake_bot_api import TOKEN, FakeBotApi

PEOPLE = int(os.environ.get("BROADCAST_PEOPLE", "300"))
RATE = int(os.environ.get("BROADCAST_RATE", "60"))
KILLS = 3
SECONDS = 60 + PEOPLE / 20


async def reached(is_so: Callable[[], bool], seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while not is_so():  # another process' database cannot wake us
            await asyncio.sleep(0.1)


def trouble(api: FakeBotApi, dice: random.Random) -> tuple[set[int], set[int]]:
    """3 % blocked, 1 % failing (both are returned), 0.5 % reset after they were carried out, bursts of "too many"."""
    people = list(range(1, PEOPLE + 1))
    dice.shuffle(people)
    blocked, failing, reset = PEOPLE * 3 // 100, PEOPLE // 100, max(1, PEOPLE // 200)
    for number in people[:blocked]:
        api.block(number, announce=False)
    for number in people[blocked : blocked + failing]:
        api.script("400", chat_id=number, times=None)
    for number in people[blocked + failing : blocked + failing + reset]:
        api.script("reset_after", chat_id=number)
    for burst in range(1, 5):
        for call in range(3):
            api.script("429", method="sendmessage", call=PEOPLE * burst // 5 + call, retry_after=1)
    return set(people[:blocked]), set(people[blocked : blocked + failing])


def test_a_broadcast_survives_everything_and_adds_up(tmp_path: Path) -> None:
    dice = random.Random(20)

    async def talk() -> None:
        chat = await peopled(tmp_path, [PERSON] * PEOPLE)
        store = chat.store()
        await store.open()
        number = await confirmed(store, cast("unmet phase1"))
        await store.close()
        async with FakeBotApi(token=TOKEN) as api:
            for one in (*range(1, PEOPLE + 1), SENDER):
                api.add_chat(one)
            refused = trouble(api, dice)
            environment = {**by_polling(api, tmp_path), "TELEGRAM_BULK_RATE": str(RATE)}
            process = BotProcess(tmp_path, environment, "run", "--today", "2026-02-10")
            for part in range(1, KILLS + 1):
                await process.start()
                await api.wait_for(reaches(lambda api: len(api.sent), PEOPLE * part // 5 + dice.randrange(9)), SECONDS)
                await process.kill()
            await process.start()
            await api.wait_for(reaches(lambda api: len(api.sent), PEOPLE * 7 // 10), SECONDS)
            await paused(api, tmp_path, environment)
            await reached(is_closed(tmp_path, number), SECONDS)
            await api.wait_for(lambda api: any("add up" in sent.text for sent in api.sent_to(SENDER)), 20)
            process.signal(signal.SIGTERM)
            assert await process.ended() == 0
            got = Counter(sent.chat_id for sent in api.sent if sent.outcome in ("ok", "lost"))
            check(tmp_path, number, got, *refused)
            assert {fault.code for fault in api.violations} <= {429}, api.violations

    asyncio.run(asyncio.wait_for(talk(), 3 * SECONDS))


async def paused(api: FakeBotApi, folder: Path, environment: dict[str, str]) -> None:
    """The kill switch for all from another process: within two seconds nothing more goes; then it goes on."""
    assert (await run_process(folder, environment, "broadcast", "stop"))[0] == 0
    await asyncio.sleep(2)
    before = len(api.sent)
    await asyncio.sleep(1)
    assert len(api.sent) == before
    assert (await run_process(folder, environment, "broadcast", "start"))[0] == 0


def check(folder: Path, number: int, got: Counter[int], blocked: set[int], failing: set[int]) -> None:
    """`got`: how many messages the platform carried out for each chat."""
    found = tally(folder, number)
    assert found.size == PEOPLE
    assert found.is_complete, found
    in_state = {
        state: {int(str(id_)) for id_ in column(folder, f"SELECT person_id FROM recipient WHERE state = '{state}'")}
        for state in ("sent", "unknown", "failed", "blocked")
    }
    assert sum(map(len, in_state.values())) == PEOPLE
    assert [one for one in in_state["sent"] if got[one] != 1] == []
    assert [one for one in in_state["unknown"] if got[one] > 1] == []
    assert in_state["blocked"] == blocked - in_state["unknown"]
    assert in_state["failed"] == failing - in_state["unknown"]
    assert len(in_state["unknown"]) <= PEOPLE // 200 + 1 + KILLS * max(RATE / 2, 8)
    print("certificate:", {part: len(ids) for part, ids in in_state.items()})
