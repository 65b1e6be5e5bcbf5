"""From the bot to a human and back, as the person sees it: asking for one, waiting, being answered, coming back.

While a helper owns the conversation the bot is silent but for relaying; every reply here says who has it, never facts.
"""

from __future__ import annotations

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.desk_step import NewEntry
from handlers.desk_words import called
from handlers.effects import Effect, KeepEntry, SaveTicket
from handlers.evidence import ask_next
from handlers.messages import Choice, Line, line
from handlers.step import Decision, Step
from handlers.talk import Talk
from handlers.ticket import By, Level, State, Ticket
from handlers.walk_place import UNSOLVED
from knowledge.working_time import is_open, next_opening

_HOUR = 3600


def to_human(talk: Talk, decision: Decision | None = None) -> Step | None:
    """Begin the hand-over: first the questions whose answers a helper needs.

    None where no helper is there for the person: then the contacts are the answer.
    """
    ticket = talk.standing.ticket
    if ticket is not None and ticket.state is State.OPEN:
        return _is_open_already(talk, ticket, decision)
    if not is_staffed(talk):
        return None
    if _opened_lately(talk) >= talk.catalogue.desk.limits.tickets_an_hour:
        return talk.end(talk.reply(line("ticket-too-many"), choices=(talk.menu_choice(),)), decision=decision)
    session = replace(talk.session, asks=_questions(talk), evidence=())
    return ask_next(talk.at(session), opened, decision)


def _questions(talk: Talk) -> tuple[str, ...]:
    """What a helper would ask first: of the flow that was walked last, else what any request needs."""
    walk = talk.session.walk
    flow = talk.catalogue.flows.get(walk.flow) if walk else None
    return flow.evidence if flow and flow.evidence else talk.catalogue.desk.evidence


def is_staffed(talk: Talk) -> bool:
    """Whether somebody of the helpdesk works for the person's circle, or centrally."""
    return bool(_circle(talk) or None in talk.standing.staffed)


def opened(talk: Talk, evidence: tuple[tuple[str, str], ...], kept: tuple[NewEntry, ...]) -> Step:
    """Open the ticket with everything already told; its number is that of this step."""
    now, circle = int(talk.now.timestamp()), _circle(talk)
    ticket = Ticket(
        id=talk.number,
        person=0,
        address=0,
        circle=circle,
        language=talk.language,
        designation=talk.applicant.designation.id if talk.applicant.designation else None,
        topics=topics_of(talk),
        path=path_of(talk),
        evidence=evidence,
        state=State.OPEN,
        level=Level.CIRCLE if circle else Level.CENTRAL,
        opened_at=now,
        queued_at=now,
        person_wrote_at=now,
    )
    said = (NewEntry(ticket.id, By.PERSON, text) for text in talk.session.said)
    entries = (*said, *(replace(one, ticket=ticket.id) for one in kept))
    effects: tuple[Effect, ...] = (SaveTicket(ticket), *(KeepEntry(entry) for entry in entries))
    times = (*talk.session.opened, str(now))[-talk.catalogue.desk.limits.tickets_an_hour :]
    fresh = talk.at(replace(talk.session, asks=(), evidence=(), opened=times, said=()))
    lines = (line("ticket-opened", number=ticket.id, desk=desk_name(talk, circle)), hours_line(talk, circle))
    return fresh.end(talk.reply(*lines, line("ticket-meanwhile"), choices=(talk.menu_choice(),)), effects=effects)


def act(talk: Talk, argument: str) -> Step:
    """What the person does with a ticket: close | reopen | solved | unsolved, with its number."""
    what, _, number = argument.partition(".")
    ticket = talk.standing.ticket
    if ticket is None or str(ticket.id) != number:
        return talk.end(talk.reply(line("ticket-unknown"), choices=(talk.menu_choice(),)))
    if what == "close" and ticket.state is not State.CLOSED:
        return ended(talk, ticket)
    if what == "solved" and ticket.state is State.CLOSED:
        return _rated(talk, ticket)
    if what in ("reopen", "unsolved") and ticket.state is State.CLOSED:
        return reopened(talk, ticket)
    return _is_open_already(talk, ticket, None)


def ended(talk: Talk, ticket: Ticket) -> Step:
    """The person ends it: the conversation is the bot's again, at the step where it was left."""
    closed = replace(ticket, state=State.CLOSED, closed_at=int(talk.now.timestamp()))
    effects = (SaveTicket(closed), KeepEntry(NewEntry(ticket.id, By.SYSTEM, "event-person-closed")))
    lines = (line("ticket-ended", number=ticket.id), line("ticket-solved-ask"))
    return talk.end(talk.reply(*lines, choices=solved_choices(ticket.id)), effects=effects)


def solved_choices(number: int) -> tuple[Choice, ...]:
    """ "Is it solved?", below a closed request."""
    return (
        Choice(line("button-solved"), Verb.TICKET, f"solved.{number}"),
        Choice(line("button-not-solved"), Verb.TICKET, f"unsolved.{number}"),
    )


