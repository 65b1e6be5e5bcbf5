"""Staff groups that change under the desk, over HTTP: moved to another chat id, left, linked again, busy."""

from __future__ import annotations

from pathlib import Path

import pytest

import knowledge
from bot.settings import Settings
from handlers.ticket import Role
from tests.bot.handing import (
    ADMIN,
    ASHA,
    CENTRAL,
    DELHI,
    PERSON,
    Desk,
    claimed,
    data_of,
    from_delhi,
    labels,
    play,
    staffed,
)
from tests.fake_bot_api import FakeBotApi
from tests.running import settings

SUPER = -1_000_000_000_500
#: So few posts a minute that the platform's own limit of a group is not reached.
POSTS = 6
DESK = Path(knowledge.__file__).parent / "content" / "desk.yaml"


def with_few_posts(folder: Path, api: FakeBotApi) -> Settings:
    content = folder / "content"
    content.mkdir()
    before, after = "posts_a_minute: 20", f"posts_a_minute: {POSTS}"
    shipped = DESK.read_text(encoding="utf-8")
    assert before in shipped
    (content / "desk.yaml").write_text(shipped.replace(before, after), encoding="utf-8")
    return settings(folder, api, content_dir=content)


@pytest.mark.parametrize("is_announced", [True, False], ids=["by an update", "by a refusal"])
def test_a_group_becomes_a_supergroup(tmp_path: Path, is_announced: bool) -> None:
    async def script(desk: Desk) -> None:
        number, _, asha = await claimed(desk)
        await from_delhi(desk, PERSON + 1)
        other = await desk.opens(PERSON + 1)
        waiting = await desk.hears(DELHI, "New request")
        assert number != other
        desk.api.migrate(DELHI, SUPER, announce=is_announced)
        desk.api.say(PERSON, "Is anybody there?")
        await desk.passes(seconds=10)
        passed = [sent for sent in desk.api.sent_to(SUPER) if "Is anybody there?" in sent.text]
        assert passed
        shown = next(sent for sent in desk.api.sent_to(SUPER) if f"Request {number} for" in sent.text)
        assert "is taken" in shown.text
        asha.reply(shown.message_id, "I am here")
        await desk.hears(PERSON, "I am here")
        again = await desk.hears(SUPER, f"request {other}")
        asha.tap(data_of(again, "claim."), again.message_id)
        await desk.hears(PERSON + 1, "is now answered here")
        assert [desk.api.sent_to(DELHI)[-1].message_id] == [waiting.message_id]  # nothing more went to the old chat
        assert desk.heard(PERSON) == []
        assert len([sent for sent in desk.api.sent_to(PERSON) if "I am here" in sent.text]) == 1

    assert play(script, tmp_path)["tickets claimed"] == 2


@pytest.mark.parametrize("is_announced", [True, False], ids=["by an update", "by a refusal"])
def test_the_bot_is_removed_and_comes_back(tmp_path: Path, is_announced: bool) -> None:
    async def script(desk: Desk) -> None:
        number, _, _ = await claimed(desk)
        await from_delhi(desk, PERSON + 1)
        other = await desk.opens(PERSON + 1)
        await desk.hears(DELHI, "New request")
        desk.api.block(DELHI, announce=is_announced)
        desk.api.say(PERSON, "Is anybody there?")
        await desk.passes(seconds=10)
        mine = await desk.hears(ASHA, f"equest {number}")  # who has it goes on in private
        assert "Is anybody there?" in mine.text + "".join(desk.heard(ASHA))
        desk.api.say(ASHA, "I am here", reply_to=mine.message_id)
        await desk.hears(PERSON, "I am here")
        assert any(f"request {other}" in text for text in [*desk.heard(ASHA), *map(str, desk.api.sent_to(ASHA))])
        desk.api.unblock(DELHI)
        await desk.settled()
        await desk.links(DELHI, "delhi")
        shown = await desk.hears(DELHI, f"New request {other}")
        await desk.claims(desk.member(ASHA), shown)
        await desk.hears(PERSON + 1, "is now answered here")

    assert play(script, tmp_path)["tickets claimed"] == 2


