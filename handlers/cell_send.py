"""A draft's way out: its texts, a test to oneself, when it goes, and the confirmation that freezes who gets it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.audience import Audience
from handlers.cast_text import PLACEHOLDERS
from handlers.cell_build import told
from handlers.cell_cast import Cast, Needs, Stage
from handlers.cell_doing import Doing, button
from handlers.cell_draft import Awaits, Draft
from handlers.cell_preview import counting, faults, hosts, is_administrator, messages, moment_of, preview
from handlers.cell_rights import may_agree
from handlers.cell_step import NEW_NUMBER, CellStep, Count, Counted, FileWanted
from handlers.desk_step import DeskStep, Post
from handlers.messages import Choice, Reply, line
from knowledge.working_time import IST

_DATE = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-./](\d{1,2})[-./](\d{4}))\s+(\d{1,2}):(\d{2})")
#: Nothing is planned further ahead.
_FARTHEST = timedelta(days=60)


def ask_text(made: Doing, language: str = "en") -> CellStep:
    """Ask for the text in a language; one of both may be left out."""
    awaits = Awaits.HINDI if language == "hi" else Awaits.ENGLISH
    names = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    draft = replace(made.draft, awaits=awaits)
    return made.kept(
        draft, made.reply(line(f"cast-ask-text-{language}", names=names), choices=(button("skip"), button("drop")))
    )


def hear_text(made: Doing, text: str) -> CellStep | Count:
    """Keep the text, then ask for the other language's, or show it all."""
    if made.draft.awaits is Awaits.HINDI:
        return preview(made.with_draft(replace(made.draft, text_hi=text, awaits=Awaits.NOTHING)))
    return ask_text(made.with_draft(replace(made.draft, text_en=text)), "hi")


def skip_text(made: Doing) -> CellStep | Count:
    """Without a text in the language that is asked for."""
    if made.draft.awaits is Awaits.ENGLISH:
        return ask_text(made.with_draft(replace(made.draft, text_en="")), "hi")
    draft = replace(made.draft, text_hi="", awaits=Awaits.NOTHING)
    return preview(made.with_draft(draft)) if draft.text_en else ask_text(made.with_draft(draft))


def test(made: Doing) -> CellStep | Count:
    """Send the texts to whoever writes them, as their readers get them: only then it can be sent to others."""
    audience = made.audience()
    if audience is None or not (made.draft.text_en or made.draft.text_hi):
        return made.tell("cast-incomplete")
    counted = made.scene.counted
    if counted is None:
        return counting(made, audience)
    wrong = [fault for fault in faults(made, counted) if fault.key in ("cast-fault-placeholder", "cast-fault-length")]
    if wrong:
        return preview(made)
    draft = replace(made.draft, tested=made.draft.texts_mark, awaits=Awaits.NOTHING)
    tests = tuple(Post(made.scene.address, reply) for reply in messages(made, counted))
    ready = not faults(made, counted)
    choices = ((button("send"),) if ready else ()) + (button("preview"), button("drop"))
    said = made.reply(line("cast-tested" if ready else "cast-tested-not-ready"), choices=choices)
    return made.kept(draft, *tests, said, audits=(made.audit("test", f"{len(tests)} messages to oneself"),))


def ask_when(made: Doing) -> CellStep:
    """At once or at a time."""
    draft = replace(made.draft, awaits=Awaits.TIME)
    moment = f"{(made.now + timedelta(days=1)).astimezone(IST):%d-%m-%Y} 10:00"
    choices = tuple(
        Choice(line(f"button-cast-at-{one}"), Verb.CAST, f"at.{one}") for one in ("now", "hour", "tomorrow")
    )
    return made.kept(draft, made.reply(line("cast-ask-when", moment=moment), choices=choices))


def set_when(made: Doing, what: str) -> CellStep | Count:
    """One of the times with a button."""
    local = made.now.astimezone(IST)
    tomorrow = (local + timedelta(days=1)).replace(hour=10, minute=0, second=0, microsecond=0)
    times = {"hour": local + timedelta(hours=1), "tomorrow": tomorrow}
    at = int(times[what].timestamp()) if what in times else 0
    return preview(made.with_draft(replace(made.draft, send_at=at, awaits=Awaits.NOTHING)))


def hear_when(made: Doing, text: str) -> CellStep | Count:
    """A time as it is typed, in India's time."""
    at = _typed_time(text)
    if at is None or not timedelta(0) < at - made.now < _FARTHEST:
        moment = f"{(made.now + timedelta(days=1)).astimezone(IST):%d-%m-%Y} 10:00"
        return made.kept(made.draft, made.reply(line("cast-time-unclear", moment=moment)))
    draft = replace(made.draft, send_at=int(at.timestamp()), awaits=Awaits.NOTHING)
    return preview(made.with_draft(draft))


