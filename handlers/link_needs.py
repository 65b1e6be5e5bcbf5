"""Whether a step may link, and what it asks the store for then: nothing is read for anybody else."""

from __future__ import annotations

import re

from handlers.actions import Verb
from handlers.link_scene import LinkWanted
from handlers.link_words import id_and_code
from handlers.messages import Inbound, Kind
from handlers.session import Awaiting, Session

#: The command, and the packed verb in a button's data.
COMMAND = "connect"
_VERB = f":{Verb.LINK.value}:"
#: An id and a code, with a few words beside them, are no longer than this.
_MOST = 60
_COMMANDS = frozenset((COMMAND,))
#: What every code has, so that nearly every message is done with at once.
_DIGIT = re.compile("[2-9]")
_HALF = "(?=[A-Za-z]{0,3}[2-9])[A-Za-z2-9]{4}"
_CODE = re.compile(rf"(?<!\w){_HALF}[ –-]*{_HALF}(?!\w)")


def link_wanted(inbound: Inbound, session: Session) -> LinkWanted | None:
    """What linking needs for this step; None where the step has nothing to do with it."""
    if inbound.in_group:
        return None
    if inbound.kind is Kind.CONTACT:
        return LinkWanted(mobile=inbound.text)
    if inbound.kind is Kind.TAP:
        return LinkWanted() if _VERB in inbound.text else None
    if inbound.kind is not Kind.TEXT:
        return None
    text = inbound.text.strip()
    if text.startswith("/"):
        name = text[1:].split(maxsplit=1)[0].split("@")[0].casefold() if len(text) > 1 else ""
        return LinkWanted() if name in _COMMANDS else None
    if session.awaiting is Awaiting.LINK:
        return _named(text, session)
    if len(text) <= _MOST and _DIGIT.search(text) and _CODE.search(text) and all(id_and_code(text)):
        return _named(text, session)
    return LinkWanted() if _VERB in "\n".join(session.offered) else None


def _named(text: str, session: Session) -> LinkWanted:
    employee, code = id_and_code(text)
    if code and not employee and session.link:
        employee = session.link[0]
    return LinkWanted(employee=employee, code=code) if employee and code else LinkWanted()
