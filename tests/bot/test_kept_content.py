"""What is kept of the content between two starts: the same as what is made afresh, and never older than the files."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content import load_catalogue, load_library, read_model_file
from bot.kept_content import kept
from knowledge.catalogue import LANGUAGES
from knowledge.library import Indexed, index, library_of
from knowledge.problems import ContentError

ROOT = Path(__file__).resolve().parents[2]
#: Asked of both: posts, walks, typos, and a question outside.
QUESTIONS = (
    "main postman hu mere course kaun se hai",
    "sab 6 ho gye ab test nhi khul rha",
    "mera OTP nahi aaya",
    "DA kab",
)


@pytest.fixture
def makes() -> list[str]:
    """A line for each time that it was made."""
    return []


@pytest.fixture
def make(makes: list[str]) -> Callable[[], list[str]]:
    def made() -> list[str]:
        makes.append("made")
        return list(makes)

    return made


def test_a_library_from_what_is_kept_answers_as_the_one_made_afresh(tmp_path: Path) -> None:
    model = read_model_file()
    fresh = index(load_catalogue(measures_texts=False), model)
    kept("a", [], Indexed, lambda: fresh, tmp_path)
    again = library_of(kept("a", [], Indexed, lambda: pytest.fail("was made again"), tmp_path), model)
    other = library_of(fresh, model)
    for text in QUESTIONS:
        assert again.topics_of(text) == other.topics_of(text)
        assert again.designation_in(text) == other.designation_in(text)
        assert again.concepts_in(text) == other.concepts_in(text)
    texts, as_made = again.catalogue.texts, other.catalogue.texts
    assert texts.variables == as_made.variables
    for key, names in texts.variables.items():
        params = dict.fromkeys(names, 2)
        for language in LANGUAGES:
            assert texts.render(language, key, params) == as_made.render(language, key, params)


def test_it_is_made_once_and_for_its_owner_alone(
    tmp_path: Path, make: Callable[[], list[str]], makes: list[str]
) -> None:
    assert kept("a", ["1"], list, make, tmp_path) == kept("a", ["1"], list, make, tmp_path) == ["made"]
    assert makes == ["made"]
    (path,) = tmp_path.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_changed_by_a_letter_is_made_again(tmp_path: Path, make: Callable[[], list[str]]) -> None:
    for content in ("a: 1", "a: 2", "a: 2"):
        found = kept("a", [content], list, make, tmp_path)
    assert found == ["made", "made"]


def test_a_folder_that_is_gone_is_told_although_an_empty_one_is_kept(tmp_path: Path) -> None:
    load_library(tmp_path)
    with pytest.raises(ContentError):
        load_library(tmp_path / "gone")


def test_a_damaged_file_is_made_again(tmp_path: Path, make: Callable[[], list[str]], makes: list[str]) -> None:
    kept("a", [], list, make, tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:40])
    assert kept("a", [], list, make, tmp_path) == ["made", "made"]
    assert kept("a", [], list, make, tmp_path) == ["made", "made"]
    assert len(makes) == 2


def test_where_nothing_can_be_kept_it_is_made_each_time(tmp_path: Path, make: Callable[[], list[str]]) -> None:
    place = tmp_path / "kept"
    place.write_text("a file, where a folder is needed")
    kept("a", [], list, make, place)
    assert kept("a", [], list, make, place) == ["made", "made"]


def test_another_program_on_the_disk_neither_reads_nor_keeps(tmp_path: Path) -> None:
    """A copy of the program, whose code is replaced while it runs."""
    program = tmp_path / "program"
    for folder in ("bot", "knowledge", "handlers", "reminders"):
        shutil.copytree(ROOT / folder, program / folder, ignore=shutil.ignore_patterns("__pycache__"))
    done = subprocess.run([sys.executable, "-c", REPLACED], cwd=program, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["old", "old", "again", "kept:", "1"]


#: Keeps "old", then puts newer code on the disk: what is kept is of another program, and stays as it is.
REPLACED = """
import pathlib
from bot.kept_content import PLACE, kept
print(kept("a", [], str, lambda: "old"), kept("a", [], str, lambda: "never"))
with pathlib.Path("knowledge/fold.py").open("a") as file:
    file.write("# newer")
print(kept("a", [], str, lambda: "again"), "kept:", len(list(PLACE.glob("*.kept"))))
"""
