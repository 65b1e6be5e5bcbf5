"""The texts of the progress card and the calendar file, each with long samples of what it is given."""

from __future__ import annotations

from collections.abc import Mapping

_DATE, _LEFT, _TITLE = "28 September 2026", "300 days left", "Citizen Centric Services Offered by India Post"
_STEP: Mapping[str, str | int] = {"step": "verify", "courses": 6}
_SO_MANY: Mapping[str, str | int] = {"count": 12}

CARD_TEXTS: Mapping[str, Mapping[str, str | int]] = {
    **{key: {} for key in ("card-title", "card-exam-title", "card-list", "card-unknown", "card-foot")},
    **{key: _SO_MANY for key in ("card-told", "card-left", "card-extra", "card-more")},
    **{key: {} for key in ("calendar-lead", "calendar-over", "calendar-name", "calendar-exam", "calendar-foot")},
    "card-as-of": {"date": _DATE},
    "card-count": {"done": 12},
    "card-floor": {"missing": 6, "percent": 50},
    "card-step": _STEP,
    "card-date": {"step": "Comprehensive Assessment", "date": _DATE},
    "card-days": {"days": 300},
    "card-goal": {"standing": "ahead", "courses": 6, "missing": 6, "left": _LEFT},
    "card-exam": {"standing": "ahead", "left": _LEFT},
    "card-exam-failed": _SO_MANY,
    "card-time": {"time": "12 h 36 min"},
    "card-time-some": {"time": "12 h 36 min", **_SO_MANY},
    "calendar-summary": {"what": _TITLE},
    "calendar-goal": {"courses": 6},
    "calendar-left": {"titles": f"{_TITLE}, {_TITLE}"},
    "calendar-alarm": {"what": _TITLE},
}
