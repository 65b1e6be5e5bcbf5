"""Broadcasts in the tables: frozen once, fed in turns, taken back, held, given up, and always accounted for."""

from __future__ import annotations

from collections import Counter
from datetime import date

from msgspec.structs import replace

from bot.standings import Standings
from bot.store.audience_statements import condition
from bot.store.base import Store
from bot.store.rows import BulkClaim, Outcome, Outgoing, Settled
from handlers.audience import EVERYBODY, Audience, Field, Is
from handlers.cell_cast import Cast, Stage
from handlers.cell_step import CellScene, CellStep
from handlers.effects import ForgetPerson
from handlers.facts import Facts, Post
from handlers.ticket import Member, Role
from tests.store.backings import Backing
from tests.store.reminding import ROUTES, Chats, catalogue, year
from tests.store.seeding import seed
from tests.store.using import DAY, NOW, run

PERSON = Facts("", "2025-26", told=Post("mts"), reported=Post("mts"), opened_on=date(2026, 1, 1))
CELL = Member(1, 1, Role.CELL, None, 1)
SCENE = CellScene(1, (CELL,), "en")


def of(circle: str, many: int) -> list[Facts]:
    return [replace(PERSON, reported_circle=circle)] * many


async def begun(store: Store, circle: str | None = None, audience: Audience = EVERYBODY, size: int = 7) -> int:
    """A broadcast within a circle, frozen in ranges of `size`."""
    cast = Cast(0, 1, 1, 1, circle, "en", "2025-26", "all", "Hello", "", "x", Stage.PLANNED)
    number = await store.save_cell(SCENE, CellStep(confirmed=cast), NOW)
    made = condition(audience, catalogue(), year(), circle)
    while await store.freeze(number, made, ROUTES, size, NOW):
        pass
    return number


async def prepared(store: Store, backing: Backing, people: list[Facts]) -> None:
    seed(backing, people)
    await Standings(store, ROUTES).keep(catalogue(), "x", date(2026, 2, 10), (), NOW)


async def claim(store: Store, many: int, *settled: Settled) -> list[Outgoing]:
    return await store.settle(settled, NOW, 0, (), (), [BulkClaim(ROUTES[0], many)])


async def tally(store: Store, number: int) -> dict[str, int]:
    found = await store.cast(number)
    assert found is not None
    assert found[1].adds_up or not found[1].is_frozen
    return {state: times for (state, _), times in found[1].counts.items()}


def test_everybody_is_frozen_once_and_with_a_reason(backing: Backing) -> None:
    others = ("is_opted_out", "is_blocked", "is_human_owned", "has_left")
    people = [*of("delhi", 20), replace(PERSON, has_channel=False)]
    people += [replace(PERSON, **{name: True}) for name in others]

    async def check(store: Store) -> None:
        await prepared(store, backing, people)
        number = await begun(store)
        made = condition(EVERYBODY, catalogue(), year(), None)
        assert not await store.freeze(number, made, ROUTES, 100, NOW)
        expected = {"waiting": 20, "opted_out": 1, "no_channel": 1, "blocked": 1, "held": 1}
        assert await tally(store, number) == expected
        found = await store.cast(number)
        assert found is not None and found[0].size == 24

    run(backing, check)


def test_circles_share_the_lane_however_many_broadcasts_each_has(backing: Backing) -> None:
    async def check(store: Store) -> None:
        postmen = [replace(one, reported=Post("postman")) for one in of("delhi", 40)]
        await prepared(store, backing, [*of("delhi", 40), *postmen, *of("punjab", 40)])
        one, two = [await begun(store, "delhi", Is(Field.DESIGNATION, (post,))) for post in ("mts", "postman")]
        await store.feed(20, NOW)
        other = await begun(store, "punjab")
        await store.feed(20, NOW)
        jobs = [row.job for row in await claim(store, 20)]
        assert Counter(jobs)[other] == 10
        assert Counter(jobs)[one] == Counter(jobs)[two] == 5
        assert all(Counter(jobs[at : at + 4])[other] == 2 for at in range(0, 20, 4))

    run(backing, check)


