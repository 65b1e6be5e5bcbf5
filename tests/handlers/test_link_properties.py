"""Whatever comes while a chat may be linked: a reply that fits, and nobody is linked without being named exactly."""

from __future__ import annotations

from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from handlers.actions import Verb
from handlers.conversation import step
from handlers.effects import CountTry, LinkPerson, SpeakFor
from handlers.facts import Facts, Post
from handlers.link_scene import Employee, LinkScene
from handlers.messages import Inbound, Kind
from handlers.rendering import render
from handlers.session import Awaiting, Person, Session
from knowledge.library import Library
from knowledge.working_time import IST

NOW = datetime(2026, 2, 10, 10, tzinfo=IST)
bounded = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
POSTS = st.sampled_from([None, "postman", "mts", "no_such_post"])
EMPLOYEES = st.builds(
    Employee,
    person=st.integers(1, 9),
    hint=st.sampled_from(["", "2345"]),
    post=st.builds(Post, POSTS) | st.just(Post(meanings=("mail_overseer", "x"))) | st.just(Post(is_unknown=True)),
    written=st.sampled_from(["", "Chief Wizard"]),
    settled=st.sampled_from(["", "postman"]),
    circle=st.sampled_from([None, "delhi", "atlantis"]),
    told=st.builds(Person, designation=POSTS),
    chats=st.integers(0, 3),
)
SCENES = st.builds(
    LinkScene,
    shares_contact=st.booleans(),
    current=st.none() | EMPLOYEES,
    linked=st.lists(EMPLOYEES, max_size=12).map(tuple),
    found=st.lists(EMPLOYEES, max_size=3).map(tuple),
    code=st.integers(0, 3),
    tries_hour=st.integers(0, 6),
    tries_day=st.integers(0, 13),
    tries_of_one=st.integers(0, 25),
)
ARGUMENTS = "begin code stop another as.3 as.x off off-yes others told post.0 post.9 x".split()
DONE = st.one_of(
    st.builds(Inbound, st.just(Kind.CONTACT), st.sampled_from(["", "9876543210"])),
    st.builds(Inbound, st.just(Kind.TAP), st.sampled_from([f"3:{Verb.LINK.value}:{one}" for one in ARGUMENTS])),
    st.builds(Inbound, st.just(Kind.TEXT), st.sampled_from(
        ["/connect", "10012345 K7MP-3QXA", "K7MP-3QXA", "10012345", "what?", "not now", "menu", "••••"])),
)  # fmt: skip
PEOPLE = st.builds(Person, language=st.sampled_from([None, "en", "hi"]), designation=POSTS,
                   circle=st.sampled_from([None, "delhi", "bihar"]))  # fmt: skip
SESSIONS = st.builds(Session, step=st.just(3), is_greeted=st.booleans(), awaiting=st.sampled_from(Awaiting),
                     link=st.sampled_from([(), ("10012345",)]))  # fmt: skip
FACTS = st.none() | st.builds(Facts, st.just(""), st.just("2025-26"), reported=st.builds(Post, POSTS),
                              is_listed=st.booleans(), settled=st.sampled_from(["", "mts"]))  # fmt: skip


@bounded
@given(PEOPLE, SESSIONS, DONE, SCENES, FACTS)
def test_whatever_comes_gets_a_reply_that_fits(
    library: Library, person: Person, session: Session, done: Inbound, scene: LinkScene, facts: Facts | None
) -> None:
    taken = step(person, session, done, library, NOW, facts=facts, linking=scene)
    texts, most = library.catalogue.texts, library.catalogue.limits
    assert taken.replies
    for reply in taken.replies:
        rendered = render(texts, reply)
        assert rendered.text and len(reply.choices) <= most.choices
        assert all(len(label) <= most.label_characters for label, _ in rendered.choices)
        assert not (reply.keyboard == "gone" and reply.choices)
        assert reply.keyboard == "" or scene.shares_contact or done.kind is Kind.CONTACT
    linked = [one for one in taken.effects if isinstance(one, LinkPerson)]
    for link in linked:
        assert [one.person for one in scene.found] == [link.employee]
        assert scene.tries_hour < most.link_tries_an_hour and scene.tries_day < most.link_tries_a_day
        assert done.text if done.kind is Kind.CONTACT else scene.tries_of_one < most.link_tries_of_one
    switched = {one.employee for one in taken.effects if isinstance(one, SpeakFor)}
    assert switched <= {one.person for one in scene.linked}
    assert not (linked and any(isinstance(one, CountTry) for one in taken.effects))


@bounded
@given(PEOPLE, SESSIONS, st.sampled_from(["9876543210", "10012345 K7MP-3QXA"]), SCENES, EMPLOYEES, EMPLOYEES)
def test_what_fails_says_nothing_of_who_is_on_the_list(
    library: Library, person: Person, session: Session, said: str, scene: LinkScene, one: Employee, other: Employee
) -> None:
    """Nobody found and several found are the same to whoever tries, and so is a code that is not theirs."""
    kind = Kind.TEXT if " " in said else Kind.CONTACT
    steps = [
        step(person, session, Inbound(kind, said), library, NOW, linking=replace(scene, found=found))
        for found in ((), (one, other))
    ]
    assert steps[0] == steps[1]
