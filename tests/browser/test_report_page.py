"""The page of reports in a real browser: reached from the desk, read on a phone, in both languages."""

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
    """Opens the desk for members of cells."""

    role: tuple[str, ...] = ("--role", "cell", "--circle", "Delhi")

    def code(self) -> str:
        command = [sys.executable, "-m", "bot", "invite", *self.role]
        folder, environment = self.server.folder, self.server.environment()
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
        found = re.search(r"code: ([A-Z0-9-]+)", done.stdout)
        assert found, done.stdout
        return found.group(1)


class Central(Cells):
    role = ("--role", "cell", "--central")


@pytest.fixture
def cells(browser: Browser, chat_server: ChatServer) -> Iterator[Cells]:
    opened = Cells(browser, chat_server)
    yield opened
    opened.close()
    assert [fault for fault in opened.faults if FORBIDDEN not in fault] == []


def shown(page: Page) -> None:
    expect(page.locator("table").first).to_be_visible(timeout=PATIENCE)


def test_a_cell_comes_from_the_desk_and_back(cells: Cells) -> None:
    page = cells.enter()
    page.locator("#to-report").click()
    shown(page)
    expect(page.locator("#title")).to_have_text("Where Delhi Postal Circle stands")
    expect(page.locator("#choose")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#language").click()
    expect(page.locator("#title")).to_have_text("दिल्ली डाक सर्किल कहाँ तक पहुँचा", timeout=PATIENCE)
    assert page.locator("html").get_attribute("lang") == "hi"
    page.get_by_role("link", name="अनुरोध").click()
    expect(page.locator("#work")).to_be_visible(timeout=PATIENCE)


def test_a_file_is_saved_under_its_name(cells: Cells) -> None:
    page = cells.enter(1200, 800)
    page.locator("#to-report").click()
    shown(page)
    with page.expect_download(timeout=PATIENCE) as saving:
        page.get_by_role("link", name="Table (CSV)").click()
    assert re.fullmatch(r"igot-csv-delhi-\d{4}-\d\d-\d\d-member-\d+\.csv", saving.value.suggested_filename)
    tables = page.locator(".slide")
    assert {tables.nth(at).get_attribute("tabindex") for at in range(tables.count())} == {"0"}


def test_the_training_division_chooses_a_circle(browser: Browser, chat_server: ChatServer) -> None:
    central = Central(browser, chat_server)
    page = central.enter()
    page.locator("#to-report").click()
    shown(page)
    page.locator("#circle").select_option("Bihar Postal Circle")
    expect(page.locator("#title")).to_have_text("Where Bihar Postal Circle stands", timeout=PATIENCE)
    central.close()


def test_the_page_of_invitations_stands_beside_it_and_says_that_there_is_no_bot_yet(cells: Cells) -> None:
    page = cells.enter()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("#to-invite").click()
    expect(page.locator("#said")).to_contain_text("my own address", timeout=PATIENCE)
    page.locator("#language").click()
    expect(page.locator("#said")).to_contain_text("अपना पता", timeout=PATIENCE)
    expect(page.locator("#shown")).to_be_hidden()
    cells.faults[:] = [fault for fault in cells.faults if "status of 409" not in fault]


def test_a_helper_has_no_way_to_it_and_sees_nothing_there(browser: Browser, chat_server: ChatServer) -> None:
    helpers = Desks(browser, chat_server)
    page = helpers.enter()
    expect(page.locator("#to-report")).to_be_hidden()
    page.goto(f"{chat_server.url}desk/report")
    expect(page.locator("#said")).to_contain_text("Reports are for the iGOT Cells", timeout=PATIENCE)
    assert page.locator("table").count() == 0
    helpers.close()
