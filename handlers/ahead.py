"""What lies ahead of a person: the next reminder, and how long a snooze lasts."""

from __future__ import annotations

from datetime import date, timedelta

from handlers.assessed import Assessed
from handlers.facts import Facts
from knowledge.catalogue import Catalogue, TrainingYear
from knowledge.schedule import reminder_days


def next_reminder(
    facts: Facts, assessed: Assessed, catalogue: Catalogue, year: TrainingYear, today: date
) -> date | None:
    """Return the next day, today included, on which something unmet is reminded of, whatever else would hold it back.

    None where nothing is, or where the person is not reminded at all (`assessed.standing.reason`).
    """
    if assessed.standing.reason is not None:
        return None
    days = reminder_days(year, catalogue.desk.calendar(facts.circle))
    return min((day for day, due in days.items() if day >= today and due & assessed.standing.unmet), default=None)


def snooze_end(assessed: Assessed, year: TrainingYear, today: date, latest: date | None = None) -> date:
    """Return the first day on which reminders come again; a snooze ends on the morning of an unmet last day.

    `latest`: until when it was put off; the year's number of days where not told.
    """
    latest = latest or today + timedelta(days=year.reminders.snooze_days)
    milestones = enumerate(year.reminders.milestones)
    unmet = (one.due for place, one in milestones if assessed.standing.unmet >> place & 1)
    return min((due for due in unmet if today < due < latest), default=latest)
