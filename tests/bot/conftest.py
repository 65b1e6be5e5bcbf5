"""What all tests of the shell share: the shipped content read once, the log as it was."""

from __future__ import annotations

import functools
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.app
import bot.ask
from bot.content import load_library
from knowledge.library import Library
from tests.bot.command_line import cli

__all__ = ["cli"]

read_once = functools.cache(load_library)


def _load(overlay: Path | None = None) -> Library:
    """The shipped content does not change under a test; one laid over it is read each time."""
    return load_library(overlay) if overlay else read_once()


@pytest.fixture(autouse=True)
def shipped_content_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (bot.app, bot.ask):
        monkeypatch.setattr(module, "load_library", _load)


@pytest.fixture(autouse=True)
def log_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in ("dakpath", "telegram")}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
