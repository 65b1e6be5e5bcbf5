"""The only place that reads the time. People's time is India Standard Time and may be moved for a rehearsal;
backoff and rates always run on the real monotonic clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from time import monotonic

#: India has one zone and no daylight saving.
IST = timezone(timedelta(hours=5, minutes=30), "IST")


def began(day: date) -> int:
    """Whole seconds since 1970 of the moment when a day begins in India."""
    return int(datetime.combine(day, time(), IST).timestamp())


class Clock:
    """`today`: the day the clock starts on, at the present time of day; None is the real day.

    `rate`: how much faster people's time runs from then on; what is monotonic runs as ever.
    """

    def __init__(self, today: date | None = None, rate: float = 1.0) -> None:
        real = datetime.now(IST)
        self.is_moved, self.rate = today is not None, rate
        self._start = datetime.combine(today, real.timetz()) if today else real
        self._shift = self._start - real
        self._began = monotonic()

    def now(self) -> datetime:
        if self.rate != 1.0:
            return self._start + timedelta(seconds=(monotonic() - self._began) * self.rate)
        return datetime.now(IST) + self._shift

    def seconds(self) -> int:
        """Whole seconds since 1970 of `now`."""
        return int(self.now().astimezone(UTC).timestamp())

    def day_began(self) -> int:
        """Whole seconds since 1970 of the moment when India's present day began."""
        return began(self.now().astimezone(IST).date())

    @staticmethod
    def monotonic() -> float:
        return monotonic()
