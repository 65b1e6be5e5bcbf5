"""Blank a pasted password or OTP, as a pure function, before anything is stored."""

from __future__ import annotations

import re

BLANK = "••••"

_WORD = r"(?:pass\s?word|passwd|paswd|pwd|passcode|mpin|पासवर्ड|पास\s?वर्ड)"
_LINK = r"(?:\s*(?:[:=\-–]|\bis\b|\bhai\b|\bh\b|है|\bwas\b|\bye\b|\byeh\b|यह)+\s*)"
#: A password follows its word after a sign or "is"; a bare following word only if it looks like no plain word.
_PASSWORD = re.compile(
    rf"({_WORD}{_LINK})(?P<after>[^\s,;।]{{3,}})|({_WORD}\s+)(?P<odd>(?=\S*[\d@#$%^&*!_])(?=\S*[A-Za-z])[^\s,;।]{{4,}})",
    re.IGNORECASE,
)
_OTP_WORD = re.compile(r"\b(?:o\s?t\s?p|one\s?time|verification code|code)\b|ओटीपी|ओ\.टी\.पी|कोड", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\d/.\-])\d(?:[ -]?\d){3,7}(?![\d/\-]|\.\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: What people write after "password is" when they describe a fault: no secret.
_PLAIN = frozenset(
    "not nahi nahin nhi wrong galat incorrect invalid forgotten forgot expired required correct same different old "
    "new bhul bhool lost reset working blocked showing asking being the my mera kya what right sahi accepted नहीं गलत "
    "भूल saying coming very also still always already changed".split()
)


def blank_secrets(text: str) -> tuple[str, bool]:
    """Return the text without passwords and one-time codes, and whether anything was removed."""
    blanked = _PASSWORD.sub(_blank_password, text)
    if _OTP_WORD.search(blanked):
        blanked = _DIGITS.sub(lambda match: match.group() if _YEAR.fullmatch(match.group()) else BLANK, blanked)
    return blanked, blanked != text


def _blank_password(match: re.Match[str]) -> str:
    secret = match.group("after") or match.group("odd")
    if secret.casefold().strip(".!?") in _PLAIN:
        return match.group()
    return f"{match.group(1) or match.group(3)}{BLANK}"
