"""Messages in a row that were not understood: after a few a person is offered, never called unasked."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.labels import offers
from handlers.messages import line
from handlers.step import Step
from handlers.talk import Talk
from handlers.walk_step import PERSON


def counted(talk: Talk, step: Step) -> Step:
    """Count a typed message that had to be asked back; one that was declined counts neither way, others end the row."""
    action = step.decision.action if step.decision else "answer"
    if action == "decline":
        return step
    row = min(talk.session.unclear + 1, talk.catalogue.limits.unclear) if action == "clarify" else 0
    told = step if row == step.session.unclear else replace(step, session=replace(step.session, unclear=row))
    is_due = row >= talk.catalogue.limits.unclear and len(step.replies) == 1
    return _with_person(talk, told) if is_due and PERSON not in step.replies[0].choices else told


def ended(step: Step) -> Step:
    """What was offered was what was meant."""
    return replace(step, session=replace(step.session, unclear=0)) if step.session.unclear else step


def _with_person(talk: Talk, step: Step) -> Step:
    """The button before the last ones, the way out."""
    (reply,) = step.replies
    room = talk.catalogue.limits.choices - 1
    asked = replace(reply, lines=(*reply.lines, line("offer-person")), choices=(PERSON, *reply.choices[:room]))
    offered, labels = offers(talk.catalogue.texts, (asked,))
    return replace(step, replies=(asked,), session=replace(step.session, offered=offered, labels=labels))
