"""`ask --explain`: how a message was understood, as tables for the terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.clock import Clock
from bot.content import load_library
from handlers.asking import Asked, ask
from knowledge.catalogue import Language
from knowledge.explain import Explained, explain


def explain_one(
    console: Console,
    content: Path | None,
    today: date | None,
    text: str,
    designation: str | None,
    language: Language | None,
) -> None:
    """Print what was seen in a message and what was decided."""
    library = load_library(content)
    found = explain(library, text)
    asked = ask(library, text, Clock(today).now(), designation, language)
    console.print(_reading(found))
    console.print(_scores(found))
    if found.reasons:
        console.print(_reasons(found))
    console.print(_phrases(found))
    console.print(_decided(found, asked))


def _table(title: str, *columns: str) -> Table:
    return Table(*columns, title=title, title_justify="left", box=box.SIMPLE_HEAD, show_header=any(columns))


def _row(table: Table, *cells: object) -> None:
    """Cells are people's words: nothing in them is markup."""
    table.add_row(*(Text(str(cell)) for cell in cells))


def _reading(found: Explained) -> Table:
    table = _table("How it was read", "", "")
    _row(table, "language", found.language)
    _row(table, "words as typed", " ".join(found.typed) or "–")
    _row(table, "words as meant", " ".join(found.meant) or "–")
    _row(table, "folded", " ".join(found.folded) or "–")
    _row(table, "concepts", ", ".join(found.concepts) or "–")
    return table


def _scores(found: Explained) -> Table:
    table = _table("Likeliest topics", "topic", "score", "answered by")
    for match in found.ranked:
        _row(table, match.topic, f"{match.score:.3f}", match.shown or match.topic)
    return table


def _reasons(found: Explained) -> Table:
    table = _table(f"What speaks most for {found.reasons_for}", "seen", "kind", "part")
    for reason in found.reasons:
        _row(table, f"“{reason.feature}”", reason.kind, f"{reason.part:+.3f}")
    return table


def _phrases(found: Explained) -> Table:
    title = (
        "Nearest phrases" if found.exact is None else "Nearest phrases (the first one is equal: its topic is certain)"
    )
    table = _table(title, "phrase", "topic", "alike")
    for near in found.nearest:
        _row(table, near.phrase, near.topic, f"{near.likeness:.2f}")
    return table


def _decided(found: Explained, asked: Asked) -> Table:
    table = _table("What was decided", "", "")
    _row(table, "action", asked.action)
    _row(table, "topic", asked.topic or "–")
    _row(table, "alternatives", ", ".join(asked.alternatives) or "–")
    _row(table, "confidence", f"{asked.confidence:.3f}")
    _row(table, "designation", asked.designation or _open(found))
    _row(table, "curriculum", asked.curriculum or "–")
    _row(table, "syllabus", asked.syllabus or "–")
    return table


def _open(found: Explained) -> str:
    """What a designation that is not sure may be."""
    named = found.named
    names = ", ".join(designation.name.en for designation in named.candidates)
    question = f"; asked by {named.question}" if named.question else ""
    return f"not sure: {names or 'open'}{question}" if named else "none"
