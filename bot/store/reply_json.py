"""A reply as an outbox row holds it: text keys, parameters and choices as JSON, never rendered text."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from handlers.actions import Verb
from handlers.messages import Choice, Line, Reply
from handlers.ticket import Media, MediaKind
from knowledge.json_text import from_json, to_json

#: Written only where they say something.
_RARE = ("clears", "edits", "answers", "popup", "keyboard")


def reply_to_json(reply: Reply) -> str:
    """Write a row's body."""
    values: dict[str, Any] = {
        "lang": reply.language,
        "lines": [[line.key, dict(line.params)] for line in reply.lines],
        "choices": [[c.label.key, dict(c.label.params), c.verb.value, c.argument] for c in reply.choices],
        "step": reply.step,
    }
    values |= {name: value for name in _RARE if (value := getattr(reply, name))}
    if reply.media:
        values["media"] = [reply.media.kind.value, reply.media.ref, reply.media.name]
    return to_json(values)


@lru_cache(maxsize=2048)
def reply_from_json(text: str) -> Reply:
    """Read a row; the same text gives the same (immutable) reply."""
    values = from_json(text)
    return Reply(
        language=values["lang"],
        lines=tuple(Line(key, tuple(sorted(params.items()))) for key, params in values["lines"]),
        choices=tuple(
            Choice(Line(key, tuple(sorted(params.items()))), Verb(verb), argument)
            for key, params, verb, argument in values["choices"]
        ),
        step=values["step"],
        media=Media(MediaKind(values["media"][0]), *values["media"][1:]) if "media" in values else None,
        **{name: values[name] for name in _RARE if name in values},
    )
