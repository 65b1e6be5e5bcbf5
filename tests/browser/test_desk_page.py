"""The helpdesk's page in a real browser, with the person's chat page beside it."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import ChatServer
from .visits import OWN, PATIENCE, REPLIES, WATCH_POLICY, Visits, say

DEVANAGARI = re.compile(r"[\u0900-\u097f]")
FORBIDDEN = "the server responded with a status of 403"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


class Desks(Visits):
    """Opens the helpdesk's page for helpers of their own."""

    def __init__(self, browser: Browser, server: ChatServer) -> None:
        super().__init__(browser, server.url)
        self.server = server

    def code(self) -> str:
        """A one-time code of the central desk, from the command line beside the running program."""
        command = [sys.executable, "-m", "bot", "invite", "--role", "helpdesk", "--central"]
        folder, environment = self.server.folder, self.server.environment()
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
        found = re.search(r"code: ([A-Z0-9-]+)", done.stdout)
        assert found, done.stdout
        return found.group(1)

    def arrive(self, width: int = 360, height: int = 740, at: str = "", **options: Any) -> Page:
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        context.add_init_script(WATCH_POLICY)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", self.heard)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(f"{self.url}desk{at}")
        self.pages.append(page)
        expect(page.locator("#code")).to_be_visible(timeout=PATIENCE)
        return page

    def enter(self, width: int = 360, height: int = 740, **options: Any) -> Page:
        page = self.arrive(width, height, **options)
        page.locator("#code").fill(self.code())
        page.locator("#code").press("Enter")
        expect(page.locator("#work")).to_be_visible(timeout=PATIENCE)
        return page


@pytest.fixture
def desks(browser: Browser, chat_server: ChatServer) -> Iterator[Desks]:
    opened = Desks(browser, chat_server)
    yield opened
    opened.close()
    assert [fault for fault in opened.faults if FORBIDDEN not in fault] == []


def opens_ticket(person: Page) -> str:
    """Asks for a human, skips what is asked before, and returns the request's number."""
    reply = say(person, "/human")
    for _ in range(9):
        keys = reply.locator(".key", has_text="Skip")
        if not keys.count():
            break
        before = person.locator(REPLIES).count()
        keys.first.click()
        reply = person.locator(REPLIES).nth(before)
        expect(reply).to_be_visible(timeout=PATIENCE)
    found = re.search(r"\d+", reply.locator(".text").inner_text())
    assert found
    return found.group()


def choose(helper: Page, number: str) -> None:
    helper.locator("[data-filter=all]").click()
    helper.locator(f"[data-id='{number}']").click()
    expect(helper.locator("#subject")).to_contain_text(f"#{number}")


def claim(helper: Page, number: str) -> None:
    choose(helper, number)
    helper.locator("#doings .main").click()
    expect(helper.locator("#answer")).to_have_class(re.compile(r"\banswers\b"))


def writes(helper: Page, text: str) -> None:
    helper.locator("#input").fill(text)
    helper.locator("#input").press("Enter")
    expect(helper.locator(".row.own .text").last).to_have_text(text)


def test_a_wrong_code_is_told_and_a_good_one_lets_in(desks: Desks) -> None:
    page = desks.arrive()
    expect(page.locator("#code")).to_be_focused()
    page.keyboard.type("not-a-code")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#work")).to_be_hidden()
    page.locator("#code").fill(desks.code())
    page.keyboard.press("Enter")
    expect(page.locator("#work")).to_be_visible()
    page.reload()
    expect(page.locator("#work")).to_be_visible()
    page.locator("#sign-out").click()
    expect(page.locator("#code")).to_be_visible()
    page.reload()
    expect(page.locator("#code")).to_be_visible()


def test_an_invitations_link_fills_the_code_in_and_leaves_the_address(desks: Desks) -> None:
    page = desks.arrive(at="#some-code-4711")
    expect(page.locator("#code")).to_have_value("some-code-4711")
    assert "4711" not in page.url


