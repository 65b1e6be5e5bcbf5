"""Read the content files, shipped and laid over, and make the library of them."""

from __future__ import annotations

import hashlib
import mmap
from itertools import chain
from pathlib import Path

from msgspec import Struct

from bot.kept_content import kept
from handlers.wording import check_wording
from knowledge.catalogue import Catalogue
from knowledge.library import Indexed, Library, index, library_of
from knowledge.model import Buffer
from knowledge.parse import parse
from knowledge.problems import ContentError, Problem

SHIPPED = Path(__file__).resolve().parent.parent / "knowledge" / "content"
MODEL = SHIPPED / "model" / "topics.bin"
_SUFFIXES = {".yaml", ".ftl", ".txt"}
#: The files from which people's lists of courses, and their calendars, follow.
_LISTS = ("courses.yaml", "designations.yaml", "desk.yaml", "years/*.yaml")
#: To be raised when the rules change that make standings of facts and these files.
_RULES = 2


def read_folder(folder: Path, problems: list[Problem]) -> dict[str, str]:
    """Return relative path → text of every content file below the folder; an unreadable one is a problem."""
    files: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix not in _SUFFIXES:
            continue
        name = path.relative_to(folder).as_posix()
        try:
            files[name] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(name, "-", f"cannot be read: {type(error).__name__}"))
    return files


class Sources(Struct, frozen=True):
    """The texts of the content files by relative path, shipped and laid over, and what could not be read."""

    shipped: dict[str, str]
    over: dict[str, str]
    problems: list[Problem]


def read_sources(overlay: Path | None) -> Sources:
    """Read all content files.

    Raises:
        ContentError: `overlay` is no folder.
    """
    problems: list[Problem] = []
    if overlay is not None and not overlay.is_dir():
        raise ContentError([Problem("CONTENT_DIR", "-", "is no folder")])
    over = read_folder(overlay, problems) if overlay else {}
    return Sources(read_folder(SHIPPED, problems), over, problems)


def load_catalogue(overlay: Path | None = None, *, measures_texts: bool = True) -> Catalogue:
    """Read and check everything; `measures_texts`: render every text to see whether it is too long.

    Raises:
        ContentError: with every problem of the shipped and the laid-over files.
    """
    return _checked(read_sources(overlay), measures_texts)


def _checked(sources: Sources, measures_texts: bool) -> Catalogue:
    problems = sources.problems
    try:
        catalogue = parse(
            sources.shipped, sources.over, lambda read: check_wording(read, measures_texts=measures_texts)
        )
    except ContentError as error:
        raise ContentError([*problems, *error.problems]) from error
    if problems:
        raise ContentError(problems)
    return catalogue


def load_library(overlay: Path | None = None) -> Library:
    """`load_catalogue` with its look-up indexes; shipped texts were measured when they were checked in.

    What was made of the same files by the same program is kept, as Python keeps its bytecode: most of the time of a
    start goes into it.
    """
    sources, model = read_sources(overlay), read_model_file()

    def make() -> Indexed:
        return index(_checked(sources, measures_texts=overlay is not None), model)

    if sources.problems:
        return library_of(make(), model)
    contents = chain.from_iterable((*sources.shipped.items(), ("laid over", ""), *sources.over.items()))
    return library_of(kept("laid-over" if overlay else "shipped", contents, Indexed, make), model)


def content_mark(overlay: Path | None = None) -> str:
    """Return what is the same as long as the same standings follow from the same facts (`handlers.assessed`)."""
    digest = hashlib.sha256(str(_RULES).encode())
    for folder in filter(None, (SHIPPED, overlay)):
        for path in sorted(path for pattern in _LISTS for path in folder.glob(pattern)):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def read_model_file() -> Buffer:
    """Return the trained topic model, mapped; without the file the assistant compares phrases instead."""
    try:
        with MODEL.open("rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return b""
