"""What one cell of a report says, as a plain value: days, moments, numbers, ids, e-mails, mobiles. Never guessed.

What a cell does not say is None or ""; what it says but cannot be read raises `ValueError`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

IST = timezone(timedelta(hours=5, minutes=30))
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")
#: Excel's trick against lost zeros, and its mark of a text.
_AS_TEXT = re.compile(r'^=\s*"(.*)"$|^\'(.*)$', re.DOTALL)
_BLANKS = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\s*(.+))?")
_TIMED = re.compile(
    r"(\d{4}-\d\d-\d\d|\d\d[-/.]\d\d[-/.]\d{4}) (?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: [AaPp][Mm])?"
)
#: Of days, and of moments to the second.
_ISO_LENGTHS = (10, 19)
_INDIAN = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:[T ,]\s*(.+))?")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]([A-Za-z]{3,9})[-/., ]+(\d{4})(?:[T ,]\s*(.+))?")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|[+-]\d{2}:?\d{2}|IST|UTC)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december")  # fmt: skip
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
#: Serial numbers of days in a spreadsheet count from here; others than these (1982 to 2064) are no days.
_FIRST, _SERIALS = datetime(1899, 12, 30, tzinfo=IST), range(30_000, 60_000)
_DAY = 86_400
_NOON = 12
_MASK = re.compile(r"[*•●]")
_MOBILE_MASK = re.compile(r"[*•●#xX]")
_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]{2,}")
_SEPARATORS = re.compile(r"[\s()\-.]+")
_MOBILE = re.compile(r"(?:\+?91|0|0091)?([6-9]\d{9})")
_CUT = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
#: No count in a report has more digits.
_WHOLE_LONG = 9
_WHOLE = re.compile(r"(\d+)(?:\.0+)?")


def plain(text: str) -> str:
    """A cell without blanks around it, with single ones inside, and without a spreadsheet's mark of a text."""
    text = " ".join(text.split()) if text.isascii() else _BLANKS.sub(" ", text).strip()
    if text[:1] in "='":
        match = _AS_TEXT.match(text)
        text = (match.group(1) or match.group(2) or "").strip() if match else text
    return text


@lru_cache(maxsize=8192)  # a report has few days, on many rows
def moment_of(text: str) -> datetime:
    """The moment that a cell of `plain` names, in India Standard Time; of a day alone its beginning.

    Days as 31-03-2026, 31/03/2026, 31.03.2026, 31-Mar-2026, 2026-03-31 or a spreadsheet's serial number; times with
    seconds or not, by a 24-hour clock that the portal writes AM or PM after, or a 12-hour clock.

    Raises:
        ValueError: it names no moment surely; a year of two digits does not.
    """
    if len(text) in _ISO_LENGTHS and text[4] == "-" == text[7]:  # nearly all are
        return datetime.fromisoformat(text).replace(tzinfo=IST)
    text = text.translate(_DIGITS)
    if _SERIAL.fullmatch(text):
        return _of_serial(float(text))
    day, clock = _day(text)
    if clock is None:
        return datetime.combine(day, time(), IST)
    match = _CLOCK.fullmatch(clock.strip())
    if match is None:
        raise ValueError(text)
    hours, minutes, seconds, half, zone = match.groups()
    hour = _hour(int(hours), half)
    return datetime.combine(day, time(hour, int(minutes), int(seconds or 0)), _zone(zone)).astimezone(IST)


def without_time(text: str) -> str:
    """A moment without its time, where that is of no zone; any other text as it is."""
    match = _TIMED.fullmatch(text) if len(text) > _ISO_LENGTHS[0] else None
    return match.group(1) if match else text


def _of_serial(serial: float) -> datetime:
    if int(serial) not in _SERIALS:
        raise ValueError(str(serial))
    return _FIRST + timedelta(seconds=round(serial * _DAY))


def _day(text: str) -> tuple[date, str | None]:
    """The day at the beginning, and the clock after it."""
    if match := _ISO.fullmatch(text):
        year, month, day, clock = match.groups()
        return date(int(year), int(month), int(day)), clock
    if match := _INDIAN.fullmatch(text):
        day, month, year, clock = match.groups()
        return date(int(year), int(month), int(day)), clock
    if match := _NAMED.fullmatch(text):
        day, name, year, clock = match.groups()
        return date(int(year), _month(name.lower()), int(day)), clock
    raise ValueError(text)


def _month(name: str) -> int:
    name = "sep" if name == "sept" else name
    names = _FULL_MONTHS if len(name) > 3 else _MONTHS
    return names.index(name) + 1


def _hour(hour: int, half: str | None) -> int:
    """The hour of the day; AM or PM after an hour that fits a 24-hour clock says nothing, else it is a 12-hour one."""
    if not half:
        return hour
    if half[0] in "pP":
        return hour + _NOON if hour < _NOON else hour
    return 0 if hour == _NOON else hour


def _zone(text: str | None) -> timezone:
    if text is None or text == "IST":
        return IST
    if text in ("Z", "UTC"):
        return timezone(timedelta())
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(text[1:3]), minutes=int(text[-2:])))


def is_masked_mobile(text: str) -> bool:
    """Whether a mobile is shown in part only: "******3210", "98XXXXXX10"."""
    return _MOBILE_MASK.search(text) is not None


def mobile_of(text: str) -> str:
    """The ten digits of an Indian mobile number, written with the country's code, a zero, blanks or not.

    Raises:
        ValueError: it is none, is masked, or lost digits in a spreadsheet.
    """
    whole = _WHOLE.fullmatch(text := text.translate(_DIGITS))
    match = _MOBILE.fullmatch(whole.group(1) if whole else _SEPARATORS.sub("", text))
    if match is None:
        raise ValueError(text)
    return match.group(1)


def email_of(text: str) -> str:
    """The e-mail address in lower case.

    Raises:
        ValueError: it is none, or is masked.
    """
    if _MASK.search(text) or not _EMAIL.fullmatch(text):
        raise ValueError(text)
    return text.lower()


def id_of(text: str) -> str:
    """An employee id as it is written, "" of zeros alone; what a spreadsheet made a decimal number of is whole again.

    Raises:
        ValueError: a spreadsheet cut it short ("1.02E+09").
    """
    if _CUT.fullmatch(text):
        raise ValueError(text)
    match = _WHOLE.fullmatch(text)
    found = match.group(1) if match else text
    return found if found.strip("0") else ""


def whole_of(text: str) -> int:
    """A whole number.

    Raises:
        ValueError: it is none.
    """
    match = _WHOLE.fullmatch(text.translate(_DIGITS).replace(",", ""))
    if match is None or len(match.group(1)) > _WHOLE_LONG:
        raise ValueError(text)
    return int(match.group(1))
