"""What every store must do with links: one person becomes another and back, nothing is lost, nobody learns anything."""

from __future__ import annotations

import pytest

from bot.store.base import Store
from bot.store.database import StoreError
from bot.store.link_base import Reached
from handlers.effects import (
    CountReach,
    CountTry,
    ForgetPerson,
    KeepClaims,
    SaveProfile,
    SettlePost,
    SpeakFor,
    UnlinkOthers,
    UnlinkPerson,
)
from handlers.facts import Claims
from handlers.session import Person
from handlers.ticket import Role
from tests.store.backings import Backing
from tests.store.desking import after, hired, opened
from tests.store.listing import NEWS, Linking, Row, listed
from tests.store.reminding import YEAR, done, facts_of
from tests.store.using import DAY, NOW, claim, run

A = Row("10012345", "9876543210")
JOB = "INSERT INTO job (id, kind, year, day, created_at) VALUES (?, 'reminder', '2025-26', ?, 0)"
WAITING = """
INSERT INTO outbox (address_id, lane, body, state, job_id, route, created_at) VALUES (?, 1, '{}', ?, ?, 'r', 0)
"""
B = Row("10099999", "9876500000", post="mts", circle="punjab")


def test_a_number_names_exactly_who_has_it_and_has_not_left(backing: Backing) -> None:
    async def check(store: Store) -> None:
        shared = [Row("1", "9000000001"), Row("2", "9000000001"), Row("3", "9000000001")]
        left = Row("4", "9000000002", has_left=True)
        first, *_ = listed(backing, A, *shared, left)
        links = Linking(store)
        (found,) = (await links.scene("7", mobile="9876543210")).found
        assert (found.person, found.hint, found.post.designation, found.circle) == (first, "2345", "postman", "delhi")
        assert [len((await links.scene("7", mobile=mobile)).found) for mobile in ("9000000001", "9000000002", "9")] == [
            2,
            0,
            0,
        ]

    run(backing, check)


def test_a_code_names_whom_it_was_made_for_once_and_only_beside_the_id(backing: Backing) -> None:
    async def check(store: Store) -> None:
        first, second = listed(backing, A, B)
        await store.keep_codes([(first, "K7MP-3QXA"), (second, "R4TB-9KCD")], NOW + 60, "command line", NOW)
        links = Linking(store)
        scene = await links.scene("7", employee="10012345", code="k7mp3qxa")
        assert [one.person for one in scene.found] == [first]
        for id_, code in (("10012345", "R4TB-9KCD"), ("10099999", "K7MP-3QXA"), ("555", "K7MP-3QXA"), ("10012345", "")):
            assert (await links.scene("7", employee=id_, code=code)).found == ()
        await links.links("7", first, code=scene.code, way="code")
        assert (await links.scene("8", employee="10012345", code="K7MP-3QXA")).found == ()
        with pytest.raises(StoreError):
            await links.links("9", first, code=scene.code, way="code")
        assert await links.speaks_for("7") == first
        links.now += 60
        assert (await links.scene("8", employee="10099999", code="R4TB-9KCD")).found == ()

    run(backing, check)


def test_a_new_code_ends_the_one_before(backing: Backing) -> None:
    async def check(store: Store) -> None:
        (first,) = listed(backing, A)
        await store.keep_codes([(first, "K7MP-3QXA")], NOW + 60, "command line", NOW)
        await store.keep_codes([(first, "R4TB-9KCD")], NOW + 60, "command line", NOW)
        links = Linking(store)
        assert (await links.scene("7", employee="10012345", code="K7MP-3QXA")).found == ()
        assert len((await links.scene("7", employee="10012345", code="R4TB-9KCD")).found) == 1

    run(backing, check)


def test_tries_are_counted_by_chat_and_by_the_id_that_was_written_known_or_not(backing: Backing) -> None:
    async def check(store: Store) -> None:
        listed(backing, A)
        links = Linking(store)
        for named in ("10012345", "555", ""):
            await links.does("7", CountTry(named))
        await links.does("8", CountTry("555"))
        scene = await links.scene("7", employee="555", code="K7MP-3QXA")
        assert (scene.tries_hour, scene.tries_day, scene.tries_of_one) == (3, 3, 2)
        links.now += 3600
        scene = await links.scene("7", employee="10012345", code="K7MP-3QXA")
        assert (scene.tries_hour, scene.tries_day, scene.tries_of_one) == (0, 3, 1)
        assert "555" not in str(backing.rows("SELECT * FROM link_try"))
        await store.purge(NOW + 3 * DAY)
        assert backing.rows("SELECT * FROM link_try") == []

    run(backing, check)


