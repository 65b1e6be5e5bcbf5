"""The place in the talk (Session) and what is known of the person (Person): values, versioned to and from JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from knowledge.catalogue import Language

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


@dataclass(frozen=True, slots=True)
class Person:
    """What a person told; `curriculum`/`syllabus` only where a deciding question settled them."""

    language: Language | None = None
    designation: str | None = None
    curriculum: str | None = None
    syllabus: str | None = None
    circle: str | None = None
    messages_off: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """Where the talk stands at one address.

    `then` is the topic to answer once the awaited thing is known, `subject` the applicant that a deciding question
    is about, `offered` the actions of the last choices and `labels` what stands on them (for what is typed instead of
    tapped, see `handlers.labels`), `trail` earlier topics, newest last.
    `answers` counts the answers to typed questions since one was rated last; `rated` is the redacted question, and how
    it was understood, while the answer waits for its rating: gone with the next message.
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


_FIELDS = tuple(field.name for field in fields(Session))


def session_to_json(session: Session) -> str:
    """Write a session for the store."""
    values = {"v": VERSION, **{name: getattr(session, name) for name in _FIELDS}}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def session_from_json(text: str | None) -> Session:
    """Read a stored session; one of another version, or a broken one, starts anew but is not greeted again."""
    if not text:
        return Session()
    try:
        values: Any = json.loads(text)
    except ValueError:
        return Session(is_greeted=True)
    if not isinstance(values, dict) or values.get("v") != VERSION:
        return Session(is_greeted=True)
    for name in ("offered", "labels", "trail", "rated"):
        parts = values.get(name)
        values[name] = tuple(part for part in parts if isinstance(part, str)) if isinstance(parts, list) else ()
    values["awaiting"] = next((kind for kind in Awaiting if kind == values.get("awaiting")), Awaiting.NOTHING)
    if not isinstance(values.get("step"), int) or not 0 <= values["step"] < _MOST_STEPS:
        values["step"] = 0
    fresh = Session()
    known = {field.name: type(getattr(fresh, field.name)) for field in fields(Session)}
    return Session(**{name: values[name] for name, kind in known.items() if type(values.get(name)) is kind})
