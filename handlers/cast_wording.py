"""The texts of broadcasts, each with long samples of what it is given; checked with all others."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.audience import Field

_NUMBER: Mapping[str, str | int] = {"number": 123_456}
_COUNT: Mapping[str, str | int] = {"count": 200_000}
_TYPED = {"text": "t" * 200, "field": "designation", "word": "w" * 200}
_SAID = Field.VERIFIED, Field.LINKED
_STAGES = ("approval", "planned", "running", "paused", "cancelled", "done")
_PARTS = (
    "sent", "failed", "blocked", "unknown", "no-channel", "opted-out", "daily-cap", "dropped", "cancelled", "held",
    "waiting",
)  # fmt: skip
_DROPPED = ("left", "moved", "finished", "changed", "opted-out", "deleted", "held", "no-value")

#: What a draft's texts are given.
_NEW: Mapping[str, str | int] = {
    "example": "designation postman and unmet phase1",
    "count": 200000,
    "goes": 200000,
    "most": 5000,
    "words": "w" * 300,
    "form": "f" * 300,
    "names": "{circle}, {division}, {office}, {designation}, {left}, {total}",
    "office": "o" * 80,
    "moment": "12-02-2026 10:00",
    "what": "w" * 120,
    "name": "{designation}",
    "above": 5000,
    "hosts": "h" * 100,
    "number": 123456,
    "hours": 24,
    "group": "A",
}


def _of(*names: str) -> Mapping[str, str | int]:
    return {name: _NEW[name] for name in names}


CAST_TEXTS: Mapping[str, Mapping[str, str | int]] = {
    "cast-from": {"desk": "iGOT Cell, North Eastern Postal Circle"},
    "cast-from-circle": {"circle": "North Eastern Postal Circle"},
    "cast-from-central": {},
    **{f"audience-{field}": {"values": "v" * 300} for field in Field if field not in _SAID},
    **{f"audience-verified-{value}": {} for value in ("yes", "no", "unknown")},
    **{f"audience-linked-{value}": {} for value in ("yes", "no")},
    **{f"audience-{key}": {} for key in ("everybody", "and", "or", "empty", "too-deep", "not-closed", "ends-early")},
    "audience-not": {"what": "w" * 300},
    "audience-too-long": {"most": 2000},
    **{f"audience-{key}": _TYPED for key in ("unexpected", "no-value", "unknown-circle", "unknown-designation",
                                             "unknown-value")},
    "audience-list-unknown": _NUMBER,
    "cast-progress": {**_NUMBER, "stage": "waits for somebody to agree"},
    **{f"cast-stage-{stage}": {} for stage in _STAGES},
    "cast-certificate": _NUMBER,
    "cast-size": _COUNT,
    "cast-part": {**_COUNT, "name": "held: a helper has the conversation"},
    **{f"cast-part-{part}": {} for part in _PARTS},
    "cast-dropped-line": {**_COUNT, "name": "a helper had the conversation for too long"},
    **{f"cast-dropped-{reason}": {} for reason in _DROPPED},
    **{f"cast-{key}": {} for key in ("adds-up", "does-not-add-up", "list", "none", "everywhere")},
    "cast-row": {**_NUMBER, **_COUNT, "stage": "waits for somebody to agree"},
    "cast-stopped": {"where": "North Eastern Postal Circle"},
    **{key: {} for key in (
        "cast-ask-first", "cast-ask-and", "cast-ask-or", "cast-ask-which", "cast-ask-not", "cast-ask-list",
        "cast-ask-text-hi", "cast-incomplete", "cast-offices", "cast-office-unknown", "cast-goes-now",
        "cast-fault-nobody",
        "cast-note-test", "cast-note-one-language", "cast-tested", "cast-tested-not-ready",
        "cast-nobody-agrees-second", "cast-nobody-agrees-administrator", "cast-gone", "cast-given-up",
        "cast-put-aside", "cast-switched-off", "cast-switched-on",
    )},
    **{key: _of("example") for key in (
        "cast-ask-typed", "cast-audience-how",
    )},
    **{key: _of("count") for key in (
        "cast-list-kept", "cast-takes-seconds", "cast-takes-minutes", "cast-takes-hours",
    )},
    **{key: _of("most") for key in (
        "cast-list-none",
    )},
    **{key: _of("words") for key in (
        "cast-audience",
    )},
    **{key: _of("form") for key in (
        "cast-typed",
    )},
    **{key: _of("count", "goes") for key in (
        "cast-count",
    )},
    **{key: _of("names") for key in (
        "cast-ask-text-en",
    )},
    **{key: _of("office", "count") for key in (
        "cast-office",
    )},
    **{key: _of("moment") for key in (
        "cast-goes-at", "cast-ask-when", "cast-time-unclear",
    )},
    **{key: _of("what") for key in (
        "cast-fault-placeholder", "cast-fault-length", "cast-fault-empty",
    )},
    **{key: _of("name", "count") for key in (
        "cast-empty",
    )},
    **{key: _of("above") for key in (
        "cast-note-second",
    )},
    **{key: _of("hosts") for key in (
        "cast-note-hosts", "cast-agree-hosts",
    )},
    **{key: _of("number", "hours") for key in (
        "cast-note-alike", "cast-alike",
    )},
    **{key: _of("number") for key in (
        "cast-confirmed", "cast-confirmed-wait", "cast-please-agree-second", "cast-please-agree-administrator",
        "cast-approved", "cast-refused", "cast-paused", "cast-resumed", "cast-cancelled", "cast-not-now",
        "cast-not-yours",
    )},
    **{key: _of("number", "moment") for key in (
        "cast-confirmed-at",
    )},
    **{key: _of("number", "count") for key in (
        "cast-retried",
    )},
    **{key: _of("name") for key in (
        "cast-file",
    )},
    "button-cast-group": _of("group"),
}  # fmt: skip

CAST_LABELS = (
    "button-cast-stop", "button-cast-pause", "button-cast-resume", "button-cast-cancel", "button-cast-edit",
    "button-cast-list", "button-cast-retry", "button-cast-field-unmet", "button-cast-field-curriculum",
    "button-cast-field-group", "button-cast-field-verified", "button-cast-field-linked",
    "button-cast-field-language", "button-cast-all", "button-cast-paste", "button-cast-drop",
    "button-cast-negate", "button-cast-plainly", "button-cast-who", "button-cast-curriculum-group-a",
    "button-cast-curriculum-group-b", "button-cast-curriculum-group-c", "button-cast-curriculum-field",
    "button-cast-curriculum-mts", "button-cast-unmet-phase1", "button-cast-unmet-phase2",
    "button-cast-unmet-complete", "button-cast-unmet-assessment", "button-cast-verified-yes",
    "button-cast-verified-no", "button-cast-verified-unknown", "button-cast-linked-yes",
    "button-cast-linked-no", "button-cast-and", "button-cast-or", "button-cast-clear", "button-cast-look",
    "button-cast-write", "button-cast-skip", "button-cast-preview", "button-cast-test", "button-cast-send",
    "button-cast-when", "button-cast-at-now", "button-cast-at-hour", "button-cast-at-tomorrow",
    "button-cast-missed", "button-cast-anyway", "button-cast-hosts", "button-cast-approve",
    "button-cast-refuse", "button-cast-new", "button-cast-go-on", "button-cast-switch-off",
    "button-cast-switch-on",
)  # fmt: skip
