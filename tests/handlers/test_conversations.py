"""Recorded conversations: each turn gets the same texts and buttons, does the same, and knows the same, as in its file.

After a wanted change: `pytest tests/handlers/test_conversations.py --update`, then read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.console import as_yaml
from handlers.conversation import COMMANDS
from knowledge.library import Library
from tests.talking import CONVERSATIONS, play, read_talks

FILES = sorted(CONVERSATIONS.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_conversation(path: Path, library: Library, request: pytest.FixtureRequest) -> None:
    talks = read_talks(path)
    played = [play(library, talk) for talk in talks]
    if request.config.getoption("--update"):
        path.write_text(as_yaml(played), encoding="utf-8")
    for talk, now in zip(talks, played, strict=True):
        for said, gets in zip(talk["turns"], now["turns"], strict=True):
            assert gets == said or request.config.getoption("--update"), talk["about"]


def test_every_topic_and_command_is_talked_about_in_both_languages(library: Library) -> None:
    turns = [turn for path in FILES for talk in read_talks(path) for turn in talk["turns"]]
    said = {(turn.get("says", ""), reply["in"]) for turn in turns for reply in turn["gets"]}
    texts = {(key, reply["in"]) for turn in turns for reply in turn["gets"] for key in reply["texts"]}
    first = {"courses.mine": "courses-lead", "syllabus.mine": "syllabus-lead", "courses.duration": "duration-lead",
             "deadlines": "deadline-lead", "progress": "progress-where", "reminders": "reminders-on",
             "assessment.format": "assessment-facts",
             "support": "support-lead", "privacy": "privacy-lead"}  # fmt: skip
    topics = {id_: first.get(id_, f"answer-{topic.slug}") for id_, topic in library.catalogue.topics.items()}
    for language in ("en", "hi"):
        assert not {id_ for id_, key in topics.items() if (key, language) not in texts}, language
        assert not {name for name in COMMANDS if (f"/{name}", language) not in said}, language
