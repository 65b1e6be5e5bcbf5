"""A report's pictures, tables and lists, and how its figures are written."""

from __future__ import annotations

import asyncio
import csv
import io
from datetime import date, timedelta
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from bot.picture import png_of
from bot.tables import csv_of, xlsx_of
from handlers.effects import KeepForReview
from knowledge.catalogue import LANGUAGES, Language
from knowledge.figure_rules import TroubleRules
from knowledge.library import Library
from reminders.cells import text_of
from reminders.figures import Count, Figures, Kind, Span, group_of, monday_of, percent
from reminders.report_lists import Asked, Call, Topic, calls_table, questions_table, topics_table
from reminders.report_picture import parts_svg, report_svg
from reminders.report_table import Exported, Table, figure_table, figure_tables
from reminders.report_text import row_of, summary_of
from reminders.report_words import Words, changed, grouped
from reminders.svg import WIDTH
from reminders.troubles import Trouble, worst
from tests.reminders.figures_of import NOON, figures_of

EXPORTED = Exported("member:7", NOON)
KINDS = ("delhi", "all", "nobody")
#: A platform makes a picture smaller that is higher than this many times its width.
HIGHEST = 2.6


# -- pictures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_pictures_fit_a_phone(kind: str, language: Language, library: Library) -> None:
    for draw in (report_svg, parts_svg):
        svg = draw(figures_of(kind, library), library.catalogue, language, EXPORTED)
        drawn = ElementTree.fromstring(svg)
        assert drawn.get("width") == str(WIDTH) and int(drawn.get("height", "")) < HIGHEST * WIDTH
        texts = [one for one in drawn.iter() if one.tag.endswith("text")]
        assert min(int(one.get("font-size", "")) for one in texts) >= 26
        assert all(float(one.get("x", "")) >= 0 for one in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_is_drawn_small(language: Language, library: Library) -> None:
    png = asyncio.run(png_of(parts_svg(figures_of("delhi", library), library.catalogue, language, EXPORTED)))
    assert len(png) < 60_000
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.width == WIDTH


def words_in(svg: str) -> str:
    return " ".join("".join(one.itertext()) for one in ElementTree.fromstring(svg).iter() if one.tag.endswith("text"))


def test_the_picture_says_in_words_what_its_bars_show(library: Library) -> None:
    figures = figures_of("delhi", library)
    told = words_in(report_svg(figures, library.catalogue, "en", EXPORTED))
    total = figures.total
    for expected in (
        "Delhi Postal Circle", "As of 18 February 2026, 12:05", "Newest report loaded: made on 17 February 2026",
        f"{grouped(total.employees)} employees", "Phase 2 – by 1 March 2026",
        f"{grouped(total.met[1])} of {grouped(total.mandated)}", f"{percent(total.met[1], total.mandated)} %",
        "since 9 February: +", "40 of them the order does not cover", "Phase 2, week by week", "29/12", "18/2",
        "Made by member 7 on 18 February 2026, 12:05",
    ):  # fmt: skip
        assert expected in told, expected


def test_the_parts_begin_with_those_furthest_behind(library: Library) -> None:
    told = words_in(parts_svg(figures_of("delhi", library), library.catalogue, "en", EXPORTED))
    names = ["=cmd|", "Foreign Post"]
    assert sorted(names, key=told.index) == names
    for expected in ("Group C: ", "Field staff list: ", "Requests to the helpdesk: 40 opened, 37 answered, 3 open now",
                     "(all circles): 42", "answers rated not"):  # fmt: skip
        assert expected in told, expected


def test_a_report_of_nobody_says_so(library: Library) -> None:
    told = words_in(report_svg(figures_of("nobody", library), library.catalogue, "en", EXPORTED))
    assert "No report of iGOT has been loaded yet." in told
    assert "The trend begins next week" in told
    assert "0 employees" in told


def test_what_is_not_up_to_date_is_said(library: Library) -> None:
    assert "1,234 people" in words_in(report_svg(figures_of("all", library), library.catalogue, "en", EXPORTED))
    assert "1,234 people" in "\n".join(summary_of(figures_of("all", library), Words(library.catalogue, "en")))


# -- tables ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_row_has_every_column_and_who_exported_it(kind: str, language: Language, library: Library) -> None:
    tables = (*figure_tables(figures_of(kind, library), library.catalogue, language, EXPORTED),
              figure_table(figures_of(kind, library), library.catalogue, language, EXPORTED))  # fmt: skip
    for table in tables:
        assert {len(row) for row in table.rows} <= {len(table.header)}
        assert all(row[-2:] == ("member:7", "2026-02-18 12:05 IST") for row in table.rows)
    now, weeks = tables[0], tables[1]
    assert len(now.rows) >= 1 and len(tables[3].rows) == len(now.rows) + len(weeks.rows)


def test_the_table_has_the_figures_of_each_part(library: Library) -> None:
    figures = figures_of("all", library)
    table = figure_table(figures, library.catalogue, "en", EXPORTED)
    rows = [dict(zip(table.header, row, strict=True)) for row in table.rows]
    total, *_ = rows
    assert (total["Taken apart by"], total["Circle"], total["Part"]) == ("Total", "All circles", "Total")
    assert (total["Employees"], total["Covered by the order"]) == (figures.total.employees, figures.total.mandated)
    assert total["Phase 2 – by 1 March 2026"] == figures.total.met[1]
    assert total["Phase 2 – by 1 March 2026 %"] == percent(figures.total.met[1], figures.total.mandated)
    assert (total["Requests opened"], total["Requests open now"], total["Questions not understood in 7 days"]) == (
        560,
        42,
        42,
    )
    delhi = next(row for row in rows if row["Taken apart by"] == "Circle" and row["Circle"] == "Delhi Postal Circle")
    assert (delhi["Requests answered"], delhi["Questions not understood in 7 days"]) == (37, None)
    divisions = [row for row in rows if row["Taken apart by"] == "Division" and row["As of"] == "2026-02-18"]
    assert sum(int(row["Employees"] or 0) for row in divisions) == figures.total.employees
    assert {row["As of"] for row in rows} >= {"2026-02-09", "2025-12-08", "2026-02-18"}


def test_no_cell_of_a_file_is_a_formula(library: Library) -> None:
    evil = ("=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", " =1", "＝1", "%0A=1", "\r=1", "plain", "क=1")
    table = Table("Figures", ("=h", "n"), tuple((text, number) for number, text in enumerate(evil)))
    read = list(csv.reader(io.StringIO(csv_of(table).decode("utf-8-sig"))))
    assert not [row[0] for row in read if row[0].lstrip()[:1] in "=+-@|%＝"]
    assert [row[0] for row in read[-2:]] == ["plain", "क=1"]
    file = asyncio.run(xlsx_of([table], EXPORTED))
    sheet = openpyxl.load_workbook(io.BytesIO(file)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert all(cell.quotePrefix for cell in cells if cell.data_type != "n")
    assert [cell.value for cell in sheet["A"]][:3] == ["=h", "=1+1", "+cmd"]
    assert [cell.value for cell in sheet["B"]][1:4] == [0, 1, 2]


@given(st.text(max_size=50))
def test_whatever_somebody_wrote_stays_one_cell_and_no_formula(text: str) -> None:
    (row,) = csv.reader(io.StringIO(csv_of(Table("x", (text,), ())).decode("utf-8-sig")))
    assert row == [text_of(text)]
    assert row[0].lstrip()[:1] not in tuple("=+-@")


def test_a_spreadsheet_says_who_made_it(library: Library) -> None:
    tables = figure_tables(figures_of("all", library), library.catalogue, "hi", EXPORTED)
    book = openpyxl.load_workbook(io.BytesIO(asyncio.run(xlsx_of(tables, EXPORTED))))
    assert book.properties.creator == "Dakpath, member:7"
    assert book.sheetnames == ["आँकड़े", "हफ़्ते", "जानकारी"]
    assert book["आँकड़े"].max_row == len(tables[0].rows) + 1


def test_the_list_of_calls(library: Library) -> None:
    span = Span(library.catalogue.years[0], "delhi", NOON)
    call = Call("0042", "delhi", "North", "GPO", "M.T.S.", "mts", 0b1111, "blocked", "Asha", "9876543210")
    calls = [call, replace(call, designation="", why="no_channel")]
    table = calls_table(calls, span, Words(library.catalogue, "en"), EXPORTED)
    assert table.rows[0][:9] == (
        "Asha", "9876543210", "0042", "Delhi Postal Circle", "North", "GPO", "Multi-Tasking Staff",
        "Phase 1 – by 15 February 2026, Phase 2 – by 1 March 2026", "blocked the bot",
    )  # fmt: skip
    assert table.rows[1][6] == "M.T.S."


def test_the_list_of_questions_names_the_file_of_a_phrase(library: Library) -> None:
    kept = KeepForReview("otp ⟨number⟩", "clarified", None, ("login.otp", "login.failed"), 0.41, "hinglish")
    asked = [
        Asked(kept, 3, date(2026, 2, 17)),
        Asked(replace(kept, alternatives=(), why="declined"), 1, date(2026, 2, 1)),
    ]
    table = questions_table(asked, Words(library.catalogue, "en"), EXPORTED)
    assert table.rows[0][:8] == (
        3, "otp ⟨number⟩", "hinglish", "asked back", None, "login.otp, login.failed", "phrases/hinglish/login.otp.txt",
        "2026-02-17",
    )  # fmt: skip
    assert table.rows[1][6] == ""


def test_a_circles_list_has_topics_and_nobodys_words(library: Library) -> None:
    topics = [Topic("login.otp", "not_helpful", 7, date(2026, 2, 16)), Topic("", "declined", 1, date(2026, 2, 9))]
    table = topics_table(topics, Words(library.catalogue, "en"), EXPORTED)
    asked = library.catalogue.texts.render("en", "ask-login-otp")
    assert [row[:6] for row in table.rows] == [
        (7, library.catalogue.texts.render("en", "topic-login-otp"), asked, "login.otp", "answer rated not helpful",
         "2026-02-16"),
        (1, "no topic recognised", "", "", "not understood", "2026-02-09"),
    ]  # fmt: skip
    assert topics_table(topics, Words(library.catalogue, "hi"), EXPORTED).rows[1][1] == "विषय पहचाना नहीं गया"


def test_the_terminal_and_the_page_get_the_same_rows(library: Library) -> None:
    figures = figures_of("delhi", library)
    words = Words(library.catalogue, "en")
    header, row = row_of(figures, words, figures.parts(Kind.GROUP)[0])
    assert len(row) == len(header) + 1 and row[0] == "Group C"
    assert row[4].endswith(" %")
    assert any("since 9 February" in one for one in summary_of(figures, words))


# -- figures -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "group"),
    [("Group C", "C"), ("c", "C"), ("GROUP-B", "B"), ("Gr. A (Gazetted)", "A"), ("Group 'D'", "D"), ("", ""),
     ("Casual", "Casual"), ("B Gazetted", "B"), ("  MTS   cadre ", "MTS cadre"), ("Accounts", "Accounts")],
)  # fmt: skip
def test_groups_in_many_spellings(written: str, group: str) -> None:
    assert group_of(written) == group


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_hundred_percent_is_everybody_and_zero_is_nobody(one: int, other: int) -> None:
    count, of = sorted((one, other))
    assert 0 <= percent(count, of) <= 100
    assert (percent(count, of) == 100) is (count == of > 0)
    assert (percent(count, of) == 0) is (count == 0)


@given(st.integers(-(10**12), 10**12))
def test_numbers_as_india_writes_them(number: int) -> None:
    assert int(grouped(number).replace(",", "")) == number
    groups = grouped(abs(number)).split(",")
    assert all(len(one) == 2 for one in groups[1:-1]) and (len(groups) == 1 or len(groups[-1]) == 3)


def test_changes_have_their_sign() -> None:
    assert [changed(*pair) for pair in ((1300, 100), (1, 4), (2, 2))] == ["+1,200", "−3", "±0"]


def test_the_week_before_is_the_newest_that_is_known(library: Library) -> None:
    figures = figures_of("delhi", library)
    known = figures.before()
    assert known is not None and known[0] == date(2026, 2, 9)
    older = tuple(week for week in figures.weeks if week.monday < date(2026, 2, 1))
    known = replace(figures, weeks=older).before()
    assert known is not None and known[0] == date(2026, 1, 26)
    assert Figures(figures.span).before() is None


def test_near_is_what_is_over_or_within_the_days_that_reminders_look_ahead(library: Library) -> None:
    year = library.catalogue.years[0]
    seen = {day: Span(year, None, NOON + timedelta(days=day)).near for day in (-30, -4, -3, 0, 26, 27)}
    assert seen == {-30: 0, -4: 0b01, -3: 0b11, 0: 0b11, 26: 0b11, 27: 0b1111}


def test_a_week_begins_on_monday() -> None:
    assert {monday_of(date(2026, 2, 16) + timedelta(days=day)) for day in range(7)} == {date(2026, 2, 16)}


@pytest.mark.parametrize(
    ("lately", "before", "is_named"),
    [(5, 2, True), (4, 0, False), (5, 0, True), (5, 3, False), (50, 26, False), (52, 26, True)],
)
def test_a_step_is_named_where_it_helps_less(lately: int, before: int, is_named: bool) -> None:
    rules = TroubleRules(least=5, factor=2, shown=3)
    assert bool(worst([Trouble("otp", "wait", lately, before, 9)], rules)) is is_named


def test_the_steps_that_grew_most_come_first() -> None:
    steps = [
        Trouble("a", "x", 10, 2, 9),
        Trouble("b", "x", 40, 10, 9),
        Trouble("c", "x", 9, 0, 9),
        Trouble("d", "x", 6, 0, 9),
    ]
    found = worst(steps, TroubleRules(least=5, factor=2, shown=3))
    assert [(one.flow, one.times) for one in found] == [("b", 4), ("c", 0), ("a", 5)]


def test_counts_add_up_whatever_milestones_they_know() -> None:
    assert Count(1, met=(1, 0)) + Count(2, met=(1, 1, 1)) == Count(3, met=(2, 1, 1))
