"""From the bot to a human and back, over HTTP: asked for, claimed, answered, closed, opened again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from handlers.ticket import Role, State
from tests.bot.handing import (
    ADMIN,
    ASHA,
    BALU,
    CENTRAL,
    CHARU,
    DELHI,
    PERSON,
    PUNJAB,
    TUESDAY,
    Desk,
    claimed,
    data_of,
    from_delhi,
    labels,
    play,
    staffed,
)
from tests.bot.ways import BOTH_WAYS, Way

WHO = "Ravi Kumar 10012345 ravi@example.com 9876543210"


@BOTH_WAYS
def test_from_the_first_question_to_the_last_word(tmp_path: Path, way: Way) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        number = await desk.opens(identity=WHO)
        card = await desk.hears(DELHI, "New request")
        assert f"request {number} for the helpdesk of Delhi Postal Circle" in card.text
        assert "• Problem: My tick is grey" in card.text
        assert not [word for word in WHO.split()[2:] if word in card.text]
        asha = desk.member(ASHA)
        await desk.claims(asha, card)
        assert "answered here by the helpdesk of Delhi" in (await desk.hears(PERSON, f"request {number}")).text
        desk.api.say(PERSON, "It is grey since Monday")
        desk.api.say(PERSON, "Please help")
        await desk.passes(seconds=10)
        passed = await desk.hears(DELHI, "Please help")
        assert "It is grey since Monday" in passed.text  # one post
        asha.reply(passed.message_id, "The MDO has approved it")
        answer = await desk.hears(PERSON, "The MDO has approved it")
        assert answer.text.startswith("👤 From the helpdesk of Delhi Postal Circle:")
        asha.tap(data_of(card, "close."), card.message_id)
        assert labels(await desk.hears(PERSON, "Is it solved?")) == ["It is solved", "Not solved"]
        assert "The person is asked" in (await desk.hears(DELHI, "is closed")).text
        desk.api.say(PERSON, "my tick is grey again")
        offer = await desk.hears(PERSON, f"Is this about your request {number}?")
        desk.api.tap(PERSON, data_of(offer, "reopen."))
        await desk.hears(PERSON, "open again")
        again = await desk.hears(DELHI, f"Request {number} now waits")
        assert "• Helper: The MDO has approved it" in again.text
        assert "my tick is grey again" in again.text
        ticket = await desk.ticket(number)
        assert (ticket.state, ticket.claimed_by) == (State.OPEN, None)
        assert await desk.did(number) == [("member:2", "claim"), ("member:2", "answer"), ("member:2", "close")]

    play(script, tmp_path, way)


@pytest.mark.parametrize(("tapped", "told"), [("k:solved.", "Good to hear"), ("k:unsolved.", "is open again")])
def test_the_person_says_whether_it_is_solved(tmp_path: Path, tapped: str, told: str) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        asha.tap(data_of(card, "close."), card.message_id)
        asked = await desk.hears(PERSON, "Is it solved?")
        desk.api.tap(PERSON, data_of(asked, tapped))
        await desk.hears(PERSON, told)
        await desk.settled()
        ticket = await desk.ticket(number)
        assert (ticket.state, ticket.solved) == ((State.CLOSED, True) if tapped == "k:solved." else (State.OPEN, None))
        if ticket.solved:
            desk.api.say(PERSON, "how do I get the green tick")
            await desk.settled()
            assert not [text for text in desk.heard(PERSON) if "Is this about your request" in text]

    play(script, tmp_path)


def test_the_offer_to_reopen_ends_after_two_days(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        asha.tap(data_of(card, "close."), card.message_id)
        await desk.hears(PERSON, "Is it solved?")
        await desk.passes(hours=47, minutes=59)
        desk.api.say(PERSON, "how do I get the green tick")
        await desk.hears(PERSON, f"Is this about your request {number}?")
        await desk.passes(minutes=2)
        desk.api.say(PERSON, "how do I get the green tick")
        await desk.settled()
        assert desk.heard(PERSON)
        assert "Is this about your request" not in "".join(desk.heard(PERSON))

    play(script, tmp_path)


def test_the_person_ends_it_and_the_helper_sees_that(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, _, asha = await claimed(desk)
        desk.api.say(PERSON, "/help")
        told = await desk.hears(PERSON, "A helper has this conversation now")
        desk.api.tap(PERSON, data_of(told, "k:close."))
        await desk.hears(PERSON, "Is it solved?")
        ended = await desk.hears(DELHI, "The person ended the request")
        asha.reply(ended.message_id, "one more thing")
        await desk.hears(DELHI, f"Request {number} is closed")
        assert "one more thing" not in "".join(desk.heard(PERSON))
        desk.api.say(PERSON, "/help")
        await desk.settled()
        assert len(desk.heard(PERSON)) == 1  # the bot answers again

    play(script, tmp_path)


# -- where nobody is, and how often ------------------------------------------------------------------------------------


def test_without_helpers_there_is_no_request_but_a_contact(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(CHARU, "delhi", Role.CELL)  # looks after contents, answers nobody
        await from_delhi(desk)
        desk.api.say(PERSON, "/human")
        await desk.hears(PERSON, "missionkarmayogi.dop@indiapost.gov.in")

    assert "tickets open" not in play(script, tmp_path)


def test_a_circle_without_helpers_asks_the_central_desk(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(ADMIN, None, Role.ADMINISTRATOR)
        await desk.links(CENTRAL, None)
        await from_delhi(desk)
        number = await desk.opens()
        card = await desk.hears(CENTRAL, f"request {number} for the central helpdesk")
        await desk.claims(desk.member(ADMIN, CENTRAL), card)
        await desk.hears(PERSON, "answered here by the central helpdesk")

    play(script, tmp_path)


def test_three_requests_an_hour_and_no_more(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        for _ in range(3):
            await desk.opens()
            desk.api.say(PERSON, "/human")
            end = await desk.hears(PERSON, "is open. The next step is with")
            desk.api.tap(PERSON, data_of(end, "k:close."))
            await desk.hears(PERSON, "Is it solved?")
        desk.api.say(PERSON, "/human")
        await desk.hears(PERSON, "several requests within an hour")
        await desk.passes(minutes=61)
        await desk.opens()

    assert play(script, tmp_path)["tickets closed"] == 3


@pytest.mark.parametrize("is_owned", [False, True])
def test_a_flood_is_slowed_and_nothing_of_it_is_lost(tmp_path: Path, is_owned: bool) -> None:
    async def script(desk: Desk) -> None:
        if is_owned:
            number, _, _ = await claimed(desk)
        else:
            await staffed(desk)
            await from_delhi(desk)
            number = await desk.opens()
        desk.clock.move(minutes=2)
        desk.catch_up(PERSON)
        for place in range(25):
            desk.api.say(PERSON, f"message {place:02d}")
        await desk.passes(seconds=10)
        if not is_owned:  # so many to one chat go one a second
            await desk.api.wait_for(lambda api: len(desk.heard(PERSON)) >= 21, 20)
        slowed = [text for text in desk.heard(PERSON) if "faster than I can answer" in text]
        assert (len(slowed), len(desk.heard(PERSON))) == ((0, 0) if is_owned else (1, 21))
        kept = [entry.text for entry in await desk.entries(number) if entry.text.startswith("message")]
        assert kept == [f"message {place:02d}" for place in range(25)]
        passed = "\n".join(desk.heard(DELHI))
        assert [place for place in range(25) if f"message {place:02d}" not in passed] == []

    play(script, tmp_path)


# -- hours -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("later", "said"),
    [
        (timedelta(hours=0), "They work from 09:30 to 17:30."),
        (timedelta(hours=8), "open next on 11 February 2026"),  # Tuesday evening
        (timedelta(days=4, hours=8), "open next on 16 February 2026"),  # Saturday evening: not on Sunday
    ],
)
def test_out_of_hours_the_person_is_told_when(tmp_path: Path, later: timedelta, said: str) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        await desk.opens()
        assert said in desk.api.sent_to(PERSON)[-1].text

    play(script, tmp_path, at=TUESDAY + later)


def test_who_else_may_not(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, _ = await claimed(desk)
        stranger = desk.member(99)
        stranger.tap(data_of(card, "claim."), card.message_id)
        await desk.popup(99, "Only members of the helpdesk")
        stranger.reply(card.message_id, "hello")
        await desk.hears(DELHI, "Only members of the helpdesk")
        desk.api.say(98, "/start")
        await desk.joins(CHARU, "punjab")
        other = desk.member(CHARU)
        other.reply(card.message_id, "hello from Punjab")
        await desk.hears(CHARU, "belongs to another circle")  # in private
        other.tap(data_of(card, "unmask."), card.message_id)
        await desk.popup(CHARU, "belongs to another circle")
        balu = desk.member(BALU)
        balu.reply(card.message_id, "not mine")
        await desk.hears(DELHI, "A colleague has taken")
        await desk.settled()
        assert "not mine" not in "".join(desk.heard(PERSON))
        assert "hello" not in "".join(desk.heard(PERSON))
        refused = [(one.audit.actor, one.audit.details) for one in await desk.audits() if one.audit.action == "refused"]
        assert refused == [("somebody", "claim"), ("somebody", "write"), ("member:4", "write"), ("member:4", "unmask")]
        assert PUNJAB not in desk.api.chats
        assert (await desk.ticket(number)).claimed_by == 2

    play(script, tmp_path)


def test_the_card_tells_what_was_tried(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        desk.api.say(PERSON, "/login")
        first = await desk.hears(PERSON, "three ways")
        desk.api.tap(PERSON, data_of(first, "y:no"))
        which = await desk.hears(PERSON, "What happens when you try")
        desk.api.tap(PERSON, data_of(which, "w:which.2"))
        await desk.settled()
        desk.catch_up(PERSON)
        desk.api.say(PERSON, "/human")
        await desk.hears(PERSON, "4 short questions")
        for _ in range(4):
            asked = desk.api.sent_to(PERSON)[-1]
            desk.api.tap(PERSON, data_of(asked, "e:skip"))
            await desk.settled()
        card = await desk.hears(DELHI, "New request")
        assert "• About: Cannot log in" in card.text
        tried = next(row for row in card.text.splitlines() if row.startswith("• Tried: "))
        assert "What happens when you try to log in? → Invalid user details" in tried
        assert "which" not in tried  # no names of the content's own

    play(script, tmp_path)
