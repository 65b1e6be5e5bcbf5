"""Files as cells would send them, of invented people; headers are those of the portal's public report code."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bot.imports.reading import Reading, read
from bot.imports.trouble import UnusableFileError
from handlers.report_row import ImportSettings, Row
from handlers.report_wording import file_words, problem_words
from knowledge.library import Library

USERS = (
    "Full_Name,Designation,Email,Phone_Number,MDO_Name,Group,Tag,Ministry,Department,Organization,"
    "User_Registration_Date,Cadre,Civil Service Type,Civil Services,Cadre Batch,Is From Organised Service of Govt,"
    "Roles,Gender,Category,External_System,External_System_Id,Employee_Id,MDO_Created_On,Profile_Status,"
    "weekly_claps_day_before_yesterday,Karma_Points,Event_Enrolments,Event_Completions,Event_Learning_Hours,"
    "Course_Enrolments,Course_Completions,Course_Learning_Hours,Total_Enrolments,Total_Completions,"
    "Total_Learning_Hours,Report_Last_Generated_On,mdoid"
).split(",")
PLAN = (
    "Name,Email,Phone,MDO_Name,Group,Designation,Ministry,Department,Organization,Name of CBP Allocated Course,"
    "isapar,Allocated On,Current Progress,Due Date of Completion,Actual Date of Completion,mdoid,"
    "Report_Last_Generated_On"
).split(",")
CONSUMPTION = (
    "Full_Name,Designation,Email,Phone_Number,MDO_Name,Group,Tag,Ministry,Department,Organization,Content_Provider,"
    "Content_Name,Content_Type,Content_Duration,Batch_Id,Batch_Name,Batch_Start_Date,Batch_End_Date,Enrolled_On,Status,"
    "Content_Progress_Percentage,Last_Published_On,Content_Retired_On,Completed_On,Certificate_Generated,User_Rating,"
    "Gender,Category,External_System,External_System_Id,mdoid,Certificate_ID,Report_Last_Generated_On,"
    "Live_CBP_Plan_Mandate"
).split(",")
ASSESSMENT = (
    "User ID,Full Name,Designation,E mail,Phone Number,MDO_Name,Group,Tags,Ministry,Department,Organisation,"
    "Assessment Name,Assessment Type,Assessment/Content Provider,Assessment Publish Date,Course Name,Course ID,"
    "Assessment Duration,Last Attempted Date,Latest Percentage Achieved,Cut off Percentage,Pass,Total Questions,"
    "No of Incorrect Responses,Unattempted Questions,No of Retakes,mdoid,Report_Last_Generated_On"
).split(",")
SUMMARY = (
    "Name,Email,Phone,MDO_Name,Group,Designation,Ministry,Department,Organization,Number of CBP Courses Allocated,"
    "Number of CBP Courses Completed,Number of CBP Courses Completed within due date,mdoid,Report_Last_Generated_On"
).split(",")
TEMPLATE = (
    "Employee ID,Name,Email,Mobile,Designation,Group,Circle,Division,Office,Assessment Passed,Assessment Date"
).split(",")
GENERATED = "2026-01-20 10:12:44 AM"

Cells = Mapping[str, object]


def filled(header: Sequence[str], rows: Iterable[Cells]) -> list[list[object]]:
    """A header and rows of what is named; nothing else."""
    found: list[list[object]] = [list(header)]
    for cells in rows:
        assert set(cells) <= set(header), cells
        found.append([cells.get(name, "") for name in header])
    return found


def planned(**cells: object) -> Cells:
    """A good row of the plan report, with changes; `_` stands for a blank in a header's name."""
    named = {name.replace(" ", "_"): name for name in PLAN}
    good: dict[str, object] = {
        "Name": "Asha Example", "Email": "asha@dakpath.example", "Phone": "9800000001",
        "MDO_Name": "Delhi Postal Circle", "Group": "Group C", "Designation": "Postal Assistant",
        "Name of CBP Allocated Course": "Conduct Rules", "isapar": "true", "Current Progress": "In Progress",
        "Due Date of Completion": "2026-03-31", "Report_Last_Generated_On": GENERATED,
    }  # fmt: skip
    return {**good, **{named[name]: value for name, value in cells.items()}}


def as_csv(rows: Iterable[Sequence[object]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def zipped(members: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


class Desk:
    """Somebody who gives files to the reading."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.folder, self.library = folder, library

    def read(self, content: bytes, name: str = "report.csv", settings: ImportSettings | None = None) -> Reading:
        path = self.folder / name
        path.write_bytes(content)
        return read(path, self.library, settings or ImportSettings())

    def rows(self, content: bytes, name: str = "report.csv", settings: ImportSettings | None = None) -> list[Row]:
        return list(self.read(content, name, settings).rows())

    def of(self, header: Sequence[str], *rows: Cells, settings: ImportSettings | None = None) -> list[Row]:
        return self.rows(as_csv(filled(header, rows)), settings=settings)

    def one(self, header: Sequence[str], cells: Cells, settings: ImportSettings | None = None) -> Row:
        (row,) = self.of(header, cells, settings=settings)
        return row

    def plan(self, settings: ImportSettings | None = None, **cells: object) -> Row:
        """The only row of a plan report."""
        return self.one(PLAN, planned(**cells), settings)

    def refused(self, content: bytes, name: str = "report.csv") -> str:
        """What the cell reads of a file that cannot be imported, whenever that is noticed."""
        try:
            self.rows(content, name)
        except UnusableFileError as error:
            return file_words(self.library.catalogue, "en", error.key, error.values)
        raise AssertionError("it was read")

    def words(self, row: Row) -> str:
        """What stands beside a problem row."""
        return problem_words(self.library.catalogue, "en", row.faults)
