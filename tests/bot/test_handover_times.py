"""Nobody is forgotten: alerts, the next level, back to the queue, closed when idle, by working time alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

import knowledge
from bot.clock import IST
from bot.settings import Settings
from handlers.ticket import Level, Role, State
from tests.bot.handing import (
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
    play,
    staffed,
)
from tests.fake_bot_api import FakeBotApi
from tests.running import settings

DESK = Path(knowledge.__file__).parent / "content" / "desk.yaml"
HEAD = 91
#: Saturday, twenty minutes before the desk closes; Sunday is off.
SATURDAY = datetime(2026, 2, 14, 17, 10, tzinfo=IST)


async def waiting(desk: Desk) -> int:
    """A request that nobody has taken, in a circle with an administrator, and a central desk."""
    await staffed(desk)
    await desk.links(CENTRAL, None)
    await desk.joins(HEAD, "delhi", Role.ADMINISTRATOR)
    await from_delhi(desk)
    number = await desk.opens()
    await desk.hears(DELHI, "New request")
    return number


def test_what_nobody_takes_goes_from_level_to_level(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number = await waiting(desk)
        await desk.passes(minutes=14)
        assert desk.heard(DELHI) == []
        await desk.passes(minutes=1)
        await desk.hears(DELHI, f"Request {number} still waits")
        await desk.passes(minutes=104)
        assert desk.heard(DELHI) + desk.heard(HEAD) == []
        await desk.passes(minutes=1)
        raised = await desk.hears(HEAD, f"Nobody has taken request {number}")  # in private
        await desk.passes(minutes=15)
        await desk.hears(HEAD, "still waits")
        await desk.passes(minutes=105)
        await desk.hears(CENTRAL, f"Nobody has taken request {number}")
        assert (await desk.ticket(number)).level is Level.CENTRAL
        desk.member(ASHA).tap(data_of(raised, "claim."), desk.api.sent_to(DELHI)[-2].message_id)
        await desk.popup(ASHA, "is yours")  # the circle can still take it
        await desk.hears(CENTRAL, f"Request {number} has been taken")
        steps = [action for who, action in await desk.did(number) if who == "clock"]
        assert steps == ["alert", "next level", "alert", "next level"]

    play(script, tmp_path, at=TUESDAY - timedelta(hours=1))


def test_an_administrator_answers_in_private(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number = await waiting(desk)
        await desk.passes(hours=2)
        raised = await desk.hears(HEAD, f"Nobody has taken request {number}")
        desk.api.say(HEAD, "I look into it myself", reply_to=raised.message_id)
        await desk.hears(PERSON, "I look into it myself")
        await desk.hears(DELHI, f"Request {number} has been taken")
        desk.api.say(PERSON, "thank you")
        await desk.passes(seconds=10)
        await desk.hears(HEAD, "thank you")
        assert "thank you" not in "".join(desk.heard(DELHI))

    play(script, tmp_path)


def test_nights_sundays_and_holidays_do_not_count(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number = await waiting(desk)
        await desk.passes(minutes=15)
        await desk.hears(DELHI, "still waits")
        await desk.passes(days=1, hours=16, minutes=5)  # Monday morning, on the dot
        assert desk.heard(HEAD) == []
        await desk.passes(minutes=99)
        assert desk.heard(HEAD) == []
        await desk.passes(minutes=1)
        await desk.hears(HEAD, f"Nobody has taken request {number}")

    play(script, tmp_path, at=SATURDAY)


def with_a_holiday(folder: Path, api: FakeBotApi) -> Settings:
    """Delhi keeps a holiday on the Wednesday; everybody else works."""
    content = folder / "content"
    content.mkdir()
    row = 'circles: [{circle: delhi, opens: "09:30", closes: "17:30", days_off: [7], holidays: [2026-02-11]}]'
    shipped = DESK.read_text(encoding="utf-8")
    assert "circles: []" in shipped
    (content / "desk.yaml").write_text(shipped.replace("circles: []", row), encoding="utf-8")
    return settings(folder, api, content_dir=content)


def test_a_circles_holiday_holds_for_its_desk_alone(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await desk.joins(CHARU, "punjab")
        desk.member(CHARU, PUNJAB)
        await desk.links(PUNJAB, "punjab")
        await from_delhi(desk)
        number = await desk.opens()
        assert "open next on 12 February 2026" in desk.api.sent_to(PERSON)[-1].text
        desk.api.say(PERSON + 1, "Punjab circle")
        await desk.settled()
        other = await desk.opens(PERSON + 1)
        assert "open next on 11 February 2026" in desk.api.sent_to(PERSON + 1)[-1].text
        await desk.passes(hours=17)  # Wednesday, 11:00
        await desk.hears(PUNJAB, f"Request {other} still waits")
        assert not [text for text in desk.heard(DELHI) if "still waits" in text]
        await desk.passes(hours=22, minutes=44)  # Thursday, 09:44
        assert not [text for text in desk.heard(DELHI) if "still waits" in text]
        await desk.passes(minutes=1)
        await desk.hears(DELHI, f"Request {number} still waits")

    play(script, tmp_path, with_a_holiday, at=TUESDAY + timedelta(hours=7))


def test_a_person_who_waits_for_an_answer_is_not_forgotten(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        asha.reply(card.message_id, "Please wait")
        await desk.hears(PERSON, "Please wait")
        await desk.passes(minutes=20)
        desk.api.say(PERSON, "and now?")
        await desk.passes(minutes=30)
        await desk.hears(DELHI, "and now?")
        desk.api.say(PERSON, "hello?")  # does not put it off
        await desk.passes(minutes=29)
        await desk.hears(DELHI, "hello?")
        assert desk.heard(DELHI) == []
        await desk.passes(minutes=1)
        await desk.hears(DELHI, f"Request {number}: the person waits for an answer")
        await desk.passes(minutes=119)
        assert desk.heard(DELHI) == []
        await desk.passes(minutes=1)
        await desk.hears(PERSON, "It is back in the queue")
        again = await desk.hears(DELHI, "Back in the queue")
        assert "• Person: hello?" in again.text
        desk.api.say(PERSON, "/help")
        await desk.settled()
        assert len(desk.heard(PERSON)) == 1  # the bot answers meanwhile
        balu = desk.member(BALU)
        await desk.claims(balu, again)
        assert (await desk.ticket(number)).claimed_by == 3
        assert ("clock", "back to the queue") in await desk.did(number)

    play(script, tmp_path, at=TUESDAY - timedelta(hours=1))


def test_an_answer_in_time_ends_the_waiting(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        await desk.passes(minutes=60)
        await desk.hears(DELHI, "the person waits for an answer")
        asha.reply(card.message_id, "Sorry, here I am")
        await desk.passes(hours=5)
        assert desk.heard(DELHI) == []
        assert (await desk.ticket(number)).state is State.CLAIMED

    play(script, tmp_path)


def test_what_nobody_goes_on_with_is_closed_after_three_working_days(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        asha.reply(card.message_id, "Is it right now?")
        await desk.hears(PERSON, "Is it right now?")
        await desk.passes(days=3, hours=6, minutes=29)  # Friday, a minute before the desk closes
        assert (await desk.ticket(number)).state is State.CLAIMED
        await desk.passes(minutes=1)
        await desk.hears(DELHI, f"Request {number} was closed")
        closed = await desk.hears(PERSON, "Nobody has written")
        desk.api.tap(PERSON, data_of(closed, "k:reopen."))
        await desk.hears(PERSON, "open again")
        again = await desk.hears(DELHI, f"Request {number} now waits")
        assert "• Helper: Is it right now?" in again.text
        await desk.hears(DELHI, "The person opened the request again")

    play(script, tmp_path)


@pytest.mark.parametrize("is_told", ["update", "refusal"])
def test_a_person_who_blocks_the_bot_is_noted_once(tmp_path: Path, is_told: str) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        desk.api.block(PERSON, announce=is_told == "update")
        for words in ("are you there?", "hello?"):
            asha.reply(card.message_id, words)
            await desk.passes(seconds=30)
        notes = [text for text in desk.heard(DELHI) if "has blocked the bot" in text]
        assert len(notes) >= 1
        assert not (await desk.ticket(number)).is_reachable
        desk.catch_up(DELHI)
        desk.api.unblock(PERSON)
        desk.api.say(PERSON, "here I am again")
        await desk.passes(seconds=10)
        await desk.hears(DELHI, "here I am again")
        asha.reply(card.message_id, "good")
        await desk.hears(PERSON, "good")
        assert not [text for text in desk.heard(DELHI) if "has blocked" in text]
        desk.api.block(PERSON)
        await desk.settled()
        await desk.hears(DELHI, "has blocked the bot")  # a second time is news again

    play(script, tmp_path, allowed=frozenset({403}))


def test_who_erases_everything_leaves_no_word(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk, story="my secret story")
        desk.api.say(PERSON, "/delete")
        asked = await desk.hears(PERSON, "erase")
        desk.api.tap(PERSON, data_of(asked, "x:yes"))
        await desk.passes(seconds=10)
        await desk.hears(DELHI, f"Request {number}: the person erased all their data")
        asha.reply(card.message_id, "too late")
        await desk.settled()
        assert "too late" not in "".join(desk.heard(PERSON))
        ticket = await desk.ticket(number)
        assert (ticket.state, ticket.person, ticket.evidence) == (State.CLOSED, 0, ())
        assert {entry.text for entry in await desk.entries(number)} <= {""}
        desk.api.say(PERSON, "/help")
        await desk.settled()
        assert desk.heard(PERSON)

    play(script, tmp_path)
    assert b"secret story" not in (tmp_path / "chat.db").read_bytes()
