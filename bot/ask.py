"""`ask`: a question from the command line, or JSON lines in and out. No database, no talk."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from msgspec import to_builtins

from bot.clock import Clock
from bot.content import load_library
from handlers.asking import ask
from handlers.rendering import pieces
from knowledge.library import Library

_LANGUAGES = (None, "en", "hi")


def answer_one(
    content: Path | None, today: date | None, text: str, designation: str | None, language: str | None
) -> str:
    """Return what a person would see."""
    answer = ask(load_library(content), text, Clock(today).now(), designation, language).answer  # type: ignore[arg-type]
    return "".join(text for text, _ in pieces(answer))


def answer_lines(content: Path | None, today: date | None, lines: Iterable[bytes], out: TextIO) -> None:
    """Answer each line, in order; a bad line gives an error line and the rest goes on."""
    library, clock = load_library(content), Clock(today)
    for line in lines:
        if line.strip():
            print(_line(_answer(library, clock, line)), file=out, flush=True)


def _answer(library: Library, clock: Clock, line: bytes) -> dict[str, Any]:
    try:
        asked = json.loads(line)
        fault = _fault(asked)
        if fault:
            return {"id": None, "error": fault}
        found = ask(library, asked["text"], clock.now(), asked.get("designation") or None, asked.get("language"))
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"not JSON: {error}"}
    return {"id": asked["id"], **to_builtins(found)}


def _line(values: dict[str, Any]) -> str:
    text = json.dumps(values, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character: written as it came, as an escape
        return json.dumps(values)
    return text


def _fault(asked: Any) -> str | None:
    if not isinstance(asked, dict):
        return "must be an object with id and text"
    if not isinstance(asked.get("id"), (str, int)):
        return "id must be a text"
    if not isinstance(asked.get("text"), str):
        return "text must be a text"
    if not isinstance(asked.get("designation"), (str, type(None))):
        return "designation must be a text"
    return None if asked.get("language") in _LANGUAGES else "language must be en or hi"
