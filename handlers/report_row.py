"""What one row of an imported report says, as values: who it is, what it tells of them, what is wrong with it.

Texts have no blanks around them; "" is what the row does not say. Courses are keys as in `handlers.facts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from handlers.facts import Post, State


class Kind(StrEnum):
    """Which report a file is."""

    USERS = "users"
    PLAN = "plan"
    CONSUMPTION = "consumption"
    ASSESSMENT = "assessment"
    TEMPLATE = "template"


class Identity(NamedTuple):
    """By what a person is found; what cannot be read, or is masked, is "".

    `email` is in lower case, `mobile` has ten digits, `employee_id` is as written, with its leading zeros.
    """

    employee_id: str = ""
    email: str = ""
    mobile: str = ""


class PersonFacts(NamedTuple):
    """What a row says of the person beside progress; "" and None never replace a value that is known.

    `group`: the letter, or what is written where it is none. `circle`: a place of the catalogue: of the MDO name where
    it is known, else the one that the import was told, None where there is neither. `has_left`: the profile is marked
    NOT-MY-USER; False for any other status.
    """

    name: str
    designation_written: str
    post: Post
    group: str
    circle: str | None
    division: str
    office: str
    is_verified: bool | None
    has_left: bool | None


class RowFact(NamedTuple):
    """What a row says of one course, or of the assessment (its keys: see `handlers.facts`), in one training year.

    `state`: None where the row says nothing of progress. `day`: of completion, as an ISO text.
    `attempts`: failed ones at the assessment, None where unknown. `is_planned`: the year's APAR plan has the course.
    Several rows of a person are brought together by `handlers.progress.merge`: completed wins.
    """

    year: str
    course: str
    state: State | None = None
    day: str | None = None
    attempts: int | None = None
    is_planned: bool = False


class Fault(NamedTuple):
    """Why a row is a problem: a text `import-problem-<key>` with `$column` and `$value`, which may be personal."""

    key: str
    column: str = ""
    value: str = ""


class Row(NamedTuple):
    """One row: `number` is its line in the file (from 1, titles and the header are lines too), `raw` its cells.

    `generated_at`: when the report was made (whole seconds since 1970), None where the row does not say. A row with
    `faults` is a problem row and has no facts; `who` and `person` are what can be read of it all the same.
    """

    number: int
    raw: Sequence[str]
    who: Identity
    person: PersonFacts
    facts: tuple[RowFact, ...]
    generated_at: int | None
    faults: tuple[Fault, ...]


class ImportSettings(NamedTuple):
    """What an import is told beside its file: ids of a circle and of a training year.

    `circle`: of rows whose MDO name the catalogue does not know. `year`: of rows that name none by a date. `only`: rows
    of any other circle are problem rows; None takes all.
    """

    circle: str | None = None
    year: str | None = None
    only: str | None = None
