"""What every store must do, whatever database is behind it."""

from __future__ import annotations

import asyncio

import pytest
from msgspec.structs import replace

from bot.store.base import Store
from bot.store.rows import Outcome, Settled, Turn
from handlers.effects import SaveProfile
from handlers.session import Person, Session
from tests.store.backings import Backing
from tests.store.using import DAY, NOW, answer, claim, reply, run, said, update

# -- receiving ---------------------------------------------------------------------------------------------------------


def test_an_update_is_kept_once_for_its_channel_and_bot(backing: Backing) -> None:
    async def check(store: Store) -> None:
        assert await store.receive([update(1), update(2)], NOW) == 2
        assert await store.receive([update(1, body="other"), update(3), update(3)], NOW) == 1
        assert await store.receive([update(1, bot="2"), update(1, channel="web")], NOW) == 2
        await answer(store)
        assert await store.receive([update(1)], NOW + 13 * DAY) == 0
        assert (await store.counts())["inbox waiting"] == 2

    run(backing, check)


def test_many_callers_at_once_each_keep_theirs(backing: Backing) -> None:
    async def check(store: Store) -> None:
        kept = await asyncio.gather(*(store.receive([update(n % 150, str(n % 7))], NOW) for n in range(300)))
        assert sum(kept) == 150
        assert (await store.counts())["persons"] == 7

    run(backing, check)


def test_what_names_no_chat_or_has_a_fault_is_a_dead_letter_at_once(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1, None, error="no chat"), update(2, error="unreadable"), update(3)], NOW)
        assert [one.body for one in await store.next_turn(9)] == ["body 3"]
        assert (await store.counts())["inbox dead"] == 2

    run(backing, check)
    assert backing.rows("SELECT body, error FROM inbox WHERE state = 2 ORDER BY id") == [
        ("body 1", "no chat"), ("body 2", "unreadable")]  # fmt: skip


@pytest.mark.parametrize("text", ["नमस्ते 👩‍🚒", "a'b\"c;--", "line\nline\\u0000", "[1, {}]", ""])
def test_any_text_comes_back_as_it_was(backing: Backing, text: str) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1, body=text)], NOW)
        (waiting,) = await store.next_turn(1)
        assert waiting.body == text
        session = Session(step=4, subject=text, offered=(text,))
        await store.save_turn([Turn(waiting, session, (reply(text),))], NOW)
        assert said(await claim(store)) == [("7", text)]
        await store.receive([update(2)], NOW)
        assert (await store.next_turn(1))[0].session == session

    run(backing, check)


# -- turns -------------------------------------------------------------------------------------------------------------


def test_a_turn_has_the_oldest_of_each_person_and_a_persons_messages_keep_their_order(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(n, chat) for n, chat in enumerate("aabcaab")], NOW)
        assert [one.body for one in await store.next_turn(2)] == ["body 0", "body 2"]
        turns = [[one.body for one in await answer(store)] for _ in range(5)]
        assert turns == [["body 0", "body 2", "body 3"], ["body 1", "body 6"], ["body 4"], ["body 5"], []]

    run(backing, check)


def test_a_person_with_two_addresses_is_still_one_person(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1, "a"), update(2, "b")], NOW)
        await answer(store)
        (first,) = backing.rows("SELECT person_id FROM address WHERE chat_id = 'a'")
        backing.rows("UPDATE address SET person_id = ? WHERE chat_id = 'b'", first[0])
        await store.receive([update(3, "b"), update(4, "a"), update(5, "b"), update(6, "c")], NOW)
        seen = []
        for step in range(3):
            waiting = await store.next_turn(9)
            seen.append([one.body for one in waiting])
            turns = [Turn(one, replace(one.session, step=step + 1)) for one in waiting]
            await store.save_turn(turns, NOW)
        assert seen == [["body 3", "body 6"], ["body 4"], ["body 5"]]
        await store.receive([update(7, "a")], NOW)
        (last,) = await store.next_turn(9)
        assert last.session.step == 2  # the place in the talk is the address's own

    run(backing, check)


def test_a_saved_turn_keeps_session_and_profile_and_erases_the_body(backing: Backing) -> None:
    person = Person("hi", "postman", "c", "s", "karnataka", messages_off=True)

    async def check(store: Store) -> None:
        await store.receive([update(1)], NOW)
        (waiting,) = await store.next_turn(1)
        assert (waiting.person, waiting.session, waiting.was_blanked) == (Person(), Session(), False)
        await store.save_turn([Turn(waiting, Session(5, True), (), (SaveProfile(person),))], NOW)
        await store.receive([replace(update(2), was_blanked=True)], NOW)
        (waiting,) = await store.next_turn(1)
        assert (waiting.person, waiting.session, waiting.was_blanked) == (person, Session(5, True), True)

    run(backing, check)
    assert backing.rows("SELECT external_id, body FROM inbox WHERE state = 1") == [("1", None)]


def test_a_turn_with_an_error_is_a_dead_letter_with_its_body(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1), update(2, "8")], NOW)
        bad, good = await store.next_turn(2)
        await store.save_turn(
            [Turn(bad, bad.session, (reply("sorry"),), error="error 1"), Turn(good, good.session)], NOW
        )
        assert said(await claim(store)) == [("7", "sorry")]
        assert await store.next_turn(2) == []

    run(backing, check)
    assert backing.rows("SELECT external_id, body, error FROM inbox WHERE state = 2") == [("1", "body 1", "error 1")]


def test_a_batch_is_saved_as_a_whole_or_not_at_all(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1, "a"), update(2, "b")], NOW)
        first, second = await store.next_turn(2)
        faulty = Turn(second, second.session, effects=(SaveProfile(Person(language=object())),))  # type: ignore[arg-type]
        good = Turn(first, Session(9), (reply("x"),), (SaveProfile(Person("en")),))
        other = asyncio.ensure_future(store.receive([update(3, "c")], NOW))  # may share the commit
        with pytest.raises(Exception):  # noqa: B017 - each database has its own
            await store.save_turn([good, faulty], NOW)
        assert await other == 1
        assert await claim(store) == []
        assert [(one.body, one.person, one.session) for one in await store.next_turn(9)] == [
            (f"body {n}", Person(), Session()) for n in (1, 2, 3)]  # fmt: skip
        await store.save_turn([good], NOW)
        assert said(await claim(store)) == [("a", "x")]

    run(backing, check)


def test_replies_of_one_turn_keep_their_order_and_form(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1, "a"), update(2, "b")], NOW)
        await answer(store, *(f"part {n}" for n in range(12)))
        for n in range(12):
            rows = await claim(store)
            assert said(rows) == [("a", f"part {n}"), ("b", f"part {n}")]
            assert rows[0].reply == reply(f"part {n}")
            await store.settle([Settled(row, Outcome.SENT) for row in rows], NOW, 0, (), ())
        assert await claim(store) == []

    run(backing, check)
