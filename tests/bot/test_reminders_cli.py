"""`reminders rehearse` and `reminders report` as the operator uses them."""

from __future__ import annotations

import asyncio
import json
from datetime import date, time
from pathlib import Path
from time import tzset
from typing import Any

import pytest
from msgspec.structs import replace

from bot.content import load_catalogue
from handlers.facts import Facts, Post
from reminders.judge import judge
from tests.bot.command_line import Cli, is_one_line
from tests.store.backings import KEY, SqliteBacking
from tests.store.reminding import begun, choose
from tests.store.seeding import seed

OPENED = date(2026, 1, 1)
MTS = Facts("1002", "2025-26", told=Post("mts"), reported=Post("mts"), reported_circle="delhi", opened_on=OPENED)
PA = replace(
    MTS, key="0042", told=Post(), reported=Post("postal_assistant"), reported_circle="bihar", has_channel=False
)
NEW = replace(MTS, key="", told=Post(), reported=Post(), reported_circle=None, told_circle="delhi")
DAYS = ("--from", "2026-02-12", "--to", "2026-02-13")


@pytest.fixture
def database(tmp_path: Path) -> SqliteBacking:
    backing = SqliteBacking(tmp_path)

    async def make() -> None:
        store = backing.store()
        await store.open()
        await store.close()

    asyncio.run(make())
    seed(backing, [MTS, PA, NEW], first=7)
    backing.rows("DELETE FROM roster WHERE person_id = 9")  # somebody whom no report names
    return backing


def rehearsed(cli: Cli, *arguments: str, **environment: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed(cli, *arguments, **environment).splitlines()]


def printed(cli: Cli, *arguments: str, **environment: str) -> str:
    at = {"DATABASE_URL": "sqlite:///store.db", "DATA_KEY": KEY.decode(), **environment}
    ended = cli("reminders", "rehearse", *arguments, "--jsonl", **at)
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def test_the_same_facts_give_the_same_bytes_wherever_the_program_runs(
    cli: Cli, database: SqliteBacking, monkeypatch: pytest.MonkeyPatch
) -> None:
    spring = ("--from", "2026-02-01", "--to", "2026-03-31")
    here = printed(cli, *spring)
    assert here.count("\n") == 13 * 3
    try:
        for zone in ("America/New_York", "Pacific/Kiritimati"):
            monkeypatch.setenv("TZ", zone)
            tzset()
            assert printed(cli, *spring) == here
    finally:
        monkeypatch.undo()
        tzset()


def test_a_rehearsal_prints_everybody_on_reminder_days(cli: Cli, database: SqliteBacking) -> None:
    lines = rehearsed(cli, *DAYS)
    assert [(line["date"], line["person"]) for line in lines] == [
        ("2026-02-12", "0042"), ("2026-02-12", "1002"), ("2026-02-12", "chat:9")
    ]  # fmt: skip
    assert [line["reason"] for line in lines] == ["no_channel", "due", "no_designation"]
    catalogue = load_catalogue(measures_texts=False)
    found = judge(MTS, catalogue, catalogue.years[0], date(2026, 2, 12))
    assert lines[1] == {
        "date": "2026-02-12", "person": "1002", "decision": "send", "reason": "due", "milestones": ["phase1"],
        "completed": 0, "remaining": list(found.remaining), "extra": [], "assessment_passed": False,
    }  # fmt: skip
    assert list(lines[1]) == [
        "date", "person", "decision", "reason", "milestones", "completed", "remaining", "extra", "assessment_passed"
    ]  # fmt: skip


def test_people_without_a_chat_are_judged_on_request(cli: Cli, database: SqliteBacking) -> None:
    lines = rehearsed(cli, *DAYS, "--include-unlinked")
    assert [(line["person"], line["reason"]) for line in lines] == [
        ("0042", "due"), ("1002", "due"), ("chat:9", "no_designation")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "person"), [("1002", "1002"), ("chat:7", "1002"), ("chat:9", "chat:9"), ("0042", "0042")]
)
def test_one_person_by_any_of_their_names(cli: Cli, database: SqliteBacking, key: str, person: str) -> None:
    assert [line["person"] for line in rehearsed(cli, *DAYS, "--person", key)] == [person]


