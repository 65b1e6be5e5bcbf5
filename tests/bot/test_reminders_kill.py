"""kill -9 again and again in a day of reminders: nobody twice but those counted as unknown, nobody skipped.

REMINDER_PEOPLE and REMINDER_KILLS give the size (the full one is 5000 and 10).
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
from collections import Counter
from datetime import date
from pathlib import Path

from bot.content import SHIPPED
from handlers.facts import Facts, Post
from tests.bot.test_crash import by_polling, reaches
from tests.bot.test_reminders import BOT, Chat
from tests.bot.ways import BotProcess, column, run_process
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.store.seeding import seed

PEOPLE = int(os.environ.get("REMINDER_PEOPLE", "400"))
KILLS = int(os.environ.get("REMINDER_KILLS", "3"))
DAY, RATE = "2026-02-12", 200
SECONDS = 60 + PEOPLE / 20


def all_day(folder: Path) -> str:
    """The content, but reminders go at any time of day: the process has the real one."""
    over = folder / "over" / "years"
    over.mkdir(parents=True)
    year = (SHIPPED / "years/2025-26.yaml").read_text(encoding="utf-8")
    year = re.sub(r'opens: "[0-9:]+"', 'opens: "00:00"', re.sub(r'closes: "[0-9:]+"', 'closes: "23:59"', year))
    (over / "2025-26.yaml").write_text(year, encoding="utf-8")
    return str(over.parent)


async def prepared(folder: Path) -> None:
    chat = Chat(folder)
    store = chat.store()
    await store.open()
    await store.close()
    person = Facts("", "2025-26", told=Post("mts"), reported=Post("mts"), opened_on=date(2026, 1, 1))
    seed(chat, [person] * PEOPLE, bot=BOT)


def test_a_day_of_reminders_survives_kill_9(tmp_path: Path) -> None:
    dice = random.Random(9)

    async def talk() -> None:
        await prepared(tmp_path)
        async with FakeBotApi(token=TOKEN) as api:
            for number in range(1, PEOPLE + 1):
                api.add_chat(number)
            environment = {
                **by_polling(api, tmp_path),
                "CONTENT_DIR": all_day(tmp_path),
                "TELEGRAM_BULK_RATE": str(RATE),
            }
            process = BotProcess(tmp_path, environment, "run", "--today", DAY)
            for part in range(1, KILLS + 1):
                await process.start()
                wanted = PEOPLE * part // (KILLS + 1) + dice.randrange(9)
                await api.wait_for(reaches(lambda api: len(api.sent), wanted), SECONDS)
                await process.kill()
            await process.start()
            reported = ("reminders", "report", "--on", DAY)
            async with asyncio.timeout(SECONDS):
                while (said := await run_process(tmp_path, environment, *reported))[0]:
                    await asyncio.sleep(0.2)  # the outcome is in the database, which cannot wake us
            process.signal(signal.SIGTERM)
            assert await process.ended() == 0
            assert said[1].splitlines()[-1] == "complete", said
            assert api.violations == []
            check(tmp_path, Counter(sent.chat_id for sent in api.sent if sent.outcome in ("ok", "lost")))

    asyncio.run(asyncio.wait_for(talk(), 2 * SECONDS))


def check(folder: Path, got: Counter[int]) -> None:
    """`got`: how many messages the platform carried out for each chat."""
    assert column(folder, "SELECT count(*) FROM reminder WHERE state NOT IN ('sent', 'unknown')") == [0]
    sent = column(folder, "SELECT person_id FROM reminder WHERE state = 'sent'")
    unknown = column(folder, "SELECT person_id FROM reminder WHERE state = 'unknown'")
    assert len(sent) + len(unknown) == PEOPLE
    assert [number for number in sent if got[int(str(number))] != 1] == []
    assert [number for number in unknown if got[int(str(number))] > 1] == []
    assert len(unknown) <= KILLS * RATE / 2 + KILLS
