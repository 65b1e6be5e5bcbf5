"""What the Telegram channel reads out of updates of groups and private chats."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from handlers.actions import Action, Verb, pack
from handlers.messages import Choice, Inbound, Kind, plain
from handlers.ticket import Media, MediaKind
from tests.bot.telegram_channel import GROUP, NEW_GROUP, Desk, at_the_desk
from tests.bot.ways import BOTH_WAYS, Way, play, replies
from tests.fake_bot_api import FakeBotApi
from tests.running import Running

TAKE = (Choice(plain("Take"), Verb.DESK, "claim.12"),)
KINDS = [
    ("photo", MediaKind.PHOTO, ""),
    ("document", MediaKind.DOCUMENT, ""),
    ("animation", MediaKind.DOCUMENT, "animation:"),
    ("voice", MediaKind.VOICE, ""),
    ("audio", MediaKind.VOICE, "audio:"),
    ("video", MediaKind.VIDEO, ""),
    ("video_note", MediaKind.VIDEO, "video_note:"),
]


def test_a_members_answer_names_the_message_and_the_sender(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        staff = desk.api.member(GROUP, 71)
        card = int(await desk.send(GROUP, "card") or 0)
        said = staff.reply(card, "Please log out and in again.")
        command = staff.write("/queue")
        first = Inbound(Kind.TEXT, "Please log out and in again.", message=str(said["message_id"]), answers=str(card),
                        user="71", in_group=True)  # fmt: skip
        assert await desk.read() == [
            first,
            replace(first, text="/queue", message=str(command["message_id"]), answers=""),
        ]

    at_the_desk(check, tmp_path)


def test_a_tap_in_a_group_names_its_card(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        staff = desk.api.member(GROUP, 71)
        card = await desk.send(GROUP, "card", choices=TAKE)
        update = staff.tap("0:z:claim.12")
        query = update["callback_query"]["id"]
        tap = Inbound(Kind.TAP, "0:z:claim.12", answers=str(card), query=query, user="71", in_group=True)
        assert await desk.read() == [tap]

    at_the_desk(check, tmp_path)


@pytest.mark.parametrize("chat", [GROUP, 71])
@pytest.mark.parametrize(("sent", "kind", "prefix"), KINDS)
def test_attachments_are_read_with_their_captions(
    tmp_path: Path, sent: str, kind: MediaKind, prefix: str, chat: int
) -> None:
    async def check(desk: Desk) -> None:
        staff = desk.api.member(chat, 71)
        card = int(await desk.send(chat, "card") or 0)
        message = staff.send(sent, b"bytes", to=card, name="list.pdf", caption="see here")
        (inbound,) = await desk.read()
        assert inbound is not None and inbound.media is not None
        file = message["photo"][-1] if sent == "photo" else message[sent]
        name = file.get("file_name", "")
        assert inbound.media == Media(kind, f"{prefix}{file['file_id']}", name)
        assert (inbound.kind, inbound.text, inbound.caption) == (Kind.UNSUPPORTED, kind.value, "see here")
        assert (inbound.answers, inbound.user, inbound.in_group) == (str(card), "71", chat == GROUP)
        assert b"".join([piece async for piece in desk.channel.fetch(inbound.media.ref)]) == b"bytes"

    at_the_desk(check, tmp_path)


@pytest.mark.parametrize("chat", [GROUP, 71])
def test_edits_are_read_with_their_words(tmp_path: Path, chat: int) -> None:
    async def check(desk: Desk) -> None:
        staff = desk.api.member(chat, 71)
        card = int(await desk.send(chat, "card") or 0)
        said = staff.reply(card, "one")["message_id"]
        shown = staff.send("photo", to=card, caption="old")["message_id"]
        place = desk.api.post(chat, user_id=71, location={"latitude": 1.0, "longitude": 2.0})["message"]
        await desk.read()
        staff.edit(said, text="two")
        staff.edit(shown, caption="new")
        desk.api.push({"edited_message": {**place, "edit_date": 1, "location": {"latitude": 1.1, "longitude": 2.0}}})
        text, caption, moved = await desk.read()
        assert text == Inbound(Kind.EDITED, "two", message=str(said), answers=str(card), user="71",
                               in_group=chat == GROUP)  # fmt: skip
        assert caption is not None and caption.media is not None
        assert (caption.kind, caption.text, caption.message) == (Kind.EDITED, "new", str(shown))
        assert moved is None

    at_the_desk(check, tmp_path)


def test_who_is_hidden_behind_a_group_or_a_channel_has_no_name(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        chat = {"id": GROUP, "type": "group", "title": "Group"}
        for sender in (GROUP, -1000000000900):
            desk.api.say(GROUP, "/queue", user_id=1087968824, sender_chat={**chat, "id": sender})
        assert [inbound and inbound.user for inbound in await desk.read()] == ["", ""]

    at_the_desk(check, tmp_path)


def test_what_happens_to_a_group_is_read(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        staff = desk.api.member(GROUP, 71)
        desk.api.post(GROUP, new_chat_members=[desk.api.bot])
        desk.api.post(GROUP, new_chat_title="Helpdesk")
        staff.leave()
        assert await desk.read() == [None, None, None]
        desk.api.migrate(GROUP, NEW_GROUP)
        assert await desk.read() == [Inbound(Kind.MOVED, str(NEW_GROUP), in_group=True), None]
        desk.api.unblock(NEW_GROUP)
        desk.api.block(NEW_GROUP)
        assert await desk.read() == [None, Inbound(Kind.REMOVED, in_group=True)]

    at_the_desk(check, tmp_path)


def test_a_sticker_in_a_group_is_a_message_and_a_channel_is_none(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        desk.api.post(GROUP, user_id=71, sticker={"file_id": "s", "file_unique_id": "s"})
        desk.api.post(GROUP, user_id=71, poll={"id": "1", "question": "?"})
        desk.api.say(-1000000000900, "news", chat_type="channel")
        sticker, poll, channel = await desk.read()
        assert sticker and poll and (sticker.text, poll.text, channel) == ("sticker", "other", None)

    at_the_desk(check, tmp_path)


def test_a_password_in_a_caption_or_an_edit_is_blanked_in_a_group_too(tmp_path: Path) -> None:
    async def check(desk: Desk) -> None:
        staff = desk.api.member(GROUP, 71)
        card = int(await desk.send(GROUP, "card") or 0)
        said = staff.send("photo", to=card, caption="password hai Dakghar@4711")["message_id"]
        staff.edit(said, caption="password: Dakghar@4712")
        for inbound in await desk.read():
            assert inbound is not None and inbound.was_blanked
            assert "47" not in inbound.caption + inbound.text and "•" in inbound.caption

    at_the_desk(check, tmp_path)


# -- in the running assistant ------------------------------------------------------------------------------------------


@BOTH_WAYS
def test_taps_that_the_desk_answers_are_answered_by_it_alone(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        api.say(7, "/start")
        await api.wait_for(replies(7, 1))
        card = api.sent_to(7)[0]
        desks = [
            api.member(GROUP, 71).tap("0:z:claim.12", card.message_id),
            api.member(GROUP, 71).tap("0:m:", card.message_id),
            api.tap(7, pack(Action(0, Verb.DESK, "claim.12")), card.message_id),
        ]
        persons = api.tap(7, card.buttons()[0][1])
        tapped = [tap["callback_query"]["id"] for tap in (*desks, persons)]
        first, plain, *private = tapped
        await api.wait_for(lambda api: [api.queries[id_] for id_ in (first, *private)] == ["answered"] * 3)
        assert api.queries[plain] == "open"  # no button of the desk, in a group that is not linked
        assert (len(api.popups_of(7)), len(api.popups_of(71))) == (1, 1)

    play(script, tmp_path, way)


@BOTH_WAYS
def test_a_group_that_is_not_linked_hears_one_sentence_whatever_happens_in_it(tmp_path: Path, way: Way) -> None:
    async def script(api: FakeBotApi, run: Running) -> None:
        staff = api.member(GROUP, 71)
        api.post(GROUP, new_chat_members=[api.bot])
        staff.write("/start")
        await api.wait_for(replies(GROUP, 1))
        told = api.sent_to(GROUP)[0].message_id
        said = staff.reply(told, "ok")
        staff.edit(said["message_id"], text="okay")
        staff.send("photo", to=told)
        staff.tap("0:m:", told)
        api.block(GROUP)
        api.say(9, "/help")
        await api.wait_for(lambda api: api.sent_to(9) and not api.inbox.pending)
        assert len(api.sent_to(GROUP)) == 1

    counts = play(script, tmp_path, way)
    assert counts["inbox done"] == 8 and "inbox dead" not in counts
