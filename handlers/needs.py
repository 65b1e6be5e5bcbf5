"""Which of a person's facts a step needs, so that the store is asked only for them."""

from __future__ import annotations

from handlers.actions import Verb, unpack
from handlers.messages import Inbound, Kind
from handlers.session import Session

#: What a button does, or a command, without a look at what the person has done so far or the report says of them.
_FREE_VERBS = frozenset(
    (Verb.MENU, Verb.DELETE, Verb.RATE, Verb.EVIDENCE, Verb.TICKET, Verb.DESK, Verb.FLOW, Verb.CHOOSE,
     Verb.SOLVED, Verb.RESTART, Verb.GO_ON, Verb.HUMAN)
)  # fmt: skip
_FREE_COMMANDS = frozenset(
    ("start", "menu", "language", "delete", "fix", "login", "greentick", "transfer", "certificate", "human", "help",
     "cancel")
)  # fmt: skip


def needs_facts(inbound: Inbound, session: Session) -> bool:
    """Whether the step may speak of what the person has done so far. Most taps and commands do not.

    A number typed in place of a tap is that tap.
    """
    if inbound.in_group or inbound.kind not in (Kind.TEXT, Kind.TAP):
        return False
    text = inbound.text.strip()
    if inbound.kind is Kind.TEXT and text.startswith("/"):
        return text[1:].partition(" ")[0].partition("@")[0].casefold() not in _FREE_COMMANDS
    is_tap = inbound.kind is Kind.TAP
    place = int(text) if text.isdecimal() and len(text) <= 2 and not is_tap else 0
    data = session.offered[place - 1] if 1 <= place <= len(session.offered) else text
    action = unpack(data) if is_tap or data is not text else None
    return action is None or action.verb not in _FREE_VERBS