def test_one_circle_by_any_of_its_names(cli: Cli, database: SqliteBacking) -> None:
    lines = rehearsed(cli, *DAYS, "--circle", "Delhi Postal Circle")
    assert [line["person"] for line in lines] == ["1002", "chat:9"]
    assert [line["person"] for line in rehearsed(cli, *DAYS, "--circle", "बिहार")] == ["0042"]


def test_a_rehearsal_changes_nothing_but_the_audit(cli: Cli, database: SqliteBacking) -> None:
    tables = [name for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    before = {name: database.rows(f"SELECT * FROM {name}") for name in tables}
    first, second = rehearsed(cli, *DAYS, "--person", "1002"), rehearsed(cli, *DAYS, "--person", "1002")
    assert first == second
    after = {name: database.rows(f"SELECT * FROM {name}") for name in tables}
    changed = {name for name in tables if before[name] != after[name]}
    assert changed <= {"audit", "sqlite_sequence"}
    kept = database.rows("SELECT actor, action, details FROM audit")
    assert kept == [("command line", "rehearse", "2026-02-12 to 2026-02-13, one person, 1 lines")] * 2


def test_without_jsonl_a_table_shows_the_days(cli: Cli, database: SqliteBacking) -> None:
    ended = cli("reminders", "rehearse", "--from", "2026-02-01", "--to", "2026-02-15", DATABASE_URL="sqlite:///store.db",
                DATA_KEY=KEY.decode())  # fmt: skip
    assert ended.code == 0
    assert "2026-02-12" in ended.out
    assert "█" in ended.out
    assert "no_channel 1" in ended.out
    assert "2026-02-13" not in ended.out


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (("--from", "2026-02-30", "--to", "2026-03-01"), "--from:"),
        (("--from", "2026-03-01", "--to", "2026-02-01"), "--to:"),
        ((*DAYS, "--person", "nobody"), "--person:"),
        ((*DAYS, "--circle", "Atlantis"), "--circle:"),
    ],
)
def test_what_cannot_be_rehearsed_is_said_in_one_line(
    cli: Cli, database: SqliteBacking, arguments: tuple[str, ...], start: str
) -> None:
    ended = cli("reminders", "rehearse", *arguments, DATABASE_URL="sqlite:///store.db", DATA_KEY=KEY.decode())
    assert is_one_line(ended, start)


def test_a_report_is_complete_only_when_it_adds_up(cli: Cli, database: SqliteBacking) -> None:
    def report() -> tuple[int, str]:
        ended = cli(
            "reminders", "report", "--on", "2026-02-12", DATABASE_URL="sqlite:///store.db", DATA_KEY=KEY.decode()
        )
        return ended.code, ended.out

    assert report() == (0, "2026-02-12: nothing was chosen\n")

    async def chosen() -> None:
        store = database.store()
        await store.open()
        catalogue = load_catalogue(measures_texts=False)
        job, day = await begun(store, catalogue, date(2026, 2, 12), time(10))
        await choose(store, job, day)
        await store.close()

    asyncio.run(chosen())
    code, out = report()
    assert code == 1
    assert "chosen 1 = sent 0 + failed 0 + blocked 0 + unknown 0 + dropped 0 + missed 0 + held 0 + waiting 1" in out
    assert "not sent: no_channel 1, no_designation 1" in out
    assert out.endswith("not complete: some wait or are held\n")
    database.rows("UPDATE outbox SET state = 2, outcome = 'sent', settled_at = 1")
    code, out = report()
    assert (code, out.splitlines()[-1]) == (0, "complete")
    database.rows("DELETE FROM reminder WHERE state = 'sent'")
    code, out = report()
    assert (code, out.splitlines()[-1]) == (1, "NOT COMPLETE: it does not add up")
