"""The calendar file, read back by the library that reads other people's."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from bot.clock import IST
from knowledge.catalogue import LANGUAGES, Language
from knowledge.library import Library
from reminders.calendar_file import calendar_of
from reminders.card import Card, blank_card
from tests.reminders.cards_of import card_of

NOW = datetime(2026, 2, 20, 4, 30, tzinfo=IST)


def events_of(card: Card, library: Library, language: Language = "en", now: datetime = NOW) -> list[Any]:
    file = calendar_of(card, library.catalogue, language, now)
    return list(Calendar.from_ical(file).walk("VEVENT")) if file else []


def on(card: Card, day: date) -> Card:
    return replace(card, today=day)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_unmet_and_ahead_is_an_all_day_event_with_an_alarm(language: Language, library: Library) -> None:
    card = card_of("half", library)
    events = events_of(card, library, language)
    assert [str(event["uid"]) for event in events] == ["2025-26-complete@dakpath", "2025-26-assessment@dakpath"]
    for event in events:
        assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 3, 31), date(2026, 4, 1))
        assert event.decoded("dtstamp") == NOW.astimezone(UTC)
        (alarm,) = event.walk("VALARM")
        midnight = datetime.combine(event.decoded("dtstart"), time(), IST)
        assert midnight + alarm.decoded("trigger") == datetime(2026, 3, 30, 9, 30, tzinfo=IST)
        assert str(alarm["action"]) == "DISPLAY" and str(alarm["description"])
        assert event["summary"].params["language"] == language
    assert all(title in events[0]["description"] for title in card.left)


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        (date(2026, 2, 14), ["phase1", "phase2", "complete", "assessment"]),
        (date(2026, 2, 15), ["phase1", "phase2", "complete", "assessment"]),
        (date(2026, 2, 16), ["phase2", "complete", "assessment"]),
        (date(2026, 3, 2), ["complete", "assessment"]),
        (date(2026, 3, 31), ["complete", "assessment"]),
        (date(2026, 4, 1), []),
    ],
)
def test_past_dates_are_left_out(day: date, ids: list[str], library: Library) -> None:
    events = events_of(on(card_of("blank", library), day), library)
    assert [str(event["uid"]) for event in events] == [f"2025-26-{id_}@dakpath" for id_ in ids]


def test_nothing_is_made_where_all_is_done(library: Library) -> None:
    done = on(card_of("done", library), date(2026, 2, 1))
    assert calendar_of(done, library.catalogue, "en", NOW) is None


def test_an_event_keeps_its_id_on_other_days_and_in_the_other_language(library: Library) -> None:
    card = card_of("blank", library)
    first = {event["uid"] for event in events_of(card, library)}
    later = {event["uid"] for event in events_of(card, library, "hi", NOW + timedelta(days=3))}
    assert first == later and len(first) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_what_the_standard_asks_for(language: Language, library: Library) -> None:
    file = calendar_of(on(card_of("long", library), date(2026, 2, 1)), library.catalogue, language, NOW)
    assert file is not None
    assert file.startswith(b"BEGIN:VCALENDAR\r\n") and file.endswith(b"END:VCALENDAR\r\n")
    rows = file.split(b"\r\n")
    assert all(len(row) <= 75 for row in rows) and not any(b"\n" in row or b"\r" in row for row in rows)
    calendar = Calendar.from_ical(file)
    assert (str(calendar["version"]), str(calendar["calscale"])) == ("2.0", "GREGORIAN")
    assert not calendar.errors and not any(event.errors for event in calendar.walk())


def test_an_invented_year_needs_no_code(library: Library) -> None:
    year = library.catalogue.years[0]
    phases = (replace(year.phases[0], id="term1", due=date(2028, 2, 29)),)
    other = replace(year, id="2027-28", phases=phases, assessment=replace(year.assessment, due=date(2028, 3, 1)))
    events = events_of(blank_card(other, date(2028, 2, 28)), library)
    assert [event.decoded("dtend") for event in events] == [date(2028, 3, 1), date(2028, 3, 2)]
