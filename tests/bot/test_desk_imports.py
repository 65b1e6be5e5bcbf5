"""Imports at the desk's page over real HTTP: who may, what is shown, what is taken in; by a process of its own."""

from __future__ import annotations

import asyncio
import csv
import io
import itertools
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from handlers.ticket import Role
from tests.bot.browsing import play
from tests.bot.desking import Helper, browser_at_desk, helper_of
from tests.imports.cell import USERS, Cells, user
from tests.running import Running

#: Seconds: each import starts a process of its own.
_LONG = 240.0
_ROWS = (
    user("Asha Example", "1", "a@x.example"), user("Bharat Sample", "2"),
    user("Far Off", "3", circle="Bihar Postal Circle"),
)  # fmt: skip


def _csv(rows: Sequence[Cells]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([USERS, *rows])
    return text.getvalue().encode()


async def _until(helper: Helper, *steps: str) -> Any:
    """The import once it is so far."""
    while True:
        _, answer = await helper.get("import")
        if answer["import"]["step"] in steps:
            return answer["import"]
        await asyncio.sleep(0.05)


def _of(shown: Any) -> dict[str, str]:
    """What is sent about a preview."""
    return {"token": shown["token"]}


def _count(run: Running, table: str) -> int:
    db = sqlite3.connect(run.app.settings.database_path)
    try:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        db.close()


#: What the audit says of the first file.
_COUNTS = "rows 3, new 2, changed 0, moved 0, unchanged 0, missing 0, problems 1"
_AUDITS = "SELECT action || ' ' || details FROM audit WHERE actor LIKE 'member:%' AND action <> 'sign-in' ORDER BY id"


def _audits(run: Running) -> list[str]:
    db = sqlite3.connect(run.app.settings.database_path)
    try:
        return [row[0] for row in db.execute(_AUDITS)]
    finally:
        db.close()


def test_a_cell_compares_and_takes_in_a_report(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run, "delhi", Role.CELL) as cell:
            assert (await cell.get("imports"))[0] == 200
            assert await cell.get("import") == (200, {"import": None})
            assert (await cell.get("state"))[1]["me"]["imports"] is True
            assert (await cell.call("import", _csv(_ROWS)))[0] == 200
            shown = await _until(cell, "asking", "refused")
            assert (shown["problems"], shown["questions"]) == (1, [])
            assert "New: 2" in "\n".join(shown["lines"])
            assert "Asha" not in str(shown)
            assert _count(run, "roster") == 0
            status, problems = await cell.get("import/problems")
            assert (status, b"Far Off" in problems, b"Asha" in problems) == (200, True, False)
            assert (await cell.call("import/apply", _of(shown)))[0] == 200
            done = await _until(cell, "done", "refused")
            assert (done["step"], _count(run, "roster")) == ("done", 2)
            assert (await cell.call("import/apply", _of(shown)))[0] == 409
            assert (await cell.call("import/cancel", _of(shown)))[1] == {"import": None}
            assert [path for path in tmp_path.iterdir() if path.is_dir() and "dakpath-" in path.name] == []
            assert _audits(run) == [f"import preview users, delhi: {_COUNTS}", "export problem rows, delhi, 1 rows",
                                    f"import 1 users, delhi: {_COUNTS}"]  # fmt: skip

    play(script, tmp_path, seconds=_LONG)


def test_only_the_preview_that_is_shown_is_taken_in_or_given_up(tmp_path: Path) -> None:
    """In two windows of the same member: what the older one shows is another file."""

    async def script(run: Running) -> None:
        async with helper_of(run, "delhi", Role.CELL) as cell:
            await cell.call("import", _csv(_ROWS))
            older = await _until(cell, "asking", "refused")
            await cell.call("import", _csv(_ROWS[:1]))
            newer = await _until(cell, "asking", "refused")
            for what, body in itertools.product(("apply", "cancel"), (_of(older), {}, {"token": 5}, b"no JSON", [])):
                status, answer = await cell.call(f"import/{what}", body)
                assert (status, answer["said"]) == (409, "This import is no longer waiting. Send the file again.")
            _, answer = await cell.call("import/apply?language=hi", _of(older))
            assert answer["said"] == "यह आयात अब प्रतीक्षा में नहीं है। फ़ाइल फिर से भेजें।"
            assert (_count(run, "roster"), (await cell.get("import"))[1]["import"]["step"]) == (0, "asking")
            assert (await cell.call("import/apply", _of(newer)))[0] == 200
            assert ((await _until(cell, "done", "refused"))["step"], _count(run, "roster")) == ("done", 1)

    play(script, tmp_path, seconds=_LONG)


def test_what_was_decided_since_makes_a_preview_useless(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        rows = _csv((user("Asha", "1", "a@x.example"), user("Asha", "1", "b@x.example")))
        async with helper_of(run, "delhi", Role.CELL) as cell:
            await cell.call("import", rows)
            await cell.call("import/apply", _of(await _until(cell, "asking", "refused")))
            await _until(cell, "done", "refused")
            await cell.call("import", rows)
            shown = await _until(cell, "asking", "refused")
            (row,) = (await cell.get("clashes"))[1]["clashes"]
            assert (await cell.call(f"clashes/{row['id']}/two"))[0] == 200
            assert (await cell.call("import/apply", _of(shown)))[0] == 200
            refused = await _until(cell, "done", "refused")
            assert (refused["step"], "since this preview" in refused["said"]) == ("refused", True)

    play(script, tmp_path, seconds=_LONG)


def test_what_is_given_up_or_no_report_changes_nothing(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run, None, Role.ADMINISTRATOR) as central:
            assert (await central.call("import?language=hi", _csv(_ROWS)))[0] == 200
            shown = await _until(central, "asking", "refused")
            assert "नए: 3" in "\n".join(shown["lines"])
            assert (await central.call("import/cancel", _of(shown)))[0] == 200
            assert (await central.call("import", b"<html>login</html>"))[0] == 200
            refused = await _until(central, "asking", "refused")
            assert (refused["step"], "web page" in refused["said"]) == ("refused", True)
            assert (await central.call("import", b""))[0] == 413
            assert (_count(run, "roster"), _count(run, "import")) == (0, 0)
            counts = "rows 3, new 3, changed 0, moved 0, unchanged 0, missing 0, problems 0"
            assert _audits(run) == [f"import {what} users, central: {counts}" for what in ("preview", "cancel")]

    play(script, tmp_path, seconds=_LONG)


def test_only_cells_and_administrators_import(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run, "delhi", Role.HELPDESK) as helper, browser_at_desk(run) as nobody:
            assert (await helper.get("import"))[0] == 403
            assert (await helper.call("import", _csv(_ROWS)))[0] == 403
            assert (await nobody.get("import"))[0] == 401
            assert (await nobody.call("import", _csv(_ROWS)))[0] == 401

    play(script, tmp_path, seconds=_LONG)


def test_a_cell_decides_whose_a_row_is(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        rows = (user("Asha", "1", "a@x.example"), user("Asha", "1", "b@x.example"))
        async with helper_of(run, "delhi", Role.CELL) as cell, helper_of(run, "bihar", Role.CELL) as other:
            for problems in (1, 0):
                assert (await cell.call("import", _csv(rows)))[0] == 200
                shown = await _until(cell, "asking", "refused")
                assert shown["problems"] == problems
                await cell.call("import/apply", _of(shown))
                await _until(cell, "done", "refused")
                if problems:
                    (row,) = (await cell.get("clashes"))[1]["clashes"]
                    assert "b•••@x.example" in row["text"]
                    assert (await other.get("clashes"))[1]["clashes"] == []
                    assert (await other.call(f"clashes/{row['id']}/same"))[0] == 409
                    assert (await cell.call(f"clashes/{row['id']}/maybe"))[0] == 404
                    assert (await cell.call(f"clashes/{row['id']}/same"))[0] == 200
            assert (_count(run, "roster"), (await cell.get("clashes"))[1]["count"]) == (1, 0)

    play(script, tmp_path, seconds=_LONG)
