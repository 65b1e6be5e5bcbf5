"""The text of a broadcast: where its links lead, how long it is to the platform, what stands in braces."""

from __future__ import annotations

import pytest

from handlers.cast_text import MOST_UNITS, faults_of, filled, foreign_links, placeholders_in, units
from knowledge.library import Library


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Open https://portal.igotkarmayogi.gov.in/app, then log in.", ()),
        ("www.indiapost.gov.in or indiapost.gov.in/VAS", ()),
        ("write to cell@example.com", ()),
        ("etc.Please do it by 10.30 a.m.", ()),
        ("https://gov.in.example.com/x", ("gov.in.example.com",)),
        ("http://portal.igotkarmayogi.gov.in@example.com", ("http://portal.igotkarmayogi.gov.in@example.com",)),
        ("https://example.com\\@gov.in", ("https://example.com\\@gov.in",)),
        ("bit.ly/3xYz (short)", ("bit.ly",)),
        ("HTTPS://EXAMPLE.ORG", ("example.org",)),
        ("Link:bit.ly/3xYz", ("bit.ly",)),
        ("लिंक:bit.ly/3xYz", ("bit.ly",)),
        ("apply/bit.ly/3xYz", ("bit.ly",)),
        ("https://gоv.in with a foreign letter", ("https://gоv.in",)),
        ("tg://resolve?domain=x", ("tg://resolve?domain=x",)),
        ("example.com and example.com again", ("example.com",)),
        ("नई साइट example.in/भाग देखें", ("example.in",)),
    ],
)
def test_where_links_lead(library: Library, text: str, foreign: tuple[str, ...]) -> None:
    assert foreign_links(text, library.catalogue.cast) == foreign


def test_length_is_counted_as_the_platform_does() -> None:
    assert units("*bold* 😀 हिंदी") == len("bold ") + 2 + len(" हिंदी")
    assert not list(faults_of("😀" * (MOST_UNITS // 2), {}, 0))
    assert [fault.key for fault in faults_of("😀" * (MOST_UNITS // 2) + "x", {}, 0)] == ["cast-fault-length"]
    named = "{office}" + "x" * (MOST_UNITS - 10)
    assert not list(faults_of(named, {"office": "o" * 10}, 0))
    assert [fault.key for fault in faults_of(named, {"office": "o" * 10}, 1)] == ["cast-fault-length"]


def test_what_stands_in_braces() -> None:
    text = "Dear { designation } of {office}: {left} of {total}"
    assert placeholders_in(text) == ("designation", "office", "left", "total")
    values = {"designation": "MTS", "office": "GPO {left}", "left": "3", "total": "6"}
    assert filled(text, values) == "Dear MTS of GPO {left}: 3 of 6"
    assert [fault.what for fault in faults_of("{name} {offce} } {", {}, 0)] == ["{name}", "{offce}", "}", "{"]
