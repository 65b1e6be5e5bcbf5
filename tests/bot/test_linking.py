"""A chat linked to an employee through the whole assistant: by number and by code, moved, invited, undone."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
from pathlib import Path

import pytest

import bot.app
from bot.store.link_base import Reached
from bot.store.sqlite import SqliteStore
from handlers.link_scene import LinkScene, LinkWanted
from handlers.ticket import Role, State
from tests.bot.browsing import page_of
from tests.bot.command_line import Cli, is_one_line
from tests.bot.desking import Asker, words_of
from tests.bot.handing import (
    ADMIN,
    ASHA,
    CHARU,
    DELHI,
    PERSON,
    PUNJAB,
    Desk,
    data_of,
    from_delhi,
    labels,
    play,
    staffed,
)
from tests.bot.ways import BOTH_WAYS, Way
from tests.fake_bot_api import Upload
from tests.running import Running, running, settings
from tests.store.backings import SqliteBacking
from tests.store.listing import Row, listed

A = Row("10012345", "9876543210")
B = Row("10099999", "9876500000", post="mts", circle="punjab")
OTHER = 42


def roster(folder: Path, run: Running, *rows: Row) -> list[int]:
    """Put employees on the list of the running assistant."""
    backing = SqliteBacking(folder)
    backing.path = folder / "chat.db"
    return listed(backing, *rows, hashes=run.app.store._addresses)  # type: ignore[attr-defined]


def sql(folder: Path, statement: str, *values: object) -> list[tuple[object, ...]]:
    with sqlite3.connect(folder / "chat.db", isolation_level=None) as connection:
        return connection.execute(statement, values).fetchall()


@BOTH_WAYS
def test_the_number_that_telegram_vouches_for_links(tmp_path: Path, way: Way) -> None:
    async def script(desk: Desk) -> None:
        roster(tmp_path, desk.run, A)
        desk.api.say(PERSON, "/connect")
        asked = await desk.hears(PERSON, "Share my number")
        assert asked.typed()[:3] == [("Share my number", True), ("I have a code", False), ("Not now", False)]
        desk.api.share_contact(PERSON, "+91 98765 43210")
        looked = await desk.hears(PERSON, "compared the number")
        assert json.loads(looked.params["reply_markup"]) == {"remove_keyboard": True}
        done = await desk.hears(PERSON, "now connected")
        assert "…2345" in done.text and "Postman" in done.text and "10012345" not in done.text
        desk.api.say(PERSON, "/courses")
        assert "Postman" in (await desk.hears(PERSON, "courses")).text

    play(script, tmp_path, way)
    kept = "".join(map(str, sql(tmp_path, "SELECT body FROM inbox UNION ALL SELECT state FROM session")))
    assert "98765" not in kept and "43210" not in kept


def test_only_the_own_number_links_and_a_foreign_one_is_nobodys(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        roster(tmp_path, desk.run, A)
        desk.api.say(PERSON, "/connect")
        await desk.hears(PERSON, "Share my number")
        desk.api.share_contact(PERSON, "+919876543210", user_id=OTHER)
        await desk.hears(PERSON, "not the number of your own account")
        desk.api.share_contact(PERSON, "+919876543210", user_id=0)
        await desk.hears(PERSON, "not the number of your own account")
        origin = {"type": "user", "date": 1, "sender_user": {"id": PERSON, "is_bot": False, "first_name": "P"}}
        desk.api.share_contact(PERSON, "+919876543210", forward_origin=origin)
        await desk.hears(PERSON, "not the number of your own account")
        desk.api.share_contact(PERSON, "+19876543210")
        await desk.hears(PERSON, "not the number of your own account")

    play(script, tmp_path)
    assert sql(tmp_path, "SELECT count(*) FROM link") == [(0,)]


def test_what_fails_says_the_same_whether_the_id_exists_or_not_and_ends(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        roster(tmp_path, desk.run, A)
        desk.api.say(PERSON, "/menu")
        await desk.hears(PERSON, "What can I help you with")
        said = []
        for id_ in ("10012345", "20099999"):
            desk.api.say(PERSON, f"{id_} K7MP-3QXA")
            failed = await desk.hears(PERSON, "do not fit together")
            said.append((failed.text, labels(failed)))
        assert said[0] == said[1] and labels(failed)[0] == "Try again"
        for _ in range(3):
            desk.api.say(PERSON, "10012345 K7MP-3QXA")
            await desk.hears(PERSON, "do not fit together")
        desk.api.say(PERSON, "10012345 K7MP-3QXA")
        await desk.hears(PERSON, "tried too often")
        desk.api.share_contact(PERSON, "+919876543210")
        await desk.hears(PERSON, "tried too often")
        desk.clock.move(days=1, seconds=1)
        desk.api.share_contact(PERSON, "+919876543210")
        await desk.hears(PERSON, "now connected")

    play(script, tmp_path)


def test_at_the_chat_page_the_code_of_the_command_line_links(tmp_path: Path, cli: Cli) -> None:
    made = settings(tmp_path)

    async def script(run: Running) -> str:
        roster(tmp_path, run, A)
        return run.url

    async def begin() -> None:
        async with running(made) as run:
            await script(run)

    asyncio.run(begin())
    told = cli("code", "--employee", "10012345", DATABASE_URL=f"sqlite:///{tmp_path}/chat.db")
    assert told.code == 0, told.err
    code = told.out.splitlines()[0].split(": ")[1].split()[0]

    async def use() -> None:
        async with running(made) as run, page_of(run) as page:
            asker = Asker(page)
            await asker.says("/connect")
            await asker.heard("employee ID")
            await asker.says(f"10012345 {code.lower()}")
            await asker.heard("now connected")
            await asker.says(f"10012345 {code.lower()}")
            await asker.heard("do not fit together")

    asyncio.run(asyncio.wait_for(use(), 40))
    audits = sql(tmp_path, "SELECT actor, action FROM audit ORDER BY id")
    assert ("command line", "codes") in audits and any(action == "link" for _, action in audits)


def test_two_who_link_at_the_same_moment_each_become_their_own(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        first, second = roster(tmp_path, desk.run, A, B)
        async with desk.run.app.inbox.one_at_a_time:
            desk.api.share_contact(PERSON, "+919876543210")
            desk.api.share_contact(OTHER, "+919876500000")
            desk.api.say(43, "last date?")
            await desk.api.wait_for(lambda api: not api.inbox.pending)
        for chat in (PERSON, OTHER):
            await desk.hears(chat, "now connected")
        await desk.hears(43, "2026")
        assert sql(tmp_path, "SELECT person_id FROM address WHERE chat_id IN ('41', '42') ORDER BY chat_id") == [
            (first,),
            (second,),
        ]

    play(script, tmp_path)


def test_who_moves_to_another_circle_takes_the_request_along_and_both_cells_are_told(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        (employee,) = roster(tmp_path, desk.run, A)
        await staffed(desk)
        await desk.joins(CHARU, "punjab", Role.CELL)
        await desk.joins(CHARU, "punjab")
        await desk.links(PUNJAB, "punjab")
        await desk.joins(51, "delhi", Role.CELL)
        desk.api.share_contact(PERSON, "+919876543210")
        await desk.hears(PERSON, "now connected")
        number = await desk.opens()
        await desk.hears(DELHI, "New request")
        sql(tmp_path, "UPDATE roster SET circle = 'punjab' WHERE person_id = ?", employee)
        await desk.hears(DELHI, f"Request {number} has gone to Punjab")
        await desk.hears(PERSON, "waits there now")
        await desk.hears(PUNJAB, "request")
        ticket = await desk.ticket(number)
        assert (ticket.circle, ticket.state) == ("punjab", State.OPEN)
        away = await desk.hears(51, "has moved from Delhi Postal Circle to Punjab Postal Circle", 15)
        here = await desk.hears(CHARU, "has come to Punjab Postal Circle from Delhi Postal Circle", 15)
        assert all("10012345" in sent.text and "One open request" in sent.text for sent in (away, here))
        desk.api.say(PERSON, "/profile")
        assert "Punjab" in (await desk.hears(PERSON, "Circle:")).text

    play(script, tmp_path)


def test_who_moves_twice_between_two_looks_takes_the_request_to_where_they_are(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        (employee,) = roster(tmp_path, desk.run, A)
        await staffed(desk)
        desk.api.share_contact(PERSON, "+919876543210")
        await desk.hears(PERSON, "now connected")
        number = await desk.opens()
        async with desk.run.app.inbox.one_at_a_time:  # two imports while the program did not look
            for circle in ("bihar", "punjab"):
                sql(tmp_path, "UPDATE roster SET circle = ? WHERE person_id = ?", circle, employee)
        await desk.hears(DELHI, f"Request {number} has gone to Punjab")
        await desk.hears(PERSON, "you belong to Punjab Postal Circle")
        assert (await desk.ticket(number)).circle == "punjab"
        desk.api.say(PERSON, "/profile")
        assert "Punjab" in (await desk.hears(PERSON, "• Circle:")).text
        assert not [sent for sent in desk.api.sent if "Bihar" in sent.text]

    play(script, tmp_path)


def test_a_helper_who_moves_loses_the_role_and_what_they_had_goes_back(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        (employee,) = roster(tmp_path, desk.run, A)
        await staffed(desk)
        await from_delhi(desk)
        desk.api.share_contact(ASHA, "+919876543210")
        await desk.hears(ASHA, "now connected")
        number = await desk.opens()
        card = await desk.hears(DELHI, "New request")
        desk.member(ASHA).tap(data_of(card, "claim."), card.message_id)
        await desk.hears(DELHI, "is taken")
        sql(tmp_path, "UPDATE roster SET circle = 'punjab' WHERE person_id = ?", employee)
        await desk.hears(DELHI, "that role has ended", 15)
        await desk.settled()
        assert [(one.person, one.circle) for one in await desk.run.app.store.staff() if one.person == employee] == []
        assert (await desk.ticket(number)).state is State.OPEN

    play(script, tmp_path)


def test_invite_gives_a_cell_the_link_pictures_and_sheets(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        await desk.joins(ASHA, "delhi", Role.CELL)
        await desk.joins(CHARU, "delhi", Role.HELPDESK)
        await desk.joins(ADMIN, None, Role.ADMINISTRATOR)
        desk.api.say(ASHA, "/invite")
        await desk.hears(ASHA, "is taken to work in Delhi Postal Circle")
        english = await desk.hears(ASHA, "?start=c-delhi", 30)
        hindi = await desk.hears(ASHA, "?start=c-delhi", 30)
        assert (english.method, hindi.method) == ("sendPhoto", "sendPhoto") and "डाकपथ" in hindi.text
        await desk.api.wait_for(lambda api: len([s for s in api.sent_to(ASHA) if s.method == "sendDocument"]) == 2, 30)
        files = [
            value for sent in desk.api.sent_to(ASHA) for value in sent.params.values() if isinstance(value, Upload)
        ]
        assert [file.data[:4] for file in files] == [b"\x89PNG", b"\x89PNG", b"%PDF", b"%PDF"]
        for nobody in (CHARU, PERSON):
            desk.api.say(nobody, "/invite")
            await desk.hears(nobody, "do not know this command")
        desk.api.say(ADMIN, "/invite")
        await desk.hears(ADMIN, "For which circle?")
        desk.api.say(ADMIN, "/invite punjab circle")
        await desk.hears(ADMIN, "Punjab Postal Circle")
        assert ("member:1", "invite people") in [(one.audit.actor, one.audit.action) for one in await desk.audits()]

    play(script, tmp_path)


def test_who_comes_by_the_link_has_the_circle_and_is_counted(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        for chat, way in ((PERSON, "p"), (OTHER, "c")):
            desk.api.say(chat, f"/start {way}-delhi")
            assert "Delhi Postal Circle" in (await desk.hears(chat, "Which language")).text
        desk.api.say(PERSON, "/start p-delhi")
        await desk.hears(PERSON, "Which language")
        desk.api.say(PERSON, "/profile")
        assert "Delhi" in (await desk.hears(PERSON, "Circle:")).text
        assert await desk.run.app.store.reached("delhi", 0) == [
            Reached("delhi", "c", 1, 1),
            Reached("delhi", "p", 2, 1),
        ]

    play(script, tmp_path)


def test_after_erasing_the_chat_is_linked_to_nobody(tmp_path: Path) -> None:
    async def script(desk: Desk) -> None:
        roster(tmp_path, desk.run, A)
        desk.api.share_contact(PERSON, "+919876543210")
        await desk.hears(PERSON, "now connected")
        desk.api.say(PERSON, "/delete")
        asked = await desk.hears(PERSON, "Shall I erase")
        desk.api.tap(PERSON, next(data for _, data in asked.buttons() if data.endswith("yes")))
        await desk.hears(PERSON, "Erased")
        desk.api.say(PERSON, "/connect")
        await desk.hears(PERSON, "Share my number")

    play(script, tmp_path)
    assert sql(tmp_path, "SELECT employee_id, designation FROM roster") == [("10012345", "postman")]


def test_codes_for_a_circle_are_a_file_of_their_own(tmp_path: Path, cli: Cli) -> None:
    async def begin() -> None:
        async with running(settings(tmp_path)) as run:
            roster(tmp_path, run, A, B, Row("=2+3", circle="delhi"), Row("7", circle="delhi", has_left=True))

    asyncio.run(begin())
    url = f"sqlite:///{tmp_path}/chat.db"
    done = cli("code", "--circle", "Delhi", "--out", "codes.csv", DATABASE_URL=url)
    assert (done.code, done.out.startswith("2 codes")) == (0, True), done.err
    lines = (tmp_path / "codes.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["Employee ID", "10012345", "'=2+3"]
    assert os.stat(tmp_path / "codes.csv").st_mode & 0o077 == 0
    assert is_one_line(cli("code", "--circle", "Delhi", "--out", "codes.csv", DATABASE_URL=url), "--out")
    assert is_one_line(cli("code", "--employee", "555", DATABASE_URL=url), "--employee")
    assert is_one_line(cli("code", DATABASE_URL=url), "code")
    assert ("export codes", "delhi 2") in sql(tmp_path, "SELECT action, details FROM audit")


def test_posters_are_written_with_the_link_and_the_text(tmp_path: Path, cli: Cli) -> None:
    done = cli("poster", "--circle", "Delhi", "--bot", "@a_bot", "--out", "posters")
    assert done.code == 0, done.err
    assert "https://t.me/a_bot?start=c-delhi" in done.out and "डाकपथ" in done.out
    names = {path.name: path.read_bytes()[:4] for path in (tmp_path / "posters").iterdir()}
    assert names == {f"igot-delhi-{language}.{ending}": start for language in ("en", "hi")
                     for ending, start in (("png", b"\x89PNG"), ("pdf", b"%PDF"))}  # fmt: skip
    assert is_one_line(cli("poster", "--circle", "Delhi"), "poster")


def test_the_page_has_no_way_to_share_a_number(tmp_path: Path) -> None:
    async def script() -> None:
        async with running(settings(tmp_path)) as run, page_of(run) as page:
            asker = Asker(page)
            await asker.says("/connect")
            assert "Share my number" not in words_of(await asker.heard("one-time code"))

    asyncio.run(asyncio.wait_for(script(), 40))


HEAD = "Employee ID,Name,Email,Mobile,Designation,Group,Circle,Division,Office,Assessment Passed,Assessment Date"


def test_an_imported_list_links_and_the_next_one_moves(tmp_path: Path, cli: Cli) -> None:
    url = f"sqlite:///{tmp_path}/chat.db"

    def imported(circle: str) -> None:
        row = f"10012345,Asha Rao,asha.rao@example.in,9876543210,Postman,C,{circle},,,,"
        (tmp_path / "list.csv").write_text(f"{HEAD}\n{row}\n", encoding="utf-8")
        done = cli("import", "list.csv", "--central", "--apply", "--yes", DATABASE_URL=url)
        assert done.code == 0, (done.out, done.err)

    imported("Delhi")

    async def link(desk: Desk) -> None:
        desk.api.share_contact(PERSON, "+919876543210")
        assert "Delhi" in (await desk.hears(PERSON, "now connected")).text

    play(link, tmp_path)
    code = cli("code", "--employee", "asha.rao@example.in", DATABASE_URL=url).out.split(": ")[1].split()[0]
    imported("Punjab")

    async def moved(desk: Desk) -> None:
        for _ in range(9):  # the platform's numbers go on where they were
            desk.api.take_update_id()
        for _ in range(5):  # the program looks by itself, too, each second
            await desk.run.app.moving.look()
            desk.api.say(PERSON, "/profile")
            if "Punjab" in (await desk.hears(PERSON, "Circle:")).text:
                break
        else:
            pytest.fail("the move was not followed")
        desk.api.say(OTHER, f"asha.rao@example.in {code}")
        assert "Punjab" in (await desk.hears(OTHER, "now connected")).text
        await desk.hears(PERSON, "Another chat was just connected")

    play(moved, tmp_path)


def test_nothing_more_is_read_for_whoever_does_not_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Counting(SqliteStore):
        async def link_scene(self, address: int, wanted: LinkWanted, now: int) -> LinkScene:
            asked.append("links")
            return await super().link_scene(address, wanted, now)

    monkeypatch.setattr(bot.app, "SqliteStore", Counting)

    async def script(desk: Desk) -> None:
        for said in ("/start", "courses for mts", "last date of the 6 courses?", "/profile", "/privacy", "otp 4 baar"):
            desk.api.say(PERSON, said)
            await desk.settled()
        assert asked == []
        desk.api.say(PERSON, "/connect")
        await desk.hears(PERSON, "Share my number")
        assert asked == ["links"]

    play(script, tmp_path)
