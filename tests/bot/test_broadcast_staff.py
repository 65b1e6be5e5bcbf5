"""A cell's broadcast from the first button to the certificate, in private chats of the strict fake Bot API."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bot.clock import IST
from bot.content import SHIPPED
from handlers.facts import Claim, Claims, Facts, State
from handlers.ticket import Role
from tests.bot.casting import PERSON, SENDER, peopled, tally
from tests.bot.handing import Desk, data_of, labels, number_of
from tests.bot.ways import column
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.fake_bot_api.model import Sent
from tests.running import StandingClock, running, settings
from tests.store.backings import KEY

SIX = ("kym", "dakshta", "dcc", "conduct", "gender", "soft_skills")
_SIX = json.dumps(SIX)
FINISHED = {key: Claims(reported=Claim(State.COMPLETED, 1, date(2026, 1, 9))) for key in SIX}
#: Ten people of Delhi: seven are behind and can be written to.
PEOPLE = [
    *[PERSON] * 4,
    replace(PERSON, told_circle="delhi", reported_circle=None),
    replace(PERSON, is_opted_out=True),
    replace(PERSON, has_channel=False),
    replace(PERSON, progress=FINISHED),
    replace(PERSON, reported_circle="punjab"),
    replace(PERSON, is_blocked=True),
]
BOSS = 900_002
TUESDAY = datetime(2026, 2, 10, 11, 0, tzinfo=IST)
AUDITS = "SELECT actor || ' ' || action || ' ' || details FROM audit WHERE action LIKE 'broadcast %' ORDER BY id"
Play = Callable[[Desk], Awaitable[None]]


@contextlib.asynccontextmanager
async def casting(folder: Path, people: list[Facts], over: str = "", role: Role = Role.CELL) -> AsyncIterator[Desk]:
    """The running assistant with people, a member of Delhi's cell, and an administrator of Delhi; `over`: changed
    limits."""
    chat = await peopled(folder, people)
    chat.rows("UPDATE member SET role = ?", role.value)
    chat.rows("INSERT INTO person (id, language, created_at) VALUES (?, 'hi', 0)", BOSS)
    chat.rows("INSERT INTO address SELECT ?1, channel, bot_id, ?1, ?1, 1 FROM address WHERE id = ?2", BOSS, SENDER)
    chat.rows("INSERT INTO member VALUES (2, ?1, ?1, 'administrator', 'delhi', 'hi', 0, 'test', NULL)", BOSS)
    clock, more = StandingClock(TUESDAY), dict[str, Any]()
    if over:
        content = folder / "over"
        content.mkdir()
        shipped = (SHIPPED / "broadcast.yaml").read_text(encoding="utf-8")
        (content / "broadcast.yaml").write_text(shipped.replace("approve_above: 5000", over), encoding="utf-8")
        more["content_dir"] = content
    async with FakeBotApi(token=TOKEN) as api:
        for number in (*range(1, len(people) + 1), SENDER, BOSS):
            api.add_chat(number)
        made = settings(folder, api, data_key=KEY.decode(), telegram_bulk_rate=1000, **more)
        async with running(made, clock=clock) as run:
            yield Desk(api, run, clock)
        assert api.violations == []


def play(folder: Path, script: Play, people: list[Facts] | None = None, **more: object) -> None:
    async def talk() -> None:
        async with casting(folder, people or PEOPLE, **more) as desk:  # type: ignore[arg-type]
            await script(desk)

    asyncio.run(asyncio.wait_for(talk(), 60))


async def tap(desk: Desk, sent: Sent, what: str, chat: int = SENDER) -> None:
    desk.api.tap(chat, data_of(sent, f"i:{what}"), sent.message_id)


async def chosen(desk: Desk) -> Sent:
    """ "Who have not met Phase 1", by buttons; what it says then."""
    desk.api.say(SENDER, "/broadcast")
    await tap(desk, await desk.hears(SENDER, "no broadcast yet"), "new")
    await tap(desk, await desk.hears(SENDER, "Who should get it?"), "field.unmet")
    await tap(desk, await desk.hears(SENDER, "Which?"), "value.unmet.phase1")
    return await desk.hears(SENDER, "Audience:")


async def written(desk: Desk, english: str = "Hello {designation}", hindi: str = "नमस्ते") -> Sent:
    """The preview of a draft with both texts."""
    await tap(desk, await chosen(desk), "write")
    await desk.hears(SENDER, "in English")
    desk.api.say(SENDER, english)
    await desk.hears(SENDER, "in Hindi")
    desk.api.say(SENDER, hindi)
    return await desk.hears(SENDER, "Audience:", 10)


async def ready_to_send(desk: Desk, preview: Sent) -> Sent:
    await tap(desk, preview, "test")
    return await desk.hears(SENDER, "It can be sent now")


def newest(folder: Path) -> int:
    """The number of the newest broadcast: those of reminders are counted together with them."""
    (number,) = column(folder, "SELECT max(id) FROM broadcast")
    return int(str(number))


def test_from_the_first_button_to_the_certificate(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        audience = await chosen(desk)
        assert "who have not met Phase 1" in audience.text
        assert "Typed: unmet phase1" in audience.text
        assert "8 people, reached now: 5" in audience.text
        desk.seen.clear()
        desk.catch_up(SENDER)
        await tap(desk, audience, "write")
        await desk.hears(SENDER, "in English")
        desk.api.say(SENDER, "Hello *{designation}* of {circle} <b>")
        await desk.hears(SENDER, "in Hindi")
        desk.api.say(SENDER, "नमस्ते {left}/{total}")
        preview = await desk.hears(SENDER, "Audience:")
        assert "never opened the chat: 1" in preview.text
        assert "want no messages: 1" in preview.text
        assert "blocked the bot: 1" in preview.text
        assert "Send" not in labels(preview)
        ready = await ready_to_send(desk, preview)
        assert "Send" in labels(ready)
        await tap(desk, ready, "send")
        await desk.hears(SENDER, "is confirmed")
        await desk.hears(SENDER, "what became of it", 20)
        (sent,) = desk.api.sent_to(1)
        assert "iGOT Cell, Delhi Postal Circle" in sent.text
        assert "Hello Multi Tasking Staff" in sent.text.replace("-", " ")
        assert "of Delhi Postal Circle <b>" in sent.text
        assert [len(desk.api.sent_to(number)) for number in range(1, 11)] == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]

    play(tmp_path, script)
    found = tally(tmp_path, newest(tmp_path))
    assert found.is_complete
    assert {part: found.times(part) for part in ("sent", "opted_out", "no_channel", "blocked")} == {
        "sent": 5, "opted_out": 1, "no_channel": 1, "blocked": 1
    }  # fmt: skip
    number = newest(tmp_path)
    assert column(tmp_path, AUDITS) == [
        "member:1 broadcast preview unmet phase1: 8 people",
        "member:1 broadcast test 2 messages to oneself",
        f"member:1 broadcast confirm {number} unmet phase1: 8 people, 5 reachable",
        f"clock broadcast send {number} 8 people",
        f"clock broadcast end {number} 8 people: sent 5, blocked 1, no_channel 1, opted_out 1",
    ]


def test_who_finished_opted_out_or_moved_meanwhile_is_dropped_with_the_reason(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        ready = await ready_to_send(desk, await written(desk))
        await tap(desk, ready, "preview")
        await tap(desk, await desk.hears(SENDER, "Audience:"), "when")
        await tap(desk, await desk.hears(SENDER, "When?"), "at.hour")
        await tap(desk, await desk.hears(SENDER, "It goes at 10-02-2026 12:00"), "send")
        await desk.hears(SENDER, "confirmed")
        await desk.hears(SENDER, ": confirmed", 10)
        chat = tmp_path / "chat.db"
        for statement in (
            "INSERT INTO claim (person_id, year, course, source, state, at) "
            "SELECT 1, '2025-26', value, 'report', 'completed', 9 "
            f"FROM json_each('{_SIX}')",
            "UPDATE person SET messages_off = 1 WHERE id = 2",
            "UPDATE roster SET circle = 'punjab' WHERE person_id = 3",
            "UPDATE roster SET has_left = 1 WHERE person_id = 4",
        ):
            _change(chat, statement)
        assert not desk.api.sent_to(5)
        desk.clock.move(hours=1)
        desk.run.app.casting.look()
        await desk.hears(SENDER, "what became of it", 20)
        assert [len(desk.api.sent_to(number)) for number in range(1, 6)] == [0, 0, 0, 0, 1]

    play(tmp_path, script)
    found = tally(tmp_path, newest(tmp_path))
    assert found.is_complete
    assert dict(found.dropped) == {"finished": 1, "opted_out": 1, "moved": 1, "left": 1}


def _change(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path, timeout=10)
    with connection:
        connection.execute(statement)
    connection.close()


def test_before_it_begins_it_can_be_changed(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        ready = await ready_to_send(desk, await written(desk))
        await tap(desk, ready, "preview")
        await tap(desk, await desk.hears(SENDER, "Audience:"), "when")
        await desk.hears(SENDER, "When?")
        desk.api.say(SENDER, "09-02-2026 10:00")
        await desk.hears(SENDER, "it must lie ahead")
        desk.api.say(SENDER, "2026-02-11 10:00")
        await tap(desk, await desk.hears(SENDER, "It goes at 11-02-2026 10:00"), "send")
        await desk.hears(SENDER, "is confirmed")
        await tap(desk, await desk.hears(SENDER, ": confirmed", 10), "edit")
        changed = await desk.hears(SENDER, "Audience:")
        await desk.hears(SENDER, "what became of it", 20)
        await tap(desk, changed, "preview")
        preview = await desk.hears(SENDER, "It goes at 11-02-2026 10:00")
        assert "Send" not in labels(preview)  # it must be tested again
        assert not desk.api.sent_to(1)

    play(tmp_path, script)
    assert tally(tmp_path, newest(tmp_path)).times("cancelled") == 5
    assert f"member:1 broadcast edit {newest(tmp_path)} 8 people" in column(tmp_path, AUDITS)


def test_above_the_limit_somebody_else_must_agree(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        ready = await ready_to_send(desk, await written(desk))
        await tap(desk, ready, "send")
        await desk.hears(SENDER, "waits for somebody to agree")
        asked = await desk.hears(BOSS, "बहुत लोगों को")
        own = await desk.hears(SENDER, ": waits", 10)
        desk.api.tap(SENDER, data_of(asked, "i:approve"), own.message_id)
        await desk.hears(SENDER, "somebody else must agree")
        assert not desk.api.sent_to(1)
        await tap(desk, asked, "approve", BOSS)
        await desk.hears(SENDER, "agreed")
        await desk.hears(SENDER, "what became of it", 20)
        assert len(desk.api.sent_to(1)) == 1

    play(tmp_path, script, over="approve_above: 3")


def test_faults_and_foreign_links_stand_in_the_way(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        preview = await written(desk, "Dear {name}, see bit.ly/x in {office}", "x" * 4090)
        assert "I know no placeholder {name}" in preview.text
        assert "of 4,096 characters" in preview.text
        assert "{office} is not known of 5" in preview.text
        assert "bit.ly" in preview.text
        assert "Send" not in labels(preview)

    play(tmp_path, script)


def test_a_link_to_another_host_needs_an_administrator(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        ready = await ready_to_send(desk, await written(desk, "See https://example.com/x", "https://example.com"))
        await tap(desk, ready, "send")
        asked = await desk.hears(BOSS, "दूसरी जगह")
        await tap(desk, asked, "refuse", BOSS)
        await desk.hears(SENDER, "not agreed")
        await desk.hears(SENDER, "what became of it", 20)
        assert not desk.api.sent_to(1)

    play(tmp_path, script)
    found = tally(tmp_path, newest(tmp_path))
    assert (found.times("cancelled"), found.is_complete) == (5, True)


def test_the_same_again_is_told_and_one_a_day_is_enough(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await tap(desk, await ready_to_send(desk, await written(desk)), "send")
        await desk.hears(SENDER, "what became of it", 20)
        desk.api.say(SENDER, "/broadcast")
        await tap(desk, await desk.hears(SENDER, "newest broadcasts"), "new")
        await desk.hears(SENDER, "Who should get it?")
        desk.api.say(SENDER, "unmet phase1")
        audience = await desk.hears(SENDER, "Audience:")
        assert "reached now: 0" in audience.text
        desk.clock.move(hours=14)
        await tap(desk, audience, "write")
        await desk.hears(SENDER, "in English")
        desk.api.say(SENDER, "Hello {designation}")
        await desk.hears(SENDER, "in Hindi")
        desk.api.say(SENDER, "नमस्ते")
        preview = await desk.hears(SENDER, "Audience:")
        assert "had a broadcast today" not in preview.text
        await tap(desk, await ready_to_send(desk, preview), "send")
        warned = await desk.hears(SENDER, "went out as broadcast")
        await tap(desk, warned, "anyway")
        await desk.hears(SENDER, "is confirmed")
        await desk.hears(SENDER, "what became of it", 20)
        assert len(desk.api.sent_to(1)) == 2

    play(tmp_path, script)


def test_failed_ones_are_tried_again_and_the_list_is_sent(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        desk.api.script("400", chat_id=2)
        await tap(desk, await ready_to_send(desk, await written(desk)), "send")
        ended = await desk.hears(SENDER, "what became of it", 20)
        assert "failed: 1" in ended.text
        await tap(desk, ended, "list")
        listed = await desk.hears(SENDER, ".csv. It contains")
        assert "failed" in listed.params["document"].data.decode("utf-8-sig")
        await tap(desk, ended, "retry")
        await desk.hears(SENDER, "1 message that failed is tried again")
        await desk.hears(SENDER, "what became of it", 20)
        assert [len(desk.api.sent_to(number)) for number in range(1, 6)] == [1] * 5

    play(tmp_path, script)
    number = newest(tmp_path)
    assert tally(tmp_path, number).times("sent") == 5
    assert column(tmp_path, AUDITS)[4:] == [
        f"clock broadcast end {number} 8 people: sent 4, failed 1, blocked 1, no_channel 1, opted_out 1",
        f"member:1 broadcast export {number} 8 people",
        f"member:1 broadcast retry {number} 1 people",
        f"clock broadcast end {number} 8 people: sent 5, blocked 1, no_channel 1, opted_out 1",
    ]


def test_a_broadcast_is_paused_goes_on_and_is_cancelled(tmp_path: Path) -> None:
    people = [PERSON] * 300

    async def script(desk: Desk) -> None:
        await tap(desk, await ready_to_send(desk, await written(desk)), "send")
        await desk.hears(SENDER, "confirmed")
        shown = await desk.hears(SENDER, "is being sent", 10)
        number = number_of(shown)
        await tap(desk, shown, "pause")
        await desk.hears(SENDER, "paused")
        await desk.settled()
        before = len([call for call in desk.api.sent if call.chat_id <= 300])
        desk.run.app.casting.look()
        await desk.settled()
        assert len([call for call in desk.api.sent if call.chat_id <= 300]) == before
        if before < 300:
            desk.api.tap(SENDER, f"0:i:resume.{number}", shown.message_id)
            await desk.hears(SENDER, "goes on")
            desk.api.tap(SENDER, f"0:i:cancel.{number}", shown.message_id)
            await desk.hears(SENDER, "cancelled")
        await desk.hears(SENDER, "what became of it", 20)

    play(tmp_path, script, people)
    found = tally(tmp_path, newest(tmp_path))
    assert found.is_complete
    assert found.times("sent") + found.times("cancelled") == 300


def test_a_helper_and_others_get_no_hint_of_it(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        for command in ("/broadcast", "/audience all"):
            desk.api.say(SENDER, command)
            await desk.hears(SENDER, "do not know this command")

    play(tmp_path, script, role=Role.HELPDESK)


def test_a_list_of_ids_is_an_audience(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        desk.api.say(SENDER, "/broadcast")
        await tap(desk, await desk.hears(SENDER, "no broadcast yet"), "new")
        await tap(desk, await desk.hears(SENDER, "Who should get it?"), "paste")
        await desk.hears(SENDER, "one a line")
        desk.api.say(SENDER, "E1\nE3\nE9\nnobody")
        await tap(desk, await desk.hears(SENDER, "lines: 4"), "look")
        audience = await desk.hears(SENDER, "Audience:")
        assert "2 people, reached now: 2" in audience.text  # E9 is of another circle
        assert "Typed: list 1" in audience.text

    people = [replace(one, key=f"E{number}") for number, one in enumerate(PEOPLE, start=1)]
    play(tmp_path, script, people)