def test_a_request_is_answered_from_claim_to_close(desks: Desks) -> None:
    helper, person = desks.enter(1200, 800), desks.open()
    number = opens_ticket(person)
    expect(helper.locator(f"[data-id='{number}']")).to_be_visible(timeout=PATIENCE)  # it comes by itself
    claim(helper, number)
    replies = person.locator(REPLIES)
    expect(replies.last).to_contain_text(number, timeout=PATIENCE)
    writes(helper, "Which message do you see?")
    expect(replies.last).to_contain_text("Which message do you see?", timeout=PATIENCE)
    person.locator("#input").fill("Invalid user details")
    person.locator("#input").press("Enter")
    expect(helper.locator(".row.person .text").last).to_have_text("Invalid user details", timeout=PATIENCE)
    expect(helper.locator("#turn")).to_have_class("staff")
    before = replies.count()
    helper.locator("#note").click()
    writes(helper, "Asked the cell.")
    expect(helper.locator(".row.note")).to_have_count(1)
    helper.locator("#note").click()
    helper.locator("#canned").click()
    option = helper.locator("#options .option").first
    words = option.locator("small").inner_text()
    option.click()
    expect(replies.nth(before)).to_contain_text(words, timeout=PATIENCE)
    helper.locator("#doings button").last.click()
    helper.locator("#options .main").click()
    expect(helper.locator("#answer")).to_be_hidden()
    expect(replies.nth(before + 1).locator(".key").first).to_be_visible(timeout=PATIENCE)
    assert "Asked the cell." not in person.locator("#log").inner_text()


def test_files_go_both_ways(desks: Desks) -> None:
    helper, person = desks.enter(), desks.open()
    number = opens_ticket(person)
    claim(helper, number)
    expect(person.locator(REPLIES).last).to_contain_text(number, timeout=PATIENCE)
    person.locator("#input").fill("this is it")
    person.locator("#file").set_input_files({"name": "shot.png", "mimeType": "image/png", "buffer": PICTURE})
    own = person.locator(OWN).last
    expect(own).to_have_class(re.compile(r"\bsent\b"), timeout=PATIENCE)
    expect(own).to_contain_text("shot.png")
    row = helper.locator(".row.person").last
    expect(row.locator("img")).to_be_visible(timeout=PATIENCE)
    expect(row).to_contain_text("this is it")
    assert row.locator("img").evaluate("image => image.naturalWidth") == 1
    helper.locator("#file").set_input_files({"name": "order.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"})
    expect(helper.locator("#chosen")).to_contain_text("order.pdf")
    helper.locator("#input").fill("Read this")
    helper.locator("#send").click()
    expect(helper.locator("#chosen")).to_be_hidden()
    link = person.locator(f"{REPLIES} a.document").last
    expect(link).to_contain_text("order.pdf", timeout=PATIENCE)
    with person.expect_download() as download:
        link.click()
    assert download.value.path().read_bytes() == b"%PDF-1.4"


def test_other_words_for_a_helpers_message_take_its_place(desks: Desks) -> None:
    person = desks.open()

    def event(kind: str, **data: object) -> str:
        return f"event: {kind}\ndata: {json.dumps(data)}\n\n"

    def reply(id_: int, text: str, edits: int = 0) -> str:
        body = [{"t": "text", "v": text}]
        return event("reply", id=id_, at="2026-02-10T10:00:00+05:30", language="en", body=body, choices=[],
                     attachment=None, edits=edits, clears=False)  # fmt: skip

    stream = reply(9001, "Go to Setings.") + reply(9002, "Then log in.") + reply(9003, "Go to Settings.", edits=9001)
    person.route("**/events*", lambda route: route.fulfill(content_type="text/event-stream", body=stream))
    person.reload()
    shown = person.locator(REPLIES)
    expect(shown.last).to_contain_text("Then log in.", timeout=PATIENCE)
    edited = shown.nth(shown.count() - 2)
    expect(edited).to_contain_text("Go to Settings.")
    expect(edited.locator(".meta")).to_contain_text("edited")
    expect(person.locator("#log")).not_to_contain_text("Setings.")
    person.unroute_all()


