"""Choosing a day's reminders by set-based statements equals judging each person, and is done once."""

from __future__ import annotations

from collections import Counter
from datetime import date, time

from msgspec.structs import replace

from bot.store.base import Store
from bot.store.reminder_rows import Batch, Job
from handlers.assessed import Assessed, assess
from handlers.facts import Claims, Facts, Post
from handlers.standing import Reason
from knowledge.catalogue import Catalogue
from knowledge.reminder_policy import Hour
from knowledge.schedule import reminder_days
from reminders.day import Day
from reminders.judge import congratulate, judge_on
from tests.knowledge.overlays import changed, library_of
from tests.reminders.people import invented
from tests.reminders.test_columns import DELHI
from tests.store.backings import Backing
from tests.store.reminding import ROUTES, begun, choose
from tests.store.seeding import seed
from tests.store.using import run

PEOPLE = 10_000


def content() -> Catalogue:
    """The shipped content, and one circle with a calendar of its own."""
    return library_of(changed("desk.yaml", "circles: []", DELHI)).catalogue


def test_people_come_back_from_the_store_as_they_are(backing: Backing) -> None:
    catalogue = content()
    people = [replace(one, reminded_on=None) for one in invented(catalogue, 2_000)]

    async def check(store: Store) -> None:
        seed(backing, people)
        known = {one.person: one for one in await store.facts(range(1, len(people) + 1), catalogue.years[0])}
        for number, one in enumerate(people, start=1):
            progress = {key: claims for key, claims in one.progress.items() if claims != Claims()}
            blocked = one.is_blocked and one.has_channel
            plan = tuple(sorted(one.plan, key=lambda row: row.key))
            expected = replace(one, progress=progress, is_blocked=blocked, plan=plan, is_listed=True)
            found = known[number].facts
            assert replace(found, plan=tuple(replace(row, title=row.title) for row in found.plan)) == replace(
                expected, plan=tuple(replace(row, title=row.course or row.title) for row in expected.plan)
            )

    run(backing, check)


def _expected(facts: Facts, assessed: Assessed, catalogue: Catalogue, day: date, at: time) -> str:
    """The reason that is kept of somebody on a reminder day."""
    year = catalogue.years[0]
    reason = judge_on(facts, assessed, catalogue, year, day, at).reason
    if reason is Reason.DONE:
        done = congratulate(facts, assessed, catalogue, year, day, at).reason
        return (done if done in (Reason.FINISHED, Reason.HUMAN_OWNED, Reason.QUIET) else reason).value
    return reason.value


def test_the_store_chooses_whom_the_judge_chooses(backing: Backing) -> None:
    """Over 10,000 people, on every day that reminds of something, at different times of day."""
    catalogue = content()
    year = catalogue.years[0]
    people = [replace(one, reminded_on=None) for one in invented(catalogue, PEOPLE)]
    assessed = [assess(one, catalogue, year) for one in people]
    calendars = (catalogue.desk.default, *catalogue.desk.circles.values())
    days = sorted({day for calendar in calendars for day in reminder_days(year, calendar)})
    seen: Counter[str] = Counter()

    async def check(store: Store) -> None:
        seed(backing, people)
        for place, on in enumerate(days):
            at = (time(9, 30), time(12, 29), time(13, 0), time(16, 30))[place % 4]
            job, day = await begun(store, catalogue, on, at)
            await choose(store, job, day)
            kept = backing.rows("SELECT person_id, reason FROM reminder WHERE job_id = ? ORDER BY 1", job.id)
            assert [number for number, _ in kept] == list(range(1, PEOPLE + 1))
            for number, reason in kept:
                assert reason == _expected(people[number - 1], assessed[number - 1], catalogue, on, at), (on, number)
                if reason == "finished":
                    people[number - 1] = replace(people[number - 1], congratulated_on=on)
            seen.update(reason for _, reason in kept)
            _promises(backing, job)

    run(backing, check, seconds=120)
    assert set(seen) == {reason.value for reason in Reason}
    assert seen["due"] > 5_000


