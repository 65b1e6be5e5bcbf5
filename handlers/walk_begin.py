"""A message that says what is wrong so plainly that the walk begins at that step, whatever topic it seems to be on."""

from __future__ import annotations

from functools import lru_cache

from handlers import walk
from handlers.messages import line
from handlers.step import Decision, Step, led_by
from handlers.talk import Talk
from handlers.walk_offer import claimed_step
from handlers.walk_step import is_on
from knowledge.catalogue import Catalogue
from knowledge.flow import Way, is_said
from knowledge.normalise import tokens

#: Longer messages tell a story: what they ask is for the topics to find.
_MOST_WORDS = 16
#: Concepts of a question, which wants an answer and no walk.
_ASKING = frozenset(("who", "why", "when", "how", "howmany", "howlong"))


def meant(talk: Talk, text: str, decision: Decision) -> Step | None:
    """The walk at the one step that the message names; None where its topic leads into the same walk, or it asks."""
    if talk.told is not None or is_on(talk) or "?" in text or len(tokens(text)) > _MOST_WORDS:
        return None
    concepts = talk.library.concepts_in(text)
    found = _begun(talk.catalogue, frozenset(concepts)) if not _ASKING & set(concepts) else None
    claimed = claimed_step(talk.catalogue, decision.shown or decision.topic or "")
    if found is None or (claimed is not None and claimed.flow == found.flow):
        return None
    title = talk.catalogue.texts.render(talk.language, talk.catalogue.flows[found.flow].title).strip()
    return led_by(walk.begin(talk, found, concepts), line("walk-begun", title=title))


@lru_cache(maxsize=1024)
def _begun(catalogue: Catalogue, concepts: frozenset[str]) -> Way | None:
    """The one step that begins with what is said; None where it is none, or several."""
    found = [
        Way(flow.id, step)
        for flow in catalogue.flows.values()
        for step, when in flow.begins.items()
        if is_said(when, concepts)
    ]
    return found[0] if len(found) == 1 else None
