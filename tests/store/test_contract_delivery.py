"""What every store must do for delivery: claims, outcomes, doubt, recovery."""

from __future__ import annotations

import pytest

from bot.store.base import Store
from bot.store.rows import Outcome, Recovered, Settled
from handlers.effects import MarkReachable
from tests.store.backings import Backing
from tests.store.using import NOW, answer, claim, run, said, update

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
    assert backing.rows("SELECT count(*) FROM outbox WHERE state = 1") == [(4,)]


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


def test_what_another_process_left_in_flight_is_sent_again_each_time_three_times_at_most(backing: Backing) -> None:
    async def crash(store: Store) -> None:
        await store.receive([update(1, "a"), update(2, "b")], NOW)
        await answer(store, "x")
        await claim(store, limit=1)

    async def recover(store: Store) -> None:
        assert await store.recover(NOW) == Recovered(sent_once_more=1, given_up=0)
        rows = await claim(store)
        assert [(row.chat_id, row.doubts) for row in rows] == [("a", 1), ("b", 0)]

    async def again(store: Store) -> None:
        for _ in range(2):
            assert await store.recover(NOW) == Recovered(sent_once_more=2, given_up=0)
            assert sorted(said(await claim(store))) == [("a", "x"), ("b", "x")]
        assert await store.recover(NOW) == Recovered(sent_once_more=1, given_up=1)
        assert said(await claim(store)) == [("b", "x")]
        assert await store.recover(NOW) == Recovered(sent_once_more=0, given_up=1)
        assert await store.recover(NOW) == Recovered(sent_once_more=0, given_up=0)
        counts = await store.counts()
        assert counts["outbox unknown"] == 2
        assert counts["replies sent once more after an unknown outcome"] == 6

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
