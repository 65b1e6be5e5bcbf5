"""What a step wants changed beside its session; the store applies all of it in the step's own transaction."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.session import Person


@dataclass(frozen=True, slots=True)
class SaveProfile:
    """Keep what the person told, as a whole."""

    person: Person


@dataclass(frozen=True, slots=True)
class ForgetPerson:
    """Erase everything the person told or wrote; `keep_opt_out`: remember, as a keyed hash, not to write unasked."""

    keep_opt_out: bool


@dataclass(frozen=True, slots=True)
class MarkReachable:
    """Record whether the person can be written to at this address."""

    is_reachable: bool


Effect = SaveProfile | ForgetPerson | MarkReachable