def test_only_so_many_are_queued_and_a_stop_takes_them_back(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await prepared(store, backing, of("delhi", 60))
        number = await begun(store, "delhi")
        assert await store.feed(20, NOW) == 20
        assert await store.feed(20, NOW) == 0
        assert len(await claim(store, 5)) == 5
        assert await store.stop_casts("delhi", "test", NOW)
        assert await tally(store, number) == {"queued": 5, "waiting": 55}
        assert await store.feed(20, NOW) == 0
        assert await claim(store, 5) == []
        assert await store.start_casts("delhi", "test", NOW)
        assert await store.feed(20, NOW) == 15
        assert not await store.start_casts("delhi", "test", NOW)

    run(backing, check)


def test_a_stopped_circle_gets_nothing_of_a_central_broadcast(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await prepared(store, backing, [*of("delhi", 5), *of("punjab", 5)])
        await begun(store)
        await store.stop_casts("punjab", "test", NOW)
        await store.feed(50, NOW)
        assert {row.address_id for row in await claim(store, 20)} == {1, 2, 3, 4, 5}

    run(backing, check)


def test_what_becomes_of_the_message_becomes_of_the_recipient(backing: Backing) -> None:
    outcomes = (Outcome.SENT, Outcome.FAILED, Outcome.BLOCKED, Outcome.DOUBTFUL, Outcome.DROPPED, Outcome.DROPPED)
    reasons = (None, None, None, None, "finished", "waiting")

    async def check(store: Store) -> None:
        await prepared(store, backing, of("delhi", 6))
        number = await begun(store, "delhi")
        await store.feed(20, NOW)
        rows = await claim(store, 20)
        ended = [Settled(*one, reason=why) for one, why in zip(zip(rows, outcomes, strict=True), reasons, strict=True)]
        await claim(store, 1, *ended)
        expected = {"sent": 1, "failed": 1, "blocked": 1, "unknown": 1, "dropped": 1, "waiting": 1}
        assert await tally(store, number) == expected

    run(backing, check)


def test_who_is_held_is_released_or_given_up_after_a_day(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await prepared(store, backing, [replace(PERSON, is_human_owned=True)] * 2)
        number = await begun(store)
        await store.feed(20, NOW)
        backing.rows("UPDATE ticket SET state = 'closed' WHERE id = 1")
        await store.settle_casts(DAY, 100, NOW + DAY)
        assert await tally(store, number) == {"waiting": 1, "held": 1}
        await store.settle_casts(DAY, 100, NOW + DAY + 1)
        assert await tally(store, number) == {"waiting": 1, "dropped": 1}

    run(backing, check)


def test_a_cancelled_one_ends_and_is_told_once(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await prepared(store, backing, of("delhi", 30))
        number = await begun(store, "delhi")
        await store.feed(10, NOW)
        found = await store.cast(number)
        assert found is not None
        gone = CellStep(changed=replace(found[0], stage=Stage.CANCELLED), takes_back=(number, "cancelled"))
        await store.save_cell(SCENE, gone, NOW)
        assert await tally(store, number) == {"cancelled": 10, "waiting": 20}
        assert await store.settle_casts(DAY, 15, NOW)
        while await store.settle_casts(DAY, 15, NOW):
            pass
        assert await tally(store, number) == {"cancelled": 30}
        (one,) = await store.open_casts()
        assert (one.stage, one.is_closed) == (Stage.CANCELLED, True)

    run(backing, check)


def test_who_erases_their_data_is_dropped(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chats = Chats(store)
        await prepared(store, backing, of("delhi", 2))
        number = await begun(store, "delhi")
        await chats.does("1", ForgetPerson(keep_opt_out=False), now=NOW)
        assert await tally(store, number) == {"dropped": 1, "waiting": 1}

    run(backing, check)


def test_two_who_turn_out_to_be_one_get_it_once(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await prepared(store, backing, of("delhi", 2))
        await begun(store, "delhi")
        await store.feed(20, NOW)
        first, second = await claim(store, 20)
        years = {one.id: one for one in catalogue().years}
        assert not any(one.is_capped for one in await store.cast_rows([first.id, second.id], years, NOW))
        backing.rows("UPDATE address SET person_id = 1 WHERE id = 2")
        await claim(store, 1, Settled(first, Outcome.SENT))
        (again,) = await store.cast_rows([second.id], years, NOW)
        assert again.is_capped

    run(backing, check)


def test_a_chat_that_speaks_for_somebody_else_by_now_is_not_theirs(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await prepared(store, backing, of("delhi", 3))
        await begun(store, "delhi")
        await store.feed(20, NOW)
        rows = [one.id for one in await claim(store, 20)]
        years = {one.id: one for one in catalogue().years}
        backing.rows("UPDATE address SET person_id = 3 WHERE id = 2")
        assert [one.known is None for one in await store.cast_rows(rows, years, NOW)] == [False, True, False]

    run(backing, check)
