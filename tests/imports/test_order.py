"""Imports one after another: what a preview, an undo or a decision stands on, and odd rows beside good ones."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from bot.imports.deciding import decide
from bot.imports.importing import Keeps, Wanted, opened
from bot.imports.trouble import UnusableFileError
from bot.imports.undoing import NotUndoableError
from bot.store.database import connect
from bot.store.keys import open_keys
from knowledge.library import Library
from tests.imports.cell import MASTER, NOW, USERS, Cell, plan, user

DAY = 86_400


@pytest.fixture
def cell(tmp_path: Path, library: Library) -> Cell:
    return Cell(tmp_path, library)


def _wanted(path: Path, now: int = NOW) -> Wanted:
    return Wanted(path, "test", "delhi", "delhi", None, now)


def test_a_preview_does_not_hold_once_something_else_was_taken_in(cell: Cell) -> None:
    first = cell.users(user("Asha", "00101", "a@x.example", "9000000001"))
    second = cell.users(user("Asha", "00101", "a@x.example", "9000000001", day=21), user("Bharat", "00102", day=21))
    with opened(cell.database, lambda db: open_keys(db, MASTER), _wanted(first)) as made:
        made.stage(cell.library, lambda *_: None)
        cell.take(second)
        before = cell.dump()
        with pytest.raises(UnusableFileError, match="stale"):
            made.apply(lambda *_: None, yields=False)
    assert cell.dump() == before
    assert [one[0] for one in cell.people()] == ["00101", "00102"]


def test_an_old_file_again_is_an_import_of_its_own(cell: Cell) -> None:
    cell.take(cell.users(user("Asha", "00101", post="PA", day=10)))
    again = cell.users(user("Asha", "00101", post="Postman", day=20), user("Bharat", "00102", day=20))
    cell.take(again)
    people = cell.people()
    later = _wanted(again, NOW + 40 * DAY)
    with opened(cell.database, lambda db: open_keys(db, MASTER), later, Keeps(NOW + 10 * DAY, "")) as made:
        made.stage(cell.library, lambda *_: None)
        made.apply(lambda *_: None, yields=False)
    with pytest.raises(NotUndoableError, match="kept"):
        cell.undo(2)
    cell.undo(3)
    assert cell.people() == people


def test_what_was_decided_on_an_import_keeps_it(cell: Cell) -> None:
    cell.take(cell.users(user("Asha", "00101", day=10), user("Asha", "", "a@x.example", day=10)))
    cell.take(cell.users(user("Asha", "00101", day=12), user("Asha", "", "a@x.example", post="Postman", day=12)))
    cell.take(cell.plan(plan("Asha", "a@x.example", employee="00101", day=13)))
    with closing(connect(cell.database)) as db:
        db.execute("BEGIN")
        decide(db, 1, "same", None, "test", NOW)
        db.execute("COMMIT")
    people = cell.people()
    assert len(people) == 1
    with pytest.raises(NotUndoableError, match="touched"):
        cell.undo(2)
    assert cell.people() == people


def test_whom_a_later_row_waits_for_is_not_taken_out(cell: Cell) -> None:
    cell.take(cell.users(user("Asha", "00101", "a@x.example")))
    cell.take(cell.plan(plan("Asha", "z@x.example", employee="00101")))
    with pytest.raises(NotUndoableError, match="touched"):
        cell.undo(1)
    with closing(connect(cell.database)) as db:
        db.execute("BEGIN")
        decide(db, 1, "same", None, "test", NOW)
        db.execute("COMMIT")


def test_an_odd_cell_is_a_problem_of_its_row_alone(cell: Cell) -> None:
    header = ("Name", "Email", "Assessment Name", "Last Attempted Date", "Pass", "No of Retakes")
    attempt = ("Comprehensive Assessment", "2026-01-05", "No")
    cell.take(
        cell.file(header, [("Asha", "a@x.example", *attempt, "9" * 20), ("Bharat", "b@x.example", *attempt, "1")])
    )
    assert len(cell.problems) == 1
    late = (*user("Chitra", "00103")[:-1], "9999-12-31 23:00:00 UTC")
    cell.take(cell.file(USERS, [late, user("Dinesh", "00104")]))
    assert len(cell.problems) == 1
    assert {one[3] for one in cell.people()} == {"Bharat", "Dinesh"}


def test_what_a_row_in_between_replaced_is_put_back_whole(cell: Cell) -> None:
    """A hash never stands beside the box of another number, and the newer row's name counts."""
    asha = ("Asha", "00101", "a@x.example")
    cell.take(cell.users(user(*asha, "9000000001", day=10)))
    cell.take(cell.users(user(*asha, "9000000002", day=12), user("Asha", "", "", "9000000001", day=14)))
    with closing(connect(cell.database)) as db:
        keys = open_keys(db, MASTER)
        for known, box in db.execute("SELECT mobile_hash, mobile_box FROM roster").fetchall():
            assert known == keys.hash("mobile", keys.open("mobile", box))


def test_the_newer_name_counts_where_an_older_row_stands_before_it(cell: Cell) -> None:
    cell.take(cell.users(user("Asha", "00101", "a@x.example", "9000000001", day=10)))
    cell.take(cell.users(
        user("Other", "", "", "9000000001", day=12), user("Asha", "00101", "a@x.example", "9000000001", day=14),
    ))  # fmt: skip
    assert [one[3] for one in cell.people()] == ["Asha"]
