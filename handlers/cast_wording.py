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
}  # fmt: skip

CAST_LABELS = (
    "button-cast-stop", "button-cast-pause", "button-cast-resume", "button-cast-cancel", "button-cast-edit",
    "button-cast-list", "button-cast-retry",
)  # fmt: skip
