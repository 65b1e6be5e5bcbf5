"""The texts of the staff's reports and their weekly digest, each with long samples of what it is given."""

from __future__ import annotations

from collections.abc import Mapping

_DATE, _TIME = "28 September 2026", "23:59"
_TITLE = "Where North Eastern Postal Circle stands"
_MANY = "12,34,567"
_CHANGE = ", +12,34,567"
_Samples = Mapping[str, Mapping[str, str | int]]

_COLUMNS = (
    "as-of", "kind", "circle", "part", "employees", "mandated", "linked", "verified", "reminders", "calls", "opened",
    "answered", "open", "misunderstood", "unhelpful", "by", "at", "name", "mobile", "employee", "division", "office",
    "designation",
    "why", "unmet", "text", "times", "day", "language", "kept", "topic", "meant", "file", "fate",
    "reason", "moment", "about", "asked", "id", "week",
)  # fmt: skip
_NAMES = (
    *(f"list-{id_}" for id_ in ("plan", "open", "outside", "group-a", "group-b", "group-c", "field", "mts")),
    *(f"kind-{kind}" for kind in ("total", "circle", "division", "group", "curriculum")),
    *(f"why-{why}" for why in ("no_channel", "blocked", "opted_out")),
    *(f"kept-{why}" for why in ("clarified", "declined", "not_helpful")),
    *(f"sheet-{sheet}" for sheet in ("figures", "weeks", "about", "calls", "questions", "broadcast")),
    "unknown-circle", "unknown", "no-topic", "all", "who-command-line",
)  # fmt: skip
_PICTURE: _Samples = {
    **{f"report-{key}": {} for key in ("no-reports", "same", "no-trend", "linked", "verified", "year")},
    "report-title": {"place": "one", "name": "North Eastern Postal Circle"},
    "report-as-of": {"date": _DATE, "time": _TIME},
    "report-newest": {"date": _DATE},
    "report-unfound": {"count": 1_234_567, "written": _MANY},
    "report-employees": {"count": 1_234_567, "written": _MANY},
    "report-outside": {"written": _MANY},
    "report-open": {"written": _MANY},
    "report-share": {"count": _MANY, "of": _MANY},
    "report-milestone": {"milestone": "assessment", "courses": 6},
    "report-milestone-by": {"milestone": "Assessment passed", "date": _DATE},
    "report-more": {"date": _DATE, "change": _MANY},
    "report-trend": {"milestone": "Assessment passed"},
    "report-behind": {"kind": "division", "milestone": "Assessment passed"},
    "report-furthest": {"count": 400},
    "report-reminders": {"count": _MANY},
    "report-tickets": {"opened": _MANY, "answered": _MANY, "open": _MANY},
    "report-questions": {"count": _MANY, "bad": _MANY},
    "report-calls-count": {"count": _MANY},
    "report-came": {"count": _MANY, "new": _MANY},
    "report-others": {"count": _MANY},
    "report-made-by": {"who": "member 123456", "date": _DATE, "time": _TIME},
    "report-list-other": {"id": "group_c"},
    "report-group": {"group": "C"},
    "report-who-member": {"id": 123456},
    "report-column-percent": {"column": "Assessment passed"},
    "report-column-met": {"milestone": "Assessment passed", "date": _DATE},
}
_CHAT: _Samples = {
    "report-lead": {"title": _TITLE, "date": _DATE, "time": _TIME},
    "report-lead-table": {"title": _TITLE},
    "report-lead-calls": {"title": _TITLE},
    "report-lead-topics": {"title": _TITLE},
    "report-lead-questions": {},
    "report-choose": {},
    "report-lead-parts": {},
    "report-not-yours": {"place": "North Eastern Postal Circle"},
    "report-no-place": {},
    "report-gone": {},
}
_DIGEST: _Samples = {
    "digest-title": {"title": _TITLE, "from": _DATE, "to": _DATE},
    "digest-people": {
        "employees": _MANY, "linked": _MANY, "linked_percent": 100, "linked_change": _CHANGE, "verified": _MANY,
        "verified_percent": 100, "verified_change": _CHANGE,
    },
    "digest-milestone": {"milestone": "Assessment passed", "percent": 100, "count": _MANY, "of": _MANY,
                         "change": _CHANGE},
    "digest-first": {},
    "digest-work": {"reminders": _MANY, "opened": _MANY, "answered": _MANY, "open": _MANY},
    "digest-calls": {"count": _MANY},
    "digest-calls-part": {"part": "North Eastern Postal Circle", "count": _MANY},
    "digest-no-calls": {},
    "digest-troubles": {},
    "digest-trouble": {"step": "OTP does not come: " + "x" * 50, "count": _MANY, "times": _MANY},
    "digest-trouble-new": {"step": "OTP does not come: " + "x" * 50, "count": _MANY},
    "digest-questions": {"count": _MANY, "bad": _MANY},
}  # fmt: skip

FIGURE_TEXTS: _Samples = {
    **{f"report-{name}": {} for name in _NAMES},
    **{f"report-column-{column}": {} for column in _COLUMNS},
    **_PICTURE,
    **_CHAT,
    **_DIGEST,
}
FIGURE_LABELS = tuple(f"button-report-{what}" for what in ("png", "parts", "xlsx", "csv", "calls", "questions"))
