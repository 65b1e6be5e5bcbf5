"""Files as cells would send them: what stands around the rows, in which encoding, and what is no report at all."""

from __future__ import annotations

import pytest

from bot.imports.trouble import UnusableFileError
from handlers.report_row import Fault, Identity, Row
from knowledge.library import Library
from knowledge.report_kinds import recognise
from tests.imports.files import PLAN, Cells, Desk, as_csv, filled, planned, zipped

NAMES = ("Asha Example", "आशा उदाहरण", "Zoë Beispiel")
PEOPLE: tuple[Cells, ...] = tuple(
    planned(Name=name, Email=f"person{place}@dakpath.example") for place, name in enumerate(NAMES)
)


def names(rows: list[Row]) -> list[str]:
    return [row.person.name for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(desk: Desk, encoding: str, delimiter: str) -> None:
    rows = desk.rows(as_csv(filled(PLAN, PEOPLE), delimiter, encoding))
    assert names(rows) == list(NAMES)
    assert not any(row.faults for row in rows)


def test_utf_16_with_the_mark_of_the_other_order(desk: Desk) -> None:
    text = as_csv(filled(PLAN, PEOPLE), "\t", "utf-16-be")
    assert names(desk.rows(b"\xfe\xff" + text)) == list(NAMES)


def test_windows_1252(desk: Desk) -> None:
    rows = desk.rows(as_csv(filled(PLAN, [PEOPLE[0], PEOPLE[2]]), ";", "cp1252"))
    assert names(rows) == ["Asha Example", "Zoë Beispiel"]


def test_one_broken_byte_makes_no_other_encoding_of_it(desk: Desk) -> None:
    good = as_csv(filled(PLAN, [*PEOPLE[1:2] * 3, PEOPLE[0]]))
    rows = desk.rows(good.replace(b"Asha", b"Ash\xff"))
    assert names(rows) == [NAMES[1]] * 3 + ["Ash\ufffd Example"]


def test_title_rows_above_the_header(desk: Desk) -> None:
    titles: list[list[object]] = [["Training plan report"], [], ["Circle:", "Delhi", "", ""], ["sep=;"]]
    rows = desk.rows(as_csv([*titles, *filled(PLAN, PEOPLE)], ";"))
    assert [row.number for row in rows] == [6, 7, 8]


def test_what_stands_below_the_rows(desk: Desk) -> None:
    below: list[list[object]] = [
        ["", "", ""],
        ["Total", "", 3],
        ["Total records: 3"],
        ["Downloaded by the cell on Monday"],
    ]
    reading = desk.read(as_csv([*filled(PLAN, PEOPLE), *below]))
    assert names(list(reading.rows())) == list(NAMES)
    assert reading.notices == {Fault("beside"): 3}


def test_a_name_without_anything_else_is_a_problem(desk: Desk) -> None:
    table = filled(PLAN, PEOPLE)
    table.insert(2, ["Somebody Without"])
    rows = desk.rows(as_csv(table))
    assert [bool(row.faults) for row in rows] == [False, True, False, False]
    assert [row.number for row in rows] == [2, 3, 4, 5]
    assert "whose it is" in desk.words(rows[1])


def test_two_downloads_in_one_file(desk: Desk) -> None:
    other = planned(Email="other@dakpath.example", MDO_Name="Assam Postal Circle")
    reading = desk.read(as_csv([*filled(PLAN, PEOPLE[:1]), *filled(PLAN, [other])]))
    assert [row.person.circle for row in reading.rows()] == ["delhi", "assam"]
    assert reading.notices == {Fault("beside"): 1}


def test_an_identical_row_twice_is_read_twice_and_says_the_same(desk: Desk) -> None:
    first, again = desk.of(PLAN, PEOPLE[0], PEOPLE[0])
    assert first._replace(number=3) == again


def test_a_comma_too_many_never_moves_cells(desk: Desk) -> None:
    table = as_csv(filled(PLAN, PEOPLE)).replace(b"Asha Example", b"Example, Asha")
    rows = desk.rows(table)
    assert "more cells than the header" in desk.words(rows[0])
    assert [bool(row.faults) for row in rows] == [True, False, False]


def test_empty_cells_left_out_at_the_end(desk: Desk) -> None:
    table: list[list[object]] = [[*PLAN, "more"], *([*row, ""] for row in filled(PLAN, PEOPLE)[1:])]
    short = [row[: max(place for place in range(len(row)) if row[place]) + 1] for row in table]
    assert names(desk.rows(as_csv(short))) == list(NAMES)


def test_a_quotation_mark_that_is_not_closed(desk: Desk) -> None:
    people = [planned(Email=f"person{number}@dakpath.example") for number in range(2000)]
    table = as_csv(filled(PLAN, people)).replace(b"Asha Example,person5@", b'"Asha Example,person5@')
    rows = desk.rows(table)
    broken = [row for row in rows if row.faults]
    assert broken and all("quotation mark" in desk.words(row) for row in broken)
    assert {row.who.email for row in rows if not row.faults} < {str(one["Email"]) for one in people}


def test_a_quotation_mark_that_is_not_closed_near_the_end(desk: Desk) -> None:
    """What it swallows is not lost silently, nor taken for a note below the table."""
    people = [planned(Email=f"person{number}@dakpath.example") for number in range(5)]
    rows = desk.rows(as_csv(filled(PLAN, people)).replace(b"Asha Example,person3@", b'"Asha Example,person3@'))
    assert [bool(row.faults) for row in rows] == [False, False, False, True]
    assert (rows[3].number, "quotation mark" in desk.words(rows[3])) == (5, True)


def test_two_names_with_a_lost_quotation_mark(desk: Desk) -> None:
    """The second one closes what the first one opened: neither may become the other."""
    people = [planned(Name=f"Example, {number}", Email=f"person{number}@dakpath.example") for number in range(4)]
    rows = desk.rows(as_csv(filled(PLAN, people)).replace(b'"Example, 1"', b'"Example, 1'))
    assert [row.who.email for row in rows if not row.faults] == ["person0@dakpath.example", "person3@dakpath.example"]
    assert any("quotation mark" in desk.words(row) for row in rows)


def test_a_line_end_inside_a_cell(desk: Desk) -> None:
    rows = desk.of(PLAN, planned(Name="Asha\nExample"), planned())
    assert names(rows) == ["Asha Example", "Asha Example"]
    assert not any(row.faults for row in rows)


def test_masked_mobiles_are_passed_over_with_a_notice(desk: Desk) -> None:
    masked = [{**one, "Phone": "******0001"} for one in PEOPLE]
    reading = desk.read(as_csv(filled(PLAN, masked)))
    assert {row.who for row in reading.rows()} == {Identity("", str(one["Email"]), "") for one in PEOPLE}
    assert reading.notices == {Fault("masked", "Phone"): 3}


def test_an_archive_with_one_report(desk: Desk) -> None:
    table = as_csv(filled(PLAN, PEOPLE), ";", "utf-16")
    beside = {"__MACOSX/._report.csv": b"x", "folder/.DS_Store": b"x"}
    assert names(desk.rows(zipped({"folder/report.csv": table, **beside}), "report.zip")) == list(NAMES)


PAGE = b"\xef\xbb\xbf\r\n <!DOCTYPE html><html><head><title>Sign in</title></head><body>Session expired</body></html>"
NO_FILES = {
    "empty": (b"", "empty"),
    "blanks": (b"\xef\xbb\xbf \r\n\r\n", "empty"),
    "page": (PAGE, "web page"),
    "page for spreadsheets": (b"<table><tr><td>Name</td></tr></table>", "web page"),
    "answer of a program": (b'{"error": "unauthorized"}', "no report that is known"),
    "letter": (b"Dear Sir,\nplease find the report attached, Name and Email inside.\n", "no report that is known"),
    "old spreadsheet": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), ".xls"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "no report that is known"),
    "header": (as_csv([PLAN]), "not one row"),
    "header and totals": (as_csv([PLAN, ["Total", "0"]]), "not one row"),
    "half an archive": (zipped({"report.csv": as_csv([PLAN])})[:80], "damaged"),
    "two reports": (zipped({"a.csv": b"x", "b.csv": b"y"}), "this one holds 2"),
    "empty archive": (zipped({}), "this one holds 0"),
    "archive of an archive": (zipped({"a.zip": zipped({"b.csv": as_csv([PLAN])})}), "no report that is known"),
}


