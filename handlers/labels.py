"""A button's label typed instead of tapped does what the button does: in either language, in any case and spelling."""

from __future__ import annotations

from functools import lru_cache

from handlers.actions import Action, packed, unpack
from handlers.messages import Line, Reply
from handlers.session import Session
from knowledge.catalogue import LANGUAGES, Catalogue, Language
from knowledge.fold import fold_words
from knowledge.normalise import tokens
from knowledge.texts import Texts

#: Before a stored label that is no text's key but the label itself, such as a designation's name.
_ITSELF = "="


def offers(texts: Texts, replies: tuple[Reply, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The packed actions of the replies' buttons, and beside each its label, as `Session.labels` keeps it."""
    actions: list[str] = []
    labels: list[str] = []
    for reply in replies:
        for choice in reply.choices:
            actions.append(packed(reply.step, choice.verb, choice.argument))
            labels.append(_kept(texts, reply.language, choice.label))
    return tuple(actions), tuple(labels)


def typed_label(catalogue: Catalogue, session: Session, text: str) -> Action | None:
    """What the one button does whose label this message is; None where none is, or several are."""
    if not session.labels:
        return None
    words = tokens(text)
    polite = tuple(word for word in words if word not in catalogue.words["titles"])
    for said in ({words, polite}, {fold_words(words), fold_words(polite)}):
        found = {
            action
            for action, label in zip(session.offered, session.labels, strict=False)
            if said & _spellings(catalogue.texts, label)
        }
        if found:
            return unpack(found.pop()) if len(found) == 1 else None
    return None


def _kept(texts: Texts, language: Language, label: Line) -> str:
    return _ITSELF + texts.render(language, label.key, dict(label.params)) if label.params else label.key


@lru_cache(maxsize=2048)
def _spellings(texts: Texts, label: str) -> frozenset[tuple[str, ...]]:
    """The words of a label in every language, as they are and folded."""
    if label.startswith(_ITSELF):
        written = [label.removeprefix(_ITSELF)]
    else:
        written = [texts.render(language, label) for language in LANGUAGES if label in texts]
    words = {tokens(text) for text in written} - {()}
    return frozenset(words | {fold_words(spelt) for spelt in words})
