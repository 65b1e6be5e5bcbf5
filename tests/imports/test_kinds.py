"""Every kind of report is recognised by its columns and says what it says."""

from __future__ import annotations

from datetime import datetime

import pytest

from handlers.facts import ASSESSMENT, Post, State
from handlers.report_row import Identity, ImportSettings, Kind, RowFact
from knowledge.report_cells import IST
from tests.imports.files import (
    ASSESSMENT as ASSESSMENTS,
)
from tests.imports.files import CONSUMPTION, GENERATED, PLAN, SUMMARY, TEMPLATE, USERS, Desk, as_csv, filled, planned


def test_plan(desk: Desk) -> None:
    row = desk.plan(Current_Progress="Completed", Actual_Date_of_Completion="2026-01-10")
    assert row.who == Identity("", "asha@dakpath.example", "9800000001")
    assert row.number == 2
    assert row.facts == (RowFact("2025-26", "conduct", State.COMPLETED, "2026-01-10", is_planned=True),)
    person = row.person
    assert (person.name, person.post, person.group, person.circle) == (
        "Asha Example", Post("postal_assistant"), "C", "delhi",
    )  # fmt: skip
    assert (person.is_verified, person.has_left, row.faults) == (None, None, ())
    assert row.generated_at == datetime(2026, 1, 20, 10, 12, 44, tzinfo=IST).timestamp()


def test_plan_with_the_columns_that_the_portal_added(desk: Desk) -> None:
    header = [*PLAN, "EmployeeId", "Cadre", "Civil Service Type", "Cadre Batch"]
    assert desk.one(header, {**planned(), "EmployeeId": "00012345"}).who.employee_id == "00012345"


def test_a_header_in_another_order_and_spelling(desk: Desk) -> None:
    rows = filled(PLAN, [planned()])
    names = [str(name) for name in rows[0]]
    shuffled: list[list[object]] = [
        [name.upper().replace(" ", "_") for name in reversed(names)],
        *(row[::-1] for row in rows[1:]),
    ]
    spaced: list[list[object]] = [[name.lower().replace("_", " ") for name in names], *rows[1:]]
    plain = desk.rows(as_csv(rows))
    for other in (shuffled, spaced):
        assert [row._replace(raw=()) for row in desk.rows(as_csv(other))] == [row._replace(raw=()) for row in plain]


@pytest.mark.parametrize("flag", ["false", "FALSE", "No", "n", "0"])
def test_what_is_of_no_apar_is_not_in_the_plan(desk: Desk, flag: str) -> None:
    row = desk.plan(isapar=flag)
    assert (row.facts, row.faults, row.who.email) == ((), (), "asha@dakpath.example")


@pytest.mark.parametrize("flag", ["true", "TRUE", "Yes", "y", "1", ""])
def test_what_is_of_the_apar(desk: Desk, flag: str) -> None:
    assert desk.plan(isapar=flag).facts[0].is_planned


def test_a_plan_without_the_flag(desk: Desk) -> None:
    header = [name for name in PLAN if name != "isapar"]
    cells = {name: value for name, value in planned().items() if name != "isapar"}
    assert desk.one(header, cells).facts[0].is_planned


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("Completed", State.COMPLETED), ("In Progress", State.IN_PROGRESS), ("in-progress", State.IN_PROGRESS),
        ("Not Started", State.NOT_STARTED), ("not_enrolled", State.NOT_STARTED), ("", None),
    ],
)  # fmt: skip
def test_states(desk: Desk, written: str, state: State | None) -> None:
    assert [fact.state for fact in desk.plan(Current_Progress=written).facts] == [state]


@pytest.mark.parametrize(
    ("due", "allocated", "told", "year"),
    [
        ("2026-03-31", "2024-05-01", "2023-24", "2025-26"), ("", "01-05-2024", "2023-24", "2024-25"),
        ("", "", "2023-24", "2023-24"), ("2026-04-01", "", None, "2026-27"),
    ],
)  # fmt: skip
def test_year_of_a_plan_row(desk: Desk, due: str, allocated: str, told: str | None, year: str) -> None:
    row = desk.plan(ImportSettings(year=told), Due_Date_of_Completion=due, Allocated_On=allocated)
    assert [fact.year for fact in row.facts] == [year]


def test_a_row_that_tells_no_year(desk: Desk) -> None:
    row = desk.plan(Due_Date_of_Completion="")
    assert row.facts == () and "Name the year" in desk.words(row)


def consumed(**cells: object) -> dict[str, object]:
    return {"Full_Name": "Asha Example", "Email": "asha@dakpath.example", "Content_Name": "Critical Thinking",
            "Status": "completed", "Report_Last_Generated_On": GENERATED, **cells}  # fmt: skip


