"""The dates that are still ahead of a person, as an iCalendar file (RFC 5545): all-day events of India's calendar.

An event's id is the same whenever the file is made, in either language: a calendar that gets it again replaces it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from knowledge.catalogue import Catalogue, Language
from reminders.card import Card, Standing
from reminders.printable import printable

if TYPE_CHECKING:
    from icalendar import Event

#: All-day events begin at midnight; the alarm is at half past nine on the day before.
_ALARM = timedelta(hours=-14, minutes=-30)
_ZONE = "Asia/Kolkata"
_PRODUCT = "-//Dakpath//iGOT dates//EN"
_STILL = (Standing.AHEAD, Standing.TODAY)


class _Date(Struct, frozen=True):
    """One deadline: what has to be reached by the end of that day, and what is left of it."""

    id: str
    due: date
    what: str
    left: tuple[str, ...]


def calendar_of(card: Card, catalogue: Catalogue, language: Language, now: datetime) -> bytes | None:
    """Return the file; None where nothing is both unmet and still ahead. `now` must be timezone-aware."""
    dates = list(_dates(card, catalogue, language))
    if not dates:
        return None
    from icalendar import Calendar  # a tenth of a second and its memory: only where it is used

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", catalogue.texts.render(language, "calendar-name", {"year": card.year}))
    calendar.add("x-wr-timezone", _ZONE)
    for one in dates:
        calendar.add_component(_event(one, card.year, catalogue, language, now.astimezone(UTC)))
    return bytes(calendar.to_ical())


def _dates(card: Card, catalogue: Catalogue, language: Language) -> Iterator[_Date]:
    """The unmet ones that are not past, in the order of their days."""
    for goal in card.goals:
        if card.standing_of(goal) in _STILL:
            params = {"courses": goal.courses, "total": card.total}
            what = catalogue.texts.render(language, "calendar-goal", params)
            yield _Date(goal.id, goal.due, what, card.left)
    if card.exam_standing in _STILL:
        what = catalogue.texts.render(language, "calendar-exam")
        yield _Date("assessment", card.exam.due, what, card.extra)


def _event(one: _Date, year: str, catalogue: Catalogue, language: Language, stamp: datetime) -> Event:
    from icalendar import Alarm, Event

    def said(key: str, **params: str) -> str:
        return catalogue.texts.render(language, key, params)

    left = [said("calendar-left", titles=printable(", ".join(one.left)))] if one.left else []
    event = Event()
    event.add("uid", f"{year}-{one.id}@dakpath")
    event.add("dtstamp", stamp)
    event.add("dtstart", one.due)
    event.add("dtend", one.due + timedelta(days=1))
    event.add("summary", said("calendar-summary", year=year, what=one.what), {"language": language})
    event.add("description", "\n".join((*left, said("calendar-foot"))), {"language": language})
    event.add("transp", "TRANSPARENT")  # a date to keep, not an appointment
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _ALARM)
    alarm.add("description", said("calendar-alarm", what=one.what), {"language": language})
    event.add_component(alarm)
    return event
