"""kill -9 in the middle of a hand-over: nothing that was said is lost, nothing is said twice but what is counted."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from bot.clock import Clock
from bot.data_key import data_key
from bot.store.sqlite import SqliteStore
from handlers.ticket import Role
from tests.bot.handing import ADMIN, ASHA, DELHI, PERSON, data_of, number_of
from tests.bot.test_crash import by_polling
from tests.bot.ways import TWICE, BotProcess, column, counted
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.fake_bot_api.model import Sent
from tests.running import settings

MESSAGES = 24
KILLS = 2


async def codes(folder: Path) -> dict[str, str]:
    """One-time codes, as the command line makes them."""
    store = SqliteStore(str(folder / "chat.db"), data_key(settings(folder)))
    await store.open()
    now = Clock().seconds()
    made = {"administrator": "CODE-1", "helpdesk": "CODE-2", "group": "CODE-3"}
    for name, code in made.items():
        role = None if name == "group" else Role(name)
        kind: Literal["group", "role"] = "role" if role else "group"
        await store.invite(kind, role, "delhi", store.hash_code(code), now + 3600, "command line", now)
    await store.close()
    return made


async def heard(api: FakeBotApi, chat: int, words: str) -> Sent:
    await api.wait_for(lambda api: any(words in sent.text for sent in api.sent_to(chat)), 20)
    return next(sent for sent in reversed(api.sent_to(chat)) if words in sent.text)


async def begin(api: FakeBotApi, known: Mapping[str, str]) -> Sent:
    """A desk, and a request that Asha has claimed; the card."""
    for user, role in ((ADMIN, "administrator"), (ASHA, "helpdesk")):
        api.say(user, f"/start inv-{known[role]}")
        await heard(api, user, "You now belong")
    api.member(DELHI, ADMIN).write(f"/link {known['group']}")
    await heard(api, DELHI, "This group is now")
    api.say(PERSON, "Delhi circle")
    api.say(PERSON, "/human")
    await heard(api, PERSON, "What is wrong?")
    api.say(PERSON, "My tick is grey")
    asked = await heard(api, PERSON, "Your name")
    api.tap(PERSON, data_of(asked, "e:skip"))
    card = await heard(api, DELHI, "🆕")
    api.member(DELHI, ASHA).tap(data_of(card, "claim."), card.message_id)
    await heard(api, PERSON, "is now answered here")
    return card


async def talk(api: FakeBotApi, card: Sent, process: BotProcess) -> None:
    """Both sides write, while the process is killed and started again."""
    asha = api.member(DELHI, ASHA)
    for place in range(MESSAGES):
        api.say(PERSON, f"person {place:02d}.")
        asha.reply(card.message_id, f"helper {place:02d}.")
        if place % (MESSAGES // KILLS) == 4:
            await heard(api, PERSON, f"helper {place - 2:02d}.")
            await process.kill()
            await process.start()
    await heard(api, PERSON, f"helper {MESSAGES - 1:02d}.")
    api.tap(PERSON, f"0:k:close.{number_of(card)}", api.sent_to(PERSON)[-1].message_id)
    await heard(api, PERSON, "Is it solved?")
    await heard(api, DELHI, "The person ended the request")  # whatever still waited comes before that


def test_killed_in_the_middle_of_a_hand_over(tmp_path: Path) -> None:
    async def play() -> int:
        async with FakeBotApi(token=TOKEN, latency=0.004) as api:
            environment = by_polling(api, tmp_path)
            known = await codes(tmp_path)
            process = BotProcess(tmp_path, environment, "run")
            await process.start()
            try:
                card = await begin(api, known)
                await talk(api, card, process)
                process.signal(signal.SIGTERM)
                assert await process.ended(10) == 0, process.said
            finally:
                await process.kill()
            assert api.violations == []
            for chat, who in ((PERSON, "helper"), (DELHI, "person")):
                said = [sent.text for sent in api.sent_to(chat) if f"{who} " in sent.text]
                once = list(dict.fromkeys(re.findall(rf"{who} (\d\d)\.", "\n".join(said))))
                assert once == [f"{place:02d}" for place in range(MESSAGES)]
            relayed = [(sent.chat_id, sent.text) for sent in api.sent if re.search(r"(person|helper) \d\d", sent.text)]
            return len(relayed) - len(set(relayed))

    doubled = asyncio.run(asyncio.wait_for(play(), 60))
    counts = counted(tmp_path / "chat.db")
    assert doubled <= counts.get(TWICE, 0)
    assert not {"inbox waiting", "inbox dead", "outbox in flight", "outbox failed"} & counts.keys()
    kept = column(tmp_path, "SELECT text FROM entry WHERE text LIKE 'person %' OR text LIKE 'helper %' ORDER BY id")
    for who in ("person", "helper"):
        assert [text for text in kept if str(text).startswith(who)] == [f"{who} {n:02d}." for n in range(MESSAGES)]
    assert column(tmp_path, "SELECT action FROM audit WHERE actor LIKE 'member:%'").count("answer") == MESSAGES
