"""A number typed at a guided walk: it must not decide what nobody numbered.

Steps number what is to be done ("1. Wait 3 minutes"), and buttons bear no numbers: "1" may be the first instruction as
well as the first button. Of a step to try it makes a choice only where nothing on the screen is numbered, and never "it
is solved"; at a question it does, and where instructions are numbered, too, it is said which choice was understood.
"""

from __future__ import annotations

import re
from functools import lru_cache

from handlers import walk
from handlers.actions import Action, Verb, unpack
from handlers.messages import line
from handlers.session import Awaiting
from handlers.step import Step
from handlers.talk import Talk
from handlers.walk_place import Standing
from handlers.walk_reply import asked_again
from handlers.walk_step import is_on, show_again, step_of
from knowledge.catalogue import Catalogue, Language

_NUMBERED = re.compile(r"^\d+\. ", re.MULTILINE)
#: Buttons that a step, or the offer of a walk, has: one of these was shown last.
_OF_WALK = frozenset((Verb.CHOOSE, Verb.SOLVED))


def heard(talk: Talk, chosen: Action, number: int) -> Step | None:
    """What comes of a number that would choose this button; None where nothing but the button can be meant."""
    standing, step = talk.session.walk, step_of(talk)
    if standing is None or step is None or talk.session.awaiting is not Awaiting.NOTHING:
        return None
    shown = {action.verb for action in map(unpack, talk.session.offered) if action}
    is_offered = standing.standing is Standing.OFFERED
    if not shown & _OF_WALK or not (is_offered or is_on(talk)):
        return None
    said = line("walk-number", number=number)
    if is_offered:
        return asked_again(talk, said)
    if chosen.verb is not Verb.SOLVED and not _is_numbered(talk.catalogue, talk.language, step.text):
        return None
    if step.unsolved is None and chosen.verb is Verb.CHOOSE:
        return walk.choose(talk, chosen.argument, is_number=True)
    return show_again(talk, said) if step.unsolved or chosen.verb is Verb.SOLVED else None


@lru_cache(maxsize=512)
def _is_numbered(catalogue: Catalogue, language: Language, key: str) -> bool:
    """Whether a text has numbered lines."""
    values = dict.fromkeys(catalogue.texts.variables.get(key, ()), "")
    return _NUMBERED.search(catalogue.texts.render(language, key, values)) is not None
