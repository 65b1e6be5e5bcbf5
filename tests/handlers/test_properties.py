"""Whatever arrives, somebody gets a reply: any text, any tap, any stored session; and the same again is the same."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.content import load_library
from handlers.actions import Verb
from handlers.conversation import COMMANDS, step
from handlers.effects import KeepClaims
from handlers.facts import Claim, Claims, Facts, PlanRow, Post, State
from handlers.messages import Inbound, Kind
from handlers.own_facts import after
from handlers.rendering import render
from handlers.secrets import BLANK, blank_secrets
from handlers.session import Awaiting, Person, Session, session_from_json, session_to_json
from handlers.walk_place import Standing, Walk
from knowledge.flow import FlowStep
from knowledge.library import Library
from knowledge.reminder_policy import Hour

NOW = datetime(2026, 2, 10, 10, tzinfo=timezone(timedelta(hours=5, minutes=30)))
bounded = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

WORDS = st.sampled_from("PA postman मेरे कोर्स otp nahi aa raha /courses back हाँ 2 Delhi ADG last date ? \u200d".split())
SAID = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=8).map(" ".join), st.text(alphabet="/ \t\n\x1c"))
ARGUMENTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from([
        "courses.mine", "other", "yes", "no", "en", "hi", "postman", "nobody/group_a/x", "assistant_director_general",
        "collision_pm.0", "collision_pm.99", "my_igot_a_or_b.0", ".", "unsure", "delhi", "designation", "circle",
        "mark", "plan", "take", "card", "calendar", "at.0", "at.99", "more.3", "undo", "year.2025-26", "year.", "on",
        "off", "snooze", "wake", "hour.noon",
    ]),
)  # fmt: skip
TAPS = st.one_of(
    st.text(max_size=80),
    st.builds("{}:{}:{}".format, st.integers(-1, 9), st.sampled_from([verb.value for verb in Verb]), ARGUMENTS),
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=12,
)
SESSIONS = st.builds(
    Session,
    step=st.integers(0, 9),
    is_greeted=st.booleans(),
    awaiting=st.sampled_from(Awaiting),
    then=st.sampled_from(["", "courses.mine", "support", "no.such.topic"]),
    subject=st.sampled_from(["", "?", "postman", "assistant_director_general", "nobody/group_x"]),
    offered=st.lists(TAPS, max_size=4).map(tuple),
    labels=st.lists(st.sampled_from(["=PA", "=", "button-menu", "button-yes-me", "no-such-text"])).map(tuple),
    trail=st.lists(st.sampled_from(["menu", "courses.mine", "other", "?deadlines,no", "no.such.topic"])).map(tuple),
    language=st.sampled_from(["", "hi", "en", "ta"]),
    marks=st.lists(
        st.sampled_from("wait ask pick take noted year 2025-26 * conduct =Own #assessment".split()),
        max_size=8,
    ).map(tuple),
    walk=st.none()
    | st.builds(
        Walk,
        flow=st.sampled_from(["login", "otp", "no-such"]),
        step=st.sampled_from(["which", "forgot", "no-such"]),
        path=st.lists(st.tuples(st.sampled_from(["login/which", "otp/which", "x"]), st.text(max_size=5))).map(tuple),
        since=st.integers(0, 2**33),
        heard=st.lists(st.sampled_from(["otp", "password", "not", "x"])).map(tuple),
        standing=st.sampled_from(Standing),
    ),
)
PEOPLE = st.builds(
    Person,
    language=st.sampled_from([None, "en", "hi"]),
    designation=st.sampled_from([None, "postman", "director", "assistant_director_general", "gds_bpm", "no_such_post"]),
    curriculum=st.sampled_from([None, "group_a", "no_such_list"]),
    circle=st.sampled_from([None, "delhi", "atlantis"]),
    messages_off=st.booleans(),
)


CLAIM = st.none() | st.builds(Claim, st.sampled_from(State), st.integers(1_760_000_000, 1_780_000_000))
CLAIMS = st.builds(Claims, CLAIM, CLAIM)
KEYS = ["conduct", "kym", "por", "gender", "=Own title", "no_such_course"]
FACTS = st.none() | st.builds(
    Facts,
    key=st.just("chat:1"),
    year=st.sampled_from(["2025-26", "1999-00"]),
    reported=st.sampled_from(
        [Post(), Post("postman"), Post(is_unknown=True), Post(meanings=("postman", "mts")), Post("no")]
    ),
    snoozed_until=st.none() | st.dates(),
    hour=st.none() | st.sampled_from(Hour),
    is_verified=st.sampled_from([None, True, False]),
    plan=st.lists(st.sampled_from([PlanRow(key) for key in "abcdefgh"]), max_size=8, unique=True).map(tuple),
    progress=st.dictionaries(st.sampled_from(KEYS), CLAIMS, max_size=6),
    assessment=CLAIMS,
    attempts=st.none() | st.integers(0, 10),
)


def _check(
    library: Library,
    person: Person,
    session: Session,
    inbound: Inbound,
    facts: Facts | None = None,
    now: datetime = NOW,
) -> None:
    taken = step(person, session, inbound, library, now, facts=facts)
    assert taken == step(person, session, inbound, library, now, facts=facts)
    assert taken.replies
    for reply in taken.replies:
        shown = render(library.catalogue.texts, reply)
        assert shown.text.strip()
        assert all(len(data.encode()) <= 64 for _, data in shown.choices)
    assert session_from_json(session_to_json(taken.session)) == taken.session


@bounded
@given(PEOPLE, SESSIONS, SAID)
def test_any_text_in_any_script_gets_a_reply(library: Library, person: Person, session: Session, said: str) -> None:
    kept, was_blanked = blank_secrets(said)
    _check(library, person, session, Inbound(Kind.TEXT, kept, was_blanked))


@bounded
@given(PEOPLE, SESSIONS, TAPS)
def test_any_tap_gets_a_reply(library: Library, person: Person, session: Session, data: str) -> None:
    _check(library, person, session, Inbound(Kind.TAP, data))


TOLD = st.lists(
    st.sampled_from(
        "conduct gender communication MIS exam pass done ho gaya kar liye sab 4 courses 38/50 nahi galti se kya 10 "
        "minutes skip reminder band kal shaam do din baad haan no undo /progress /reminders".split()
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
DAYS = st.sampled_from([NOW, NOW + timedelta(days=49), NOW + timedelta(days=90), NOW - timedelta(days=400)])


@bounded
@given(PEOPLE, SESSIONS, FACTS, DAYS, st.one_of(TOLD.map(lambda said: Inbound(Kind.TEXT, said)),
                                                TAPS.map(lambda data: Inbound(Kind.TAP, data))))  # fmt: skip
def test_whatever_is_told_of_progress_gets_a_reply(
    library: Library, person: Person, session: Session, facts: Facts | None, now: datetime, inbound: Inbound
) -> None:
    """From any facts, on any day; what is noted is of a loaded year."""
    _check(library, person, session, inbound, facts, now)
    taken = step(person, session, inbound, library, now, facts=facts)
    for effect in taken.effects:
        if isinstance(effect, KeepClaims):
            assert effect.claims and effect.year in {year.id for year in library.catalogue.years}


@bounded
@given(FACTS.filter(bool), st.sampled_from(["conduct", "#assessment", "=Own title"]))
def test_a_completion_counts_at_once_and_no_more_when_taken_back(library: Library, facts: Facts, key: str) -> None:
    """Whatever a report says: until one made two days after the person spoke says otherwise."""
    facts = replace(facts, year="2025-26", reported=Post("postman"), progress={}, assessment=Claims())
    claim = Claim(State.COMPLETED, int(NOW.timestamp()), NOW.date())
    told = after(facts, (KeepClaims("2025-26", ((key, claim),)),), library.catalogue)
    back = after(told, (KeepClaims("2025-26", ((key, None),)),), library.catalogue)
    is_exam = key == "#assessment"
    assert (told.assessment if is_exam else told.progress[key]) == Claims(said=claim)
    assert (back.assessment if is_exam else back.progress[key]) == Claims()


@bounded
@given(PEOPLE, SESSIONS, st.text(max_size=20))
def test_anything_else_gets_a_reply(library: Library, person: Person, session: Session, kind: str) -> None:
    _check(library, person, session, Inbound(Kind.UNSUPPORTED, kind))
    _check(library, person, session, Inbound(Kind.EDITED))


WALKED = st.lists(
    st.one_of(SAID, st.sampled_from("1 2 9 yes no नहीं haan back restart menu /fix /human /login otp password".split()),
              st.sampled_from(["still not", "green tick nahi hua", "my certificate is missing", "abhi bhi nahi"])),
    min_size=1, max_size=8)  # fmt: skip


LIBRARY = load_library()
STEPS = [one for flow in LIBRARY.catalogue.flows.values() for one in flow.steps.values()]
MOST = LIBRARY.catalogue.limits.walk_steps


def walk_at(step_: FlowStep, standing: Standing, days: int, passed: int, heard: tuple[str, ...] = ()) -> Walk:
    """A walk that stands at a step since so many days, so many places passed."""
    path = tuple((step_.place, str(number)) for number in range(passed))
    return Walk(step_.flow, step_.id, path, int(NOW.timestamp()) - days * 86_400, heard, standing)


WALKS = st.builds(
    walk_at, st.sampled_from(STEPS), st.sampled_from(Standing), st.sampled_from([0, 1, 40]), st.integers(0, MOST),
    st.lists(st.sampled_from(sorted(LIBRARY.catalogue.concepts)), max_size=6).map(tuple),
)  # fmt: skip
FIRST_TRY = next(one for one in STEPS if one.unsolved)


@bounded
@given(PEOPLE, WALKS, WALKED)
@example(Person(), walk_at(FIRST_TRY, Standing.ON, 0, MOST - 1), ["no"] * 5)  # at the limit, again and again
@example(Person(designation="postman"), walk_at(STEPS[0], Standing.OFFERED, 0, 0), ["PA", "POSTMA00N", "YES"])
@example(Person(), walk_at(FIRST_TRY, Standing.ON, 0, 3), ["1", "solved", "galti se", "1", "back"])
def test_any_text_in_a_walk_gets_a_reply(library: Library, person: Person, walk: Walk, said: list[str]) -> None:
    """From any step, however it was reached: a reply, buttons that fit, and a walk that stays within its limits.

    As long as the walk goes on, the last reply has the ways out of it. Outside of it a reply may have no buttons
    (thanks for a rating, say).
    """
    limits = library.catalogue.limits
    session = Session(is_greeted=True, walk=walk)
    for text in said:
        inbound = Inbound(Kind.TEXT, text)
        _check(library, person, session, inbound)
        taken = step(person, session, inbound, library, NOW)
        session = taken.session
        assert all(len(reply.choices) <= limits.choices for reply in taken.replies)
        assert session.walk is None or len(session.walk.path) <= limits.walk_steps
        assert len(session.offered) == len(session.labels)
        if session.walk and session.walk.standing is Standing.ON and session.awaiting is Awaiting.NOTHING:
            assert {choice.verb for choice in taken.replies[-1].choices} >= {Verb.HUMAN, Verb.MENU}


@bounded
@given(
    JSON,
    st.dictionaries(
        st.sampled_from(["step", "then", "trail", "offered", "awaiting", "subject", "walk", "unclear"]), JSON
    ),
)
def test_any_stored_session_can_be_gone_on_from(library: Library, anything: object, values: dict[str, object]) -> None:
    for text in (json.dumps(anything), json.dumps({"v": 1, **values}), str(anything), None, ""):
        session = session_from_json(text)
        for said in ("back", "1", "/courses", "OTP"):
            _check(library, Person(), session, Inbound(Kind.TEXT, said))


@bounded
@given(SESSIONS)
def test_a_session_survives_the_store(session: Session) -> None:
    assert session_from_json(session_to_json(session)) == session


@bounded
@given(st.lists(st.one_of(SAID, st.sampled_from([f"/{name}" for name in COMMANDS])), min_size=3, max_size=6))
def test_a_whole_talk_keeps_its_numbers(library: Library, lines: list[str]) -> None:
    """Steps only grow, and every button of a reply belongs to the step that the session keeps."""
    session = Session()
    for text in lines:
        taken = step(Person(), session, Inbound(Kind.TEXT, text), library, NOW)
        assert taken.session.step >= session.step
        assert all(reply.step == taken.session.step for reply in taken.replies if reply.choices)
        session = replace(taken.session)


PASTED = [
    ("my password is Dak@12345", "Dak@12345"),
    ("password: Igot#2026", "Igot#2026"),
    ("Password - sunita1984", "sunita1984"),
    ("pwd=qwerty99 login id 123", "qwerty99"),
    ("PASSWORD Ramesh@123 not working", "Ramesh@123"),
    ("mera password Ramesh@123 hai", "Ramesh@123"),
    ("password hai mera: Dak@99", "Dak@99"),
    ("passwrd is Dak@12345", "Dak@12345"),
    ("my igot pasword is postman123", "postman123"),
    ("pass: Delhi@110001", "Delhi@110001"),
    ("id rk123 pass rk@5566", "rk@5566"),
    ("my password is sunshine", "sunshine"),
    ("password is 12345678", "12345678"),
    ("Ramesh@123 is my password", "Ramesh@123"),
    ("password galat bata raha hai Ramesh@123", "Ramesh@123"),
    ("mpin 4821", "4821"),
    ("MPIN is 482193", "482193"),
    ("मेरा पासवर्ड Dak@2026 है", "Dak@2026"),
    ("पासवर्ड: डाक१२३", "डाक१२३"),
    ("पासवर्ड है Sita#44", "Sita#44"),
    ("OTP 482913", "482913"),
    ("otp is 4829", "4829"),
    ("my otp 48 29 13 not accepted", "48 29 13"),
    ("OTP aaya hai 557201 kya karu", "557201"),
    ("482913 ye otp aaya hai", "482913"),
    ("मेरा ओटीपी 482913 है", "482913"),
    ("ओटीपी ४८२९१३", "४८२९१३"),
    ("verification code: 771204", "771204"),
    ("O.T.P. 482913", "482913"),
    ("code is 9931 for login", "9931"),
    ("otp-482913", "482913"),
    ("OTP: 2026", "2026"),
]
INNOCENT = [
    "my password is not working",
    "password is wrong",
    "my password is being rejected",
    "I forgot my password",
    "password reset nahi ho raha",
    "password bhul gaya hu",
    "password galat bata raha hai",
    "password kaise badle",
    "what is the password policy",
    "password is showing invalid every time",
    "the password is expired, please help",
    "password kya hai?",
    "password change karna hai",
    "password otp dono nahi aa rahe",
    "पासवर्ड भूल गया हूँ",
    "पासवर्ड नहीं चल रहा",
    "मेरा पासवर्ड गलत बता रहा है",
    "पासवर्ड कैसे बदलें",
    "OTP 3 baar aaya",
    "OTP nahi aaya 2 din se",
    "otp not coming on 98xxxxxx",
    "otp not coming since 10.02.2026",
    "otp came on 10/02/2026 but expired",
    "OTP 5 minutes me expire ho jata hai",
    "I waited 30 minutes for the otp",
    "Post Office Regulations, 2024",
    "my employee id is 10234567",
    "what is my employee id, 8 digits?",
    "otp not coming, my employee id is 10234567",
    "password reset mail not coming to ramesh1984@gmail.com",
    "my mobile 9876543210 gets no otp",
    "पिन कोड 110001",
    "pin code 110001 delhi",
    "postal code of my office is 560001",
    "the last date is 31.03.2026",
    "order Tr/3/2025-Training-DOP dated 18.08.2025",
    "I got 26 out of 50",
    "6 courses 3 hours 52 minutes",
    "OTP for 2025-26 courses",
    "2026 me otp system badla kya",
    "मेरी कर्मचारी ID 10234567 है",
    "passed the assessment with 60 marks",
    "pass mark 50 hai kya",
    "pass hone ke liye kitne number",
    "bypass kaise kare",
    "conduct rules code of conduct 1964",
    "course code kya hai",
]


@pytest.mark.parametrize(("said", "secret"), PASTED, ids=[said for said, _ in PASTED])
def test_a_pasted_secret_is_blanked(said: str, secret: str) -> None:
    kept, was_blanked = blank_secrets(said)
    assert secret not in kept and was_blanked and BLANK in kept
    assert blank_secrets(kept) == (kept, False)


@pytest.mark.parametrize("said", INNOCENT)
def test_an_innocent_text_is_left_alone(said: str) -> None:
    assert blank_secrets(said) == (said, False)


@bounded
@given(st.text(max_size=200))
def test_blanking_never_raises_and_is_done_at_once(said: str) -> None:
    kept, was_blanked = blank_secrets(said)
    assert was_blanked is (kept != said)
    assert blank_secrets(kept)[0] == kept
