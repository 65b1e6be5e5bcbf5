"""The local chat page in a real browser: what a person sees, types, taps and hears."""

from __future__ import annotations

import re
import signal

import pytest
from playwright.sync_api import Page, expect

from .conftest import ChatServer
from .visits import HINDI_QUESTION, LONG, OWN, PATIENCE, QUESTION, REPLIES, Open, Visits, say

DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def luminance(page: Page, selector: str, name: str) -> float:
    colour = page.locator(selector).first.evaluate(f"element => getComputedStyle(element).{name}")
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def test_a_first_visit_is_greeted_without_a_bubble_of_ones_own(visit: Open) -> None:
    page = visit()
    expect(page.locator("h1")).to_have_text("Dakpath डाकपथ")
    assert page.locator(".bar p").inner_text()
    assert page.locator(OWN).count() == 0


def test_a_typed_question_gets_an_answer(visit: Open) -> None:
    page = visit()
    reply = say(page, QUESTION)
    own = page.locator(OWN)
    expect(own).to_have_count(1)
    expect(own.locator(".text")).to_have_text(QUESTION)
    expect(own).to_have_class(re.compile(r"\bsent\b"))
    assert len(reply.locator(".text").inner_text()) > 10
    expect(reply.locator("time")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(page.locator("#typing")).to_be_hidden()
    expect(page.locator("#input")).to_have_value("")


def test_shift_enter_makes_a_new_line(visit: Open) -> None:
    page = visit()
    field = page.locator("#input")
    field.fill("one")
    field.press("Shift+Enter")
    field.press_sequentially("two")
    expect(field).to_have_value("one\ntwo")
    assert page.locator(OWN).count() == 0


def test_a_tapped_button_becomes_ones_own_bubble_and_is_answered(visit: Open) -> None:
    page = visit(has_touch=True, is_mobile=True)
    keys = page.locator(f"{REPLIES} .key")
    label = keys.first.inner_text()
    replies = page.locator(REPLIES).count()
    keys.first.tap()
    expect(page.locator(f"{OWN} .text").first).to_have_text(label)
    expect(page.locator(REPLIES).nth(replies)).to_be_visible(timeout=PATIENCE)
    expect(keys.first).to_be_enabled()


@pytest.mark.parametrize("width", [320, 360, 1200])
def test_nothing_is_wider_than_the_screen(visit: Open, width: int) -> None:
    page = visit(width)
    say(page, QUESTION)
    say(page, HINDI_QUESTION)
    say(page, "x" * 300)
    for selector in ("html", "#view"):
        wide = page.locator(selector).evaluate("element => [element.scrollWidth, element.clientWidth]")
        assert wide[0] <= wide[1], selector
    for key in page.locator(".key").all():
        box = key.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert box["height"] >= 40


def test_hindi_is_answered_in_hindi_and_marked_as_such(visit: Open) -> None:
    page = visit()
    reply = say(page, HINDI_QUESTION)
    expect(page.locator(OWN).last).to_have_attribute("lang", "hi")
    expect(reply).to_have_attribute("lang", "hi")
    assert DEVANAGARI.search(reply.locator(".text").inner_text())
    expect(page.locator("html")).to_have_attribute("lang", "hi")
    assert DEVANAGARI.search(page.locator("#input").get_attribute("placeholder") or "")


def test_an_answer_longer_than_the_screen_is_shown_from_its_first_line_with_an_arrow_on(visit: Open) -> None:
    page = visit()
    reply = say(page, LONG)
    assert reply.evaluate("row => row.offsetHeight > document.querySelector('#view').clientHeight")
    expect(reply.locator(".line").first).to_be_in_viewport()
    expect(page.locator("#jump")).to_be_visible()
    page.locator("#jump").click()
    expect(reply.locator(".key").last).to_be_in_viewport()
    expect(page.locator("#jump")).to_be_hidden()
    say(page, "/privacy")
    page.locator("#view").evaluate("view => view.scrollTo(0, 0)")
    expect(page.locator("#jump")).to_be_visible()


def test_the_day_is_named_in_the_language_of_the_talk(visit: Open) -> None:
    page = visit()
    chip = page.locator(".chip")
    expect(chip).to_have_text(re.compile("^[A-Za-z0-9 ]+$"))
    say(page, "हिन्दी")
    expect(chip).to_have_text(DEVANAGARI)
    expect(chip).to_have_attribute("lang", "hi")
    say(page, "English")
    expect(chip).to_have_text(re.compile("^[A-Za-z0-9 ]+$"))


def test_after_deletion_nothing_is_left_but_a_button_to_begin_again(visit: Open) -> None:
    page = visit()
    say(page, LONG)
    say(page, "/delete")
    page.get_by_role("button", name="Yes, delete all", exact=True).click()
    expect(page.locator("#log .row")).to_have_count(1)
    page.locator(".key").first.click()
    expect(page.locator(REPLIES)).to_have_count(2)
    expect(page.locator(f"{REPLIES} .text strong").first).to_have_text("Dakpath")


def test_two_persons_do_not_see_each_other(visit: Open) -> None:
    one, other = visit(), visit()
    say(one, "only the first person wrote this")
    say(other, QUESTION)
    expect(other.locator(OWN)).to_have_count(1)
    assert "only the first person" not in other.locator("#log").inner_text()
    assert QUESTION not in one.locator(f"{OWN} .text").all_inner_texts()


def test_a_reload_keeps_the_transcript(visit: Open) -> None:
    page = visit()
    say(page, QUESTION)
    before = page.locator("#log .row .text").all_inner_texts()
    page.reload()
    expect(page.locator("#log .row")).to_have_count(len(before), timeout=PATIENCE)
    page.wait_for_timeout(700)
    assert page.locator("#log .row .text").all_inner_texts() == before
    say(page, "/help")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_server_restart_loses_nothing(visits: Visits, chat_server: ChatServer, how: signal.Signals) -> None:
    page = visits.open()
    say(page, QUESTION)
    replies = page.locator(REPLIES).count()
    visits.offline = True
    chat_server.stop(how)
    try:
        expect(page.locator("#connecting")).to_be_visible(timeout=PATIENCE)
        page.locator("#input").fill("/help")
        page.locator("#input").press("Enter")
        expect(page.locator(f"{OWN}.failed .again")).to_be_visible(timeout=PATIENCE)
    finally:
        chat_server.start()
    expect(page.locator(REPLIES).nth(replies)).to_be_visible(timeout=PATIENCE)
    expect(page.locator("#connecting")).to_be_hidden(timeout=PATIENCE)
    expect(page.locator(f"{OWN}.failed")).to_have_count(0)
    say(page, QUESTION)
    expect(page.locator(OWN)).to_have_count(3)


def test_the_keyboard_is_enough(visit: Open) -> None:
    page = visit()
    page.locator("body").click(position={"x": 5, "y": 300})
    page.keyboard.type("menu")
    page.keyboard.press("Enter")
    expect(page.locator(REPLIES).nth(1)).to_be_visible(timeout=PATIENCE)
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.classList.contains('key')"):
            break
    focused = page.locator(".key:focus-visible")
    expect(focused).to_have_count(1)
    assert focused.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    label = focused.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(f"{OWN} .text").nth(1)).to_have_text(label)


