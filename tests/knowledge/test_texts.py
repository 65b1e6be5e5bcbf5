"""Texts that are parsed only when they are used: nothing is taken for valid that the Fluent parser refuses."""

from __future__ import annotations

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.content import SHIPPED
from knowledge.plain_texts import read_plain, take_plain
from knowledge.problems import Problem
from knowledge.texts import read_texts

PIECES = (
    "a = ", "b-1 =", "c", "-term = ", "# remark", " ", "  ", "    ", "\n", "\n    ", "\n ", "word", "हिन्दी", "{ $x }",
    "{$over}", "{ $gone }", "{ $a-b }",
    "{ $over ->", "\n   [yes]", "\n  *[other]", "[1] ", "*[a b]", "\n    }", "}", "{", '{ "q" }', "{ nobody }",
    "{ -term }",
    "{ NUMBER($x) }", ".attr = ", "\n    .attr = v", "[", "*", ".", "\t", "\r", "=", "-", "\u2028",
    "{ $over ->\n    [yes] { $x } word\n   *[other] c\n      more\n    }",
)  # fmt: skip
GIVEN: dict[str, str | int] = {"x": "X{y}", "over": "yes", "a-b": 42}


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
@example("a = { $over ->\n    [yes] \n   *[other] b\n    }\n")
@example("a = { $over ->\n    [yes] b\n   *[other]\n    }\n")
@example("a = b\n    [c\n")
@example("a =\n")
def test_what_is_plain_is_valid_and_says_the_same(source: str) -> None:
    for key, text in take_plain(source)[0]:
        (message,) = FluentParser().parse(text.source).body
        assert isinstance(message, ast.Message)
        assert message.id.name == key
        assert message.value is not None
        read = read_plain(text.source)
        assert read is not None
        assert read.equals(message)
    problems: list[Problem] = []
    texts = read_texts({"en": {"texts/en/a.ftl": source}}, frozenset(), problems)
    body = FluentParser().parse(source).body
    junk = sum(isinstance(entry, ast.Junk) for entry in body)
    assert sum("not valid" in problem.problem for problem in problems) == junk
    messages = [entry for entry in body if isinstance(entry, ast.Message) and entry.value]
    assert set(texts.variables) == {message.id.name for message in messages}
    if len({message.id.name for message in messages}) == len(messages):
        for message in messages:
            assert texts.render("en", message.id.name, GIVEN) == rendered(source, message.id.name)


def test_every_shipped_plain_text_is_read_as_the_parser_reads_it() -> None:
    sources = [path.read_text(encoding="utf-8") for path in SHIPPED.glob("texts/*/*.ftl")]
    plain = [text.source for source in sources for _, text in take_plain(source)[0]]
    assert plain
    for source in plain:
        (message,) = FluentParser().parse(source).body
        read = read_plain(source)
        assert read is not None
        assert read.equals(message)


def rendered(source: str, key: str) -> str:
    """The text as the library alone makes it of the whole source."""
    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(FluentResource(source), allow_overrides=True)
    pattern = bundle.get_message(key).value
    assert pattern is not None
    return str(bundle.format_pattern(pattern, GIVEN)[0])


def test_a_message_that_is_referred_to_is_there() -> None:
    files = {"en": {"texts/en/a.ftl": "whole = { part } more\npart = Some { $x }\n"}}
    texts = read_texts(files, frozenset(), [])
    assert texts.render("en", "whole", GIVEN) == "Some X{y} more"


def test_an_overlay_replaces_whichever_way_a_message_is_written() -> None:
    plain, other = "a = plain { $x }\n", 'a = other { $x }{ "" }\n'
    for first, second, said in ((plain, other, "other X{y}"), (other, plain, "plain X{y}")):
        texts = read_texts({"en": {"a": first, "b": second}}, frozenset({"b"}), [])
        assert texts.render("en", "a", GIVEN) == said


def test_numbers_are_written_as_people_type_them() -> None:
    problems: list[Problem] = []
    source = {"a.ftl": "asked = { $count ->\n    [one] One\n   *[other] { $count } asked\n }\n"}
    texts = read_texts({"en": source, "hi": source}, frozenset(), problems)
    for language in ("en", "hi"):
        assert texts.render(language, "asked", {"count": 1234567}) == "1234567 asked"
        assert texts.render(language, "asked", {"count": 1}) == "One"
