"""The texts of reminders, each with long samples of what it is given; checked with all others."""

from __future__ import annotations

from collections.abc import Mapping

_TITLES = {"titles": ", ".join(["Citizen Centric Services Offered by India Post"] * 6)}
_WHEN: Mapping[str, str | int] = {"date": "28 September 2026", "when": "future", "days": 300}
_LEFT: Mapping[str, str | int] = {**_TITLES, "left": 6, "total": 6, "days": 300}
_NEXT = {"title": "Citizen Centric Services Offered by India Post"}

REMINDER_TEXTS: Mapping[str, Mapping[str, str | int]] = {
    **{key: {} for key in ("reminder-lead", "reminder-lead-last", "reminder-verify", "reminder-done", "reminder-note",
                           "congratulation", "congratulation-check")},
    "reminder-courses": {**_WHEN, "count": 6, "done": 5},
    "reminder-assessment": _WHEN,
    "reminder-extra": _TITLES,
    "plan-known": {**_LEFT, "time": "12 h 36 min", "minutes": 756},
    "plan-and-unknown": _TITLES,
    "plan-unknown": _LEFT,
    "plan-next": _NEXT,
    "plan-next-assessed": _NEXT,
    "button-snooze": {"days": 3},
}  # fmt: skip

REMINDER_LABELS = ("button-mark-done", "button-snooze", "button-how-to", "button-stop-reminders")
