"""Which designation a message tells, against sentences that were labelled before the matcher saw them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import load_library
from knowledge.catalogue import UNDECIDED
from knowledge.designation_index import DesignationIndex, build_index
from knowledge.designation_match import Named, Reading
from knowledge.library import Library

EXPECTATIONS = Path(__file__).resolve().parent.parent / "expectations"

#: How many rows of each group may be answered less surely than expected (never wrongly).
ALLOWED = {
    "designations.yaml": {
        "name": 5,
        "special": 0,
        "typo": 0,
        "collision": 0,
        "sentence": 3,
        "none": 4,
        "third_person": 1,
    },
    "designation_sentences.yaml": {"sentence": 5, "none": 3},
}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def index(library: Library) -> DesignationIndex:
    return build_index(library.catalogue)


def _rows(file: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((EXPECTATIONS / file).read_text(encoding="utf-8"))
    return rows


def _fits(named: Named, row: dict[str, Any]) -> bool:
    return (named.curriculum, named.syllabus) == (row["curriculum"], row["syllabus"])


def _is_wrong_and_sure(named: Named, row: dict[str, Any]) -> bool:
    """Whether a list is given out that is not the expected one; an open question or nothing is no wrong answer."""
    given = ((named.curriculum, row["curriculum"]), (named.syllabus, row["syllabus"]))
    return any(got not in (None, UNDECIDED) and got != expected for got, expected in given)


@pytest.mark.parametrize("file", sorted(ALLOWED))
def test_every_group_is_understood(library: Library, file: str) -> None:
    missed: dict[str, list[str]] = {}
    sizes = Counter(row["group"] for row in _rows(file))
    for row in _rows(file):
        if not _fits(library.designation_in(row["says"]), row):
            missed.setdefault(row["group"], []).append(row["says"])
    assert set(sizes) == set(ALLOWED[file])
    too_many = {group: says for group, says in missed.items() if len(says) > ALLOWED[file][group]}
    assert not too_many


@pytest.mark.parametrize("file", sorted(ALLOWED))
def test_no_wrong_list_is_given_as_sure(library: Library, file: str) -> None:
    wrong = [row["says"] for row in _rows(file) if _is_wrong_and_sure(library.designation_in(row["says"]), row)]
    assert not wrong


def _aliases(library: Library) -> Iterator[tuple[str, str]]:
    for designation in library.catalogue.designations.values():
        for variant in (designation.name.en, designation.name.hi, *designation.variants):
            yield designation.id, variant


def test_every_alias_names_its_designation_or_its_collision(library: Library) -> None:
    lost = []
    for id_, alias in _aliases(library):
        named = library.designation_in(alias, Reading.TELLS)
        meant = {designation.id for designation in named.candidates}
        if id_ not in meant and not named.question:
            lost.append((id_, alias, sorted(meant)))
    assert not lost


def test_every_collision_asks_or_has_its_default(library: Library) -> None:
    unclear = []
    for collision in library.catalogue.collisions:
        named = library.designation_in(collision.variant, Reading.TELLS)
        expected = collision.default
        if (named.sure.id if named.sure else None) != expected or (expected is None and not named.question):
            unclear.append(collision.variant)
    assert not unclear


def test_an_alias_alone_is_the_whole_message(library: Library) -> None:
    assert library.designation_in("Postal Assistant").whole
    assert library.designation_in("main MTS hu").whole
    assert not library.designation_in("main MTS hu, green tick kaise aayega").whole


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("postman", "postmaster"),
        ("inspector", "director"),
        ("ASP", "SP"),
        ("SSP", "SP"),
        ("HSG", "LSG"),
        ("एपीओ", "आईपीओ"),
    ],
)
def test_repair_of_typos_keeps_neighbours_apart(index: DesignationIndex, one: str, other: str) -> None:
    assert index.repair(one.lower()) == one.lower()
    assert index.repair(other.lower()) == other.lower()


@pytest.mark.parametrize("word", ["inspection", "direction", "printer", "contact", "packet", "special", "portal"])
def test_everyday_words_are_no_misspelt_posts(library: Library, index: DesignationIndex, word: str) -> None:
    assert index.repair(word) == word
    assert not library.designation_in(f"{word} not opening")


@pytest.mark.parametrize(
    ("says", "id_"),
    [
        ("inspector sahab ke liye kaun sa course", "inspector_posts"),
        ("I am MMS driver, which list", "mms_driver"),
        ("MTS se postman bana hu", "postman"),
        ("steno to SSPOs, which six for me", "stenographer"),
        ("मैं पीए हूँ। कौन से कोर्स", "postal_assistant"),
        ("डाक साहयक हूँ", "postal_assistant"),
        ("s.p.m hu", "sub_postmaster"),
        ("wife is GDS BPM and i am SPM", "sub_postmaster"),
        ("system administrator here, cadre PA", "postal_assistant"),
        ("PA, officiating as IP, which list", "postal_assistant"),
        ("GDS se postman bana pichle saal", "postman"),
        ("Assistant Director (Recruitment) hu", "assistant_director"),
    ],
)
def test_the_speaker_is_told_from_the_others(library: Library, says: str, id_: str) -> None:
    named = library.designation_in(says)
    assert named.sure is not None
    assert named.sure.id == id_


@pytest.mark.parametrize(
    "says",
    [
        "inspector sahab ne bola kar lo",
        "SP office se phone aaya",
        "who signed it, the DDG?",
        "SPM on leave since monday, my green tick is pending",
        "speed post SP article not delivered",
        "mere ghar ka postman badal gaya",
        "SP aur mere office wale kar chuke, mera baki hai",
        "postman log bhi pareshan hai",
        "pa raha hu par khul nahi raha",
    ],
)
def test_somebody_else_is_not_the_speaker(library: Library, says: str) -> None:
    assert not library.designation_in(says)
