"""What happens at the steps of the guided walks is counted by day, for nobody in particular, whatever the database."""

from __future__ import annotations

from bot.store.base import Store
from bot.store.rows import StepCount, Turn
from handlers.effects import CountStep, ForgetPerson
from handlers.session import Session
from handlers.walk_place import Standing, Walk
from tests.store.backings import Backing
from tests.store.using import DAY, NOW, run, update

SHOWN, SOLVED = CountStep("login", "which", "shown"), CountStep("login", "forgot", "solved")


async def count(store: Store, *effects: CountStep | ForgetPerson, now: int = NOW, chats: str = "7") -> None:
    await store.receive([update(f"{now} {chat} {effects}", chat) for chat in chats], now)
    waiting = await store.next_turn(9)
    await store.save_turn([Turn(one, one.session, (), effects) for one in waiting], now)


def test_what_happens_is_added_up_by_step(backing: Backing) -> None:
    async def check(store: Store) -> None:
        assert await store.step_counts() == []
        await count(store, SHOWN, chats="789")
        await count(store, SHOWN, CountStep("login", "which", "left"), now=NOW + 1)
        await count(store, SOLVED, CountStep("otp", "which", "escalated"), now=NOW + 5 * DAY)
        await count(store, SHOWN, CountStep("login", "which", "unsolved"), now=NOW + 5 * DAY)
        assert await store.step_counts() == [
            StepCount("login", "which", shown=5, solved=0, unsolved=1, left=1, escalated=0),
            StepCount("login", "forgot", shown=0, solved=1, unsolved=0, left=0, escalated=0),
            StepCount("otp", "which", shown=0, solved=0, unsolved=0, left=0, escalated=1),
        ]

    run(backing, check)
    days = backing.rows("SELECT day, what, times FROM flow_count WHERE step = 'which' AND what = 'shown' ORDER BY day")
    start = NOW - NOW % DAY
    assert [tuple(row) for row in days] == [(start, "shown", 4), (start + 5 * DAY, "shown", 1)]


def test_solved_that_was_taken_back_is_not_counted(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await count(store, SOLVED, chats="789")
        await count(store, CountStep("login", "forgot", "reopened"), now=NOW + 1)
        assert [(one.step, one.solved) for one in await store.step_counts()] == [("forgot", 2)]

    run(backing, check)


def test_a_count_outlives_the_person_and_names_nobody(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await count(store, SHOWN)
        await count(store, ForgetPerson(keep_opt_out=False), now=NOW + 1)
        assert [(one.flow, one.step, one.shown) for one in await store.step_counts()] == [("login", "which", 1)]

    run(backing, check)
    assert [tuple(row) for row in backing.rows("SELECT * FROM flow_count")] == [
        ("login", "which", NOW - NOW % DAY, "shown", 1)
    ]


def test_a_walk_comes_back_whole_and_goes_with_those_who_never_do(backing: Backing) -> None:
    walk = Walk("login", "forgot", (("login/which", "0"), ("login/forgot", "unsolved")), NOW, ("otp",), Standing.LEFT)

    async def stored(store: Store, at: int) -> Session:
        await store.receive([update(f"again {at}")], at)
        return (await store.next_turn(1))[0].session

    async def check(store: Store) -> None:
        await store.receive([update(1)], NOW)
        (waiting,) = await store.next_turn(1)
        await store.save_turn([Turn(waiting, Session(step=3, walk=walk))], NOW)
        assert (await stored(store, NOW)).walk == walk
        await store.purge(NOW + 90 * DAY)
        assert (await stored(store, NOW)).walk == walk
        await store.purge(NOW + 90 * DAY + 1)
        assert await stored(store, NOW) == Session(step=3)

    run(backing, check)
