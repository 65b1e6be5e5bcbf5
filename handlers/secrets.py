"""Blank a pasted password or OTP, as a pure function, before anything is stored.

Rather one innocent word too many than one password kept; but the everyday sentences of people who describe a fault
("my password is not working", "OTP 3 baar aaya") stay as they are.
"""

from __future__ import annotations

import re

BLANK = "••••"

_SIGNS = r"@#$%^&*!_+"
#: "password" as people write it; "pass" alone means much else, so only what looks like a password follows it.
_WORD = r"(?:\bpass?\s?w[oa]?r?d\b|\bpasswd\b|\bpwd\b|\bpswd?\b|\bpw\b|\bpasscode\b|पास\s?वर्ड|पासवड)"
_FILLER = r"(?:\s+(?:my|mera|meri|mere|ye|yeh|this|the|igot|id|मेरा|यह|ये))?"
_LINK = rf"(?:{_FILLER}\s*(?:[:=\-–]+|\b(?:is|hai|h|was|tha)\b|है|था){_FILLER}\s*[:=\-–]*\s*)"
_AFTER = re.compile(rf"({_WORD}{_LINK})([^\s,;।]{{3,}})", re.IGNORECASE)
_BARE = re.compile(rf"((?:{_WORD}|\bpass\b)\s*[:=\-–]?\s*)([^\s,;।]{{4,}})", re.IGNORECASE)
_PIN = re.compile(r"(\bm-?pin\b\D{0,12}?)(\d{4,8})(?!\d)", re.IGNORECASE)
_ANY_WORD = re.compile(rf"{_WORD}|\bpass\b|\blogin\b|\buser\s?id\b", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s,;।]{5,}")

_NOT_A_CODE = r"(?<!pin )(?<!pin-)(?<!zip )(?<!postal )(?<!course )(?<!office )(?<!पिन )"
_OTP = re.compile(
    rf"\bo[\s.]?t[\s.]?p\b|\bone[\s-]?time|{_NOT_A_CODE}\bcode\b|ओ\.?\s?टी\.?\s?पी|{_NOT_A_CODE}कोड", re.IGNORECASE
)
_AFTER_OTP = re.compile(
    r"(\bo[\s.]?t[\s.]?p\b\.?(?:\s*[:=\-–]+\s*|\s+(?:is|hai|no)\s+))(\d(?:[ -]?\d){3,7})(?!\d)", re.I
)
_DIGITS = re.compile(r"(?<![\d/.\-])\d(?:[ -]?\d){3,7}(?![\d/\-]|\.\d)")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[ -](?:\d\d|20\d\d))?")
#: What stands before a number that is no code.
_OTHER_NUMBER = re.compile(r"(?:\bemp\w*|\bcsi|\buser|\bpin|\bpincode|कर्मचारी|पिन)[\s.:-]*(?:id|no|number|code|कोड)?"
                           r"[\s.:-]*(?:is|hai|है)?[\s.:-]*$", re.IGNORECASE)  # fmt: skip
#: What people write after "password is" when they describe a fault: no secret.
_PLAIN = frozenset(
    "not nahi nahin nhi wrong galat incorrect invalid forgotten forgot expired required correct same different old "
    "new bhul bhool lost reset working blocked showing asking being the my mera kya what right sahi accepted नहीं गलत "
    "भूल saying coming very also still always already changed kaise how never getting rejected locked weak strong "
    "needed mandatory default temporary again but only unknown kaun kab kahan konsa kaunsa क्या कैसे सही पुराना नया "
    "ग़लत otp dono and for too to on in case nhin set change policy ka ki ke ko का की को".split()
)


#: Every pattern needs one of these: most messages have none and are done at once.
_TRIGGER = re.compile(r"pas|pwd|psw|\bpw\b|login|user|pin|पास|o[\s.]?t[\s.]?p|one|code|ओ|कोड", re.IGNORECASE)


def blank_secrets(text: str) -> tuple[str, bool]:
    """Return the text without passwords and one-time codes, and whether anything was removed."""
    if not _TRIGGER.search(text):
        return text, False
    blanked = _PIN.sub(rf"\1{BLANK}", _BARE.sub(_blank_odd, _AFTER.sub(_blank_after, text)))
    if _ANY_WORD.search(blanked):
        blanked = _TOKEN.sub(lambda match: BLANK if _is_strange(match.group()) else match.group(), blanked)
    if _OTP.search(blanked):
        blanked = _DIGITS.sub(_blank_code, _AFTER_OTP.sub(rf"\1{BLANK}", blanked))
    return blanked, blanked != text


def _blank_after(match: re.Match[str]) -> str:
    said = match.group(2).casefold().strip(".!?()\"'")
    return match.group() if said in _PLAIN or BLANK in said or not said else f"{match.group(1)}{BLANK}"


def _blank_odd(match: re.Match[str]) -> str:
    """A word straight after "password" that is no plain word: with a digit, or with a sign inside."""
    word = match.group(2)
    letters, digits = any(c.isalpha() for c in word), sum(c.isdigit() for c in word)
    is_odd = (letters and digits) or digits >= 6 or _is_strange(word)
    return f"{match.group(1)}{BLANK}" if is_odd else match.group()


def _is_strange(word: str) -> bool:
    """Letters, digits and signs in one word, and no address: only passwords look so."""
    if re.search(r"@[\w-]+\.\w", word) or "://" in word:
        return False
    return (
        any(c.isalpha() for c in word) and any(c.isdigit() for c in word) and any(c in _SIGNS for c in word.rstrip("!"))
    )


def _blank_code(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    is_other = _YEAR.fullmatch(match.group()) or _OTHER_NUMBER.search(before[-40:])
    return match.group() if is_other else BLANK
