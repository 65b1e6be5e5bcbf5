"""The desk page's tab of broadcasts in a real browser."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import ChatServer
from .test_desk_page import FORBIDDEN, Desks
from .visits import PATIENCE


class Cells(Desks):
    """Members of an iGOT Cell at the page."""

    def code(self) -> str:
        """A one-time code for Delhi's cell, from the command line beside the running program."""
        command = [sys.executable, "-m", "bot", "invite", "--role", "cell", "--circle", "Delhi"]
        folder, environment = self.server.folder, self.server.environment()
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
        found = re.search(r"code: ([A-Z0-9-]+)", done.stdout)
        assert found, done.stdout
        return found.group(1)


@pytest.fixture
def cells(browser: Browser, chat_server: ChatServer) -> Iterator[Cells]:
    opened = Cells(browser, chat_server)
    yield opened
    opened.close()
    assert [fault for fault in opened.faults if FORBIDDEN not in fault] == []


def newest(page: Page) -> str:
    return page.locator("#cast-log .told:not(.own)").last.inner_text()


def taps(page: Page, label: str) -> None:
    before = page.locator("#cast-log .told").count()
    page.locator("#cast-log .keys button", has_text=label).last.click()
    expect(page.locator("#cast-log .told").nth(before + 1)).to_be_visible(timeout=PATIENCE)


def test_a_broadcast_is_written_with_buttons_and_keys(cells: Cells) -> None:
    page = cells.enter(1200, 800)
    page.locator("#to-cast").click()
    expect(page.locator("#cast-log .told").nth(1)).to_contain_text("There is no broadcast yet", timeout=PATIENCE)
    taps(page, "New broadcast")
    taps(page, "Not met")
    taps(page, "Phase 2")
    assert "who have not met Phase 2" in newest(page)
    page.locator("#cast-input").fill("/audience circle delhi or nonsense")
    page.keyboard.press("Enter")
    expect(page.locator("#cast-log .told").last).to_contain_text("I do not understand", timeout=PATIENCE)
    page.locator("#to-cast").click()
    expect(page.locator("#work")).to_be_visible()


def test_it_fits_a_phone_and_both_languages(cells: Cells) -> None:
    page = cells.enter(360, 740)
    page.locator("#to-cast").click()
    expect(page.locator("#cast-log .told").nth(1)).to_be_visible(timeout=PATIENCE)
    taps(page, "New broadcast")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    small = [box for box in (key.bounding_box() for key in page.locator("#cast-log .keys button").all()) if box]
    assert all(box["height"] >= 44 for box in small)
    page.locator("#language").click()
    expect(page.locator("#to-cast")).to_have_text("प्रसारण")


def test_helpers_have_no_such_tab(browser: Browser, chat_server: ChatServer) -> None:
    desks = Desks(browser, chat_server)
    page = desks.enter()
    expect(page.locator("#to-cast")).to_be_hidden()
    desks.close()
