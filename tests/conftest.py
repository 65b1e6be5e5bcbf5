"""What all tests share: the knowledge, read once, and `--update` for the recorded conversations."""

from __future__ import annotations

import pytest

from bot.content import load_library
from knowledge.library import Library


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="Write what the recorded conversations get today.")


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()
