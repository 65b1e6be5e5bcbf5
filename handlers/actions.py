"""What a button means. One `pack`/`unpack` for every channel; nothing in it is secret or trusted."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

#: Telegram's limit for callback data, the strictest of all channels.
MAX_BYTES = 64


class Verb(StrEnum):
    """What tapping does."""

    TOPIC = "t"  # answer a topic
    MENU = "m"
    LANGUAGE = "l"  # en | hi
    PROFILE = "p"  # ask for one part of the profile again
    SAVE = "d"  # remember an applicant
    ANSWER_AS = "a"  # answer the waiting topic for an applicant
    QUESTION = "q"  # one choice of a deciding question
    CIRCLE = "c"
    SKIP = "s"
    DELETE = "x"  # yes | no
    RATE = "h"  # yes | no: did the answer help?
    EVIDENCE = "e"  # the answer to a question before the hand-over: say.0 | skip | stop
    TICKET = "k"  # what a person does with a ticket: close.12 | reopen.12 | solved.12 | unsolved.12
    #: What staff does: claim.12 | hand.12 | to.12.delhi | close.12 | unmask.12 | canned.12 | say.12.x | report.csv.goa
    DESK = "z"
    FLOW = "f"  # begin a guided walk; a number: a page of their list
    CHOOSE = "w"  # one choice of a walk's step
    SOLVED = "y"  # yes | no: is it solved?
    BACK = "b"  # one step of the walk back
    RESTART = "n"
    GO_ON = "g"  # go on with a walk that was left
    HUMAN = "u"  # talk to a person
    SHOW = "v"  # a view of the progress: mark (what can be noted as done) | plan | take (what can be taken back)
    MARK = "o"  # note as done: at.2 | more.7 | yes | no | undo | year.2025-26
    LINK = "j"  # linking to an employee: begin | code | stop | as.12 | off | off-yes | others | told | post.0
    CAST = "i"  # what an iGOT Cell does with its broadcasts: new | and | field.unmet | pause.12 | agree.12 | …
    REMIND = "r"  # reminders: on | off | snooze | wake | hour.noon


#: Buttons that only show something, or say themselves what they do: they work however old they are. All others act on
#: the step they belong to.
NAVIGATION = frozenset(
    {
        Verb.TOPIC,
        Verb.MENU,
        Verb.LANGUAGE,
        Verb.PROFILE,
        Verb.FLOW,
        Verb.GO_ON,
        Verb.HUMAN,
        Verb.TICKET,
        Verb.SHOW,
        Verb.REMIND,
    }
)


_VERBS = frozenset(verb.value for verb in Verb)


class Action(Struct, frozen=True):
    """A tapped button: the step of the talk it was offered at, what it does, to what."""

    step: int
    verb: Verb
    argument: str = ""


def pack(action: Action) -> str:
    """Return the button's data.

    Raises:
        ValueError: longer than `MAX_BYTES`; a fault of the code or the content's ids, found by the content check.
    """
    return packed(action.step, action.verb, action.argument)


@lru_cache(maxsize=4096)
def packed(step: int, verb: Verb, argument: str = "") -> str:
    """Return the data of a button, as `pack` does."""
    data = f"{step}:{verb.value}:{argument}"
    if len(data) > MAX_BYTES or (not data.isascii() and len(data.encode()) > MAX_BYTES):
        raise ValueError(f"button data over {MAX_BYTES} bytes: {verb} {argument}")
    return data


def unpack(data: str) -> Action | None:
    """Return the action, or None for data that this version never packed."""
    step, _, rest = data.partition(":")
    verb, separator, argument = rest.partition(":")
    if not separator or not step.isascii() or not step.isdigit() or len(step) > 12 or verb not in _VERBS:
        return None
    return Action(int(step), Verb(verb), argument)
