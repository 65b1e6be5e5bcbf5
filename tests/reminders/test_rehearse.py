"""The rehearsal: its days, its lines to the byte, their order, and what it leaves out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from handlers.facts import Facts, person_key
from handlers.standing import Reason
from knowledge.catalogue import TrainingYear
from knowledge.library import Library
from reminders.judge import judge
from reminders.rehearse import People, count_days, rehearse
from tests.knowledge.overlays import changed, library_of
from tests.reminders.making import facts_of
from tests.reminders.people import invented

SPRING = (date(2026, 1, 1), date(2026, 4, 30))
DELHI = 'circles: [{circle: delhi, opens: "10:00", closes: "17:00", days_off: [6, 7], holidays: []}]'


def _all(*people: Facts) -> People:
    def give(year: TrainingYear) -> Iterable[Facts]:
        assert year.id == "2025-26"
        return people

    return give


def test_one_line_a_person_for_each_reminder_day(library: Library) -> None:
    facts = facts_of(library.catalogue, {"told": "mts"}, key="7")
    lines = list(rehearse(_all(facts), library.catalogue, *SPRING))
    assert [one.day.strftime("%m-%d") for one in lines] == (
        "01-31 02-07 02-12 02-14 02-15 02-21 02-26 02-28 03-01 03-17 03-24 03-28 03-30 03-31".split()
    )
    assert {one.judgement.reason for one in lines} == {Reason.DUE}
    assert not list(rehearse(_all(facts), library.catalogue, date(2026, 3, 2), date(2026, 3, 16)))


def test_the_line_to_the_byte(library: Library) -> None:
    facts = facts_of(library.catalogue, {"told": "mts", "plan": [*"ABCDE", "डाक"], "completed": ["A"]}, key="a@b")
    (line,) = rehearse(_all(facts), library.catalogue, date(2026, 2, 14), date(2026, 2, 14))
    assert line.as_json() == (
        '{"date": "2026-02-14", "person": "a@b", "decision": "send", "reason": "due", "milestones": ["phase2"], '
        '"completed": 1, "remaining": ["B", "C", "D", "E", "डाक"], "extra": ["Multi Tasking Karmayogi – Dakshta", '
        '"Conduct Rules", "Overview of Gender Sensitization"], "assessment_passed": false}'
    )


def test_the_same_facts_give_the_same_bytes_in_order(library: Library) -> None:
    people = sorted(invented(library.catalogue, 300), key=lambda facts: facts.key)
    first = [one.as_json() for one in rehearse(_all(*people), library.catalogue, *SPRING)]
    assert first == [one.as_json() for one in rehearse(_all(*people), library.catalogue, *SPRING)]
    keys = [(row["date"], row["person"]) for row in map(json.loads, first)]
    assert keys == sorted(keys) and len(keys) == len(set(keys)) == 14 * 300
    skipped = [row for row in map(json.loads, first) if row["decision"] == "skip"]
    assert skipped and not any(row["milestones"] for row in skipped)


@pytest.mark.parametrize("includes_unlinked", [False, True])
def test_every_line_is_what_the_judge_says_of_that_person(includes_unlinked: bool) -> None:
    catalogue = library_of(changed("desk.yaml", "circles: []", DELHI)).catalogue
    people = {one.key: one for one in invented(catalogue, 400)}
    lines = list(rehearse(_all(*people.values()), catalogue, *SPRING, includes_unlinked=includes_unlinked))
    assert len(lines) > 14 * len(people)
    for one in lines:
        facts = people[one.person]
        facts = replace(facts, has_channel=True) if includes_unlinked else facts
        assert one.judgement == judge(facts, catalogue, catalogue.years[0], one.day), (one.day, one.person)


def test_people_without_a_chat_are_judged_as_if_they_had_one_only_when_asked(library: Library) -> None:
    facts = facts_of(library.catalogue, {"told": "mts", "has_channel": False})
    day = (date(2026, 2, 12), date(2026, 2, 12))
    (without,) = rehearse(_all(facts), library.catalogue, *day)
    (asked,) = rehearse(_all(facts), library.catalogue, *day, includes_unlinked=True)
    assert without.judgement.reason is Reason.NO_CHANNEL and asked.judgement.reason is Reason.DUE


def test_the_summary_counts_messages_and_reasons_of_each_day(library: Library) -> None:
    catalogue = library.catalogue
    told: list[dict[str, Any]] = [
        {"told": "mts"},
        {"told": "mts", "completed": ["kym"]},
        {"told": "mts"},
        {"told": "gds_bpm"},
    ]
    people = [facts_of(catalogue, one, key=str(place)) for place, one in enumerate(told)]
    found = list(count_days(rehearse(_all(*people), catalogue, date(2026, 2, 12), date(2026, 2, 14))))
    assert [(one.day.day, one.messages) for one in found] == [(12, 2), (14, 3)]
    assert found[0].reasons == {Reason.DUE: 2, Reason.NOT_DUE: 1, Reason.EXCLUDED: 1}
    assert list(count_days([])) == []


def test_a_circle_with_its_own_working_days_has_its_own_reminder_days() -> None:
    catalogue = library_of(changed("desk.yaml", "circles: []", DELHI)).catalogue
    people = [
        facts_of(catalogue, {"told": "mts", "reported_circle": circle}, key=circle) for circle in ("bihar", "delhi")
    ]
    found = {
        (one.day.isoformat(), one.person): one.judgement.milestones
        for one in rehearse(_all(*people), catalogue, *SPRING)
    }
    assert found[("2026-01-30", "delhi")] == ("phase1",) and found[("2026-01-30", "bihar")] == ()
    assert found[("2026-01-31", "delhi")] == () and found[("2026-01-31", "bihar")] == ("phase1",)
    assert found[("2026-02-14", "delhi")] == ("phase1",)  # Saturday, but the day before stays
    assert found[("2026-02-13", "delhi")] == ("phase1", "phase2")


def test_how_people_are_named() -> None:
    known = ["10012345", "Abc@India.gov.in", "9876543210", "55"]
    named = []
    for blank in range(4):
        named.append(person_key(*["" if place < blank else one for place, one in enumerate(known)]))
    assert named == ["10012345", "abc@india.gov.in", "9876543210", "chat:55"]
