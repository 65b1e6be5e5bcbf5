"""Desks without a group, the desk page beside the groups, and helpers who ask for help, over HTTP."""

from __future__ import annotations

from pathlib import Path

from handlers.ticket import Role, State
from tests.bot.desking import helper_of
from tests.bot.handing import ADMIN, ASHA, BALU, CENTRAL, CHARU, DELHI, PERSON, Desk, data_of, from_delhi, play, staffed


def test_helpers_without_a_group_work_in_private(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        for user in (ASHA, BALU):
            await desk.joins(user, "delhi")
        await from_delhi(desk)
        number = await desk.opens()
        mine = await desk.hears(ASHA, "New request")
        his = await desk.hears(BALU, "New request")
        desk.api.tap(BALU, data_of(his, "claim."), his.message_id)
        await desk.hears(BALU, "is taken")
        await desk.hears(ASHA, f"Request {number} has been taken")
        desk.api.say(PERSON, "hello")
        await desk.passes(seconds=10)
        passed = await desk.hears(BALU, "hello")
        desk.api.say(BALU, "good morning", reply_to=passed.message_id)
        await desk.hears(PERSON, "good morning")
        desk.api.say(ASHA, "me too", reply_to=mine.message_id)
        await desk.hears(ASHA, "A colleague has taken")
        desk.api.say(ASHA, "/queue")
        await desk.hears(ASHA, "Nothing waits")
        assert "me too" not in "".join(desk.heard(PERSON))

    play(script, tmp_path)


def test_a_helper_at_the_page_and_one_in_the_group(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        async with helper_of(desk.run, "delhi") as page:
            number = await desk.opens()
            card = await desk.hears(DELHI, "New request")
            assert await page.act(number, "claim") == []
            await desk.hears(DELHI, f"Request {number} has been taken")
            await desk.hears(PERSON, "is now answered here")
            desk.member(ASHA).tap(data_of(card, "claim."), card.message_id)
            await desk.popup(ASHA, "A colleague has taken")
            await page.write(number, "from the page")
            await desk.hears(PERSON, "from the page")
            desk.api.say(PERSON, "thank you")
            await desk.passes(seconds=10)
            passed = "\n".join(desk.heard(DELHI))
            assert passed.index("• Helper: from the page") < passed.index("thank you")
            await page.act(number, "close")
            await desk.hears(DELHI, f"Request {number} is closed")
            await desk.hears(PERSON, "Is it solved?")

    assert play(script, tmp_path)["tickets closed"] == 1


def test_who_works_at_the_page_only_gets_no_message(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(ADMIN, None, Role.ADMINISTRATOR)
        await desk.links(CENTRAL, None)
        await from_delhi(desk)
        async with helper_of(desk.run, "delhi", Role.ADMINISTRATOR) as page:
            number = await desk.opens()
            await desk.passes(hours=2)
            await desk.hears(CENTRAL, f"Nobody has taken request {number}")  # there is no private chat to ask in
            assert [one["id"] for one in await page.tickets()] == [number]

    assert "outbox failed" not in play(script, tmp_path)


def test_the_card_is_moved_when_the_first_group_is_linked(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(ADMIN, None, Role.ADMINISTRATOR)
        desk.member(ASHA)
        await desk.joins(ASHA, "delhi")
        await from_delhi(desk)
        number = await desk.opens()
        await desk.hears(ASHA, "New request")
        await desk.links(DELHI, "delhi")
        card = await desk.hears(DELHI, f"New request {number}")
        await desk.claims(desk.member(ASHA), card)
        desk.api.say(PERSON, "hello")
        await desk.passes(seconds=10)
        await desk.hears(DELHI, "hello")

    play(script, tmp_path)


def test_a_helper_who_asks_for_help_answers_as_a_person(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await desk.joins(CHARU, "punjab")
        await from_delhi(desk, CHARU)
        number = await desk.opens(CHARU)
        card = await desk.hears(DELHI, "New request")
        desk.member(ASHA).reply(card.message_id, "Which post?")
        asked = await desk.hears(CHARU, "Which post?")
        desk.api.say(CHARU, "Postal Assistant", reply_to=asked.message_id)
        await desk.passes(seconds=10)
        await desk.hears(DELHI, "Postal Assistant")
        assert desk.heard(CHARU) == []
        assert [action for _, action in await desk.did(number)] == ["claim and answer"]
        assert (await desk.ticket(number)).state is State.CLAIMED

    play(script, tmp_path)


def test_what_comes_twice_is_done_once(tmp_path: Path) -> None:
    """The platform delivers an update again until it saw our answer."""

    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        number = await desk.opens()
        card = await desk.hears(DELHI, "New request")
        tapped = desk.member(ASHA).tap(data_of(card, "claim."), card.message_id)
        desk.api.push(tapped)
        wrote = desk.api.say(PERSON, "only once")
        desk.api.push(wrote)
        await desk.passes(seconds=10)
        desk.api.push(tapped)
        desk.api.push(wrote)
        await desk.passes(seconds=10)
        assert [action for _, action in await desk.did(number)] == ["claim"]
        assert len([text for text in desk.heard(PERSON) if "is now answered" in text]) == 1
        assert "\n".join(desk.heard(DELHI)).count("only once") == 1

    play(script, tmp_path)
