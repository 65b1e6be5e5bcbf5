"""When an answer asks whether it helped, and what is kept of a question: by a ranking that each test gives."""

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from bot.console import ConsoleTalk
from handlers.actions import Verb
from handlers.effects import KeepForReview
from handlers.session import Person, Session, session_from_json, session_to_json
from handlers.step import Step
from knowledge.library import Library
from knowledge.search import Match

#: Short messages lean on what was said before.
LONG = "one two three four five six seven"
NOW = datetime(2026, 2, 10, 10, tzinfo=timezone(timedelta(hours=5, minutes=30)))


def talk(library: Library, **known: str) -> ConsoleTalk:
    """A talk in which a question is "<topic> <percent> <words>": that sure is the assistant of the topic."""

    def ranked(text: str) -> list[Match]:
        topic, percent, *_ = (*text.split(), "")
        if topic not in library.catalogue.topics:
            return [Match("other", 1.0)]
        rest = (1 - int(percent) / 100) / 2
        return sorted(
            (Match(topic, int(percent) / 100), Match("register", rest), Match("human", rest)),
            key=lambda match: -match.score,
        )

    person = Person(language="en", designation="postal_assistant", circle="delhi")
    return ConsoleTalk(replace(library, finder=ranked), lambda: NOW, person, Session(is_greeted=True))


def is_rated(taken: Step) -> bool:
    return any(choice.verb is Verb.RATE for reply in taken.replies for choice in reply.choices)


def rated(library: Library, *texts: str) -> list[int]:
    place = talk(library)
    return [at for at, text in enumerate(texts, start=1) if is_rated(place.say(text))]


def test_every_fifth_sure_answer_is_rated(library: Library) -> None:
    assert rated(library, *["about 99 x"] * 16) == [5, 10, 15]


def test_a_doubtful_answer_is_rated_but_not_the_first_and_never_two_in_a_row(library: Library) -> None:
    doubt = round(100 * library.catalogue.thresholds.answer) + 2
    assert rated(library, *[f"integrity.skipping {doubt} {LONG}"] * 6) == [2, 4, 6]
    assert rated(
        library,
        "integrity.skipping 99 x",
        *[f"integrity.skipping {doubt} {LONG}"] * 2,
        "integrity.skipping 99 x",
        f"integrity.skipping {doubt} {LONG}",
    ) == [2, 5]


@pytest.mark.parametrize("topic", ["greeting", "privacy", "other"])
def test_some_answers_are_never_rated(library: Library, topic: str) -> None:
    assert rated(library, *[f"{topic} 99 x"] * 8) == []


def test_an_answer_that_asks_something_itself_is_not_rated(library: Library) -> None:
    place = talk(library)
    place.person = Person(language="en")
    assert not any(is_rated(place.say("courses.mine 99 x")) for _ in range(8))


def test_there_are_never_more_buttons_than_the_strictest_channel_takes(library: Library) -> None:
    few = replace(library, catalogue=replace(library.catalogue, limits=replace(library.catalogue.limits, choices=5)))
    place = talk(few)
    place.library = replace(few, finder=place.library.finder)
    assert not any(is_rated(place.say("about 99 x")) for _ in range(8))


def test_a_no_keeps_the_redacted_question_and_offers_the_others(library: Library) -> None:
    doubt = round(100 * library.catalogue.thresholds.answer) + 2
    place = talk(library)
    place.say("integrity.skipping 99 x")
    place.say(f"integrity.skipping {doubt} my name is Bhavesh and 98765 43210 is my number")
    assert "98765" not in session_to_json(place.session) and "Bhavesh" not in session_to_json(place.session)
    place.session = session_from_json(session_to_json(place.session))
    taken = place.tap("RATE no")
    (kept,) = taken.effects
    assert kept == KeepForReview(
        f"integrity.skipping {doubt} my name is ⟨name⟩ and ⟨number⟩ is my number", "not_helpful", "integrity.skipping",
        ("register", "human"), doubt / 100, "en")  # fmt: skip
    offered = [choice.argument for choice in taken.replies[0].choices if choice.verb is Verb.TOPIC]
    assert offered == ["register", "human", "support"]
    assert place.session.rated == () and not place.tap("RATE no").effects


def test_a_yes_keeps_nothing(library: Library) -> None:
    place = talk(library)
    for _ in range(5):
        place.say("about 99 x 123456")
    assert place.session.rated
    assert not place.tap("RATE yes").effects and place.session.rated == ()
    assert not place.tap("RATE no").effects


@pytest.mark.parametrize("said", ["haan", "nahi ji", "OK", "नहीं"])
def test_it_can_be_said_in_a_word(library: Library, said: str) -> None:
    place = talk(library)
    for _ in range(5):
        place.say("about 99 x")
    keys = {line.key for reply in place.say(said).replies for line in reply.lines}
    assert keys == ({"rating-thanks"} if said in ("haan", "OK") else {"rating-sorry"})


@pytest.mark.parametrize(("text", "why"), [("app 40 x 123456", "clarified"), ("other 99 x 123456", "declined")])
def test_what_was_not_answered_is_kept(library: Library, text: str, why: str) -> None:
    (kept,) = talk(library).say(text).effects
    assert isinstance(kept, KeepForReview)
    assert (kept.why, kept.topic, kept.text) == (why, None, text.replace("123456", "⟨number⟩"))


def test_a_long_question_waits_shortened(library: Library) -> None:
    place = talk(library)
    for _ in range(5):
        place.say("about 99 " + "otp nahi aaya " * 200)
    assert len(place.session.rated[0]) <= 300


def test_a_broken_session_is_no_rating(library: Library) -> None:
    chosen = random.Random(4)
    for _ in range(200):
        parts = tuple(chosen.choice(["", "x", "app", "0.5", "nan", "en"]) for _ in range(chosen.randrange(8)))
        place = talk(library)
        place.session = replace(place.session, rated=parts)
        assert place.say("no").replies
