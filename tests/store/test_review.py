"""Texts kept for review: without who wrote them, decided once, erased in time, whatever the database."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from bot.store.base import Store
from bot.store.rows import Turn
from handlers.conversation import step
from handlers.effects import Effect, ForgetPerson, KeepForReview
from handlers.messages import Inbound, Kind
from handlers.session import Person, Session
from knowledge.library import Library
from tests.store.backings import Backing, SqliteBacking
from tests.store.using import DAY, NOW, run, update

OTP = KeepForReview("otp ⟨number⟩ pe nahi aaya", "clarified", None, ("login.otp", "login.failed"), 0.41, "hinglish")
PAY = KeepForReview("salary kab aayegi", "declined", None, (), 0.1, "hinglish")
APP = KeepForReview("app बंद है", "not_helpful", "app", ("login.failed",), 0.62, "hi")


async def keep(store: Store, *effects: Effect, chat: str = "7", now: int = NOW) -> None:
    await store.receive([update(f"{chat} {now} {effects}", chat)], now)
    (waiting,) = await store.next_turn(1)
    await store.save_turn([Turn(waiting, waiting.session, (), effects)], now)


def test_what_is_kept_comes_back_whole_the_oldest_first(backing: Backing) -> None:
    async def check(store: Store) -> None:
        assert await store.undecided(9) == []
        await keep(store, OTP)
        await keep(store, PAY, APP, chat="8")
        found = await store.undecided(9)
        assert [one.kept for one in found] == [OTP, PAY, APP]
        assert [one.kept for one in await store.undecided(2)] == [OTP, PAY]
        assert (await store.counts())["texts to review"] == 3

    run(backing, check)


def test_equal_texts_are_one(backing: Backing) -> None:
    async def check(store: Store) -> None:
        for chat in "789":
            await keep(store, OTP, chat=chat)
        await keep(store, replace(OTP, why="declined"))
        found = await store.undecided(9)
        assert [(one.kept.why, one.times) for one in found] == [("clarified", 3), ("declined", 1)]
        assert await store.decide(found[0].id, ["login.otp"], NOW) == 3
        assert [one.kept.why for one in await store.undecided(9)] == ["declined"]

    run(backing, check)


def test_a_decision_is_made_once(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await keep(store, OTP, PAY)
        otp, pay = await store.undecided(9)
        assert await store.decide(otp.id, ["login.otp", "other"], NOW + 5) == 1
        assert await store.decide(otp.id, ["other"], NOW + 6) == 0
        assert await store.decide(pay.id, [], NOW + 7, is_dropped=True) == 1
        assert await store.decide(999, ["other"], NOW) == 0
        assert await store.undecided(9) == []

    run(backing, check)
    rows = backing.rows("SELECT text, decided_at, topics_assigned, is_dropped FROM review ORDER BY id")
    assert rows == [(OTP.text, NOW + 5, '["login.otp","other"]', 0), ("", NOW + 7, "[]", 1)]


def test_no_row_says_who_wrote_it_nor_when_to_the_hour(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await keep(store, OTP, chat="4711")

    run(backing, check)
    assert backing.rows("SELECT kept_at % 86400, kept_at <= ? FROM review", NOW) == [(0, 1)]
    columns = {row[0] for row in backing.rows("SELECT name FROM pragma_table_info('review')")}
    assert columns == {"id", "text", "why", "topic", "alternatives", "confidence", "language", "kept_at", "decided_at",
                       "topics_assigned", "is_dropped"}  # fmt: skip


def test_erasing_a_person_leaves_texts_that_are_nobodys(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await keep(store, OTP)
        await keep(store, ForgetPerson(keep_opt_out=False), now=NOW + 1)
        assert [one.kept for one in await store.undecided(9)] == [OTP]

    run(backing, check)


def test_all_are_erased_after_ninety_days_decided_or_not(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await keep(store, OTP, PAY)
        (otp, _) = await store.undecided(9)
        await store.decide(otp.id, ["login.otp"], NOW)
        await keep(store, APP, now=NOW + 30 * DAY)
        await store.purge(NOW + 89 * DAY)
        assert [one.kept for one in await store.undecided(9)] == [PAY, APP]
        await store.purge(NOW + 90 * DAY + 1)
        assert [one.kept for one in await store.undecided(9)] == [APP]
        await store.purge(NOW + 121 * DAY)

    run(backing, check)
    assert backing.rows("SELECT count(*) FROM review") == [(0,)]


def test_a_question_that_waits_for_its_rating_is_forgotten_too(backing: Backing) -> None:
    rated = Session(step=4, rated=("otp nahi aaya", "login.otp", "", "0.6", "hinglish"))

    async def check(store: Store) -> None:
        await store.receive([update(1), update(2, "8")], NOW)
        waiting = await store.next_turn(2)
        await store.save_turn([Turn(one, session) for one, session in zip(waiting, (rated, Session(2)), strict=True)],
                              NOW)  # fmt: skip
        for later, expected in ((89 * DAY, rated.rated), (90 * DAY + 1, ())):
            await store.purge(NOW + later)
            await store.receive([update(f"{later}a"), update(f"{later}b", "8")], NOW + later)
            first, second = await store.next_turn(2)
            assert (first.session, second.session) == (replace(rated, rated=expected), Session(2))
            await store.save_turn([Turn(first, first.session), Turn(second, second.session)], NOW + later)

    run(backing, check)


def test_the_file_never_holds_what_was_taken_out(tmp_path: Path, library: Library) -> None:
    backing = SqliteBacking(tmp_path)
    now = datetime.fromtimestamp(NOW, UTC)
    texts = ("savings interest rate, my number is 98765 43210 and mail abc.def@example.com",
             "my name is Bhavesh Kantilal, aadhaar 123456789012, what about it")  # fmt: skip

    async def check(store: Store) -> None:
        for at, text in enumerate(texts):
            await store.receive([update(at, body=text)], NOW)
            (waiting,) = await store.next_turn(1)
            taken = step(Person(language="en"), Session(is_greeted=True), Inbound(Kind.TEXT, text), library, now)
            assert taken.effects
            await store.save_turn([Turn(waiting, taken.session, taken.replies, taken.effects)], NOW)
        assert len(await store.undecided(9)) == 2

    run(backing, check)
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert "⟨number⟩".encode() in written and "⟨name⟩".encode() in written and "⟨email⟩".encode() in written
    for secret in (b"98765", b"43210", b"123456789012", b"abc.def", b"Bhavesh", b"Kantilal"):
        assert secret not in written
