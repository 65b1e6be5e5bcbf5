"""Broadcasts at the desk page over real HTTP, and the commands."""

from __future__ import annotations

import asyncio
import csv
import io
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bot.box import Keys
from handlers.ticket import Role
from tests.bot.browsing import play
from tests.bot.casting import PERSON, cast, confirmed, peopled
from tests.bot.desking import Helper, browser_at_desk, helper_of, words_of
from tests.bot.ways import column, run_process
from tests.running import Running
from tests.store.backings import KEY


async def does(helper: Helper, **body: str) -> list[Any]:
    status, answer = await helper.call("cell", body)
    assert status == 200, answer
    return list(answer["said"])


async def saved(helper: Helper, said: Any) -> list[list[str]]:
    """The lines of a list that was made."""
    async with helper.http.get(helper.run.url + said["file"]["url"]) as answer:
        return list(csv.reader(io.StringIO((await answer.read()).decode("utf-8-sig"))))


def action(said: Any, what: str) -> str:
    return next(str(one["action"]) for one in said["choices"] if f":i:{what}" in one["action"])


def test_a_broadcast_is_written_and_sent_at_the_page(tmp_path: Path) -> None:
    chat = asyncio.run(peopled(tmp_path, [PERSON, PERSON, replace(PERSON, has_channel=False)]))
    keys = Keys(KEY)
    boxes = keys.seal("name", "Asha Devi"), keys.seal("mobile", "9876543210")
    chat.rows("UPDATE roster SET name_box = ?, mobile_box = ?", *boxes)

    async def script(run: Running) -> None:
        async with helper_of(run, "delhi", Role.CELL) as helper:
            (listed,) = await does(helper, text="/broadcast")
            assert "Who should get it?" in words_of((await does(helper, action=action(listed, "new")))[0])
            (audience,) = await does(helper, text="circle delhi and unmet phase1")
            assert "3 people" in words_of(audience)
            await does(helper, action=action(audience, "write"))
            await does(helper, text="Hello")
            *_, preview = await does(helper, text="नमस्ते")
            shown, _, ready = await does(helper, action=action(preview, "test"))
            assert "Hello" in words_of(shown)
            (file,) = await does(helper, action=action(preview, "missed"))
            header, only = await saved(helper, file)
            assert header == ["Name", "Mobile", "Employee ID", "Circle", "Division", "Office", "Designation",
                              "What became of it", "Reason", "At", "Exported by", "Exported on"]  # fmt: skip
            assert only[:2] == ["Asha Devi", "9876543210"]
            assert only[3] == "Delhi Postal Circle" and only[7:11] == ["never opened the chat", "", "", "member:2"]
            status, answer = await helper.call("cell?language=hi", {"action": action(preview, "missed")})
            header, only = await saved(helper, answer["said"][0])
            assert (status, header[:2], only[3]) == (200, ["नाम", "मोबाइल"], "दिल्ली डाक सर्किल")
            (done,) = await does(helper, action=action(ready, "send"))
            assert "is confirmed" in words_of(done)
            _, state = await helper.get("cell")
            assert len(state["broadcasts"]) == 1
            async with browser_at_desk(run) as stranger:
                assert (await stranger.get("cell"))[0] == 401
                assert (await stranger.get(file["file"]["url"].removeprefix("/desk/")))[0] == 401
        async with helper_of(run, "delhi") as other:  # of the helpdesk
            assert (await other.get("cell"))[0] == 403
            assert (await other.call("cell", {"text": "/broadcast"}))[0] == 403
            for bad in ({}, {"text": ""}, {"action": "nonsense"}, b"[]", b"no JSON"):
                assert (await other.call("cell", bad))[0] == 400

    play(script, tmp_path, data_key=KEY.decode())
    exported = "SELECT details FROM audit WHERE action = 'broadcast export'"
    assert column(tmp_path, exported) == ["who would not get it, circle delhi and unmet phase1: 1 people"] * 2


def test_a_second_member_agrees_at_the_page(tmp_path: Path) -> None:
    async def prepare() -> None:
        chat = await peopled(tmp_path, [PERSON])
        store = chat.store()
        await store.open()
        await confirmed(store, cast(stage="approval", needs="second"))
        await confirmed(store, cast(circle="punjab"))
        await store.close()

    asyncio.run(prepare())

    async def script(run: Running) -> None:
        async with helper_of(run, "delhi", Role.ADMINISTRATOR) as helper:
            _, state = await helper.get("cell")
            (only,) = state["broadcasts"]
            assert only["stage"] == "approval"
            (said,) = await does(helper, action=action(only, "approve"))
            assert "agreed" in words_of(said)
            (gone,) = await does(helper, action="0:i:cancel.999")
            assert "no longer there" in words_of(gone)

    play(script, tmp_path)
    assert "broadcast approve" in column(tmp_path, "SELECT action FROM audit")
    assert column(tmp_path, "SELECT approved_by FROM broadcast WHERE circle = 'delhi'") == [2]


def test_the_commands_tell_what_became_of_a_broadcast_and_stop_all(tmp_path: Path) -> None:
    environment = {"DATABASE_URL": f"sqlite:///{tmp_path}/chat.db"}

    async def check() -> None:
        chat = await peopled(tmp_path, [replace(PERSON, key="E7")])
        (tmp_path / "ids.txt").write_text("E7\nE8\nnobody@example.com\n", encoding="utf-8")
        store = chat.store()
        await store.open()
        number = await confirmed(store, cast())
        await store.close()
        for arguments, code, words in (
            (("show", str(number)), 1, "not everybody is looked at"),
            (("show", "99"), 2, "there is no broadcast 99"),
            (("list",), 0, f"{number}: planned, delhi"),
            (("count", "circle Delhi and not linked"), 0, "in Delhi Postal Circle and not: who have opened this chat"),
            (("count", "circle nowhere"), 2, "no circle that I know"),
            (("upload", "ids.txt", "--circle", "Delhi"), 0, "list 1: 3 lines, 1 people found"),
            (("upload", "ids.txt"), 2, "either --circle or --central"),
            (("stop", "--circle", "Delhi circle"), 0, "stopped: delhi"),
            (("stop",), 0, "stopped: everywhere"),
            (("start",), 0, "still stopped: delhi"),
            (("start", "--circle", "Delhi"), 0, "may go: delhi"),
        ):
            status, said = await run_process(tmp_path, environment, "broadcast", *arguments)
            assert (status, words in said) == (code, True), (arguments, status, said)

    asyncio.run(asyncio.wait_for(check(), 120))
    actions = column(tmp_path, "SELECT action || ' ' || details FROM audit ORDER BY id")
    assert actions[:2] == [
        "broadcast count circle delhi and not linked yes: 0 people, all circles", "broadcast list 1 3 lines"
    ]  # fmt: skip
    assert actions[2:] == ["broadcast stop delhi", "broadcast stop all", "broadcast start all", "broadcast start delhi"]
