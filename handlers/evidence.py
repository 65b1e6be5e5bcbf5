"""The questions before a hand-over, one at a time: what a helper would ask first. Any may be skipped."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.desk_step import NewEntry
from handlers.messages import Choice, Inbound, line
from handlers.session import Awaiting
from handlers.step import Decision, Step
from handlers.talk import Talk
from handlers.ticket import By, Media, MediaKind

#: Opens the ticket: the talk, the answers by question, the attachments.
Open = Callable[[Talk, tuple[tuple[str, str], ...], tuple[NewEntry, ...]], Step]

#: The most of one answer that is kept, in characters.
_MOST = 500
#: An attachment among the answers.
_MEDIA = "\x1f"


def ask_next(talk: Talk, open_: Open, decision: Decision | None = None) -> Step:
    """Ask the next question; after the last one open the ticket."""
    asks = tuple(id_ for id_ in talk.session.asks if id_ in talk.catalogue.evidence)
    talk = talk.at(replace(talk.session, asks=asks))
    if not asks:
        return open_(talk, *_told(talk))
    question = talk.catalogue.evidence[asks[0]]
    is_first = not talk.session.evidence
    known = tuple(Choice(line(label), Verb.EVIDENCE, f"say.{at}") for at, label in enumerate(question.choices))
    more = (Choice(line("button-skip"), Verb.EVIDENCE, "skip"), Choice(line("button-not-now"), Verb.EVIDENCE, "stop"))
    lead = (line("evidence-lead", count=len(asks)),) if is_first else ()
    reply = talk.reply(*lead, line(question.text), choices=(*known, *more))
    step = talk.end(reply, awaiting=Awaiting.EVIDENCE, decision=decision)
    return replace(step, session=replace(step.session, asks=asks, evidence=talk.session.evidence))


def answer_choice(talk: Talk, argument: str, open_: Open) -> Step:
    """A tapped answer: say.<place> | skip | stop."""
    if talk.session.awaiting is not Awaiting.EVIDENCE or not talk.session.asks:
        return stopped(talk)
    what, _, at = argument.partition(".")
    if what == "stop":
        return stopped(talk)
    if what == "skip":
        return _go_on(talk, "", open_)
    question = talk.catalogue.evidence.get(talk.session.asks[0])
    place = int(at) if at.isdecimal() else -1
    if question is None or not 0 <= place < len(question.choices):
        return ask_next(talk, open_)
    return _go_on(talk, talk.catalogue.texts.render(talk.language, question.choices[place]), open_)


def answer_words(talk: Talk, inbound: Inbound, open_: Open) -> Step:
    """A typed answer, or a picture."""
    if inbound.media is not None:
        media = inbound.media
        told = _MEDIA.join((media.kind.value, media.ref, media.name, inbound.message, inbound.caption[:_MOST]))
        return _go_on(talk, _MEDIA + told, open_)
    return _go_on(talk, inbound.text.strip()[:_MOST], open_)


def stopped(talk: Talk) -> Step:
    """Not now: nothing was opened."""
    session = replace(talk.session, asks=(), evidence=())
    fresh = talk.at(session)
    return fresh.end(fresh.reply(line("evidence-stopped"), choices=(talk.menu_choice(),)))


def _go_on(talk: Talk, answer: str, open_: Open) -> Step:
    asked, *left = talk.session.asks
    evidence = (*talk.session.evidence, asked, answer)
    return ask_next(talk.at(replace(talk.session, asks=tuple(left), evidence=evidence)), open_)


def _told(talk: Talk) -> tuple[tuple[tuple[str, str], ...], tuple[NewEntry, ...]]:
    """The answers given, and the attachments among them as entries."""
    given = talk.session.evidence
    pairs = [(id_, answer) for id_, answer in zip(given[::2], given[1::2], strict=False) if answer]
    media = [_entry(answer) for _, answer in pairs if answer.startswith(_MEDIA)]
    return tuple(pair for pair in pairs if not pair[1].startswith(_MEDIA)), tuple(one for one in media if one)


def _entry(answer: str) -> NewEntry | None:
    parts = answer[1:].split(_MEDIA)
    kind = next((kind for kind in MediaKind if kind == parts[0]), None)
    if kind is None or len(parts) != 5:
        return None
    return NewEntry(0, By.PERSON, parts[4], Media(kind, parts[1], parts[2]), parts[3])
