"""The topic model: it belongs to the present phrase bank, reads spellings alike, and is as good as it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from bot.content import MODEL, SHIPPED, read_folder
from bot.train.bank import Bank, digest, read_bank
from bot.train.measure import Figures, figures
from bot.train.sets import from_file
from knowledge.catalogue import Catalogue
from knowledge.explain import explain
from knowledge.features import features, hashed, named_features
from knowledge.fold import fold, skeleton
from knowledge.library import Library, prepare
from knowledge.model import bank_of, read_model
from knowledge.normalise import tokens

QUESTIONS = Path(__file__).resolve().parent.parent / "questions" / "unseen.jsonl"


@pytest.fixture(scope="module")
def bank() -> Bank:
    return read_bank(read_folder(SHIPPED, []))


@pytest.fixture(scope="module")
def found(library: Library) -> Figures:
    return figures(from_file(QUESTIONS, library), library.catalogue.thresholds)


def test_the_model_was_trained_on_the_present_bank() -> None:
    assert bank_of(MODEL.read_bytes()) == digest(read_folder(SHIPPED, [])), (
        "the phrase bank or a word list changed: run python -m bot.train"
    )


def test_training_twice_gives_the_same_bytes(bank: Bank) -> None:
    pytest.importorskip("sklearn", reason="only training needs it: pip install .[train]")
    from bot.train.fit import Recipe, fit, packed

    rows = [row for row in bank.rows if row.language == "hinglish" and row.topic in ("apar", "app", "other")]
    first, second = (packed(bank, fit(bank, rows, Recipe())) for _ in range(2))
    assert first == second
    model = read_model(first)
    assert model is not None
    assert model.topics == ("apar", "app", "other")


@pytest.mark.parametrize(
    "spellings",
    [
        ("नहीं", "nahi", "nhi"),
        ("सर्टिफिकेट", "certificate", "certifcate"),
        ("लॉगिन", "लोगिन", "login"),
        ("असेसमेंट", "assessment", "assesment"),
        ("खुल", "khul"),
        ("मूल्यांकन", "mulyankan", "moolyankan"),
        ("रजिस्ट्रेशन", "registration", "registeration"),
    ],
)
def test_spellings_of_one_word_are_read_alike(library: Library, spellings: tuple[str, ...]) -> None:
    assert library.ranking is not None
    reader = library.ranking.model.reader
    assert len({reader.read(word).folded for word in spellings}) == 1


def test_folding_never_loses_a_word(library: Library) -> None:
    words = {word for lines in library.catalogue.phrases.values() for line in lines for word in tokens(line)}
    assert all(fold(word) and skeleton(fold(word)) for word in words)


@pytest.mark.parametrize("content", [b"", b"DAKPATH2", b"something else", b"DAKPATH1\0\0\0\0{}"])
def test_without_a_model_phrases_are_compared(catalogue: Catalogue, content: bytes) -> None:
    ranked = prepare(catalogue, content).topics_of("how to download my certificate")
    assert ranked[0].topic == "certificate"
    assert sum(match.score for match in ranked) == pytest.approx(1.0, abs=0.01)


@pytest.fixture(scope="module")
def catalogue(library: Library) -> Iterator[Catalogue]:
    yield library.catalogue


def test_scores_are_shares_of_one_and_finer_topics_are_shown_for_their_parents(library: Library) -> None:
    ranked = library.topics_of("all ten attempts are used up, what now")
    assert sum(match.score for match in ranked) == pytest.approx(1.0, abs=0.01)
    assert (ranked[0].topic, ranked[0].shown) == ("assessment.format", "gap.attempts")
    assert not any(match.topic.startswith("gap.") for match in ranked)


def test_where_the_model_doubts_the_nearest_phrases_have_a_part(library: Library, catalogue: Catalogue) -> None:
    alone = replace(catalogue, thresholds=replace(catalogue.thresholds, phrases=0.0))
    without = prepare(alone, MODEL.read_bytes())
    sure, doubtful = (
        "otp is not coming to my mobile number since morning",
        "pls explain the matter of the marks shown there",
    )
    assert library.topics_of(sure) == without.topics_of(sure)
    mixed, plain = ({match.topic: match.score for match in one.topics_of(doubtful)} for one in (library, without))
    assert mixed != plain
    assert sum(mixed.values()) == pytest.approx(1.0, abs=0.01)
    nearest = explain(library, doubtful).nearest[0].topic
    assert mixed[nearest] > (1 - catalogue.thresholds.phrases) * plain[nearest] + 0.001


@pytest.mark.parametrize("text", ["🙂🙂", "।।।", "a", "x" * 4000, "क्" * 900, "12345 67890", "\u200d\u200c", "ಕನ್ನಡ"])
def test_any_text_is_ranked(library: Library, text: str) -> None:
    ranked = library.topics_of(text)
    assert ranked
    assert all(0 <= match.score <= 1 for match in ranked)


def test_an_explanation_names_what_spoke_for_the_topic(library: Library) -> None:
    found = explain(library, "certificate downlod nhi ho rha")
    assert found.ranked[0].topic == found.reasons_for == "certificate"
    assert "certificate" in found.concepts
    assert "download" in found.meant
    assert found.reasons[0].part > 0
    assert "certificate" in {near.topic for near in found.nearest}


def test_without_a_model_an_explanation_names_phrases(catalogue: Catalogue) -> None:
    found = explain(prepare(catalogue), "certificate downlod nhi ho rha")
    assert not found.reasons and not found.meant
    assert found.reasons_for is None
    assert "certificate" in {near.topic for near in found.nearest}


def test_questions_of_an_author_who_did_not_see_the_bank(found: Figures) -> None:
    assert found.first >= 93
    assert found.three >= 98
    assert found.declined >= 92
    assert found.answered >= 80
    assert found.wrong <= 4
    assert found.resolved >= 96


def test_what_is_hashed_in_passing_are_the_features_by_their_names(library: Library) -> None:
    assert library.ranking is not None
    reader = library.ranking.model.reader
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        seen = reader.read(json.loads(line)["text"])
        assert features(seen) == tuple(tuple(map(hashed, block)) for block in named_features(seen))
