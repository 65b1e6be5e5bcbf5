"""What a broadcast would be: the text as each reader sees it, how many get it, how many not and why, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from handlers.audience import Audience
from handlers.cast_text import Fault, faults_of, filled, foreign_links, placeholders_in, units
from handlers.cell_build import told
from handlers.cell_doing import Doing, button
from handlers.cell_draft import Awaits, Draft
from handlers.cell_going import called_cell, written
from handlers.cell_step import CellStep, Count, Counted
from handlers.desk_rights import covers
from handlers.desk_step import Post
from handlers.messages import Choice, Line, Reply, line
from handlers.ticket import Role
from knowledge.catalogue import Language
from knowledge.working_time import IST

_REASONS = ("no_channel", "blocked", "opted_out", "daily_cap")
_HOUR, _MINUTE = 3600, 60


def counting(made: Doing, audience: Audience) -> Count:
    """What must be counted for a preview, or before it is sent."""
    draft = made.draft
    names = dict.fromkeys((*placeholders_in(draft.text_en), *placeholders_in(draft.text_hi)))
    return Count(audience, tuple(names), draft.fingerprint)


def preview(made: Doing) -> CellStep | Count:
    """The draft as it would go out; with the buttons for what comes next."""
    audience, draft = made.audience(), made.draft
    if audience is None or not (draft.text_en or draft.text_hi):
        return made.tell("cast-incomplete")
    counted = made.scene.counted
    if counted is None:
        return counting(made, audience)
    draft = replace(draft, awaits=Awaits.NOTHING)
    goes = tuple(Post(made.scene.address, replace(reply, choices=())) for reply in messages(made, counted))
    summary = made.reply(*summed_up(made, audience, counted), choices=buttons(made, counted))
    audits = (made.audit("preview", f"{draft.audience}: {counted.size} people"),)
    return made.kept(draft, *goes, summary, audits=audits)


def messages(made: Doing, counted: Counted) -> Iterator[Reply]:
    """The texts as their readers see them, with the values of somebody who would get it."""
    for language, text in texts_of(made.draft):
        values = counted.samples.get(language, {})
        yield written(made.catalogue, language, made.scene.member.circle, filled(text, values))


def texts_of(draft: Draft) -> tuple[tuple[Language, str], ...]:
    """The languages that a draft is written in, with its text."""
    given: tuple[tuple[Language, str], ...] = (("en", draft.text_en), ("hi", draft.text_hi))
    return tuple((language, text) for language, text in given if text)


def summed_up(made: Doing, audience: Audience, counted: Counted) -> tuple[Line, ...]:
    """The audience, who does not get it and why, by office, how long it takes, when it goes, what is wrong."""
    reasons = (
        line("cast-part", name=made.catalogue.texts.render(made.language, f"cast-part-{why.replace('_', '-')}"),
             count=counted.fates[why])
        for why in _REASONS if counted.fates.get(why)
    )  # fmt: skip
    nameless = made.catalogue.texts.render(made.language, "cast-office-unknown")
    offices = tuple(line("cast-office", office=name or nameless, count=times) for name, times in counted.offices)
    return (
        *told(made, audience),
        *reasons,
        *((line("cast-offices"), *offices) if offices else ()),
        _duration(made, counted),
        _when(made),
        *(line(fault.key, what=fault.what) for fault in faults(made, counted)),
        *_notes(made, counted),
    )


def faults(made: Doing, counted: Counted) -> list[Fault]:
    """What stands in the way of sending it."""
    found: list[Fault] = []
    for language, text in texts_of(made.draft):
        lead = called_cell(made.catalogue, language, made.scene.member.circle)
        around = units(made.catalogue.texts.render(language, "cast-from", {"desk": lead})) + 2
        found += faults_of(text, counted.longest, around)
    texts = made.catalogue.texts
    for name, times in counted.empties.items():
        if times:
            what = texts.render(made.language, "cast-empty", {"name": f"{{{name}}}", "count": times})
            found.append(Fault("cast-fault-empty", what))
    if not (counted.may_go if made.draft.send_at else counted.goes):
        found.append(Fault("cast-fault-nobody"))
    return list(dict.fromkeys(found))


def hosts(made: Doing) -> tuple[str, ...]:
    """Hosts that the texts link to and that need an administrator's word."""
    rules = made.catalogue.cast
    found = (host for _, text in texts_of(made.draft) for host in foreign_links(text, rules))
    return tuple(dict.fromkeys(found))


def buttons(made: Doing, counted: Counted) -> tuple[Choice, ...]:
    """What can be done with the draft: it can be sent only once it was tested and nothing is wrong."""
    draft = made.draft
    is_good = not faults(made, counted)
    is_tested = draft.tested == draft.texts_mark
    send = (button("send"),) if is_good and is_tested else ()
    missed = (button("missed"),) if counted.size > counted.goes else ()
    test = (button("test"),) if not is_tested else ()
    return (*send, *test, button("when"), button("write"), button("who"), *missed, button("drop"))


def is_administrator(made: Doing) -> bool:
    """Whether whoever acts may agree to links to other hosts."""
    circle = made.scene.member.circle
    return any(one.role is Role.ADMINISTRATOR and covers(one, circle) for one in made.scene.members)


def _notes(made: Doing, counted: Counted) -> Iterator[Line]:
    limits = made.catalogue.cast.limits
    if made.draft.tested != made.draft.texts_mark:
        yield line("cast-note-test")
    if counted.may_go > limits.approve_above:
        yield line("cast-note-second", above=limits.approve_above)
    if found := hosts(made):
        yield line("cast-note-hosts", hosts=", ".join(found))
    if counted.alike:
        yield line("cast-note-alike", number=counted.alike, hours=limits.alike_hours)
    if len(texts_of(made.draft)) == 1:
        yield line("cast-note-one-language")


def _duration(made: Doing, counted: Counted) -> Line:
    seconds = int(counted.goes / max(made.scene.rate, 1.0)) + 1
    if seconds < 2 * _MINUTE:
        return line("cast-takes-seconds", count=seconds)
    if seconds < 2 * _HOUR:
        return line("cast-takes-minutes", count=-(-seconds // _MINUTE))
    return line("cast-takes-hours", count=-(-seconds // _HOUR))


def _when(made: Doing) -> Line:
    if not made.draft.send_at:
        return line("cast-goes-now")
    return line("cast-goes-at", moment=moment_of(made.draft.send_at))


def moment_of(seconds: int) -> str:
    """Seconds since 1970 as a moment in India's time, "12-02-2026 10:00"."""
    return f"{(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(IST):%d-%m-%Y %H:%M}"
