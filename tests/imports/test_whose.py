"""Whatever files a cell imports in whatever order: the store says what the plain rule says, and can go back."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from bot.imports import applying
from knowledge.library import Library
from tests.imports.cell import NOW, Cell, KilledError, plan, user
from tests.imports.plain import Plain

_IDS = ("", "", "00101", "00102", "00103")
_MAILS = ("", "", "a@x.example", "b@x.example", "c@x.example")
_MOBILES = ("", "9000000001", "9000000002")
_PLACES = ("Delhi Postal Circle", "Delhi Postal Circle", "Bihar Postal Circle", "")
_POSTS = ("PA", "Postman", "MO", "Office Wizard", "")
_NAMES, _GROUPS = ("Asha Example", "Bharat Sample", ""), ("Group C", "Group B", "")
_STATES = ("Completed", "In Progress", "Not Started")


def _files(cell: Cell, seed: int) -> list[Path]:
    """A few small files of the two kinds, in which the same few people come again and again."""
    chance = Random(seed)
    pick = chance.choice

    def about() -> dict[str, str]:
        return {"mobile": pick(_MOBILES), "circle": pick(_PLACES), "post": pick(_POSTS), "group": pick(_GROUPS)}

    files = []
    for _ in range(chance.randint(1, 4)):
        day, size = pick((10, 20)), chance.randint(1, 7)
        if chance.random() < 0.5:
            files.append(cell.users(*(
                user(pick(_NAMES), pick(_IDS), pick(_MAILS), status=pick(("VERIFIED", "NOT-MY-USER", "")), day=day,
                     **about()) for _ in range(size)
            )))  # fmt: skip
        else:
            files.append(cell.plan(*(
                plan(pick(_NAMES), pick(_MAILS), pick(("Conduct Rules", "A Course Of Our Own")), pick(_STATES),
                     employee=pick(_IDS), done=pick(("", "2026-01-05")), day=day, **about()) for _ in range(size)
            )))  # fmt: skip
    return files


@pytest.mark.parametrize("seed", range(60))
def test_people_are_as_the_plain_rule_has_them(library: Library, tmp_path: Path, seed: int) -> None:
    plain, cell = Plain(), Cell(tmp_path, library, "delhi", None)
    for path in _files(cell, seed):
        problems = plain.take(*cell.read(path), NOW)
        assert (cell.take(path).problem_rows, cell.people()) == (problems, sorted(one.said() for one in plain.people))


@pytest.mark.parametrize("seed", range(100, 120))
def test_killed_completed_and_taken_back(
    library: Library, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between two chunks the file again completes it; once more changes nothing; taken back all is as before."""
    monkeypatch.setattr(applying, "_MOST", 1)
    (tmp_path / "whole").mkdir()
    cell, whole = Cell(tmp_path, library, "delhi", None), Cell(tmp_path / "whole", library, "delhi", None)
    before = []
    for path in _files(cell, seed):
        whole.take(path)
        before.append((cell.last_import(), cell.dump()))
        try:
            cell.take(path, stop_after=1 + seed % 4)
        except KilledError:
            cell.take(path)
        after = cell.dump()
        assert cell.people() == whole.people()
        assert cell.take(path).people.keys() <= {"unchanged"}
        assert cell.dump() == after
    for last, dump in reversed(before):
        if cell.last_import() > last:
            cell.undo(cell.last_import())
        assert cell.dump() == dump
