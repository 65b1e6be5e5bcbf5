"""Titles come from files that people fill in: only characters that every kind of file can hold."""

from __future__ import annotations

#: They shape Devanagari, and count as not printable.
_JOINERS = "\u200c\u200d"


def printable(text: str) -> str:
    """The text with a space for every control character, half of a character, and line break."""
    return "".join(sign if sign.isprintable() or sign in _JOINERS else " " for sign in text)
