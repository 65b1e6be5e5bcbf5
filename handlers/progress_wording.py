"""The texts of a person's progress and of the settings of reminders, each with long samples of what it is given."""

from __future__ import annotations

from collections.abc import Mapping

_TITLE = {"title": "Citizen Centric Services Offered by India Post"}
_TITLES = {"titles": ", ".join(["Citizen Centric Services Offered by India Post"] * 7)}
_DATE = {"date": "28 September 2026"}
_WHEN: Mapping[str, str | int] = {**_DATE, "when": "past", "days": 300, "state": "no"}

PROGRESS_TEXTS: Mapping[str, Mapping[str, str | int]] = {
    **{key: {} for key in ("progress-where", "progress-undecided", "check-lead", "plan-over", "plan-no-list",
                           "mark-which", "mark-first", "mark-not-noted", "mark-nothing-left", "mark-nothing-told",
                           "mark-assessment", "mark-verified", "mark-year", "mark-other-year", "mark-circular",
                           "mark-pick", "mark-take-back", "mark-all-done", "reminders-on", "reminders-off",
                           "reminders-awake", "progress-note", "mark-mapped", "progress-extra-lead")},
    "progress-lead": {"done": 6},
    "progress-card": _DATE,
    **{f"progress-{state}": _TITLE for state in ("self", "report", "begun", "open")},
    **{f"progress-{state}-time": {**_TITLE, "time": "12 h 36 min"} for state in ("begun", "open")},
    "progress-taken-back": {**_TITLE, **_DATE},
    "progress-floor": {"left": 3},
    "progress-time": {"time": "12 h 36 min", "unknown": 5},
    "progress-no-time": {"unknown": 6},
    **{f"check-{step}": {"state": "unknown"} for step in ("login", "verify", "map")},
    "check-phase": {**_WHEN, "count": 6, "left": 6},
    "check-assessment": {**_WHEN, "failed": 10},
    "mark-which-count": {"count": 5},
    "mark-failed": {"count": 10},
    "mark-confirm": {"count": 6},
    "mark-confirm-failed": {},
    **{f"mark-{what}": _TITLES for what in ("noted", "noted-failed", "already", "taken-back", "not-told", "of-report",
                                            "outside")},
    "mark-state": {"done": 5},
    "mark-score-low": {"right": 24},
    "mark-score-doubtful": {"right": 25},
    "reminders-next": _DATE,
    "reminders-until": _DATE,
    "reminders-snoozed": _DATE,
    **{f"reminders-{what}": {"hour": "evening", "begins": "16:30"} for what in ("from", "hour")},
    "reminders-rules": {"opens": "09:30", "closes": "18:30"},
    "reminders-none": {"reason": "no_channel"},
    "button-year": {},
}  # fmt: skip

PROGRESS_LABELS = (
    "button-mark-yes", "button-mark-no", "button-undo", "button-plan", "button-card", "button-calendar",
    "button-take-back", "button-assessment", "button-verified", "button-other-year", "button-reminders-on",
    "button-mapped", "button-failed", "button-wake", "button-morning", "button-noon", "button-evening",
)  # fmt: skip

#: Lists of words that tell progress, or what is wanted of reminders.
PROGRESS_WORDS = (
    *(f"report_{name}" for name in ("done", "counted", "all", "exam", "passed", "failed", "attempts", "marks",
                                    "not", "asked", "shown", "others", "undo", "skipped", "beside", "numbers")),
    *(f"remind_{name}" for name in ("off", "on", "snooze", "tomorrow", "days", "morning", "noon", "evening", "beside")),
)  # fmt: skip
