"""The stores that the contract holds for. Another database's store is one more class here."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Protocol

from bot.store.base import Store
from bot.store.sqlite import SqliteStore

KEY = b"0123456789abcdef"


class Backing(Protocol):
    """A database of a test: stores on it, and a way past them to what no store's user can do."""

    def store(self) -> Store: ...

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Run a statement of plain SQL beside the store."""
        ...


class SqliteBacking:
    """A file of its own."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "store.db"

    def store(self) -> Store:
        return SqliteStore(str(self.path), KEY)

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(self.path, isolation_level=None)
        try:
            return connection.execute(statement, values).fetchall()
        finally:
            connection.close()


BACKINGS = [SqliteBacking]
