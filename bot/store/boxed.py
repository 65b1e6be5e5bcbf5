"""What is encrypted in the tables, read from a statement's JSON: boxes stand in it as hexadecimal digits."""

from __future__ import annotations

from bot.box import BoxError, Keys


def opened(keys: Keys, kind: str, digits: str | None) -> str:
    """Return what is in a box; "" where there is none, or it is still of another key."""
    if not digits:
        return ""
    try:
        return keys.open(kind, bytes.fromhex(digits))
    except BoxError:
        return ""