def _promises(backing: Backing, job: Job) -> None:
    """What is chosen is what the outbox holds, and what the job counts."""
    ((waiting,),) = backing.rows("SELECT count(*) FROM reminder WHERE job_id = ? AND state = 'waiting'", job.id)
    queued = backing.rows("SELECT count(*), count(DISTINCT address_id) FROM outbox WHERE job_id = ?", job.id)
    assert queued == [(waiting, waiting)]
    ((chosen,),) = backing.rows("SELECT count(*) FROM reminder WHERE job_id = ? AND state <> 'skip'", job.id)
    assert backing.rows("SELECT chosen FROM job WHERE id = ?", job.id) == [(chosen,)]


def test_a_second_look_chooses_nobody_again(backing: Backing) -> None:
    catalogue = content()

    async def check(store: Store) -> None:
        seed(backing, list(invented(catalogue, 500)))
        job, day = await begun(store, catalogue, date(2026, 2, 12), time(10))
        await choose(store, job, day, size=70)
        before = backing.rows("SELECT * FROM outbox"), backing.rows("SELECT * FROM reminder")
        assert before[0]
        again, day = await begun(store, catalogue, date(2026, 2, 12), time(10, 1))
        assert (again.id, again.is_chosen) == (job.id, True)
        await choose(store, again, day)
        assert await released(store, again, day) > 1
        assert (backing.rows("SELECT * FROM outbox"), backing.rows("SELECT * FROM reminder")) == before

    run(backing, check)


async def released(store: Store, job: Job, day: Day, size: int = 9, *, is_other_hour: bool = True) -> int:
    """Look at all who are put off; return in how many batches."""
    after: int | None = 0
    for count in range(1_000):
        after = await store.release(job, day, Batch(after or 0, size, is_other_hour), ROUTES, 0)
        if after is None:
            return count
    raise AssertionError("it never ends")


def test_who_is_put_off_goes_on_in_batches_when_their_time_has_come(backing: Backing) -> None:
    catalogue = content()
    hours = (None, Hour.NOON, Hour.EVENING)
    people = [
        Facts(str(number), "2025-26", told=Post("mts"), opened_on=date(2026, 1, 1), hour=hours[number % 3],
              is_human_owned=number % 7 == 0)
        for number in range(200)
    ]  # fmt: skip

    async def check(store: Store) -> None:
        seed(backing, people)
        on = date(2026, 2, 12)
        job, day = await begun(store, catalogue, on, time(10))
        await choose(store, job, day)
        put_off = backing.rows("SELECT count(*) FROM reminder WHERE state IN ('later', 'held')")[0][0]
        assert await released(store, job, day) == -(-put_off // 9)
        for at in (time(10), time(12, 30), time(16, 30)):
            job, day = await begun(store, catalogue, on, at)
            before = backing.rows("SELECT person_id, state FROM reminder ORDER BY 1")
            await released(store, job, day, is_other_hour=False)
            assert backing.rows("SELECT person_id, state FROM reminder ORDER BY 1") == before
            await released(store, job, day)
            expected = dict(Counter(_state(one, at) for one in people))
            assert dict(backing.rows("SELECT state, count(*) FROM reminder GROUP BY 1")) == expected, at
            _promises(backing, job)
        backing.rows("UPDATE ticket SET state = 'closed'")
        await released(store, job, day, is_other_hour=False)
        assert dict(backing.rows("SELECT state, count(*) FROM reminder GROUP BY 1")) == {"waiting": 200}
        _promises(backing, job)

    run(backing, check)


def _state(one: Facts, at: time) -> str:
    if one.is_human_owned:
        return "held"
    begins = {Hour.NOON: time(12, 30), Hour.EVENING: time(16, 30)}
    return "later" if one.hour and at < begins[one.hour] else "waiting"
