"""Where the circles stand, at the desk page: the figures, the files, and who gets them."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

from handlers.ticket import Role
from tests.bot.desking import Helper, helper_of
from tests.bot.test_report_chat import load
from tests.running import Running, running, settings


def at_the_page(folder: Path, script: Callable[[Running], Awaitable[None]]) -> None:
    async def talk() -> None:
        async with running(settings(folder), date(2026, 2, 18)) as run:
            load(folder)
            await run.app.reminding.look()
            await script(run)

    asyncio.run(asyncio.wait_for(talk(), 60))


async def exports(run: Running) -> list[tuple[str, str]]:
    found = await run.app.store.audits(99)
    return [(one.audit.actor, one.audit.details) for one in reversed(found) if one.audit.action == "export"]


async def saved(helper: Helper, path: str) -> tuple[int, bytes, str]:
    async with helper.http.get(f"{helper.run.url}/desk/report/files/{path}") as answer:
        return answer.status, await answer.read(), answer.headers.get("content-disposition", "")


def test_a_cell_sees_its_circle_and_saves_files(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run, "delhi", Role.CELL) as helper:
            status, shown = await helper.get("report/state")
            assert (status, shown["of"], shown["circles"]) == (200, "delhi", [])
            assert shown["title"] == "Where Delhi Postal Circle stands" and "2 employees" in shown["lines"]
            captions = [table["caption"] for table in shown["tables"]]
            assert captions == ["Division", "Group", "List of courses", "Weeks"]
            for table in shown["tables"]:
                assert {len(row) for row in table["rows"]} <= {len(table["header"])}
            assert shown["tables"][0]["rows"][1][:3] == ["North", "2", "0\n0 %"]
            assert [file["what"] for file in shown["files"]] == ["xlsx", "csv", "calls", "questions", "report", "parts"]
            assert (await helper.get("report/state?language=hi"))[1]["title"] == "दिल्ली डाक सर्किल कहाँ तक पहुँचा"
            assert await exports(run) == []
            status, data, name = await saved(helper, "csv")
            assert (status, name) == (200, 'attachment; filename="igot-csv-delhi-2026-02-18-member-1.csv"')
            rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
            assert {row["Circle"] for row in rows} == {"Delhi Postal Circle"}
            assert (await saved(helper, "report"))[1][:4] == b"\x89PNG"
            assert (await saved(helper, "calls"))[1][:2] == b"PK"
            assert (await saved(helper, "questions"))[1][:2] == b"PK"
            made = [details.split(", ")[:2] for _, details in await exports(run)]
            assert made == [[what, "delhi"] for what in ("csv", "report", "calls", "questions")]
            assert {actor for actor, _ in await exports(run)} == {"member:1"}

    at_the_page(tmp_path, script)


def test_nobody_sees_another_circles_report(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run, "delhi", Role.CELL) as cell, helper_of(run, None, Role.HELPDESK) as other:
            asked = {cell: ("?circle=bihar", "?circle=all", "?circle=atlantis"), other: ("", "?circle=delhi")}
            for helper, paths in asked.items():
                for path in paths:
                    assert (await helper.get(f"report/state{path}"))[0] == 403
                    assert (await saved(helper, f"csv{path}"))[0] == 403
            assert (await saved(cell, "questions?circle=all"))[0] == 403
            assert [(await saved(cell, what))[0] for what in ("card", "ics", "x")] == [404] * 3
            await cell.call("sign-out")
            assert [(await cell.get("report/state"))[0], (await saved(cell, "csv"))[0]] == [401, 401]
            assert await exports(run) == []

    at_the_page(tmp_path, script)


def test_the_training_division_chooses_among_the_circles(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run, None, Role.ADMINISTRATOR) as helper:
            status, shown = await helper.get("report/state")
            assert (status, shown["of"], shown["circles"][0]) == (200, "all", {"id": "all", "label": "All circles"})
            assert {"id": "bihar", "label": "Bihar Postal Circle"} in shown["circles"]
            names = [row[0] for row in shown["tables"][0]["rows"]]
            assert names == ["Total", "Delhi Postal Circle", "Bihar Postal Circle"]
            assert (await helper.get("report/state?circle=bihar"))[1]["lines"][3] == "1 employee"
            assert (await saved(helper, "questions"))[1][:2] == b"PK"
            status, page = await helper.get("report")
            assert status == 200 and b"desk-report.js" in page

    at_the_page(tmp_path, script)
