"""What every store must do with what is said of people's training: keep it, lose nothing, give it back as facts."""

from __future__ import annotations

import random
from datetime import date

from msgspec.structs import replace

from bot.store.base import Store
from bot.store.fact_rows import Planned, Reported
from bot.store.rows import Turn
from bot.store.sqlite import SqliteStore
from handlers.effects import ForgetPerson, KeepClaims, NoteCircular, SaveProfile, SetReminders
from handlers.facts import ASSESSMENT, FAILED, MAPPED, VERIFIED, Claim, Claims, PlanRow, Post, Source, State, unmatched
from handlers.progress import merge
from handlers.session import Person, Session
from knowledge.reminder_policy import Hour
from tests.store.backings import Backing
from tests.store.reminding import YEAR, Chats, at, done, facts_of, year
from tests.store.using import run, update

NOW = at("2026-02-10 12:00")


def test_what_a_person_tells_comes_back_as_facts(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chats = Chats(store)
        person = await chats.joins("7", "postal_assistant", NOW, circle="delhi")
        said = (("por", done("2026-02-09")), (ASSESSMENT, done("2026-02-10")), (VERIFIED, done("2026-02-01")))
        settings = SetReminders(date(2026, 2, 13), Hour.NOON)
        await chats.does("7", KeepClaims(YEAR, said), settings, NoteCircular(YEAR, date(2026, 2, 10)), now=NOW)
        facts = await facts_of(store, person)
        assert (facts.key, facts.year, facts.told, facts.told_circle) == (
            "chat:7",
            YEAR,
            Post("postal_assistant"),
            "delhi",
        )
        assert facts.progress == {"por": Claims(said=done("2026-02-09"))}
        assert facts.assessment == Claims(said=done("2026-02-10"))
        assert (facts.is_verified, facts.is_mapped) == (True, None)
        assert (facts.snoozed_until, facts.hour, facts.is_opted_out) == (date(2026, 2, 13), Hour.NOON, False)
        assert (facts.opened_on, facts.circular_told_on) == (date(2026, 2, 10), date(2026, 2, 10))
        assert (facts.has_channel, facts.is_blocked, facts.reminded_on) == (True, False, None)

    run(backing, check)


def test_what_is_taken_back_counts_no_more_and_is_not_lost(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chats = Chats(store)
        person = await chats.joins("7", "postal_assistant", NOW)
        first, second = done("2026-02-08"), done("2026-02-09")
        await chats.does("7", KeepClaims(YEAR, (("por", first),)), now=NOW)
        await chats.does("7", KeepClaims(YEAR, (("por", second),)), now=NOW)
        await chats.does("7", KeepClaims(YEAR, (("por", None),)), now=NOW + 5)
        assert (await facts_of(store, person)).progress == {}
        kept = backing.rows("SELECT course, source, state, day, until FROM claim_before ORDER BY id")
        assert kept == [
            ("por", "self", "completed", "2026-02-08", second.at),
            ("por", "self", "completed", "2026-02-09", NOW + 5),
        ]
        await chats.does("7", KeepClaims(YEAR, (("por", first),)), now=NOW + 9)
        assert (await facts_of(store, person)).progress == {"por": Claims(said=first)}

    run(backing, check)


def test_the_same_report_again_is_no_change(backing: Backing) -> None:
    async def check(store: Store) -> None:
        person = await Chats(store).joins("7", "postal_assistant", NOW)
        for made in (NOW, NOW + 86_400):
            claims = [Reported(person, YEAR, "por", replace(done("2026-01-20"), at=made))]
            await store.keep_reported(claims, [Planned(person, YEAR, "por", made)])
        assert backing.rows("SELECT count(*) FROM claim_before") == [(0,)]
        facts = await facts_of(store, person)
        assert facts.progress["por"].reported == replace(done("2026-01-20"), at=NOW + 86_400)
        assert facts.plan == (PlanRow("por", "por"),)

    run(backing, check)


def test_what_belongs_to_no_year_can_be_lost_again(backing: Backing) -> None:
    async def check(store: Store) -> None:
        person = await Chats(store).joins("7", "postal_assistant", NOW)
        lost = Claim(State.NOT_STARTED, NOW + 9)
        for claim in (done("2026-02-01"), lost, done("2026-01-01")):
            await store.keep_reported([Reported(person, "", VERIFIED, claim), Reported(person, "", MAPPED, lost)])
        facts = await facts_of(store, person)
        assert (facts.is_verified, facts.is_mapped) == (False, False)

    run(backing, check)


def test_merging_in_the_store_is_the_rule_of_reports(backing: Backing) -> None:
    """The set-based statements against the function that decides, over random orders of what both sources say."""
    draw = random.Random(5)
    keys = ["por", "kym", unmatched("Some course"), ASSESSMENT]

    def claim() -> Claim:
        state = draw.choice(list(State))
        on = date(2026, 1, draw.randrange(1, 28)) if state is State.COMPLETED and draw.random() < 0.7 else None
        return Claim(state, NOW + draw.randrange(6), on)

    async def check(store: Store) -> None:
        chats = Chats(store)
        person = await chats.joins("7", "postal_assistant", NOW)
        expected = {key: Claims() for key in keys}
        for turn in range(400):
            key, source = draw.choice(keys), draw.choice(list(Source))
            said = None if source is Source.SELF and draw.random() < 0.2 else claim()
            if source is Source.SELF:
                await chats.does("7", KeepClaims(YEAR, ((key, said),)), now=NOW)
            elif said is not None:
                await store.keep_reported([Reported(person, YEAR, key, said)])
            expected[key], _ = merge(key, expected[key], source, said, NOW, year().reminders.report_days)
            facts = await facts_of(store, person)
            found = {**facts.progress, ASSESSMENT: facts.assessment}
            assert {key: found.get(key, Claims()) for key in keys} == expected, turn

    run(backing, check)


def test_attempts_are_the_most_that_any_source_knows(backing: Backing) -> None:
    async def check(store: Store) -> None:
        person = await Chats(store).joins("7", "postal_assistant", NOW)
        assert (await facts_of(store, person)).attempts is None
        failed = Claim(State.IN_PROGRESS, NOW)
        await store.keep_reported([Reported(person, YEAR, ASSESSMENT, failed, 3)])
        await store.keep_reported([Reported(person, YEAR, ASSESSMENT, replace(failed, at=NOW + 1))])
        assert (await facts_of(store, person)).attempts == 3

    run(backing, check)


def test_what_a_person_tells_of_failed_attempts_and_of_the_mapping_comes_back(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chats = Chats(store)
        person = await chats.joins("7", "postal_assistant", NOW)
        for times, said, known in ((0, 1, 1), (1, 4, 4), (2, 2, 2), (3, None, None)):
            claim = Claim(State.COMPLETED, NOW + times, times=said) if said else None
            await chats.does("7", KeepClaims(YEAR, ((FAILED, claim),)), now=NOW + times)
            assert (await facts_of(store, person)).attempts == known
        assert (await facts_of(store, person)).progress == {}
        kept = backing.rows("SELECT attempts FROM claim_before WHERE course = ? ORDER BY id", FAILED)
        assert kept == [(1,), (4,), (2,)]
        await chats.does("7", KeepClaims(YEAR, ((MAPPED, Claim(State.COMPLETED, NOW)),)), now=NOW)
        assert (await facts_of(store, person)).is_mapped is True
        assert backing.rows("SELECT year FROM claim WHERE course = ?", MAPPED) == [("",)]

    run(backing, check)


def test_erasing_a_person_erases_what_they_said_and_not_what_reports_say(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chats = Chats(store)
        person = await chats.joins("7", "postal_assistant", NOW)
        other = await chats.joins("8", "postal_assistant", NOW)
        for chat in ("7", "8"):
            said = (("por", done("2026-02-08")),), (("por", None),), (("kym", done("2026-02-08")),)
            for one in said:
                await chats.does(chat, KeepClaims(YEAR, one), SetReminders(date(2026, 3, 1), Hour.NOON), now=NOW)
        reported = done("2026-01-01")
        await store.keep_reported([Reported(person, YEAR, "mis", reported)])
        await chats.does("7", ForgetPerson(keep_opt_out=False), now=NOW)
        facts = await facts_of(store, person)
        assert facts.progress == {"mis": Claims(reported=reported)}
        assert (facts.snoozed_until, facts.hour) == (None, None)
        assert backing.rows("SELECT DISTINCT person_id FROM claim WHERE source = 'self'") == [(other,)]
        assert backing.rows("SELECT DISTINCT person_id FROM claim_before") == [(other,)]

    run(backing, check)


def test_who_told_nothing_is_not_judged(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chats = Chats(store)
        silent = await chats.does("7", now=NOW)
        told = await chats.does("8", SaveProfile(Person("hi")), now=NOW)
        known = {one.person: one.is_judged for one in await store.facts([silent, told, 99], year())}
        assert known == {silent: False, told: True}

    run(backing, check)


def test_whoever_chose_no_language_is_written_to_in_the_one_they_speak(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await store.receive([update(one, one) for one in "789"], NOW)
        turns = []
        for one, language in zip(await store.next_turn(9), ("hi", "hi", ""), strict=True):
            chosen = SaveProfile(Person(designation="mts"))
            turns.append(Turn(one, Session(language=language), effects=(chosen,)))
        await store.save_turn(turns, NOW)
        backing.rows("UPDATE person SET language = 'en' WHERE id = 2")
        assert [one.language for one in await store.facts([1, 2, 3], year())] == ["hi", "en", "en"]

    run(backing, check)


def test_people_are_named_by_the_first_thing_that_is_known_of_them(backing: Backing) -> None:
    async def check(store: Store) -> None:
        assert isinstance(store, SqliteStore)
        for chat in ("7", "8", "9", "10"):
            await Chats(store).joins(chat, "mts", NOW)
        keys = store._addresses.keys
        boxes = (keys.seal("email", "asha@india.gov.in"), keys.seal("mobile", "9876543210"))
        for person, employee, *sealed in ((1, "E1", *boxes), (2, None, *boxes), (3, None, None, boxes[1])):
            backing.rows(
                "INSERT INTO roster (person_id, employee_id, email_box, mobile_box) VALUES (?, ?, ?, ?)",
                person, employee, *sealed,
            )  # fmt: skip
        found = await store.judged(0, 9)
        assert [one.key for one in found] == ["E1", "asha@india.gov.in", "9876543210", "chat:10"]

    run(backing, check)
