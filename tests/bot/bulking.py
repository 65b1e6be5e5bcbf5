"""How tests fill the bulk lane: persons who wrote long ago, messages queued for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from bot.store.base import Store
from bot.store.rows import Post, Update
from handlers.messages import Reply, plain
from tests.fake_bot_api import TOKEN, FakeBotApi

BOT = TOKEN.partition(":")[0]


def message(text: str) -> Reply:
    return Reply("en", (plain(text),))


async def meet(store: Store, folder: Path, api: FakeBotApi, chats: Sequence[int]) -> dict[int, int]:
    """Have addresses of chats; their updates are dead letters, so that nobody answers them."""
    for chat in chats:
        api.add_chat(chat)
    await store.receive([Update("telegram", BOT, f"old {chat}", str(chat), "{}", error="old") for chat in chats], 1)
    return addresses(folder)


async def queue(store: Store, folder: Path, api: FakeBotApi, chats: Sequence[int], text: str = "bulk",
                job: int | None = None, priority: int = 0) -> None:  # fmt: skip
    """Queue "<text> <chat>" for each chat."""
    at = await meet(store, folder, api, chats)
    await store.put_bulk([Post(at[chat], message(f"{text} {chat}")) for chat in chats], 1, job, priority)


def addresses(folder: Path) -> dict[int, int]:
    """Chat → address."""
    connection = sqlite3.connect(folder / "chat.db")
    try:
        return {int(chat): id_ for chat, id_ in connection.execute(
            "SELECT chat_id, id FROM address WHERE channel = 'telegram'")}  # fmt: skip
    finally:
        connection.close()


def outcomes(folder: Path) -> dict[str, int]:
    """How many bulk rows came to what; an open one is "open"."""
    connection = sqlite3.connect(folder / "chat.db")
    try:
        return dict(connection.execute(
            "SELECT coalesce(outcome, 'open'), count(*) FROM outbox WHERE lane = 1 GROUP BY 1"))  # fmt: skip
    finally:
        connection.close()
