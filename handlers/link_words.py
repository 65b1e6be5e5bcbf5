"""The employee id, the one-time code and the mobile number in what somebody writes or shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence

#: Letters and digits that are not taken for one another when a code is read out.
LETTERS, DIGITS = "ABCDEFGHJKMNPQRSTUVWXYZ", "23456789"
_HALF = 4
_MOST = 64
#: An id told alone stands in so few words ("my employee id is 10012345"), and has at least so many signs.
_FEW_WORDS, _SHORTEST_ID = 6, 4
_INDIA = "91"
_MOBILE = 10


def new_code(choose: Callable[[Sequence[str]], str]) -> str:
    """Make a code such as "K7MP-3QXA": in each half a letter and a digit, which no employee id has.

    `choose` picks one of several, as nobody can guess.
    """
    halves = (choose(LETTERS) + choose(DIGITS) + choose(LETTERS + DIGITS) + choose(LETTERS + DIGITS) for _ in "12")
    return "-".join(halves)


def id_and_code(text: str) -> tuple[str, str]:
    """The employee id and the code in a message, "" each where it is not there; other words do not matter."""
    words = [word.strip("-–.()[]\"'") for word in _apart(text).split()]
    told = [word for word in words if any(sign.isdecimal() for sign in word) or "@" in word]
    for place, word in enumerate(told):
        joined = [(word, 1), (f"{word}-{told[place + 1]}", 2)] if place + 1 < len(told) else [(word, 1)]
        for candidate, count in joined:
            if is_code(candidate):
                rest = told[:place] + told[place + count :]
                return "".join(rest[:1])[:_MOST], candidate
    return "".join(told[:1])[:_MOST], ""


def told_for_link(text: str, *, is_awaited: bool) -> tuple[str, str]:
    """The id and the code that a message is there to tell; where they are awaited also one alone.

    A question, or a longer message with some number in it, tells none: it is answered like any other.
    """
    employee, code = id_and_code(text)
    if employee and code:
        return employee, code
    is_other = not code and ("?" in text or len(text.split()) > _FEW_WORDS or len(employee) < _SHORTEST_ID)
    return (employee, code) if is_awaited and not is_other else ("", "")


def is_code(word: str) -> bool:
    """Whether it has the form of a code, however it is typed."""
    signs = word.replace("-", "").replace("–", "").upper()
    if len(signs) != 2 * _HALF or not set(signs) <= set(LETTERS + DIGITS):
        return False
    halves = (signs[:_HALF], signs[_HALF:])
    return all(set(half) & set(LETTERS) and set(half) & set(DIGITS) for half in halves)


def mobile_of(number: str) -> str:
    """The ten digits of an Indian mobile number; "" for any other."""
    digits = "".join(sign for sign in number if sign.isdecimal() and sign.isascii())
    if len(digits) == len(_INDIA) + _MOBILE and digits.startswith(_INDIA):
        digits = digits[len(_INDIA) :]
    return digits if len(digits) == _MOBILE and digits[0] in "6789" else ""


def _apart(text: str) -> str:
    return "".join(" " if sign in ",;:/।=" else sign for sign in text)
