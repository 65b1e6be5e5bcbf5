"""Long questions to the database beside its one writer: each on a connection of its own that changes nothing."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_WAIT = 10.0


async def read(path: str, job: Callable[[sqlite3.Connection], T]) -> T:
    """Run a function on a thread, with what is durable now; replies go on meanwhile."""

    def run() -> T:
        connection = sqlite3.connect(path, isolation_level=None, timeout=_WAIT)
        try:
            connection.execute("PRAGMA query_only=ON")
            connection.execute("PRAGMA cache_size=-16000")
            connection.execute("PRAGMA temp_store=MEMORY")
            connection.execute("BEGIN")
            return job(connection)
        finally:
            connection.close()

    return await asyncio.to_thread(run)
