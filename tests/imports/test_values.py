"""What single cells mean: days, mobiles, ids, designations, circles, titles."""

from __future__ import annotations

from datetime import datetime

import pytest

from handlers.facts import Post, unmatched
from handlers.report_row import Fault, Identity, ImportSettings
from knowledge.report_cells import IST
from tests.imports.files import PLAN, Desk, planned

DAYS = """
2026-01-20 | 2026-01-20
20-01-2026 | 2026-01-20
20/01/2026 | 2026-01-20
20.01.2026 | 2026-01-20
5/2/2026 | 2026-02-05
05-02-2026 | 2026-02-05
2026/01/20 | 2026-01-20
20-Jan-2026 | 2026-01-20
20 January 2026 | 2026-01-20
2026-01-20 22:12:44 PM | 2026-01-20
2026-01-20T20:30:00Z | 2026-01-21
2026-01-20T20:30:00.000+05:30 | 2026-01-20
20/01/2026 10:12 | 2026-01-20
20-01-2026 22:12:44 PM | 2026-01-20
2026-01-20 23:59:59.999 | 2026-01-20
46042 | 2026-01-20
46042.425 | 2026-01-20
२०-०१-२०२६ | 2026-01-20
"""


@pytest.mark.parametrize("line", DAYS.strip().splitlines())
def test_days(desk: Desk, line: str) -> None:
    written, _, day = line.partition(" | ")
    row = desk.plan(Current_Progress="Completed", Actual_Date_of_Completion=written)
    assert [fact.day for fact in row.facts] == [day]


@pytest.mark.parametrize(
    "written",
    ["31-02-2026", "01/20/2026", "20-01-26", "soon", "2026", "46042000", "2026-01-20 25:00:00", "20-Foo-2026"],
)
def test_what_is_no_day_is_not_guessed(desk: Desk, written: str) -> None:
    row = desk.plan(Actual_Date_of_Completion=written)
    assert row.facts == ()
    assert row.faults == (Fault("date", "Actual Date of Completion", written),)


@pytest.mark.parametrize(
    ("written", "hour", "minute"),
    [("10:12:44 AM", 10, 12), ("22:12:44 PM", 22, 12), ("00:12:44 AM", 0, 12), ("12:12:44 PM", 12, 12),
     ("12:12:44 AM", 0, 12), ("03:12:44 PM", 15, 12), ("03:12:44", 3, 12)],
)  # fmt: skip
def test_when_the_report_was_made(desk: Desk, written: str, hour: int, minute: int) -> None:
    row = desk.plan(Report_Last_Generated_On=f"2026-01-20 {written}")
    assert row.generated_at == datetime(2026, 1, 20, hour, minute, 44, tzinfo=IST).timestamp()


MOBILES = "9800000001,+91 98000 00001,+919800000001,91-9800000001,09800000001,98000-00001,9800000001.0,'9800000001"


@pytest.mark.parametrize("written", MOBILES.split(","))
def test_mobiles(desk: Desk, written: str) -> None:
    row = desk.plan(Phone=written, Email="")
    assert (row.who, row.faults) == (Identity("", "", "9800000001"), ())


@pytest.mark.parametrize("written", ["******0001", "98XXXXXX01", "xxxxxxxxxx", "12345", "9.8E+09", "98000000012", "-"])
def test_a_mobile_that_cannot_be_read_beside_an_email(desk: Desk, written: str) -> None:
    row = desk.plan(Phone=written)
    assert (row.who, row.faults) == (Identity("", "asha@dakpath.example", ""), ())


@pytest.mark.parametrize(
    ("written", "why"),
    [("98XXXXXX01", "masked"), ("12345", "no mobile number"), ("", "whose it is"), ("N/A", "whose it is"),
     ("9800000001/9800000002", "no mobile number"), ("1800000001", "no mobile number")],
)  # fmt: skip
def test_a_mobile_that_cannot_be_read_alone(desk: Desk, written: str, why: str) -> None:
    row = desk.plan(Phone=written, Email="")
    assert why in desk.words(row) and row.who == Identity()


def test_a_masked_email_is_an_email_of_its_own(desk: Desk) -> None:
    """A mobile tells who it is only where the row has no e-mail."""
    row = desk.plan(Email="as***@dakpath.example")
    assert "no whole e-mail" in desk.words(row)


def test_emails_in_any_case(desk: Desk) -> None:
    assert desk.plan(Email=" Asha.Example@Dakpath.EXAMPLE ").who.email == "asha.example@dakpath.example"


@pytest.mark.parametrize(
    ("written", "id_"),
    [("00012345", "00012345"), ('="00012345"', "00012345"), ("'00012345", "00012345"), ("12345.0", "12345"),
     ("NA", ""), ("0", ""), ("DOP/12-A", "DOP/12-A"), (" 10 20 ", "10 20")],
)  # fmt: skip
def test_employee_ids(desk: Desk, written: str, id_: str) -> None:
    assert desk.one([*PLAN, "EmployeeId"], {**planned(), "EmployeeId": written}).who.employee_id == id_


def test_an_id_cut_short_by_a_spreadsheet(desk: Desk) -> None:
    row = desk.one([*PLAN, "EmployeeId"], {**planned(Email="", Phone=""), "EmployeeId": "1.02E+09"})
    assert "cut the employee id" in desk.words(row)


