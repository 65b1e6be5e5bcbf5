"""`review` and `ask --explain`: what staff see of questions that went wrong, and what they make of it."""

from __future__ import annotations

import asyncio
import io
import sqlite3
import sys
from pathlib import Path

import pytest

from bot.store.rows import Turn, Update
from bot.store.sqlite import SqliteStore
from handlers.effects import KeepForReview
from tests.bot.command_line import DAY, Cli

NOW = 1_770_000_000
KEPT = (
    KeepForReview("otp ⟨number⟩ pe nahi aaya", "clarified", None, ("login.otp", "login.failed"), 0.41, "hinglish"),
    KeepForReview("when will the [bold] parcel come", "declined", None, (), 0.1, "en"),
    KeepForReview("ऐप बंद\nहै ⟨name⟩", "not_helpful", "app", ("login.failed", "app"), 0.62, "hi"),
    KeepForReview("⟨number⟩ ⟨name⟩", "clarified", None, ("human",), 0.3, "en"),
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database in which each text waits, the first one twice."""
    path = tmp_path / "kept.db"

    async def fill() -> None:
        store = SqliteStore(str(path), b"0123456789abcdef")
        await store.open()
        await store.receive([Update("web", "page", "1", "a", "x")], NOW)
        (waiting,) = await store.next_turn(1)
        await store.save_turn([Turn(waiting, waiting.session, (), (*KEPT, KEPT[0]))], NOW)
        await store.close()

    asyncio.run(fill())
    return path


def rows(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT text, topics_assigned, is_dropped FROM review ORDER BY id").fetchall()
    connection.close()
    return found


def written(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.txt"))}


def review(cli: Cli, path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, *more: str) -> str:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    ended = cli("review", *more, DATABASE_URL=f"sqlite:///{path}")
    assert (ended.code, ended.err) == (0, "")
    return ended.out


def test_a_walk_assigns_keeps_and_drops(
    cli: Cli, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "1\ny\nother\ny\n2, deadlines\ny\nd\n"
    out = review(cli, database, monkeypatch, typed, "--out", "phrases")
    assert "1 of 4 · hinglish · asked back · 0.41, 2 times" in out and "otp ⟨number⟩ pe nahi aaya" in out
    assert "[bold]" in out and "answered, did not help (app)" in out and "1. login.otp" in out
    assert "4 kept, 1 dropped, 0 left to review" in out
    assert written(tmp_path / "phrases") == {
        "hinglish/login.otp.txt": "otp pe nahi aaya\n",
        "en/other.txt": "when will the [bold] parcel come\n",
        "hi/login.failed.txt": "ऐप बंद है\n",
    }
    assert rows(database) == [
        (KEPT[0].text, '["login.otp"]', 0),
        (KEPT[1].text, '["other"]', 0),
        (KEPT[2].text, '["login.failed","deadlines"]', 0),
        ("", "[]", 1),
        (KEPT[0].text, '["login.otp"]', 0),
    ]
    assert "0 left to review" in review(cli, database, monkeypatch, "")


def test_nothing_is_kept_without_a_yes_and_what_is_skipped_waits(
    cli: Cli, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = review(cli, database, monkeypatch, "9\nno.such\n1\nn\ns\n\n1 nonsense\nq\n")
    assert "no such topic: 9" in out and "no such topic: no.such" in out and "no such topic: 1 nonsense" in out
    assert "0 kept, 0 dropped, 4 left to review" in out
    assert not (tmp_path / "review-phrases").exists()
    assert {row[1:] for row in rows(database)} == {(None, 0)}


def test_a_walk_that_is_cut_off_keeps_what_was_decided(
    cli: Cli, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "2 kept, 0 dropped, 3 left to review" in review(cli, database, monkeypatch, "login.failed\nyes\n1")
    assert written(tmp_path / "review-phrases") == {"hinglish/login.failed.txt": "otp pe nahi aaya\n"}


def test_a_phrase_is_written_once_below_those_that_are_there(
    cli: Cli, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "review-phrases" / "hinglish" / "login.otp.txt"
    file.parent.mkdir(parents=True)
    file.write_text("otp kab aayega\notp pe nahi aaya\n", encoding="utf-8")
    review(cli, database, monkeypatch, "1\ny\nq\n")
    assert file.read_text("utf-8") == "otp kab aayega\notp pe nahi aaya\n"


def test_a_text_of_marks_alone_is_no_phrase(cli: Cli, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = review(cli, database, monkeypatch, "s\ns\ns\n1\nd\n")
    assert "no word is left" in out and "1 dropped, 3 left" in out


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("main MTS hu, otp nhi aa rha", ("hinglish", "otp", "login.otp", "Multi-Tasking Staff", "concepts", "answer")),
        ("OTP नहीं आ रहा", ("hi", "login.otp", "answer", "designation", "none")),
        (
            "I am PS, which six",
            ("en", "courses.mine", "not sure: Private Secretary; asked by collision_ps", "undecided"),
        ),
        ("[red]x[/red] qwertyuiop", ("qwertyuiop", "action")),
        ("...", ("action", "–")),
    ],
)
def test_explain_tells_what_was_seen(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, question: str, shown: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    ended = cli("ask", question, "--explain", "--today", DAY)
    assert (ended.code, ended.err) == (0, "")
    for part in ("How it was read", "Likeliest topics", "Nearest phrases", "What was decided", *shown):
        assert part in ended.out, part
