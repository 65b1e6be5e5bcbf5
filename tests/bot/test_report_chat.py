"""`/report` and the weekly digest over HTTP: who gets what, once, and what the audit keeps of it."""

from __future__ import annotations

import asyncio
import csv
import io
import sqlite3
from datetime import datetime
from pathlib import Path

import openpyxl

from bot.clock import IST
from handlers.ticket import Role
from tests.bot.handing import (
    ADMIN,
    ASHA,
    CHARU,
    DELHI,
    PERSON,
    Desk,
    data_of,
    desk_running,
    labels,
    play,
    staffed,
)
from tests.bot.ways import BOTH_WAYS, Way
from tests.fake_bot_api import Sent, Upload

#: Of the cell of Delhi, of Bihar's, of all; an administrator of Delhi.
CELL, OTHER, CENTRAL, BOSS = 201, 202, 203, 204
#: The Monday of the first phase's week, before and in the working hours.
EARLY, MONDAY = datetime(2026, 2, 9, 8, 0, tzinfo=IST), datetime(2026, 2, 16, 9, 45, tzinfo=IST)


def load(folder: Path, circles: tuple[str, ...] = ("delhi", "delhi", "bihar")) -> None:
    """People of the cells' reports, none of them in the chat, put beside the running assistant."""
    with sqlite3.connect(folder / "chat.db", timeout=10) as db:
        for number, circle in enumerate(circles, start=500):
            db.execute("INSERT INTO person (id, messages_off, created_at) VALUES (?, 0, 1)", (number,))
            db.execute(
                "INSERT INTO roster (person_id, employee_id, designation, circle, division, group_written, reported_at)"
                " VALUES (?, ?, 'mts', ?, 'North', 'C', 1771000000)", (number, f"E{number}", circle),
            )  # fmt: skip
            db.execute("INSERT INTO stale (person_id) VALUES (?)", (number,))
    db.close()


async def cells(desk: Desk, folder: Path) -> None:
    await desk.joins(CELL, "delhi", Role.CELL)
    await desk.joins(OTHER, "bihar", Role.CELL)
    await desk.joins(CENTRAL, None, Role.CELL)
    await desk.settled()
    load(folder)
    await desk.run.app.reminding.look()


def upload_of(sent: Sent) -> Upload:
    (upload,) = [value for value in sent.params.values() if isinstance(value, Upload)]
    return upload


async def exports(desk: Desk) -> list[tuple[str, str]]:
    return [(one.audit.actor, one.audit.details) for one in await desk.audits() if one.audit.action == "export"]


@BOTH_WAYS
def test_a_cell_gets_its_circle_as_pictures_and_tables(tmp_path: Path, way: Way) -> None:
    async def script(desk: Desk) -> None:
        await cells(desk, tmp_path)
        desk.api.say(CELL, "/report")
        whole = await desk.hears(CELL, "Where Delhi Postal Circle stands", 20)
        parts = await desk.hears(CELL, "The same by division", 20)
        for sent, name in ((whole, "igot-report-delhi-2026-02-10-member-1.png"),
                           (parts, "igot-parts-delhi-2026-02-10-member-1.png")):  # fmt: skip
            assert (sent.method, upload_of(sent).filename) == ("sendPhoto", name)
            assert upload_of(sent).data.startswith(b"\x89PNG") and len(upload_of(sent).data) < 60_000
        assert labels(parts) == ["Table (Excel)", "Table (CSV)", "Who to call", "Open questions"]
        desk.api.tap(CELL, data_of(parts, "report.csv"))
        table = upload_of(await desk.hears(CELL, "the table you asked for", 20))
        rows = list(csv.DictReader(io.StringIO(table.data.decode("utf-8-sig"))))
        assert rows[0]["Employees"] == "2" and {row["Circle"] for row in rows} == {"Delhi Postal Circle"}
        assert {row["Exported by"] for row in rows} == {"member:1"}
        desk.api.tap(CELL, data_of(parts, "report.calls"))
        sheet = openpyxl.load_workbook(io.BytesIO(upload_of(await desk.hears(CELL, "who is behind", 20)).data)).active
        assert sheet is not None
        assert [cell.value for cell in sheet["C"]][1:] == ["E500", "E501"]
        counts = {
            "report": "2 employees",
            "parts": "2 employees",
            "csv": "2 employees",
            "calls": "2 rows, names and numbers shown",
        }
        assert await exports(desk) == [
            ("member:1", f"{what}, delhi, 2025-26, {count}") for what, count in counts.items()
        ]

    play(script, tmp_path, way)


