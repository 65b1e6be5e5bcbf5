"""What the Telegram channel calls for a reply: attachments, edits, answers, pop-ups, long texts, refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.base import FetchError, SendError
from handlers.actions import Verb
from handlers.messages import Choice, Inbound, Kind, plain
from handlers.ticket import Media, MediaKind
from tests.bot.telegram_channel import GROUP, NEW_GROUP, Desk, at_the_desk
from tests.bot.ways import BOTH_WAYS, Way, column, play, replies
from tests.fake_bot_api import FakeBotApi, Sent, Upload
from tests.running import Running

TAKE = (Choice(plain("Take"), Verb.DESK, "claim.12"),)
LONG = "\n".join(f"line {number} of a long report " + "\U0001f600" * 30 for number in range(60))


async def refused(desk: Desk, *args: object, **more: object) -> SendError:
    with pytest.raises(SendError) as caught:
        await desk.send(*args, **more)  # type: ignore[arg-type]
    return caught.value


def sent(desk: Desk, chat: int = 71) -> list[Sent]:
    return desk.api.sent_to(chat)


# -- attachments -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "video", "audio", "animation", "video_note"])
def test_what_came_in_goes_out_as_what_it_is(tmp_path: Path, kind: str) -> None:
    async def check(desk: Desk) -> None:
        staff = desk.api.member(GROUP, 71)
        desk.api.add_chat(5)
        card = int(await desk.send(GROUP, "card") or 0)
        staff.send(kind, b"bytes", to=card, caption="see *here* & there")
        (inbound,) = await desk.read()
        assert inbound is not None
        ids = await desk.send(5, "see *here* & there", media=inbound.media, choices=TAKE)
        first, *rest = sent(desk, 5)
        assert first.method.lower() == f"send{kind}".replace("_", "")
        assert (first.text, len(rest)) == (("", 1) if kind == "video_note" else ("see here & there", 0))
        assert ids == " ".join(str(call.message_id) for call in (first, *rest))
        assert [call.buttons() for call in (first, *rest)][-1] == [("Take", "0:z:claim.12")]

    at_the_desk(check, tmp_path)


def test_an_attachment_needs_no_words(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        await desk.send(71, "", media=Media(MediaKind.PHOTO, desk.api.add_file(b"x", "photo")))
        assert [(call.method, call.text) for call in sent(desk)] == [("sendPhoto", "")]

    at_the_desk(check, tmp_path)


def test_a_caption_over_the_limit_follows_as_a_message(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        photo = Media(MediaKind.PHOTO, desk.api.add_file(b"x", "photo"))
        await desk.send(71, "\U0001f600" * 512, media=photo)
        ids = await desk.send(71, "x" + "\U0001f600" * 512, media=photo, choices=TAKE)
        methods = [call.method for call in sent(desk)]
        assert methods == ["sendPhoto", "sendPhoto", "sendMessage"]
        assert ids == f"{sent(desk)[1].message_id} {sent(desk)[2].message_id}"
        assert sent(desk)[1].buttons() == [] and sent(desk)[2].buttons() != []

    at_the_desk(check, tmp_path)


def test_an_upload_is_sent_from_the_store(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        desk.uploads["page:3"] = b"%PDF-1.7"
        await desk.send(71, "the order", media=Media(MediaKind.DOCUMENT, "page:3", 'a/"b"\n आदेश.pdf'), choices=TAKE)
        (call,) = sent(desk)
        upload = call.params["document"]
        assert isinstance(upload, Upload)
        assert (upload.data, upload.filename, call.text) == (b"%PDF-1.7", "ab आदेश.pdf", "the order")
        assert call.buttons() == [("Take", "0:z:claim.12")]
        error = await refused(desk, 71, "gone", media=Media(MediaKind.DOCUMENT, "page:4"))
        assert not error.is_retryable

    at_the_desk(check, tmp_path)


def test_an_upload_that_is_no_picture_for_the_platform_goes_as_a_document(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        desk.uploads |= {"page:1": b"\x89PNG", "page:2": b"RIFF"}
        await desk.send(71, "a", media=Media(MediaKind.PHOTO, "page:1", "screen.png"))
        await desk.send(71, "b", media=Media(MediaKind.PHOTO, "page:2", "screen.webp"))
        assert [(call.method, call.text) for call in sent(desk)] == [("sendPhoto", "a"), ("sendDocument", "b")]

    at_the_desk(check, tmp_path)


def test_a_file_is_fetched_in_pieces_or_not_at_all(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        data = bytes(range(256)) * 4096
        pieces = [piece async for piece in desk.channel.fetch(desk.api.add_file(data))]
        assert b"".join(pieces) == data and len(pieces) > 1
        for ref in ("unknown", desk.api.add_file(b"x" * (20 * 1024 * 1024 + 1))):
            with pytest.raises(FetchError):
                await anext(desk.channel.fetch(ref))
        lost = desk.api.add_file(b"x")
        desk.api.script("reset_before", method="getFile")
        with pytest.raises(FetchError):
            await anext(desk.channel.fetch(lost))

    at_the_desk(check, tmp_path, faults=2)


# -- answers and edits -------------------------------------------------------------------------------------------------


def test_a_reply_is_an_answer_to_a_message_or_stands_alone_where_it_is_gone(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        card = await desk.send(71, "card") or ""
        number = int(await desk.send(71, "answer", answers=card) or 0)
        assert desk.api.messages[(71, number)]["reply_to_message"]["text"] == "card"
        alone = int(await desk.send(71, "answer", answers="999") or 0)
        assert "reply_to_message" not in desk.api.messages[(71, alone)]

    at_the_desk(check, tmp_path)


def test_an_edit_replaces_words_and_buttons(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        card = await desk.send(71, "waiting", choices=TAKE) or ""
        assert await desk.send(71, "*taken*", edits=card) == card
        assert await desk.send(71, "*taken*", edits=card) == card
        message = desk.api.messages[(71, int(card))]
        assert (message["text"], "reply_markup" in message) == ("taken", False)
        assert [call.method for call in sent(desk)] == ["sendMessage", "editMessageText"]

    at_the_desk(check, tmp_path, faults=1)


@pytest.mark.parametrize("knows", [True, False])
def test_the_caption_of_an_attachment_is_edited(tmp_path: Path, knows: bool) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        photo = Media(MediaKind.PHOTO, desk.api.add_file(b"x", "photo"))
        shown = await desk.send(71, "old", media=photo) or ""
        assert await desk.send(71, "new", edits=shown, media=photo if knows else None) == shown
        assert desk.api.messages[(71, int(shown))]["caption"] == "new"

    at_the_desk(check, tmp_path, faults=0 if knows else 1)


def test_an_edit_that_cannot_be_made_is_said_anew(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        card = await desk.send(71, "card") or ""
        long = await desk.send(71, LONG) or ""
        await desk.send(71, LONG + "!", edits=card)
        await desk.send(71, "short again", edits=long)
        await desk.call("deleteMessage", chat_id=71, message_id=int(card))
        anew = await desk.send(71, "edited", edits=card)
        assert anew not in (card, None)
        assert {call.method for call in sent(desk)} == {"sendMessage"}
        assert desk.api.messages[(71, sent(desk)[-2].message_id)]["reply_to_message"]["text"].startswith("line 0 ")

    at_the_desk(check, tmp_path, faults=1)


def test_a_long_text_is_several_messages(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        ids = await desk.send(71, LONG, choices=TAKE) or ""
        assert ids.split() == [str(call.message_id) for call in sent(desk)] and len(sent(desk)) == 2
        assert "\n".join(call.text for call in sent(desk)) == LONG
        assert [bool(call.buttons()) for call in sent(desk)] == [False, True]
        await desk.send(71, "\U0001f600" * 5000)
        assert "".join(call.text for call in sent(desk)[2:]) == "\U0001f600" * 5000

    at_the_desk(check, tmp_path)


# -- pop-ups -----------------------------------------------------------------------------------------------------------


def test_a_popup_is_seen_by_the_tapper_alone(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        first, second = desk.api.member(GROUP, 71), desk.api.member(GROUP, 72)
        await desk.send(GROUP, "card", choices=TAKE)
        taps = [one.tap("0:z:claim.12")["callback_query"]["id"] for one in (first, second, first)]
        await desk.send(GROUP, "*Somebody* took this < 1 minute ago.", popup=taps[1])
        await desk.send(GROUP, "\U0001f600" * 200, popup=taps[0])
        await desk.send(GROUP, "", popup=taps[2])
        assert desk.api.popups_of(72) == ["Somebody took this < 1 minute ago."]
        assert desk.api.popups_of(71) == ["\U0001f600" * 99 + "…"]
        assert set(desk.api.queries.values()) == {"answered"}
        assert len(sent(desk, GROUP)) == 1

    at_the_desk(check, tmp_path)


def test_a_popup_that_comes_too_late_is_given_up(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        staff = desk.api.member(GROUP, 71)
        await desk.send(GROUP, "card", choices=TAKE)
        query = staff.tap("0:z:claim.12")["callback_query"]["id"]
        desk.api.expire(query)
        error = await refused(desk, GROUP, "late", popup=query)
        assert not error.is_retryable and error.news is None and not error.is_blocked

    at_the_desk(check, tmp_path, faults=1)


# -- refusals ----------------------------------------------------------------------------------------------------------


def test_a_moved_group_is_told_as_the_platform_tells_it(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(GROUP)
        desk.api.migrate(GROUP, NEW_GROUP, announce=False)
        error = await refused(desk, GROUP, "card")
        assert error.is_retryable and error.news is not None and error.news.chat_id == str(GROUP)
        moved = desk.channel.parse(error.news.body, was_blanked=False)
        assert moved == Inbound(Kind.MOVED, str(NEW_GROUP), in_group=True)
        assert not (await refused(desk, GROUP, "card", attempts=10)).is_retryable

    at_the_desk(check, tmp_path)


@pytest.mark.parametrize("words", ["", "Bad Request: not enough rights to send text messages to the chat"])
def test_a_group_that_threw_the_bot_out_or_silenced_it_is_told(tmp_path: Path, words: str) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(GROUP)
        if words:
            desk.api.script("400", chat_id=GROUP, description=words)
        else:
            desk.api.block(GROUP, announce=False)
        error = await refused(desk, GROUP, "card")
        assert error.is_blocked and error.news is not None
        removed = desk.channel.parse(error.news.body, was_blanked=False)
        assert removed == Inbound(Kind.REMOVED, in_group=True)

    at_the_desk(check, tmp_path)


def test_a_person_who_blocked_the_bot_is_no_news_of_a_group(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.block(71, announce=False)
        error = await refused(desk, 71, "hello")
        assert error.is_blocked and error.news is None
        desk.api.member(GROUP, 72)
        assert (await refused(desk, 72, "never wrote to the bot")).is_blocked

    at_the_desk(check, tmp_path, faults=1)


def test_a_full_group_waits_alone(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.add_chat(GROUP)
        desk.api.limit(per_group=1)
        await desk.send(GROUP, "card")
        error = await refused(desk, GROUP, "card")
        assert error.is_retryable and error.is_chats_wait and (error.retry_after or 0) > 50
        desk.api.add_chat(71)
        desk.api.script("429", chat_id=71, retry_after=3)
        error = await refused(desk, 71, "hello")
        assert (error.retry_after, error.is_chats_wait) == (3, False)

    at_the_desk(check, tmp_path, faults=1)


# -- in the running assistant ------------------------------------------------------------------------------------------


@BOTH_WAYS
def test_a_full_group_holds_up_no_person(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.limit(per_group=0, retry_after=100)
        api.member(GROUP, 71).write("/start")
        await api.wait_for(lambda api: api.refused)
        for chat in (7, 8):
            api.say(chat, "/help")
        await api.wait_for(lambda api: replies(7, 1)(api) and replies(8, 1)(api))
        assert [call.outcome for call in api.refused] == ["429"]

    counts = play(script, tmp_path, way, allowed=frozenset({429}))
    assert (counts["outbox sent"], counts["outbox waiting"]) == (2, 1)


@BOTH_WAYS
def test_a_removal_that_only_a_refusal_tells_reaches_the_inbox(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.block(GROUP, announce=False)
        api.say(GROUP, "/start", user_id=71)
        await api.wait_for(lambda api: api.refused)
        api.say(7, "/help")
        await api.wait_for(replies(7, 1))

    counts = play(script, tmp_path, way)
    assert (counts["inbox done"], counts["outbox blocked"]) == (3, 1)


@BOTH_WAYS
def test_a_move_that_only_a_refusal_tells_reaches_the_inbox_and_the_reply_waits(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.add_chat(GROUP)
        api.migrate(GROUP, NEW_GROUP, announce=False)
        api.say(GROUP, "/start", user_id=71)
        await api.wait_for(lambda api: api.refused)
        api.say(7, "/help")
        await api.wait_for(replies(7, 1))

    counts = play(script, tmp_path, way)
    assert counts["inbox done"] >= 3
    assert counts["outbox waiting"] == 1
    told = column(tmp_path, "SELECT external_id FROM inbox WHERE external_id LIKE 'refused:%'")
    assert len(told) == counts["inbox done"] - 2
