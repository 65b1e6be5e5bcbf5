"""The lists that a report brings as tables: who needs a call, and the questions that nobody has turned into content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from handlers.effects import KeepForReview, Why
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


class Topic(Struct, frozen=True):
    """How often a circle's questions of a topic ("": none was recognised) went without help, last in the week from
    this Monday on; `why` as of a text kept for review."""

    topic: str
    why: Why
    times: int
    week: date


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
            is_known = kept.nearest in words.catalogue.topics
            file = f"phrases/{kept.language}/{kept.nearest}.txt" if is_known else ""
            why = words.said(f"report-kept-{kept.why}")
            meant = ", ".join(kept.alternatives)
            yield one.times, kept.text, kept.language, why, kept.topic, meant, file, one.last.isoformat()

    columns = ("times", "text", "language", "kept", "topic", "meant", "file", "day")
    return exported_table("questions", columns, rows(), words, exported)


def topics_table(topics: Iterable[Topic], words: Words, exported: Exported) -> Table:
    """One row a topic and reason: a circle's questions as numbers, without anybody's words."""

    def rows() -> Iterator[tuple[Cell, ...]]:
        for one in topics:
            known = words.catalogue.topics.get(one.topic)
            asked = words.said(f"ask-{known.slug}") if known and not known.decline else ""
            label = words.said(f"topic-{known.slug}") if known else one.topic or words.said("report-no-topic")
            yield one.times, label, asked, one.topic, words.said(f"report-kept-{one.why}"), one.week.isoformat()

    return exported_table("questions", ("times", "about", "asked", "id", "kept", "week"), rows(), words, exported)


def _designation(catalogue: Catalogue, call: Call, words: Words) -> str:
    known = catalogue.designations.get(call.designation)
    return known.name.said_in(words.language) if known else call.written or words.said("report-unknown")
