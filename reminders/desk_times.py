"""When something is due for a ticket, by the desk's working hours (content, desk.yaml)."""

from __future__ import annotations

from enum import StrEnum

from handlers.ticket import Level, State, Ticket
from knowledge.desk_rules import Calendar, DeskLimits
from knowledge.working_time import after_working, after_working_days

_MINUTE = 60


class Due(StrEnum):
    """What is to be done now."""

    NOTHING = "nothing"
    ALERT = "alert"  # say again that nobody claimed, or answered
    NEXT_LEVEL = "next level"  # ask the next level to claim
    BACK = "back"  # claimed but not answered: back to the queue
    IDLE = "idle"  # answered, and nobody wrote for days: close


def due_of(ticket: Ticket, calendar: Calendar, limits: DeskLimits, now: int) -> Due:
    """Return what is due at `now` (seconds since 1970): the gravest first."""
    for at, due in sorted(_moments(ticket, calendar, limits), reverse=True):
        if at <= now:
            return due
    return Due.NOTHING


def next_look(ticket: Ticket, calendar: Calendar, limits: DeskLimits, now: int) -> int:
    """Return the next moment at which something can become due; 0: never.

    After a stop longer than all of them it is one more wait of the longest kind, so that nobody is forgotten.
    """
    moments = [at for at, _ in _moments(ticket, calendar, limits)]
    late = after_working(calendar, now, limits.next_level * _MINUTE) if moments else 0
    return min((at for at in moments if at > now), default=late)


def _moments(ticket: Ticket, calendar: Calendar, limits: DeskLimits) -> list[tuple[int, Due]]:
    """Each thing that will become due if nobody does anything, with its moment."""

    def after(start: int, minutes: int) -> int:
        return after_working(calendar, start, minutes * _MINUTE)

    if ticket.state is State.OPEN:
        again = limits.alert if not ticket.alerts else limits.next_level * ticket.alerts
        moments = [(after(ticket.queued_at, again), Due.ALERT)]
        if ticket.level is not Level.CENTRAL:
            moments = moments if not ticket.alerts else []
            moments.append((after(ticket.queued_at, limits.next_level), Due.NEXT_LEVEL))
        return moments
    if ticket.state is State.CLOSED:
        return []
    if ticket.staff_wrote_at >= ticket.person_wrote_at and ticket.staff_wrote_at >= ticket.claimed_at:
        last = max(ticket.staff_wrote_at, ticket.person_wrote_at)
        return [(after_working_days(calendar, last, limits.idle_days), Due.IDLE)]
    since = max(ticket.person_wrote_at, ticket.claimed_at)
    alert = [] if ticket.alerts else [(after(since, limits.answer_alert), Due.ALERT)]
    return [*alert, (after(since, limits.answer_back), Due.BACK)]
