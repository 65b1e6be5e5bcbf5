"""A cell's member sends a report to the bot: the preview with buttons, what a tap does, and who gets nothing of it."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path

from handlers.ticket import Role
from tests.bot.handing import Desk, data_of, play
from tests.fake_bot_api.media_methods import media_json
from tests.imports.cell import USERS, Cells, user

CELL, HELPER, NOBODY = 301, 302, 303
_ROWS = (user("Asha Example", "1"), user("Bharat Sample", "2"), user("Far Off", "3", circle="Bihar Postal Circle"))
#: Seconds: each import starts a process of its own.
_LONG = 120.0


def _sends(desk: Desk, chat: int, rows: tuple[Cells, ...] = _ROWS, name: str = "users.csv") -> None:
    text = io.StringIO()
    csv.writer(text).writerows([USERS, *rows])
    data = text.getvalue().encode()
    desk.api.post(chat, **media_json("document", desk.api.add_file(data, "document"), len(data), name))


def _employees(desk: Desk) -> int:
    db = sqlite3.connect(desk.run.app.settings.database_path)
    try:
        return int(db.execute("SELECT count(*) FROM roster").fetchone()[0])
    finally:
        db.close()


def test_a_report_is_compared_and_taken_in_by_a_tap(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(CELL, "delhi", Role.CELL)
        desk.api.say(CELL, "/import")
        await desk.hears(CELL, "send the report here")
        _sends(desk, CELL)
        await desk.hears(CELL, "I am reading the file")
        problems = await desk.hears(CELL, "Problem rows", _LONG)
        assert problems.method == "sendDocument"
        shown = await desk.hears(CELL, "New: 2", _LONG)
        assert "Asha" not in shown.text
        assert _employees(desk) == 0
        desk.api.tap(CELL, data_of(shown, "import.apply"), shown.message_id, user_id=CELL)
        await desk.hears(CELL, "Import 1 is done", _LONG)
        assert _employees(desk) == 2
        desk.api.tap(CELL, data_of(shown, "import.apply"), shown.message_id, user_id=CELL)
        await desk.hears(CELL, "no longer waiting")
        did = [f"{one.audit.action} {one.audit.details}" for one in await desk.audits()]
        assert did[-2] == "export problem rows, delhi, 1 rows"
        assert did[-1].startswith("import 1 users, delhi: rows 3, new 2,")

    play(script, tmp_path, seconds=2 * _LONG)


def test_what_is_left_changes_nothing_and_a_page_is_no_report(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(CELL, None, Role.ADMINISTRATOR)
        _sends(desk, CELL)
        shown = await desk.hears(CELL, "New: 3", _LONG)
        desk.api.tap(CELL, data_of(shown, "import.cancel"), shown.message_id, user_id=CELL)
        await desk.hears(CELL, "Nothing is changed.")
        data = b"<!DOCTYPE html><html><body>login</body></html>"
        desk.api.post(CELL, **media_json("document", desk.api.add_file(data, "document"), len(data), "report.csv"))
        await desk.hears(CELL, "web page", _LONG)
        assert _employees(desk) == 0

    play(script, tmp_path, seconds=2 * _LONG)


def test_whoever_may_not_import_gets_what_anybody_gets(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(HELPER, "delhi")
        desk.api.say(NOBODY, "/start")
        await desk.settled()
        desk.catch_up(HELPER, NOBODY)
        for chat in (HELPER, NOBODY):
            desk.api.say(chat, "/import")
            _sends(desk, chat)
        await desk.settled()
        heard = [desk.heard(chat) for chat in (HELPER, NOBODY)]
        assert len(heard[0]) == len(heard[1]) > 0
        assert not any("import" in text.casefold() or "reading" in text for said in heard for text in said)

    play(script, tmp_path, seconds=2 * _LONG)
