"""kill -9 in the middle of a guided walk: it goes on at its step, by words and by the button from before the kill."""

from __future__ import annotations

import asyncio
from pathlib import Path

from knowledge.library import Library
from tests.bot.ways import BotProcess, column
from tests.fake_bot_api import TOKEN, FakeBotApi

CHAT = 7


def test_a_walk_goes_on_at_its_step_after_kill_9(tmp_path: Path, library: Library) -> None:
    render = library.catalogue.texts.render

    async def says(api: FakeBotApi, text: str, key: str) -> None:
        before = len(api.sent_to(CHAT))
        api.say(CHAT, text)
        await shown(api, key, before)

    async def shown(api: FakeBotApi, key: str, before: int) -> None:
        """A reply with the step's text comes; what was in doubt at a kill may come a second time before it."""
        first = render("en", key).strip().split("\n")[0]
        await api.wait_for(lambda api: any(first in sent.text for sent in api.sent_to(CHAT)[before:]), 20)

    async def killed(process: BotProcess) -> None:
        await process.kill()
        await process.start()

    async def talk() -> None:
        async with FakeBotApi(token=TOKEN) as api:
            environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "WEB_PORT": "0",
                           "DATABASE_URL": f"sqlite:///{tmp_path}/chat.db"}  # fmt: skip
            process = BotProcess(tmp_path, environment, "run", "--today", "2026-02-10")
            await process.start()
            try:
                await says(api, "/transfer", "flow-transfer-which")
                await says(api, "button is grey", "flow-transfer-greyed")
                await killed(process)
                await says(api, "not solved", "flow-transfer-ask-cell")
                await killed(process)
                back = next(
                    data for label, data in api.sent_to(CHAT)[-1].buttons() if label == render("en", "button-back")
                )
                before = len(api.sent_to(CHAT))
                api.tap(CHAT, back)
                await shown(api, "flow-transfer-greyed", before)
                assert api.violations == []
            finally:
                await process.kill()

    asyncio.run(asyncio.wait_for(talk(), 90))
    assert column(tmp_path, "SELECT count(*) FROM inbox WHERE state = 'waiting'") == [0]
