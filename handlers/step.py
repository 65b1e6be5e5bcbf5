"""What one step of the conversation gives back."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from handlers.applicant import Applicant
from handlers.effects import Effect
from handlers.messages import Line, Reply
from handlers.session import Session
from knowledge.normalise import MessageLanguage

ActionTaken = Literal["answer", "clarify", "decline"]


class Decision(Struct, frozen=True):
    """How a free-text message was understood; topics are ids of the contract, best first.

    `shown` is the topic whose text answers, where that is a finer one than `topic`; `further` are those that the
    message asks besides.
    """

    action: ActionTaken
    topic: str | None
    alternatives: tuple[str, ...]
    confidence: float
    detected_language: MessageLanguage
    applicant: Applicant
    shown: str | None = None
    further: tuple[str, ...] = ()


class Step(Struct, frozen=True):
    """The session to keep, the replies to send in order, the effects to apply, and why."""

    session: Session
    replies: tuple[Reply, ...] = ()
    effects: tuple[Effect, ...] = ()
    decision: Decision | None = None


def led_by(step: Step, first: Line) -> Step:
    """Put a short paragraph before the first reply's."""
    if not step.replies:
        return step
    head, *rest = step.replies
    return replace(step, replies=(replace(head, lines=(first, *head.lines)), *rest))
