"""What every store must do to erase and to keep: persons, opt-outs, old things, the page's replies."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.store.base import Store
from bot.store.reply_json import reply_to_json
from bot.store.rows import Outcome, Outgoing, Settled, Turn
from handlers.effects import ForgetPerson, SaveProfile
from handlers.session import Person, Session
from tests.store.backings import Backing
from tests.store.using import DAY, NOW, answer, claim, reply, run, said, update

# -- erasing -----------------------------------------------------------------------------------------------------------


async def talked(store: Store) -> None:
    """Two persons with a profile, a place in the talk, a dead letter, sent, waiting and in-flight replies."""
    for chat in ("7", "8"):
        await store.receive([update(f"{chat}1", chat, "sekret"), update(f"{chat}2", chat, "sekret", error="bad")], NOW)
    person = Person("hi", "sekret", "sekret", "sekret", "sekret")
    session = Session(2, subject="sekret")
    turns = [Turn(one, session, (reply("sekret"),) * 3, (SaveProfile(person),)) for one in await store.next_turn(9)]
    await store.save_turn(turns, NOW)
    rows = await claim(store)
    await claim(store, *(Settled(row, Outcome.SENT) for row in rows))


def held(backing: Backing) -> list[str]:
    """Every table's rows that hold what was told or written."""
    found = []
    for table in ("person", "session", "inbox", "outbox", "address", "opt_out"):
        found += [table for row in backing.rows(f"SELECT * FROM {table}") if "sekret" in str(row)]
    return found


@pytest.mark.parametrize("end", [Outcome.SENT, Outcome.AGAIN, Outcome.DOUBTFUL, None])
def test_forgetting_erases_all_that_one_person_told_and_wrote(backing: Backing, end: Outcome | None) -> None:
    async def check(store: Store) -> None:
        await talked(store)
        both = held(backing)
        await store.receive([update(9, "7", "sekret delete me")], NOW)
        (waiting,) = await store.next_turn(9)
        turn = Turn(waiting, Session(1), (reply("gone"),), (ForgetPerson(keep_opt_out=False),))
        flying = Outgoing(backing.rows("SELECT min(id) FROM outbox WHERE state = 1")[0][0], waiting.address_id,
                          "telegram", "1", "7", reply_to_json(reply("sekret")), 1, 0)  # fmt: skip
        await store.save_turn([turn], NOW)
        assert sorted(held(backing) * 2) == sorted(both)  # the other one's are all there
        if end is None:
            await store.recover(NOW)
        rows = await claim(store, *([Settled(flying, end)] if end else []))
        assert ("7", "gone") in said(rows)
        assert ("7", "sekret") not in said(rows)
        after = await store.replies_after("telegram", "1", "7", 0)
        assert [kept.lines for _, _, kept in after] == [reply("gone").lines]
        await store.receive([update(10, "7")], NOW)
        (waiting,) = await store.next_turn(9)
        assert (waiting.person, waiting.session) == (Person(), Session(1))
        assert await store.receive([update("71", "7")], NOW) == 0  # ids stay, for duplicates

    run(backing, check)
    assert backing.rows("SELECT * FROM opt_out") == []


def test_an_opt_out_outlives_the_erasure_as_a_hash_only(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1, "70070070")], NOW)
        await answer(store, effects=(ForgetPerson(keep_opt_out=True),))
        ((hashed,),) = backing.rows("SELECT address_hash FROM opt_out")
        assert len(hashed) == 64
        assert "70070070" not in hashed
        for table in ("session", "inbox", "outbox", "address", "person"):
            backing.rows(f"DELETE FROM {table}")
        await store.receive([update(2, "70070070"), update(3, "8")], NOW)
        waiting = await store.next_turn(9)
        assert [one.person.messages_off for one in waiting] == [True, False]
        back = replace(waiting[0].person, messages_off=False)
        await store.save_turn([Turn(waiting[0], Session(), effects=(SaveProfile(back),))], NOW)
        assert backing.rows("SELECT * FROM opt_out") == []

    run(backing, check)


def test_who_comes_back_to_the_same_chat_is_still_opted_out(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1), update(2)], NOW)
        await answer(store, effects=(SaveProfile(Person("hi", messages_off=True)), ForgetPerson(keep_opt_out=True)))
        (waiting,) = await store.next_turn(9)
        assert waiting.person == Person(messages_off=True)

    run(backing, check)


def test_old_things_are_purged(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1), update(2, error="bad"), update(3, "8")], NOW)
        (first, _) = await store.next_turn(2)
        await store.save_turn([Turn(first, Session(), (reply("x"), reply("y")))], NOW)
        (row,) = await claim(store)
        await claim(store, Settled(row, Outcome.SENT), limit=0)
        assert await store.purge(NOW + 14 * DAY) == 0
        assert await store.purge(NOW + 14 * DAY + 1) == 1
        assert await store.receive([update(1)], NOW + 15 * DAY) == 1
        assert await store.purge(NOW + 28 * DAY) == 0
        assert await store.purge(NOW + 30 * DAY + 1) == 2
        left = await store.counts()
        assert {name: left.get(name, 0) for name in ("inbox waiting", "inbox done", "inbox dead", "outbox sent")} == {
            "inbox waiting": 2, "inbox done": 0, "inbox dead": 0, "outbox sent": 0}  # fmt: skip
        assert left["outbox waiting"] == 1

    run(backing, check)


# -- the local page ----------------------------------------------------------------------------------------------------


def test_a_page_reads_its_own_replies_after_the_last_it_has(backing: Backing) -> None:
    async def check(store: Store) -> None:
        key = ("web", "page", "a")
        assert await store.standing(*key) == (False, 0)
        assert await store.replies_after(*key, 0) == []
        await store.receive([update(n, chat, channel="web", bot="page") for n, chat in enumerate("aba")], NOW)
        assert await store.standing(*key) == (True, 0)
        await answer(store, "one")
        await answer(store, "two")
        found = await store.replies_after(*key, 0)
        assert [(at, what) for _, at, what in found] == [(NOW, reply("one")), (NOW, reply("two"))]
        (first, last) = (id_ for id_, _, _ in found)
        assert await store.standing(*key) == (True, last)
        assert [what for _, _, what in await store.replies_after(*key, first)] == [reply("two")]
        assert await store.replies_after(*key, last) == []
        assert await store.standing("telegram", "page", "a") == (False, 0)

    run(backing, check)


# -- opening and closing -----------------------------------------------------------------------------------------------


def test_everything_is_there_after_closing_and_opening(backing: Backing) -> None:
    async def before(store: Store) -> None:
        await store.receive([update(1), update(2)], NOW)
        await answer(store, "x")

    async def after(store: Store) -> None:
        assert [one.body for one in await store.next_turn(9)] == ["body 2"]
        assert said(await claim(store)) == [("7", "x")]

    run(backing, before)
    run(backing, after)
