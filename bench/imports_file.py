"""A training-plan report as the portal writes it, of any size, and what the csv module and SQLite need for it bare.

python -m bench.imports_file --people N --out FILE: writes a file of six rows a person, about 290 bytes each.
"""

from __future__ import annotations

import argparse
import csv
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

HEADER = (
    "Name", "Email", "Phone", "MDO_Name", "Group", "Designation", "Ministry", "Department", "Organization",
    "EmployeeId", "Cadre", "Civil Service Type", "Civil Services", "Cadre Batch", "Is From Organised Service of Govt",
    "Name of CBP Allocated Course", "isapar", "Allocated On", "Current Progress", "Due Date of Completion",
    "Actual Date of Completion", "mdoid", "Report_Last_Generated_On",
)  # fmt: skip
GENERATED = "2026-01-20 10:12:44 AM"
_COURSES = (
    "Post Office Regulations, 2024", "Know Your Ministry - Department of Posts", "Communication for Citizen Centricity",
    "Conduct Rules", "Overview of Gender Sensitization", "Effective Communication",
)  # fmt: skip
_POSTS = (
    ("Group C", "Postal Assistant"), ("Group C", "Sorting Assistant"), ("Group C", "Postman"),
    ("Group C", "Multi Tasking Staff"), ("Group B", "Inspector Posts"),
)  # fmt: skip
_GIVEN = ("Asha", "Bharat", "Chitra", "Dinesh", "Esha", "Farid", "Gita", "Hari", "Indu", "Jagat")
_LAST = ("Example", "Sample", "Specimen", "Instance", "Model", "Pattern", "Trial")
_STATES = ("Completed", "In Progress", "Not Started", "Not Enrolled")


def rows(people: int, circle: str = "Delhi Postal Circle", generated: str = GENERATED) -> Iterator[tuple[str, ...]]:
    """Six rows for each of so many invented people, in the order of the people."""
    for number in range(1, people + 1):
        group, post = _POSTS[number % len(_POSTS)]
        name = f"{_GIVEN[number % 10]} {_LAST[number % 7]} {number}"
        email = f"{name.lower().replace(' ', '.')}@dakpath.example"
        about = (name, email, f"{6_000_000_000 + number * 7}", circle, group, post, "Ministry of Communications",
                 "Department of Posts", "Department of Posts", f"{number:08d}", "", "", "", "", "No")  # fmt: skip
        for place, course in enumerate(_COURSES):
            state = _STATES[(number * 7 + place * 3) % 4]
            done = f"2026-01-{1 + (number + place) % 19:02d}" if state == "Completed" else ""
            yield (*about, course, "true", "2025-08-31", state, "2026-03-31", done, "01359131123456", generated)


def write(path: Path, people: int) -> int:
    """Write the file; returns its number of rows, the header not counted."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(rows(people))
    return 6 * people


def bare(path: Path, database: Path) -> float:
    """Read the file with the csv module and insert all of its cells with `executemany`, in one transaction; seconds."""
    database.unlink(missing_ok=True)
    start = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        db = sqlite3.connect(database)
        db.execute(f"CREATE TABLE report ({', '.join(f'c{place}' for place in range(len(header)))})")
        marks = ", ".join("?" * len(header))
        db.executemany(f"INSERT INTO report VALUES ({marks})", reader)
        db.commit()
        db.close()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.imports_file")
    parser.add_argument("--people", type=int, default=200_000)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    print(f"{write(options.out, options.people):,} rows, {options.out.stat().st_size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
