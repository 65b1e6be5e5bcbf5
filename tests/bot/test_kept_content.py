"""What is kept of the content between two starts: the same as what is made afresh, and never older than the files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content import load_catalogue, read_model_file
from bot.kept_content import kept
from knowledge.catalogue import LANGUAGES
from knowledge.library import Indexed, index, library_of

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
    kept(tmp_path, None, Indexed, lambda: fresh)
    again = library_of(kept(tmp_path, None, Indexed, lambda: pytest.fail("was made again")), model)
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


def test_it_is_made_once(tmp_path: Path, make: Callable[[], list[str]], makes: list[str]) -> None:
    assert kept(tmp_path, None, list, make) == kept(tmp_path, None, list, make) == ["made"]
    assert makes == ["made"]


def test_what_is_laid_over_is_read_again_when_a_letter_changes(
    tmp_path: Path, make: Callable[[], list[str]], makes: list[str]
) -> None:
    place, overlay = tmp_path / "kept", tmp_path / "over"
    overlay.mkdir()
    for content in ("a: 1", "a: 2", "a: 2"):
        (overlay / "contacts.yaml").write_text(content)
        kept(place, overlay, list, make)
    assert len(makes) == 2


def test_a_damaged_file_is_made_again(tmp_path: Path, make: Callable[[], list[str]], makes: list[str]) -> None:
    kept(tmp_path, None, list, make)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:40])
    assert kept(tmp_path, None, list, make) == ["made", "made"]
    assert kept(tmp_path, None, list, make) == ["made", "made"]
    assert len(makes) == 2


def test_where_nothing_can_be_kept_it_is_made_each_time(tmp_path: Path, make: Callable[[], list[str]]) -> None:
    place = tmp_path / "kept"
    place.write_text("a file, where a folder is needed")
    kept(place, None, list, make)
    assert kept(place, None, list, make) == ["made", "made"]
