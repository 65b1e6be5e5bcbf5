"""Pictures, documents, voice and video both ways over HTTP, and edits both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.handing import ASHA, DELHI, PERSON, PUNJAB, Desk, claimed, data_of, from_delhi, play, staffed
from tests.fake_bot_api.media_methods import media_json
from tests.fake_bot_api.model import Sent

KINDS = {"photo": "sendPhoto", "document": "sendDocument", "voice": "sendVoice", "video": "sendVideo"}


def file_of(sent: Sent, kind: str) -> str:
    return str(sent.params[kind])


def sends(desk: Desk, kind: str, caption: str = "") -> str:
    """The person sends a file; its id."""
    file_id = desk.api.add_file(b"a file", kind)
    content = {**media_json(kind, file_id, 6, "order.pdf"), "caption": caption}
    desk.api.post(PERSON, **{name: value for name, value in content.items() if value})
    return file_id


@pytest.mark.parametrize("kind", KINDS)
def test_files_go_both_ways(tmp_path: Path, kind: str) -> None:
    async def script(desk: Desk) -> None:
        number, _, asha = await claimed(desk)
        mine = sends(desk, kind, "see 9876543210")
        await desk.passes(seconds=10)
        passed = await desk.hears(DELHI, f"Request {number}")
        assert (passed.method, file_of(passed, kind)) == (KINDS[kind], mine)
        assert "9876543210" not in passed.text
        theirs = asha.send(kind, to=passed.message_id, caption="please read this")[kind]
        answer = await desk.hears(PERSON, "please read this")
        wanted = theirs[-1]["file_id"] if kind == "photo" else theirs["file_id"]
        assert (answer.method, file_of(answer, kind)) == (KINDS[kind], wanted)
        assert answer.text.startswith("👤 From the helpdesk of Delhi")

    play(script, tmp_path)


def test_a_long_caption_is_shown_whole_and_can_be_answered(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        _, _, asha = await claimed(desk)
        sends(desk, "photo", "word " * 203 + "end")
        await desk.passes(seconds=10)
        words = await desk.hears(DELHI, "end")
        assert words.method == "sendMessage"
        asha.reply(words.message_id, "I have read it")
        await desk.hears(PERSON, "I have read it")

    play(script, tmp_path)


def test_a_picture_among_the_answers_follows_the_card_wherever_it_goes(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await desk.links(PUNJAB, "punjab")
        await desk.joins(ASHA + 50, "punjab")
        await from_delhi(desk)
        desk.api.say(PERSON, "/human")
        await desk.hears(PERSON, "What is wrong?")
        picture = sends(desk, "photo", "the grey tick")
        asked = await desk.hears(PERSON, "Your name")
        desk.api.tap(PERSON, data_of(asked, "e:skip"))
        card = await desk.hears(DELHI, "New request")
        shown = await desk.hears(DELHI, "the grey tick")
        assert file_of(shown, "photo") == picture
        asha = desk.member(ASHA)
        asha.tap(data_of(card, "hand."), card.message_id)
        where = await desk.hears(DELHI, "Where shall")
        asha.tap(next(data for label, data in where.buttons() if label == "Punjab"), where.message_id)
        await desk.hears(PUNJAB, "New request")
        again = await desk.hears(PUNJAB, "the grey tick")
        assert file_of(again, "photo") == picture

    play(script, tmp_path)


def test_what_cannot_be_passed_on_is_said(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        _, card, asha = await claimed(desk)
        asha._post(reply_to=card.message_id, location={"latitude": 1.0, "longitude": 2.0})
        await desk.hears(DELHI, "This kind of message cannot be passed on")
        assert desk.heard(PERSON) == []

    play(script, tmp_path)


def test_an_edit_by_the_helper_changes_the_persons_message(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        number, card, asha = await claimed(desk)
        wrote = asha.reply(card.message_id, "Ask Delih")
        first = await desk.hears(PERSON, "Ask Delih")
        asha.edit(wrote["message_id"], text="Ask Delhi")
        changed = await desk.hears(PERSON, "Ask Delhi")
        assert (changed.method, changed.params["message_id"]) == ("editMessageText", str(first.message_id))
        picture = asha.send("photo", to=card.message_id, caption="old words")
        await desk.hears(PERSON, "old words")
        asha.edit(picture["message_id"], caption="new words")
        assert (await desk.hears(PERSON, "new words")).method == "editMessageCaption"
        note = asha.reply(card.message_id, "// inside")
        asha.edit(note["message_id"], text="// still inside")
        await desk.settled()
        assert "inside" not in "".join(sent.text for sent in desk.api.sent_to(PERSON))
        assert [one.text for one in await desk.entries(number) if one.by == "note"] == ["still inside"]

    play(script, tmp_path)


def test_an_edit_by_the_person_changes_the_joined_post(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        _, _, _ = await claimed(desk)
        texts = [desk.api.say(PERSON, text)["message"] for text in ("one", "two", "three")]
        await desk.passes(seconds=10)
        joined = await desk.hears(DELHI, "two")
        desk.api.say(PERSON, "TWO", edited=True, message_id=texts[1]["message_id"])
        await desk.settled()
        changed = await desk.hears(DELHI, "TWO")
        assert (changed.method, changed.params["message_id"]) == ("editMessageText", str(joined.message_id))
        assert [word in changed.text for word in ("one", "two", "three")] == [True, False, True]
        assert desk.heard(PERSON) == []

    play(script, tmp_path)


def test_an_edit_of_what_stands_in_a_card_is_told_anew(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await staffed(desk)
        await from_delhi(desk)
        said = desk.api.say(PERSON, "hello there")["message"]
        await desk.settled()
        await desk.opens()
        before = desk.api.say(PERSON, "my office is Rohini")["message"]
        await desk.passes(seconds=10)
        await desk.hears(DELHI, "my office is Rohini")
        card = desk.api.sent_to(DELHI)[-1]
        desk.member(ASHA).tap(next(d for s in desk.api.sent_to(DELHI) for _, d in s.buttons() if "claim" in d),
                              None)  # fmt: skip
        await desk.hears(DELHI, "is taken")
        desk.api.say(PERSON, "my office is Dwarka", edited=True, message_id=before["message_id"])
        await desk.passes(seconds=10)
        await desk.hears(DELHI, "my office is Dwarka")
        assert card and said

    play(script, tmp_path)
