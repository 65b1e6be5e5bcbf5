"""Wrong settings and what the operator can mend: one line, exit code 2, no traceback, no secret."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.web.gate import PAGE_PATHS
from tests.bot.command_line import DAY, Cli, is_one_line
from tests.bot.ways import run_process
from tests.fake_bot_api import TOKEN, FakeBotApi

# -- wrong settings ----------------------------------------------------------------------------------------------------

PEPPER = "pepper4711"


@pytest.mark.parametrize(
    ("name", "environment"),
    [
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": f"no-number:{PEPPER}"}),
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": "4711"}),
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": "4711:"}),
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": f"4711:{PEPPER}/x"}),
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": f"\u0967:{PEPPER}"}),
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_WEBHOOK_URL": "https://bot.example/hook", "TELEGRAM_WEBHOOK_SECRET": PEPPER}),
        ("TELEGRAM_API_URL", {"TELEGRAM_API_URL": "https://api.example/bot"}),
        ("TELEGRAM_API_URL", {"TELEGRAM_API_URL": f"https://api.example?{PEPPER}"}),
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
        ("TELEGRAM_BULK_RATE", {"TELEGRAM_BULK_RATE": "0"}),
        ("TELEGRAM_BULK_RATE", {"TELEGRAM_BULK_RATE": "1001"}),
        ("WEB_PORT", {"WEB_PORT": "eighty"}),
        ("WEB_PORT", {"WEB_PORT": "65536"}),
        ("WEB_PUBLIC", {"WEB_PUBLIC": "perhaps"}),
        ("WEB_HOST", {"WEB_HOST": "0.0.0.0"}),
        ("WEB_HOST", {"WEB_HOST": "192.0.2.1", "WEB_PUBLIC": "1", "WEB_PORT": "0"}),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(cli: Cli, name: str, environment: Mapping[str, str]) -> None:
    ended = cli("run", **environment)
    assert is_one_line(ended, name), ended
    assert PEPPER not in ended.err


@pytest.mark.parametrize("path", ["", "/", *sorted(PAGE_PATHS), "/static/hook", "/%65vents", "/health/"])
def test_a_webhook_cannot_have_a_path_of_the_page(cli: Cli, path: str) -> None:
    hook = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_WEBHOOK_URL": f"https://bot.example{path}"}
    assert is_one_line(cli("run", **hook, TELEGRAM_WEBHOOK_SECRET="x"), "TELEGRAM_WEBHOOK_URL")


def test_a_settings_file_that_is_no_utf_8_is_one_line(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"WEB_PORT=8080 # caf\xe9\n")
    assert is_one_line(cli("run"), ".env")


def test_settings_are_read_from_a_file_too_and_empty_ones_are_unset(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("WEB_PORT=eighty\nTELEGRAM_BOT_TOKEN=\n")
    assert is_one_line(cli("run"), "WEB_PORT")
    (tmp_path / ".env").write_text("TELEGRAM_BOT_TOKEN=\nTELEGRAM_WEBHOOK_URL=\nCONTENT_DIR=\nDATA_KEY=\n")
    assert cli("migrate").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "--today", "10.02.2026"),
        ("run", "--clock-rate", "600"),
        ("ask", "x", "--today", "2026-13-01"),
        ("ask",),
        ("ask", "x", "--language", "fr"),
    ],
)
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


@pytest.mark.parametrize(
    "url", [None, "https://api.telegram.org/", "https://API.telegram.org", "https://api.telegram.org:443"]
)
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
        (tmp_path / ".env").write_text("DATABASE_URL=sqlite:///production.db\n")
        assert cli("run", "--today", "2026-02-11", WEB_PORT=taken).code == 2
        assert (tmp_path / "dakpath-rehearsal-2026-02-11.db").exists()
        assert not (tmp_path / "production.db").exists()
        assert cli("run", "--today", DAY, "--database", "sqlite:///chosen.db", WEB_PORT=taken).code == 2
        assert (tmp_path / "chosen.db").exists()
        assert is_one_line(cli("run", "--database", "chosen.db", WEB_PORT=taken), "DATABASE_URL")
