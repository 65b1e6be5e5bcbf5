"""A person's visits to the chat page: open it, say something, remember everything that went wrong there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

REPLIES = ".row:not(.own)"
OWN = ".row.own"
QUESTION = "Which courses do I have to do?"
LONG = "Which courses does an Inspector have to do?"
HINDI_QUESTION = "मेरे कोर्स कौन से हैं?"
PATIENCE = 15_000
WATCH_POLICY = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""

Open = Callable[..., Page]


class Visits:
    """Opens the page for persons of their own and remembers everything that went wrong there."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser = browser
        self.url = url
        self.pages: list[Page] = []
        self.faults: list[str] = []
        self.offline = False

    def open(self, width: int = 360, height: int = 740, **options: Any) -> Page:
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        context.add_init_script(WATCH_POLICY)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", self.heard)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(self.url)
        self.pages.append(page)
        expect(page.locator(REPLIES).first).to_be_visible(timeout=PATIENCE)
        return page

    def heard(self, message: ConsoleMessage) -> None:
        unreachable = "net::ERR_" in message.text
        if message.type in ("error", "warning") and not (self.offline and unreachable):
            self.faults.append(message.text)

    def close(self) -> None:
        for page in self.pages:
            self.faults += page.evaluate("window.violations")
            page.context.close()


def say(page: Page, text: str) -> Locator:
    """Types a message, sends it with Enter and returns the next reply."""
    before = page.locator(REPLIES).count()
    page.locator("#input").fill(text)
    page.locator("#input").press("Enter")
    reply = page.locator(REPLIES).nth(before)
    expect(reply).to_be_visible(timeout=PATIENCE)
    return reply
