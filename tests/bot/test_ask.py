"""`ask`: a question from the command line, and JSON lines in and out."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from tests.bot.command_line import DAY, OURS, Cli

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
