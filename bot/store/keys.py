"""The database and its key: it knows the key again by a fingerprint, and changes it in one transaction."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from bot.box import BoxError, Keys, fingerprint
from bot.store.database import StoreError

#: Where something encrypted stands, in columns named after what it is; and the hashes by which it is found.
_BOXES = {
    "roster": {"email": "email_hash", "mobile": "mobile_hash"},
    "roster_undo": {"email": "email_hash", "mobile": "mobile_hash"},
    "clash": {"email": "email_hash"},
    "alias": {"email": "value"},
}
_KEY = "SELECT number, fingerprint, root_box FROM data_key ORDER BY number DESC LIMIT 1"
_IS_ENCRYPTED = """
SELECT EXISTS (SELECT 1 FROM roster WHERE coalesce(name_box, email_box, mobile_box) IS NOT NULL)
    OR EXISTS (SELECT 1 FROM clash) OR EXISTS (SELECT 1 FROM alias)
    OR EXISTS (SELECT 1 FROM data_key WHERE root_box IS NOT NULL)
"""
_FIRST = "INSERT OR REPLACE INTO data_key (number, fingerprint, root_box) VALUES (?, ?, ?)"
_MISSING = "the key of this database is missing: set DATA_KEY, or put the key file {} back"
_OTHER = "DATA_KEY, or the key file beside the database, is not the key that this database was encrypted with"


def open_keys(db: sqlite3.Connection, master: bytes) -> Keys:
    """Derive the keys that a database uses; within a transaction, as the first key is remembered.

    Raises:
        StoreError: something is encrypted with another key.
    """
    row = db.execute(_KEY).fetchone()
    if row is None or (row[1] != fingerprint(master) and not _is_encrypted(db)):
        db.execute("DELETE FROM data_key")
        db.execute(_FIRST, (1, fingerprint(master), None))
        return Keys(master)
    number, known, root_box = row
    if known != fingerprint(master):
        raise StoreError(_OTHER)
    keys = Keys(master, number)
    return keys if root_box is None else Keys(master, number, keys.open_bytes("root", root_box))


def key_of(path: str, masters: list[bytes], where: Path) -> bytes | None:
    """The one of several keys that a database file is encrypted with; None where nothing is encrypted in it yet.

    Raises:
        StoreError: something is, and none of them is its key.
    """
    with _looked_into(path) as db:
        if db is None or not _is_encrypted(db):
            return None
        row = db.execute(_KEY).fetchone()
    for master in masters:
        if row is not None and row[1] == fingerprint(master):
            return master
    raise StoreError(_OTHER if masters else _MISSING.format(where))


def change_key(db: sqlite3.Connection, old: bytes, new: bytes) -> int:
    """Encrypt everything with a new key, in one transaction; return how many rows it was.

    Raises:
        StoreError: the old key is not this database's, or a row cannot be read with it: nothing is changed.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        before = open_keys(db, old)
        after = Keys(new, before.number + 1, before.root)
        rows = sum(_change(db, before, after, *place) for place in _BOXES.items())
        db.execute(_FIRST, (after.number, fingerprint(new), after.seal_bytes("root", before.root)))
        db.execute("DELETE FROM data_key WHERE number < ?", (after.number,))
        db.execute("COMMIT")
    except BaseException as error:
        db.execute("ROLLBACK")
        if isinstance(error, BoxError):
            raise StoreError(f"nothing is changed: {error}") from error
        raise
    return rows


def _change(db: sqlite3.Connection, before: Keys, after: Keys, table: str, hashes: Mapping[str, str]) -> int:
    """One table: each box anew, and the hash that its text is found by."""
    names = [
        row[1].removesuffix("_box") for row in db.execute(f"PRAGMA table_info({table})") if row[1].endswith("_box")
    ]
    boxes = ", ".join(f"{name}_box" for name in names)
    changed = []
    for rowid, *sealed in db.execute(f"SELECT rowid, {boxes} FROM {table} WHERE coalesce({boxes}, NULL) IS NOT NULL"):
        texts = {name: before.open(name, box) for name, box in zip(names, sealed, strict=True) if box}
        new = [after.seal(name, texts[name]) if name in texts else None for name in names]
        found = [after.hash(name, texts[name]) if name in texts else None for name in hashes]
        changed.append((*new, *found, rowid))
    sets = ", ".join([f"{name}_box = ?" for name in names] + [f"{one} = ?" for one in hashes.values()])
    db.executemany(f"UPDATE {table} SET {sets} WHERE rowid = ?", changed)
    return len(changed)


def _is_encrypted(db: sqlite3.Connection) -> bool:
    try:
        return bool(db.execute(_IS_ENCRYPTED).fetchone()[0])
    except sqlite3.OperationalError:
        return False  # a database from before there was anything encrypted


@contextlib.contextmanager
def _looked_into(path: str) -> Iterator[sqlite3.Connection | None]:
    """A database file as it is, not brought up to date; None where there is none."""
    if path == ":memory:" or not Path(path).exists():
        yield None
        return
    try:
        with contextlib.closing(sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True)) as db:
            yield db
    except sqlite3.Error as error:
        raise StoreError(f"the database {path} cannot be used: {error}") from error
