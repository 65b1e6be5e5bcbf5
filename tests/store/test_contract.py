"""What every store must do, whatever database is behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.store.base import Store
from bot.store.rows import Outcome, Outgoing, Recovered, Settled, Turn, Update, Waiting
from handlers.effects import Effect, ForgetPerson, MarkReachable, SaveProfile
from handlers.messages import Reply, plain
from handlers.session import Person, Session
from tests.store.backings import BACKINGS, Backing

NOW = 1_770_000_000
DAY = 86_400
Check = Callable[[Store], Awaitable[None]]


@pytest.fixture(params=BACKINGS, ids=lambda backing: backing.__name__)
def backing(request: pytest.FixtureRequest, tmp_path: Path) -> Backing:
    made: Backing = request.param(tmp_path)
    return made


def run(backing: Backing, check: Check) -> None:
    async def opened() -> None:
        store = backing.store()
        await store.open()
        try:
            await check(store)
        finally:
            await store.close()

    asyncio.run(asyncio.wait_for(opened(), 20))


def update(id_: object, chat: str | None = "7", body: str | None = None, channel: str = "telegram",
           bot: str = "1", error: str | None = None) -> Update:  # fmt: skip
    return Update(channel, bot, str(id_), chat, f"body {id_}" if body is None else body, error=error)


def reply(text: str) -> Reply:
    return Reply("en", (plain(text),), step=3)


def said(rows: Sequence[Outgoing]) -> list[tuple[str, str]]:
    return [(row.chat_id, str(row.reply.lines[0].params[0][1])) for row in rows]


async def claim(store: Store, *settled: Settled, limit: int = 10, paused: Sequence[str] = (),
                resting: Sequence[int] = (), now: int = NOW) -> list[Outgoing]:  # fmt: skip
    return await store.settle(settled, now, limit, 100.0, paused, resting)


async def answer(store: Store, *texts: str, effects: tuple[Effect, ...] = ()) -> list[Waiting]:
    """Take one turn of all who wait and answer each with the texts."""
    waiting = await store.next_turn(64)
    turns = [Turn(one, one.session, tuple(map(reply, texts)), effects) for one in waiting]
    await store.save_turn(turns, NOW)
    return waiting


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
        await store.save_turn([Turn(bad, bad.session, (reply("sorry"),), error="error 1"), Turn(good, good.session)], NOW)
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
            await store.settle([Settled(row, Outcome.SENT) for row in rows], NOW, 0, 0.0, (), ())
        assert await claim(store) == []

    run(backing, check)


# -- delivery ----------------------------------------------------------------------------------------------------------


def test_claims_are_oldest_first_one_for_each_chat_until_settled(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(n, chat) for n, chat in enumerate("dcba")], NOW)
        await answer(store, "one", "two")
        first = await claim(store, limit=3)
        assert said(first) == [("d", "one"), ("c", "one"), ("b", "one")]
        assert {(row.channel, row.bot_id, row.attempts, row.doubts) for row in first} == {("telegram", "1", 1, 0)}
        assert said(await claim(store)) == [("a", "one")]
        assert said(await claim(store, Settled(first[0], Outcome.SENT, "77"))) == [("d", "two")]
        assert await claim(store) == []

    run(backing, check)
    assert backing.rows("SELECT outcome, platform_id, settled_at FROM outbox WHERE state = 2") == [("sent", "77", NOW)]
    assert backing.rows("SELECT count(*) FROM outbox WHERE state = 1 AND lease_owner = 'test' AND lease_until = 100"
                        ) == [(4,)]  # fmt: skip


def test_resting_chats_and_paused_bots_are_left_alone(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1, "a"), update(1, "b", bot="2"), update(1, "c", channel="web")], NOW)
        await answer(store, "x")
        (resting,) = [one[0] for one in backing.rows("SELECT id FROM address WHERE chat_id = 'a'")]
        assert said(await claim(store, paused=["telegram:2", "telegram:9"], resting=[resting])) == [("c", "x")]
        assert said(await claim(store, paused=["telegram:1"])) == [("b", "x")]
        assert said(await claim(store)) == [("a", "x")]

    run(backing, check)


@pytest.mark.parametrize("outcome", [Outcome.SENT, Outcome.FAILED, Outcome.UNKNOWN])
def test_a_final_outcome_closes_the_row(backing: Backing, outcome: Outcome) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1)], NOW)
        await answer(store, "x", "y")
        (row,) = await claim(store)
        (after,) = await claim(store, Settled(row, outcome))
        assert said([after]) == [("7", "y")]
        assert (await store.counts())[f"outbox {outcome}"] == 1

    run(backing, check)


def test_what_was_surely_not_sent_comes_again_first_and_is_counted(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1)], NOW)
        await answer(store, "x", "y")
        (row,) = await claim(store)
        for attempt in range(2, 5):
            (row,) = await claim(store, Settled(row, Outcome.AGAIN))
            assert (said([row]), row.attempts, row.doubts) == ([("7", "x")], attempt, 0)

    run(backing, check)


def test_a_doubtful_reply_is_sent_once_more_then_unknown(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1)], NOW)
        await answer(store, "x", "y")
        (row,) = await claim(store)
        (row,) = await claim(store, Settled(row, Outcome.DOUBTFUL))
        assert (said([row]), row.doubts) == ([("7", "x")], 1)
        (row,) = await claim(store, Settled(row, Outcome.AGAIN))
        assert (said([row]), row.doubts) == ([("7", "x")], 1)
        (row,) = await claim(store, Settled(row, Outcome.DOUBTFUL))
        assert said([row]) == [("7", "y")]
        counts = await store.counts()
        assert (counts["outbox unknown"], counts["replies sent once more after an unknown outcome"]) == (1, 1)

    run(backing, check)


def test_what_another_process_left_in_flight_is_sent_once_more_then_given_up(backing: Backing) -> None:
    async def crash(store: Store) -> None:
        await store.receive([update(1, "a"), update(2, "b")], NOW)
        await answer(store, "x")
        await claim(store, limit=1)

    async def recover(store: Store) -> None:
        assert await store.recover(NOW) == Recovered(sent_once_more=1, given_up=0)
        rows = await claim(store)
        assert [(row.chat_id, row.doubts) for row in rows] == [("a", 1), ("b", 0)]

    async def again(store: Store) -> None:
        assert await store.recover(NOW) == Recovered(sent_once_more=1, given_up=1)
        assert said(await claim(store)) == [("b", "x")]
        assert await store.recover(NOW) == Recovered(sent_once_more=0, given_up=1)
        assert await store.recover(NOW) == Recovered(sent_once_more=0, given_up=0)
        assert (await store.counts())["outbox unknown"] == 2

    for part in (crash, recover, again):
        run(backing, part)


def test_who_blocked_gets_nothing_more_until_they_write(backing: Backing) -> None:
    reachable = "SELECT is_reachable FROM address WHERE chat_id = 'a'"

    async def check(store: Store) -> None:
        await store.receive([update(1, "a"), update(2, "b")], NOW)
        await answer(store, "x", "y", "z")
        a, b = await claim(store)
        assert said(await claim(store, Settled(a, Outcome.BLOCKED), Settled(b, Outcome.SENT))) == [("b", "y")]
        assert (await store.counts())["outbox blocked"] == 3
        assert backing.rows(reachable) == [(0,)]
        await store.receive([update(3, "a")], NOW)
        assert backing.rows(reachable) == [(1,)]
        await answer(store, "back")
        assert said(await claim(store)) == [("a", "back")]

    run(backing, check)


def test_reachable_is_what_the_last_turn_said(backing: Backing) -> None:
    async def check(store: Store) -> None:
        for id_, is_reachable in enumerate((False, True, False)):
            await store.receive([update(id_)], NOW)
            await answer(store, effects=(MarkReachable(is_reachable),))
            assert backing.rows("SELECT is_reachable FROM address") == [(is_reachable,)]

    run(backing, check)


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
                          "telegram", "1", "7", reply("sekret"), 1, 0)  # fmt: skip
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
