"""Imports: what the preview says, what is asked first, what waits for a decision, what is kept and how."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.imports.deciding import UndecidableError, decide, open_clashes
from bot.imports.problem_file import plain_cell
from bot.store.database import StoreError, connect
from bot.store.keys import change_key, open_keys
from handlers.import_guard import Why
from handlers.import_preview import preview_lines, question_lines
from handlers.same_person import Clash
from knowledge.library import Library
from tests.imports.cell import MASTER, NOW, Cell, Cells, plan, user

DELHI, BIHAR = "Delhi Postal Circle", "Bihar Postal Circle"


@pytest.fixture
def cell(tmp_path: Path, library: Library) -> Cell:
    return Cell(tmp_path, library)


def _staff(count: int, day: int = 20) -> list[Cells]:
    return [user(f"Person {n}", f"{n:05d}", f"p{n}@x.example", day=day) for n in range(count)]


def _whys(cell: Cell) -> list[str]:
    return [row.faults[0].key for row in cell.problems]


def test_the_preview_tells_new_changed_moved_unchanged_missing(cell: Cell) -> None:
    cell.take(
        cell.users(user("Asha", "1", "a@x.example"), user("Bharat", "2"), user("Chitra", "3"), user("Dinesh", "4"))
    )
    central = Cell(cell.folder, cell.library, None, None, files=10)
    central.take(central.users(user("Far", "9", circle=BIHAR, day=19)))
    shown = cell.shown(cell.users(
        user("Asha", "1", "a@x.example", day=21), user("Bharat", "2", post="Postman", day=21),
        user("Chitra", "3", day=21), user("Far", "9", day=21), user("Esha", "5", day=21), user("Nobody", day=21),
    ))  # fmt: skip
    assert shown.people == {"unchanged": 2, "changed": 1, "moved": 1, "new": 1}
    assert (shown.missing, shown.problem_rows) == (1, 1)
    assert [one.name for one in shown.samples["missing"]] == ["D•••"]
    assert [one.name for one in shown.samples["new"]] == ["E•••"]
    assert cell.rows("SELECT count(*) FROM roster") == [(5,)]


def test_a_dry_run_changes_nothing_but_the_audit(cell: Cell) -> None:
    cell.take(cell.users(user("Asha", "1")))
    before = cell.dump()
    cell.shown(cell.users(user("Asha", "1", day=25, post="Postman"), user("Bharat", "2")))
    assert cell.dump() == before
    assert cell.rows("SELECT action FROM audit ORDER BY id") == [
        ("import preview",),
        ("import 1",),
        ("import preview",),
    ] or (cell.rows("SELECT count(*) FROM audit") == [(4,)])


def test_it_is_asked_before_many_go_missing(cell: Cell) -> None:
    cell.take(cell.users(*_staff(20)))
    assert cell.shown(cell.users(*_staff(18, day=21))).questions == []
    asked = cell.shown(cell.users(*_staff(17, day=21)))
    assert [(one.why, one.many, one.all) for one in asked.questions] == [(Why.MANY_MISSING, 3, 20)]
    assert "3" in next(question_lines(cell.library.catalogue, "hi", asked))


def test_it_is_asked_before_an_older_report_and_another_circles(cell: Cell) -> None:
    cell.take(cell.users(user("Asha", "1", day=20)))
    assert [one.why for one in cell.shown(cell.users(user("Asha", "1", day=10))).questions] == [Why.OLDER]
    other = cell.shown(cell.users(user("Far", "2", circle=BIHAR, day=21), user("Off", "3", circle=BIHAR, day=21)))
    assert [one.why for one in other.questions] == [Why.OTHER_CIRCLE]
    assert cell.shown(cell.plan(plan("Asha", "a@x.example", day=10))).questions == []


def test_the_same_file_again_never_asks(cell: Cell) -> None:
    first = cell.users(*_staff(20, day=10))
    cell.take(first)
    cell.take(cell.users(user("Asha", "1", day=20)))
    assert cell.shown(first).questions == []


def test_missing_is_judged_by_kind_and_circle_and_ends_with_being_there_again(cell: Cell) -> None:
    def missing() -> list[tuple[object, ...]]:
        return cell.rows(
            "SELECT r.employee_id FROM seen s JOIN roster r USING (person_id) WHERE s.missing_since NOTNULL"
        )

    cell.take(cell.users(user("Asha", "1", "a@x.example"), user("Bharat", "2", "b@x.example")))
    cell.take(cell.plan(plan("Asha", "a@x.example")))
    assert missing() == []
    cell.take(cell.users(user("Asha", "1", "a@x.example", day=21)))
    assert missing() == [("2",)]
    cell.take(cell.users(user("Asha", "1", day=22), user("Bharat", "2", day=22)))
    assert missing() == []
    cell.take(cell.users(user("Asha", "1", day=15)))  # an older report says nothing of who is there
    assert missing() == []


def test_who_has_left_and_what_a_blank_says(cell: Cell) -> None:
    cell.take(cell.users(user("Asha", "1", "a@x.example", post="Postman", group="Group C")))
    cell.take(cell.users(user("", "1", post="", group="", status="NOT-MY-USER", day=21)))
    assert [person[:8] for person in cell.people()] == [("1", "a@x.example", "", "Asha", "postman", "C", "delhi", True)]


def test_at_the_same_time_the_user_report_wins(cell: Cell) -> None:
    cell.take(cell.users(user("Asha", "1", "a@x.example", post="Postman")))
    cell.take(cell.plan(plan("Asha", "a@x.example", post="Postal Assistant")))
    assert cell.people()[0][4] == "postman"
    cell.take(cell.plan(plan("Asha", "a@x.example", post="Postal Assistant", day=21)))
    assert cell.people()[0][4] == "postal_assistant"


def test_rows_of_another_circle_are_problems_unless_central(cell: Cell) -> None:
    path = cell.users(user("Asha", "1"), user("Far", "2", circle=BIHAR))
    cell.take(path)
    assert _whys(cell) == ["other-circle"]
    central = Cell(cell.folder, cell.library, "delhi", None)
    central.take(path)
    assert [person[6] for person in central.people()] == ["delhi", "bihar"]


# -- decisions ---------------------------------------------------------------------------------------------------------


def _clashing(cell: Cell) -> Path:
    path = cell.users(user("Asha", "1", "a@x.example"), user("Asha", "1", "b@x.example", post="Postman"))
    cell.take(path)
    assert _whys(cell) == ["other-email"]
    return path


def _decide(cell: Cell, verdict: str) -> None:
    db = connect(cell.database)
    found = open_clashes(db, open_keys(db, MASTER), "delhi")
    assert [(one.kind, one.employee_id, one.row.email) for one in found] == [(Clash.OTHER_EMAIL, "1", "b•••@x.example")]
    assert open_clashes(db, open_keys(db, MASTER), "bihar") == []
    with pytest.raises(UndecidableError):
        decide(db, found[0].id, "same", "bihar", "member:8", NOW)
    decide(db, found[0].id, "same" if verdict == "same" else "two", "delhi", "member:7", NOW)
    with pytest.raises(UndecidableError):
        decide(db, found[0].id, "same", None, "member:7", NOW)
    assert db.execute("SELECT actor, action FROM audit ORDER BY id DESC LIMIT 1").fetchone() == (
        "member:7", f"import decide {verdict}",
    )  # fmt: skip
    db.close()


def test_a_plan_row_with_a_problem_rows_email_creates_nobody(cell: Cell) -> None:
    _clashing(cell)
    cell.take(cell.plan(plan("Asha", "b@x.example"), plan("Asha", "a@x.example")))
    assert _whys(cell) == ["disputed-email"]
    assert [person[:2] for person in cell.people()] == [("1", "a@x.example")]


def test_the_same_person_has_both_emails_from_then_on(cell: Cell) -> None:
    path = _clashing(cell)
    _decide(cell, "same")
    cell.take(path)
    assert cell.problems == []
    cell.take(
        cell.plan(plan("Asha", "b@x.example", "Conduct Rules"), plan("Asha", "a@x.example", "Know Your Ministry"))
    )
    assert cell.problems == []
    assert [(person[0], len(person[9])) for person in cell.people()] == [("1", 2)]  # type: ignore[arg-type]


def test_two_persons_are_two_from_then_on(cell: Cell) -> None:
    path = _clashing(cell)
    _decide(cell, "two")
    cell.take(path)
    assert cell.problems == []
    assert [person[:2] for person in cell.people()] == [("", "b@x.example"), ("1", "a@x.example")]
    cell.take(cell.plan(plan("Asha", "b@x.example"), plan("Asha", "a@x.example"), plan("Asha", employee="1")))
    assert cell.rows("SELECT count(*) FROM roster") == [(2,)]


def test_two_known_people_who_are_one_become_one(cell: Cell) -> None:
    cell.take(cell.plan(plan("Asha", "a@x.example", "Conduct Rules", "Completed", done="2026-01-03")))
    cell.take(cell.users(user("Asha", "1")))
    path = cell.users(user("Asha", "1", "a@x.example", day=21))
    cell.take(path)
    assert _whys(cell) == ["two-persons"]
    db = connect(cell.database)
    decide(db, open_clashes(db, open_keys(db, MASTER), None)[0].id, "same", None, "test", NOW)
    db.close()
    cell.take(path)
    assert (cell.problems, [(p[0], p[1], len(p[9])) for p in cell.people()]) == ([], [("1", "a@x.example", 1)])  # type: ignore[arg-type]


def test_a_mobile_of_several_people_names_nobody(cell: Cell) -> None:
    shown = cell.shown(cell.users(
        user("Asha", "1", mobile="9876543210"), user("Bharat", "2", mobile="+91 98765 43210"),
        user("Someone", mobile="9876543210"), user("Other", mobile="9876543211"),
    ))  # fmt: skip
    assert (shown.people, shown.problems, shown.shared_mobiles) == ({"new": 3}, {"shared-mobile": 1}, 1)


# -- taking back -------------------------------------------------------------------------------------------------------


def test_only_the_newest_can_be_taken_back(cell: Cell) -> None:
    from bot.imports.undoing import NotUndoableError

    cell.take(cell.users(user("Asha", "1")))
    cell.take(cell.users(user("Asha", "1", post="Postman", day=21)))
    with pytest.raises(NotUndoableError, match="touched"):
        cell.undo(1)
    cell.undo(2)
    assert cell.people()[0][4] == "postal_assistant"
    cell.undo(1)
    assert cell.people() == []
    with pytest.raises(NotUndoableError, match="undone"):
        cell.undo(1)
    assert cell.rows("SELECT count(*) FROM person") == [(0,)]


def test_what_somebody_linked_to_is_not_taken_back(cell: Cell) -> None:
    from bot.imports.undoing import NotUndoableError

    cell.take(cell.users(user("Asha", "1")))
    cell.rows("INSERT INTO address (channel, bot_id, chat_id, person_id) VALUES ('telegram', '1', '7', 1)")
    with pytest.raises(NotUndoableError, match="touched"):
        cell.undo(1)


# -- how it is kept ----------------------------------------------------------------------------------------------------


def test_nothing_personal_stands_in_the_database_in_plain(cell: Cell) -> None:
    cell.take(
        cell.users(user("Asha Example", "1", "asha@x.example", "9876543210"), user("Asha Example", "1", "b@x.example"))
    )
    cell.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    data = Path(cell.database).read_bytes()
    assert not any(text in data for text in (b"Asha", b"asha@x", b"9876543210", b"b@x.example"))
    assert [path.name for path in cell.folder.iterdir() if "dakpath-import" in path.name] == []


def test_another_key_is_refused_and_a_new_one_reads_all(cell: Cell) -> None:
    cell.take(cell.users(user("Asha", "1", "a@x.example", "9876543210"), user("Asha", "1", "b@x.example")))
    before = cell.people()
    db = connect(cell.database)
    with pytest.raises(StoreError, match="not the key"):
        open_keys(db, b"another-key-altogether")
    hashes = db.execute("SELECT email_hash, mobile_hash FROM roster").fetchall()
    assert change_key(db, MASTER, b"the-new-key-of-a-test") == 2
    assert open_keys(db, b"the-new-key-of-a-test").root == MASTER
    with pytest.raises(StoreError):
        open_keys(db, MASTER)
    assert hashes != db.execute("SELECT email_hash, mobile_hash FROM roster").fetchall()
    assert change_key(db, b"the-new-key-of-a-test", MASTER) == 2
    db.close()
    assert cell.people() == before


@pytest.mark.parametrize(("cell_", "shown"), [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+91 98765 43210", "+91 98765 43210"), ("-5", "-5"), ("-x", "'-x"),
    ("Asha", "Asha"),
])  # fmt: skip
def test_no_cell_of_the_problem_file_is_a_formula(cell_: str, shown: str) -> None:
    assert plain_cell(cell_) == shown


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_preview_in_words(cell: Cell, language: str) -> None:
    shown = cell.shown(cell.plan(plan("Asha", "a@x.example", "A Course Of Our Own"), plan("Nobody")))
    lines = "\n".join(preview_lines(cell.library.catalogue, "hi" if language == "hi" else "en", shown))
    assert "A Course Of Our Own" in lines
    assert "import-" not in lines
    assert "Asha" not in lines