def reopened(talk: Talk, ticket: Ticket) -> Step:
    """Back into the queue of its circle, without questions; what is written next is added."""
    if not is_staffed(talk):
        return talk.end(talk.reply(line("ticket-unknown"), choices=(talk.topic_choice("support"), talk.menu_choice())))
    now = int(talk.now.timestamp())
    staffed = talk.standing.staffed
    circle = ticket.circle if ticket.circle in staffed else _circle(talk)
    is_central = circle is None or (ticket.level is Level.CENTRAL and None in staffed)
    again = replace(
        ticket,
        circle=circle,
        language=talk.language,
        state=State.OPEN,
        level=Level.CENTRAL if is_central else Level.CIRCLE,
        queued_at=now,
        person_wrote_at=now,
        claimed_by=None,
        closed_at=0,
        solved=None,
        home=0,
        alerts=0,
    )
    said = (KeepEntry(NewEntry(ticket.id, By.PERSON, text)) for text in talk.session.said)
    event = KeepEntry(NewEntry(ticket.id, By.SYSTEM, "event-reopened"))
    effects: tuple[Effect, ...] = (SaveTicket(again), event, *said)
    lines = (line("ticket-reopened", number=ticket.id), hours_line(talk, again.desk))
    fresh = talk.at(replace(talk.session, said=()))
    return fresh.end(talk.reply(*lines, choices=(talk.menu_choice(),)), effects=effects)


def desk_name(talk: Talk, circle: str | None) -> str:
    """Who answers, by role: the circle's helpdesk, or the central one."""
    return called(talk.catalogue, talk.language, circle)


def hours_line(talk: Talk, circle: str | None) -> Line:
    """The desk's working hours; out of hours also when it opens again."""
    calendar = talk.catalogue.desk.calendar(circle)
    hours = {"opens": f"{calendar.opens:%H:%M}", "closes": f"{calendar.closes:%H:%M}"}
    if is_open(calendar, talk.now):
        return line("ticket-hours-open", **hours)
    opening = next_opening(calendar, talk.now)
    if opening is None:
        return line("ticket-hours-open", **hours)
    return line("ticket-hours-closed", date=talk.date(opening.date()), **hours)


def topics_of(talk: Talk) -> tuple[str, ...]:
    """What it is about: the topics shown last, newest first."""
    walk, topics = talk.session.walk, talk.catalogue.topics
    walked = list(talk.catalogue.flows[walk.flow].topics) if walk and walk.flow in talk.catalogue.flows else []
    shown = (place for place in reversed(talk.session.trail) if place in topics and place != "human")
    return tuple(dict.fromkeys((*walked[:1], *shown)))[:3]


def path_of(talk: Talk) -> tuple[str, ...]:
    """The steps walked, each "flow/step=label of the choice taken", and the one where the walk stands."""
    walk = talk.session.walk
    if walk is None:
        return ()
    return (*(f"{place}={_taken(talk, place, what)}" for place, what in walk.path), walk.place)


def _taken(talk: Talk, place: str, what: str) -> str:
    """The label's key of a choice that is noted by its number; what else happened by its own text."""
    flow, _, id_ = place.partition("/")
    step = talk.catalogue.flows[flow].steps.get(id_) if flow in talk.catalogue.flows else None
    if what.isdecimal() and step and int(what) < len(step.choices):
        return step.choices[int(what)].label
    return "button-not-solved" if what == UNSOLVED else ""


def _is_open_already(talk: Talk, ticket: Ticket, decision: Decision | None) -> Step:
    """One open ticket a person: a further topic is added to it."""
    topics = tuple(dict.fromkeys((*ticket.topics, *topics_of(talk))))
    effects = () if topics == ticket.topics else (SaveTicket(replace(ticket, topics=topics)),)
    lines = (
        line("ticket-is-open", number=ticket.id, desk=desk_name(talk, ticket.desk)),
        hours_line(talk, ticket.desk),
    )
    close = Choice(line("button-end-ticket"), Verb.TICKET, f"close.{ticket.id}")
    return talk.end(talk.reply(*lines, choices=(close, talk.menu_choice())), effects=effects, decision=decision)


def _rated(talk: Talk, ticket: Ticket) -> Step:
    effects = (SaveTicket(replace(ticket, solved=True)), KeepEntry(NewEntry(ticket.id, By.SYSTEM, "event-solved")))
    return talk.end(talk.reply(line("ticket-thanks"), choices=(talk.menu_choice(),)), effects=effects)


def _circle(talk: Talk) -> str | None:
    """The person's circle where its helpdesk is staffed."""
    return talk.person.circle if talk.person.circle in talk.standing.staffed else None


def _opened_lately(talk: Talk) -> int:
    since = int(talk.now.timestamp()) - _HOUR
    return sum(1 for moment in talk.session.opened if moment.isdecimal() and int(moment) > since)
