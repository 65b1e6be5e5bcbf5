"""What is stored of a person and from where, and its erasure after a confirmation."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.courses import Body
from handlers.effects import ForgetPerson
from handlers.messages import Choice, Line, line
from handlers.session import Awaiting, Person, Session
from handlers.step import Step
from handlers.talk import Talk


def privacy_body(talk: Talk) -> Body:
    """List what the person told; deliveries and message numbers are named as kinds."""
    person, language = talk.person, talk.language
    items = []
    if person.language:
        items.append(talk.line("privacy-item-language", value=_language_name(talk, person.language)))
    designation = talk.catalogue.designations.get(person.designation or "")
    if designation:
        items.append(talk.line("privacy-item-designation", value=designation.name.said_in(language)))
    said = talk.spoken_of.designation
    if said and said != designation:
        items.append(talk.line("privacy-item-talk", value=said.name.said_in(language)))
    place = talk.catalogue.places.get(person.circle or "")
    if place:
        items.append(talk.line("privacy-item-circle", value=place.name.said_in(language)))
    if not (designation or said or place):
        items.append(talk.line("privacy-none"))
    tail = (
        talk.line("privacy-item-progress"),
        *((line("privacy-item-linked"),) if talk.facts is not None and talk.facts.is_listed else ()),
        talk.line("privacy-item-messages"),
        talk.line("privacy-item-said"),
        *_request(talk),
        talk.line("privacy-item-attempts"),
        talk.line("privacy-item-review"),
        talk.line("privacy-how-delete"),
    )
    return Body((talk.line("privacy-lead"), *items, *tail))


def _request(talk: Talk) -> tuple[Line, ...]:
    """The person's request to the helpdesk, and how long it is kept."""
    ticket, limits = talk.standing.ticket, talk.catalogue.desk.limits
    if ticket is None:
        return ()
    return (line("privacy-item-request", number=ticket.id, kept=limits.kept_days, attachments=limits.attachment_days),)


def ask_deletion(talk: Talk) -> Step:
    """Ask before anything is erased."""
    choices = (
        Choice(line("button-delete-yes"), Verb.DELETE, "yes"),
        Choice(line("button-delete-no"), Verb.DELETE, "no"),
    )
    return talk.end(talk.reply(talk.line("delete-confirm"), choices=choices), awaiting=Awaiting.DELETE)


def delete(talk: Talk, is_confirmed: bool) -> Step:
    """Erase after a yes; the talk starts anew, in the same language, where its button or the next message begins it."""
    if not is_confirmed:
        return talk.end(talk.reply(line("delete-kept"), choices=(talk.menu_choice(),)))
    opted_out = talk.person.messages_off
    fresh = Talk(Person(), Session(step=talk.session.step), talk.library, talk.now, talk.language)
    key = "delete-done-opt-out" if opted_out else "delete-done"
    begin = Choice(line("button-begin"), Verb.PROFILE, "language")
    reply = fresh.reply(line(key), choices=(begin,), clears=True)
    step = fresh.end(reply, effects=(ForgetPerson(keep_opt_out=opted_out),))
    return replace(step, session=replace(step.session, is_greeted=False))


def _language_name(talk: Talk, language: str) -> str:
    return talk.catalogue.texts.render(talk.language, f"language-{language}")
