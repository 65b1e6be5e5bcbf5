"""SQLite's own: migrations, files that are no database, what is on the disk after a commit."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from bot.store.base import Store
from bot.store.database import MIGRATIONS, Database, StoreError, connect, migrate
from tests.store.backings import SqliteBacking
from tests.store.using import run

VERSIONS = len(list(MIGRATIONS.glob("*.sql")))


def schema(connection: sqlite3.Connection) -> list[object]:
    return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def test_an_empty_file_gets_every_migration_once(tmp_path: Path) -> None:
    path = str(tmp_path / "new.db")
    connection = connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSIONS,)
    assert migrate(connection) == []
    made = schema(connection)
    connection.close()
    again = connect(path)
    assert schema(again) == made
    again.close()


@pytest.mark.parametrize("version", range(VERSIONS))
def test_a_file_of_each_older_version_is_brought_up_to_date(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.db"
    old = sqlite3.connect(path, isolation_level=None)
    for file in sorted(MIGRATIONS.glob("*.sql"))[:version]:
        old.executescript(file.read_text(encoding="utf-8"))
    old.execute(f"PRAGMA user_version = {version}")
    old.close()
    connection, fresh = connect(str(path)), connect(str(tmp_path / "fresh.db"))
    assert schema(connection) == schema(fresh)
    connection.close()
    fresh.close()


def test_a_newer_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(StoreError, match="version 99"):
        connect(str(path))
    left = sqlite3.connect(path)
    assert schema(left) == []
    left.close()


@pytest.mark.parametrize("content", [b"this is no database at all, only a text", b"SQLite format 3\0" + b"\xff" * 200])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "text.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"text\.db"):
        connect(str(path))
    assert path.read_bytes() == content


def test_a_migration_that_fails_leaves_nothing_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_good.sql").write_text("CREATE TABLE good (x);")
    (folder / "0002_bad.sql").write_text("CREATE TABLE half (x); CREATE TABLE good (x);")
    monkeypatch.setattr("bot.store.database.MIGRATIONS", folder)
    with pytest.raises(StoreError):
        connect(str(tmp_path / "x.db"))
    left = sqlite3.connect(tmp_path / "x.db")
    assert [row[0] for row in left.execute("SELECT name FROM sqlite_schema")] == ["good"]
    assert left.execute("PRAGMA user_version").fetchone() == (1,)
    left.close()


def test_a_commit_is_on_the_disk_when_it_returns(tmp_path: Path) -> None:
    connection = connect(str(tmp_path / "x.db"))
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_transaction_that_raises_undoes_only_itself(tmp_path: Path) -> None:
    backing = SqliteBacking(tmp_path)

    def put(value: int) -> None:
        def job(db: sqlite3.Connection) -> None:
            db.execute("INSERT INTO opt_out VALUES (?, ?)", (str(value), value))
            if value % 2:
                raise ValueError(value)

        jobs.append(job)

    jobs: list[object] = []
    for value in range(40):
        put(value)

    async def check() -> list[object]:
        database = Database(str(backing.path))
        await database.open()
        try:
            return await asyncio.gather(*map(database.run, jobs), return_exceptions=True)  # type: ignore[arg-type]
        finally:
            await database.close()

    results = asyncio.run(check())
    assert [isinstance(result, ValueError) for result in results] == [bool(n % 2) for n in range(40)]
    assert backing.rows("SELECT since FROM opt_out ORDER BY since") == [(n,) for n in range(0, 40, 2)]


def test_what_only_reads_waits_for_nobody_and_holds_nobody_up(tmp_path: Path) -> None:
    """A rehearsal or a report over everybody runs beside the assistant."""
    backing = SqliteBacking(tmp_path)

    async def check(store: Store) -> None:
        writing = sqlite3.connect(backing.path, isolation_level=None)
        writing.execute("BEGIN IMMEDIATE")
        assert await store.outcomes(date(2026, 2, 12)) == []
        assert await store.judged(0, 9) == []
        writing.execute("ROLLBACK")
        writing.close()

    run(backing, check, seconds=5)
