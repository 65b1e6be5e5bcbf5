"""Telegram's HTML subset: parsed and checked.

Stricter than the platform in one point: a stray `&` or `>` is refused, because the documentation
demands that it be escaped (the platform shows it as it is).
"""

from __future__ import annotations

import re

from .model import ApiError, Json, bad

_TAG = re.compile(r"<(/?)([A-Za-z0-9-]*)((?:\s+[A-Za-z-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*>")
_ATTRIBUTE = re.compile(r"([A-Za-z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_ENTITY = re.compile(r"&(?:(lt|gt|amp|quot)|#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6}));")
_SPECIAL = re.compile(r"[<>&]")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_NEEDS = {"tg-emoji": "emoji-id", "tg-time": "unix"}


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The visible text and its entities; a faulty source raises the platform's 400."""
    if not _SPECIAL.search(source):
        return source, []
    return _Parser(source).run()


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """White space at both ends does not count and is not shown."""
    shown = text.strip()
    if len(shown) == len(text) or not entities:
        return shown, entities
    lead = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(shown)
    kept: list[Json] = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        stop = min(end, entity["offset"] + entity["length"] - lead)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return shown, kept


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.open: list[tuple[str, int, Json]] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        position = 0
        while True:
            found = _SPECIAL.search(self.source, position)
            if found is None:
                self._text(self.source[position:])
                break
            self._text(self.source[position : found.start()])
            position = self._special(found.start())
        if self.open:
            raise self._error(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"', None)
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.parts), self.entities

    def _text(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.length += utf16_length(text)

    def _special(self, at: int) -> int:
        sign = self.source[at]
        if sign == "&":
            return self._character(at)
        if sign == ">":
            raise self._error("Unescaped character '>'", at)
        tag = _TAG.match(self.source, at)
        if tag is None:
            raise self._error("Unclosed or malformed start tag", at)
        name = tag[2].lower()
        if tag[1]:
            self._close(name, at)
        else:
            self._start(name, tag[3], at)
        return tag.end()

    def _character(self, at: int) -> int:
        found = _ENTITY.match(self.source, at)
        if found is None:
            raise self._error("Unescaped character '&' or unsupported entity", at)
        if found[1]:
            self._text(_NAMED[found[1]])
            return found.end()
        code = int(found[2]) if found[2] else int(found[3], 16)
        if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            raise self._error("Bad numeric entity", at)
        self._text(chr(code))
        return found.end()

    def _start(self, name: str, rest: str, at: int) -> None:
        if name not in _TYPES:
            raise self._error(f'Unsupported start tag "{name}"', at)
        attributes = {a[1].lower(): a[2] or a[3] or a[4] or "" for a in _ATTRIBUTE.finditer(rest)}
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', at)
        if name in _NEEDS and not attributes.get(_NEEDS[name]):
            raise self._error(f'Tag "{name}" must have attribute "{_NEEDS[name]}"', at)
        entity: Json = {"type": _TYPES[name], "offset": self.length}
        if name == "a":
            entity["url"] = attributes.get("href", "")
        self.open.append((name, at, entity))

    def _close(self, name: str, at: int) -> None:
        if not self.open:
            raise self._error("Unexpected end tag", at)
        opened, _, entity = self.open.pop()
        if name and name != opened:
            raise self._error(f'Unmatched end tag, expected "</{opened}>", found "</{name}>"', at)
        entity["length"] = self.length - int(entity["offset"])
        if entity["length"] and entity.get("url") != "":
            self.entities.append(entity)

    def _error(self, what: str, at: int | None) -> ApiError:
        where = "" if at is None else f" at byte offset {len(self.source[:at].encode('utf-8', 'replace'))}"
        return bad(f"can't parse entities: {what}{where}")