@pytest.mark.parametrize(
    ("enrolled", "completed", "year"),
    [("2025-03-30", "2025-04-01", "2025-26"), ("2025-03-30", "", "2024-25"), ("2024-02-01", "2025-03-31", "2024-25")],
)
def test_consumption(desk: Desk, enrolled: str, completed: str, year: str) -> None:
    row = desk.one(CONSUMPTION, consumed(Enrolled_On=enrolled, Completed_On=completed))
    assert row.facts == (RowFact(year, "critical", State.COMPLETED, completed or None),)


def assessed(**cells: object) -> dict[str, object]:
    return {"Full Name": "Asha Example", "E mail": "asha@dakpath.example", "Last Attempted Date": "2026-02-11",
            "Assessment Name": "Comprehensive Assessment - Staff", "Pass": "Yes", **cells}  # fmt: skip


def test_assessment_passed(desk: Desk) -> None:
    row = desk.one(ASSESSMENTS, assessed(**{"No of Retakes": "1"}))
    assert row.facts == (RowFact("2025-26", ASSESSMENT, State.COMPLETED, "2026-02-11"),)


def test_assessment_failed(desk: Desk) -> None:
    named = {"Assessment Name": "Final", "Course Name": "DoP COMPREHENSIVE ASSESSMENT 2025"}
    row = desk.one(ASSESSMENTS, assessed(Pass="No", **named, **{"No of Retakes": "2"}))
    assert row.facts == (RowFact("2025-26", ASSESSMENT, State.NOT_STARTED, None, 2),)


def test_any_other_assessment_says_nothing(desk: Desk) -> None:
    row = desk.one(ASSESSMENTS, assessed(**{"Assessment Name": "Quiz of Module 2", "Last Attempted Date": ""}))
    assert (row.facts, row.faults) == ((), ())


def test_an_attempt_without_a_date_is_a_problem(desk: Desk) -> None:
    row = desk.one(ASSESSMENTS, assessed(**{"Last Attempted Date": ""}), ImportSettings(year="2025-26"))
    assert row.facts == () and "no date" in desk.words(row)


@pytest.mark.parametrize(
    ("status", "is_verified", "has_left"),
    [("VERIFIED", True, False), ("NOT-VERIFIED", False, False), ("NOT-MY-USER", None, True), ("", None, None)],
)
def test_users(desk: Desk, status: str, is_verified: bool | None, has_left: bool | None) -> None:
    row = desk.one(
        USERS,
        {"Full_Name": "Asha Example", "Designation": "SP", "Employee_Id": "007", "Profile_Status": status,
         "MDO_Name": "Assam Postal Circle"},
    )  # fmt: skip
    assert (row.person.is_verified, row.person.has_left) == (is_verified, has_left)
    assert (row.who.employee_id, row.person.circle, row.facts, row.faults) == ("007", "assam", (), ())


def test_template(desk: Desk) -> None:
    row = desk.one(
        TEMPLATE,
        {"Employee ID": "00071", "Name": "Asha Example", "Designation": "MTS", "Circle": "UP",
         "Division": "Agra", "Office": "Agra HO", "Assessment Passed": "Yes", "Assessment Date": "11/02/2026"},
    )  # fmt: skip
    assert (row.person.circle, row.person.division, row.person.office) == ("uttar_pradesh", "Agra", "Agra HO")
    assert row.facts == (RowFact("2025-26", ASSESSMENT, State.COMPLETED, "2026-02-11"),)


def test_template_without_an_attempt(desk: Desk) -> None:
    rows = desk.of(
        TEMPLATE,
        {"Employee ID": "71", "Name": "A"},
        {"Employee ID": "72", "Name": "B", "Assessment Passed": "No"},
        {"Employee ID": "73", "Name": "C", "Assessment Passed": "Yes"},
    )
    assert [(row.facts, bool(row.faults)) for row in rows] == [((), False), ((), False), ((), True)]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (USERS, Kind.USERS), (PLAN, Kind.PLAN), (CONSUMPTION, Kind.CONSUMPTION), (ASSESSMENTS, Kind.ASSESSMENT),
        (TEMPLATE, Kind.TEMPLATE),
    ],
)  # fmt: skip
def test_kinds(desk: Desk, header: list[str], kind: Kind) -> None:
    assert desk.read(as_csv([header])).kind is kind


def test_a_summary_is_named_for_what_it_is(desk: Desk) -> None:
    assert "enrolment report" in desk.refused(as_csv([SUMMARY]))


def test_missing_columns_are_named(desk: Desk) -> None:
    header = [name for name in PLAN if name not in ("Current Progress", "Email", "Phone")]
    assert "enrolment report, but it lacks: Current Progress, EmployeeId / Email / Phone." in desk.refused(
        as_csv([header])
    )
