"""Names, addresses and numbers, so far covered that only somebody who knows them knows them again."""

from __future__ import annotations

_COVER = "•••"


def masked_name(name: str) -> str:
    """The first letter of each word: "R••• K•••"."""
    return " ".join(f"{word[0]}{_COVER}" for word in name.split())


def masked_email(email: str) -> str:
    """The first letter and where it is: "r•••@example.gov.in"."""
    name, at, host = email.partition("@")
    return f"{name[:1]}{_COVER}{at}{host}"


def masked_mobile(mobile: str) -> str:
    """The last two digits."""
    return f"{_COVER}{mobile[-2:]}"
