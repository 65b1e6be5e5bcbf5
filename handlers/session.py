"""The place in the talk (Session) and what is known of the person (Person): values, versioned to and from JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from msgspec import Struct

from handlers.walk_place import Walk, walk_from_json, walk_to_json
from knowledge.catalogue import Language
from knowledge.json_text import from_json, to_json

#: Raised when a stored session could no longer be read as it was meant; older ones restart politely.
VERSION = 1
#: More steps than any talk has: a button's data must stay short.
_MOST_STEPS = 10**11


class Awaiting(StrEnum):
    """What the next message is expected to be."""

    NOTHING = ""
    DESIGNATION = "designation"
    CIRCLE = "circle"
    QUESTION = "question"
    DELETE = "delete"
    EVIDENCE = "evidence"
    MARK = "mark"
    LINK = "link"


class Person(Struct, frozen=True):
    """What a person told; `curriculum`/`syllabus` only where a deciding question settled them."""

    language: Language | None = None
    designation: str | None = None
    curriculum: str | None = None
    syllabus: str | None = None
    circle: str | None = None
    messages_off: bool = False


class Session(Struct, frozen=True):
    """Where the talk stands at one address.

    `then` is the topic to answer once the awaited thing is known, `subject` the applicant that a deciding question
    is about, `offered` the actions of the last choices and `labels` what stands on them (for what is typed instead of
    tapped, see `handlers.labels`), `trail` earlier topics, newest last.
    `answers` counts the answers to typed questions since one was rated last; `rated` is the redacted question, and how
    it was understood, while the answer waits for its rating: gone with the next message. `walk` is the guided walk that
    goes on, or was left; `unclear` counts the messages in a row that were not understood.
    `said` are the last typed messages, redacted, for a helper who takes over. `asks` are the questions still to
    be asked before that, `evidence` what was answered, each as id and answer in turn; `opened`: when the last requests
    were opened.
    `link`: the employee id that was written and still needs its code.
    `marks`: what the person is about to note as done, or just did (see `handlers.marks`).
    `minute`/`written`: how many messages came in the minute that began then (seconds since 1970).
    """

    step: int = 0
    is_greeted: bool = False
    was_told_in_group: bool = False
    awaiting: Awaiting = Awaiting.NOTHING
    then: str = ""
    subject: str = ""
    offered: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    language: str = ""
    answers: int = 0
    rated: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    minute: int = 0
    written: int = 0
    unclear: int = 0
    walk: Walk | None = None
    marks: tuple[str, ...] = ()
    link: tuple[str, ...] = ()


_FIELDS = Session.__struct_fields__
_FRESH = {name: getattr(Session(), name) for name in _FIELDS}
_LISTS = tuple(name for name in _FIELDS if type(_FRESH[name]) is tuple)


def session_to_json(session: Session) -> str:
    """Write a session for the store."""
    told = ((name, getattr(session, name)) for name in _FIELDS)
    values: dict[str, Any] = {"v": VERSION, **{name: value for name, value in told if value != _FRESH[name]}}
    if session.walk is not None:
        values["walk"] = walk_to_json(session.walk)
    return to_json(values)


def session_from_json(text: str | None) -> Session:
    """Read a stored session; one of another version, or a broken one, starts anew but is not greeted again."""
    if not text:
        return Session()
    try:
        values: Any = from_json(text)
    except ValueError:
        return Session(is_greeted=True)
    if not isinstance(values, dict) or values.get("v") != VERSION:
        return Session(is_greeted=True)
    for name in _LISTS:
        parts = values.get(name)
        values[name] = tuple(part for part in parts if isinstance(part, str)) if isinstance(parts, list) else ()
    values["awaiting"] = next((kind for kind in Awaiting if kind == values.get("awaiting")), Awaiting.NOTHING)
    if not isinstance(values.get("step", 0), int) or not 0 <= values.get("step", 0) < _MOST_STEPS:
        values["step"] = 0
    walk = walk_from_json(values.pop("walk", None))
    kinds = {name: type(value) for name, value in _FRESH.items() if name != "walk"}
    return Session(walk=walk, **{name: values[name] for name, kind in kinds.items() if type(values.get(name)) is kind})
