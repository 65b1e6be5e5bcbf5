"""A guided walk at the chat page in a real browser, on a phone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from .visits import PATIENCE, REPLIES, Open, say


def tap(page: Page, reply: Locator, label: str) -> Locator:
    """Taps a button of a reply and returns the next reply."""
    before = page.locator(REPLIES).count()
    reply.locator(".key", has_text=label).first.tap()
    expect(page.locator(REPLIES).nth(before)).to_be_visible(timeout=PATIENCE)
    return page.locator(REPLIES).nth(before)


def test_a_walk_by_buttons_and_words_fits_a_phone(visit: Open) -> None:
    page = visit(360, has_touch=True, is_mobile=True)
    answer = say(page, "transfer request button is grey")
    step = tap(page, answer, "Step by step")
    expect(step.locator(".text")).to_contain_text("Withdraw Request")
    waits = say(page, "ok")
    expect(waits.locator(".text")).to_contain_text("Take your time")
    further = say(page, "same problem")
    expect(further.locator(".text")).to_contain_text("iGOT Cell")
    back = tap(page, further, "Back")
    expect(back.locator(".text")).to_contain_text("Withdraw Request")
    done = tap(page, back, "It is solved")
    expect(done.locator(".text")).to_contain_text("👍")
    for selector in ("html", "#view"):
        wide = page.locator(selector).evaluate("element => element.scrollWidth > element.clientWidth")
        assert not wide, selector
