"""How fast a bot may write, decided on times that the tests pass in."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from reminders.pace import BUDGET, ChatPaces, Pace

START = 1000.0


def drain(pace: Pace, messages: int, replies: Sequence[float] = (), step: float = 0.001,
          deaf: Sequence[tuple[float, float]] = ()) -> tuple[list[float], list[float]]:  # fmt: skip
    """When bulk messages and replies go on a clock in steps; nothing is looked at while `deaf`."""
    pace.begin(START)
    bulk: list[float] = []
    answered: list[float] = []
    coming, ticks = sorted(replies), 0
    while len(bulk) < messages:
        now = START + ticks * step
        ticks += 1
        if any(begins <= now < ends for begins, ends in deaf):
            continue
        while coming and coming[0] <= now:
            coming.pop(0)
            answered.append(now + pace.reply(now))
        if room := min(pace.room(now), messages - len(bulk)):
            pace.take(now, room)
            for _ in range(room):
                pace.sent(now)
            bulk += [now] * room
    return bulk, answered


def busiest_second(times: Sequence[float]) -> int:
    ordered = sorted(times)
    return max(sum(1 for other in ordered if one <= other < one + 1.0) for one in ordered)


@pytest.mark.parametrize("rate", [1, 10, 25, 26])
def test_bulk_alone_goes_evenly_at_its_rate(rate: int) -> None:
    bulk, _ = drain(Pace(rate, BUDGET), 4 * rate)
    assert bulk[0] == START
    gaps = [after - before for before, after in pairwise(bulk)]
    assert max(abs(gap - 1 / rate) for gap in gaps) < 0.0041
    assert bulk[-1] - bulk[0] == pytest.approx((4 * rate - 1) / rate, rel=0.01)


@pytest.mark.parametrize("rate", [27, 29, 30])
def test_a_rate_at_the_budget_leaves_room_for_a_reply(rate: int) -> None:
    bulk, _ = drain(Pace(rate, BUDGET), 300)
    assert busiest_second(bulk) < BUDGET
    assert 299 / (bulk[-1] - bulk[0]) > 26


def test_a_paid_broadcast_goes_at_its_rate_whatever_replies_go() -> None:
    bulk, answered = drain(Pace(1000, None), 5000, [START + n / 500 for n in range(2000)])
    assert bulk[-1] - bulk[0] == pytest.approx(5.0, rel=0.01)
    assert len(answered) == 2000


@pytest.mark.parametrize(("replies", "least"), [(0, 24.7), (2, 24.7), (5, 21.0), (10, 15.0)])
def test_bulk_takes_what_replies_leave(replies: int, least: float) -> None:
    coming = [START + n / replies for n in range(60 * replies)] if replies else []
    bulk, answered = drain(Pace(25, BUDGET), 400, coming)
    assert busiest_second((*bulk, *answered)) <= BUDGET
    assert least <= 399 / (bulk[-1] - bulk[0]) <= 25.1
    assert answered == pytest.approx(coming[: len(answered)], abs=0.0011)  # not one of them waited


@pytest.mark.parametrize("seed", range(5))
def test_replies_that_come_at_random_find_room_within_a_moment(seed: int) -> None:
    dice = random.Random(seed)
    coming, at = [], START
    while at < START + 60:
        at += dice.expovariate(10)
        coming.append(at)
    bulk, answered = drain(Pace(25, BUDGET), 500, coming)
    waits = sorted(out - into for into, out in zip(coming, answered, strict=False))
    assert waits[-1] <= 0.152
    assert waits[len(waits) // 2] < 0.01
    assert busiest_second((*bulk, *answered)) <= BUDGET


def test_more_replies_than_the_budget_hold_bulk_up_and_not_each_other() -> None:
    pace = Pace(25, BUDGET)
    pace.begin(START)
    assert [pace.reply(START) for _ in range(100)] == [0.0] * 100
    assert pace.room(START + 0.5) == 0
    assert START + 1.0 <= pace.next_bulk(START + 0.5) < START + 1.2
    assert pace.room(START + 1.2) > 0


def test_a_burst_of_replies_waits_a_moment_for_bulk_and_no_longer() -> None:
    pace = Pace(25, BUDGET)
    _, last = drain(pace, 100), START + 99 / 25
    holds = [pace.reply(last) for _ in range(40)]
    assert holds[0] == 0.0
    assert holds[:BUDGET] == sorted(holds[:BUDGET])
    assert max(holds) == 0.15
    assert holds[BUDGET:] == [0.0] * 10  # they alone are more than the budget: nothing would be gained


def test_after_a_wait_that_the_platform_wants_bulk_goes_on_evenly() -> None:
    pace = Pace(25, BUDGET)
    drain(pace, 50)
    pace.begin(START + 30)
    assert pace.room(START + 29.9) == 0
    assert pace.next_bulk(START + 29.9) == START + 30
    assert pace.room(START + 30) == 1
    pace.take(START + 30, 1)
    assert pace.room(START + 30.03) == 0
    assert pace.room(START + 30.04) == 1


def test_a_short_hitch_is_made_up_for_and_a_long_one_is_not() -> None:
    short, _ = drain(Pace(25, BUDGET), 100, deaf=[(START + 1, START + 1.2)])
    assert short[-1] - short[0] == pytest.approx(99 / 25, rel=0.01)
    long, _ = drain(Pace(25, BUDGET), 100, deaf=[(START + 1, START + 6)])
    assert long[-1] - long[0] == pytest.approx(99 / 25 + 5 - 0.25, abs=0.1)
    assert busiest_second(long) < BUDGET


def test_what_does_not_go_leaves_its_place() -> None:
    pace = Pace(10, BUDGET)
    pace.begin(START)
    pace.take(START, 1)
    assert pace.room(START) == 0
    pace.give_back(1)
    assert pace.room(START) == 1


def test_what_is_claimed_and_not_yet_gone_takes_room() -> None:
    pace = Pace(30, BUDGET)
    pace.begin(START)
    for number in range(BUDGET - 1):
        assert pace.room(START + number) >= 1
        pace.take(START + number, 1)
    assert pace.room(START + 100) == 0


# -- chats -------------------------------------------------------------------------------------------------------------


def test_a_person_gets_a_burst_at_once_and_then_one_a_second() -> None:
    chats, now, went = ChatPaces(), START, []
    for _ in range(30):
        went.append(now)
        now = chats.sent(7, now, 1, is_group=False)
    assert went[:20] == [START] * 20
    assert went[20:] == [START + 1 + n for n in range(10)] or went[21:] == [START + 1 + n for n in range(9)]


def test_bulk_leaves_a_chat_alone_for_a_second_after_each_message() -> None:
    chats = ChatPaces()
    chats.sent(7, START, 1, is_group=False)
    chats.sent(8, START, 3, is_group=False)
    assert chats.resting(START + 0.9) == [7, 8]
    assert chats.resting(START + 1.0) == [8]
    assert chats.resting(START + 3.0) == []


@pytest.mark.parametrize("messages", [1, 2])
def test_a_group_gets_twenty_in_any_minute(messages: int) -> None:
    chats, now, went = ChatPaces(), START, []
    for _ in range(100):
        went += [now] * messages
        now = chats.sent(-7, now, messages, is_group=True)
    assert went[20 - messages] == START
    for one in went:
        assert sum(1 for other in went if one <= other < one + 60) <= 20
    assert went[-1] - START < 61 * (len(went) // 20)


def test_chats_that_have_rested_are_forgotten() -> None:
    chats = ChatPaces()
    for number in range(20_000):
        chats.sent(number, START + number * 0.01, 1, is_group=False)
        chats.sent(-number - 1, START + number * 0.01, 1, is_group=True)
    assert len(chats._free) < 9_000
    assert len(chats._groups) < 9_000
