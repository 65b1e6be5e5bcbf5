"""Staff at work in their groups, over HTTP: who has a request, both sides writing at once, handing over, leaving."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from handlers.ticket import Level, Role, State
from tests.bot.handing import (
    ADMIN,
    ASHA,
    BALU,
    CENTRAL,
    CHARU,
    DELHI,
    PERSON,
    PUNJAB,
    Desk,
    claimed,
    data_of,
    from_delhi,
    labels,
    number_of,
    play,
    staffed,
)
from tests.bot.ways import BOTH_WAYS, Way


@BOTH_WAYS
def test_two_claim_at_once_and_one_is_told(tmp_path: Path, way: Way) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        number = await desk.opens()
        card = await desk.hears(DELHI, "New request")
        desk.member(ASHA).tap(data_of(card, "claim."), card.message_id)
        desk.member(BALU).tap(data_of(card, "claim."), card.message_id)
        await desk.api.wait_for(lambda api: api.popups_of(ASHA) and api.popups_of(BALU))
        won, lost = (ASHA, BALU) if (await desk.ticket(number)).claimed_by == 2 else (BALU, ASHA)
        assert [f"Request {number} is yours" in text for text in desk.api.popups_of(won)] == [True]
        assert ["A colleague has taken" in text for text in desk.api.popups_of(lost)] == [True]
        await desk.settled()
        assert len([text for text in desk.heard(PERSON) if "is now answered here" in text]) == 1

    play(script, tmp_path, way)


def test_a_race_between_two_groups_is_won_once(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await desk.links(CENTRAL, None)
        await from_delhi(desk)
        number = await desk.opens()
        card = await desk.hears(DELHI, "New request")
        admin = desk.member(ADMIN, CENTRAL)
        admin.write("/queue")
        queue = await desk.hears(CENTRAL, "One request waits")
        async with desk.run.app.inbox.one_at_a_time:  # both taps are there before either is looked at
            admin.tap(data_of(queue, "claim."), queue.message_id)
            desk.member(ASHA).tap(data_of(card, "claim."), card.message_id)
            await desk.api.wait_for(lambda api: not api.inbox.pending)
        await desk.api.wait_for(lambda api: api.popups_of(ASHA) and api.popups_of(ADMIN))
        won, lost = (ASHA, ADMIN) if (await desk.ticket(number)).claimed_by == 2 else (ADMIN, ASHA)
        assert f"Request {number} is yours" in desk.api.popups_of(won)[0]
        assert "A colleague has taken" in desk.api.popups_of(lost)[0]
        await desk.settled()
        assert [action for _, action in await desk.did(number)] == ["claim"]
        other = DELHI if won == ADMIN else CENTRAL
        assert any(f"Request {number} has been taken" in text for text in desk.heard(other)) is (other == DELHI)

    play(script, tmp_path)


def test_replying_to_a_waiting_card_claims_it(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        number = await desk.opens()
        card = await desk.hears(DELHI, "New request")
        desk.member(ASHA).reply(card.message_id, "Which office are you in?")
        desk.member(BALU).reply(card.message_id, "I take it")
        await desk.hears(DELHI, "A colleague has taken")
        await desk.settled()
        told = "\n".join(desk.heard(PERSON))
        assert told.index("is now answered here") < told.index("Which office are you in?")
        assert "I take it" not in told
        assert (await desk.ticket(number)).claimed_by == 2

    play(script, tmp_path)


@BOTH_WAYS
def test_both_sides_write_at_once_and_all_arrives_in_order(tmp_path: Path, way: Way) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        for place in range(12):
            desk.api.say(PERSON, f"person {place:02d}")
            asha.reply(card.message_id, f"helper {place:02d}")
            if place % 4 == 3:
                await desk.passes(seconds=10)
        await desk.passes(seconds=10)
        to_person, to_group = "\n".join(desk.heard(PERSON)), "\n".join(desk.heard(DELHI))
        for said, who in ((to_person, "helper"), (to_group, "person")):
            assert [said.count(f"{who} {place:02d}") for place in range(12)] == [1] * 12
            places = [said.index(f"{who} {place:02d}") for place in range(12)]
            assert places == sorted(places)
        assert len(desk.heard(PERSON)) == 12  # nothing from the bot itself
        kept = [entry.text for entry in await desk.entries(number) if entry.text.startswith("person")]
        assert kept == sorted(kept)

    play(script, tmp_path, way)


def test_while_a_human_has_it_the_bot_only_says_so(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, _, _ = await claimed(desk)
        desk.api.say(PERSON, "how many courses are mandatory?")
        desk.api.post(PERSON, sticker={"file_id": "s", "file_unique_id": "s", "width": 1, "height": 1,
                                       "type": "regular", "is_animated": False, "is_video": False})  # fmt: skip
        await desk.settled()
        assert desk.heard(PERSON) == []
        old = next(data for sent in desk.api.sent_to(PERSON) for _, data in sent.buttons() if ":t:" in data)
        desk.api.tap(PERSON, old)
        desk.api.say(PERSON, "/courses")
        await desk.settled()
        assert ["A helper has this conversation now" in text for text in desk.heard(PERSON)] == [True, True]
        desk.catch_up(PERSON)
        desk.api.say(PERSON, "/privacy")
        await desk.hears(PERSON, "/delete")
        await desk.passes(seconds=10)
        passed = "\n".join(desk.heard(DELHI))
        assert [word in passed for word in ("how many courses", "(sticker)", "⚙️ /privacy", "/courses")] == [
            True, True, True, False,
        ]  # fmt: skip
        assert (await desk.ticket(number)).is_owned

    play(script, tmp_path)


def test_cancel_works_while_a_human_has_it_and_the_helper_sees_that(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, _, _ = await claimed(desk)
        desk.api.say(PERSON, "/cancel")
        await desk.hears(PERSON, "Stopped.")
        await desk.passes(seconds=10)
        await desk.hears(DELHI, "⚙️ /cancel")
        assert (await desk.ticket(number)).is_owned
        desk.api.say(PERSON, "how many courses are mandatory?")
        await desk.passes(seconds=10)
        assert desk.heard(PERSON) == []  # still the helper's to answer
        await desk.hears(DELHI, "how many courses are mandatory?")

    play(script, tmp_path)


def test_the_card_itself_says_that_it_is_taken(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        number = await desk.opens()
        card = await desk.hears(DELHI, "New request")
        asha = desk.member(ASHA)
        asha.tap(data_of(card, "claim."), card.message_id)
        changed = await desk.hears(DELHI, "is taken")
        assert (changed.method, changed.message_id) == ("editMessageText", card.message_id)
        assert "• Problem: My tick is grey" in changed.text
        assert "Take it" not in labels(changed) and "Close" in labels(changed)
        asha.reply(card.message_id, "Which office are you in?")
        await desk.hears(PERSON, "Which office are you in?")
        await desk.settled()
        cards = [sent for sent in desk.api.sent_to(DELHI) if "• Problem" in sent.text and sent.method == "sendMessage"]
        assert [one.text for one in cards] == [card.text]
        assert str(number) in card.text

    play(script, tmp_path)


def test_a_reply_that_claims_changes_the_card_too(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        await desk.opens()
        card = await desk.hears(DELHI, "New request")
        desk.member(ASHA).reply(card.message_id, "Which office are you in?")
        changed = await desk.hears(DELHI, "is taken")
        assert (changed.method, changed.message_id) == ("editMessageText", card.message_id)

    play(script, tmp_path)


def test_more_than_a_pop_up_holds_goes_to_the_private_chat(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk, identity="Ravi Kumar 10012345 ravi@example.com 9876543210")
        for place in range(6):
            desk.api.say(PERSON, f"my other number is 98765432{place}1 and my other mail ravi.kumar{place}@example.com")
        await desk.passes(seconds=10)
        asha.tap(data_of(card, "unmask."), card.message_id)
        shown = await desk.popup(ASHA, "private chat")
        assert len(shown) <= 200 and "10012345" in shown
        private = await desk.hears(ASHA, f"Hidden parts of request {number}")
        assert not [place for place in range(6) if f"98765432{place}1" not in private.text]
        await desk.settled()
        for chat in (DELHI, BALU, PERSON):
            assert "ravi.kumar" not in "".join(sent.text for sent in desk.api.sent_to(chat))
        seen = [(one.audit.actor, one.audit.details) for one in await desk.audits() if one.audit.action == "unmask"]
        assert seen == [("member:2", "7 texts, in private, too")]

    play(script, tmp_path)


def test_a_note_is_for_colleagues_only(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        desk.member(BALU).reply(card.message_id, "// ask the MDO first")
        asha.reply(card.message_id, "//done")
        asha.reply(card.message_id, "It is approved")
        await desk.hears(PERSON, "It is approved")
        assert "MDO" not in "".join(sent.text for sent in desk.api.sent_to(PERSON))
        notes = [entry.text for entry in await desk.entries(number) if entry.by == "note"]
        assert notes == ["ask the MDO first", "done"]

    play(script, tmp_path)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_ready_answer_is_in_the_persons_language(tmp_path: Path, language: str) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        desk.api.say(PERSON, "Delhi circle")
        await desk.settled()
        desk.api.tap(PERSON, f"0:l:{language}", desk.api.sent_to(PERSON)[-1].message_id)
        await desk.settled()
        desk.api.say(PERSON, "/human")
        await desk.settled()
        for _ in range(2):
            desk.api.tap(PERSON, next(d for _, d in desk.api.sent_to(PERSON)[-1].buttons() if d.endswith("e:skip")))
            await desk.settled()
        card = await desk.hears(DELHI, "New request")
        asha = desk.member(ASHA)
        await desk.claims(asha, card)
        asha.tap(f"0:z:canned.{number_of(card)}", desk.api.sent_to(DELHI)[-1].message_id)
        choices = await desk.hears(DELHI, "Which answer")
        assert "Ask for a picture" in labels(choices)
        asha.tap(data_of(choices, f"say.{number_of(card)}.screenshot"), choices.message_id)
        await desk.hears(PERSON, {"en": "Please send a screenshot", "hi": "screenshot भेजिए"}[language])

    play(script, tmp_path)


# -- handing over, leaving ---------------------------------------------------------------------------------------------


def test_another_circle_takes_over_with_everything_told(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        desk.member(CHARU, PUNJAB)
        await desk.joins(CHARU, "punjab")
        await desk.joins(CHARU + 1, "bihar", Role.CELL)  # answers nobody: not offered
        await desk.links(PUNJAB, "punjab")
        desk.api.say(PERSON, "I work in Amritsar now")
        await desk.passes(seconds=10)
        asha.reply(card.message_id, "Then Punjab helps you")
        asha.tap(data_of(card, "hand."), card.message_id)
        where = await desk.hears(DELHI, "Where shall request")
        assert labels(where) == ["Training Division", "Punjab"]
        asha.tap(data_of(where, "to."), where.message_id)  # the first: centrally
        await desk.hears(PERSON, "goes to the central helpdesk")
        admin = desk.member(ADMIN)
        admin.tap(f"0:z:to.{number}.punjab", where.message_id)
        await desk.hears(PERSON, "goes to the helpdesk of Punjab")
        await desk.hears(DELHI, f"Request {number} now goes to the helpdesk of Punjab")
        there = await desk.hears(PUNJAB, f"Request {number} now waits for")
        assert "• Person: I work in Amritsar now" in there.text
        assert "• Helper: Then Punjab helps you" in there.text
        asha.reply(card.message_id, "One more thing")
        await desk.hears(ASHA, "belongs to another circle")
        await desk.claims(desk.member(CHARU, PUNJAB), there)
        await desk.hears(PERSON, "answered here by the helpdesk of Punjab")
        assert "One more thing" not in "".join(sent.text for sent in desk.api.sent_to(PERSON))
        assert (await desk.ticket(number)).circle == "punjab"

    play(script, tmp_path)


def test_a_request_handed_to_the_centre_waits_there(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        await desk.links(CENTRAL, None)
        asha.tap(data_of(card, "hand."), card.message_id)
        where = await desk.hears(DELHI, "Where shall request")
        asha.tap(data_of(where, "to."), where.message_id)
        await desk.hears(PERSON, "goes to the central helpdesk, with everything told so far")
        there = await desk.hears(CENTRAL, f"Request {number} now waits")
        desk.api.say(PERSON, "/human")
        await desk.hears(PERSON, "The next step is with the central helpdesk")
        await desk.claims(desk.member(ADMIN, CENTRAL), there)
        assert (await desk.ticket(number)).level is Level.CENTRAL

    play(script, tmp_path)


def test_who_is_revoked_gives_the_request_back(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        await desk.run.app.store.revoke(2, "command line", desk.clock.seconds())
        await desk.settled()
        await desk.hears(PERSON, "back in the queue")
        again = await desk.hears(DELHI, "Back in the queue")
        asha.reply(card.message_id, "still me")
        await desk.hears(ASHA, "Only members of the helpdesk")
        await desk.claims(desk.member(BALU), again)
        ticket = await desk.ticket(number)
        assert (ticket.state, ticket.claimed_by) == (State.CLAIMED, 3)
        assert "still me" not in "".join(sent.text for sent in desk.api.sent_to(PERSON))

    play(script, tmp_path)


# -- what is masked, what is kept --------------------------------------------------------------------------------------


def test_details_are_masked_and_shown_to_who_taps_alone(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk, identity="Ravi 10012345 ravi@example.com")
        desk.api.say(PERSON, "call me on 9876543210")
        await desk.passes(seconds=10)
        passed = "\n".join(sent.text for sent in desk.api.sent_to(DELHI))
        assert not [word for word in ("10012345", "ravi@", "9876543210") if word in passed]
        asha.tap(data_of(card, "unmask."), card.message_id)
        shown = await desk.popup(ASHA, "ravi@example.com")
        assert "9876543210" in shown
        assert "ravi@" not in "".join(sent.text for sent in desk.api.sent_to(DELHI))
        assert ("member:2", "unmask") in await desk.did(number)

    play(script, tmp_path)
    with sqlite3.connect(tmp_path / "chat.db") as kept:
        assert "ravi@" not in str(kept.execute("SELECT * FROM audit").fetchall())
        for change in ("UPDATE audit SET actor = 'x'", "DELETE FROM audit"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                kept.execute(change)
