"""What staff does with a ticket: claim, answer, note, hand over, close, look behind the masks. Plain functions."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.desk_action import Action
from handlers.desk_rights import WORKING
from handlers.desk_step import DeskStep, NewEntry, Post
from handlers.desk_words import POPUP, called, card, details, is_taken, shown_whole, taken_card, to_person
from handlers.handover import solved_choices
from handlers.messages import Choice, Kind, Reply, line, plain
from handlers.redact import shortened
from handlers.ticket import By, Level, State, Ticket

_NOTE = "//"
_CENTRAL = "central"
#: Characters of one relayed message.
_MOST = 3500


def _claim(made: Action) -> DeskStep:
    ticket = made.ticket
    if ticket.state is State.CLAIMED:
        is_own = ticket.claimed_by == made.member.id
        return made.only_told("desk-is-yours" if is_own else "desk-is-taken")
    if ticket.state is State.CLOSED:
        return made.only_told("desk-is-closed")
    claimed = _claimed(made)
    return made.done(claimed, "claim", *_shown_claimed(made, claimed), _told_claimed(made, claimed))


def _shown_claimed(made: Action, claimed: Ticket) -> tuple[Post, ...]:
    """In a chat whoever claimed is told so, and everybody there sees it; the page shows the ticket anyway.

    The card says it where it stands. Where another message was tapped (the queue), it is shown once more: it may be
    far above, and answers are written as replies to it.
    """
    taken = (*_changed_cards(made, claimed), *made.elsewhere("desk-taken", number=claimed.id))
    if made.scene.is_page:
        return taken
    told, here = made.tell("desk-you-claimed", number=claimed.id), made.scene.cards.get(made.scene.address)
    if here and made.inbound.answers in ("", here.message) and not is_taken(here.reply):
        return (told, *taken)
    entries = made.scene.entries
    words = card(made.catalogue, claimed, entries, made.language, "desk-card-claimed")
    return (told, Post(made.scene.address, words, claimed.id, shows=shown_whole(entries)), *taken)


def _changed_cards(made: Action, claimed: Ticket) -> tuple[Post, ...]:
    """The cards of the ticket, in every chat of the staff that has one, say that it is taken; what they tell stays."""
    scene = made.scene
    known = {*(one.address for one in scene.groups), *(one.address for one in scene.staff)} - {0, claimed.address}
    return tuple(
        Post(address, replace(taken_card(made.catalogue, claimed, shown.reply), edits=shown.row), claimed.id)
        for address, shown in scene.cards.items()
        if address in known and not is_taken(shown.reply)
    )


def _claimed(made: Action) -> Ticket:
    home = made.ticket.home if made.scene.is_page else made.scene.address
    return replace(
        made.ticket, state=State.CLAIMED, claimed_by=made.member.id, claimed_at=made.seconds, home=home, alerts=0
    )


def _told_claimed(made: Action, ticket: Ticket) -> Post:
    """The person is told who answers, by role."""
    desk = called(made.catalogue, ticket.language, made.member.circle)
    return Post(
        ticket.address, Reply(ticket.language, (line("ticket-claimed", number=ticket.id, desk=desk),)), ticket.id
    )


def write(made: Action) -> DeskStep:
    """An answer to a desk post: a note, or a message to the person (which claims what nobody has)."""
    ticket, inbound = made.ticket, made.inbound
    words = (inbound.caption if inbound.kind is Kind.UNSUPPORTED else inbound.text).strip()
    if words.startswith(_NOTE):
        note = NewEntry(
            ticket.id, By.NOTE, words[len(_NOTE) :].strip()[:_MOST], inbound.media, inbound.message, made.member.id
        )
        return DeskStep((ticket,), entries=(note,), audits=(made.audit("note"),))
    if ticket.state is State.CLOSED:
        return made.only_told("desk-is-closed")
    if ticket.state is State.CLAIMED and ticket.claimed_by != made.member.id:
        return made.only_told("desk-is-taken")
    if not words and inbound.media is None:
        return made.only_told("desk-cannot-relay")
    return _sent(made, words)


def _sent(made: Action, words: str) -> DeskStep:
    """Relay to the person."""
    is_first = made.ticket.state is State.OPEN
    ticket = _claimed(made) if is_first else made.ticket
    wrote_at = max(made.seconds, ticket.person_wrote_at)
    ticket = replace(ticket, staff_wrote_at=wrote_at, first_answer_at=ticket.first_answer_at or wrote_at, alerts=0)
    entry = NewEntry(ticket.id, By.STAFF, words[:_MOST], made.inbound.media, made.inbound.message, made.member.id)
    desk = called(made.catalogue, ticket.language, made.member.circle)
    sent = Post(ticket.address, to_person(ticket, desk, words[:_MOST], made.inbound.media), ticket.id, carries=(-1,))
    posts = [_told_claimed(made, ticket), sent] if is_first else [sent]
    if is_first:
        posts += [*_changed_cards(made, ticket), *made.elsewhere("desk-taken", number=ticket.id)]
    if not ticket.is_reachable:
        posts.append(made.tell("desk-unreachable", number=ticket.id))
    return made.done(ticket, "claim and answer" if is_first else "answer", *posts, entries=(entry,))


def edit(made: Action) -> DeskStep | None:
    """An edit of a relayed message is relayed as an edit; of a note it stays inside."""
    entry, ticket, member = made.scene.entry, made.ticket, made.member
    if entry is None or entry.by not in (By.STAFF, By.NOTE) or entry.member != member.id:
        return None
    words = made.inbound.text.strip().removeprefix(_NOTE if entry.by is By.NOTE else "").strip()[:_MOST]
    if entry.by is By.NOTE or entry.post is None:
        return DeskStep(edited=((entry.id, words),), audits=(made.audit("edit note"),))
    desk = called(made.catalogue, ticket.language, member.circle)
    again = replace(to_person(ticket, desk, words, entry.media), edits=entry.post)
    return DeskStep((ticket,), edited=((entry.id, words),), posts=(Post(ticket.address, again, ticket.id),),
                    audits=(made.audit("edit"),))  # fmt: skip


def _close(made: Action) -> DeskStep:
    ticket = made.ticket
    if ticket.state is State.CLOSED:
        return made.only_told("desk-is-closed")
    if ticket.state is State.CLAIMED and ticket.claimed_by != made.member.id:
        return made.only_told("desk-is-taken")
    closed = replace(ticket, state=State.CLOSED, closed_at=made.seconds)
    said = (line("ticket-closed", number=ticket.id), line("ticket-solved-ask"))
    asked = Post(ticket.address, Reply(ticket.language, said, solved_choices(ticket.id)), ticket.id)
    return made.done(closed, "close", *made.announce("desk-you-closed", number=ticket.id), asked)


def _hand(made: Action) -> DeskStep:
    """Offer where it can go: circles with staff, and the central desk."""
    staffed = _staffed(made)
    circles = sorted(circle for circle in staffed if circle and circle != made.ticket.circle)

    def button(to: str, label: str) -> Choice:
        return Choice(plain(label) if label else line("desk-button-central"), Verb.DESK, f"to.{made.ticket.id}.{to}")

    names = [
        button(id_, made.catalogue.places[id_].label.said_in(made.language))
        for id_ in circles
        if id_ in made.catalogue.places
    ]
    central = (button(_CENTRAL, ""),) if None in staffed else ()
    if not central and not names:
        return made.only_told("desk-hand-nobody")
    buttons = (*central, *names)[: made.catalogue.limits.choices]
    reply = Reply(made.language, (line("desk-hand-where", number=made.ticket.id),), buttons)
    return DeskStep(posts=(Post(made.scene.address, reply, made.ticket.id), *made.seen()))


def _staffed(made: Action) -> set[str | None]:
    """The desks where somebody can take it; None: the central one."""
    return {one.circle for one in made.scene.staff if one.role in WORKING}


def _to(made: Action) -> DeskStep:
    """Hand over: it waits at the other desk, with everything told so far."""
    ticket, to = made.ticket, made.argument
    if ticket.state is State.CLOSED:
        return made.only_told("desk-is-closed")
    if ticket.state is State.CLAIMED and ticket.claimed_by != made.member.id:
        return made.only_told("desk-is-taken")
    circle = None if to == _CENTRAL else to
    if circle not in _staffed(made):
        return made.only_told("desk-gone")
    level = Level.CIRCLE if circle else Level.CENTRAL
    handed = replace(ticket, circle=circle or ticket.circle, level=level, state=State.OPEN, claimed_by=None, home=0,
                     queued_at=made.seconds, alerts=0)  # fmt: skip
    desk = called(made.catalogue, ticket.language, circle)
    person = Post(
        ticket.address, Reply(ticket.language, (line("ticket-handed", number=ticket.id, desk=desk),)), ticket.id
    )
    here = called(made.catalogue, made.language, circle)
    told = made.announce("desk-you-handed", number=ticket.id, desk=here)
    return made.done(handed, "hand over", *told, person, details=to)


def _unmask(made: Action) -> DeskStep:
    """Show what is masked to the tapper alone; who looked is kept.

    A pop-up holds little: where there is more, it says so, and all of it goes to the tapper's private chat.
    """
    told, count = details(made.catalogue, made.ticket, made.scene.entries, made.language)
    post = made.tell("plain", text=told) if told else made.tell("desk-nothing-masked")
    if made.scene.is_page or len(told.encode("utf-16-le")) // 2 <= POPUP:
        return DeskStep(posts=(post,), audits=(made.audit("unmask", f"{count} texts"),))
    rest = made.catalogue.texts.render(made.language, "desk-unmask-rest").strip()
    post = made.tell("plain", text=f"{shortened(told, POPUP // 2 - 5)}\n{rest}")
    lines = (line("desk-unmasked", number=made.ticket.id), plain(told))
    private = Post(made.member.address, Reply(made.member.language, lines), made.ticket.id)
    return DeskStep(posts=(post, private), audits=(made.audit("unmask", f"{count} texts, in private, too"),))


def _canned(made: Action) -> DeskStep:
    """Offer the prepared answers."""
    ids = made.catalogue.desk.canned[: made.catalogue.limits.choices]
    buttons = tuple(Choice(line(f"desk-label-{id_}"), Verb.DESK, f"say.{made.ticket.id}.{id_}") for id_ in ids)
    lines = (line("desk-canned-which", number=made.ticket.id),)
    return DeskStep(
        posts=(Post(made.scene.address, Reply(made.language, lines, buttons), made.ticket.id), *made.seen())
    )


def _say(made: Action) -> DeskStep:
    """Send a prepared answer, in the person's language."""
    id_ = made.argument
    if id_ not in made.catalogue.desk.canned:
        return made.only_told("desk-gone")
    text = made.catalogue.texts.render(made.ticket.language, f"desk-canned-{id_}")
    spoken = replace(made, inbound=replace(made.inbound, kind=Kind.TEXT, text=text, message="", media=None))
    step = write(spoken)
    return replace(step, posts=(*step.posts, *made.seen()))


#: What a button says → what it does.
WORK: dict[str, Callable[[Action], DeskStep]] = {
    "claim": _claim,
    "hand": _hand,
    "to": _to,
    "close": _close,
    "unmask": _unmask,
    "canned": _canned,
    "say": _say,
}
