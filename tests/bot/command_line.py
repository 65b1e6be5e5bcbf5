"""The command line inside a test's own process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main

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
