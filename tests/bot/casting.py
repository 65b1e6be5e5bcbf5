"""How tests have broadcasts: people of a roster in their chats, a broadcast that was confirmed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from bot.store.base import Store
from handlers.cell_cast import Cast, Stage, Tally
from handlers.cell_step import CellScene, CellStep
from handlers.facts import Facts, Post
from handlers.ticket import Member, Role
from tests.bot.test_reminders import BOT, Chat
from tests.store.seeding import seed

#: Who sends: their chat, which is nobody's of the audience.
SENDER = 900_001
PERSON = Facts("", "2025-26", told=Post("mts"), reported=Post("mts"), reported_circle="delhi")


async def peopled(folder: Path, people: list[Facts], circle: str | None = "delhi") -> Chat:
    """A database with people from number 1 on, and a member of a cell."""
    chat = Chat(folder)
    store = chat.store()
    await store.open()
    await store.close()
    seed(chat, people, bot=BOT)
    chat.rows("INSERT INTO person (id, language, created_at) VALUES (?, 'en', 0)", SENDER)
    chat.rows(
        "INSERT INTO address (id, channel, bot_id, chat_id, person_id) VALUES (?1, 'telegram', ?2, ?1, ?1)", SENDER, BOT
    )
    values = (SENDER, SENDER, Role.CELL.value, circle)
    chat.rows("INSERT INTO member VALUES (1, ?, ?, ?, ?, 'en', 0, 'test', NULL)", *values)
    return chat


def cast(audience: str = "all", circle: str | None = "delhi", **more: object) -> Cast:
    """A broadcast as it is confirmed."""
    values = {"text_en": "Hello", "text_hi": "नमस्ते", "fingerprint": "x", "stage": Stage.PLANNED, **more}
    return Cast(0, 1, SENDER, SENDER, circle, "en", "2025-26", audience, **values)  # type: ignore[arg-type]


async def confirmed(store: Store, one: Cast, now: int = 0) -> int:
    """Its number."""
    scene = CellScene(SENDER, (Member(1, SENDER, Role.CELL, one.circle, SENDER),), "en")
    return await store.save_cell(scene, CellStep(confirmed=one), now)


def tally(folder: Path, cast_: int) -> Tally:
    """What became of a broadcast, read beside the store."""
    connection = sqlite3.connect(folder / "chat.db", timeout=10)
    try:
        size, is_frozen = connection.execute("SELECT size, is_frozen FROM broadcast WHERE id = ?", (cast_,)).fetchone()
        counts = connection.execute(
            "SELECT state, reason, count(*) FROM recipient WHERE job_id = ? GROUP BY 1, 2", (cast_,)
        )
        return Tally(size, bool(is_frozen), {(state, reason): times for state, reason, times in counts})
    finally:
        connection.close()


def is_closed(folder: Path, cast_: int) -> Callable[[], bool]:
    """Whether nothing more goes of it, and its certificate was given."""

    def look() -> bool:
        connection = sqlite3.connect(folder / "chat.db", timeout=10)
        try:
            return bool(connection.execute("SELECT is_told FROM broadcast WHERE id = ?", (cast_,)).fetchone()[0])
        finally:
            connection.close()

    return look
