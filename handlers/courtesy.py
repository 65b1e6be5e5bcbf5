"""Thanks, praise and anger aimed at the assistant itself: one calm sentence, the menu, and the people who can help."""

from __future__ import annotations

from functools import lru_cache

from handlers.messages import line
from handlers.spoken import Phrases, made_of, phrases_of
from handlers.step import Step
from handlers.talk import Talk
from handlers.walk_step import leave
from knowledge.catalogue import Catalogue
from knowledge.fold import fold_words
from knowledge.normalise import tokens

#: Word list of `words.yaml` → what is replied; where a message has words of several, the first one counts.
_REPLIES = {"scolding": "sorry-no-help", "thanks": "you-are-welcome", "praise": "you-are-welcome"}
#: A question says none of these: "is it good?"
_NO_QUESTION = frozenset(("praise",))
#: Words that stand beside them: "you", "bot", "very"; "it works now".
_BESIDE = ("courtesy_beside", "solved")
#: The topic that says which people can help.
_PEOPLE = "human"


def courtesy(talk: Talk, text: str) -> Step | None:
    """Answer a message that is nothing but thanks, praise or scolding; None for any other."""
    said = made_of(_phrases(talk.catalogue), fold_words(tokens(text))) - (_NO_QUESTION if "?" in text else set())
    reply = next((key for name, key in _REPLIES.items() if name in said), None)
    if reply is None:
        return None
    people = (talk.topic_choice(_PEOPLE),) if _PEOPLE in talk.catalogue.topics else ()
    talk, effects = (talk, ()) if reply == _REPLIES["scolding"] else leave(talk)  # thanks or good-bye ends a walk
    return talk.end(talk.reply(line(reply), choices=(*people, talk.menu_choice())), effects=effects)


@lru_cache(maxsize=2)
def _phrases(catalogue: Catalogue) -> Phrases:
    """The word lists as folded words."""
    return phrases_of(
        {name: (fold_words(tokens(phrase)) for phrase in catalogue.words[name]) for name in (*_REPLIES, *_BESIDE)}
    )
