"""The texts of linking, of the links by which people come, and of moves; each with long samples of what it is given."""

from __future__ import annotations

from collections.abc import Mapping

_CIRCLE, _POST = "North Eastern Postal Circle", "Superintendent of Post Offices"
_LINK = "https://t.me/a_name_of_thirty_two_letters_bot?start=p-andhra_pradesh"
_FROM_TO: Mapping[str, str | int] = {"from": _CIRCLE, "to": _CIRCLE}
_SO_MANY: Mapping[str, str | int] = {"count": 12_345}

LINK_TEXTS: Mapping[str, Mapping[str, str | int]] = {
    **{
        key: {}
        for key in (
            "profile-linked",
            "profile-not-linked",
            "privacy-item-linked",
            "link-ask-contact",
            "link-ask-code",
            "link-ask-only-code",
            "link-send-bare",
            "link-own-number",
            "link-number-looked",
            "link-not-now",
            "link-failed-number",
            "link-failed-code",
            "link-too-often",
            "link-done",
            "link-now",
            "link-not-there",
            "link-speaks-for-one",
            "link-off-ask",
            "link-off",
            "link-others-off",
            "link-off-elsewhere",
            "link-news-contact",
            "link-news-code",
            "reach-invite-which",
            "reach-no-address",
            "event-moved",
            *(f"poster-{part}" for part in ("title", "lead", "one", "two", "three", "how", "foot")),
        )
    },
    "link-who-id": {"hint": "12345"},
    "link-who-post": {"post": _POST},
    "link-who-circle": {"circle": _CIRCLE},
    "link-circle-follows": {"told": _CIRCLE},
    "link-other-chats": _SO_MANY,
    "link-differs": {"told": _POST, "reported": f"{_POST} / {_POST}", "by": "told"},
    "link-told-holds": {"told": _POST},
    "button-link-as": {"hint": "12345"},
    **{
        key: {"circle": _CIRCLE}
        for key in ("reach-circle", "reach-other-circle", "reach-invite", "reach-title", "poster-circle")
    },
    "reach-forward": {"circle": _CIRCLE, "link": _LINK},
    "poster-link": {"link": _LINK},
    **{key: {**_FROM_TO, **_SO_MANY} for key in ("moved-away", "moved-here", "moved-roles")},
    "moved-ids": {"ids": ", ".join(["10012345"] * 9)},
    "moved-requests": _SO_MANY,
    "moved-request": {"number": 123_456_789, "to": _CIRCLE},
    "moved-told": _FROM_TO,
}

LINK_LABELS = (
    "button-link", "button-linked", "button-link-code", "button-link-again", "button-link-another", "button-link-as",
    "button-link-others", "button-link-off", "button-link-off-yes", "button-link-off-no", "button-share-number",
)  # fmt: skip
