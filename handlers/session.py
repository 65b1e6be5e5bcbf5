"""The place in the talk (Session) and what is known of the person (Person): values, versioned to and from JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from knowledge.catalogue import Language

#: Raised when a stored session could no longer be read as it was meant; older ones restart politely.
VERSION = 1


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
    is about, `offered` the actions of the last choices (for typed numbers), `trail` earlier topics, newest last.
    """

    step: int = 0
    is_greeted: bool = False
    was_told_in_group: bool = False
    awaiting: Awaiting = Awaiting.NOTHING
    then: str = ""
    subject: str = ""
    offered: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    language: str = ""


def session_to_json(session: Session) -> str:
    """Write a session for the store."""
    return json.dumps({"v": VERSION, **asdict(session)}, ensure_ascii=False, separators=(",", ":"))


def session_from_json(text: str | None) -> Session:
    """Read a stored session; one of another version, or a broken one, starts anew but is not greeted again."""
    try:
        values: dict[str, Any] = json.loads(text or "{}")
    except ValueError:
        return Session(is_greeted=True)
    if not text:
        return Session()
    if not isinstance(values, dict) or values.pop("v", None) != VERSION:
        return Session(is_greeted=True)
    known = {field.name for field in fields(Session)}
    kept: dict[str, Any] = {name: value for name, value in values.items() if name in known}
    for name in ("offered", "trail"):
        kept[name] = tuple(kept.get(name, ()))
    kept["awaiting"] = Awaiting(kept.get("awaiting", ""))
    return Session(**kept)
