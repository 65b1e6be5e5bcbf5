"""The database for a command: opened, brought up to date, closed again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.store.sqlite import SqliteStore


@contextmanager
def opened(settings: Settings) -> Iterator[tuple[SqliteStore, asyncio.Runner, int]]:
    """The store, what runs its methods, and the present time (seconds since 1970)."""
    from bot.clock import Clock
    from bot.data_key import data_key
    from bot.store.sqlite import SqliteStore

    store = SqliteStore(settings.database_path, data_key(settings))
    with asyncio.Runner() as runner:
        runner.run(store.open())
        try:
            yield store, runner, Clock().seconds()
        finally:
            runner.run(store.close())
