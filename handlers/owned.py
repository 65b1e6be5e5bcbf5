"""Who answers now: while a human owns the conversation the bot only relays; before and after, the bot answers."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from handlers.actions import Verb, unpack
from handlers.desk_step import NewEntry
from handlers.effects import EditEntry, Effect, KeepEntry, SaveTicket
from handlers.handover import act
from handlers.link_words import told_for_link
from handlers.messages import Choice, Inbound, Kind, line
from handlers.redact import redacted, shortened
from handlers.session import Awaiting, Session
from handlers.step import Step
from handlers.talk import Talk
from handlers.ticket import By, State, Ticket
from knowledge.catalogue import Catalogue
from knowledge.normalise import tokens

Run = Callable[[Talk, Inbound], Step]

#: Commands that work whoever owns the conversation; the helper sees that they were used.
ALWAYS = frozenset(("privacy", "delete", "reminders", "cancel"))
_TAPS = frozenset((Verb.DELETE, Verb.TICKET, Verb.REMIND))
#: So many of the last typed messages go with a request, each cut to so many characters.
_SAID, _MOST = 3, 300
_MOST_RELAYED = 3500
_MINUTE, _HOUR = 60, 3600


def relayed(talk: Talk, ticket: Ticket, inbound: Inbound, run: Run) -> Step:
    """What a person does while a helper owns the conversation: passed on, not answered."""
    if inbound.kind is Kind.EDITED:
        return Step(talk.session, effects=(EditEntry(ticket.id, inbound.message, inbound.text[:_MOST_RELAYED]),))
    if inbound.kind is Kind.TAP:
        action = unpack(inbound.text)
        if action is None or action.verb not in _TAPS:
            return _is_with_human(talk, ticket)
        return act(talk, action.argument) if action.verb is Verb.TICKET else _shown(talk, ticket, inbound, run)
    if inbound.kind is Kind.TEXT and inbound.text.startswith("/"):
        name = inbound.text[1:].split(maxsplit=1)[0].split("@")[0].casefold() if len(inbound.text) > 1 else ""
        return _shown(talk, ticket, inbound, run) if name in ALWAYS else _is_with_human(talk, ticket)
    return Step(talk.session, effects=written(talk, ticket, inbound))


def written(talk: Talk, ticket: Ticket, inbound: Inbound) -> tuple[Effect, ...]:
    """Add a message to the ticket."""
    if inbound.kind is Kind.EDITED:
        return (EditEntry(ticket.id, inbound.message, inbound.text[:_MOST_RELAYED]),)
    text = inbound.caption if inbound.media else _words(inbound)
    entry = NewEntry(ticket.id, By.PERSON, text[:_MOST_RELAYED], inbound.media, inbound.message)
    if ticket.is_owned and ticket.person_wrote_at > ticket.staff_wrote_at:
        return (KeepEntry(entry),)  # since when an answer is waited for stays as it is
    since = max(int(talk.now.timestamp()), ticket.staff_wrote_at + 1)
    wrote = replace(ticket, person_wrote_at=since, alerts=0 if ticket.is_owned else ticket.alerts)
    return (SaveTicket(wrote), KeepEntry(entry))


def _words(inbound: Inbound) -> str:
    """What a helper sees of it; a shared number is nobody's business but the list's."""
    if inbound.kind is Kind.CONTACT:
        return f"({inbound.kind.value})"
    return f"({inbound.text})" if inbound.kind is Kind.UNSUPPORTED else inbound.text


def followed(talk: Talk, inbound: Inbound, step: Step) -> Step:
    """After the bot's own answer: keep the words for a helper, who may be waited for or come later."""
    # an id and a code are nobody's business
    is_linking = any(told_for_link(inbound.text, is_awaited=talk.session.awaiting is Awaiting.LINK))
    if inbound.kind not in (Kind.TEXT, Kind.UNSUPPORTED, Kind.EDITED) or is_linking:
        return step
    ticket = talk.standing.ticket
    saved = {one.ticket.id: one.ticket for one in step.effects if isinstance(one, SaveTicket)}
    if ticket is not None and ticket.state is State.OPEN and not _is_command(inbound):
        after = saved.get(ticket.id, ticket)
        if after.state is State.OPEN:  # a further topic may have been added by the same words
            return replace(step, effects=(*step.effects, *written(talk, after, inbound)))
    step = _remembering(talk, inbound, step)
    if ticket is not None and ticket.state is State.CLOSED and not saved:
        return _offering_to_reopen(talk, ticket, inbound, step)
    return step


