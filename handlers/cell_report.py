"""`/report` in a staff member's private chat: two pictures, and buttons for tables and lists.

What is in them is made when they are sent, from the figures of that moment (`handlers.made`).
"""

from __future__ import annotations

from datetime import datetime

from handlers.actions import Verb
from handlers.desk_action import argument_of, language_of, seen, tell
from handlers.desk_scene import Scene
from handlers.desk_step import DeskStep, Post
from handlers.made import ALL, Made, Wanted, media_of
from handlers.messages import Choice, Inbound, Kind, Line, Reply, line
from handlers.report_rights import reporter_for, reporters
from handlers.talk import written_date
from handlers.ticket import Member
from knowledge.catalogue import Bilingual, Catalogue, Language
from knowledge.training_year import year_on

#: What begins the argument of its buttons: "report.xlsx.delhi".
REPORT = "report"
#: What a button asks for.
_ASKED = {
    "png": Made.REPORT, "xlsx": Made.XLSX, "csv": Made.CSV, "calls": Made.CALLS, "questions": Made.QUESTIONS,
}  # fmt: skip
_LEADS = {Made.CALLS: "report-lead-calls", Made.QUESTIONS: "report-lead-topics"}


def is_command(inbound: Inbound) -> bool:
    """Whether it is the command, with or without the name of a circle."""
    return inbound.kind is Kind.TEXT and inbound.text.strip().partition(" ")[0].split("@")[0].casefold() == "/report"


def is_tap(inbound: Inbound) -> bool:
    """Whether a button of a report was tapped."""
    return argument_of(inbound).partition(".")[0] == REPORT


def report(scene: Scene, inbound: Inbound, catalogue: Catalogue, now: datetime) -> DeskStep | None:
    """Answer the command or a button; None for whoever has no such role, so that nothing tells that it exists."""
    roles = () if inbound.in_group else reporters(scene.members)
    if not roles:
        return DeskStep(posts=(tell(scene, inbound, line("desk-gone")),)) if is_tap(inbound) else None
    if is_tap(inbound):
        _, what, of = (*argument_of(inbound).split("."), "", "")[:3]
        asked = _ASKED.get(what)
        if asked is None or (of != ALL and of not in catalogue.places):
            return DeskStep(posts=(tell(scene, inbound, line("report-gone")),))
    else:
        asked, of = Made.REPORT, _named(inbound, roles[0], catalogue)
        if not of:
            return DeskStep(posts=(tell(scene, inbound, line("report-no-place")),))
    member = reporter_for(roles, None if of == ALL else of)
    if member is None:
        said = line("report-not-yours", place=_place(catalogue, language_of(scene), roles[0].circle))
        return DeskStep(posts=(tell(scene, inbound, said),))
    posts = _pictures if asked is Made.REPORT else _file
    return DeskStep(posts=(*posts(scene, catalogue, now, member, asked, of), *seen(scene, inbound)))


def choices(of: str, *, has_picture: bool = True) -> tuple[Choice, ...]:
    """The buttons of a report, which may have its picture already."""
    names = [name for name in _ASKED if name != "png" or not has_picture]
    return tuple(Choice(line(f"button-report-{name}"), Verb.DESK, f"{REPORT}.{name}.{of}") for name in names)


def title(catalogue: Catalogue, language: Language, of: str) -> str:
    """What a report of a circle, or of `ALL`, is called."""
    name = _place(catalogue, language, of)
    return catalogue.texts.render(language, "report-title", {"place": ALL if of == ALL else "one", "name": name})


def file_name(what: Made, of: str, by: str, now: datetime) -> str:
    """Of an export: what, whose, when, by whom ("member:7")."""
    return f"igot-{what.value}-{of}-{now:%Y-%m-%d}-{by.replace(':', '-').replace(' ', '-')}"


def _pictures(
    scene: Scene, catalogue: Catalogue, now: datetime, member: Member, _: Made, of: str
) -> tuple[Post, ...]:  # fmt: skip
    """The whole, then its parts with the buttons."""
    language = language_of(scene)
    year = year_on(catalogue.years, now.date()).year
    lead = line("report-lead", title=title(catalogue, language, of), year=year.id,
                date=written_date(catalogue, language, now.date()), time=f"{now:%H:%M}")  # fmt: skip
    more = (line("report-lead-parts"), *((line("report-choose"),) if of == ALL else ()))
    said: tuple[tuple[Made, tuple[Line, ...], tuple[Choice, ...]], ...] = (
        (Made.REPORT, (lead,), ()),
        (Made.PARTS, more, choices(of)),
    )
    return tuple(
        Post(scene.address, Reply(language, lines, buttons, media=media_of(
            Wanted(what, year.id, language, of), file_name(what, of, f"member:{member.id}", now))))
        for what, lines, buttons in said
    )  # fmt: skip


def _file(scene: Scene, catalogue: Catalogue, now: datetime, member: Member, what: Made, of: str) -> tuple[Post, ...]:
    language = language_of(scene)
    year = year_on(catalogue.years, now.date()).year
    if what is Made.QUESTIONS and of == ALL:
        lead = line("report-lead-questions")
    else:
        lead = line(_LEADS.get(what, "report-lead-table"), title=title(catalogue, language, of))
    name = file_name(what, of, f"member:{member.id}", now)
    media = media_of(Wanted(what, year.id, language, of), name)
    return (Post(scene.address, Reply(language, (lead,), media=media)),)


def _named(inbound: Inbound, member: Member, catalogue: Catalogue) -> str:
    """The circle that the command names, by any of its names; without one the member's own; "": there is none such."""
    asked = _plain(inbound.text.strip().partition(" ")[2])
    if not asked:
        return member.circle or ALL
    found = (
        place.id
        for place in catalogue.places.values()
        if asked in map(_plain, (place.id, *_both(place.name), *_both(place.label), *place.variants))
    )
    return next(found, "")


def _both(name: Bilingual) -> tuple[str, str]:
    return name.en, name.hi


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _place(catalogue: Catalogue, language: Language, of: str | None) -> str:
    place = catalogue.places.get(of or "")
    return place.name.said_in(language) if place else catalogue.texts.render(language, "report-all")
