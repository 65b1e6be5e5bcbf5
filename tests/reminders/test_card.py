"""The progress card's words and signs, as SVG. After a wanted change: `pytest tests/reminders --update`, then look."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from knowledge.catalogue import LANGUAGES, Language
from knowledge.library import Library
from reminders.card import Goal, Standing, blank_card
from reminders.card_picture import card_svg
from reminders.svg import Sheet, width, wrapped
from tests.reminders.cards_of import PEOPLE, card_of

CARDS = Path(__file__).parent / "cards"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", PEOPLE)
def test_card(person: str, language: Language, library: Library, request: pytest.FixtureRequest) -> None:
    drawn = card_svg(card_of(person, library), library.catalogue, language)
    path = CARDS / f"{person}-{language}.svg"
    if request.config.getoption("--update"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")
    ElementTree.fromstring(drawn)


@pytest.mark.parametrize(
    ("days", "completed", "standing"),
    [(-30, 3, Standing.MET), (-1, 2, Standing.AHEAD), (0, 2, Standing.TODAY), (0, 3, Standing.MET),
     (1, 2, Standing.OVER), (1, 3, Standing.MET)],
)  # fmt: skip
def test_a_goal_is_met_ahead_due_today_or_over(days: int, completed: int, standing: Standing, library: Library) -> None:
    card = card_of("half", library)
    goal = next(goal for goal in card.goals if goal.id == "phase2")
    on = replace(card, today=goal.due + timedelta(days), completed=completed)
    assert on.standing_of(goal) is standing


def test_a_blank_card_has_the_years_dates_and_nothing_done(library: Library) -> None:
    card = blank_card(library.catalogue.years[0], date(2026, 2, 15))
    assert [(goal.id, goal.due, goal.courses) for goal in card.goals] == [
        ("phase1", date(2026, 2, 15), 1), ("phase2", date(2026, 3, 1), 3), ("complete", date(2026, 3, 31), 6),
    ]  # fmt: skip
    assert (card.total, card.completed, card.floor, card.exam.is_passed) == (6, 0, 3, False)
    assert (card.login, card.verified, card.mapped) == (None, None, None)


def test_a_phase_without_a_name_is_called_by_its_courses(library: Library) -> None:
    card = card_of("half", library)
    renamed = replace(card, goals=(Goal("term9", date(2026, 3, 3), 4),))
    assert ">4 courses – 3 March 2026<" in card_svg(renamed, library.catalogue, "en")


@pytest.mark.parametrize("bold", [False, True])
def test_every_line_fits_and_what_is_too_long_ends_in_dots(bold: bool) -> None:
    words = "कर्त्तव्य " * 40 + "W" * 200
    rows = wrapped(words, 600, 28, bold, 3)
    assert len(rows) == 3 and rows[-1].endswith("…")
    assert all(width(row, 28, bold) <= 600 for row in rows)
    assert "".join(wrapped("W" * 200, 600, 28, bold, 99)) == "W" * 200
    assert wrapped("", 600, 28, bold, 3) == []


def test_devanagari_after_latin_is_a_run_of_its_own() -> None:
    sheet = Sheet()
    for words in ("iGOT में 3", "में iGOT", "“3” में", "iGOT"):
        sheet.text(words, 28)
    rows = re.findall(r">([^<]+)</text>", sheet.finished())
    assert rows == ["iGOT \u2066में 3\u2069", "में iGOT", "“3” में", "iGOT"]
