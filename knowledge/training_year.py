"""Which training year a day belongs to, and whether a date is past, today or ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from knowledge.catalogue import TrainingYear

When = Literal["past", "today", "future"]


class YearView(Struct, frozen=True):
    """The year that answers speak of on `today`; `covers` is false on a day that no loaded year covers."""

    year: TrainingYear
    today: date
    covers: bool
    is_over: bool


def year_on(years: Sequence[TrainingYear], today: date) -> YearView:
    """Return the year that covers the day, else the last one that ended before it, else the first to come.

    A year whose dates were extended covers the days up to the last of them, before the year that follows.
    """
    for year in years:
        if year.starts <= today <= year.last_day:
            return YearView(year, today, covers=True, is_over=False)
    ended = [year for year in years if year.last_day < today]
    return YearView(ended[-1] if ended else years[0], today, covers=False, is_over=bool(ended))


def year_id_on(years: Sequence[TrainingYear], day: date) -> str:
    """Return the id of the training year of a day, also where no such year is loaded: it runs as the loaded ones do."""
    view = year_on(years, day)
    if view.covers:
        return view.year.id
    starts = view.year.starts
    first = day.year if (day.month, day.day) >= (starts.month, starts.day) else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def when(day: date, today: date) -> When:
    """Tell how to speak of a date."""
    if day < today:
        return "past"
    return "today" if day == today else "future"


def first_of_years(years: Sequence[TrainingYear], day: date, count: int) -> str:
    """The id of the first of so many training years, of which the last is the one that the day belongs to."""
    start = int(year_id_on(years, day)[:4]) - count + 1
    return f"{start}-{(start + 1) % 100:02d}"