def test_a_group_that_is_left_while_the_central_one_stays(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(ADMIN, None, Role.ADMINISTRATOR)
        await desk.links(CENTRAL, None)
        await from_delhi(desk)
        number = await desk.opens()
        await desk.hears(CENTRAL, "New request")
        desk.api.block(CENTRAL)
        await desk.settled()
        await desk.hears(ADMIN, f"request {number}")
        desk.api.unblock(CENTRAL)
        await desk.links(CENTRAL, None)
        await desk.claims(desk.member(ADMIN, CENTRAL), await desk.hears(CENTRAL, f"New request {number}"))

    play(script, tmp_path)


def test_a_busy_group_gets_a_summary_and_the_queue(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        crowd = range(100, 100 + POSTS + 2)
        for person in crowd:
            await from_delhi(desk, person)
        for person in crowd:
            await desk.opens(person)
        await desk.settled()
        posts = desk.heard(DELHI)
        assert any("new requests wait" in text or "One new request waits" in text for text in posts)
        assert len(posts) <= POSTS
        summary = [sent for sent in desk.api.sent_to(DELHI) if labels(sent) == ["Show the queue"]][-1]
        asha = desk.member(ASHA)
        desk.catch_up(DELHI)
        asha.tap(data_of(summary, "queue"), summary.message_id)
        queue = await desk.hears(DELHI, f"{len(crowd)} requests wait:")
        first = data_of(queue, "claim.")
        asha.tap(first, queue.message_id)
        await desk.popup(ASHA, "is yours")
        asha.write("/queue")
        await desk.hears(DELHI, f"{len(crowd) - 1} requests wait:")
        hidden = next(person for person in reversed(crowd))
        await desk.passes(minutes=2)
        desk.api.say(hidden, "are you there?")
        await desk.passes(seconds=10)
        passed = await desk.hears(DELHI, "are you there?")
        asha.reply(passed.message_id, "yes")
        await desk.hears(hidden, "yes")

    play(script, tmp_path, with_few_posts)


def test_the_platforms_own_limit_only_delays(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        desk.api.script("429", chat_id=DELHI, retry_after=1)
        desk.api.say(PERSON, "first")
        await desk.passes(seconds=10)
        desk.api.say(PERSON, "second")
        await desk.passes(seconds=10)
        asha.reply(card.message_id, "not held up")
        await desk.hears(PERSON, "not held up")
        await desk.hears(DELHI, "first")
        await desk.hears(DELHI, "second")
        assert number

    play(script, tmp_path, allowed=frozenset({429}))


def test_a_group_is_linked_once_and_by_an_administrator_only(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(ADMIN, "delhi", Role.ADMINISTRATOR)
        await desk.joins(ASHA, "delhi")
        code = await desk.code("group", None, "delhi")
        desk.member(ASHA).write(f"/link {code}")
        await desk.hears(DELHI, "Only an administrator of this circle")
        desk.member(ADMIN).write(f"/link {code}")
        await desk.hears(DELHI, "This group is now")
        desk.member(ADMIN).write(f"/link {code}")
        await desk.hears(DELHI, "This code is not valid")
        central = await desk.code("group", None, None)
        desk.member(ADMIN, CENTRAL).write(f"/link {central}")
        await desk.hears(CENTRAL, "Only an administrator")
        role = await desk.code("role", Role.ADMINISTRATOR, None)
        desk.member(99).write(f"/start inv-{role}")
        await desk.hears(DELHI, "This code is for a person")
        desk.api.say(99, f"/start inv-{code}")
        await desk.hears(99, "This code is not valid")
        late = await desk.code("role", Role.HELPDESK, "delhi")
        await desk.passes(days=1, seconds=1)
        desk.api.say(99, f"/start inv-{late}")
        await desk.hears(99, "This code is not valid")

    play(script, tmp_path)


def test_a_group_speaks_the_language_of_who_linked_it(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(ADMIN, None, Role.ADMINISTRATOR)
        desk.api.say(ADMIN, "/start")
        await desk.settled()
        desk.api.tap(ADMIN, "0:l:hi", desk.api.sent_to(ADMIN)[-1].message_id)
        await desk.settled()
        code = await desk.code("group", None, None)
        desk.member(ADMIN, CENTRAL).write(f"/link {code}")
        await desk.hears(CENTRAL, "यह समूह अब केंद्रीय हेल्पडेस्क है")
        await desk.opens()
        await desk.hears(CENTRAL, "नया अनुरोध")

    play(script, tmp_path)
