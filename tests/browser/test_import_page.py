"""The page of imports in a real browser: compared, taken in, decided; and what an older window may not do."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.imports.cell import USERS, Cells, user

from .conftest import ChatServer
from .test_desk_page import FORBIDDEN
from .test_report_page import Cells as Members
from .visits import PATIENCE

REFUSED = "the server responded with a status of 409"


@pytest.fixture
def members(browser: Browser, chat_server: ChatServer) -> Iterator[Members]:
    opened = Members(browser, chat_server)
    yield opened
    opened.close()
    assert [fault for fault in opened.faults if FORBIDDEN not in fault and REFUSED not in fault] == []


def report(*rows: Sequence[str]) -> FilePayload:
    text = io.StringIO()
    csv.writer(text).writerows([USERS, *rows])
    return {"name": "users.csv", "mimeType": "text/csv", "buffer": text.getvalue().encode()}


def compares(page: Page, *rows: Cells) -> None:
    page.locator("#file").set_input_files(report(*rows))
    page.locator("#send button").click()
    expect(page.locator("#apply")).to_be_visible(timeout=PATIENCE)


def test_only_what_the_window_shows_is_taken_in_and_a_row_is_decided(members: Members) -> None:
    page = members.enter()
    page.goto(f"{members.url}desk/imports")
    known, other = user("Asha", "1", "asha@x.example"), user("Asha", "1", "other@x.example")
    compares(page, known, other)
    second = page.context.new_page()
    second.goto(f"{members.url}desk/imports")
    second.locator("#cancel").click()
    compares(second, known)
    page.locator("#apply").click()
    expect(page.locator("#step")).to_have_text("This import is no longer waiting. Send the file again.")
    second.locator("#cancel").click()
    expect(second.locator("#send")).to_be_visible(timeout=PATIENCE)
    compares(second, known, other)
    second.locator("#apply").click()
    expect(second.locator("#step")).to_contain_text("is done", timeout=PATIENCE)
    expect(second.locator("#waiting li")).to_contain_text("a•••@x.example")
    second.locator("#language").click()
    second.get_by_role("button", name="एक ही व्यक्ति").click()
    expect(second.locator("#clashes")).to_be_hidden(timeout=PATIENCE)
    assert second.evaluate("document.documentElement.scrollWidth") <= 360