def missed(made: Doing) -> CellStep:
    """The list of those whom it would not reach, to call them."""
    audience = made.audience()
    if audience is None:
        return made.tell("cast-incomplete")
    audits = (made.audit("export", f"who would not get it, {made.draft.audience}: {made.scene.rows or 0} people"),)
    return CellStep(DeskStep(audits=audits), file=FileWanted("not-reached.csv", audience))


def send(made: Doing) -> CellStep | Count:
    """Confirm: who gets it is frozen from here on; or say what is still in the way."""
    draft, audience = made.draft, made.audience()
    if audience is None or draft.tested != draft.texts_mark:
        return preview(made)
    counted = made.scene.counted
    if counted is None:
        return counting(made, audience)
    if faults(made, counted):
        return preview(made)
    if counted.alike and draft.warned != draft.fingerprint:
        hours = made.catalogue.cast.limits.alike_hours
        warned = line("cast-alike", number=counted.alike, hours=hours)
        return made.kept(draft, made.reply(warned, choices=(button("anyway"), button("preview"), button("drop"))))
    named = ", ".join(hosts(made))
    if named and is_administrator(made) and draft.agreed != named:
        asked = line("cast-agree-hosts", hosts=named)
        return made.kept(draft, made.reply(asked, choices=(button("hosts"), button("write"), button("drop"))))
    return _confirmed(made, audience, counted)


def send_anyway(made: Doing) -> CellStep | Count:
    """Though the same went out lately."""
    return send(made.with_draft(replace(made.draft, warned=made.draft.fingerprint)))


def agree_hosts(made: Doing) -> CellStep | Count:
    """An administrator agrees to the links."""
    return send(made.with_draft(replace(made.draft, agreed=", ".join(hosts(made)))))


def _confirmed(made: Doing, audience: Audience, counted: Counted) -> CellStep | Count:
    needs = Needs.NOTHING
    if counted.may_go > made.catalogue.cast.limits.approve_above:
        needs = Needs.SECOND
    if hosts(made) and not is_administrator(made):
        needs = Needs.ADMINISTRATOR
    cast = _cast(made, made.draft, needs)
    asked = [one for one in made.scene.staff if may_agree(one, cast)] if needs else []
    if needs and not asked:
        return made.tell(f"cast-nobody-agrees-{needs.value}")
    said = "cast-confirmed-wait" if needs else "cast-confirmed-at" if cast.send_at else "cast-confirmed"
    when = {"moment": moment_of(cast.send_at)} if said == "cast-confirmed-at" else {}
    posts = [made.reply(line(said, number=NEW_NUMBER, **when))]
    for one in {member.address: member for member in asked if member.address}.values():
        posts += _asking(made, audience, counted, cast, one.address)
    details = f"{made.draft.audience}: {counted.size} people, {counted.goes} reachable"
    audits = (made.audit("confirm", details),)
    return CellStep(DeskStep(posts=tuple(posts), audits=audits), ends=True, confirmed=cast)


def _asking(made: Doing, audience: Audience, counted: Counted, cast: Cast, address: int) -> list[Post]:
    """What somebody reads who is asked to agree: the whole of it, and two buttons."""
    choices = tuple(
        Choice(line(f"button-cast-{what}"), Verb.CAST, f"{what}.{NEW_NUMBER}") for what in ("approve", "refuse")
    )
    language = next((one.language for one in made.scene.staff if one.address == address), made.language)
    theirs = replace(made, scene=replace(made.scene, language=language))
    texts = [Post(address, replace(reply, choices=())) for reply in messages(made, counted)]
    lines = (line(f"cast-please-agree-{cast.needs.value}", number=NEW_NUMBER), *told(theirs, audience))
    return [*texts, Post(address, Reply(language, lines, choices))]


def _cast(made: Doing, draft: Draft, needs: Needs) -> Cast:
    member = made.scene.member
    return Cast(
        id=0,
        member=member.id,
        person=member.person,
        address=made.scene.address,
        circle=member.circle,
        language=made.language,
        year=made.year.id,
        audience=draft.audience,
        text_en=draft.text_en,
        text_hi=draft.text_hi,
        fingerprint=draft.fingerprint,
        stage=Stage.APPROVAL if needs else Stage.PLANNED,
        needs=needs,
        send_at=draft.send_at,
        confirmed_at=made.seconds,
    )


def _typed_time(text: str) -> datetime | None:
    found = _DATE.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    year, month, day, day2, month2, year2, hour, minute = found.groups()
    try:
        return datetime(int(year or year2), int(month or month2), int(day or day2), int(hour), int(minute), tzinfo=IST)
    except ValueError:
        return None
