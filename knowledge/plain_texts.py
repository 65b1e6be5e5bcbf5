"""Which messages of a Fluent source are plain: surely valid, so that the parser is needed only where one is used.

A plain message is text with placeholders, or with a choice by one placeholder between texts of that kind. All else
(terms, functions, attributes, a choice inside a choice, every fault) is left to the parser.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NAME = r"[a-zA-Z][\w-]*"
_PLACEHOLDER = rf"\{{ *\${_NAME} *\}}"
_NEXT_LINES = r"\n(?: *+\n)*+ ++"
#: How a further line of a text cannot begin: there Fluent expects a variant or an attribute.
_NOT_FIRST = r"(?![\[*.])"


def _text(piece: str) -> str:
    """A text of one or several lines, made of the piece."""
    return rf"(?:{piece})*+(?:{_NEXT_LINES}{_NOT_FIRST}(?:{piece})++)*+"


_SIMPLE = rf"[^{{}}\r\n]|{_PLACEHOLDER}"
#: A variant's text is not empty.
_SOMETHING = rf"(?= *+(?:{_NEXT_LINES}{_NOT_FIRST})?+(?:[^ {{}}\r\n]|{_PLACEHOLDER}))"
_VARIANT = rf"\[ *(?:{_NAME}|[0-9]+) *\]{_SOMETHING}{_text(_SIMPLE)}"
_CHOICE = (
    rf"\{{ *\${_NAME} *-> *"
    rf"(?:{_NEXT_LINES}{_VARIANT})*+{_NEXT_LINES}\*{_VARIANT}(?:{_NEXT_LINES}{_VARIANT})*+"
    rf"{_NEXT_LINES}\}}"
)
_MESSAGE = re.compile(
    rf"^(?P<key>{_NAME}) *=(?P<text>{_text(f'{_SIMPLE}|{_CHOICE}')})(?:\n(?: *+\n)*+(?=[a-zA-Z#-]|\Z)|\Z)",
    re.MULTILINE | re.ASCII,
)
#: Remarks that follow one another say no more than one.
_REMARKS = re.compile(r"(?:^#.*\n(?: *\n)*)+", re.MULTILINE)
_VARIABLE = re.compile(rf"\{{ *\$({_NAME})", re.ASCII)


class PlainText(NamedTuple):
    """The Fluent source of one message, and its placeholders."""

    source: str
    variables: frozenset[str]


def take_plain(source: str) -> tuple[list[tuple[str, PlainText]], str]:
    """Return the plain messages by key, in their order, and the source without them; empty where nothing is left."""
    found: list[tuple[str, PlainText]] = []

    def take(match: re.Match[str]) -> str:
        if not match["text"].strip():
            return match.group()
        found.append((match["key"], PlainText(match.group(), frozenset(_VARIABLE.findall(match["text"])))))
        return "#\n"  # an empty remark: what stood apart still does

    rest = _REMARKS.sub("#\n", _MESSAGE.sub(take, source))
    return found, rest if rest.strip("#\n ") else ""
