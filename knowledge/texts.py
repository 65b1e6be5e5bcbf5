"""Texts by key and language, written as Project Fluent; rendering never fails on a person.

Not here: where the files are (the shell reads them) and what a text is for (the handlers know).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from knowledge.problems import Problem

Params = Mapping[str, str | int]


class _Variables(Visitor):
    """Collects the variables of one message."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's naming
        self.found.add(node.id.name)


class Texts:
    """The texts of every language; `variables[key]` are the placeholders a text may use."""

    def __init__(self, bundles: Mapping[str, FluentBundle], variables: Mapping[str, frozenset[str]]) -> None:
        self._bundles = bundles
        self.variables = variables

    def __contains__(self, key: object) -> bool:
        return key in self.variables

    def render(self, language: str, key: str, params: Params | None = None) -> str:
        """Return the text; an unknown key gives the key itself, so that a person is never left without a reply."""
        bundle = self._bundles[language]
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            return key
        text, _errors = bundle.format_pattern(pattern, dict(params or {}))
        return str(text)


def read_texts(files: Mapping[str, Mapping[str, str]], overlay: frozenset[str], problems: list[Problem]) -> Texts:
    """Read `language -> file name -> Fluent source`; a file named in `overlay` may replace single messages."""
    bundles: dict[str, FluentBundle] = {}
    variables: dict[str, dict[str, frozenset[str]]] = {}
    for language, sources in files.items():
        bundle = FluentBundle([language], use_isolating=False)
        seen: dict[str, frozenset[str]] = {}
        for name in sorted(sources, key=lambda name: (name in overlay, name)):
            _read_file(bundle, seen, name, sources[name], name in overlay, problems)
        bundles[language] = bundle
        variables[language] = seen
    _compare_languages(variables, problems)
    union: dict[str, frozenset[str]] = {}
    for seen in variables.values():
        for key, names in seen.items():
            union[key] = union.get(key, frozenset()) | names
    return Texts(bundles, union)


def _read_file(
    bundle: FluentBundle,
    seen: dict[str, frozenset[str]],
    name: str,
    source: str,
    may_replace: bool,
    problems: list[Problem],
) -> None:
    resource = FluentParser(with_spans=False).parse(source)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            first = (entry.content or "").strip().splitlines()[:1]
            problems.append(Problem(name, first[0][:60] if first else "?", "is not valid Fluent"))
        elif isinstance(entry, ast.Message):
            key = entry.id.name
            if entry.value is None:
                problems.append(Problem(name, key, "has no text"))
                continue
            if key in seen and not may_replace:
                problems.append(Problem(name, key, "is defined twice"))
            seen[key] = _variables_of(entry)
    bundle.add_resource(resource, allow_overrides=True)


def _variables_of(message: ast.Message) -> frozenset[str]:
    visitor = _Variables()
    visitor.visit(message)
    return frozenset(visitor.found)


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
