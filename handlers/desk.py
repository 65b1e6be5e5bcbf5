"""The staff's side of the hand-over: what an action in a linked group, a private chat or the desk page does.

`wanted()` says which facts an action needs, `act()` decides from them. Both are plain functions.
"""

from __future__ import annotations

from datetime import datetime

from handlers.actions import Verb, unpack
from handlers.cell_import import import_step, is_for_import
from handlers.cell_report import is_command, report
from handlers.cell_report import is_tap as is_report_tap
from handlers.desk_action import Action, language_of, seen, tell, verb_of
from handlers.desk_join import join
from handlers.desk_reach import invite, is_invite
from handlers.desk_rights import covers, member_for
from handlers.desk_scene import Scene, Wanted
from handlers.desk_step import Audit, DeskStep, Post
from handlers.desk_words import called
from handlers.desk_work import WORK, edit, write
from handlers.messages import Choice, Inbound, Kind, Reply, line
from handlers.ticket import State, Ticket
from knowledge.catalogue import Catalogue

#: Tickets in one list.
_LISTED = 6


def wanted(inbound: Inbound, is_staff: bool) -> Wanted | None:
    """Which facts the desk needs to act on this; None where it is nothing for the desk.

    `is_staff`: the chat is a linked group, or the writer is a member of the staff.
    """
    user, text = inbound.user, inbound.text.strip()
    if inbound.kind is Kind.TAP:
        action = unpack(inbound.text)
        if action is None or action.verb is not Verb.DESK:
            return None
        number = action.argument.split(".")[1] if "." in action.argument else ""
        return Wanted(user, ticket=int(number) if number.isdecimal() else 0)
    if inbound.kind in (Kind.REMOVED, Kind.MOVED):
        return Wanted(user, moved_to=text if inbound.kind is Kind.MOVED else "")
    if inbound.kind is Kind.TEXT and (code := code_in(text)):
        return Wanted(user, code=code)
    if not is_staff or inbound.kind not in (Kind.TEXT, Kind.UNSUPPORTED, Kind.EDITED):
        return None
    if text.split("@")[0] == "/queue" or is_command(inbound) or is_invite(inbound) or is_for_import(inbound):
        return Wanted(user)
    if inbound.kind is Kind.EDITED:
        return Wanted(user, message=inbound.message)
    return Wanted(user, answered=inbound.answers, message=inbound.message) if inbound.answers else None


def code_in(text: str) -> str:
    """The one-time code in "/start inv-…" or "/link …"."""
    command, _, code = text.partition(" ")
    name = command.split("@")[0].casefold()
    if name == "/start" and code.startswith("inv-"):
        return code[4:].strip()
    return code.strip() if name == "/link" else ""


def act(scene: Scene, inbound: Inbound, asked: Wanted, catalogue: Catalogue, now: datetime) -> DeskStep | None:
    """Decide a staff action; None where it turns out to be nothing for the desk."""
    if asked.code or inbound.kind in (Kind.REMOVED, Kind.MOVED):
        return join(scene, inbound, catalogue)
    if is_invite(inbound):
        return invite(scene, inbound, catalogue)
    if _is_of_report(inbound):
        return report(scene, inbound, catalogue, now)
    return import_step(scene, inbound, catalogue) or _of_ticket(scene, inbound, catalogue, now)


def _is_of_report(inbound: Inbound) -> bool:
    return is_command(inbound) or is_report_tap(inbound)


def _of_ticket(scene: Scene, inbound: Inbound, catalogue: Catalogue, now: datetime) -> DeskStep | None:
    ticket, is_tap = scene.ticket, inbound.kind is Kind.TAP
    is_away = inbound.in_group and scene.group is None  # nothing is shown in a group that is not linked (any more)
    if is_away and (ticket is None or member_for(scene.members, ticket)):
        return DeskStep(posts=(tell(scene, inbound, line("desk-gone")),)) if is_tap else None
    if inbound.text.strip().split("@")[0] == "/queue" or verb_of(inbound) == "queue":
        return _queue(scene, inbound, catalogue)
    if ticket is None or (inbound.kind is Kind.EDITED and scene.entry is None):
        return DeskStep(posts=(tell(scene, inbound, line("desk-gone")),)) if is_tap else None
    if ticket.address == scene.address and not is_tap:
        return None  # staff have questions too: what is answered there was said to them as the person
    member = member_for(scene.members, ticket)
    if member is None:
        return _refused(scene, inbound, ticket)
    made = Action(scene, inbound, catalogue, now, member, ticket)
    if inbound.kind is Kind.EDITED:
        return edit(made)
    if not is_tap:
        return write(made)
    do = WORK.get(verb_of(inbound))
    return do(made) if do else DeskStep(posts=(made.tell("desk-gone"),))


def _queue(scene: Scene, inbound: Inbound, catalogue: Catalogue) -> DeskStep:
    """What waits, each with its number on a button."""
    language = language_of(scene)
    if not scene.members:
        return DeskStep(posts=(tell(scene, inbound, line("desk-not-staff"), is_private=True),))
    waiting = [ticket for ticket in scene.queue if ticket.state is State.OPEN and member_for(scene.members, ticket)]
    rows = tuple(
        line("desk-queue-row", number=one.id, desk=called(catalogue, language, one.circle),
             topic=catalogue.texts.render(language, f"topic-{catalogue.topics[one.topics[0]].slug}")
             if one.topics and one.topics[0] in catalogue.topics else catalogue.texts.render(language, "not-told"))
        for one in waiting[:_LISTED]
    )  # fmt: skip
    buttons = tuple(
        Choice(line("desk-button-claim-one", number=one.id), Verb.DESK, f"claim.{one.id}") for one in waiting[:_LISTED]
    )
    reply = Reply(language, (line("desk-queue", count=len(waiting)), *rows), buttons)
    return DeskStep(posts=(Post(scene.address, reply), *seen(scene, inbound)))


def _refused(scene: Scene, inbound: Inbound, ticket: Ticket) -> DeskStep:
    """Without the role: said privately where that is possible, and kept."""
    who = f"member:{scene.members[0].id}" if scene.members else "somebody"
    key = "desk-other-circle" if any(not covers(one, ticket.circle) for one in scene.members) else "desk-not-staff"
    key = "desk-is-own" if any(one.person == ticket.person for one in scene.members) else key
    post = tell(scene, inbound, line(key), ticket.id, is_private=True)
    return DeskStep(posts=(post,), audits=(Audit(who, "refused", ticket.id, verb_of(inbound) or "write"),))
