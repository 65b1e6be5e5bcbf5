"""Every answer as it reaches a person, in both languages and at four times of the year: whole, and within limits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import product
from typing import Any

import pytest

from bot.channels.telegram_send import to_html
from bot.console import ConsoleTalk
from handlers.conversation import COMMANDS
from handlers.messages import Reply, plain
from handlers.rendering import Rendered, render
from handlers.session import Person, Session
from knowledge.catalogue import Language
from knowledge.library import Library

DAYS = ("2025-06-01", "2026-02-10", "2026-03-31", "2026-11-21")
#: Nobody known, the plain case, extra courses, both undecided, left out, an undecided list settled.
APPLICANTS: tuple[dict[str, str], ...] = (
    {},
    {"designation": "postal_assistant", "circle": "north_east"},
    {"designation": "director"},
    {"designation": "assistant_director_general"},
    {"designation": "gds_bpm", "circle": "delhi"},
    {"designation": "assistant_director_general", "curriculum": "group_b"},
)
#: Telegram's limits; a label's is the strictest channel's.
MOST_TEXT, MOST_DATA, MOST_LABEL, MOST_CHOICES = 4096, 64, 20, 10


def _talk(library: Library, day: str, **known: Any) -> ConsoleTalk:
    now = datetime.fromisoformat(f"{day}T10:00+05:30")
    return ConsoleTalk(library, lambda: now, Person(**known), Session(is_greeted=True))


def _answers(library: Library, language: Language, day: str) -> Iterator[tuple[str, Reply]]:
    """Each topic, each command and each deciding question, for each applicant."""
    for applicant, topic in product(APPLICANTS, library.catalogue.topics):
        for reply in _talk(library, day, language=language, **applicant).tap(f"TOPIC {topic}").replies:
            yield topic, reply
    for command in COMMANDS:
        for reply in _talk(library, day, language=language).say(f"/{command}").replies:
            yield f"/{command}", reply
    for designation in library.catalogue.designations.values():
        for reply in _talk(library, day, language=language, designation=designation.id).say("/courses").replies:
            yield designation.id, reply
    for collision in library.catalogue.collisions:
        for reply in _talk(library, day, language=language).say(collision.variant).replies:
            yield collision.variant, reply


def _faults(library: Library, reply: Reply, shown: Rendered) -> Iterator[str]:
    if set("{}$") & set(shown.text) or any(set("{}$") & set(label) for label, _ in shown.choices):
        yield "a placeholder is left"
    keys = [line.key for line in (*reply.lines, *(choice.label for choice in reply.choices))]
    yield from (f"no text {key}" for key in keys if key not in library.catalogue.texts)
    if len(to_html(shown.text)) > MOST_TEXT:
        yield f"{len(to_html(shown.text))} characters"
    if to_html(shown.text).count("*"):
        yield "a star is left"
    if "\n\n\n" in shown.text or shown.text != shown.text.strip():
        yield "an empty paragraph"
    if len(shown.choices) > MOST_CHOICES:
        yield f"{len(shown.choices)} choices"
    if len({label for label, _ in shown.choices}) < len(shown.choices):
        yield "two buttons with one label"
    for label, data in shown.choices:
        if len(label) > MOST_LABEL or not label.strip():
            yield f"label {label!r}"
        if len(data.encode()) > MOST_DATA:
            yield f"data of {label!r}"


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_reply_is_whole_and_within_the_limits(library: Library, language: Language, day: str) -> None:
    found = [
        f"{name}: {fault}"
        for name, reply in _answers(library, language, day)
        for fault in _faults(library, reply, render(library.catalogue.texts, reply))
    ]
    assert not found


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_what_depends_on_the_year_names_it_and_says_when_it_is_over(
    library: Library, language: Language, day: str
) -> None:
    texts, about_year = library.catalogue.texts, [t.id for t in library.catalogue.topics.values() if t.about_year]
    last = {"en": "31 March 2026", "hi": "31 मार्च 2026"}[language]
    key = "not-covered" if day > "2026-03-31" else "year-line"
    begins = texts.render(language, key, {"year": "2025-26", "last_date": last})
    for applicant, topic in product(APPLICANTS, about_year):
        (reply,) = _talk(library, day, language=language, **applicant).tap(f"TOPIC {topic}").replies
        text = render(texts, reply).text
        is_out = "gds" in applicant.get("designation", "")
        is_asked = {line.key for line in reply.lines} <= {"courses-need-designation", "question-my-igot-a-or-b"}
        is_running = key == "year-line"
        no = {"en": "No. ", "hi": "नहीं। "}[language]
        assert "2025-26" in begins
        if is_out and is_running:
            assert text.startswith(no) and begins in text, (topic, text[:80])
        else:
            assert text.startswith(begins) or (is_asked and is_running), (topic, text[:80])
            assert not is_out or no in text, (topic, text[:80])


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_first_contact_fits_too(library: Library, language: Language) -> None:
    for topic in library.catalogue.topics:
        talk = ConsoleTalk(library, lambda: datetime.fromisoformat("2026-11-21T10:00+05:30"))
        talk.person = Person(language=language, designation="director")
        (reply,) = talk.tap(f"TOPIC {topic}").replies
        shown = render(library.catalogue.texts, reply)
        assert not list(_faults(library, reply, shown)), topic


def test_a_person_reads_markup_signs_as_they_are() -> None:
    assert to_html("a < b & *bold* 2 * 3 * 4") == "a &lt; b &amp; <b>bold</b> 2 * 3 * 4"


@pytest.mark.parametrize("language", ["en", "hi"])
def test_every_text_is_whole_alone(library: Library, language: Language) -> None:
    """A text that no answer above happened to use."""
    given = {name: 7 for names in library.catalogue.texts.variables.values() for name in names}
    for key in library.catalogue.texts.variables:
        text = library.catalogue.texts.render(language, key, given)
        assert text.strip() and not set("{}$") & set(text), key


def test_long_words_of_somebody_are_shown_whole(library: Library) -> None:
    for words in ("long " * 600, "\ufdd00\ufdd1" * 900):
        reply = Reply("en", (plain("first"), plain(words)))
        assert render(library.catalogue.texts, reply).text.endswith(words.strip())
