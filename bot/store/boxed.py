"""What is encrypted in the tables, as lists show it."""

from __future__ import annotations

from bot.box import BoxError, Keys


def opened(keys: Keys, kind: str, box: bytes | str | None) -> str:
    """Return what is in a box, which in a statement's JSON is hexadecimal digits.

    "" where there is none, or it is still of another key.
    """
    if not box:
        return ""
    try:
        return keys.open(kind, bytes.fromhex(box) if isinstance(box, str) else box)
    except BoxError:
        return ""
