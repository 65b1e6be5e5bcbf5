"""What a staged file would change: how many people and rows of each kind, samples, and what has to be asked first."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from bot.box import Keys
from bot.imports.deciding import covered
from bot.imports.staging import Staging
from bot.store import import_statements as sql
from bot.store import stage_statements as stage_sql
from handlers.import_guard import Asked, CircleCount, questions
from handlers.import_preview import Preview, Sample
from handlers.report_row import Kind

_SAMPLES = 5


def preview(db: sqlite3.Connection, keys: Keys, staging: Staging, file_hash: str, share: int) -> Preview:
    """Compare what is staged with the store; `share`: percent that may go missing without being asked."""
    upload = staging.upload
    for statement in (stage_sql.PEOPLE, stage_sql.CHANGED_PEOPLE, stage_sql.CHANGED_FACTS, stage_sql.CHANGED_PLANS,
                      stage_sql.MOVED_PEOPLE):  # fmt: skip
        db.execute(statement)
    people = dict(db.execute(stage_sql.CLASSES).fetchall())
    circles = dict(db.execute(stage_sql.CIRCLES).fetchall())
    same = db.execute(sql.SAME_FILE, (file_hash, upload.circle)).fetchone()
    reported_at = staging.newest or (same[2] if same else upload.moment)
    counted = [_circle(db, upload.kind, circle, times, same and same[0]) for circle, times in circles.items()]
    newest_in = [one.circle for one in counted if one.newest_before <= reported_at]
    asked = Asked(
        upload.circle, reported_at, counted, staging.problems.counts.get("other-circle", 0), staging.taken,
        is_same_file=same is not None, missing_percent=share,
    )  # fmt: skip
    missing = {one.circle: one.missing for one in counted if one.circle in newest_in}
    return Preview(
        kind=upload.kind,
        circle=upload.circle,
        file_hash=file_hash,
        reported_at=reported_at,
        rows=staging.taken + sum(staging.problems.counts.values()),
        people=people,
        missing=sum(missing.values()),
        problems=dict(staging.problems.counts),
        circles=circles,
        newest_in=newest_in,
        samples=_samples(db, keys, people, missing, upload.kind),
        unmatched=[(title.removeprefix("="), times) for title, times in db.execute(stage_sql.UNMATCHED)],
        shared_mobiles=int(db.execute(stage_sql.SHARED_MOBILES).fetchone()[0]),
        questions=questions(asked),
        is_same_file=same is not None,
    )


def _circle(db: sqlite3.Connection, kind: Kind, circle: str, people: int, same: int | None) -> CircleCount:
    was_there = int(db.execute(stage_sql.WAS_THERE, (kind, circle)).fetchone()[0])
    missing = int(db.execute(stage_sql.MISSING, (kind, circle)).fetchone()[0]) if was_there else 0
    newest = int(db.execute(sql.NEWEST, (kind, circle, same)).fetchone()[0])
    return CircleCount(circle, people, was_there, missing, newest)


def _samples(
    db: sqlite3.Connection, keys: Keys, people: Mapping[str, int], missing: Mapping[str, int], kind: Kind
) -> dict[str, list[Sample]]:
    found: dict[str, list[int]] = {}
    for name in people:
        found[name] = [row[0] for row in db.execute(stage_sql.SOME_OF_CLASS, (name, _SAMPLES))]
    gone = (circle for circle, times in missing.items() if times)
    found["missing"] = [
        row[0] for circle in gone for row in db.execute(stage_sql.SOME_MISSING, (kind, circle, _SAMPLES))
    ]
    return {name: [_sample(db, keys, one) for one in some[:_SAMPLES]] for name, some in found.items() if some}


def _sample(db: sqlite3.Connection, keys: Keys, person: int) -> Sample:
    statement = stage_sql.AS_SAID if person < 0 else stage_sql.AS_KNOWN
    return covered(keys, db.execute(statement, (person,)).fetchone())
