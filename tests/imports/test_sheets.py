"""Spreadsheets: titles merged over the table, formulas, dates and numbers as programs keep them, several sheets."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.imports.template import write_template
from handlers.facts import State
from handlers.report_row import Fault, Kind, RowFact
from knowledge.library import Library
from tests.imports.files import PLAN, TEMPLATE, Desk, filled, planned, zipped
from tests.imports.sheets import as_xlsx, edited, saved, with_part

ID = [*PLAN, "EmployeeId"]


def test_values_as_a_spreadsheet_keeps_them(desk: Desk) -> None:
    row = {
        **planned(Phone=9800000001, isapar=True, Current_Progress="Completed"), "EmployeeId": 12345.0,
        "Due Date of Completion": date(2026, 3, 31), "Actual Date of Completion": 46042,
        "Report_Last_Generated_On": datetime(2026, 1, 20, 10, 12, 44),  # noqa: DTZ001 - a spreadsheet has no zones
    }  # fmt: skip
    (found,) = desk.rows(as_xlsx(filled(ID, [row])), "report.xlsx")
    assert (found.who.employee_id, found.who.mobile) == ("12345", "9800000001")
    assert found.facts == (RowFact("2025-26", "conduct", State.COMPLETED, "2026-01-20", is_planned=True),)
    assert found.generated_at == desk.plan().generated_at


def test_leading_zeros(desk: Desk) -> None:
    """As a text, and as a number that is shown with zeros before it."""

    def shown(sheet: Worksheet) -> None:
        sheet.cell(3, len(ID)).number_format = "00000000"

    rows = filled(ID, [{**planned(), "EmployeeId": "00012345"}, {**planned(), "EmployeeId": 12345}])
    assert [row.who.employee_id for row in desk.rows(as_xlsx(rows, shown), "report.xlsx")] == ["00012345"] * 2


def test_titles_merged_over_the_table_and_totals_below(desk: Desk) -> None:
    def merged(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:H1")
        sheet.merge_cells("A2:D2")

    titles: list[list[object]] = [["Training plan report of the circle"], ["Made on 20-01-2026"], []]
    rows = [*titles, *filled(PLAN, [planned(), planned()]), [], ["Total", 2]]
    reading = desk.read(as_xlsx(rows, merged), "report.xlsx")
    assert [row.number for row in reading.rows()] == [5, 6]
    assert (reading.kind, reading.notices) == (Kind.PLAN, {Fault("beside"): 1})


SIGNS = r' ?(?:t="\w+")?>'
FORMULA = '=LOWER("ASHA@DAKPATH.EXAMPLE")'


def test_formulas_are_what_they_last_came_to(desk: Desk) -> None:
    book = as_xlsx(filled(PLAN, [planned(Email=FORMULA)]))
    result = r' t="str"><f>\1</f><v>asha@dakpath.example</v>'
    worked_out = edited(book, rf"{SIGNS}<f>(LOWER[^<]*)</f><v ?/?>(</v>)?", result)
    (row,) = desk.rows(worked_out, "report.xlsx")
    assert (row.who.email, row.faults) == ("asha@dakpath.example", ())


def test_a_formula_that_came_to_nothing(desk: Desk) -> None:
    book = as_xlsx(filled(PLAN, [planned(Phone=FORMULA)]))
    nothing = edited(book, rf"{SIGNS}<f>(LOWER[^<]*)</f><v ?/?>(</v>)?", r' t="str"><f>\1</f><v></v>')
    (row,) = desk.rows(nothing, "report.xlsx")
    assert (row.who.mobile, row.faults) == ("", ())


def test_a_formula_that_was_never_worked_out(desk: Desk) -> None:
    book = as_xlsx(filled(PLAN, [planned(Email=FORMULA), planned()]))
    rows = desk.rows(book, "report.xlsx")
    assert "a formula without its result" in desk.words(rows[0])
    assert [bool(row.faults) for row in rows] == [True, False]


def test_a_formula_beside_what_is_read_does_no_harm(desk: Desk) -> None:
    (row,) = desk.rows(as_xlsx(filled([*PLAN, "days left"], [{**planned(), "days left": "=1+1"}])), "report.xlsx")
    assert row.faults == ()


def test_the_report_on_the_second_sheet(desk: Desk) -> None:
    book = Workbook()
    book.worksheets[0].append(["How to use this workbook"])
    sheet = book.create_sheet("Data")
    for row in filled(PLAN, [planned()]):
        sheet.append(row)
    assert len(desk.rows(saved(book), "report.xlsx")) == 1


def test_a_wrong_size_of_the_sheet_is_not_believed(desk: Desk) -> None:
    book = edited(as_xlsx(filled(PLAN, [planned(), planned()])), r'<dimension ref="[^"]*"', '<dimension ref="A1:A1"')
    assert len(desk.rows(book, "report.xlsx")) == 2


def test_a_cell_far_away(desk: Desk) -> None:
    def stray(sheet: Worksheet) -> None:
        sheet["XFD2"] = "x"
        sheet["A9000"] = " "

    reading = desk.read(as_xlsx(filled(PLAN, [planned()]), stray), "report.xlsx")
    assert [row.faults for row in reading.rows()] == [()]


def test_a_row_far_away_is_not_counted_up_to(narrow: Desk) -> None:
    book = edited(as_xlsx(filled(PLAN, [planned()])), r'<row r="2"', '<row r="1000000000"')
    assert "rows" in narrow.refused(book, "report.xlsx")


def test_a_sheet_that_is_no_report(desk: Desk) -> None:
    assert "no report that is known" in desk.refused(as_xlsx([["a", "b"], [1, 2]]), "report.xlsx")


@pytest.mark.parametrize("name", ["report.csv", "report.xlsx"])
def test_a_damaged_workbook(desk: Desk, name: str) -> None:
    """Whatever it is called."""
    content = as_xlsx(filled(PLAN, [planned()]))
    assert "damaged" in desk.refused(edited(content, r"<sheets>", "<sheets", "xl/workbook.xml"), name)
    assert "damaged" in desk.refused(edited(content, r"<row ", "<row <", "xl/worksheets/sheet1.xml"), name)
    assert "no report" in desk.refused(zipped({"[Content_Types].xml": b"<Types/>"}), name)


def test_too_many_texts_for_a_spreadsheet(narrow: Desk) -> None:
    """Spreadsheet programs keep all texts in one part, which has to be held in memory."""
    book = with_part(as_xlsx(filled(PLAN, [planned()])), "xl/sharedStrings.xml", b"<sst/>" + b" " * (1 << 20))
    assert "Save it as CSV" in narrow.refused(book, "report.xlsx")


def test_a_workbook_that_unpacks_to_too_much(narrow: Desk) -> None:
    people = [planned(Name="a" * 30_000) for _ in range(100)]
    assert "more than 2 MB" in narrow.refused(as_xlsx(filled(PLAN, people)), "report.xlsx")


def test_the_template_is_read_again(desk: Desk, library: Library, tmp_path: Path) -> None:
    columns = library.catalogue.reports.template
    made = write_template(tmp_path, columns)
    assert [path.suffix for path in made] == [".csv", ".xlsx"]
    text = made[0].read_text(encoding="utf-8-sig")
    assert text.strip().split(",") == TEMPLATE
    with made[0].open("a", encoding="utf-8") as file:
        file.write("00071,Asha Example,,,MTS,C,Delhi,,,,\r\n")
    book = load_workbook(made[1])
    book.worksheets[0].append(["00071", "Asha Example", None, None, "MTS", "C", "Delhi"])
    for content in (made[0].read_bytes(), saved(book)):
        reading = desk.read(content)
        (row,) = reading.rows()
        assert (reading.kind, row.who.employee_id, row.person.circle) == (Kind.TEMPLATE, "00071", "delhi")
