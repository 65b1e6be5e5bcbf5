"""Figures counted by statements equal those counted person by person; standings are found for them, weeks are kept."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from bot.box import Keys
from bot.standing_now import StandingNow
from bot.store.base import Store
from bot.store.rows import BulkClaim, Outcome, Settled
from bot.store.rows import Post as Bulk
from handlers.assessed import Assessed, assess
from handlers.effects import CountStep, KeepForReview, SaveProfile
from handlers.facts import Claims, Facts, Post
from handlers.session import Person
from handlers.standing import Reason
from handlers.ticket import Member, Role
from knowledge.catalogue import Catalogue
from knowledge.working_time import IST
from reminders.figures import OPEN, OUTSIDE, PLAN, Count, Counted, Kind, Span, Tickets, weeks_of
from reminders.report_lists import Call, Topic
from reminders.troubles import Trouble
from tests.reminders.people import invented
from tests.store.backings import KEY, Backing
from tests.store.reminding import ROUTES, Chats, catalogue, done, year
from tests.store.seeding import seed
from tests.store.using import answer, reply, run, update

NOON = datetime(2026, 2, 18, 12, tzinfo=IST)
DIVISIONS = ("North", "South", None)
GROUPS = ("Group C", "c", None, "Group-B", "Secretary")


def standing_now(store: Store, of: Catalogue | None = None) -> StandingNow:
    return StandingNow(store, lambda: of or catalogue())


def place(backing: Backing) -> None:
    """Give everybody of the roster a division, a Group and a report."""
    for number, division in enumerate(DIVISIONS):
        backing.rows("UPDATE roster SET division = ? WHERE person_id % 3 = ?", division, number)
    for number, group in enumerate(GROUPS):
        backing.rows("UPDATE roster SET group_written = ? WHERE person_id % 5 = ?", group, number)
    backing.rows("UPDATE roster SET reported_at = person_id")


def counted_singly(people: list[Facts], span: Span) -> dict[tuple[str, str, str, str], Count]:
    """The same, by the rules of single persons."""
    found: dict[tuple[str, str, str, str], Count] = defaultdict(Count)
    for number, facts in enumerate(people, start=1):
        if facts.has_left or (span.circle is not None and facts.reported_circle != span.circle):
            continue
        assessed = assess(facts, catalogue(), span.year)
        key = (facts.reported_circle or "", DIVISIONS[number % 3] or "", GROUPS[number % 5] or "", _list(assessed))
        found[key] += _one(facts, assessed, span)
    return dict(found)


def _list(assessed: Assessed) -> str:
    if assessed.own.why_not is Reason.EXCLUDED:
        return OUTSIDE
    return OPEN if assessed.own.why_not else assessed.own.curriculum or PLAN


def _one(facts: Facts, assessed: Assessed, span: Span) -> Count:
    is_mandated = assessed.own.why_not is not Reason.EXCLUDED
    unmet = assessed.standing.unmet
    met = tuple(int(is_mandated and not unmet >> place & 1) for place in range(len(span.year.reminders.milestones)))
    is_silent = not facts.has_channel or facts.is_blocked or facts.is_opted_out
    calls = is_mandated and bool(unmet & span.near) and is_silent
    return Count(1, int(is_mandated), int(facts.has_channel), int(facts.is_verified is True), met, int(calls))


@pytest.mark.parametrize("circle", [None, "delhi"])
def test_statements_count_what_the_rules_say_of_each_person(backing: Backing, circle: str | None) -> None:
    people = list(invented(catalogue(), 3_000))

    async def check(store: Store) -> None:
        seed(backing, people)
        place(backing)
        span = Span(year(), circle, NOON)
        figures = await standing_now(store).found(span)
        counts = {(row.circle, row.division, row.group, row.curriculum): row.count for row in figures.rows}
        expected = counted_singly(people, span)
        assert counts == expected
        assert {OPEN, OUTSIDE, PLAN, "mts"} <= {row.curriculum for row in figures.rows}
        assert figures.total.calls > 50 and all(figures.total.met) and figures.total.verified > 100
        ours = [
            number for number, one in enumerate(people, 1) if not one.has_left and circle in (None, one.reported_circle)
        ]
        assert (figures.reported_at, figures.unfound, figures.others) == (max(ours), 0, 0)
        calls = await store.calls(span)
        assert len(calls) == figures.total.calls
        assert {call.employee for call in calls} <= {people[number - 1].key for number in ours}

    run(backing, check, seconds=120)


def test_parts_are_sums_of_the_same_people(backing: Backing) -> None:
    people = list(invented(catalogue(), 600))

    async def check(store: Store) -> None:
        seed(backing, people)
        place(backing)
        figures = await standing_now(store).found(Span(year(), None, NOON))
        for kind in Kind:
            parts = figures.parts(kind)
            assert sum((part.count for part in parts), Count()) == figures.total
        assert {part.id for part in figures.parts(Kind.GROUP)} == {"C", "B", "", "Secretary"}
        assert {(part.circle, part.id) for part in figures.parts(Kind.DIVISION)} >= {("delhi", "North"), ("bihar", "")}

    run(backing, check, seconds=60)


def test_a_report_finds_standings_and_leaves_the_days_reminders_alone(backing: Backing) -> None:
    """Whoever changed is still judged anew at the next look, and is not found twice."""
    people = [Facts(f"{number}", "2025-26", reported=Post("mts"), reported_circle="delhi") for number in range(5)]

    async def check(store: Store) -> None:
        seed(backing, people)
        now, span, batches = standing_now(store), Span(year(), "delhi", NOON), list[int]()
        assert (await now.figures(span)).unfound == 5
        await now.found(span, batches.append)
        assert sum(batches) >= 5
        await now.found(span, lambda count: pytest.fail(f"{count} found again"))
        assert len((await store.stale("elsewhere", 99)).persons) == 5  # still to be looked at by reminders
        await Chats(store).does("1", SaveProfile(Person("hi", "postman")), now=1)
        assert (await now.figures(span)).unfound >= 1
        assert (await now.found(span)).unfound == 0

    run(backing, check)


def test_a_year_that_is_over_is_still_found(backing: Backing) -> None:
    person = Facts(
        "1",
        "2025-26",
        reported=Post("mts"),
        reported_circle="delhi",
        progress={"kym": Claims(reported=done("2026-01-05"))},
    )

    async def check(store: Store) -> None:
        seed(backing, [person])
        now = standing_now(store)
        later = now.span("delhi", datetime(2026, 11, 22, 12, tzinfo=IST))
        assert later.year is year()
        assert (await now.found(later)).total.met == (1, 0, 0, 0)

    run(backing, check)


def test_reminders_are_counted_as_they_arrive(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chats = Chats(store)
        person = await chats.joins("7", "mts", 1_770_000_000, "delhi")
        backing.rows("INSERT INTO roster (person_id, circle) VALUES (?, 'delhi')", person)
        now, span = standing_now(store), Span(year(), "delhi", NOON)
        await now.found(span)
        for day, reason in (("2026-02-12", "due"), ("2026-02-14", "due"), ("2026-02-15", "finished")):
            backing.rows("INSERT INTO job (kind, year, day, created_at) VALUES ('reminder', '2025-26', ?, 0)", day)
            ((job,),) = backing.rows("SELECT max(id) FROM job")
            backing.rows(
                "INSERT INTO reminder (job_id, person_id, state, reason) VALUES (?, ?, 'waiting', ?)",
                job,
                person,
                reason,
            )
            ((address,),) = backing.rows("SELECT id FROM address")
            await store.put_bulk([Bulk(address, reply("x"))], 2, job)
            (row,) = await store.settle([], 3, 0, (), (), [BulkClaim(ROUTES[0], 5)])
            await store.settle(
                [Settled(row, Outcome.SENT if day != "2026-02-12" else Outcome.FAILED, "1")], 4, 0, (), ()
            )
        assert (await now.found(span)).total.reminded == 1

    run(backing, check)


def test_who_is_in_no_list_is_counted_apart(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chats = Chats(store)
        await chats.joins("7", "mts", 5, "delhi")
        await chats.joins("8", "mts", 5, "bihar")
        now = standing_now(store)
        assert (await now.found(Span(year(), None, NOON))).others == 2
        found = await now.found(Span(year(), "delhi", NOON))
        assert (found.others, found.total) == (1, Count())

    run(backing, check)


def test_requests_and_questions(backing: Backing) -> None:
    moment = int(NOON.timestamp())

    async def check(store: Store) -> None:
        chats = Chats(store)
        kept = (
            KeepForReview("a", "clarified", None, (), 0.1, "en"),
            KeepForReview("b", "not_helpful", None, (), 0.1, "en"),
        )
        await chats.does("7", *kept, kept[0], now=moment - 86_400)
        await chats.does("7", kept[0], now=moment - 20 * 86_400)
        for number, (circle, state, opened, answered) in enumerate(
            [
                ("delhi", "open", -1, 0),
                ("delhi", "closed", -1, -1),
                ("delhi", "closed", -30, -30),
                ("bihar", "open", -2, 0),
            ]
        ):
            _ticket(
                backing, number + 50, circle, state, moment + opened * 86_400, answered and moment + answered * 86_400
            )
        figures = await standing_now(store).found(Span(year(), None, NOON))
        assert figures.tickets == {"delhi": Tickets(1, 3, 2, 2, 1), "bihar": Tickets(1, 1, 0, 1, 0)}
        assert figures.all_tickets == Tickets(2, 4, 2, 3, 1)
        assert (figures.questions.lately, figures.questions.undecided) == ({"clarified": 2, "not_helpful": 1}, 4)
        of_delhi = await standing_now(store).found(Span(year(), "delhi", NOON))
        assert of_delhi.all_tickets == Tickets(1, 3, 2, 2, 1)
        listed = [(row.kept.text, row.times) for row in await store.unanswered()]
        assert listed == [("a", 3), ("b", 1)]

    run(backing, check)


def test_what_a_circle_asked_in_vain_is_counted_without_its_words(backing: Backing) -> None:
    moment = int(NOON.timestamp())  # a Wednesday
    sunday = int(datetime(2026, 2, 15, 23, 59, tzinfo=IST).timestamp())

    async def check(store: Store) -> None:
        chats = Chats(store)
        asked = KeepForReview("otp of Asha", "clarified", None, ("login.otp", "app"), 0.4, "en")
        bad = replace(asked, why="not_helpful", topic="app", alternatives=())
        for chat, circle in (("7", "delhi"), ("8", "bihar"), ("9", None)):
            await chats.joins(chat, "mts", moment, circle=circle)
        await chats.does("7", asked, now=sunday)
        await chats.does("7", asked, bad, now=moment)
        await chats.does("8", replace(asked, alternatives=()), now=moment)
        await chats.does("9", asked, now=moment)
        login = Topic("login.otp", "clarified", 2, date(2026, 2, 16))
        assert await store.unanswered_of("delhi") == [login, Topic("app", "not_helpful", 1, date(2026, 2, 16))]
        assert await store.unanswered_of("bihar") == [Topic("", "clarified", 1, date(2026, 2, 16))]
        weeks = backing.rows("SELECT week, times FROM unanswered WHERE topic = 'login.otp' ORDER BY week")
        assert weeks == [("2026-02-09", 1), ("2026-02-16", 1)]
        assert "Asha" not in str(backing.rows("SELECT * FROM unanswered"))
        await store.purge(moment + 80 * 86_400)
        assert await store.unanswered_of("delhi") != []
        await store.purge(moment + 100 * 86_400)
        assert await store.unanswered_of("delhi") == []

    run(backing, check)


def test_a_weeks_figures_are_kept_once(backing: Backing) -> None:
    monday = date(2026, 2, 16)

    async def check(store: Store) -> None:
        rows = (
            Counted("delhi", "North", "C", "mts", Count(10, 9, 8, 7, (5, 4, 3, 2), 1, 30)),
            Counted("bihar", "", "", OPEN, Count(2, 2, 0, 0, (0, 0, 0, 0), 2)),
        )
        assert not await store.has_week("2025-26", monday)
        await store.keep_weeks("2025-26", monday - timedelta(days=7), weeks_of(rows[:1], monday - timedelta(days=7)))
        await store.keep_weeks("2025-26", monday, weeks_of(rows, monday))
        await store.keep_weeks("2025-26", monday, weeks_of(rows[:1], monday))
        assert await store.has_week("2025-26", monday)
        figures = await store.figures(Span(year(), None, NOON), "")
        trend = figures.trend()
        assert [(day.isoformat(), count.employees, count.met) for day, count in trend.items()] == [
            ("2026-02-09", 10, (5, 4, 3, 2)), ("2026-02-16", 12, (5, 4, 3, 2))
        ]  # fmt: skip
        assert figures.before() == (monday - timedelta(days=7), replace(rows[0].count, calls=0))
        delhi = await store.figures(Span(year(), "delhi", NOON), "")
        assert [count.employees for count in delhi.trend(Kind.CURRICULUM, "mts").values()] == [10, 10]
        assert delhi.trend(Kind.CURRICULUM, OPEN) == {}
        assert (await store.figures(Span(replace(year(), id="2026-27"), None, NOON), "")).weeks == ()

    run(backing, check)


def test_steps_that_did_not_help_are_counted_by_week(backing: Backing) -> None:
    monday = date(2026, 2, 16)

    def at(day: date) -> int:
        return int(datetime.combine(day, datetime.min.time(), IST).timestamp()) + 43_200

    async def check(store: Store) -> None:
        chats = Chats(store)
        shown, left = CountStep("otp", "wait", "shown"), CountStep("otp", "wait", "left")
        solved, asked = CountStep("otp", "wait", "solved"), CountStep("otp", "wait", "escalated")
        await chats.does("7", shown, shown, left, asked, solved, now=at(monday - timedelta(days=1)))
        await chats.does("7", shown, left, now=at(monday - timedelta(days=8)))
        await chats.does("7", left, now=at(monday))
        await chats.does("7", left, now=at(monday - timedelta(days=15)))
        assert await store.steps(monday) == [Trouble("otp", "wait", 2, 1, 2)]

    run(backing, check)


def test_a_digest_is_queued_once_a_member_and_week(backing: Backing) -> None:
    monday, since = date(2026, 2, 16), 1_771_180_200

    async def check(store: Store) -> None:
        for id_, chat in enumerate("789", start=1):
            await store.receive([update(id_, chat)], since - 90)
        await answer(store)
        roles = [(1, "cell", "delhi", 5), (2, "helpdesk", "delhi", 5), (3, "cell", None, since)]
        for address, role, circle, granted in roles:
            backing.rows(
                "INSERT INTO member (person_id, address_id, role, circle, granted_at, granted_by)"
                " VALUES (?1, ?1, ?2, ?3, ?4, '')", address, role, circle, granted,
            )  # fmt: skip
        assert [one.id for one in await store.to_tell(monday, since)] == [1]
        assert [one.id for one in await store.to_tell(monday, since + 1)] == [1, 3]
        member = Member(1, 1, Role.CELL, "delhi", 1)
        assert [await store.tell(monday, member, reply("a"), since) for _ in range(2)] == [True, False]
        assert backing.rows("SELECT lane, address_id FROM outbox WHERE lane = 1") == [(1, 1)]
        assert [one.id for one in await store.to_tell(monday, since + 1)] == [3]
        assert [one.id for one in await store.to_tell(monday + timedelta(days=7), since)] == [1]
        backing.rows("UPDATE address SET is_reachable = 0 WHERE id = 1")
        assert await store.to_tell(monday + timedelta(days=7), since) == []
        assert [one.audit.action for one in await store.audits(9)] == ["digest"]

    run(backing, check)


def test_a_chats_roles(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(1, "7"), update(2, "-5")], 5)
        await answer(store)
        for address in (1, 2):
            backing.rows(
                "INSERT INTO member (person_id, address_id, role, circle, granted_at, granted_by)"
                " VALUES (?1, ?1, 'cell', 'delhi', 1, '')", address,
            )  # fmt: skip
        backing.rows("INSERT INTO staff_group (address_id, circle, language, linked_at) VALUES (2, 'delhi', 'en', 1)")
        assert [one.id for one in await store.members_at(("telegram", "1", "7"))] == [1]
        assert await store.members_at(("telegram", "1", "-5")) == []
        assert await store.members_at(("telegram", "1", "99")) == []

    run(backing, check)


def test_who_needs_a_call_and_why(backing: Backing) -> None:
    behind = Facts("1", "2025-26", reported=Post("mts"), reported_circle="delhi", has_channel=False)
    people = [
        behind,
        replace(behind, key="2", has_channel=True, is_blocked=True),
        replace(behind, key="3", has_channel=True, is_opted_out=True),
        replace(behind, key="4", has_channel=True),
        replace(behind, key="5", reported=Post("gds_bpm")),
        replace(behind, key="6", has_left=True),
    ]

    async def check(store: Store) -> None:
        seed(backing, people)
        backing.rows("UPDATE roster SET division = 'North', office = 'GPO ' || employee_id")
        keys = Keys(KEY)
        backing.rows("UPDATE roster SET name_box = ?, mobile_box = ? WHERE person_id = 1",
                     keys.seal("name", "Asha"), keys.seal("mobile", "9876543210"))  # fmt: skip
        backing.rows("UPDATE roster SET name_box = ? WHERE person_id = 2", Keys(b"another key here").seal("name", "X"))
        span = Span(year(), "delhi", NOON)
        await standing_now(store).found(span)
        call = Call("1", "delhi", "North", "GPO 1", "", "mts", 0b1111, "no_channel")
        assert await store.calls(span) == [
            replace(call, name="Asha", mobile="9876543210"),
            replace(call, employee="2", office="GPO 2", why="blocked"),
            replace(call, employee="3", office="GPO 3", why="opted_out"),
        ]

    run(backing, check)


def _ticket(backing: Backing, id_: int, circle: str, state: str, opened: int, answered: int) -> None:
    backing.rows(
        """
        INSERT INTO ticket (id, circle, state, opened_at, first_answer_at, language, topics, path, evidence, level,
                            queued_at, claimed_at, person_wrote_at, staff_wrote_at, closed_at, alerts, is_reachable,
                            is_told_unreachable)
        VALUES (?, ?, ?, ?, ?, 'en', '[]', '[]', '[]', 'circle', 0, 0, 0, 0, 0, 0, 1, 0)
        """,
        id_, circle, state, opened, answered,
    )  # fmt: skip


def test_people_without_an_id_are_named_by_what_the_reports_have(backing: Backing) -> None:
    people = [Facts(str(number), "2025-26", reported=Post("mts"), reported_circle="delhi") for number in range(1, 5)]

    async def check(store: Store) -> None:
        seed(backing, people)
        keys = Keys(KEY)
        email, mobile = keys.seal("email", "Asha@Post.example"), keys.seal("mobile", "9876543210")
        backing.rows("UPDATE roster SET email_box = ?, mobile_box = ?", email, mobile)
        backing.rows("UPDATE roster SET employee_id = NULL WHERE person_id > 1")
        backing.rows("UPDATE roster SET email_box = NULL WHERE person_id > 2")
        backing.rows("UPDATE roster SET mobile_box = NULL WHERE person_id > 3")
        listed = {one.person: one.key for one in await store.judged(0, 9)}
        assert listed == {1: "1", 2: "asha@post.example", 3: "9876543210", 4: "chat:4"}

    run(backing, check)


def test_who_came_by_a_link_is_counted_by_circle(backing: Backing) -> None:
    async def check(store: Store) -> None:
        for circle, day, came, new in (
            ("delhi", 1_769_990_400, 5, 3),
            ("bihar", 1_769_990_400, 2, 2),
            ("delhi", 0, 9, 9),
        ):
            backing.rows("INSERT INTO reach VALUES (?, ?, 'q', ?, ?)", circle, day, came, new)
        everybody = await store.figures(Span(year(), None, NOON), "")
        delhi = await store.figures(Span(year(), "delhi", NOON), "")
        assert ((everybody.came, everybody.were_new), (delhi.came, delhi.were_new)) == ((7, 5), (5, 3))

    run(backing, check)
