"""Where the circles stand, read from the tables; each function a few statements on one connection."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from typing import Any

from bot.box import Keys
from bot.store import report_statements as sql
from bot.store.boxed import opened
from bot.store.database import rows_of
from bot.store.rows import ForReview
from handlers.effects import KeepForReview
from knowledge.json_text import from_json
from knowledge.working_time import IST
from reminders.figures import Count, Counted, Figures, Kind, Questions, Span, Tickets, Week
from reminders.report_lists import Call, Topic
from reminders.troubles import Trouble

_WEEK = timedelta(days=7)


def read_figures(db: sqlite3.Connection, span: Span, content: str) -> Figures:
    """Return all that a report shows; `content`: what standings have to be found with."""
    is_of_circle, values = span.circle is not None, _values(span)
    counted = sql.counted(len(span.year.reminders.milestones), is_of_circle=is_of_circle)
    rows = _rows(db, counted, values)
    newest = max((row[10] for row in rows), default=0)
    came, were_new = db.execute(sql.CAME[is_of_circle], values).fetchone()
    tickets = {circle: Tickets(*counts) for circle, *counts in _rows(db, sql.TICKETS[is_of_circle], values)}
    return Figures(
        span,
        rows=tuple(map(_counted, rows)),
        tickets=tickets,
        questions=Questions(**_rows(db, sql.QUESTIONS, values)),
        weeks=tuple(map(_week, _rows(db, sql.WEEKS[is_of_circle], values))),
        came=came,
        were_new=were_new,
        reported_at=newest,
        others=db.execute(sql.OTHERS[is_of_circle], values).fetchone()[0],
        unfound=db.execute(sql.UNFOUND[is_of_circle], {**values, "content": content}).fetchone()[0],
    )


def read_calls(db: sqlite3.Connection, span: Span, keys: Keys) -> list[Call]:
    """Return who is behind and cannot be written to, by office."""
    rows = _rows(db, sql.CALLS_OF[span.circle is not None], _values(span))
    return [
        Call(employee, circle, division, office, written, designation or "", unmet, why, opened(keys, "name", name),
             opened(keys, "mobile", mobile))
        for employee, circle, division, office, written, designation, unmet, why, name, mobile in rows
    ]  # fmt: skip


def read_topics(db: sqlite3.Connection, circle: str) -> list[Topic]:
    """Return of which topics questions of a circle were not answered, those most often first."""
    return [
        Topic(topic, why, times, date.fromisoformat(week))
        for topic, why, times, week in rows_of(db, sql.UNANSWERED_OF, circle)
    ]


def read_unanswered(db: sqlite3.Connection) -> list[ForReview]:
    """Return the texts that nobody has decided on, those written most often first."""
    return [for_review(row) for row in rows_of(db, sql.UNANSWERED)]


def read_steps(db: sqlite3.Connection, monday: date) -> list[Trouble]:
    """Return what happened at the steps of the guided walks in the week before this one began, and the one before."""
    days = {"until": monday, "lately": monday - _WEEK, "before": monday - 2 * _WEEK}
    return [Trouble(*row) for row in _rows(db, sql.STEPS, {name: _utc(day) for name, day in days.items()})]


def for_review(row: list[Any]) -> ForReview:
    """Read the array that `statements.UNDECIDED` makes."""
    id_, text, why, topic, alternatives, confidence, language, kept_at, times = row
    kept = KeepForReview(text, why, topic, tuple(alternatives), confidence, language)
    return ForReview(id_, kept, kept_at, times)


def week_values(week: Week) -> tuple[Any, ...]:
    """A week's part for `report_statements.KEEP_WEEKS`."""
    count = week.count
    return (week.circle, week.kind, week.part, count.employees, count.mandated, count.linked, count.verified,
            count.reminded, count.met)  # fmt: skip


def _values(span: Span) -> dict[str, Any]:
    lately = span.now.astimezone(IST).date() - _WEEK
    return {
        "year": span.year.id,
        "circle": span.circle,
        "near": span.near,
        "lately": _utc(lately + timedelta(days=1)),
        "began": _utc(span.year.starts),
    }


def _utc(day: date) -> int:
    """A day as what is counted by day has it: its beginning by UTC, in seconds since 1970."""
    return (day.toordinal() - date(1970, 1, 1).toordinal()) * 86_400


def _rows(db: sqlite3.Connection, statement: str, values: dict[str, Any]) -> Any:
    """What a statement with named values gives as one JSON text."""
    return from_json(db.execute(statement, values).fetchone()[0])


def _counted(row: list[Any]) -> Counted:
    circle, division, group, curriculum, employees, mandated, linked, verified, calls, reminded, _, met = row
    count = Count(employees, mandated, linked, verified, tuple(met), calls, reminded)
    return Counted(circle, division, group, curriculum, count)


def _week(row: list[Any]) -> Week:
    monday, circle, kind, part, employees, mandated, linked, verified, reminded, met = row
    count = Count(employees, mandated, linked, verified, tuple(met), reminded=reminded)
    return Week(date.fromisoformat(monday), circle, Kind(kind), part, count)
