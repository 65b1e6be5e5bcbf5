"""Questions nobody tuned on, asked through the front door: how often the answer is right, and never surely wrong."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.clock import IST
from bot.content import load_library
from handlers.asking import Asked, ask
from knowledge.library import Library

QUESTIONS = Path(__file__).resolve().parent.parent / "questions"
NOW = datetime(2026, 2, 10, 10, tzinfo=IST)

Pair = tuple[dict[str, Any], Asked]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def asked(library: Library, name: str) -> list[Pair]:
    rows = [json.loads(line) for line in (QUESTIONS / name).read_text(encoding="utf-8").splitlines()]
    return [(row, ask(library, row["text"], NOW)) for row in rows]


def share(good: int, all_: int) -> float:
    return 100 * good / all_


@pytest.mark.parametrize("name", ["unseen.jsonl", "fresh.jsonl"])
def test_the_right_topic_comes_first(library: Library, name: str) -> None:
    inside = [pair for pair in asked(library, name) if pair[0]["topic"] != "other"]
    first = [row for row, got in inside if (got.topic or next(iter(got.alternatives), None)) in row["accept"]
             and got.action != "decline"]  # fmt: skip
    three = [row for row, got in inside if {got.topic, *got.alternatives[:3]} & set(row["accept"])]
    assert share(len(first), len(inside)) >= 90
    assert share(len(three), len(inside)) >= 97


@pytest.mark.parametrize("name", ["unseen.jsonl", "fresh.jsonl"])
def test_what_it_is_not_for_is_declined(library: Library, name: str) -> None:
    outside = [got for row, got in asked(library, name) if row["topic"] == "other"]
    assert share(sum(got.action == "decline" for got in outside), len(outside)) >= 88


@pytest.mark.parametrize("name", ["unseen.jsonl", "fresh.jsonl"])
def test_direct_answers_are_seldom_wrong(library: Library, name: str) -> None:
    direct = [(row, got) for row, got in asked(library, name) if got.action == "answer"]
    wrong = [row["text"] for row, got in direct if got.topic not in row["accept"]]
    assert share(len(wrong), len(direct)) <= 4, wrong


@pytest.mark.parametrize("name", sorted(file.name for file in QUESTIONS.glob("designations*.jsonl")))
def test_a_designation_is_never_surely_wrong(library: Library, name: str) -> None:
    pairs = asked(library, name)
    wrong = [row["text"] for row, got in pairs for asserted in ("curriculum", "syllabus")
             if getattr(got, asserted) not in (row[asserted], "undecided", None)]  # fmt: skip
    found = [row for row, got in pairs if (got.curriculum, got.syllabus) == (row["curriculum"], row["syllabus"])]
    assert wrong == []
    assert share(len(found), len(pairs)) >= 98
