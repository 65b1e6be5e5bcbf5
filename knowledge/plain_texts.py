"""Which messages of a Fluent source are plain: surely valid, so that the parser is needed only where one is used.

A plain message is text with placeholders, or with a choice by one placeholder between texts of that kind. All else
(terms, functions, attributes, a choice inside a choice, every fault) is left to the parser, which takes seven times
as long: people wait for it at every first use of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fluent.syntax import ast

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
#: The pieces of a text: what is between the breaks, and the breaks, with the blanks that the next line begins with.
_PIECE = re.compile(
    rf"(?P<text>[^{{}}\r\n]+)|(?P<lines>\n(?: *\n)*)(?P<indent> +)"
    rf"|\{{ *\$(?P<name>{_NAME}) *(?:\}}|->(?P<choice>(?:[^{{}}]|{_PLACEHOLDER})*)\}})",
    re.ASCII,
)
_WAY = re.compile(rf"{_NEXT_LINES}(?P<default>\*?)\[ *(?P<key>[\w-]+) *\](?P<text>{_text(_SIMPLE)})", re.ASCII)
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


def read_plain(source: str) -> ast.Message | None:
    """Return what the parser makes of a plain message's source, without its places; None where it is not plain."""
    found = _MESSAGE.fullmatch(source)
    if found is None or not found["text"].strip():
        return None
    return ast.Message(ast.Identifier(found["key"]), _pattern(found["text"]))


def _pattern(text: str) -> ast.Pattern:
    """Read a text: the blanks that all its further lines begin with are none of it, nor those around it."""
    pieces = list(_PIECE.finditer(text.lstrip(" ")))
    indents = [len(piece["indent"]) for piece in pieces if piece["indent"]]
    common = min(indents, default=0)
    elements: list[ast.TextElement | ast.Placeable] = []
    for at, piece in enumerate(pieces):
        if piece["name"]:
            elements.append(ast.Placeable(_expression(piece)))
            continue
        lines = "" if at == 0 else "\n" * (piece["lines"] or "").count("\n")
        words = piece["text"] or lines + piece["indent"][common:]
        if words and elements and isinstance(elements[-1], ast.TextElement):
            elements[-1].value += words
        elif words:
            elements.append(ast.TextElement(words))
    if elements and isinstance(elements[-1], ast.TextElement):
        elements[-1].value = elements[-1].value.rstrip(" \n\r")
        if not elements[-1].value:
            elements.pop()
    return ast.Pattern(elements)


def _expression(piece: re.Match[str]) -> ast.VariableReference | ast.SelectExpression:
    variable = ast.VariableReference(ast.Identifier(piece["name"]))
    return variable if piece["choice"] is None else ast.SelectExpression(variable, list(_ways(piece["choice"])))


def _ways(choice: str) -> Iterator[ast.Variant]:
    for way in _WAY.finditer(choice):
        is_number = way["key"].isdecimal()
        key = ast.NumberLiteral(way["key"]) if is_number else ast.Identifier(way["key"])
        yield ast.Variant(key, _pattern(way["text"]), default=bool(way["default"]))


def template_of(message: ast.Message) -> str:
    """Return a text of words and placeholders alone for Python's `format_map`; empty for any other."""
    assert message.value is not None
    pieces = list(map(_piece, message.value.elements))
    return "" if None in pieces else "".join(piece for piece in pieces if piece)


def _piece(element: ast.TextElement | ast.Placeable) -> str | None:
    if isinstance(element, ast.TextElement):
        return element.value.replace("{", "{{").replace("}", "}}")
    wanted = element.expression
    return f"{{{wanted.id.name}}}" if isinstance(wanted, ast.VariableReference) else None
