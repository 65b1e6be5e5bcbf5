"""Same person or two: a cell's member decides in the chat what a file contradicts, and compares the file again."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path

from handlers.ticket import Role
from tests.bot.handing import Desk, data_of, labels, play
from tests.fake_bot_api.media_methods import media_json
from tests.fake_bot_api.model import Sent
from tests.imports.cell import USERS, Cells, user

CELL, OTHER = 301, 302
_LONG = 120.0
#: Another e-mail of a known id; another id of a known e-mail; an id and an e-mail of two known persons.
_ROWS = (
    user("Asha Example", "1", "asha@x.example", "9876543210"), user("Bharat Sample", "2", "bharat@x.example"),
    user("Chitra Test", "3", "chitra@x.example"), user("Asha Example", "1", "other@x.example"),
    user("Bharat Sample", "9", "bharat@x.example"), user("Asha Example", "1", "chitra@x.example"),
)  # fmt: skip


def _sends(desk: Desk, chat: int = CELL, rows: tuple[Cells, ...] = _ROWS) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([USERS, *rows])
    data = text.getvalue().encode()
    desk.api.post(chat, **media_json("document", desk.api.add_file(data, "document"), len(data), "users.csv"))


def _rows(desk: Desk, statement: str) -> list[tuple[object, ...]]:
    db = sqlite3.connect(desk.run.app.settings.database_path, timeout=10)
    try:
        with db:
            return db.execute(statement).fetchall()
    finally:
        db.close()


def _tap(desk: Desk, sent: Sent, what: str, chat: int = CELL) -> None:
    desk.api.tap(chat, data_of(sent, f"z:import.{what}"), sent.message_id, user_id=chat)


async def _taken(desk: Desk, previewed: str = "New: 3", done: str = "is done") -> Sent:
    """The word that the file is taken in."""
    _sends(desk)
    _tap(desk, await desk.hears(CELL, previewed, _LONG), "apply.")
    return await desk.hears(CELL, done, _LONG)


def test_rows_are_decided_one_by_one_and_the_file_is_compared_again(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(CELL, "delhi", Role.CELL)
        done = await _taken(desk)
        assert "3 rows contradict somebody known" in done.text
        _tap(desk, done, "clashes")
        first = await desk.hears(CELL, "Row 1 of the 3 that wait")
        assert "Known: A••• E•••, 1, a•••@x.example, •••10, Postal Assistant, Delhi Postal Circle" in first.text
        assert "In the file: A••• E•••, 1, o•••@x.example" in first.text
        assert labels(first) == ["Same person", "Two persons", "Later"]
        _tap(desk, first, "same.")
        second = await desk.hears(CELL, "Decided: the same person.\n\nRow 1 of the 2")
        assert "Known: B••• S•••, 2, b•••@x.example" in second.text
        assert "In the file: B••• S•••, 9, b•••@x.example" in second.text
        _tap(desk, second, "two.")
        third = await desk.hears(CELL, "Decided: two persons.\n\nOne row waits")
        assert "Known, too: C••• T•••, 3" in third.text
        _tap(desk, third, "same.")
        ended = await desk.hears(CELL, "No row waits for a decision")
        assert labels(ended) == ["Compare again"]
        _tap(desk, third, "two.")
        await desk.hears(CELL, "This row no longer waits")
        _tap(desk, ended, "again.")
        again = await desk.hears(CELL, "New: 1", _LONG)
        _tap(desk, again, "apply.")
        assert "wait" not in (await desk.hears(CELL, "Import 1 is done: 1 new", _LONG)).text
        assert _rows(desk, "SELECT employee_id FROM roster ORDER BY 1") == [("1",), ("2",), ("9",)]
        decided = [(one.audit.actor, one.audit.action) for one in await desk.audits() if "decide" in one.audit.action]
        assert decided == [("member:1", f"import decide {verdict}") for verdict in ("same", "two", "same")]

    play(script, tmp_path, seconds=3 * _LONG)


def test_what_is_put_off_comes_again_and_is_nobody_elses(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(CELL, "delhi", Role.CELL)
        await desk.joins(OTHER, "bihar", Role.CELL)
        _rows(desk, "UPDATE member SET language = 'hi' WHERE circle = 'delhi'")
        done = await _taken(desk, "नए: 3", "पूरा हुआ")
        assert "3 पंक्तियाँ" in done.text
        _tap(desk, done, "clashes")
        shown = await desk.hears(CELL, "रुकी हुई 3 में से पंक्ति 1")
        assert labels(shown) == ["एक ही व्यक्ति", "दो व्यक्ति", "बाद में"]
        for place in (2, 3):
            _tap(desk, shown, "later.")
            shown = await desk.hears(CELL, f"रुकी हुई 3 में से पंक्ति {place}")
        desk.api.say(OTHER, "/import")
        told = await desk.hears(OTHER, "send the report here")
        desk.api.tap(OTHER, data_of(shown, "z:import.same"), told.message_id, user_id=OTHER)
        await desk.hears(OTHER, "This row no longer waits")
        _tap(desk, shown, "later.")
        await desk.hears(CELL, "3 पंक्तियों पर निर्णय अभी बाकी है")
        desk.api.say(CELL, "/import")
        await desk.hears(CELL, "रिपोर्ट यहाँ फ़ाइल के रूप में भेजें")
        waiting = await desk.hears(CELL, "आपका निर्णय बाकी है")
        _tap(desk, waiting, "clashes")
        await desk.hears(CELL, "रुकी हुई 3 में से पंक्ति 1")
        assert "decide" not in " ".join(one.audit.action for one in await desk.audits())

    play(script, tmp_path, seconds=3 * _LONG)


def test_a_decision_makes_an_older_preview_useless_and_what_is_done_cannot_be_given_up(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(CELL, "delhi", Role.CELL)
        done = await _taken(desk)
        taken = next(sent for sent in desk.api.sent_to(CELL) if "Take it in" in labels(sent))
        _tap(desk, taken, "cancel.")
        await desk.hears(CELL, "no longer waiting")
        _sends(desk)
        preview = await desk.hears(CELL, "3 rows contradict", _LONG)
        assert labels(preview) == ["Take it in", "Leave it", "Same person or two?"]
        _tap(desk, done, "clashes")
        _tap(desk, await desk.hears(CELL, "Row 1 of the 3"), "two.")
        await desk.hears(CELL, "Row 1 of the 2")
        _tap(desk, preview, "apply.")
        refused = await desk.hears(CELL, "decided since this preview", _LONG)
        assert labels(refused) == ["Compare again"]
        _tap(desk, refused, "again.")
        await desk.hears(CELL, "2 rows contradict", _LONG)
        _tap(desk, refused, "again.")
        await desk.hears(CELL, "no longer waiting")

    play(script, tmp_path, seconds=3 * _LONG)
