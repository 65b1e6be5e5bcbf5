"""What brings people to the assistant, at the desk page: the link, the texts, the posters, who gets them, the audit."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from handlers.ticket import Role
from tests.bot.desking import Helper, helper_of
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.running import Running, running, settings


def at_the_page(folder: Path, script: Callable[[Running], Awaitable[None]]) -> None:
    async def talk() -> None:
        async with FakeBotApi(token=TOKEN) as api, running(settings(folder, api)) as run:
            assert run.app.telegram is not None
            run.app.telegram.channel.named("dakpath_test_bot")  # as the platform tells it a moment later
            await script(run)

    asyncio.run(asyncio.wait_for(talk(), 120))


async def saved(helper: Helper, path: str) -> tuple[int, bytes, str]:
    async with helper.http.get(f"{helper.run.url}/desk/invite/files/{path}") as answer:
        return answer.status, await answer.read(), answer.headers.get("content-disposition", "")


async def invitations(run: Running) -> list[str]:
    found = await run.app.store.audits(99)
    rows = [one.audit for one in reversed(found) if one.audit.action == "invite people"]
    return [f"{audit.actor} {audit.details}" for audit in rows]


def test_a_cell_gets_link_texts_and_posters_of_its_circle(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run, "delhi", Role.CELL) as helper:
            status, shown = await helper.get("invite/state")
            assert (status, shown["of"], shown["circles"]) == (200, "delhi", [])
            assert shown["title"] == "Invite for Delhi Postal Circle"
            assert shown["link"].partition("?")[2] == "start=c-delhi" and shown["link"].startswith("https://t.me/")
            english, hindi = shown["texts"]
            assert "iGOT courses and the APAR, Delhi Postal Circle:" in english["text"]
            assert "दिल्ली डाक सर्किल" in hindi["text"]
            assert all(shown["link"] in one["text"] for one in (english, hindi))
            assert [(one["what"], one["language"], one["label"]) for one in shown["files"]] == [
                ("poster", "en", "Picture (PNG), English"), ("sheet", "en", "Sheet to print (PDF), English"),
                ("poster", "hi", "Picture (PNG), हिन्दी"), ("sheet", "hi", "Sheet to print (PDF), हिन्दी"),
            ]  # fmt: skip
            for what, language, start in (("poster", "en", b"\x89PNG"), ("sheet", "hi", b"%PDF")):
                status, data, name = await saved(helper, f"{what}?language={language}")
                assert (status, data[:4]) == (200, start)
                assert f"igot-delhi-{language}.{'png' if what == 'poster' else 'pdf'}" in name
            assert await invitations(run) == [
                f"member:1 delhi, {what}" for what in ("link and text", "igot-delhi-en.png", "igot-delhi-hi.pdf")
            ]  # fmt: skip

    at_the_page(tmp_path, script)


def test_nobody_invites_for_another_circle(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run, "delhi", Role.CELL) as cell, helper_of(run, None, Role.HELPDESK) as other:
            asked = {cell: ("?circle=bihar", "?circle=atlantis"), other: ("", "?circle=delhi")}
            for helper, paths in asked.items():
                for path in paths:
                    assert (await helper.get(f"invite/state{path}"))[0] == 403
                    assert (await saved(helper, f"poster{path}"))[0] == 403
            assert (await saved(cell, "card"))[0] == 404
            await cell.call("sign-out")
            assert [(await cell.get("invite/state"))[0], (await saved(cell, "poster"))[0]] == [401, 401]
            assert await invitations(run) == []

    at_the_page(tmp_path, script)


def test_the_training_division_chooses_a_circle_first(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run, None, Role.ADMINISTRATOR) as helper:
            status, shown = await helper.get("invite/state?language=hi")
            assert (status, shown["of"], "link" in shown) == (200, "", False)
            assert {"id": "bihar", "label": "बिहार डाक सर्किल"} in shown["circles"]
            assert (await saved(helper, "poster"))[0] == 403
            assert await invitations(run) == []
            shown = (await helper.get("invite/state?language=hi&circle=bihar"))[1]
            assert shown["title"] == "बिहार डाक सर्किल के लिए बुलाएँ"
            status, page = await helper.get("invite")
            assert status == 200 and b"desk-invite.js" in page

    at_the_page(tmp_path, script)


def test_without_a_bot_there_is_no_link(tmp_path: Path) -> None:
    async def talk() -> None:
        async with running(settings(tmp_path)) as run, helper_of(run, "delhi", Role.CELL) as helper:
            status, answer = await helper.get("invite/state")
            assert (status, "my own address" in answer["said"]) == (409, True)
            assert (await saved(helper, "poster"))[0] == 404
            assert await invitations(run) == []

    asyncio.run(asyncio.wait_for(talk(), 60))
