"""What is known of one person for one training year, as frozen values. What follows from it: `own_list`, `judge`.

Moments are whole seconds since 1970, days are IST days. A course is named by its key: the catalogue's id, or, where a
report's title matches no course, `unmatched(title)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from knowledge.reminder_policy import Hour

_UNMATCHED = "="
#: Beside course keys, where something is told: the assessment passed, or an attempt at it failed; of no year: the
#: profile verified (the green tick), and mapped to the MDO.
ASSESSMENT, FAILED, VERIFIED, MAPPED = "#assessment", "#failed", "#verified", "#mapped"
OF_NO_YEAR = frozenset((VERIFIED, MAPPED))


class State(StrEnum):
    """How far a course (or the assessment, or the verification) is."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"


class Source(StrEnum):
    """Who says so: the person, or a report that the cell imported."""

    SELF = "self"
    REPORT = "report"


class Claim(Struct, frozen=True):
    """What one source says last: `at` is when it was said or the report generated, `on` the day of completion.

    `times`: of `FAILED`, so many attempts up to now.
    """

    state: State
    at: int
    on: date | None = None
    times: int | None = None


class Claims(Struct, frozen=True):
    """What both sources say; nothing is overwritten. What counts is in `progress.counted`."""

    said: Claim | None = None
    reported: Claim | None = None


class Post(Struct, frozen=True):
    """A designation as one source gives it; all empty where it is blank.

    `designation`: the catalogue's id. `meanings`: in its place, the designations that a bare abbreviation may mean
    where the rule of reports leaves it open. `is_unknown`: in its place, something that the catalogue does not have.
    `curriculum`/`syllabus`: what the answer to a deciding question settled for this designation.
    """

    designation: str | None = None
    meanings: tuple[str, ...] = ()
    is_unknown: bool = False
    curriculum: str | None = None
    syllabus: str | None = None

    @property
    def is_blank(self) -> bool:
        return not (self.designation or self.meanings or self.is_unknown)

    def named(self, written: str) -> str:
        """What a report says, as it is kept to know it again; `written` stands for what is not known. "": nothing."""
        return self.designation or ",".join(self.meanings) or (f"?{written}" if self.is_unknown else "")


class PlanRow(Struct, frozen=True):
    """A row of the year's imported APAR plan: its title, and the catalogue's course where it matches one.

    Only rows whose APAR flag is true, blank, or whose report has no such column.
    """

    title: str
    course: str | None = None

    @property
    def key(self) -> str:
        return self.course or unmatched(self.title)


_NOTHING_SAID = Claims()
_NO_POST = Post()


class Facts(Struct, frozen=True):
    """One person in one training year; `key` is how people name them (see `person_key`).

    `progress` is by course key, from reports only rows that count for the APAR. `assessment` is COMPLETED when passed.
    `attempts` counts failed ones, None where unknown. `is_human_owned`: a human owns the conversation.
    """

    key: str
    year: str
    reported: Post = _NO_POST
    told: Post = _NO_POST
    reported_circle: str | None = None
    told_circle: str | None = None
    has_left: bool = False
    has_channel: bool = True
    is_blocked: bool = False
    is_opted_out: bool = False
    #: The first day on which reminders come again.
    snoozed_until: date | None = None
    hour: Hour | None = None
    is_human_owned: bool = False
    #: The green tick; mapped to the MDO. None: not known.
    is_verified: bool | None = None
    is_mapped: bool | None = None
    plan: tuple[PlanRow, ...] = ()
    progress: Mapping[str, Claims] = field(default_factory=dict)
    assessment: Claims = _NOTHING_SAID
    attempts: int | None = None
    #: The day on which the person first opened the chat.
    opened_on: date | None = None
    #: The last day on which a reminder or a congratulation left for this person: of this year, of any.
    reminded_on: date | None = None
    any_reminded_on: date | None = None
    #: The day on which the person was told this year of the circular on courses finished too fast.
    circular_told_on: date | None = None
    #: The day of this year's congratulation.
    congratulated_on: date | None = None
    #: Somebody of the cell's list; the report's designation as it is written there; the report's post over which the
    #: person's own word counts (see `handlers.differing`).
    is_listed: bool = False
    reported_written: str = ""
    settled: str = ""

    @property
    def circle(self) -> str | None:
        """The circle whose calendar holds: the report's, else the told one."""
        return self.reported_circle or self.told_circle


def unmatched(title: str) -> str:
    """The key of a course that the catalogue does not have."""
    return f"{_UNMATCHED}{title}"


def title_of(key: str) -> str:
    """The title in a key that `unmatched` made."""
    return key.removeprefix(_UNMATCHED)


def is_unmatched(key: str) -> bool:
    """Whether a key names a course that the catalogue does not have."""
    return key.startswith(_UNMATCHED)


def person_key(employee_id: str, email: str, mobile: str, chat: str) -> str:
    """Return how a person is named in rehearsals: `mobile` has ten digits, "" is unknown."""
    return employee_id or email.lower() or mobile or f"chat:{chat}"
