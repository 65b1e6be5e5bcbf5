"""What a cell reads of a broadcast: how far it is, the certificate, lists of them. With what can be done on buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.cell_cast import PARTS, Cast, Stage, Tally
from handlers.cell_rights import may_agree
from handlers.messages import Choice, Line, Reply, line
from handlers.ticket import Member
from knowledge.catalogue import Catalogue, Language

#: What is always named in a certificate, also where it is 0.
_ALWAYS = frozenset(("sent",))


def how_far(catalogue: Catalogue, cast: Cast, tally: Tally) -> Reply:
    """The message that changes as the broadcast goes on."""
    language = cast.language
    head = line("cast-progress", number=cast.id, stage=said(catalogue, language, f"cast-stage-{cast.stage}"))
    lines = (head, line("cast-size", count=tally.size), *parts(catalogue, language, tally))
    return Reply(language, lines, choices(cast, tally))


def with_agreement(catalogue: Catalogue, members: Sequence[Member], cast: Cast, tally: Tally) -> Reply:
    """The same for any member, in their language; with the two buttons where theirs is the word that is waited for."""
    reply = replace(how_far(catalogue, cast, tally), language=members[0].language)
    if cast.stage is not Stage.APPROVAL or not any(may_agree(one, cast) for one in members):
        return reply
    agree = tuple(Choice(line(f"button-cast-{what}"), Verb.CAST, f"{what}.{cast.id}") for what in ("approve", "refuse"))
    return replace(reply, choices=agree)


def certificate(catalogue: Catalogue, cast: Cast, tally: Tally) -> Reply:
    """What became of everybody, once nothing more goes."""
    language = cast.language
    adds_up = line("cast-adds-up" if tally.adds_up else "cast-does-not-add-up")
    lines = (
        line("cast-certificate", number=cast.id),
        line("cast-size", count=tally.size),
        *parts(catalogue, language, tally),
        adds_up,
    )
    return Reply(language, lines, choices(cast, tally))


def parts(catalogue: Catalogue, language: Language, tally: Tally) -> Iterator[Line]:
    """The parts of the sum, with how many; why people were dropped."""
    for part in PARTS:
        times = tally.times(part)
        if times or part in _ALWAYS:
            name = said(catalogue, language, f"cast-part-{part.replace('_', '-')}")
            yield line("cast-part", name=name, count=times)
    for reason, times in sorted(tally.dropped.items()):
        key = f"cast-dropped-{reason.replace('_', '-')}"
        name = said(catalogue, language, key) if key in catalogue.texts else reason
        yield line("cast-dropped-line", name=name, count=times)


def choices(cast: Cast, tally: Tally) -> tuple[Choice, ...]:
    """What can be done with a broadcast at its stage."""

    def button(what: str) -> Choice:
        return Choice(line(f"button-cast-{what}"), Verb.CAST, f"{what}.{cast.id}")

    if cast.is_closed:
        return (button("list"), *((button("retry"),) if tally.times("failed") else ()))
    by_stage = {
        Stage.APPROVAL: ("edit", "cancel"),
        Stage.PLANNED: ("edit", "cancel"),
        Stage.RUNNING: ("pause", "cancel"),
        Stage.PAUSED: ("resume", "cancel"),
    }
    return tuple(map(button, by_stage.get(cast.stage, ())))


def overview(catalogue: Catalogue, language: Language, casts: Sequence[Cast], stops: Sequence[str]) -> tuple[Line, ...]:
    """The newest broadcasts, one a line, and which kill switches are on."""
    rows = [
        line("cast-row", number=one.id, stage=said(catalogue, language, f"cast-stage-{one.stage}"), count=one.size)
        for one in casts
    ]
    off = [line("cast-stopped", where=place_name(catalogue, language, circle)) for circle in stops]
    return (line("cast-list" if rows else "cast-none"), *rows, *off)


def place_name(catalogue: Catalogue, language: Language, circle: str) -> str:
    """A circle's name; "" is all of them."""
    place = catalogue.places.get(circle)
    return place.name.said_in(language) if place else said(catalogue, language, "cast-everywhere")


def said(catalogue: Catalogue, language: Language, key: str) -> str:
    """A text without parameters."""
    return catalogue.texts.render(language, key)
