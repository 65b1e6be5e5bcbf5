"""What a person tells of their progress is kept over a stop, taken back when they say so, and drawn on their card."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.bot.ways import polling, replies
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import running

ASHA = 71


async def told(api: FakeBotApi, *said: str) -> str:
    """Say these one after another, and return the last answer."""
    for text in said:
        before = len(api.sent_to(ASHA))
        api.say(ASHA, text)
        await api.wait_for(replies(ASHA, before + 1), 10)
    return api.sent_to(ASHA)[-1].text


def test_what_is_told_is_kept_over_a_stop(tmp_path: Path) -> None:
    async def script() -> None:
        async with FakeBotApi(token=TOKEN) as api:
            async with running(polling(tmp_path, api)):
                await told(api, "/start", "English", "postman", "yes", "skip")
                assert "Noted as done" in await told(api, "conduct rules and gender done", "yes")
                assert "from 16:30" in await told(api, "shaam ko yaad dilao")
            async with running(polling(tmp_path, api)):
                assert "Conduct Rules (you told me, not yet in the report)" in await told(api, "/progress")
                assert "2 of 6" in api.sent_to(ASHA)[-1].text
                assert "in the evening, from 16:30" in await told(api, "/reminders")
                assert "Taken back" in await told(api, "wrong entry, I have not done gender")
                assert "1 of 6" in await told(api, "/progress")
                api.tap(ASHA, next(data for _, data in api.sent_to(ASHA)[-1].buttons() if data.endswith(":v:card")))
                await api.wait_for(lambda api: api.sent_to(ASHA)[-1].method == "sendPhoto", 30)

    asyncio.run(asyncio.wait_for(script(), 90))
