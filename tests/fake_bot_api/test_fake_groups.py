"""Groups of the fake: who sees what, answers, taps, files, moving and leaving."""

from __future__ import annotations

import pytest

from tests.fake_bot_api import FakeBotApi
from tests.fake_bot_api.testing import Caller, Json, run

GROUP, NEW_GROUP = -500, -1000000000500
BUTTON = {"inline_keyboard": [[{"text": "Take", "callback_data": "take"}]]}


async def seen(call: Caller) -> list[Json]:
    """All updates that wait, acknowledged."""
    _, body = await call("getUpdates")
    updates: list[Json] = body["result"]
    if updates:
        await call("getUpdates", offset=updates[-1]["update_id"] + 1)
    return updates


async def card(call: Caller, chat: int = GROUP) -> int:
    _, body = await call("sendMessage", chat_id=chat, text="card", reply_markup=BUTTON)
    return int(body["result"]["message_id"])


def test_the_bot_sees_commands_answers_to_itself_and_taps() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        staff, other = api.member(GROUP, 71), api.member(GROUP, 72)
        number = await card(call)
        said = staff.write("just talking")
        other.reply(said["message_id"], "among ourselves")
        staff.write("/link@fake_test_bot abc")
        answer = staff.reply(number, "to the bot")
        staff.edit(answer["message_id"], text="to the bot, better")
        staff.send("photo", to=number, caption="a picture")
        other.tap("take")
        updates = await seen(call)
        kinds = [next(name for name in update if name != "update_id") for update in updates]
        assert kinds == ["message", "message", "edited_message", "message", "callback_query"]
        assert updates[1]["message"]["reply_to_message"]["message_id"] == number
        assert updates[1]["message"]["from"]["id"] == 71
        assert updates[2]["edited_message"]["text"] == "to the bot, better"
        assert [size["width"] for size in updates[3]["message"]["photo"]] == [80, 800]
        assert updates[4]["callback_query"]["from"]["id"] == 72
        assert updates[4]["callback_query"]["message"]["message_id"] == number
        with pytest.raises(LookupError):
            other.edit(answer["message_id"], text="not mine")

    run(check)


def test_an_answer_never_holds_the_answer_before_it() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        staff = api.member(GROUP, 71)
        number = await card(call)
        reply = staff.reply(number, "one")
        _, body = await call(
            "sendMessage", chat_id=GROUP, text="two", reply_parameters={"message_id": reply["message_id"]}
        )
        assert body["result"]["reply_to_message"]["text"] == "one"
        last = staff.reply(body["result"]["message_id"], "three")
        assert "reply_to_message" not in last["reply_to_message"]

    run(check)


def test_popups_are_for_the_tapper_and_for_open_taps() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        staff = api.member(GROUP, 71)
        await card(call)
        query = staff.tap("take")["callback_query"]["id"]
        popup = {"callback_query_id": query, "show_alert": True}
        assert (await call("answerCallbackQuery", text="\U0001f600" * 101, **popup))[0] == 400
        assert (await call("answerCallbackQuery", text="x" * 200, **popup))[0] == 200
        assert api.popups_of(71) == ["x" * 200] and api.popups_of(72) == []
        assert (await call("answerCallbackQuery", text="again", **popup))[0] == 400
        late = staff.tap("take")["callback_query"]["id"]
        api.expire(late)
        assert (await call("answerCallbackQuery", callback_query_id=late))[0] == 400
        assert len(api.violations) == 3

    run(check)


def test_a_file_is_sent_as_the_kind_it_is() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        for kind, method in (("audio", "sendAudio"), ("video_note", "sendVideoNote"), ("animation", "sendAnimation")):
            file_id = api.add_file(b"data", kind)
            status, body = await call(method, chat_id=5, **{kind: file_id})
            assert status == 200 and body["result"][kind]["file_id"] == file_id
            assert (await call("sendDocument", chat_id=5, document=file_id))[0] == 400
        assert "document" in api.messages[(5, api.sent_to(5)[-1].message_id)]

    run(check)


