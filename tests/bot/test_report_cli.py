"""`report` and `audit` as the operator uses them."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import os
import stat
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace

from bot.content import load_catalogue
from bot.standing_now import StandingNow
from handlers.desk_step import Audit
from handlers.effects import KeepForReview
from handlers.facts import Claims, Facts, Post
from knowledge.working_time import IST
from reminders.figures import monday_of
from tests.bot.command_line import Cli, Ended, is_one_line
from tests.store.backings import KEY, SqliteBacking
from tests.store.reminding import Chats, done
from tests.store.seeding import seed

MTS = Facts("1002", "2025-26", reported=Post("mts"), reported_circle="delhi", opened_on=date(2026, 1, 1),
            is_verified=True, progress={"kym": Claims(reported=done("2026-01-05"))})  # fmt: skip
PA = replace(MTS, key="0042", reported=Post("postal_assistant"), has_channel=False, is_verified=None, progress={})
FAR = replace(MTS, key="77", reported_circle="bihar")
ROOT = Path(__file__).resolve().parent.parent.parent
ON = ("--today", "2026-02-18")
DONE = """
INSERT INTO claim (person_id, year, course, source, state, at, day)
VALUES (9, '2025-26', ?, 'report', 'completed', 5, '2026-02-11')
"""
SHEET = {"DATABASE_URL": "sqlite:///store.db", "DATA_KEY": KEY.decode()}


@pytest.fixture
def database(tmp_path: Path) -> SqliteBacking:
    backing = SqliteBacking(tmp_path)

    async def make() -> None:
        store = backing.store()
        await store.open()
        kept = KeepForReview("=otp ⟨number⟩", "clarified", None, ("login.otp",), 0.4, "hinglish")
        await Chats(store).does("99", kept, now=1_771_000_000)
        await store.close()

    asyncio.run(make())
    seed(backing, [MTS, PA, FAR], first=7)
    backing.rows("UPDATE roster SET division = '=North', group_written = 'Group C', reported_at = 1771000000")
    return backing


def report(cli: Cli, *arguments: str) -> Ended:
    return cli("report", *ON, *arguments, **SHEET)


def test_a_circle_is_shown_with_its_divisions(cli: Cli, database: SqliteBacking) -> None:
    ended = report(cli, "--circle", "Delhi Postal Circle")
    assert (ended.code, ended.err) == (0, "")
    for expected in ("Where Delhi Postal Circle stands", "Training year 2025-26", "2 employees", "18 February 2026",
                     "report loaded: made on 13 February 2026", "Behind, and cannot be written to: 1"):  # fmt: skip
        assert expected in ended.out
    (line,) = [line for line in ended.out.splitlines() if line.split()[:1] == ["=North"]]
    assert line.split() == ["=North", "2", "1", "1", "1", "0", "0", "0", "0", "1"]


def test_all_circles_in_hindi_by_group(cli: Cli, database: SqliteBacking) -> None:
    ended = report(cli, "--by", "group", "--language", "hi")
    assert ended.code == 0 and "सभी सर्किल" in ended.out and "3 कर्मचारी" in ended.out and "ग्रुप C" in ended.out


def test_files_are_written_and_kept_in_the_audit(cli: Cli, database: SqliteBacking, tmp_path: Path) -> None:
    files = (
        "--out",
        "all.csv",
        "--out",
        "all.xlsx",
        "--out",
        "all.png",
        "--calls",
        "calls.xlsx",
        "--questions",
        "q.csv",
    )
    ended = report(cli, *files)
    assert (ended.code, ended.err) == (0, "")
    assert [line.removeprefix("written: ") for line in ended.out.splitlines() if line.startswith("written")] == [
        "all.csv", "all.xlsx", "all.png", "all-parts.png", "calls.xlsx", "q.csv"
    ]  # fmt: skip
    assert {stat.S_IMODE(os.stat(tmp_path / name).st_mode) for name in ("all.csv", "calls.xlsx", "q.csv")} == {0o600}
    assert (tmp_path / "all.png").read_bytes()[:4] == (tmp_path / "all-parts.png").read_bytes()[:4] == b"\x89PNG"
    rows = list(csv.DictReader(io.StringIO((tmp_path / "all.csv").read_bytes().decode("utf-8-sig"))))
    assert rows[0]["Employees"] == "3" and rows[0]["Phase 1 – by 15 February 2026"] == "2"
    assert {row["Exported by"] for row in rows} == {"command line"}
    assert "'=North" in {row["Part"] for row in rows}
    sheet = openpyxl.load_workbook(tmp_path / "calls.xlsx").active
    assert sheet is not None
    assert [[cell.value for cell in row][2:5] for row in sheet.iter_rows(min_row=2)] == [
        ["0042", "Delhi Postal Circle", "=North"]
    ]
    asked = list(csv.DictReader(io.StringIO((tmp_path / "q.csv").read_bytes().decode("utf-8-sig"))))
    assert (asked[0]["Question"], asked[0]["File for a phrase"]) == ("'=otp ⟨number⟩", "phrases/hinglish/login.otp.txt")
    kept = database.rows("SELECT actor, action, details FROM audit ORDER BY id")
    assert [row[:2] for row in kept] == [("command line", "export")] * 6
    assert [row[2].split(", ")[0] for row in kept] == ["csv", "xlsx", "report", "parts", "calls", "questions"]
    assert kept[4][2] == "calls, all circles, 2025-26, 1 rows, names and numbers shown"


WEEKS = "SELECT DISTINCT week FROM figure_week ORDER BY 1"


async def week_kept(database: SqliteBacking, now: datetime) -> None:
    """As the running assistant keeps it."""
    store, catalogue = database.store(), load_catalogue(None, measures_texts=False)
    standing = StandingNow(store, lambda: catalogue)
    await store.open()
    await standing.found(standing.span(None, now))
    assert await standing.keep_week(standing.span(None, now))
    await store.close()


def test_a_report_of_this_day_keeps_the_week(cli: Cli, database: SqliteBacking) -> None:
    days = [datetime.now(IST).date()]
    assert cli("report", **SHEET).code == 0
    days.append(datetime.now(IST).date())
    ((kept,),) = database.rows(WEEKS)
    assert kept in {monday_of(day).isoformat() for day in days}


def test_a_report_as_of_another_day_keeps_no_week(cli: Cli, database: SqliteBacking) -> None:
    """What the figures are now is not what they were that week, and a week is kept once, for good."""
    assert cli("report", "--today", "2026-02-10", **SHEET).code == 0
    assert database.rows(WEEKS) == []


def test_a_kept_week_is_shown_by_the_next_reports(cli: Cli, database: SqliteBacking) -> None:
    asyncio.run(week_kept(database, datetime(2026, 2, 10, 9, 0, tzinfo=IST)))
    assert database.rows(WEEKS) == [("2026-02-09",)]
    database.rows(DONE, "dcc")
    database.rows(DONE, "ccs")
    database.rows("DELETE FROM claim WHERE person_id = 7 AND course = 'kym'")
    database.rows("INSERT INTO stale (person_id) VALUES (7), (9)")
    out = report(cli).out
    assert "Phase 1: since 9 February 2026: −1" in out
    assert database.rows(WEEKS) == [("2026-02-09",)]
    assert len(database.rows("SELECT * FROM stale")) >= 2  # the next look for reminders judges them


def test_of_one_circle_the_questions_are_topics(cli: Cli, database: SqliteBacking, tmp_path: Path) -> None:
    database.rows("INSERT INTO unanswered VALUES ('delhi', 'login.otp', 'not_helpful', '2026-02-16', 4),"
                  " ('bihar', 'app', 'declined', '2026-02-16', 9)")  # fmt: skip
    assert report(cli, "--circle", "Delhi", "--questions", "q.csv").code == 0
    text = (tmp_path / "q.csv").read_bytes().decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["Times"], row["Topic's id"], "⟨number⟩" in text) == ("4", "login.otp", False)
    assert database.rows("SELECT details FROM audit") == [("questions, delhi, 2025-26, 1 rows",)]


def test_nobody_loaded_is_no_error(cli: Cli, tmp_path: Path) -> None:
    ended = report(cli)
    assert ended.code == 0 and "No report of iGOT has been loaded yet." in ended.out


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (("--circle", "Atlantis"), "--circle:"),
        (("--by", "total"), "--by:"),
        (("--by", "planet"), "--by:"),
        (("--year", "1999-00"), "--year:"),
        (("--language", "fr"), "--language:"),
        (("--out", "x.gif"), "x.gif:"),
        (("--calls", "x.png"), "x.png:"),
        (("--out", "nowhere/x.csv"), "nowhere/x.csv:"),
    ],
)
def test_what_cannot_be_reported_is_said_in_one_line(
    cli: Cli, database: SqliteBacking, arguments: tuple[str, ...], start: str
) -> None:
    assert is_one_line(report(cli, *arguments), start)


def test_a_wrong_day_is_said_in_one_line(cli: Cli, database: SqliteBacking) -> None:
    assert is_one_line(cli("report", "--today", "2026-02-30", **SHEET), "--today:")
    assert is_one_line(cli("audit", "--from", "yesterday", **SHEET), "--from:")


# -- the audit ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def audited(database: SqliteBacking) -> SqliteBacking:
    """What a cell member (7) and the command line did on two days."""

    async def make() -> None:
        store = database.store()
        await store.open()
        await store.note("member:1", "export", "calls, delhi, 3 rows", 1_771_000_000)
        await store.note("command line", "rehearse", "all", 1_771_100_000)
        await store.close()

    asyncio.run(make())
    database.rows(
        "INSERT INTO member (id, person_id, address_id, role, circle, granted_at, granted_by)"
        " VALUES (1, 7, 7, 'cell', 'delhi', 1, '')"
    )
    return database


def test_the_audit_says_who_did_what_when_as_what(cli: Cli, audited: SqliteBacking) -> None:
    assert cli("audit", **SHEET).out.splitlines() == [
        "2026-02-15 01:43:20 command line: rehearse all",
        "2026-02-13 21:56:40 member:1 (cell, delhi): export calls, delhi, 3 rows",
    ]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--action", "export"), ["export"]),
        (("--actor", "command line"), ["rehearse"]),
        (("--from", "2026-02-14"), ["rehearse"]),
        (("--to", "2026-02-13"), ["export"]),
        (("--from", "2026-02-13", "--to", "2026-02-15"), ["rehearse", "export"]),
        (("--request", "5"), []),
        (("--limit", "1"), ["rehearse"]),
    ],
)
def test_the_audit_is_filtered(
    cli: Cli, audited: SqliteBacking, arguments: tuple[str, ...], found: list[str]
) -> None:  # fmt: skip
    lines = [json.loads(line) for line in cli("audit", "--jsonl", *arguments, **SHEET).out.splitlines()]
    assert [line["action"] for line in lines] == found


def test_what_is_not_shown_of_the_audit_is_said(cli: Cli, audited: SqliteBacking) -> None:
    lines = cli("audit", "--limit", "1", **SHEET).out.splitlines()
    assert len(lines) == 2 and "older" in lines[1]


def test_a_line_of_the_audit(cli: Cli, audited: SqliteBacking) -> None:
    (line,) = cli("audit", "--jsonl", "--actor", "member:1", **SHEET).out.splitlines()
    assert json.loads(line) == {
        "id": 1, "at": "2026-02-13T16:26:40+00:00", "actor": "member:1", "role": "cell", "circle": "delhi",
        "action": "export", "request": None, "details": "calls, delhi, 3 rows",
    }  # fmt: skip


def test_an_action_on_a_request_has_its_number(cli: Cli, audited: SqliteBacking) -> None:
    audit = Audit("member:9", "claim", 12)
    audited.rows("INSERT INTO audit (at, actor, action, ticket_id, details) VALUES (1771200000, ?, ?, ?, '')",
                 audit.actor, audit.action, audit.ticket)  # fmt: skip
    assert cli("audit", "--request", "12", **SHEET).out == "2026-02-16 05:30:00 member:9: claim request 12\n"


def test_a_rehearsal_that_is_broken_off_is_audited(database: SqliteBacking, tmp_path: Path) -> None:
    """As `| head` does it: whoever reads the lines is gone before all are written."""
    seed(database, [replace(MTS, key=f"{number:06}") for number in range(2_000)], first=100)
    command = [sys.executable, "-m", "bot", "reminders", "rehearse", "--from", "2026-02-12", "--to", "2026-02-13"]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*command, "--jsonl"], cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, check=False,
                          env={**os.environ, **SHEET, "PYTHONPATH": str(ROOT)})  # fmt: skip
    os.close(writer)
    assert done.returncode != 0
    assert [row[0] for row in database.rows("SELECT action FROM audit")] == ["rehearse"]