@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_no_report(desk: Desk, name: str) -> None:
    content, why = NO_FILES[name]
    assert why in desk.refused(content)


def test_a_broken_member_of_an_archive(desk: Desk) -> None:
    good = zipped({"report.csv": as_csv(filled(PLAN, PEOPLE * 200))})
    middle = len(good) // 2
    assert "damaged" in desk.refused(good[:middle] + bytes(40) + good[middle + 40 :])


def test_a_locked_archive(desk: Desk) -> None:
    content = bytearray(zipped({"report.csv": as_csv(filled(PLAN, PEOPLE))}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    assert "password" in desk.refused(bytes(content))


def test_a_zip_bomb_that_lies_about_its_size(desk: Desk) -> None:
    """What is unpacked beyond the declared size is not read at all."""
    content = bytearray(zipped({"report.csv": as_csv(filled(PLAN, PEOPLE * 500))}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = content.index(mark) + place
        content[start : start + 4] = (1000).to_bytes(4, "little")
    assert "damaged" in desk.refused(bytes(content))


def test_too_many_rows(narrow: Desk) -> None:
    assert len(narrow.of(PLAN, *PEOPLE[:1] * 5)) == 5
    reading = narrow.read(as_csv(filled(PLAN, PEOPLE[:1] * 6)))
    with pytest.raises(UnusableFileError, match="too-many-rows"):
        list(reading.rows())


def test_too_large(narrow: Desk) -> None:
    table = as_csv(filled(PLAN, PEOPLE * 5000))
    assert len(table) > 2 << 20
    assert "more than 2 MB" in narrow.refused(table)
    assert "more than 2 MB" in narrow.refused(zipped({"report.csv": table}))


def test_a_zip_bomb_is_not_unpacked(narrow: Desk) -> None:
    bomb = zipped({"report.csv": as_csv(filled(PLAN, PEOPLE)) + b"\n" * (50 << 20)})
    assert len(bomb) < 100_000
    assert "more than 2 MB" in narrow.refused(bomb)


def test_the_same_file_has_the_same_fingerprint(desk: Desk) -> None:
    table = as_csv(filled(PLAN, PEOPLE))
    assert desk.read(table).digest == desk.read(table, "other.csv").digest
    assert desk.read(table).digest != desk.read(table + b" ").digest


def test_every_header_in_one_place_only(library: Library) -> None:
    """No kind takes another's header for its own."""
    for kind in library.catalogue.reports.kinds:
        header = recognise(library.catalogue.reports, list(kind.names.values()))
        assert header is not None and header.kind is kind


def test_a_line_without_end_is_not_held_in_memory(desk: Desk) -> None:
    assert "no report that is known" in desk.refused(zipped({"report.csv": b"Name," * (2 << 20)}))