def test_captions_are_edited_as_captions() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        _, body = await call("sendPhoto", chat_id=5, photo=api.add_file(b"x", "photo"), caption="one")
        edit = {"chat_id": 5, "message_id": body["result"]["message_id"]}
        status, answer = await call("editMessageText", text="two", **edit)
        assert status == 400 and "there is no text in the message" in answer["description"]
        assert (await call("editMessageCaption", caption="two", **edit))[1]["result"]["caption"] == "two"
        assert (await call("editMessageCaption", caption="two", **edit))[0] == 400
        edit["message_id"] = await card(call, 5)
        assert (await call("editMessageCaption", caption="two", **edit))[0] == 400

    run(check)


def test_a_moved_group_counts_its_messages_from_the_beginning() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        staff = api.member(GROUP, 71)
        for _ in range(3):
            number = await card(call)
        api.migrate(GROUP, NEW_GROUP)
        status, body = await call("sendMessage", chat_id=GROUP, text="x")
        assert (status, body["parameters"]) == (400, {"migrate_to_chat_id": NEW_GROUP})
        moved = [update["message"] for update in await seen(call)]
        assert moved[0]["migrate_to_chat_id"] == NEW_GROUP and moved[0]["chat"]["id"] == GROUP
        assert moved[1]["migrate_from_chat_id"] == GROUP and moved[1]["chat"]["type"] == "supergroup"
        assert await card(call, NEW_GROUP) < number
        staff.tap("take")
        assert (await seen(call))[0]["callback_query"]["message"]["chat"]["id"] == NEW_GROUP
        assert api.violations == []

    run(check)


def test_a_removed_bot_sees_and_sends_nothing_more() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        staff = api.member(GROUP, 71)
        await card(call)
        api.block(GROUP)
        (update,) = await seen(call)
        assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
        staff.write("/queue")
        assert await seen(call) == []
        status, body = await call("sendMessage", chat_id=GROUP, text="x")
        assert (status, body["description"]) == (403, "Forbidden: bot was kicked from the group chat")

    run(check)


def test_members_come_and_go() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        staff = api.member(GROUP, 71, "administrator")
        found = await call("getChatMember", chat_id=GROUP, user_id=71)
        assert found[1]["result"]["status"] == "administrator"
        assert (await call("getChatMember", chat_id=GROUP, user_id=72))[0] == 400
        status, body = await call("sendMessage", chat_id=71, text="x")
        assert status == 403 and "can't initiate conversation" in body["description"]
        staff.leave()
        assert "left_chat_member" in (await seen(call))[0]["message"]
        assert (await call("getChatMember", chat_id=GROUP, user_id=71))[1]["result"]["status"] == "left"
        with pytest.raises(LookupError):
            staff.write("/queue")

    run(check)


def test_a_group_takes_only_so_many_in_its_window() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        api.add_chat(GROUP)
        api.limit(per_group=2)
        codes = [(await call("sendMessage", chat_id=chat, text="x"))[0] for chat in (GROUP, GROUP, GROUP, 5, 5, 5)]
        assert codes == [200, 200, 429, 200, 200, 200]
        _, body = await call("sendMessage", chat_id=GROUP, text="x")
        assert 55 <= body["parameters"]["retry_after"] <= 60

    run(check)


def test_a_parameter_that_the_method_does_not_have_is_refused() -> None:
    async def check(api: FakeBotApi, call: Caller) -> None:
        api.add_chat(5)
        status, body = await call("sendMessage", chat_id=5, text="x", reply_to=1)
        assert status == 400 and "has no parameter reply_to" in body["description"]
        assert (await call("sendPhoto", chat_id=5, photo=api.add_file(b"x"), text="x"))[0] == 400
        assert api.sent == []

    run(check)
