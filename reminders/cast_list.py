"""Lists of a broadcast as tables: who would not get it, and what became of everybody in its audience."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from knowledge.working_time import IST
from reminders.report_table import Cell, Exported, Table, exported_table
from reminders.report_words import Words

_COLUMNS = ("name", "mobile", "employee", "circle", "division", "office", "designation", "fate", "reason", "moment")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Recipient(Struct, frozen=True):
    """One line of a list: who it is, where, and what became of them (of a preview: why it does not reach them).

    `designation`: the catalogue's id; `at`: seconds since 1970, 0 where nothing came of it yet. `name` and `mobile` as
    the cell's reports have them, "" where they do not.
    """

    person: int
    employee_id: str
    designation: str
    circle: str
    division: str
    office: str
    state: str
    reason: str
    at: int
    name: str = ""
    mobile: str = ""


def listed_table(listed: Iterable[Recipient], words: Words, exported: Exported) -> Table:
    """One row a person, in the order given."""

    def rows() -> Iterator[tuple[Cell, ...]]:
        for one in listed:
            known = words.catalogue.designations.get(one.designation)
            post = known.name.said_in(words.language) if known else one.designation
            place = words.place(one.circle) if one.circle else ""
            when = f"{(_EPOCH + timedelta(seconds=one.at)).astimezone(IST):%Y-%m-%d %H:%M}" if one.at else ""
            who = (one.name, one.mobile, one.employee_id, place, one.division, one.office, post)
            yield *who, _fate(one.state, words), _reason(one, words), when

    return exported_table("broadcast", _COLUMNS, rows(), words, exported)


def _fate(state: str, words: Words) -> str:
    part = "waiting" if state == "queued" else state.replace("_", "-")
    return words.said(f"cast-part-{part}")


def _reason(one: Recipient, words: Words) -> str:
    """Why somebody was dropped, in words; what a platform answered as it came."""
    key = f"cast-dropped-{one.reason.replace('_', '-')}"
    return words.said(key) if one.state == "dropped" and key in words.catalogue.texts else one.reason
