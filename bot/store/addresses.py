"""Where people write from: ids of addresses, the unknown ones made, and keyed hashes of what is not kept itself."""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
from collections.abc import Sequence

from bot.box import Keys
from bot.store import desk_statements as desk_sql
from bot.store import statements as sql
from bot.store.database import rows_of
from knowledge.json_text import to_json

#: Channel, bot, chat.
Key = tuple[str, str, str]


class Addresses:
    """`keys` are the database's once it is open: their root keys what is hashed here."""

    def __init__(self, data_key: bytes) -> None:
        self.keys = Keys(data_key)

    def ids(self, db: sqlite3.Connection, keys: Sequence[Key], now: int) -> dict[Key, int]:
        """Ids of addresses, the unknown ones made with a person of their own. They can be written to (again)."""
        if not keys:
            return {}
        known = rows_of(db, sql.KNOWN_ADDRESSES, to_json(keys))
        away = [id_ for *_, id_, is_reachable in known if not is_reachable]
        if away:
            db.execute(sql.REACHABLE_AGAIN, (to_json(away),))
            db.execute(desk_sql.TICKETS_REACHABLE, (to_json(away), 1, now))
        found = {(channel, bot_id, chat_id): id_ for channel, bot_id, chat_id, id_, _ in known}
        new = [key for key in keys if key not in found]
        return found | self._make(db, new, now) if new else found

    def _make(self, db: sqlite3.Connection, keys: Sequence[Key], now: int) -> dict[Key, int]:
        hashes = {key: self.hash(*key) for key in keys}
        opted_out = {row[0] for row in db.execute(sql.OPTED_OUT, (to_json(list(hashes.values())),))}
        person = int(db.execute(sql.LAST_PERSON).fetchone()[0]) + 1
        address = int(db.execute(sql.LAST_ADDRESS).fetchone()[0]) + 1
        persons = [(person + at, int(hashes[key] in opted_out)) for at, key in enumerate(keys)]
        addresses = [(address + at, *key, person + at) for at, key in enumerate(keys)]
        db.execute(sql.NEW_PERSONS, (to_json(persons), now))
        db.execute(sql.NEW_ADDRESSES, (to_json(addresses),))
        return {key: address + at for at, key in enumerate(keys)}

    def hash_code(self, code: str) -> str:
        """The hash of a one-time code, as it may be typed on a phone: letter case, spaces and dashes do not matter."""
        return self.hash("code", "".join(filter(str.isalnum, code)).casefold())

    def hash(self, *parts: str) -> str:
        return hmac.new(self.keys.root, "\0".join(parts).encode(), hashlib.sha256).hexdigest()
