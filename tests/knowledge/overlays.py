"""Content laid over the shipped one, as an administrator does in CONTENT_DIR."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.content import SHIPPED, read_folder
from handlers.wording import check_wording
from knowledge.catalogue import Catalogue
from knowledge.library import Library, prepare
from knowledge.parse import parse
from knowledge.problems import ContentError, Problem


@cache
def shipped(path: str) -> str:
    """The text of a shipped file."""
    return (SHIPPED / path).read_text(encoding="utf-8")


def changed(path: str, before: str, after: str) -> dict[str, str]:
    """A shipped file with one change, as an overlay."""
    assert before in shipped(path), before
    return {path: shipped(path).replace(before, after, 1)}


@cache
def _without_phrases() -> dict[str, str]:
    return {path: text for path, text in read_folder(SHIPPED, []).items() if not path.startswith("phrases/")}


def catalogue_of(overlay: dict[str, str]) -> Catalogue:
    """The shipped content (without its many phrases, for speed) with an overlay."""
    return parse(_without_phrases(), overlay, check_wording)


def library_of(overlay: dict[str, str]) -> Library:
    return _library_of(tuple(sorted(overlay.items())))


@cache
def _library_of(overlay: tuple[tuple[str, str], ...]) -> Library:
    return prepare(catalogue_of(dict(overlay)))


def problems_of(overlay: dict[str, str]) -> tuple[Problem, ...]:
    """What `check` reports."""
    try:
        catalogue_of(overlay)
    except ContentError as error:
        return error.problems
    return ()


def lay(folder: Path, overlay: dict[str, str]) -> Path:
    """Write an overlay to a folder."""
    for path, text in overlay.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
