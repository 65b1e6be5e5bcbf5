"""A reply as an outbox row holds it: text keys, parameters and choices as JSON, never rendered text."""

from __future__ import annotations

import json
from functools import lru_cache

from handlers.actions import Verb
from handlers.messages import Choice, Line, Reply


def reply_to_json(reply: Reply) -> str:
    """Write a row's body."""
    values = {
        "lang": reply.language,
        "lines": [[line.key, dict(line.params)] for line in reply.lines],
        "choices": [[c.label.key, dict(c.label.params), c.verb.value, c.argument] for c in reply.choices],
        "step": reply.step,
    }
    if reply.clears:
        values["clears"] = True
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=2048)
def reply_from_json(text: str) -> Reply:
    """Read a row; the same text gives the same (immutable) reply."""
    values = json.loads(text)
    return Reply(
        language=values["lang"],
        lines=tuple(Line(key, tuple(sorted(params.items()))) for key, params in values["lines"]),
        choices=tuple(
            Choice(Line(key, tuple(sorted(params.items()))), Verb(verb), argument)
            for key, params, verb, argument in values["choices"]
        ),
        step=values["step"],
        clears=values.get("clears", False),
    )
