"""Which of two sources counts for a course, the assessment, the verification: nothing is overwritten, all is derived.

A report takes back what the person said only if it was generated long enough after it was said (`report_days`).
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from handlers.facts import Claim, Claims, Source, State

_DAY = 86_400
_RANK = {state: rank for rank, state in enumerate(State)}


class Counted(Struct, frozen=True):
    """What counts; `source` is None where nobody says anything.

    `is_unconfirmed`: the person told it and no report shows it yet. `taken_back_at`: when the report was generated that
    does not show what the person told (seconds since 1970); None where none takes anything back.
    """

    state: State = State.NOT_STARTED
    on: date | None = None
    source: Source | None = None
    is_unconfirmed: bool = False
    taken_back_at: int | None = None

    @property
    def is_completed(self) -> bool:
        return self.state is State.COMPLETED


class Change(Struct, frozen=True):
    """Something counts differently from `at` on (seconds since 1970); `claim` is what was said, None: taken back by it.

    Kept for good. `is_taken_back`: the person told it, and a report of `claim.at` does not show it.
    """

    course: str
    before: State
    after: State
    source: Source
    at: int
    claim: Claim | None
    is_taken_back: bool = False


_NOTHING = Counted()


def is_completed(claims: Claims, report_days: int, *, stays: bool = False) -> bool:
    """Whether a course counts as completed within one training year; `stays`: no report takes it back."""
    said, reported = claims.said, claims.reported
    if reported is not None and reported.state is State.COMPLETED:
        return True
    if said is None or said.state is not State.COMPLETED:
        return False
    return reported is None or stays or reported.at - said.at < report_days * _DAY


def counted(claims: Claims, report_days: int, *, stays: bool = False) -> Counted:
    """What counts within one training year, and who says so; `stays`: no report takes it back (a passed assessment)."""
    said, reported = claims.said, claims.reported
    told = said if said is not None and said.state is State.COMPLETED else None
    if reported is not None and reported.state is State.COMPLETED:
        return Counted(State.COMPLETED, reported.on or (told.on if told else None), Source.REPORT)
    if told is not None and is_completed(claims, report_days, stays=stays):
        return Counted(State.COMPLETED, told.on, Source.SELF, is_unconfirmed=True)
    if said is None and reported is None:
        return _NOTHING
    if reported is None or (said is not None and told is None and said.at > reported.at):
        return Counted(said.state if said else State.NOT_STARTED, None, Source.SELF)
    return Counted(reported.state, None, Source.REPORT, taken_back_at=reported.at if told else None)


def is_shown(claims: Claims, report_days: int) -> bool | None:
    """Whether a profile is verified (or mapped), which can also be lost: the newest word counts. None: not known.

    What the person said counts until a report that was generated long enough after it, or one that agrees.
    """
    said, reported = claims.said, claims.reported
    if reported is None:
        return None if said is None else said.state is State.COMPLETED
    if said is None or reported.at - said.at >= report_days * _DAY:
        return reported.state is State.COMPLETED
    agrees = reported.state is State.COMPLETED and reported.at >= said.at
    return agrees or said.state is State.COMPLETED


def merge(
    course: str, claims: Claims, source: Source, claim: Claim | None, at: int, report_days: int, *, stays: bool = False
) -> tuple[Claims, Change | None]:
    """Take in what a source says at `at`; None: the person takes back what they said.

    Returns the claims to keep, and the change of what counts, None where nothing changes for the person.
    """
    if source is Source.REPORT:
        new = claims if claim is None else replace(claims, reported=_of_reports(claims.reported, claim))
    else:
        new = replace(claims, said=_newest(claims.said, claim))
    before, after = counted(claims, report_days, stays=stays), counted(new, report_days, stays=stays)
    if before.state is after.state:
        return new, None
    taken = after.taken_back_at is not None and before.state is State.COMPLETED
    return new, Change(course, before.state, after.state, source, at, claim, taken)


def _of_reports(known: Claim | None, claim: Claim) -> Claim:
    """Over all reports of the year: completed wins, then the newer one, of one moment the further one."""
    if known is None:
        return claim
    if known.state is State.COMPLETED or claim.state is State.COMPLETED:
        if known.state is claim.state:
            newer, older = (claim, known) if claim.at >= known.at else (known, claim)
            return replace(newer, on=newer.on or older.on)
        return known if known.state is State.COMPLETED else claim
    return max(known, claim, key=lambda one: (one.at, _RANK[one.state]))


def _newest(known: Claim | None, claim: Claim | None) -> Claim | None:
    return known if known is not None and claim is not None and known.at > claim.at else claim