def test_the_training_division_sees_all_and_each(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await cells(desk, tmp_path)
        desk.api.say(CENTRAL, "/report")
        await desk.hears(CENTRAL, "Where all circles stand", 20)
        parts = await desk.hears(CENTRAL, "For one circle: /report", 20)
        assert labels(parts)[-1] == "Open questions"
        desk.api.tap(CENTRAL, data_of(parts, "report.xlsx"))
        book = openpyxl.load_workbook(io.BytesIO(upload_of(await desk.hears(CENTRAL, "the table you", 20)).data))
        assert book["Figures"]["E2"].value == 3
        desk.api.tap(CENTRAL, data_of(parts, "report.questions"))
        assert upload_of(await desk.hears(CENTRAL, "not understood", 20)).filename.startswith("igot-questions-all")
        desk.api.say(CENTRAL, "/report  बिहार")
        await desk.hears(CENTRAL, "Where Bihar Postal Circle stands", 20)
        parts = await desk.hears(CENTRAL, "The same by division", 20)
        desk.api.tap(CENTRAL, data_of(parts, "report.questions"))
        listed = upload_of(await desk.hears(CENTRAL, "Bihar Postal Circle stands: the topics", 20))
        assert listed.filename.startswith("igot-questions-bihar")
        desk.api.say(CENTRAL, "/report Atlantis")
        await desk.hears(CENTRAL, "I know no circle of that name")

    play(script, tmp_path)


def test_a_cell_gets_no_other_circle_and_nobodys_words(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await cells(desk, tmp_path)
        desk.api.say(CELL, "/report Bihar")
        await desk.hears(CELL, "Your reports are those of Delhi Postal Circle")
        desk.api.say(CENTRAL, "/report Bihar")
        buttons = await desk.hears(CENTRAL, "The same by division", 20)
        await desk.run.app.store.revoke(3, "command line", desk.clock.seconds())
        desk.api.tap(CENTRAL, data_of(buttons, "report.csv"))  # no role any more
        assert "no longer valid" in await desk.popup(CENTRAL, "")
        await desk.joins(CENTRAL, "delhi", Role.CELL)
        for what in ("report.csv", "report.calls", "report.questions"):
            desk.api.tap(CENTRAL, data_of(buttons, what))
        await desk.settled()
        assert [text for text in desk.api.popups_of(CENTRAL) if "Your reports are those of Delhi" in text] == [
            "Your reports are those of Delhi Postal Circle. Send /report for them."
        ] * 3
        assert [who for who, _ in await exports(desk)] == ["member:3"] * 2  # while they were central

    play(script, tmp_path)


def test_whoever_has_no_such_role_gets_the_answer_to_an_unknown_command(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        load(tmp_path)
        for user in (PERSON, ASHA):
            desk.api.say(user, "/start")
        await desk.settled()
        answers = set()
        for user, command in ((PERSON, "/report"), (PERSON, "/raport"), (ASHA, "/report"), (ASHA, "/report Delhi")):
            desk.catch_up(user)
            desk.api.say(user, command)
            answers.add((await desk.hears(user, "command")).text)
        assert len(answers) == 1
        desk.catch_up(DELHI)
        await desk.joins(BOSS, "delhi", Role.ADMINISTRATOR)
        desk.member(BOSS).write("/report")
        await desk.settled()
        assert desk.heard(DELHI) == [] and await exports(desk) == []
        desk.api.say(BOSS, "/report")
        await desk.hears(BOSS, "Where Delhi Postal Circle stands", 20)

    play(script, tmp_path)


def test_who_lost_the_role_meanwhile_gets_the_words_without_the_file(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await cells(desk, tmp_path)
        async with desk.run.app.inbox.one_at_a_time:
            desk.api.say(CELL, "/report")
            await desk.api.wait_for(lambda api: not api.inbox.pending)
            with sqlite3.connect(tmp_path / "chat.db", timeout=10) as db:
                db.execute("UPDATE member SET revoked_at = 1 WHERE id = 1")
            db.close()
        await desk.hears(CELL, "command", 20)
        assert await exports(desk) == []

    play(script, tmp_path)


# -- the weekly digest -------------------------------------------------------------------------------------------------


def test_each_cell_gets_its_digest_once_on_the_first_working_day(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(ADMIN, "delhi", Role.ADMINISTRATOR)
        await desk.joins(CHARU, "delhi")
        await cells(desk, tmp_path)
        everybody = (CELL, OTHER, CENTRAL, ADMIN, CHARU)
        desk.catch_up(*everybody)
        weekly = desk.run.app.reporting
        await weekly.look()  # a week has begun: its figures are kept, nobody is told who came in it
        desk.clock.move(days=2)
        await weekly.look()
        await desk.settled()
        assert [desk.heard(user) for user in everybody] == [[]] * 5
        await desk.passes(days=5)  # the next Monday, before work
        await weekly.look()
        desk.clock.move(hours=1, minutes=45)
        for _ in range(3):
            await weekly.look()
        told = await desk.hears(CELL, "Where Delhi Postal Circle stands: the week 9 February 2026 to 15 February 2026")
        for expected in (
            "2 employees; in the chat 0 (0 %, ±0)", "Phase 1 – by 15 February 2026: 0 % (0 of 2, ±0)",
            "Who needs a call: 2 people", "• North: 2", "Questions not understood (all circles): 0",
        ):  # fmt: skip
            assert expected in told.text, told.text
        assert "This is the first digest" not in told.text
        await desk.hears(OTHER, "Where Bihar Postal Circle stands")
        central = await desk.hears(CENTRAL, "Where all circles stand")
        assert "• Delhi Postal Circle: 2" in central.text and "Open questions" in labels(central)
        await desk.passes(days=2)
        await weekly.look()
        await desk.settled()
        assert [desk.heard(user) for user in everybody] == [[]] * 5
        desk.api.tap(CELL, data_of(told, "report.png"))
        await desk.hears(CELL, "Where Delhi Postal Circle stands", 20)
        assert [one.audit.actor for one in await desk.audits() if one.audit.action == "digest"] == ["clock"] * 3

    play(script, tmp_path, at=EARLY)


def test_a_digest_is_not_sent_again_after_a_stop(tmp_path: Path) -> None:
    async def talk() -> None:
        async with desk_running(tmp_path, at=EARLY) as desk:
            await cells(desk, tmp_path)
            desk.clock.move(days=7, hours=1, minutes=45)
            await desk.run.app.reporting.look()
            first = await desk.hears(CELL, "This is the first digest")
            assert "(0 %)" in first.text
        async with desk_running(tmp_path, at=MONDAY) as desk:
            await desk.run.app.reporting.look()
            await desk.settled()
            assert desk.heard(CELL) == []

    asyncio.run(asyncio.wait_for(talk(), 60))


def test_outside_a_training_year_nobody_is_told(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await cells(desk, tmp_path)
        desk.catch_up(CELL)
        desk.clock.move(days=7)
        await desk.run.app.reporting.look()
        await desk.settled()
        assert desk.heard(CELL) == []

    play(script, tmp_path, at=datetime(2026, 5, 4, 10, 0, tzinfo=IST))


def test_a_step_that_helps_less_is_named_in_the_digest(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await cells(desk, tmp_path)
        day = int(EARLY.timestamp()) // 86_400 * 86_400
        with sqlite3.connect(tmp_path / "chat.db", timeout=10) as db:
            for when, times in ((day + 2 * 86_400, 24), (day - 3 * 86_400, 6)):
                db.execute("INSERT INTO flow_count VALUES ('otp', 'which', ?, 'left', ?)", (when, times))
        db.close()
        desk.clock.move(days=7, hours=1, minutes=45)
        await desk.run.app.reporting.look()
        told = await desk.hears(CELL, "Where the guided walks help less")
        assert "OTP" in told.text.partition("help less")[2]
        assert "did not help 24 times, 4 times as often as the week before" in told.text

    play(script, tmp_path, at=EARLY)
