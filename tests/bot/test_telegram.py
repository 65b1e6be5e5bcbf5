"""Telegram over real HTTP against the strict fake Bot API, by polling and by webhook."""

from __future__ import annotations

import io
import json
import random
import re
from pathlib import Path

import aiohttp
import pytest

from tests.bot.ways import (
    BOTH_WAYS,
    COMMANDS,
    TWICE,
    Way,
    answered,
    column,
    play,
    replies,
    told_apart,
    webhook,
)
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import SECRET, Running

SENTENCE = "mera password hai Dakghar@4711 login nahi ho raha"


# -- the ordinary ------------------------------------------------------------------------------------------------------


@BOTH_WAYS
def test_a_question_is_answered(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.say(7, "otp nahi aa raha")
        await api.wait_for(replies(7, 1))
        assert "OTP" in api.sent_to(7)[0].text

    play(script, tmp_path, way)


@BOTH_WAYS
def test_a_tap_is_acknowledged_and_answered(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.say(7, "/start")
        await api.wait_for(replies(7, 1))
        label, data = api.sent_to(7)[0].buttons()[0]
        assert label == "English"
        api.tap(7, data, api.sent_to(7)[0].message_id)
        await api.wait_for(lambda api: len(api.sent_to(7)) >= 2 and any(
            call.method.lower() == "answercallbackquery" for call in api.other))  # fmt: skip
        assert "designation" in api.sent_to(7)[1].text or "post" in api.sent_to(7)[1].text

    play(script, tmp_path, way)


@BOTH_WAYS
def test_messages_of_a_chat_are_answered_in_order_under_load(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        known = await told_apart(api)
        dice, asked = random.Random(4), {chat: list[str]() for chat in range(100, 130)}
        for chat in asked:
            api.say(chat, "/start")
        for _ in range(8):
            for chat in dice.sample(list(asked), len(asked)):
                asked[chat].append(dice.choice(COMMANDS))
                api.say(chat, asked[chat][-1])
        await api.wait_for(lambda api: all(len(api.sent_to(chat)) >= 9 for chat in asked), 20)
        for chat, commands in asked.items():
            assert answered(api, chat, known)[1:] == commands

    counts = play(script, tmp_path, way)
    assert (counts["inbox done"], counts["outbox sent"], counts[TWICE]) == (275, 275, 0)
    assert "inbox waiting" not in counts
    assert column(tmp_path, "SELECT count(*) FROM inbox WHERE body IS NOT NULL") == [0]


@BOTH_WAYS
def test_an_update_that_comes_twice_is_answered_once(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        update = api.say(7, "/help")
        await api.wait_for(lambda api: len(api.sent_to(7)) >= 1 and not api.inbox.pending)
        api.push(update)
        api.push(update)
        api.say(8, "/help")
        await api.wait_for(lambda api: len(api.sent_to(8)) >= 1 and not api.inbox.pending)

    counts = play(script, tmp_path, way)
    assert (counts["inbox done"], counts["outbox sent"]) == (2, 2)


@BOTH_WAYS
def test_commands_are_registered_in_both_languages(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        await api.wait_for(lambda api: len(api.commands) >= 3)
        by_language = {language: commands for (_, language), commands in api.commands.items()}
        names = [command["command"] for command in by_language["hi"]]
        assert {"start", "menu", "courses", "delete", "language", "cancel"} <= set(names)
        assert [command["command"] for command in by_language["en"]] == names
        assert by_language[""] == by_language["en"]
        for english, hindi in zip(by_language["en"], by_language["hi"], strict=True):
            assert re.search("[\u0900-\u097f]", hindi["description"])
            assert re.match("[A-Z]", english["description"])

    play(script, tmp_path, way)


@BOTH_WAYS
def test_what_cannot_be_read_gets_a_kind_reply(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.post(7, sticker={"file_id": "s", "file_unique_id": "s", "width": 1, "height": 1})
        api.post(7, voice={"file_id": "v", "file_unique_id": "v", "duration": 1})
        api.post(7, location={"latitude": 1.0, "longitude": 2.0})
        api.say(7, "otp nahi aaya", edited=True)
        api.post(7, dice={"emoji": "x", "value": 3})
        api.say(7, "/help")
        await api.wait_for(replies(7, 6))
        texts = [sent.text for sent in api.sent_to(7)]
        assert len(set(texts)) == 6
        assert "voice" in texts[1].lower()

    play(script, tmp_path, way)


@BOTH_WAYS
def test_a_group_is_told_once_where_to_write(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        for text in ("hello", "/courses", "otp nahi aaya", "/start"):
            api.say(-1000000000500, text, user_id=9)
        api.say(9, "/help")
        await api.wait_for(lambda api: len(api.sent_to(9)) >= 1 and not api.inbox.pending)

    counts = play(script, tmp_path, way)
    assert (counts["inbox done"], counts["outbox sent"]) == (5, 2)


# -- a fault of one is nobody else's -----------------------------------------------------------------------------------


@BOTH_WAYS
def test_an_update_that_nobody_can_read_is_kept_and_stops_nothing(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.push({"message": {"chat": 3}})
        api.push({"message": {"chat": {"id": 7, "type": "private"}, "text": ["no", "text"]}})
        api.push({"callback_query": {"id": 1, "data": "x"}})
        api.push({"message": "nonsense"})
        api.push({"my_chat_member": {"chat": {"id": 7, "type": "private"}}})
        api.say(7, "/help")
        await api.wait_for(lambda api: len(api.sent_to(7)) >= 1 and not api.inbox.pending)

    counts = play(script, tmp_path, way)
    assert counts["inbox dead"] == 4
    assert "inbox waiting" not in counts
    bodies = column(tmp_path, "SELECT body FROM inbox WHERE state = 2 ORDER BY id")
    assert json.loads(str(bodies[0]))["message"] == {"chat": 3}


def test_polling_goes_on_past_a_thing_without_an_update_id(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.inbox.add(api.take_update_id(), b'{"message": {"text": "no id"}}', 1)
        api.inbox.add(api.take_update_id(), b'"not even an object"', 1)
        api.say(7, "/help")
        await api.wait_for(replies(7, 1))
        api.say(7, "/privacy")
        await api.wait_for(replies(7, 2))

    counts = play(script, tmp_path)
    assert (counts["inbox dead"], counts["inbox done"]) == (2, 2)


@BOTH_WAYS
def test_half_a_character_is_answered_like_any_other(tmp_path: Path, way: Way) -> None:
    texts = ("\ud83d", "otp \udc00 nahi aaya", "\0", "a\0b", "/help")

    async def script(api: FakeBotApi, run: Running) -> None:
        for text in texts:
            api.say(7, text)
        api.say(8, "/help")
        await api.wait_for(lambda api: len(api.sent_to(7)) >= len(texts) and api.sent_to(8))

    counts = play(script, tmp_path, way)
    assert "inbox dead" not in counts


def test_a_webhook_body_that_is_not_json_is_kept_and_stops_nothing(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.push_raw(b"{not json")
        api.push_raw(b"\xff\xfe\x00")
        api.push_raw(b"[" * 100_000)
        api.push_raw(b"17")
        api.push_raw(b"{not json")
        api.say(7, "/help")
        await api.wait_for(lambda api: len(api.sent_to(7)) >= 1 and not api.inbox.pending)

    counts = play(script, tmp_path, webhook)
    assert counts["inbox dead"] == 4
    assert column(tmp_path, "SELECT body FROM inbox WHERE state = 2 ORDER BY id")[0] == "{not json"


def test_the_webhook_lets_nobody_else_in(tmp_path: Path) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        update = {"update_id": 5, "message": api.message(7, text="/help")}
        header = "X-Telegram-Bot-Api-Secret-Token"
        async with aiohttp.ClientSession() as http:
            for headers in ({}, {header: "wrong"}, {header: SECRET + "x"}, {header: SECRET[:-1]}, {header: "é"}):
                async with http.post(f"{run.url}/hook", json=update, headers=headers) as answer:
                    assert answer.status == 403
            async with http.get(f"{run.url}/hook", headers={header: SECRET}) as answer:
                assert answer.status == 405
            async with http.post(
                f"{run.url}/hook", data=io.BytesIO(b"x" * 1_100_000), headers={header: SECRET}
            ) as answer:
                assert answer.status == 413
            forwarded = {header: SECRET, "X-Forwarded-For": "203.0.113.9", "Host": "bot.example"}
            async with http.post(f"{run.url}/hook", json=update, headers=forwarded) as answer:
                assert answer.status == 200
        await api.wait_for(replies(7, 1))

    counts = play(script, tmp_path, webhook)
    assert counts["inbox done"] == 1
    assert "inbox dead" not in counts


# -- secrets -----------------------------------------------------------------------------------------------------------


@BOTH_WAYS
def test_a_pasted_password_is_stored_nowhere_and_warned_of(
    tmp_path: Path, way: Way, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        caplog.set_level("DEBUG", logger="dakpath")
        api.say(7, SENTENCE)
        api.say(7, SENTENCE + "!", edited=True)
        api.post(7, photo=[{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}], caption=SENTENCE)
        pinned = {**api.message(7, text=SENTENCE), "message_id": 1}
        api.post(7, pinned_message=pinned)
        api.script("reset_after", chat_id=8, method="sendMessage")
        api.say(8, "a question about Zebrafinken")
        await api.wait_for(lambda api: len(api.sent_to(7)) >= 4 and len(api.sent_to(8)) >= 2)
        assert all("password" in sent.text.lower() or "पासवर्ड" in sent.text for sent in api.sent_to(7)[:3])
        stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert b"chat_id" in stored
        assert b"4711" not in stored

    play(script, tmp_path, way)
    printed = "".join(capfd.readouterr()) + caplog.text
    assert "connection lost" in printed
    for secret in ("4711", "Zebrafinken", TOKEN, TOKEN.partition(":")[2], SECRET):
        assert secret not in printed