def test_a_screen_reader_finds_its_way(visit: Open) -> None:
    page = visit()
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_have_attribute("aria-busy", "false")
    assert log.get_attribute("aria-label")
    assert page.get_by_role("textbox").get_attribute("aria-label")
    for button in page.get_by_role("button").all():
        assert button.get_attribute("aria-label") or button.inner_text()
    for group in page.get_by_role("group").all():
        assert group.get_attribute("aria-label")
    assert page.locator(f"{REPLIES} .unseen").first.text_content()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(visit: Open, scheme: str) -> None:
    page = visit(color_scheme=scheme)
    say(page, QUESTION)
    for bubble in (f"{REPLIES} .bubble", f"{OWN} .bubble"):
        ground, ink = luminance(page, bubble, "backgroundColor"), luminance(page, bubble, "color")
        darker, lighter = (ground, ink) if scheme == "dark" else (ink, ground)
        assert darker < 0.3
        assert lighter > 0.8


def test_less_motion_is_respected(visit: Open) -> None:
    page = visit(reduced_motion="reduce")
    say(page, QUESTION)
    moving = page.evaluate("document.getAnimations().filter(one => one.playState === 'running').length")
    assert moving == 0


def test_a_message_that_is_too_long_stays_in_the_field(visit: Open) -> None:
    page = visit()
    page.locator("#input").fill("a" * 4097)
    page.locator("#input").press("Enter")
    expect(page.locator("#too-long")).to_be_visible()
    assert page.locator(OWN).count() == 0
    page.locator("#input").fill(QUESTION)
    expect(page.locator("#too-long")).to_be_hidden()


def test_a_password_does_not_stay_on_the_screen(visit: Open) -> None:
    page = visit()
    say(page, "my password is Secret@123")
    expect(page.locator(OWN)).to_have_class(re.compile(r"\bsent\b"))
    assert "Secret@123" not in page.locator("#log").inner_text()
    assert "Secret@123" not in page.evaluate("JSON.stringify(localStorage)")


def test_two_tabs_of_one_person_show_the_same_talk(visit: Open) -> None:
    page = visit()
    second = page.context.new_page()
    second.goto(page.url)
    say(page, QUESTION)
    expect(second.locator(f"{OWN}.sent .text")).to_have_text(QUESTION)
    expect(second.locator(REPLIES)).to_have_count(page.locator(REPLIES).count())


def test_a_lost_session_starts_anew_and_forgets_the_old_talk(visit: Open) -> None:
    page = visit()
    say(page, "a word of the former session")
    page.context.clear_cookies()
    page.reload()
    expect(page.locator(REPLIES).first).to_be_visible(timeout=PATIENCE)
    expect(page.locator(OWN)).to_have_count(0)
    assert "former session" not in page.locator("#log").inner_text()


def test_markup_in_a_message_stays_text(visit: Open) -> None:
    page = visit()
    text = "<img src=x onerror=alert(1)> <b>bold</b>"
    say(page, text)
    expect(page.locator(f"{OWN} .text").first).to_have_text(text)
    assert page.locator("#log img").count() == 0
