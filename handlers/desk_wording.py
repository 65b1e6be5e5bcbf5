"""The texts of the hand-over, each with long samples of what it is given; checked with all others."""

from __future__ import annotations

from collections.abc import Mapping

_DESK = {"desk": "the helpdesk of North Eastern Postal Circle"}
_NUMBER: Mapping[str, str | int] = {"number": 123_456_789}
_BOTH: Mapping[str, str | int] = {**_DESK, **_NUMBER}
_HOURS: Mapping[str, str | int] = {"opens": "09:30", "closes": "17:30"}

DESK_TEXTS: Mapping[str, Mapping[str, str | int]] = {
    "desk-of-circle": {"circle": "North Eastern Postal Circle"},
    **{f"role-{role}": {} for role in ("administrator", "cell", "helpdesk")},
    **{
        key: {}
        for key in (
            "desk-central",
            "evidence-stopped",
            "ticket-meanwhile",
            "ticket-too-many",
            "ticket-solved-ask",
            "ticket-thanks",
            "ticket-unknown",
            "slow-down",
            "event-person-closed",
            "event-reopened",
            "event-solved",
            "desk-gone",
            "desk-not-staff",
            "desk-other-circle",
            "desk-is-own",
            "desk-cannot-relay",
            "desk-nothing-masked",
            "desk-unmask-rest",
            "desk-hand-nobody",
            "invitation-unknown",
            "invitation-in-group",
            "invitation-private",
            "invitation-needs-administrator",
        )
    },
    **{
        key: _NUMBER
        for key in (
            "ticket-back",
            "ticket-closed",
            "ticket-ended",
            "ticket-idle",
            "ticket-reopened",
            "ticket-reopen-ask",
            "desk-relay",
            "desk-alert-unclaimed",
            "desk-alert-unanswered",
            "desk-idle",
            "desk-reminder",
            "desk-unreachable",
            "desk-deleted",
            "desk-taken",
            "with-human",
            "desk-hand-where",
            "desk-canned-which",
            "desk-you-claimed",
            "desk-unmasked",
            "desk-you-closed",
            "desk-is-yours",
            "desk-is-taken",
            "desk-is-closed",
            "desk-button-claim-one",
        )
    },
    **{
        key: _BOTH
        for key in (
            "ticket-opened",
            "ticket-is-open",
            "ticket-claimed",
            "ticket-handed",
            "desk-card-new",
            "desk-card-again",
            "desk-card-raised",
            "desk-card-back",
            "desk-card-claimed",
            "desk-you-handed",
        )
    },
    "privacy-item-request": {**_NUMBER, "kept": 180, "attachments": 30},
    "relay-from-desk": _DESK,
    "group-linked": _DESK,
    "member-welcome": {**_DESK, "role": "administrator"},
    "ticket-hours-open": _HOURS,
    "ticket-hours-closed": {**_HOURS, "date": "28 September 2026"},
    "evidence-lead": {"count": 3},
    "desk-card-who": {"designation": "Superintendent of Post Offices", "language": "English"},
    "desk-card-about": {"topics": "Organisation, Green tick, Talk to a person"},
    "desk-card-path": {"path": "t" * 600},
    "desk-card-answer": {"question": "q" * 150, "answer": "a" * 150},
    **{f"desk-said-{who}": {"text": "t" * 300} for who in ("person", "staff", "note")},
    "desk-event": {"event": "e" * 60},
    "desk-many": {"count": 25},
    "desk-queue": {"count": 25},
    "desk-queue-row": {**_BOTH, "topic": "Organisation"},
}

DESK_LABELS = (
    "button-not-now", "button-end-ticket", "button-reopen", "desk-button-claim", "desk-button-canned",
    "desk-button-hand", "desk-button-unmask", "desk-button-close", "desk-button-queue", "desk-button-central",
)  # fmt: skip
