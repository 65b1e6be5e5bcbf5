"""What is noted as done, as people read it: a course's title, the assessment, the green tick."""

from __future__ import annotations

from handlers.facts import ASSESSMENT, MAPPED, VERIFIED
from handlers.marks import failed_of
from handlers.messages import Line, line, plain
from handlers.own_list import title
from handlers.talk import Talk

_LABELS = {ASSESSMENT: "button-assessment", VERIFIED: "button-verified", MAPPED: "button-mapped"}
_TITLES = {ASSESSMENT: "mark-assessment", VERIFIED: "mark-verified", MAPPED: "mark-mapped"}


def titles(talk: Talk, keys: tuple[str, ...]) -> str:
    """All of them in one sentence."""
    return ", ".join(_title(talk, key) for key in keys)


def items(talk: Talk, keys: tuple[str, ...]) -> tuple[Line, ...]:
    """One item of a list each."""
    return tuple(line("courses-line", title=_title(talk, key)) for key in keys)


def label(talk: Talk, key: str) -> Line:
    """What stands on the button; a plan's own title is cut."""
    if key in _LABELS:
        return line(_LABELS[key])
    if failed_of(key):
        return line("button-failed")
    course = talk.catalogue.courses.get(key)
    if course:
        return plain(course.label)
    most = talk.catalogue.limits.label_characters or 20
    own = title(talk.catalogue, key)
    return plain(own if len(own) <= most else own[: most - 1] + "…")


def _title(talk: Talk, key: str) -> str:
    if key in _TITLES:
        return talk.catalogue.texts.render(talk.language, _TITLES[key])
    failed = failed_of(key)
    if failed:
        return talk.catalogue.texts.render(talk.language, "mark-failed", {"count": failed.times})
    return title(talk.catalogue, key)
