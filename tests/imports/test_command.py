"""`python -m bot import`: exit codes, what it writes, and what it refuses."""

from __future__ import annotations

import csv
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.imports.cell import PLAN, USERS, Cells, plan, user

ROOT = Path(__file__).parents[2]


def _run(folder: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *args], cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", **environment},
    )  # fmt: skip


def _write(folder: Path, name: str, header: Cells, rows: Sequence[Cells]) -> str:
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return name


def _count(folder: Path, table: str) -> int:
    db = sqlite3.connect(folder / "dakpath.db")
    try:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        db.close()


def test_a_file_from_the_dry_run_to_its_undoing(tmp_path: Path) -> None:
    rows = [user("Asha", "1", "a@x.example"), user("Bharat", "2"), user("Far", "3", circle="Bihar Postal Circle")]
    name = _write(tmp_path, "users.csv", USERS, rows)
    dry = _run(tmp_path, "import", name, "--circle", "dilli")
    assert (dry.returncode, _count(tmp_path, "roster")) == (0, 0)
    assert "New: 2" in dry.stdout
    taken = _run(tmp_path, "import", name, "--circle", "Delhi", "--apply")
    assert (taken.returncode, _count(tmp_path, "roster")) == (0, 2)  # problem rows hinder nothing
    with (tmp_path / "users-problems.csv").open(encoding="utf-8-sig", newline="") as file:
        header, problem = csv.reader(file)
    assert (header[-1], problem[:-1]) == ("problem", list(rows[2]))
    assert (tmp_path / "users-problems.csv").stat().st_mode & 0o077 == 0
    few = _write(tmp_path, "few.csv", USERS, [user("Asha", "1", day=21)])
    asked = _run(tmp_path, "import", few, "--circle", "Delhi", "--apply")
    assert (asked.returncode, _count(tmp_path, "import")) == (3, 1)
    assert _run(tmp_path, "import", few, "--circle", "Delhi", "--apply", "--yes").returncode == 0
    assert "touched" not in _run(tmp_path, "import", "undo", "2").stderr
    assert _run(tmp_path, "import", "undo", "2").returncode == 2
    assert _run(tmp_path, "import", "undo", "1").returncode == 0
    assert _count(tmp_path, "roster") == 0
    audit = _run(tmp_path, "audit").stdout
    assert "import undo 1 rows 3, new 2, changed 0, moved 0, unchanged 0, missing 0, problems 1" in audit
    assert audit.count("export problem rows, delhi, 1 rows") == 2


@pytest.mark.parametrize("content", [b"", b"<html><body>Login</body></html>", b"a,b\n1,2\n"])
def test_an_unusable_file_ends_with_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file.csv").write_bytes(content)
    ended = _run(tmp_path, "import", "file.csv", "--circle", "Delhi", "--apply")
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert _count(tmp_path, "import") == 0


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    name = _write(tmp_path, "plan.csv", PLAN, [plan("Asha", "a@x.example")])
    assert "--circle" in _run(tmp_path, "import", name).stderr
    assert "--circle" in _run(tmp_path, "import", name, "--circle", "Atlantis").stderr
    assert "--year" in _run(tmp_path, "import", name, "--circle", "Delhi", "--year", "1999").stderr
    assert _run(tmp_path, "import", "nothing.csv", "--circle", "Delhi").returncode == 2


def test_without_the_key_nothing_runs_and_no_new_one_is_made(tmp_path: Path) -> None:
    name = _write(tmp_path, "plan.csv", PLAN, [plan("Asha", "a@x.example")])
    assert _run(tmp_path, "import", name, "--circle", "Delhi", "--apply").returncode == 0
    key = tmp_path / "dakpath.key"
    kept = key.read_text()
    key.unlink()
    for command in (("import", name, "--circle", "Delhi"), ("staff",), ("run",)):
        ended = _run(tmp_path, *command)
        assert (ended.returncode, ended.stderr.count("\n"), key.exists()) == (2, 1, False)
    assert _run(tmp_path, "staff", DATA_KEY="another-key-altogether").returncode == 2
    key.write_text(kept)
    assert _run(tmp_path, "staff").returncode == 0


def test_the_key_is_changed_in_the_file_and_in_the_settings(tmp_path: Path) -> None:
    name = _write(tmp_path, "plan.csv", PLAN, [plan("Asha", "a@x.example")])
    _run(tmp_path, "import", name, "--circle", "Delhi", "--apply")
    first = (tmp_path / "dakpath.key").read_text()
    assert _run(tmp_path, "rekey").returncode == 0
    second = (tmp_path / "dakpath.key").read_text()
    assert len(second.split()) == 1
    assert second != first
    named = {"DATA_KEY": "a-key-of-our-own-now", "OLD_DATA_KEY": second.strip()}
    assert _run(tmp_path, "rekey", DATA_KEY=second.strip()).returncode == 2
    assert _run(tmp_path, "rekey", **named).returncode == 0
    again = _run(tmp_path, "import", name, "--circle", "Delhi", DATA_KEY=named["DATA_KEY"])
    assert (again.returncode, "Unchanged: 1" in again.stdout) == (0, True)
    assert _run(tmp_path, "staff").returncode == 2
