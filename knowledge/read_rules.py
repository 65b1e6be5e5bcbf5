"""Rows about the mandate: documents, courses, training years, support, limits."""

from __future__ import annotations

from knowledge.catalogue import (
    PILLARS,
    RANKS,
    Assessment,
    Course,
    Curriculum,
    Document,
    Order,
    Phase,
    Syllabus,
    TrainingYear,
)
from knowledge.fields import Fields
from knowledge.limits import Limits
from knowledge.read_reminders import read_reminders
from knowledge.support import Cell, Support
from knowledge.thresholds import Thresholds


def read_document(row: Fields) -> Document:
    """One source document and its rank."""
    row.known("id", "title", "rank")
    return Document(row.text("id"), row.bilingual("title"), one_of(row, "rank", RANKS))


def read_course(row: Fields) -> Course:
    """One course."""
    row.known("id", "title", "label", "pillar", "minutes", "variants", "spoken", "sources")
    return Course(
        id=row.text("id"),
        title=row.text("title"),
        label=row.text("label"),
        pillar=one_of(row, "pillar", PILLARS),
        minutes=row.whole_or_none("minutes"),
        variants=row.texts("variants"),
        spoken=row.texts("spoken", ()),
        sources=row.sources(),
    )


def read_year(sheet: Fields) -> TrainingYear:
    """One file of years/: the dates, rules and lists of one APAR reporting year."""
    sheet.known("id", "starts", "ends", "apar_year", "due", "floor_percent", "phases", "assessment", "orders",
                "curricula", "syllabi", "reminders")  # fmt: skip
    phases, assessment = tuple(sheet.by_id("phases", _read_phase).values()), _read_assessment(sheet.row("assessment"))
    due, floor = sheet.row("due"), sheet.row("floor_percent")
    return TrainingYear(
        id=sheet.text("id"),
        starts=sheet.day("starts"),
        ends=sheet.day("ends"),
        apar_year=sheet.text("apar_year"),
        due=due.day("date"),
        floor_percent=floor.whole("value"),
        phases=phases,
        assessment=assessment,
        curricula=sheet.by_id("curricula", _read_curriculum),
        syllabi=sheet.by_id("syllabi", lambda row: Syllabus(row.text("id"), row.texts("courses"), row.sources())),
        reminders=read_reminders(sheet.row("reminders"), phases, assessment.due),
        orders=tuple(_read_order(row) for row in sheet.rows("orders")),
        sources=due.sources() + floor.sources(),
    )


def _read_order(row: Fields) -> Order:
    return Order(row.text("document"), row.text("number"), row.day("date"))


def _read_phase(row: Fields) -> Phase:
    return Phase(row.text("id"), row.whole("courses"), row.day("due"), row.sources())


def _read_curriculum(row: Fields) -> Curriculum:
    return Curriculum(row.text("id"), row.texts("courses"), row.flag("pillars"), row.sources())


def _read_assessment(row: Fields) -> Assessment:
    return Assessment(
        due=row.day("due"),
        questions=row.whole("questions"),
        minutes=row.whole("minutes"),
        pass_percent=row.whole("pass_percent"),
        safe_right=row.whole("safe_right"),
        attempts=row.whole("attempts"),
        negative_marking=row.flag("negative_marking"),
        prerequisites=row.whole("prerequisites"),
        sources=row.sources(),
    )


def read_support(sheet: Fields) -> Support:
    """The support ladder and the portal's address."""
    sheet.known("cells", "division", "platform", "portal")
    cells: dict[str, Cell] = {}
    for row in sheet.rows("cells", required=False):
        row.known("circle", "contact", "hours", "holidays")
        circle = row.text("circle")
        if circle in cells:
            row.fault("circle", f"{circle} is there twice")
        cells[circle] = Cell(row.text("contact"), row.text("hours", ""), row.days("holidays"))
    division, platform, portal = sheet.row("division"), sheet.row("platform"), sheet.row("portal")
    return Support(cells, division.text("email"), platform.text("email"), portal.text("address"))


_LINKING = ("link_tries_an_hour", "link_tries_a_day", "link_tries_of_one", "link_code_hours", "link_named")


def read_limits(sheet: Fields) -> Limits:
    """The strictest channel's limits, and how far and how long a walk goes."""
    sheet.known("label_characters", "choices", "text_characters", "walk_steps", "walk_pause_days", "walk_kept_days",
                "unclear", *_LINKING)  # fmt: skip
    return Limits(
        label_characters=sheet.whole("label_characters"),
        choices=sheet.whole("choices"),
        text_characters=sheet.whole("text_characters"),
        walk_steps=sheet.whole("walk_steps"),
        walk_pause_days=sheet.whole("walk_pause_days"),
        walk_kept_days=sheet.whole("walk_kept_days"),
        unclear=sheet.whole("unclear"),
        **{name: sheet.whole(name) for name in _LINKING},
    )


def read_thresholds(sheet: Fields) -> Thresholds:
    """The understanding's thresholds; a factor below 1 would decline what is likelier than anything else."""
    sheet.known("answer", "margin", "clarify", "leading", "post", "phrases")
    leading = sheet.number("leading")
    if leading < 1:
        sheet.fault("leading", "must be 1 or more")
    return Thresholds(
        answer=sheet.share("answer"),
        margin=sheet.share("margin"),
        clarify=sheet.share("clarify"),
        leading=leading,
        post=sheet.share("post"),
        phrases=sheet.share("phrases"),
    )


def one_of(row: Fields, name: str, allowed: tuple[str, ...]) -> str:
    """Return the field's text; anything but the allowed values is a problem."""
    value = row.text(name)
    if value and value not in allowed:
        row.fault(name, f"{value} is not one of {', '.join(allowed)}")
    return value