def counted(session: Session, now: int) -> Session:
    """Count a message of this minute."""
    is_new = not 0 <= now - session.minute < _MINUTE
    return replace(session, minute=now if is_new else session.minute, written=1 if is_new else session.written + 1)


def is_too_fast(talk: Talk) -> bool:
    """Whether more messages came in this minute than are answered."""
    return talk.session.written > talk.catalogue.desk.limits.messages_a_minute


def told_to_slow_down(talk: Talk) -> Step:
    """Say once a minute that it is too fast."""
    is_to_say = talk.session.written == talk.catalogue.desk.limits.messages_a_minute + 1
    return Step(talk.session, (talk.reply(line("slow-down")),) if is_to_say else ())


def _shown(talk: Talk, ticket: Ticket, inbound: Inbound, run: Run) -> Step:
    """Do it, and let the helper see that it was done."""
    step = run(talk, inbound)
    name = inbound.text.split(maxsplit=1)[0][:20] if inbound.kind is Kind.TEXT else _used(inbound)
    return replace(step, effects=(*step.effects, KeepEntry(NewEntry(ticket.id, By.SYSTEM, name))))


def _used(inbound: Inbound) -> str:
    """How the helper reads what was tapped."""
    action = unpack(inbound.text)
    return "/reminders" if action is not None and action.verb is Verb.REMIND else "/delete"


def _is_with_human(talk: Talk, ticket: Ticket) -> Step:
    """A tap or command for the bot: say who has the conversation and how to end it."""
    close = Choice(line("button-end-ticket"), Verb.TICKET, f"close.{ticket.id}")
    said = line("with-human", number=ticket.id)
    step = talk.end(talk.reply(said, choices=(close,)))
    return replace(step, session=talk.session)


def _remembering(talk: Talk, inbound: Inbound, step: Step) -> Step:
    """Keep the last typed messages, redacted, in the talk for the request that may follow."""
    if inbound.kind is not Kind.TEXT or _is_command(inbound) or talk.session.awaiting is Awaiting.EVIDENCE:
        return step
    said = (*talk.session.said, _kept(talk.catalogue, inbound.text))[-_SAID:]
    return replace(step, session=replace(step.session, said=said))


def _kept(catalogue: Catalogue, text: str) -> str:
    """The words without what tells who wrote them.

    A phrase of the bank tells nothing of anybody.
    """
    if " ".join(tokens(text)) in catalogue.phrases:
        return shortened(text.strip(), _MOST)
    return shortened(redacted(catalogue, text), _MOST)


def _offering_to_reopen(talk: Talk, ticket: Ticket, inbound: Inbound, step: Step) -> Step:
    """A message soon after closing: the last reply gets a button that opens the request again."""
    age = int(talk.now.timestamp()) - ticket.closed_at
    is_late = age >= talk.catalogue.desk.limits.reopen_hours * _HOUR
    if is_late or ticket.solved or _is_command(inbound) or inbound.kind is Kind.EDITED or not step.replies:
        return step
    *head, last = step.replies
    if len(last.choices) >= talk.catalogue.limits.choices or not last.choices:
        return step
    again = Choice(line("button-reopen"), Verb.TICKET, f"reopen.{ticket.id}")
    asked = replace(
        last, lines=(*last.lines, line("ticket-reopen-ask", number=ticket.id)), choices=(*last.choices, again)
    )
    return replace(step, replies=(*head, asked))


def _is_command(inbound: Inbound) -> bool:
    return inbound.kind is Kind.TEXT and inbound.text.startswith("/")
