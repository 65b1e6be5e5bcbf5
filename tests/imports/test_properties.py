"""Whatever a person's cells are, the quick way over good ones reads what reading cell by cell does."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.report_person import PersonRead, person_reader
from handlers.report_row import ImportSettings
from knowledge.library import Library
from knowledge.report_kinds import recognise
from tests.imports.files import USERS

IDS = st.from_regex(r"([A-Z]{0,3}0{0,3}\d{0,6}|1E10|1\.5E\+9|12\.0|NA|-|'0012|=A1|7/2)", fullmatch=True)
EMAILS = st.from_regex(r"([a-cX.+_]{1,5}@[a-c-]{1,4}(\.[a-c]{1,3}){0,2}|a\*\*@b\.in|N/A|x|)", fullmatch=True)
MOBILES = st.from_regex(
    r"((\+91|91|0)?[- ]?[5-9][0-9]{3,4}[- ]?[0-9]{4,6}|[0-9]{0,4}[*xX]{1,6}[0-9]{0,4}|9\.8E9|none|)", fullmatch=True
)
NAMES = st.from_regex(r"([A-Za-zआशा .'=\u200b-]{0,12}|null|N/A|nan)", fullmatch=True)


def test_both_ways_are_one(library: Library) -> None:
    """Blanks around a cell make no difference, but for the way that is taken."""
    header = recognise(library.catalogue.reports, USERS)
    assert header is not None
    fields, read = person_reader(library, header, ImportSettings())

    def told(*values: str) -> PersonRead:
        cells = dict(zip(("employee_id", "email", "mobile", "name"), values, strict=True))
        return read(tuple(cells.get(field, "") for field in fields))

    @settings(max_examples=200, deadline=None)
    @given(IDS, EMAILS, MOBILES, NAMES)
    def check(id_: str, email: str, mobile: str, name: str) -> None:
        straight = told(id_, email, mobile, name)
        assert straight == told(f" {id_} ", f" {email}", f"{mobile} ", f" {name}")
        assert straight.faults or any(straight.who)
        assert not straight.who.mobile or (len(straight.who.mobile) == 10 and straight.who.mobile[0] in "6789")
        assert straight.who.email == straight.who.email.lower()

    check()