def test_linking_merges_the_chats_person_with_all_that_was_told(backing: Backing) -> None:
    async def check(store: Store) -> None:
        (employee,) = listed(backing, A)
        links = Linking(store)
        own = await links.does("7", SaveProfile(Person("hi", "mts", circle="bihar")),
                               KeepClaims(YEAR, (("por", done("2026-02-01")),)))  # fmt: skip
        ticket = await opened(store, "7", "help", circle="bihar")
        member = await hired(store, "7", Role.CELL, "bihar")
        await links.links("7", employee, Person("hi", "mts", circle="delhi"), told_circle="bihar")
        turn = await after(store, "7")
        assert (turn.person_id, turn.person) == (employee, Person("hi", "mts", circle="delhi"))
        assert turn.standing.ticket is not None
        assert (turn.standing.ticket.id, turn.standing.ticket.person) == (ticket.id, employee)
        assert [(one.id, one.person) for one in await store.staff()] == [(member.id, employee)]
        facts = await facts_of(store, employee)
        assert (facts.is_listed, facts.reported.designation, facts.told.designation) == (True, "postman", "mts")
        assert (facts.progress, facts.has_channel) == ({"por": Claims(said=done("2026-02-01"))}, True)
        shell = await facts_of(store, own)
        assert (shell.told.designation, shell.progress, shell.has_channel) == (None, {}, False)

    run(backing, check)


def test_of_two_chats_of_one_employee_the_newest_word_counts_and_the_first_is_told(backing: Backing) -> None:
    async def check(store: Store) -> None:
        (employee,) = listed(backing, A)
        links = Linking(store)
        older, newer = done("2026-02-01", "2026-02-01 10:00"), done("2026-02-02", "2026-02-03 10:00")
        await links.does("7", KeepClaims(YEAR, (("por", newer), ("mis", older))))
        await links.does("8", KeepClaims(YEAR, (("por", older), ("mis", newer))))
        await links.links("7", employee)
        assert (await links.scene("8", mobile="9876543210")).found[0].chats == 1
        await links.links("8", employee)
        facts = await facts_of(store, employee)
        assert facts.progress == {"por": Claims(said=newer), "mis": Claims(said=newer)}
        assert [(row.chat_id, row.reply) for row in await claim(store)] == [("7", NEWS)]
        assert (await links.scene("8")).current == (await links.scene("7")).current

    run(backing, check)


def test_unlinking_gives_the_chat_its_own_person_back(backing: Backing) -> None:
    async def check(store: Store) -> None:
        (employee,) = listed(backing, A)
        links = Linking(store)
        own = await links.does("7", SaveProfile(Person("hi")))
        await links.links("7", employee, Person("hi", "mts", circle="delhi"))
        await links.does("7", KeepClaims(YEAR, (("por", done("2026-02-01")),)), SettlePost("postman"))
        assert (await facts_of(store, employee)).settled == "postman"
        ticket = await opened(store, "7", "help")
        await links.does("7", UnlinkPerson())
        turn = await after(store, "7")
        assert (turn.person_id, turn.person) == (own, Person("hi", "mts", circle="delhi"))
        assert turn.standing.ticket is not None and turn.standing.ticket.id == ticket.id
        assert (await facts_of(store, own)).progress == {"por": Claims(said=done("2026-02-01"))}
        left = await facts_of(store, employee)
        assert (left.told.is_blank, left.progress, left.has_channel, left.settled) == (True, {}, False, "")
        assert (left.is_listed, left.reported.designation) == (True, "postman")
        scene = await links.scene("7")
        assert (scene.current, scene.linked) == (None, ())

    run(backing, check)


def test_several_employees_on_one_phone_are_spoken_for_one_at_a_time(backing: Backing) -> None:
    async def check(store: Store) -> None:
        first, second = listed(backing, A, B)
        links = Linking(store)
        own = await links.does("7")
        await links.links("7", first, Person("en", "postman"))
        await links.does("7", KeepClaims(YEAR, (("por", done("2026-02-01")),)))
        await links.links("7", second, Person("en", "mts"))
        scene = await links.scene("7")
        assert (scene.current and scene.current.person, {one.person for one in scene.linked}) == (
            second,
            {first, second},
        )
        assert (await facts_of(store, second)).progress == {}
        assert not (await facts_of(store, first)).has_channel
        await links.does("7", SpeakFor(first))
        turn = await after(store, "7")
        assert (turn.person_id, turn.person.designation) == (first, "postman")
        await links.does("7", UnlinkPerson())
        assert await links.speaks_for("7") == own
        assert {one.person for one in (await links.scene("7")).linked} == {second}

    run(backing, check)


