"""What every store must do for the bulk lane: its order, its turns, its doubts; replies never wait for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.store.base import Store
from bot.store.rows import BulkClaim, Outcome, Outgoing, Post, Recovered, Settled
from handlers.effects import ForgetPerson
from tests.store.backings import Backing
from tests.store.using import NOW, answer, claim, reply, run, said, update

ROUTE = "telegram:1"


async def chats(store: Store, names: Sequence[str], bot: str = "1", channel: str = "telegram") -> dict[str, int]:
    """Persons who wrote once: chat → address."""
    await store.receive([update(name, name, name, channel, bot) for name in names], NOW)
    return {one.body: one.address_id for one in sorted(await answer(store), key=lambda one: one.body)}


async def queue(store: Store, addresses: Sequence[int], text: str, job: int | None = None, priority: int = 0) -> None:
    posts = [Post(address, reply(text)) for address in addresses]
    assert await store.put_bulk(posts, NOW, job, priority) == len(posts)


async def bulk(store: Store, *settled: Settled, limit: int = 100, resting: Sequence[int] = (),
               route: str = ROUTE) -> list[Outgoing]:  # fmt: skip
    rows = await store.settle(settled, NOW, 0, (), (), [BulkClaim(route, limit, resting)])
    assert all(row.is_bulk and row.route == route for row in rows)
    return rows


def test_the_lower_priority_goes_first_and_jobs_take_turns(backing: Backing) -> None:
    async def check(store: Store) -> None:
        at = list((await chats(store, "abcdefghijkl")).values())
        await queue(store, at[:4], "circle one", job=1, priority=5)
        await queue(store, at[4:6], "circle two", job=2, priority=5)
        await queue(store, at[6:8], "last day", job=3, priority=1)
        await queue(store, at[8:9], "of no job", priority=5)
        rows = await bulk(store)
        one, two = "circle one", "circle two"
        assert [text for _, text in said(rows)] == [
            "last day", "last day", one, two, "of no job", one, two, one, one]  # fmt: skip
        assert [row.job for row in rows[:3]] == [3, 3, 1]

    run(backing, check)


def test_a_job_that_comes_later_takes_turns_from_its_first_row_on(backing: Backing) -> None:
    async def check(store: Store) -> None:
        at = list((await chats(store, "abcdefghijkl")).values())
        await queue(store, at[:6], "early", job=1)
        assert len(await bulk(store, limit=3)) == 3
        await queue(store, at[6:8], "late", job=2)
        await queue(store, at[8:10], "late", job=2)  # the same job in two pieces goes on behind its own
        rows = await bulk(store)
        assert [text for _, text in said(rows)] == ["early", "late"] * 3 + ["late"]

    run(backing, check)


def test_an_address_has_one_at_a_time_and_rests_where_it_is_told(backing: Backing) -> None:
    async def check(store: Store) -> None:
        a, b = (await chats(store, "ab")).values()
        await queue(store, [a, a, b], "x", job=1)
        await queue(store, [a], "y", job=2)
        first = await bulk(store)
        assert sorted(said(first)) == [("a", "x"), ("b", "x")]
        assert await bulk(store, resting=[a]) == []
        (again,) = await bulk(store, Settled(first[0], Outcome.SENT, "7"), limit=1)
        assert again.address_id == a

    run(backing, check)


def test_each_route_has_its_own_rows(backing: Backing) -> None:
    async def check(store: Store) -> None:
        one = await chats(store, "ab")
        other = await chats(store, "c", bot="page", channel="web")
        await queue(store, [*one.values(), *other.values()], "x", job=1)
        assert said(await bulk(store, route="web:page")) == [("c", "x")]
        assert await bulk(store, route="telegram:2") == []
        assert len(await bulk(store)) == 2

    run(backing, check)


def test_a_reply_waits_for_no_bulk_of_its_own_chat(backing: Backing) -> None:
    async def check(store: Store) -> None:
        (a,) = (await chats(store, "a")).values()
        await queue(store, [a, a], "bulk")
        assert len(await bulk(store)) == 1
        await store.receive([update(2, "a")], NOW)
        await answer(store, "reply")
        assert said(await claim(store)) == [("a", "reply")]

    run(backing, check)


def test_replies_are_claimed_without_bulk_and_bulk_without_replies(backing: Backing) -> None:
    async def check(store: Store) -> None:
        (a,) = (await chats(store, "a")).values()
        await queue(store, [a], "bulk")
        assert await claim(store) == []
        assert len(await bulk(store)) == 1

    run(backing, check)


@pytest.mark.parametrize("outcome", [Outcome.DOUBTFUL, Outcome.UNKNOWN])
def test_bulk_in_doubt_is_unknown_at_once(backing: Backing, outcome: Outcome) -> None:
    async def check(store: Store) -> None:
        (a,) = (await chats(store, "a")).values()
        await queue(store, [a], "x")
        (row,) = await bulk(store)
        assert await bulk(store, Settled(row, outcome)) == []
        assert (await store.counts())["outbox unknown"] == 1
        assert (await store.counts()).get("replies sent once more after an unknown outcome", 0) == 0

    run(backing, check)


def test_what_was_surely_not_sent_keeps_its_turn(backing: Backing) -> None:
    async def check(store: Store) -> None:
        a, b = (await chats(store, "ab")).values()
        await queue(store, [a, b], "x")
        (row,) = await bulk(store, limit=1)
        (again,) = await bulk(store, Settled(row, Outcome.AGAIN), limit=1)
        assert (again.id, again.attempts, again.doubts) == (row.id, 2, 0)

    run(backing, check)


def test_bulk_in_flight_at_a_stop_is_given_up_and_a_reply_is_not(backing: Backing) -> None:
    async def crash(store: Store) -> None:
        a, b = (await chats(store, "ab")).values()
        await queue(store, [a, b], "x")
        await bulk(store, limit=1)
        await store.receive([update(2, "a")], NOW)
        await answer(store, "reply")
        await claim(store)

    async def recover(store: Store) -> None:
        assert await store.recover(NOW) == Recovered(sent_once_more=1, given_up=1)
        assert said(await bulk(store)) == [("b", "x")]

    run(backing, crash)
    run(backing, recover)
    assert backing.rows("SELECT lane, outcome FROM outbox WHERE outcome = 'unknown'") == [(1, "unknown")]


def test_a_dropped_row_keeps_its_reason_and_one_that_becomes_a_reply_is_claimed_as_one(backing: Backing) -> None:
    async def check(store: Store) -> None:
        a, b = (await chats(store, "ab")).values()
        await queue(store, [a, b], "x")
        one, two = await bulk(store)
        dropped = Settled(one, Outcome.DROPPED, reason="done")
        rows = await claim(store, dropped, Settled(two, Outcome.SENT, becomes=reply("now")))
        assert said(rows) == [("b", "now")]
        assert not rows[0].is_bulk
        assert (await store.replies_after("telegram", "1", "b", 0))[0][2] == reply("now")

    run(backing, check)
    assert backing.rows("SELECT outcome, reason FROM outbox WHERE lane = 1 ORDER BY id") == [
        ("dropped", "done"), ("sent", None)]  # fmt: skip


def test_who_blocked_or_was_forgotten_gets_no_bulk(backing: Backing) -> None:
    async def check(store: Store) -> None:
        a, b = (await chats(store, "ab")).values()
        await queue(store, [a, a, b], "x")
        rows = await bulk(store, limit=1)
        await store.receive([update(9, "b")], NOW)
        await answer(store, effects=(ForgetPerson(keep_opt_out=False),))
        assert await bulk(store, Settled(rows[0], Outcome.BLOCKED)) == []
        assert (await store.counts())["outbox blocked"] == 2

    run(backing, check)
