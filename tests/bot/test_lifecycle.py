"""From the command line to the end: starting, being refused, reading content again, stopping; and `ask`."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sqlite3
import stat
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import bot.app
import bot.delivery
from bot.app import build
from bot.cli import main
from bot.clock import Clock
from bot.data_key import data_key
from bot.settings import SettingsError
from bot.store.rows import Outcome
from tests.bot.ways import BotProcess, column, counted, free_port, polling, replies, run_process
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import SECRET, running, settings

OURS = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_API_URL", "TELEGRAM_WEBHOOK_URL", "TELEGRAM_WEBHOOK_SECRET", "DATABASE_URL",
        "DATA_KEY", "CONTENT_DIR", "WEB_HOST", "WEB_PORT", "WEB_PUBLIC")  # fmt: skip
DAY = "2026-02-10"


@dataclass
class Ended:
    code: int
    out: str
    err: str


Cli = Callable[..., Ended]


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """`python -m bot <arguments>` in an empty folder, with nothing set but what is given."""

    def run(*arguments: str, **environment: object) -> Ended:
        for name in OURS:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, str(value))
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["bot", *arguments])
        capsys.readouterr()
        code: object = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
        printed = capsys.readouterr()
        return Ended(int(str(code)), printed.out, printed.err)

    return run


def is_one_line(ended: Ended, start: str) -> bool:
    lines = ended.err.splitlines()
    return ended.code == 2 and len(lines) == 1 and lines[0].startswith(f"dakpath: {start}") and not ended.out


# -- wrong settings ----------------------------------------------------------------------------------------------------

PEPPER = "pepper4711"


@pytest.mark.parametrize(
    ("name", "environment"),
    [
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": f"no-number:{PEPPER}"}),
        ("TELEGRAM_API_URL", {"TELEGRAM_API_URL": "api.example"}),
        ("TELEGRAM_API_URL", {"TELEGRAM_API_URL": "ftp://api.example"}),
        ("TELEGRAM_WEBHOOK_URL", {"TELEGRAM_WEBHOOK_URL": "https://[broken", "TELEGRAM_WEBHOOK_SECRET": PEPPER}),
        ("TELEGRAM_WEBHOOK_SECRET", {"TELEGRAM_WEBHOOK_URL": "https://bot.example/hook"}),
        ("TELEGRAM_WEBHOOK_SECRET", {"TELEGRAM_WEBHOOK_SECRET": f"{PEPPER} with spaces"}),
        ("TELEGRAM_WEBHOOK_SECRET", {"TELEGRAM_WEBHOOK_SECRET": PEPPER * 30}),
        ("DATABASE_URL", {"DATABASE_URL": f"postgresql://user:{PEPPER}@host/db"}),
        ("DATABASE_URL", {"DATABASE_URL": "sqlite:///"}),
        ("DATABASE_URL", {"DATABASE_URL": "sqlite:////no/such/folder/x.db"}),
        ("DATA_KEY", {"DATA_KEY": PEPPER}),
        ("CONTENT_DIR", {"CONTENT_DIR": "/no/such/folder"}),
        ("WEB_PORT", {"WEB_PORT": "eighty"}),
        ("WEB_PORT", {"WEB_PORT": "65536"}),
        ("WEB_PUBLIC", {"WEB_PUBLIC": "perhaps"}),
        ("WEB_HOST", {"WEB_HOST": "0.0.0.0"}),  # noqa: S104
        ("WEB_HOST", {"WEB_HOST": "192.0.2.1", "WEB_PUBLIC": "1", "WEB_PORT": "0"}),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(cli: Cli, name: str, environment: Mapping[str, str]) -> None:
    ended = cli("run", **environment)
    assert is_one_line(ended, name), ended
    assert PEPPER not in ended.err


def test_settings_are_read_from_a_file_too_and_empty_ones_are_unset(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("WEB_PORT=eighty\nTELEGRAM_BOT_TOKEN=\n")
    assert is_one_line(cli("run"), "WEB_PORT")
    (tmp_path / ".env").write_text("TELEGRAM_BOT_TOKEN=\nTELEGRAM_WEBHOOK_URL=\nCONTENT_DIR=\nDATA_KEY=\n")
    assert cli("migrate").code == 0


@pytest.mark.parametrize("arguments", [("run", "--today", "10.02.2026"), ("ask", "x", "--today", "2026-13-01"),
                                       ("ask",), ("ask", "x", "--language", "fr")])  # fmt: skip
def test_a_wrong_argument_is_one_line_too(cli: Cli, arguments: tuple[str, ...]) -> None:
    ended = cli(*arguments)
    assert (ended.code, len(ended.err.splitlines())) == (2, 1), ended
    assert "Traceback" not in ended.err


def test_alone_it_shows_the_help(cli: Cli) -> None:
    ended = cli()
    shown = ended.out + ended.err
    assert all(command in shown for command in ("run", "console", "check", "migrate", "ask", "status"))


def test_a_port_in_use_is_one_line(cli: Cli) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        assert is_one_line(cli("run", WEB_PORT=other.getsockname()[1]), "WEB_PORT")


@pytest.mark.parametrize("command", ["run", "migrate", "status"])
def test_a_file_that_is_no_database_is_one_line_and_stays(cli: Cli, tmp_path: Path, command: str) -> None:
    (tmp_path / "x.db").write_text("a letter to somebody, and no database")
    assert is_one_line(cli(command, DATABASE_URL="sqlite:///x.db", WEB_PORT=0), "the database x.db cannot be used")
    assert (tmp_path / "x.db").read_text().startswith("a letter")


def test_a_refused_token_is_one_line_that_names_it(tmp_path: Path) -> None:
    async def check() -> tuple[int, str]:
        async with FakeBotApi(token="1:another") as api:
            environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "WEB_PORT": "0"}
            return await run_process(tmp_path, environment, "run")

    code, said = asyncio.run(check())
    *_, last = said.splitlines()
    assert (code, last) == (2, "dakpath: TELEGRAM_BOT_TOKEN: Telegram does not know this token")
    assert "Traceback" not in said
    assert TOKEN.partition(":")[2] not in said


# -- a moved clock -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", [None, "https://api.telegram.org/", "https://API.telegram.org", "https://api.telegram.org:443"])
def test_a_rehearsal_does_not_write_to_real_people(cli: Cli, tmp_path: Path, url: str | None) -> None:
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, **({"TELEGRAM_API_URL": url} if url else {})}
    assert is_one_line(cli("run", "--today", DAY, **environment), "--today")
    assert list(tmp_path.iterdir()) == []


def test_a_rehearsal_has_a_database_of_its_own(cli: Cli, tmp_path: Path) -> None:
    with socket.socket() as other:  # the port ends the run once the database is open
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        assert cli("run", "--today", DAY, WEB_PORT=taken).code == 2
        assert (tmp_path / f"dakpath-rehearsal-{DAY}.db").exists()
        assert not (tmp_path / "dakpath.db").exists()
        assert cli("run", "--today", DAY, WEB_PORT=taken, DATABASE_URL="sqlite:///named.db").code == 2
        assert (tmp_path / "named.db").exists()


# -- the key and the database ------------------------------------------------------------------------------------------


def test_the_key_file_is_ours_only_and_used_again(tmp_path: Path) -> None:
    made = settings(tmp_path)
    key = data_key(made)
    file = tmp_path / "chat.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(key) >= 32
    assert data_key(made) == key
    assert [path.name for path in tmp_path.iterdir()] == ["chat.key"]
    file.write_text("short\n")
    with pytest.raises(SettingsError, match=r"chat\.key"):
        data_key(made)
    assert data_key(settings(tmp_path, data_key="a-key-of-our-own")) == b"a-key-of-our-own"


def test_migrate_and_status(cli: Cli, tmp_path: Path) -> None:
    ended = cli("migrate", DATABASE_URL="sqlite:///x.db")
    assert (ended.code, ended.out.split()[:3]) == (0, ["the", "database", "is"])
    assert cli("migrate", DATABASE_URL="sqlite:///x.db").out == ended.out
    connection = sqlite3.connect(tmp_path / "x.db")
    connection.execute("INSERT INTO person (created_at) VALUES (1), (2), (3)")
    connection.commit()
    connection.close()
    shown = cli("status", DATABASE_URL="sqlite:///x.db")
    assert shown.code == 0
    assert "persons" in shown.out
    assert "3" in shown.out
    newer = sqlite3.connect(tmp_path / "x.db")
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    assert is_one_line(cli("migrate", DATABASE_URL="sqlite:///x.db"), "the database is of version 99")


# -- content -----------------------------------------------------------------------------------------------------------


def test_check_prints_every_problem_and_ends_with_1(cli: Cli, tmp_path: Path) -> None:
    good = cli("check")
    assert good.code == 0, good
    assert good.out.startswith("content is good: ")
    over = tmp_path / "over"
    (over / "texts" / "en").mkdir(parents=True)
    (over / "limits.yaml").write_text("a: [")
    (over / "texts" / "en" / "own.ftl").write_text("write-privately = { $nobody }\n")
    faulty = cli("check", CONTENT_DIR=over)
    assert faulty.code == 1
    assert "limits.yaml" in faulty.out
    assert "write-privately" in faulty.out
    assert "problem(s)" in faulty.err
    assert "Traceback" not in faulty.out + faulty.err
    assert cli("run", CONTENT_DIR=over, WEB_PORT=0).code == 1


# -- a process from its start to its end -------------------------------------------------------------------------------


def test_a_process_reads_content_again_stays_alone_and_drains_when_it_is_stopped(tmp_path: Path) -> None:
    over = tmp_path / "over" / "texts" / "en"
    over.mkdir(parents=True)

    def writes(text: str) -> None:
        (over / "own.ftl").write_text(f"write-privately = {text}\n")

    async def check() -> None:
        async with FakeBotApi(token=TOKEN, latency=0.03) as api:
            environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api.url, "WEB_PORT": "0",
                           "CONTENT_DIR": "over", "DATABASE_URL": f"sqlite:///{tmp_path}/chat.db"}  # fmt: skip
            process = BotProcess(tmp_path, environment, "run", "--today", DAY)
            writes("First words.")
            await process.start()
            try:
                await process.says("Telegram: bot 123456789, by polling")
                assert "Chat page: http://127.0.0.1:" in process.said
                await second_is_refused(tmp_path, environment)
                await reads_again(api, process, writes)
                await drains(api, process)
            finally:
                await process.kill()

    asyncio.run(check())
    assert column(tmp_path, "SELECT count(*) FROM inbox WHERE body IS NOT NULL") == [0]
    assert not {"inbox waiting", "outbox waiting", "outbox in flight"} & counted(tmp_path / "chat.db").keys()


async def second_is_refused(folder: Path, environment: Mapping[str, str]) -> None:
    code, said = await run_process(folder, environment, "run")
    assert (code, len(said.splitlines())) == (2, 1), said
    assert said.startswith("dakpath: DATABASE_URL: ")
    assert "in use" in said


async def reads_again(api: FakeBotApi, process: BotProcess, writes: Callable[[str], None]) -> None:
    async def in_a_new_group(chat: int) -> str:
        api.say(chat, "hello", user_id=9)
        await api.wait_for(replies(chat, 1), 20)
        return api.sent_to(chat)[0].text

    assert await in_a_new_group(-501) == "First words."
    writes("Second words.")
    process.signal(signal.SIGHUP)
    await process.says("The content was read again")
    assert await in_a_new_group(-502) == "Second words."
    writes("{ $nobody } and no more")
    process.signal(signal.SIGHUP)
    await process.says("the old content stays")
    assert "write-privately" in process.said
    assert await in_a_new_group(-503) == "Second words."


async def drains(api: FakeBotApi, process: BotProcess) -> None:
    """Stopped in the middle: what was acknowledged is answered, the rest still waits at the platform."""
    before = len(api.inbox.acknowledged)
    for chat in range(100, 180):
        api.say(chat, "/help")
        api.say(chat, "/privacy")
    await api.wait_for(lambda api: sum(len(api.sent_to(chat)) for chat in range(100, 180)) >= 5)
    process.signal(signal.SIGTERM)
    began = time.monotonic()
    assert await process.ended(10) == 0, process.said
    assert time.monotonic() - began < 10
    assert "Traceback" not in process.said
    answered = sum(len(api.sent_to(chat)) for chat in range(100, 180))
    assert answered >= len(api.inbox.acknowledged) - before
    assert answered + len(api.inbox.pending) >= 160


def test_a_stop_does_not_wait_for_a_platform_that_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bot.app._DRAIN + bot.delivery._LAST_WAIT <= 8  # a stop may take 10 s
    monkeypatch.setattr(bot.app, "_DRAIN", 0.5)
    monkeypatch.setattr(bot.delivery, "_LAST_WAIT", 0.3)

    async def check() -> float:
        async with FakeBotApi(token=TOKEN) as api:
            api.script("slow", method="sendMessage", delay=30, times=None)
            async with running(polling(tmp_path, api)):
                for chat in range(100, 180):
                    api.say(chat, "/help")
                await api.wait_for(lambda api: len(api.sent) >= 40)
                began = time.monotonic()
            return time.monotonic() - began

    assert asyncio.run(check()) < 2.5
    assert counted(tmp_path / "chat.db")["outbox in flight"] >= 40

    async def starts_again() -> None:
        app = build(settings(tmp_path), Clock(date.fromisoformat(DAY)))
        await app.store.open()
        recovered = await app.store.recover(1)
        assert recovered.sent_once_more >= 40
        await app.store.close()

    asyncio.run(starts_again())


def test_unacknowledged_pushes_are_not_lost_when_the_webhook_stops(tmp_path: Path) -> None:
    port = free_port()

    async def once(api: FakeBotApi) -> None:
        made = settings(tmp_path, api, webhook_port=port)
        async with running(made):
            await api.wait_for(lambda api: api.webhook["url"])
            for chat in range(100, 140):
                api.say(chat, "/help")
            await api.wait_for(lambda api: len(api.sent) >= 1)
        async with running(made):
            await api.wait_for(lambda api: all(api.sent_to(chat) for chat in range(100, 140)) and not api.inbox.pending)

    async def check() -> None:
        async with FakeBotApi(token=TOKEN) as api:
            await once(api)

    asyncio.run(check())
    counts = counted(tmp_path / "chat.db")
    assert counts["inbox done"] == counts[f"outbox {Outcome.SENT}"] == 40


# -- ask ---------------------------------------------------------------------------------------------------------------

FIELDS = {"id", "action", "topic", "alternatives", "confidence", "detected_language", "designation", "curriculum",
          "syllabus", "courses", "syllabus_courses", "extra_courses", "answer", "sources"}  # fmt: skip
LINES: list[tuple[bytes, Any]] = [
    (b'{"id": "a", "text": "otp nahi aa raha"}', "a"),
    (b"not json", None),
    (b'{"id": 2, "text": "my courses", "designation": "postman", "language": "hi"}', 2),
    (b'["a list"]', None),
    (b'{"text": "no id"}', None),
    (b'{"id": "x"}', None),
    (b'{"id": "x", "text": 5}', None),
    (b'{"id": "x", "text": "y", "language": "fr"}', None),
    (b'{"id": "x", "text": "y", "designation": 7}', None),
    (b"\xff\xfe", None),
    (b"[" * 100_000, None),
    (b"   ", ...),
    (b'{"id": "half", "text": "otp \\ud83d"}', "half"),
    (b'{"id": "half\\ud83d", "text": "otp"}', "half\ud83d"),
    (b'{"id": "empty", "text": ""}', "empty"),
    ("{\"id\": \"हिंदी\", \"text\": \"ओटीपी नहीं आया\"}".encode(), "हिंदी"),
]  # fmt: skip


def test_ask_answers_lines_in_order_and_goes_on_after_a_bad_one(tmp_path: Path) -> None:
    async def ask() -> tuple[int, bytes, bytes]:
        kept = {name: value for name, value in os.environ.items() if name not in OURS}
        environment = {**kept, "PYTHONPATH": os.getcwd(), "PYTHONIOENCODING": "ascii"}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "ask", "--jsonl", "--today", DAY, cwd=tmp_path, env=environment,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, err = await asyncio.wait_for(process.communicate(b"\n".join(line for line, _ in LINES)), 30)
        return process.returncode or 0, out, err

    code, out, err = asyncio.run(ask())
    assert (code, err) == (0, b"")
    got = [json.loads(line) for line in out.splitlines()]
    assert [one["id"] for one in got] == [id_ for _, id_ in LINES if id_ is not ...]
    for one in got:
        assert one.keys() == ({"id", "error"} if one["id"] is None else FIELDS)
    otp, hindi = got[0], got[-1]
    assert (otp["action"], otp["topic"], otp["detected_language"]) == ("answer", "login.otp", "hinglish")
    assert (hindi["action"], hindi["detected_language"]) == ("answer", "hi")
    assert 0 <= otp["confidence"] <= 1
    assert otp["sources"]
    postman = got[2]
    assert postman["designation"] == "Postman"
    assert (len(postman["courses"]), len(postman["syllabus_courses"])) == (6, 3)
    assert list(tmp_path.iterdir()) == []  # no database


def test_ask_prints_what_a_person_would_see(cli: Cli, tmp_path: Path) -> None:
    english = cli("ask", "otp not coming", "--today", DAY)
    hindi = cli("ask", "otp not coming", "--today", DAY, "--language", "hi")
    assert (english.code, hindi.code) == (0, 0)
    assert "OTP" in english.out
    assert english.out != hindi.out
    assert list(tmp_path.iterdir()) == []