def test_a_helper_changes_a_message_and_the_person_sees_the_new_words(desks: Desks) -> None:
    helper, person = desks.enter(360, 740), desks.open()
    number = opens_ticket(person)
    claim(helper, number)
    writes(helper, "Go to Setings.")
    shown = person.locator(REPLIES).filter(has_text="Setings.")
    expect(shown).to_have_count(1, timeout=PATIENCE)
    helper.locator(".row.own .edit").click()
    expect(helper.locator("#chosen")).to_be_visible()
    expect(helper.locator("#input")).to_have_value("Go to Setings.")
    helper.locator("#unchoose").click()  # thought better of it
    expect(helper.locator("#input")).to_have_value("")
    helper.locator(".row.own .edit").click()
    writes(helper, "Go to Settings.")
    expect(helper.locator(".row.own")).to_have_count(1)
    expect(helper.locator("#chosen")).to_be_hidden()
    changed = person.locator(REPLIES).filter(has_text="Go to Settings.")
    expect(changed).to_have_count(1, timeout=PATIENCE)
    expect(changed.locator(".meta")).to_contain_text("edited")
    expect(person.locator("#log")).not_to_contain_text("Setings.")


def test_whoever_comes_second_is_told_and_can_only_write_notes(desks: Desks) -> None:
    one, two, person = desks.enter(1200, 800), desks.enter(1200, 800), desks.open()
    number = opens_ticket(person)
    expect(one.locator(f"[data-id='{number}']")).to_be_visible(timeout=PATIENCE)
    choose(two, number)
    claim(one, number)
    expect(two.locator("#foot")).to_have_text("Somebody else has claimed this request. You can write notes.")
    expect(two.locator("#canned")).to_be_hidden()
    writes(two, "I know this person's office.")
    expect(one.locator(".row.note")).to_contain_text("I know this person's office.", timeout=PATIENCE)


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("language", ["en", "hi"])
def test_everything_fits_and_has_a_name_in_both_languages(desks: Desks, width: int, language: str) -> None:
    helper, person = desks.enter(width, 740), desks.open()
    number = opens_ticket(person)
    if language == "hi":
        helper.locator("#language").click()
        expect(helper.locator("html")).to_have_attribute("lang", "hi")
    fits(helper, width)
    claim(helper, number)
    fits(helper, width)
    if language == "hi":
        for place in ("#turn", "#doings", ".answer .tools", "#me", "#tabs"):
            assert DEVANAGARI.search(helper.locator(place).text_content() or ""), place
    for opener in ("#canned", "#doings button"):
        helper.locator(opener).first.click()
        expect(helper.get_by_role("dialog")).to_be_visible()
        fits(helper, width)
        helper.keyboard.press("Escape")
    writes(helper, "y" * 300)
    fits(helper, width)


_CONTROLS = """
() => [...document.querySelectorAll("button, a, textarea")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => {
        const box = one.getBoundingClientRect();
        const name = one.getAttribute("aria-label") || one.innerText.trim() || one.title;
        return [box.left, box.right, box.height, name];
    })
"""


def fits(page: Page, width: int) -> None:
    """Nothing is wider than the screen, every control can be hit and has a name."""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    controls = page.evaluate(_CONTROLS)  # at one moment: the list is drawn anew every two seconds
    assert controls
    for left, right, height, name in controls:
        assert left >= 0 and right <= width + 0.5, name
        assert height >= 24, name
        assert name


def test_on_a_phone_one_goes_back_to_the_list(desks: Desks) -> None:
    helper, person = desks.enter(), desks.open()
    number = opens_ticket(person)
    choose(helper, number)
    expect(helper.locator("#tickets")).to_be_hidden()
    helper.locator("#input").fill("half a sentence")
    helper.locator(".back").click()
    expect(helper.locator(f"[data-id='{number}']")).to_be_focused()
    helper.keyboard.press("Enter")
    expect(helper.locator("#input")).to_have_value("half a sentence")
    helper.go_back()
    expect(helper.locator("#tickets")).to_be_visible()
