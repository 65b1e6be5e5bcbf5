"""Faults of reports.yaml are told to its author; another spelling of a header is a line of content."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.report_row import Kind
from knowledge.report_kinds import KINDS
from tests.imports.files import PLAN, Desk, as_csv, filled, planned
from tests.knowledge.overlays import changed, library_of, problems_of


def test_kinds_are_known_to_both() -> None:
    assert set(KINDS) == set(Kind)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("  - id: plan\n", "  - id: plans\n", "kinds[plans].id: plans is not one of"),
        ("      due_on:", "      due_day:", "kinds[plan].columns.due_day: is not a known name here"),
        ("required: [course, progress]", "required: [course, passed]", "requires the unknown column passed"),
        ("who: [employee_id,", "who: [staff_id,", "requires the unknown column staff_id"),
        ("  office: Office\n", "  desk: Office\n", "template.desk: is not a known name here"),
    ],
)
def test_a_misspelt_name(before: str, after: str, problem: str) -> None:
    found = problems_of(changed("reports.yaml", before, after))
    assert any(problem in str(one) for one in found), found


def test_a_header_that_an_administrator_added(tmp_path: Path) -> None:
    over = changed("reports.yaml", "progress: [Current Progress]", "progress: [Current Progress, Where it stands]")
    desk = Desk(tmp_path, library_of(over))
    table = as_csv(filled(PLAN, [planned()])).replace(b"Current Progress", b"WHERE_IT_STANDS")
    assert len(desk.rows(table)) == 1
