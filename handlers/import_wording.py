"""The texts about imports, each with long samples of what it is given; checked when the content loads."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.report_row import Kind

_CIRCLE, _NAME = "Himachal Pradesh", "R••• K••• 10203040 Superintendent of Post Offices"
_WHOLE = f"{_NAME}, r•••@indiapost.gov.example, ••••••3210, Divisional Office, {_CIRCLE}"
_MANY: Mapping[str, str | int] = {"circle": _CIRCLE, "many": 100_000, "all": 200_000}
_CELL: Mapping[str, str | int] = {"column": "Due Date of Completion", "value": _NAME}
_CLASH: Mapping[str, str | int] = {"number": 123, "employee": "10203040", "kept": _NAME, "row": _NAME}
_WHYS = (
    "nobody", "no-key", "id", "email", "mobile", "masked", "other-circle", "formula", "date", "flag", "progress",
    "number", "no-course", "no-year", "no-date", "no-result", "quote", "more-cells", "other-email", "other-employee",
    "two-persons", "disputed-email", "shared-mobile",
)  # fmt: skip

#: Labels of buttons.
IMPORT_LABELS = tuple(
    f"import-button-{name}" for name in ("apply", "all-the-same", "cancel", "decide", "same", "two", "later", "again")
)

IMPORT_TEXTS: Mapping[str, Mapping[str, str | int]] = {
    **{f"import-kind-{kind}": {} for kind in Kind},
    **{f"import-why-{why}": {} for why in _WHYS},
    **{f"import-problem-{why}": _CELL for why in (
        "no-key", "other-email", "other-employee", "two-persons", "disputed-email", "shared-mobile",
    )},
    **{f"import-class-{name}": {"count": 200_000} for name in ("new", "changed", "moved", "unchanged", "missing")},
    **{f"import-{key}": {} for key in (
        "help", "begun", "asks", "button-apply", "button-all-the-same", "button-cancel", "problem-file", "cancelled",
        "broken", "busy", "not-fetched", "gone", "all-circles", "nothing-yet", "clash-none",
        "decided-same", "decided-two", "button-decide", "button-same", "button-two", "button-later", "button-again",
        "clash-afterwards", "clash-same", "clash-two", "clash-gone", "clash-busy", "clash-again", "clash-send",
        "clash-what-other-email", "clash-what-other-employee", "clash-what-two-persons",
    )},
    "import-clash-waiting": {"count": 200_000},
    "import-clash-left": {"count": 200_000},
    "import-clash-head": {"at": 200_000, "count": 200_000},
    **{f"import-clash-{who}": {"person": _WHOLE} for who in ("known", "other", "row")},
    "import-head": {"kind": "Training-plan (CBP) enrolment report", "circle": _CIRCLE, "when": "20-01-2026 10:12"},
    "import-rows": {"rows": 1_200_000, "problems": 1_200_000},
    "import-sample": {"person": _NAME},
    "import-problem-count": {"why": _NAME, "count": 1_200_000},
    "import-unmatched": {"count": 100},
    "import-unmatched-one": {"title": _NAME, "count": 200_000},
    "import-shared-mobiles": {"count": 200_000},
    "import-done": {"number": 123, "new": 200_000, "changed": 200_000, "moved": 200_000, "missing": 200_000},
    "import-ask-many-missing": _MANY,
    "import-ask-other-circle": _MANY,
    "import-ask-older": {"circle": _CIRCLE},
    "import-clash-other-email": _CLASH,
    "import-clash-other-employee": _CLASH,
    "import-clash-two-persons": {**_CLASH, "other": _NAME},
}  # fmt: skip