def test_other_chats_are_ended_and_keep_nothing_of_the_person(backing: Backing) -> None:
    async def check(store: Store) -> None:
        (employee,) = listed(backing, A)
        links = Linking(store)
        own = await links.does("8")
        await links.links("8", employee, Person("en", "postman"))
        await links.links("7", employee, Person("en", "postman"))
        await claim(store)
        await links.does("7", UnlinkOthers(NEWS))
        assert (await links.speaks_for("7"), await links.speaks_for("8")) == (employee, own)
        assert (await after(store, "8")).person == Person()
        assert (await after(store, "7")).person == Person("en", "postman")

    run(backing, check)


def test_the_cell_ends_all_chats_of_an_employee(backing: Backing) -> None:
    async def check(store: Store) -> None:
        (employee,) = listed(backing, A)
        links = Linking(store)
        await links.links("7", employee)
        await links.links("8", employee)
        await claim(store)
        assert await store.unlink_employee(employee, NEWS, "command line", NOW) == 2
        assert await store.unlink_employee(employee, NEWS, "command line", NOW) == 0
        assert employee not in (await links.speaks_for("7"), await links.speaks_for("8"))

    run(backing, check)


def test_who_is_erased_leaves_the_cells_rows_unlinked(backing: Backing) -> None:
    async def check(store: Store) -> None:
        first, second = listed(backing, A, B)
        links = Linking(store)
        own = await links.does("7")
        await links.links("7", second, Person("en", "mts"))
        await links.does("7", KeepClaims(YEAR, (("por", done("2026-02-01")),)))
        await links.links("7", first, Person("en", "postman"))
        await links.does("7", KeepClaims(YEAR, (("mis", done("2026-02-01")),)))
        await links.does("7", ForgetPerson(keep_opt_out=True))
        turn = await after(store, "7")
        assert (turn.person_id, turn.person) == (own, Person(messages_off=True))
        for employee in (first, second):
            facts = await facts_of(store, employee)
            assert (facts.is_listed, facts.told.is_blank, facts.progress) == (True, True, {})
            assert (facts.has_channel, facts.is_opted_out) == (False, False)
        assert backing.rows("SELECT * FROM link") == []

    run(backing, check)


def test_what_left_today_counts_for_the_employee_too(backing: Backing) -> None:
    async def check(store: Store) -> None:
        (employee,) = listed(backing, A)
        links = Linking(store)
        own = await links.does("7")
        backing.rows(JOB, 1, "2026-02-10")
        backing.rows(
            "INSERT INTO reminder VALUES (1, ?, 'sent', 'due', 0), (1, ?, 'skip', 'no_channel', NULL)", own, employee
        )
        await links.links("7", employee)
        assert backing.rows("SELECT person_id, state FROM reminder") == [(employee, "sent")]
        assert (await facts_of(store, employee)).any_reminded_on is not None

    run(backing, check)


def test_a_reminder_that_waits_is_accounted_for_when_the_chat_changes_hands(backing: Backing) -> None:
    async def check(store: Store) -> None:
        first, second = listed(backing, A, B)
        links = Linking(store)
        await links.links("7", second)
        await links.links("7", first)
        ((address,),) = backing.rows("SELECT id FROM address")
        for job, day in ((1, "2026-02-10"), (2, "2026-02-11")):
            backing.rows(JOB, job, day)
            backing.rows("INSERT INTO reminder VALUES (?, ?, 'waiting', 'due', NULL)", job, first)
            backing.rows(WAITING, address, job - 1, job)
        await links.does("7", SpeakFor(second))
        assert backing.rows("SELECT job_id, state, reason FROM reminder ORDER BY job_id") == [
            (1, "dropped", "moved"), (2, "unknown", "due")]  # fmt: skip

    run(backing, check)


def test_old_houses_are_kept_for_the_list_and_for_links(backing: Backing) -> None:
    async def check(store: Store) -> None:
        (employee,) = listed(backing, A)
        links = Linking(store)
        await links.links("7", employee)
        backing.rows("DELETE FROM session")
        await store.purge(NOW + 400 * DAY)
        assert await links.speaks_for("7") == employee

    run(backing, check)


def test_arrivals_by_a_circles_link_are_counted_for_nobody_in_particular(backing: Backing) -> None:
    async def check(store: Store) -> None:
        links = Linking(store)
        for chat, is_new in (("7", True), ("8", True), ("7", False)):
            await links.does(chat, CountReach("delhi", "p", is_new))
        await links.does("9", CountReach("bihar", "c", True))
        assert await store.reached("delhi", 0) == [Reached("delhi", "p", 3, 2)]
        assert len(await store.reached(None, 0)) == 2
        assert await store.reached(None, NOW + DAY) == []

    run(backing, check)
