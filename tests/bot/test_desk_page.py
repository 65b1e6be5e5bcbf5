"""The helpdesk's page over real HTTP: who gets in, what they see, what they do, and what the person gets of it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from handlers.ticket import Role
from tests.bot.browsing import page_of, play
from tests.bot.desking import Asker, browser_at_desk, helper_of, invited, words_of
from tests.bot.ways import column
from tests.running import Running

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
NUMBER = "9876543210"


# -- who gets in -------------------------------------------------------------------------------------------------------


def test_nothing_is_shown_without_signing_in(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with browser_at_desk(run) as helper:
            status, page = await helper.get("")
            assert (status, b"desk.js" in page) == (200, True)
            assert await helper.get("session") == (200, {"member": None})
            for path in ("state", "choices", "tickets/1/files/1"):
                assert (await helper.get(path))[0] == 401, path
            for path in ("tickets/1/claim", "tickets/1/attach?id=message-1&name=a"):
                assert (await helper.call(path))[0] == 401, path

    play(script, tmp_path)


def test_a_code_signs_in_once(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        code, late = await invited(run, "delhi"), await invited(run, lasts=-1)
        async with browser_at_desk(run) as one, browser_at_desk(run) as two:
            assert await one.sign_in(late) == 403
            async with one.http.post(one.run.url + "/desk/sign-in", json={"code": code}, headers=one.headers) as answer:
                assert answer.status == 200
                cookie = answer.headers["set-cookie"].lower()
            assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/desk"))
            assert await two.sign_in(code) == 403
            _, state = await one.get("state?language=hi")
            assert (state["me"]["role"], state["me"]["circle"]) == ("helpdesk", "दिल्ली")
            assert (await one.call("sign-out"))[0] == 200
            assert (await one.get("state"))[0] == 401

    play(script, tmp_path)


def test_codes_cannot_be_tried_for_ever(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        code = await invited(run)
        async with browser_at_desk(run) as helper:
            for bad in (b"not json", b"[]", {"code": 7}, {"code": ""}, {"code": "x" * 300}):
                assert (await helper.call("sign-in", bad))[0] == 400, bad
            assert [await helper.sign_in(f"guess-{at}") for at in range(10)] == [403] * 10
            assert await helper.sign_in(code) == 429

    play(script, tmp_path)


def test_a_revoked_member_is_out_at_once(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper:
            assert await helper.tickets() == []
            (member,) = await run.app.store.staff()
            await run.app.store.revoke(member.id, "command line", run.app.clock.seconds())
            assert (await helper.get("state"))[0] == 401

    play(script, tmp_path)


def test_another_sites_page_cannot_act_for_a_helper(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper:
            for origin in ("http://evil.example", "null"):
                assert (await helper.call("tickets/1/claim", Origin=origin))[0] == 403

    play(script, tmp_path)


# -- a request from its opening to its end -----------------------------------------------------------------------------


def test_a_request_is_claimed_answered_and_closed(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper, page_of(run) as page:
            asker = Asker(page)
            await asker.says("OTP not coming on my new number")
            await asker.next()
            await asker.opens_ticket()
            (row,) = await helper.tickets()
            id_ = row["id"]
            assert (row["state"], row["turn"], row["unread"], row["mine"]) == ("open", "queue", 1, False)
            assert row["topics"] == ["OTP not coming"]
            assert await helper.act(id_, "claim") == []
            await asker.heard(str(id_))
            await helper.write(id_, "Which number is it?")
            assert "Which number is it?" in words_of(await asker.next())
            await asker.says(f"It is {NUMBER}.")
            ticket = await _until(lambda: helper.ticket(id_), lambda ticket: ticket["is_masked"])
            assert NUMBER not in str(ticket)
            assert ticket["turn"] == "staff"
            assert NUMBER in "".join(await helper.act(id_, "unmask"))
            await helper.write(id_, "Thank you.")
            await asker.next()
            (row,) = await helper.tickets()
            assert (row["turn"], row["unread"], row["mine"]) == ("person", 0, True)
            await helper.act(id_, "close")
            closing = await asker.next()
            assert [one["action"].endswith(f"solved.{id_}") for one in closing["choices"]] == [True, True]
            assert await helper.tickets() == []
            assert (await helper.ticket(id_))["turn"] == "closed"

    play(script, tmp_path)
    assert {"claim", "answer", "unmask", "close"} <= set(column(tmp_path, "SELECT action FROM audit"))


def test_a_sent_message_can_be_changed_by_who_wrote_it(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper, helper_of(run) as other, page_of(run) as page:
            asker = Asker(page)
            await asker.opens_ticket()
            (id_,) = [row["id"] for row in await helper.tickets()]
            await helper.act(id_, "claim")
            await helper.write(id_, "Press Setings")
            sent = await asker.heard("Press Setings")
            await helper.write(id_, "a nte", "note")
            await asker.says("thank you")
            await _until(lambda: helper.ticket(id_), lambda ticket: "thank you" in str(ticket))
            told = {entry["text"]: entry for entry in (await helper.ticket(id_))["entries"]}
            mine = told["Press Setings"]
            assert mine["mine"]
            assert await helper.act(id_, "edit", entry=mine["id"], text="Press Settings") == []
            changed = await asker.heard("Press Settings")
            assert changed["edits"] == sent["id"]
            await helper.act(id_, "edit", entry=told["a nte"]["id"], text="a note")
            now = {entry["id"]: entry["text"] for entry in (await helper.ticket(id_))["entries"]}
            assert (now[mine["id"]], now[told["a nte"]["id"]]) == ("Press Settings", "a note")
            persons = next(entry["id"] for entry in (await helper.ticket(id_))["entries"] if entry["by"] == "person")
            for browser, entry in ((other, mine["id"]), (helper, persons), (helper, 10**30), (helper, "x")):
                status, _ = await browser.call(f"tickets/{id_}/edit", {"entry": entry, "text": "not mine"})
                assert status == 404, entry
            status, _ = await helper.call(f"tickets/{id_}/edit", {"entry": mine["id"], "text": " "})
            assert status == 400

    play(script, tmp_path)
    assert {"edit", "edit note"} <= set(column(tmp_path, "SELECT action FROM audit"))


def test_while_a_helper_answers_the_bot_is_silent_and_passes_on(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper, page_of(run) as page:
            asker = Asker(page)
            await asker.opens_ticket()
            id_ = (await helper.tickets())[0]["id"]
            await helper.act(id_, "claim")
            await asker.heard(str(id_))
            await asker.says("What is the last date?")
            await _until(lambda: _entries(helper, id_), lambda some: some[-1]["text"] == "What is the last date?")
            await helper.write(id_, "only for us", "note")
            await helper.write(id_, "It stands in the order.")
            assert "It stands in the order." in words_of(await asker.next())  # nothing was said in between
            entries = await _entries(helper, id_)
            assert [one["by"] for one in entries[-3:]] == ["person", "note", "staff"]
            assert entries[-2]["text"] == "only for us"
            assert "only for us" not in str(asker.seen)

    play(script, tmp_path)


def test_ready_answers_are_sent_in_the_persons_language(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper, page_of(run) as page:
            asker = Asker(page)
            await asker.says("OTP nahi aa raha hai")
            await asker.next()
            await asker.opens_ticket()
            id_ = (await helper.tickets())[0]["id"]
            _, choices = await helper.get("choices")
            ready = choices["canned"][0]
            await helper.act(id_, "claim")
            await asker.heard(str(id_))
            await helper.act(id_, "say", canned=ready["id"])
            assert ready["text"]["hi"] in words_of(await asker.next())

    play(script, tmp_path)


def test_two_claim_at_the_same_moment_and_one_wins(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as one, helper_of(run) as two, page_of(run) as page:
            await Asker(page).opens_ticket()
            id_ = (await one.tickets())[0]["id"]
            told = await asyncio.gather(one.act(id_, "claim"), two.act(id_, "claim"))
            assert sorted(len(said) for said in told) == [0, 1]
            loser = one if told[0] else two
            assert (await loser.ticket(id_))["mine"] is False
            assert await loser.write(id_, "me too")  # refused, and told so
            assert "me too" not in str(await _entries(loser, id_))

    play(script, tmp_path)


def test_a_message_that_arrives_twice_is_sent_once(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper, page_of(run) as page:
            await Asker(page).opens_ticket()
            id_ = (await helper.tickets())[0]["id"]
            for _ in range(3):
                await helper.act(id_, "reply", id="message-1", text="Hello")
            assert [one["text"] for one in await _entries(helper, id_)].count("Hello") == 1

    play(script, tmp_path)


# -- rights ------------------------------------------------------------------------------------------------------------


def test_another_circles_request_does_not_exist_for_a_helper(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with (
            helper_of(run, "delhi") as ours,
            helper_of(run, "bihar") as theirs,
            helper_of(run) as central,
            page_of(run) as page,
        ):
            asker = Asker(page)
            await asker.opens_ticket(circle="Delhi Postal Circle")
            (row,) = await ours.tickets()
            id_ = row["id"]
            assert await theirs.tickets() == []
            assert len(await central.tickets()) == 1
            assert (await theirs.get(f"state?ticket={id_}"))[1]["missing"] is True
            for path in (f"tickets/{id_}/claim", f"tickets/{id_}/attach?id=message-1&name=a"):
                assert (await theirs.call(path, b"{}"))[0] == 404
            await ours.act(id_, "to", place="bihar")
            assert await ours.tickets() == []
            assert [one["circle"] for one in await theirs.tickets()] == ["Bihar"]
            assert (await theirs.ticket(id_))["state"] == "open"

    play(script, tmp_path)


def test_the_cell_does_not_work_on_requests(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run), helper_of(run, role=Role.CELL) as cell, page_of(run) as page:
            await Asker(page).opens_ticket()
            assert await cell.tickets() == []

    play(script, tmp_path)


def test_what_is_no_action_is_refused(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper, page_of(run) as page:
            await Asker(page).opens_ticket()
            id_ = (await helper.tickets())[0]["id"]
            bad: list[tuple[str, Any]] = [
                ("dance", {}), ("to", {"place": "atlantis"}), ("to", {}), ("say", {"canned": "x"}), ("say", {}),
                ("reply", {"id": "message-1"}), ("reply", {"id": "message-1", "text": " "}), ("reply", {"text": "x"}),
                ("reply", {"id": "message-1", "text": "x" * 4097}), ("note", b"[]"), ("note", b"\xff"),
            ]  # fmt: skip
            for action, body in bad:
                assert (await helper.call(f"tickets/{id_}/{action}", body))[0] == 400, (action, str(body)[:60])
            assert (await helper.call(f"tickets/{id_}/reply", b"x" * 40_000))[0] == 413
            assert (await helper.call(f"tickets/{id_ + 1}/claim"))[0] == 404
            assert (await helper.ticket(id_))["state"] == "open"

    play(script, tmp_path)


def test_the_state_is_sent_again_only_when_it_changed(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper, page_of(run) as page:
            async with helper.http.get(run.url + "/desk/state") as answer:
                tag = {"If-None-Match": answer.headers["etag"]}
            assert (await helper.get("state", **tag))[0] == 304
            await Asker(page).opens_ticket()
            assert (await helper.get("state", **tag))[0] == 200

    play(script, tmp_path)


# -- files -------------------------------------------------------------------------------------------------------------


def test_files_go_both_ways_and_to_nobody_else(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper, page_of(run) as page, page_of(run) as stranger:
            asker = Asker(page)
            await asker.opens_ticket()
            id_ = (await helper.tickets())[0]["id"]
            await helper.act(id_, "claim")
            await asker.heard(str(id_))
            assert await asker.sends_file(PNG, "C:\\my screen.png", "look") == 202
            entries = await _until(lambda: _entries(helper, id_), lambda some: bool(some and some[-1]["media"]))
            shown = entries[-1]
            assert (shown["text"], shown["media"]["name"], shown["media"]["kind"]) == ("look", "my screen.png", "photo")
            async with helper.http.get(run.url + shown["media"]["url"]) as answer:
                assert (answer.content_type, await answer.read()) == ("image/png", PNG)
            path = f"tickets/{id_}/attach?id=message-9&name=order.pdf&caption=Read+this"
            assert await helper.call(path, b"%PDF-1.4") == (200, {"said": []})
            reply = await asker.next()
            assert reply["attachment"] == {"kind": "document", "url": f"/files/{reply['id']}", "name": "order.pdf"}
            assert "Read this" in words_of(reply)
            async with page.http.get(run.url + reply["attachment"]["url"]) as answer:
                assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''order.pdf"
                assert (answer.content_type, await answer.read()) == ("application/octet-stream", b"%PDF-1.4")
            for number in (reply["id"], reply["id"] - 1, 10**30):
                async with stranger.http.get(f"{run.url}/files/{number}") as answer:
                    assert answer.status == 404

    play(script, tmp_path)


def test_what_only_calls_itself_a_picture_is_not_drawn(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper, page_of(run) as page:
            asker = Asker(page)
            await asker.opens_ticket()
            id_ = (await helper.tickets())[0]["id"]
            assert await asker.sends_file(b"<script>alert(1)</script>", "evil.png") == 202
            entries = await _until(lambda: _entries(helper, id_), lambda some: bool(some and some[-1]["media"]))
            assert entries[-1]["media"]["kind"] == "document"
            async with helper.http.get(run.url + entries[-1]["media"]["url"]) as answer:
                assert answer.content_type == "application/octet-stream"
                assert answer.headers["x-content-type-options"] == "nosniff"

    play(script, tmp_path)


def test_files_have_a_limit(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with helper_of(run) as helper, page_of(run) as page, browser_at_desk(run) as nobody:
            asker = Asker(page)
            assert await asker.sends_file(b"x" * (10 * 1024 * 1024 + 1), "big.pdf") == 413
            assert await asker.sends_file(b"", "empty.pdf") == 400
            assert await asker.sends_file(b"x", "a.pdf", id_="bad id!!") == 400
            assert await asker.sends_file(b"x", "a.pdf", "x" * 4097) == 400
            assert await asker.sends_file(b"x" * (10 * 1024 * 1024), "big.pdf", id_="file-0002") == 202
            await asker.next()
            url = f"{run.url}/upload?id=file-0003&name=a"
            async with nobody.http.post(url, data=b"x", headers=nobody.headers) as answer:
                assert answer.status == 401
            await asker.opens_ticket()
            id_ = (await helper.tickets())[0]["id"]
            for path, body, wanted in (("&name=a", b"", 400), ("&name=a", b"x" * (10 * 1024 * 1024 + 1), 413)):
                assert (await helper.call(f"tickets/{id_}/attach?id=message-1{path}", body))[0] == wanted
            assert (await helper.call(f"tickets/{id_}/attach?name=a", b"x"))[0] == 400
            statuses = [await asker.sends_file(b"x", "a", id_=f"file-1{at:03}") for at in range(30)]
            assert statuses[-1] == 429

    play(script, tmp_path)


async def _entries(helper: Any, id_: int) -> list[Any]:
    return list((await helper.ticket(id_))["entries"])


async def _until(look: Any, holds: Any) -> Any:
    """Look again until it holds: what a person sent is taken a moment after it was accepted."""
    async with asyncio.timeout(10):
        while not holds(seen := await look()):
            await asyncio.sleep(0.02)
    return seen