POSTS = {
    "PA": Post("postal_assistant"), "S.A.": Post("sorting_assistant"), "sp": Post("superintendent_posts"),
    "MO": Post(meanings=("mail_overseer", "chief_medical_officer")),
    "PM": Post(meanings=("head_postmaster", "sub_postmaster", "gds_bpm", "postman")),
    "DS": Post(meanings=("dak_sevak", "deputy_secretary")), "SO": Post(meanings=("section_officer",)),
    "PS": Post(meanings=("private_secretary",)), "Inspector Posts": Post("inspector_posts"),
    "Sr. Supdt. of Post Offices": Post("senior_superintendent_posts"), "HSG-II": Post("hsg_2"),
    "डाक सहायक": Post("postal_assistant"), "Postal Assistant (SBCO)": Post("pa_sbco"),
    "Developer": Post(is_unknown=True), "Assistant to Director": Post(is_unknown=True), "": Post(), "-": Post(),
}  # fmt: skip


@pytest.mark.parametrize("written", POSTS)
def test_designations(desk: Desk, written: str) -> None:
    row = desk.plan(Designation=written)
    assert (row.person.post, row.faults) == (POSTS[written], ())
    assert row.person.designation_written == written.removesuffix("-") or written == "HSG-II"


@pytest.mark.parametrize(
    ("written", "letter"),
    [("Group B", "B"), ("B", "B"), ("Group 'C' (Non-Gazetted)", "C"), ("GROUP_A", "A"), ("Others", "Others"), ("", "")],
)
def test_groups(desk: Desk, written: str, letter: str) -> None:
    assert desk.plan(Group=written).person.group == letter


@pytest.mark.parametrize(
    ("mdo", "circle"),
    [("Delhi Postal Circle", "delhi"), ("DELHI CIRCLE", "delhi"), ("Postal Directorate", "postal_directorate"),
     ("Department of Posts", "assam"), ("", "assam"), ("Odisha Postal Circle", "odisha")],
)  # fmt: skip
def test_circles(desk: Desk, mdo: str, circle: str) -> None:
    row = desk.plan(ImportSettings(circle="assam"), MDO_Name=mdo)
    assert (row.person.circle, row.faults) == (circle, ())


def test_rows_of_another_circle(desk: Desk) -> None:
    settings = ImportSettings(circle="assam", only="assam")
    assert desk.plan(settings, MDO_Name="Assam Postal Circle").faults == ()
    assert desk.plan(settings, MDO_Name="Department of Posts").faults == ()
    assert "another circle: Delhi Postal Circle" in desk.words(desk.plan(settings))


TITLES = """
por: Post Office Regulations, 2024 | POST OFFICE REGULATIONS 2024 | Post-Office Regulation (2024) | P.O. Regs 2024
mis: MIS Reports under APT 2.0 | MIS Report under Advanced Postal Technology 2.0 | MIS reports under APT2.0
mis: MIS Reports under Advance Postal Technology (APT) 2.0
kym: Know Your Ministry – Department of Posts | Know Your Ministry: DoP | KNOW  YOUR  MINISTRY | अपने मंत्रालय को जानें
ccs: Citizen-Centric Services offered by India Post | Citizen Centric Services
dakshta: Multi Tasking Karmayogi - Dakshta | Multi-Tasking Karmayogi: Dakshata | Multitasking Karmayogi – Dakshata
dakshta: MTK Dakshata | दक्षता
dddm: Data-Driven Decision-Making for Government
ebpm: Evidence-based policymaking
pgs: Procurement of Goods & Services | procurement of goods and services
ccc: Communication for Citizen-Centricity
dcc: Developing a Customer Centric Culture | Customer-Centric Culture | Developing Customer-centric Culture
conduct: CCS (Conduct) Rules | conduct_rules
leadership: Purpose-driven Leadership
ethics: Moral Thinking for Action: Ethics | Moral Thinking for Action (Ethics)
communication: Effective  Communication. | प्रभावी संचार
gender: Overview of Gender Sensitisation | Gender Sensitization | Overview on Gender Sensitization
soft_skills: Developing Effective SoftSkills
storytelling: The Art of Story Telling
"""
SPELLINGS = [(part[0], title) for line in TITLES.strip().splitlines() for part in [line.split(": ", 1)]
             for title in part[1].split(" | ")]  # fmt: skip


@pytest.mark.parametrize(("course", "title"), SPELLINGS)
def test_course_titles(desk: Desk, course: str, title: str) -> None:
    assert [fact.course for fact in desk.plan(Name_of_CBP_Allocated_Course=title).facts] == [course]


@pytest.mark.parametrize(
    "title", ["Communication", "Cyber Security", "Effective Communication Skills", "Regulations", "Customer Service"]
)
def test_a_title_that_matches_nothing_is_listed(desk: Desk, title: str) -> None:
    row = desk.plan(Name_of_CBP_Allocated_Course=f" {title} ")
    assert [fact.course for fact in row.facts] == [unmatched(title)]
    reading = desk.read((desk.folder / "report.csv").read_bytes())
    assert len(list(reading.rows())) == 1
    assert reading.notices == {Fault("course", "Name of CBP Allocated Course", title): 1}


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"Current_Progress": "Done soon"}, "none of: Completed"), ({"isapar": "perhaps"}, "neither yes nor no"),
     ({"Name_of_CBP_Allocated_Course": ""}, "names no course"), ({"Email": "=A2&B2"}, "a formula without its result"),
     ({"Report_Last_Generated_On": "today"}, "cannot be read as a date")],
)  # fmt: skip
def test_rows_that_cannot_be_understood(desk: Desk, changes: dict[str, str], why: str) -> None:
    row = desk.plan(None, **changes)
    assert why in desk.words(row) and row.facts == ()
    assert row.person.name == "Asha Example"
