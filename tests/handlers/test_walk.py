"""Guided walks over time and at their limits: left for days, forgotten, too long, counted, offered to nobody twice."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from msgspec.structs import replace

from bot.console import ConsoleTalk
from handlers.effects import CountStep
from handlers.rendering import render
from handlers.session import Person, Session, session_from_json, session_to_json
from handlers.step import Step
from knowledge.library import Library

BEGIN = datetime(2026, 2, 10, 10, tzinfo=timezone(timedelta(hours=5, minutes=30)))


class Clock:
    def __init__(self) -> None:
        self.now = BEGIN

    def __call__(self) -> datetime:
        return self.now

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)


def begun(library: Library, *taps: str) -> tuple[ConsoleTalk, Clock]:
    """A talk in the middle of a walk."""
    clock = Clock()
    talk = ConsoleTalk(library, clock, Person("en", "postal_assistant", circle="delhi"), Session(is_greeted=True))
    for tap in taps:
        talk.tap(tap)
    return talk, clock


def keys(taken: Step) -> list[str]:
    return [line.key for reply in taken.replies for line in reply.lines]


def buttons(taken: Step) -> list[str]:
    return [choice.verb.name for reply in taken.replies for choice in reply.choices]


def test_after_a_day_going_on_is_offered_once(library: Library) -> None:
    talk, clock = begun(library, "FLOW login/which", "CHOOSE which.0")
    clock.later(hours=25)
    first = talk.say("what is the last date")
    assert "deadline-lead" in keys(first) and keys(first)[-1] == "walk-left"
    assert buttons(first)[0] == "GO_ON" and len(first.replies) == 1
    assert "GO_ON" not in buttons(talk.say("what is the last date"))
    again = talk.tap("GO_ON")
    assert keys(again)[1:3] == ["walk-gone-on", "flow-login-forgot"]
    assert keys(talk.say("no"))[0] == "flow-login-forgot-failed"


def test_within_a_day_the_walk_just_goes_on(library: Library) -> None:
    talk, clock = begun(library, "FLOW login/which", "CHOOSE which.0")
    clock.later(hours=23)
    assert keys(talk.say("not solved"))[0] == "flow-login-forgot-failed"


def test_the_button_of_a_walk_left_for_days_still_goes_on(library: Library) -> None:
    talk, clock = begun(library, "FLOW login/which", "CHOOSE which.0")
    clock.later(days=6)
    assert keys(talk.tap("SOLVED no"))[0] == "flow-login-forgot-failed"


def test_going_on_is_offered_in_the_other_language_too(library: Library) -> None:
    talk, clock = begun(library, "FLOW login/which", "CHOOSE which.0")
    talk.person = replace(talk.person, language="hi")
    clock.later(days=3)
    (reply,) = talk.say("hello").replies
    assert library.catalogue.texts.render("hi", "flow-login") in render(library.catalogue.texts, reply).text


def test_after_thirty_days_it_is_forgotten(library: Library) -> None:
    talk, clock = begun(library, "FLOW login/which", "CHOOSE which.0")
    clock.later(days=31)
    taken = talk.say("/menu")
    assert talk.session.walk is None
    assert "walk-left" not in keys(taken) and "GO_ON" not in buttons(taken)


def test_an_offer_stands_only_right_after_its_answer(library: Library) -> None:
    talk, _ = begun(library)
    talk.say("otp nahi aa raha")
    talk.say("what is the last date")
    assert "flow-otp-which" not in keys(talk.say("nahi hua")) and talk.session.walk is None


def test_after_twenty_steps_a_person_is_offered(library: Library) -> None:
    talk, _ = begun(library, "FLOW login/which")
    walk = talk.session.walk
    assert walk is not None
    most = library.catalogue.limits.walk_steps
    talk.session = replace(talk.session, walk=replace(walk, path=(("login/more", "0"),) * (most - 1)))
    taken = talk.tap("CHOOSE which.0")
    assert keys(taken) == ["walk-too-long"] and buttons(taken) == ["HUMAN", "RESTART", "MENU"]
    assert keys(talk.tap("RESTART"))[0] == "flow-login-ways"


def test_a_walk_that_the_content_has_no_more_is_dropped(library: Library) -> None:
    talk, _ = begun(library, "FLOW login/which")
    walk = talk.session.walk
    assert walk is not None
    talk.session = replace(talk.session, walk=replace(walk, step="was-here-once"))
    assert keys(talk.say("what is the last date"))[0] == "year-line" and talk.session.walk is None


def test_what_happens_is_counted_where_it_happens(library: Library) -> None:
    talk, _ = begun(library)
    done: list[tuple[str, str]] = []
    for turn in ("/login", "no", "1", "menu", "Go on", "It is solved", "/login", "talk to a person"):
        effects = talk.say(turn).effects
        done += [(one.step, one.what) for one in effects if isinstance(one, CountStep)]
    assert done == [
        ("ways", "shown"), ("ways", "unsolved"), ("which", "shown"), ("forgot", "shown"), ("forgot", "left"),
        ("forgot", "solved"), ("ways", "shown"), ("ways", "escalated"),
    ]  # fmt: skip


def test_the_way_is_kept_for_the_person_who_takes_over(library: Library) -> None:
    talk, _ = begun(library, "FLOW login/which", "CHOOSE which.0", "SOLVED no", "CHOOSE forgot-failed.1")
    talk.session = session_from_json(session_to_json(talk.session))
    talk.say("talk to a person")
    walk = talk.session.walk
    assert walk is not None
    assert walk.path == (("login/which", "0"), ("login/forgot", "unsolved"), ("login/forgot-failed", "1"))
    assert walk.place == "login/invalid"
