"""Texts by key and language, written as Project Fluent; rendering never fails on a person.

Not here: where the files are (the shell reads them) and what a text is for (the handlers know).
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import babel.core
import babel.localedata
from fluent.runtime import FluentBundle
from fluent.runtime.types import fluent_number
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from knowledge.plain_texts import read_plain, take_plain, template_of
from knowledge.problems import Problem

Params = Mapping[str, str | int]

#: What numbers and plurals need of a locale.
_OF_NUMBERS = frozenset(
    ("decimal_formats", "percent_formats", "number_symbols", "default_numbering_system", "plural_form")
)
#: Dates and amounts are texts of our own.
_FUNCTIONS = frozenset({"NUMBER", "NUMBER(minimumIntegerDigits)", "NUMBER(useGrouping)"})


@cache
def _shared(names: frozenset[str]) -> frozenset[str]:
    """Equal sets once: thousands of texts have a few hundred different sets of placeholders."""
    return names


class _Names(Visitor):
    """Collects the placeholders of a part of the source, and the messages, terms and functions that it refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.functions: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's naming
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the visitor's naming
        self.messages.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802 - the visitor's naming
        self.functions |= {node.id.name, *(f"{node.id.name}({one.name.name})" for one in node.arguments.named)}
        self.generic_visit(node)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - the visitor's naming
        self.messages.add(f"-{node.id.name}")


class _Language:
    """The texts of one language, as written; each is parsed when it is first used."""

    def __init__(self, language: str) -> None:
        self.variables: dict[str, frozenset[str]] = {}
        self._language = language
        self._bundle = _bundle_of(language)
        self._sources: dict[str, str] = {}
        self._unparsed: set[str] = set()
        self._templates: dict[str, str] = {}
        self._referred: set[str] = set()

    def __getstate__(self) -> dict[str, object]:
        """What is written; the parser's own values are made again where they are needed."""
        return {**self.__dict__, "_bundle": None, "_unparsed": set(self._sources), "_templates": {}}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._bundle = _bundle_of(self._language)

    def read(self, name: str, source: str, may_replace: bool, problems: list[Problem]) -> None:
        plain, rest = take_plain(source)
        parsed = self._parsed(name, rest, problems) if rest else ()
        for key, text, variables in [*parsed, *((key, text.source, text.variables) for key, text in plain)]:
            if key in self.variables and not may_replace:
                problems.append(Problem(name, key, "is defined twice"))
            self.variables[key] = _shared(variables)
            self._keep(key, text)

    def _keep(self, key: str, source: str) -> None:
        self._sources[key] = source
        self._unparsed.add(key)

    def _parsed(self, name: str, source: str, problems: list[Problem]) -> Iterator[tuple[str, str, frozenset[str]]]:
        """The key, source and placeholders of what only the parser understands."""
        for entry in FluentParser().parse(source).body:
            names = _Names()
            names.visit(entry)
            self._referred |= names.messages
            for function in sorted(names.functions - _FUNCTIONS):
                problems.append(Problem(name, function, "is no function that texts may use"))
            if isinstance(entry, ast.Junk):
                first = (entry.content or "").strip().splitlines()[:1]
                problems.append(Problem(name, first[0][:60] if first else "?", "is not valid Fluent"))
            elif isinstance(entry, ast.Term):
                self._keep(f"-{entry.id.name}", _written(source, entry))
            elif isinstance(entry, ast.Message) and entry.value is None:
                problems.append(Problem(name, entry.id.name, "has no text"))
            elif isinstance(entry, ast.Message):
                yield entry.id.name, _written(source, entry), frozenset(names.variables)

    def render(self, key: str, params: Params | None) -> str:
        template = self._templates.get(key) or self._template(key)
        if template:
            with contextlib.suppress(KeyError):  # a placeholder without a value: the library shows its name
                return template.format_map(params or {})
        if key in self._unparsed:
            self._parse({key, *self._referred} & self._unparsed)
        pattern = self._bundle.get_message(key).value if self._bundle.has_message(key) else None
        if pattern is None:
            return key
        given = {name: _plain(value) for name, value in (params or {}).items()}
        text, _errors = self._bundle.format_pattern(pattern, given)
        return str(text)

    def _template(self, key: str) -> str:
        """The text for Python's own `format_map`, a tenth of the time; empty where it is more than placeholders."""
        plain = read_plain(self._sources[key]) if key in self._unparsed else None
        found = template_of(plain) if plain else ""
        if found:
            self._templates[key] = found
        return found

    def _parse(self, keys: set[str]) -> None:
        for source in map(self._sources.__getitem__, keys):
            plain = read_plain(source)
            parsed = ast.Resource([plain]) if plain else FluentParser(with_spans=False).parse(source)
            self._bundle.add_resource(parsed, allow_overrides=True)
        self._unparsed -= keys  # last: pictures are rendered in a thread of their own


def _written(source: str, entry: ast.Message | ast.Term) -> str:
    assert entry.span is not None
    return source[entry.span.start : entry.span.end]


def _bundle_of(language: str) -> FluentBundle:
    """The library's values for a language, without what no text needs of its locale, 5 MB: territories, dates …"""
    bundle = FluentBundle([language], use_isolating=False)
    for data in list(babel.localedata._cache.values()):
        for name in data.keys() - _OF_NUMBERS:
            data.pop(name, None)
    babel.core._global_data = None  # territories and currencies; the library reads them again if it ever must
    return bundle


def _plain(value: str | int) -> object:
    """A number is written as people type it, "48213": a request's number is one."""
    return value if isinstance(value, str) else fluent_number(value, useGrouping=False)


class Texts:
    """The texts of every language; `variables[key]` are the placeholders a text may use."""

    def __init__(self, languages: Mapping[str, _Language]) -> None:
        self._languages = languages
        self.variables: dict[str, frozenset[str]] = {}
        for language in languages.values():
            for key, names in language.variables.items():
                self.variables[key] = _shared(self.variables.get(key, frozenset()) | names)

    def __contains__(self, key: object) -> bool:
        return key in self.variables

    def render(self, language: str, key: str, params: Params | None = None) -> str:
        """Return the text; an unknown key gives the key itself, so that a person is never left without a reply."""
        return self._languages[language].render(key, params)


def read_texts(files: Mapping[str, Mapping[str, str]], overlay: frozenset[str], problems: list[Problem]) -> Texts:
    """Read `language -> file name -> Fluent source`; a file named in `overlay` may replace single messages."""
    languages: dict[str, _Language] = {}
    for language, sources in files.items():
        languages[language] = _Language(language)
        for name in sorted(sources, key=lambda name: (name in overlay, name)):
            languages[language].read(name, sources[name], name in overlay, problems)
    _compare_languages({name: language.variables for name, language in languages.items()}, problems)
    return Texts(languages)


def _compare_languages(variables: Mapping[str, Mapping[str, frozenset[str]]], problems: list[Problem]) -> None:
    keys: set[str] = set().union(*variables.values())
    for language, seen in variables.items():
        for key in sorted(keys - set(seen)):
            problems.append(Problem(f"texts/{language}", key, "is missing in this language"))
    for key in sorted(keys):
        _compare_variables(key, {lang: seen[key] for lang, seen in variables.items() if key in seen}, problems)


def _compare_variables(key: str, by_language: Mapping[str, Iterable[str]], problems: list[Problem]) -> None:
    everything = set().union(*by_language.values()) if by_language else set()
    for language, names in by_language.items():
        missing = everything - set(names)
        if missing:
            problems.append(Problem(f"texts/{language}", key, f"lacks the placeholder(s) {', '.join(sorted(missing))}"))
