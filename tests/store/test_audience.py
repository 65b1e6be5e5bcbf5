"""The database finds exactly those for whom the audience's rule holds: random people, random audiences."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from bot.content import load_library
from bot.standings import Standings
from bot.store.audience_statements import condition
from bot.store.base import Store
from bot.store.cast_reading import count_only
from bot.store.reading import read
from handlers.audience import EVERYBODY, All, AnyOf, Audience, Field, Is, Not, folded, holds
from handlers.audience_read import AudienceError, read_audience
from handlers.audience_say import in_words, typed
from handlers.audience_who import Rostered, who_of
from handlers.facts import Claim, Claims, Facts, PlanRow, Post, State, unmatched
from knowledge.catalogue import LANGUAGES, UNDECIDED
from tests.store.backings import Backing, SqliteBacking
from tests.store.reminding import ROUTES, catalogue, year
from tests.store.seeding import seed
from tests.store.using import run

PEOPLE, AUDIENCES = 400, 100
NAMES = ("Delhi North", " delhi north", "GPO New Delhi", "मेरठ मंडल", "")
GROUPS = ("Group C", "C", "gr. b", "GROUP-A", "B (Gazetted)", "D", "")
_SAYS = """
INSERT INTO claim (person_id, year, course, source, state, at) VALUES (?, '', '#verified', 'self', ?, ?)
"""


def _claim(dice: random.Random, at: int = 10) -> Claims:
    states = (State.COMPLETED, State.IN_PROGRESS, State.NOT_STARTED)
    said, seen = dice.random() < 0.4, dice.random() < 0.6
    return Claims(
        Claim(dice.choice(states), at * 86_400 + dice.randrange(400_000), date(2026, 1, 9)) if said else None,
        Claim(dice.choice(states), at * 86_400 + dice.randrange(400_000), date(2026, 1, 9)) if seen else None,
    )


def _post(dice: random.Random) -> Post:
    designations = list(catalogue().designations)
    open_ = [one.id for one in catalogue().designations.values() if one.curriculum == UNDECIDED]
    kind = dice.randrange(8)
    if kind == 0:
        return Post()
    if kind == 1:
        return Post(meanings=tuple(dice.sample(designations, 2)))
    if kind == 2:
        return Post(is_unknown=True)
    settled = dice.choice((None, None, "mts", "group_b"))
    return Post(dice.choice(open_ if kind < 5 else designations), curriculum=settled)


def _person(dice: random.Random, number: int) -> Facts:
    told, reported = _post(dice), _post(dice)
    if reported.meanings and dice.random() < 0.5:
        told = Post(reported.meanings[0], curriculum=dice.choice((None, "mts")))
    if dice.random() < 0.3:
        told = Post(reported.designation, curriculum=dice.choice((None, "group_a")))
    told = Post(told.designation, curriculum=told.curriculum)  # what is told is one post or none
    six = year().curricula[dice.choice(list(year().curricula))].courses
    plan = [*six, *(unmatched(f"Title {n}") for n in range(dice.randrange(3)))][: dice.randrange(9)]
    return Facts(
        f"E{number}",
        "2025-26",
        told=told,
        reported=reported,
        reported_circle=dice.choice(("delhi", "punjab", None)),
        told_circle=dice.choice(("delhi", "kerala", None)),
        has_left=dice.random() < 0.05,
        has_channel=dice.random() < 0.7,
        is_blocked=dice.random() < 0.1,
        is_opted_out=dice.random() < 0.1,
        is_verified=dice.choice((True, False, None)),
        plan=tuple(PlanRow(key.removeprefix("="), None if key.startswith("=") else key) for key in plan),
        progress={key: _claim(dice) for key in dice.sample(six, dice.randrange(7))},
        assessment=_claim(dice),
        opened_on=date(2026, 1, 1),
    )


def _prepared(backing: Backing) -> list[Facts]:
    dice = random.Random(11)
    people = [_person(dice, number) for number in range(1, PEOPLE + 1)]
    seed(backing, people)
    for number in range(1, PEOPLE + 1):
        values = (dice.choice(NAMES), dice.choice(NAMES), dice.choice(GROUPS), number)
        backing.rows("UPDATE roster SET division = ?, office = ?, group_written = ? WHERE person_id = ?", *values)
        backing.rows("UPDATE person SET language = ? WHERE id = ?", dice.choice(("en", "hi", None)), number)
        if dice.random() < 0.4:  # somebody said something else of the verification, earlier or later
            said = (number, dice.choice(("completed", "not_started")), dice.randrange(500_000))
            backing.rows(_SAYS, *said)
    backing.rows("INSERT INTO audience_listed SELECT 3, id FROM person WHERE id % 4 = 0")
    return people


def _audience(dice: random.Random, depth: int = 0) -> Audience:
    kind = dice.randrange(7 if depth < 3 else 4)
    if kind == 4:
        return Not(_audience(dice, depth + 1))
    if kind > 4:
        parts = tuple(_audience(dice, depth + 1) for _ in range(dice.randrange(2, 4)))
        return All(parts) if kind == 5 else AnyOf(parts)
    values = {
        Field.CIRCLE: ("delhi", "punjab", "kerala"),
        Field.DIVISION: tuple(folded(name) for name in NAMES[:4]),
        Field.OFFICE: tuple(folded(name) for name in NAMES[:4]),
        Field.GROUP: ("a", "b", "c"),
        Field.CURRICULUM: tuple(year().curricula),
        Field.DESIGNATION: tuple(catalogue().designations)[:40],
        Field.UNMET: ("phase1", "phase2", "complete", "assessment"),
        Field.MET: ("phase1", "phase2", "complete", "assessment"),
        Field.VERIFIED: ("yes", "no", "unknown"),
        Field.LINKED: ("yes", "no"),
        Field.LANGUAGE: ("en", "hi"),
        Field.LIST: ("3", "4"),
    }
    field = dice.choice(list(Field))
    return Is(field, tuple(dice.sample(values[field], min(dice.randrange(1, 3), len(values[field])))))


def _rostered(division: str, office: str, group: str, language: str, *, is_listed: bool) -> Rostered:
    return Rostered(division, office, group, language, frozenset(("3",) if is_listed else ()))


async def _found(path: str, audience: Audience, circle: str | None) -> set[int]:
    made = condition(audience, catalogue(), year(), circle)
    statement = f"SELECT c.person_id FROM crowd c WHERE {made.where}"
    found = await read(path, lambda db: {row[0] for row in db.execute(statement, made.values)})
    assert await read(path, lambda db: count_only(db, made)) == len(found)
    return found


def test_the_database_finds_whom_the_rule_names(backing: Backing, tmp_path: Path) -> None:
    if not isinstance(backing, SqliteBacking):
        pytest.skip("reads the file")
    dice = random.Random(5)

    async def check(store: Store) -> None:
        people = _prepared(backing)
        await Standings(store, ROUTES).keep(catalogue(), "x", date(2026, 2, 10), (), 0)
        columns = "r.division, r.office, r.group_written, coalesce(p.language, '')"
        rows = backing.rows(f"SELECT p.id, {columns} FROM person p JOIN roster r ON r.person_id = p.id")
        known = {one.person: one.facts for one in await store.facts([row[0] for row in rows], year())}
        who = {
            id_: who_of(known[id_], _rostered(*also, is_listed=id_ % 4 == 0), catalogue(), year())
            for id_, *also in rows
        }
        assert len(people) == len(who)
        seen = 0
        for place in range(AUDIENCES):
            audience, circle = _audience(dice) if place else EVERYBODY, dice.choice((None, None, "delhi"))
            expected = {
                id_
                for id_, one in who.items()
                if holds(audience, one) and not known[id_].has_left and circle in (None, one.circle)
            }
            assert await _found(str(backing.path), audience, circle) == expected, (audience, circle)
            seen += 0 < len(expected) < PEOPLE
        assert seen > AUDIENCES / 2

    run(backing, check, 60)


@pytest.mark.parametrize("seed_", range(40))
def test_what_is_typed_again_means_the_same_and_is_said_in_both_languages(seed_: int) -> None:
    library = load_library(None)
    audience = _audience(random.Random(seed_))
    text = typed(audience, library.catalogue)
    assert typed(read_audience(text, library, year()), library.catalogue) == text
    for language in LANGUAGES:
        said = in_words(audience, library.catalogue, language)
        assert said and "audience-" not in said


def test_what_names_no_audience_is_told() -> None:
    library = load_library(None)
    for text, key in (
        ("", "audience-empty"),
        ("circle", "audience-no-value"),
        ("circle nowhere", "audience-unknown-circle"),
        ("circle delhi linked no", "audience-unexpected"),
        ("(verified", "audience-not-closed"),
        ("verified and", "audience-ends-early"),
        ("unmet phase9", "audience-unknown-value"),
        ("behind", "audience-no-value"),
        ("not " * 30 + "verified", "audience-too-deep"),
        ("verified) and linked", "audience-unexpected"),
        ("list '; DROP TABLE person", "audience-unknown-value"),
    ):
        with pytest.raises(AudienceError) as caught:
            read_audience(text, library, year())
        assert caught.value.key == key, text
        assert key in library.catalogue.texts
