"""Files that are made when they are sent: on Telegram, at the chat page; and what is loaded for them only then."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import date
from pathlib import Path

from icalendar import Calendar
from msgspec.structs import replace

from bot.clock import Clock
from bot.made_files import Facts, MadeFiles
from bot.store.addresses import Key
from bot.store.base import Store
from bot.store.rows import Turn, Update
from handlers.actions import Verb
from handlers.made import Made, Wanted, media_of, wanted_of
from handlers.messages import Choice, Reply, plain
from handlers.ticket import Media, MediaKind
from reminders.card import Card, blank_card
from tests.bot.browsing import Page, page_of
from tests.bot.conftest import read_once
from tests.bot.telegram_channel import Desk, at_the_desk
from tests.bot.ways import column, polling, replies
from tests.fake_bot_api import TOKEN, FakeBotApi, Sent, Upload
from tests.running import running, settings

YEAR = "2025-26"
CARD, ICS = media_of(Wanted(Made.CARD, YEAR, "hi")), media_of(Wanted(Made.ICS, YEAR, "en"))
TAKE = (Choice(plain("Again"), Verb.MENU),)
ROOT = Path(__file__).resolve().parent.parent.parent


def knowing(*done: int) -> tuple[Facts, list[Key]]:
    """Facts of somebody who has finished so many courses at the first, the second, … question; and who was asked of."""
    asked: list[Key] = []

    async def facts(key: Key, year: str) -> Card | None:
        completed = done[min(len(asked), len(done) - 1)]
        asked.append(key)
        card = blank_card(read_once().catalogue.years[0], date(2026, 2, 20))
        return replace(card, year=year, completed=completed)

    return facts, asked


def upload_of(call: Sent) -> Upload:
    (upload,) = [value for value in call.params.values() if isinstance(value, Upload)]
    return upload


def titles(file: bytes) -> list[str]:
    return [str(event["uid"]) for event in Calendar.from_ical(file).walk("VEVENT")]


# -- references --------------------------------------------------------------------------------------------------------


def test_a_reference_says_what_to_make_and_nothing_of_a_person() -> None:
    assert (
        Media(MediaKind.PHOTO, "make:card:2025-26:hi", "igot-2025-26.png"),
        Media(MediaKind.DOCUMENT, "make:ics:2025-26:en", "igot-2025-26.ics"),
    ) == (CARD, ICS)
    assert wanted_of(CARD.ref) == Wanted(Made.CARD, YEAR, "hi")
    for other in ("page:3", "AgACAgQ", "make:card:2025-26", "make:map:2025-26:hi", "make:card:2025-26:fr"):
        assert wanted_of(other) is None


# -- Telegram ----------------------------------------------------------------------------------------------------------


def test_telegram_gets_a_picture_and_a_file_made_for_that_chat(tmp_path: Path) -> None:
    facts, asked = knowing(1, 3)
    made = MadeFiles(facts, lambda: read_once().catalogue, Clock(date(2026, 2, 20)))

    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        await desk.send(71, "Your card", media=CARD, choices=TAKE)
        await desk.send(71, "Your dates", media=ICS)
        picture, dates = desk.api.sent_to(71)
        assert (picture.method, picture.text, upload_of(picture).filename) == ("sendPhoto", "Your card", CARD.name)
        assert upload_of(picture).data.startswith(b"\x89PNG") and len(upload_of(picture).data) < 60_000
        assert picture.buttons() != []
        assert (dates.method, dates.text, upload_of(dates).filename) == ("sendDocument", "Your dates", ICS.name)
        assert titles(upload_of(dates).data) == ["2025-26-complete@dakpath", "2025-26-assessment@dakpath"]
        assert asked == [("telegram", desk.channel.bot_id, "71")] * 2

    at_the_desk(check, tmp_path, attachment=made.make)


async def _nothing_known(key: Key, year: str) -> Card | None:
    return None


def test_what_cannot_be_made_leaves_its_words(tmp_path: Path) -> None:
    made = MadeFiles(_nothing_known, lambda: read_once().catalogue, Clock(date(2026, 4, 2)))

    async def check(desk: Desk) -> None:
        desk.api.add_chat(71)
        for media in (CARD, ICS, replace(ICS, ref="make:map:2025-26:en"), replace(ICS, ref="make:ics:1999-00:en")):
            await desk.send(71, "*What* it says", media=media, choices=TAKE)
        calls = desk.api.sent_to(71)
        assert [(call.method, call.text) for call in calls] == [("sendMessage", "What it says")] * 4
        assert all(call.buttons() for call in calls)

    at_the_desk(check, tmp_path, attachment=made.make)


def test_the_calendar_command_brings_the_dates_that_are_left(tmp_path: Path) -> None:
    async def talk() -> None:
        async with FakeBotApi(token=TOKEN) as api, running(polling(tmp_path, api), date(2026, 3, 5)):
            api.say(71, "/calendar")
            await api.wait_for(replies(71, 1), 10)
            (call,) = api.sent_to(71)
            assert titles(upload_of(call).data) == ["2025-26-complete@dakpath", "2025-26-assessment@dakpath"]
            assert "calendar" in call.text

    asyncio.run(asyncio.wait_for(talk(), 30))
    assert b"BEGIN:VCALENDAR" not in (tmp_path / "chat.db").read_bytes()
    assert "make:ics:2025-26:en" in str(column(tmp_path, "SELECT body FROM outbox")[0])


# -- the chat page -----------------------------------------------------------------------------------------------------


async def fetched(page: Page, url: str) -> tuple[int, bytes, str]:
    async with page.http.get(page.url + url) as answer:
        return answer.status, await answer.read(), answer.headers.get("content-disposition", "")


def test_the_page_gets_each_file_anew_and_nobody_else_does(tmp_path: Path) -> None:
    facts, asked = knowing(0, 3, 3)

    async def talk() -> None:
        async with (
            running(settings(tmp_path), date(2026, 2, 10), facts=facts) as run,
            page_of(run) as page,
            page_of(run) as other,
        ):
            assert await page.say("/calendar") == 202
            reply = dict(await page.events(count=2))["reply"]  # before or after "ready"
            assert reply["attachment"]["kind"] == "document"
            url = reply["attachment"]["url"]
            status, file, name = await fetched(page, url)
            assert (status, len(titles(file))) == (200, 3)
            assert name == "attachment; filename*=UTF-8''igot-2025-26.ics"
            _, file, _ = await fetched(page, url)
            assert len(titles(file)) == 2
            assert (await fetched(other, url))[0] == 404
            picture = await put(page, run.app.store, tmp_path)
            status, file, name = await fetched(page, picture)
            assert (status, file[:4], name.partition(";")[0]) == (200, b"\x89PNG", "inline")
            assert len(set(asked)) == 1 and len(asked) == 3

    asyncio.run(asyncio.wait_for(talk(), 30))


async def put(page: Page, store: Store, folder: Path) -> str:
    """Save a reply with the card as a turn does; return the address of its picture."""
    await store.receive([Update("web", "elsewhere", "1", "nobody", "{}")], 1)
    (waiting,) = await store.next_turn(9)
    address = int(str(column(folder, "SELECT id FROM address WHERE bot_id = 'page'")[0]))
    mine = replace(waiting, address_id=address)
    await store.save_turn([Turn(mine, mine.session, (Reply("hi", (plain("कार्ड"),), media=CARD),))], 1)
    *_, (_, reply), _ = await page.events(count=3)
    assert reply["attachment"]["kind"] == "picture"
    return str(reply["attachment"]["url"])


# -- what is loaded ----------------------------------------------------------------------------------------------------


def test_nothing_is_loaded_for_files_before_one_is_made() -> None:
    code = (
        "import sys, bot.app, bot.telegram_link\n"
        "late = {'icalendar', 'PIL', 'resvg_py', 'dateutil', 'reminders.card', 'bot.picture'}\n"
        "print(sorted(late & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
