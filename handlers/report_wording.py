"""The texts about files that a cell imports and about their rows, each with long samples of what it is given."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.report_row import Fault
from knowledge.catalogue import Catalogue, Language

_CELL: Mapping[str, str | int] = {"column": "Due Date of Completion", "value": "Superintendent of Post Offices"}
_PROBLEMS = ("nobody", "id", "email", "mobile", "masked", "other-circle", "formula", "date", "flag", "progress",
             "number", "no-course", "no-year", "no-date", "no-result", "quote", "more-cells")  # fmt: skip
_NOTICES = ("course", "designation", "mdo", "profile", "id", "email", "mobile", "masked", "beside")
#: So many characters of a cell are quoted.
_QUOTED = 80

REPORT_TEXTS: Mapping[str, Mapping[str, str | int]] = {
    **{f"import-file-{key}": {} for key in (
        "empty", "old-spreadsheet", "broken-archive", "locked", "web-page", "no-table", "no-rows", "other-plan-summary",
        "stale",
    )},
    "import-file-too-large": {"megabytes": 1024},
    "import-file-large-spreadsheet": {"megabytes": 1024},
    "import-file-too-many-rows": {"rows": 2_000_000},
    "import-file-archive-of-several": {"count": 100},
    "import-file-lacks": {"kind": "plan", "columns": "Name of CBP Allocated Course, Current Progress"},
    **{f"import-problem-{key}": _CELL for key in _PROBLEMS},
    **{f"import-notice-{key}": _CELL for key in _NOTICES},
}  # fmt: skip


def problem_words(catalogue: Catalogue, language: Language, faults: tuple[Fault, ...]) -> str:
    """Why a row is a problem row, in plain words; it may quote what is personal."""
    return " ".join(_words(catalogue, language, "problem", fault) for fault in faults)


def notice_words(catalogue: Catalogue, language: Language, notice: Fault) -> str:
    """What was passed over; nothing personal."""
    return _words(catalogue, language, "notice", notice)


def file_words(catalogue: Catalogue, language: Language, key: str, values: Mapping[str, str | int]) -> str:
    """Why a file cannot be imported."""
    return catalogue.texts.render(language, f"import-file-{key}", values)


def _words(catalogue: Catalogue, language: Language, group: str, fault: Fault) -> str:
    value = fault.value if len(fault.value) <= _QUOTED else f"{fault.value[: _QUOTED - 1]}…"
    return catalogue.texts.render(language, f"import-{group}-{fault.key}", {"column": fault.column, "value": value})
