"""The lists that a report brings as tables: who needs a call, and the questions that nobody has turned into content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from handlers.effects import KeepForReview
from knowledge.catalogue import Catalogue
from reminders.figures import Span
from reminders.report_table import Cell, Exported, Table, exported_table
from reminders.report_words import Words


class Call(Struct, frozen=True):
    """Somebody who is behind and cannot be written to. `unmet`: a mask as in `knowledge.schedule`.

    `why`: no_channel, blocked or opted_out, as reminders have it. `designation`: the catalogue's id, "" where the
    reports leave it open; `written`: as they write it. `name`, `mobile`: the reports', "" where there is none.
    """

    employee: str
    circle: str
    division: str
    office: str
    written: str
    designation: str
    unmet: int
    why: str
    name: str = ""
    mobile: str = ""


class Asked(Struct, frozen=True):
    """A text kept for review, how often it was written, the last time on this day."""

    kept: KeepForReview
    times: int
    last: date


def calls_table(calls: Iterable[Call], span: Span, words: Words, exported: Exported) -> Table:
    """One row a person: where they work, why no message reaches them, what is over or near and not met."""
    near = [(1 << place, words.milestone_by(span, one)) for place, one in enumerate(span.year.reminders.milestones)]

    def rows() -> Iterator[tuple[Cell, ...]]:
        for one in calls:
            unmet = ", ".join(name for bit, name in near if one.unmet & bit & span.near)
            why = words.said(f"report-why-{one.why}")
            post = _designation(words.catalogue, one, words)
            yield (
                one.name,
                one.mobile,
                one.employee,
                words.place(one.circle),
                one.division,
                one.office,
                post,
                unmet,
                why,
            )

    columns = ("name", "mobile", "employee", "circle", "division", "office", "designation", "unmet", "why")
    return exported_table("calls", columns, rows(), words, exported)


def questions_table(asked: Iterable[Asked], words: Words, exported: Exported) -> Table:
    """One row a question, as it was kept (redacted), with the file that a phrase for it goes into."""

    def rows() -> Iterator[tuple[Cell, ...]]:
        for one in asked:
            kept = one.kept
            topic = kept.topic or (kept.alternatives[0] if kept.alternatives else "")
            file = f"phrases/{kept.language}/{topic}.txt" if topic in words.catalogue.topics else ""
            why = words.said(f"report-kept-{kept.why}")
            meant = ", ".join(kept.alternatives)
            yield one.times, kept.text, kept.language, why, kept.topic, meant, file, one.last.isoformat()

    columns = ("times", "text", "language", "kept", "topic", "meant", "file", "day")
    return exported_table("questions", columns, rows(), words, exported)


def _designation(catalogue: Catalogue, call: Call, words: Words) -> str:
    known = catalogue.designations.get(call.designation)
    return known.name.said_in(words.language) if known else call.written or words.said("report-unknown")
