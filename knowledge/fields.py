"""Reading one content row: every wrong or missing field becomes a `Problem`, never an exception."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from typing import Any, TypeVar

import yaml

from knowledge.catalogue import Bilingual, Source
from knowledge.problems import Problem

T = TypeVar("T")
_MISSING = object()


class Fields:
    """One mapping of a content file, with the place it stands at."""

    def __init__(self, file: str, key: str, values: object, problems: list[Problem]) -> None:
        self.file, self.key, self.problems = file, key, problems
        self.values: Mapping[str, Any] = values if isinstance(values, Mapping) else {}
        if not isinstance(values, Mapping):
            self.fault("", "must be a list of names and values")

    def fault(self, name: str, problem: str) -> None:
        key = f"{self.key}.{name}" if name and self.key else (name or self.key)
        self.problems.append(Problem(self.file, key, problem))

    def known(self, *names: str) -> None:
        """Refuse names that nothing reads: most are misspelt."""
        for name in self.values:
            if name not in names:
                self.fault(str(name), "is not a known name here")

    def _get(self, name: str, kind: type[T] | tuple[type, ...], what: str, default: object = _MISSING) -> Any:
        value = self.values.get(name, _MISSING)
        if value is _MISSING or (value is None and default is not _MISSING):
            if default is not _MISSING:
                return default
            self.fault(name, "is missing")
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            self.fault(name, f"must be {what}")
            return None if default is _MISSING else default
        return value

    def text(self, name: str, default: object = _MISSING) -> str:
        value = self._get(name, str, "a text", default)
        if isinstance(value, str) and not value.strip() and default is _MISSING:
            self.fault(name, "is empty")
        return value if value is not None else ""

    def text_or_none(self, name: str) -> str | None:
        value: str | None = self._get(name, str, "a text", None)
        return value

    def flag(self, name: str, default: object = _MISSING) -> bool:
        return bool(self._get(name, bool, "true or false", default))

    def whole(self, name: str) -> int:
        return int(self._get(name, int, "a whole number") or 0)

    def whole_or_none(self, name: str) -> int | None:
        value: int | None = self._get(name, int, "a whole number or null", None)
        return value

    def share(self, name: str) -> float:
        value = self._get(name, (int, float), "a number from 0 to 1")
        if value is not None and not 0 <= value <= 1:
            self.fault(name, "must be a number from 0 to 1")
        return float(value or 0)

    def number(self, name: str) -> float:
        return float(self._get(name, (int, float), "a number") or 0)

    def day(self, name: str) -> date:
        value = self._get(name, date, "a date like 2026-03-31")
        return value if isinstance(value, date) else date.min

    def clock(self, name: str) -> time:
        text = self.text(name)
        try:
            return time.fromisoformat(text)
        except ValueError:
            self.fault(name, 'must be a time like "09:30"')
            return time()

    def texts(self, name: str, default: object = _MISSING) -> tuple[str, ...]:
        return tuple(self._items(name, str, "texts", default))

    def wholes(self, name: str) -> tuple[int, ...]:
        return tuple(self._items(name, int, "whole numbers", ()))

    def days(self, name: str) -> tuple[date, ...]:
        return tuple(self._items(name, date, "dates", ()))

    def _items(self, name: str, kind: type[T], what: str, default: object) -> Iterator[T]:
        for item in self._get(name, list, f"a list of {what}", default) or ():
            if isinstance(item, kind):
                yield item
            else:
                self.fault(name, f"must be a list of {what}: {item!r} is none (quote it?)")

    def bilingual(self, name: str) -> Bilingual:
        row = self.row(name)
        return Bilingual(en=row.text("en"), hi=row.text("hi"))

    def row(self, name: str) -> Fields:
        return Fields(self.file, f"{self.key}.{name}" if self.key else name, self.values.get(name), self.problems)

    def rows(self, name: str, required: bool = True) -> list[Fields]:
        items = self._get(name, list, "a list", _MISSING if required else [])
        found = []
        for index, item in enumerate(items or []):
            label = item.get("id") if isinstance(item, Mapping) else None
            key = f"{self.key}.{name}" if self.key else name
            found.append(Fields(self.file, f"{key}[{label or index}]", item, self.problems))
        return found

    def by_id(self, name: str, read: Callable[[Fields], T]) -> dict[str, T]:
        """Read a list of rows that carry an `id`; a second row of the same id is a problem."""
        found: dict[str, T] = {}
        for row in self.rows(name):
            key = row.text("id")
            if key in found:
                row.fault("id", "is defined twice")
            found[key] = read(row)
        return found

    def sources(self, name: str = "sources") -> tuple[Source, ...]:
        rows = self.rows(name)
        if name in self.values and not rows:
            self.fault(name, "names no source")
        return tuple(Source(row.text("document"), row.text("paragraph")) for row in rows)


def read_yaml(file: str, text: str, problems: list[Problem]) -> Fields:
    """Return the file's top-level mapping; a file that is no YAML is one problem."""
    try:
        values = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        problems.append(Problem(file, "?", f"is not valid YAML: {' '.join(str(error).split())[:120]}"))
        values = {}
    return Fields(file, "", values, problems)


_TEXT = "tag:yaml.org,2002:str"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe YAML without the trap that no, on, off … become booleans."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        if node.tag == _TEXT and isinstance(node, yaml.ScalarNode):
            return node.value  # nearly every value: the way through the library takes a third of the loading
        return super().construct_object(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
