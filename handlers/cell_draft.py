"""A broadcast while it is written: kept as JSON for one member at one address until it is confirmed or given up."""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum

from msgspec import Struct, to_builtins


class Awaits(StrEnum):
    """What the member's next message is."""

    NOTHING = ""
    AUDIENCE = "audience"
    LIST = "list"
    ENGLISH = "en"
    HINDI = "hi"
    TIME = "time"


class Draft(Struct, frozen=True):
    """What is written so far. `audience` is its typed form, "" where none is chosen.

    `joins`: how the next condition is added ("and", "or", "" in place of all), `negates`: as its opposite. `send_at`:
    not before (seconds since 1970; 0: at once). `tested`: the fingerprint that a test was sent of. `agreed`: the hosts,
    as one text, that an administrator agreed to link to. `warned`: told that the same went out lately.
    """

    audience: str = ""
    text_en: str = ""
    text_hi: str = ""
    send_at: int = 0
    awaits: Awaits = Awaits.NOTHING
    joins: str = ""
    negates: bool = False
    tested: str = ""
    agreed: str = ""
    warned: str = ""

    @property
    def texts_mark(self) -> str:
        """Names both texts: a test counts for what was tested."""
        return _mark(self.text_en, self.text_hi)

    @property
    def fingerprint(self) -> str:
        """Names the texts and the audience: the same again within a day is told."""
        return _mark(self.audience, self.text_en, self.text_hi)


def draft_to_json(draft: Draft) -> str:
    """Write only what says something."""
    return json.dumps({name: value for name, value in to_builtins(draft).items() if value}, ensure_ascii=False)


def draft_from_json(text: str) -> Draft:
    """Read a draft; what this version does not know is left out."""
    try:
        values = json.loads(text)
    except ValueError:
        return Draft()
    if not isinstance(values, dict):
        return Draft()
    known = {name: values[name] for name in Draft.__struct_fields__ if name in values}
    awaits = next((one for one in Awaits if one == known.get("awaits")), Awaits.NOTHING)
    return Draft(**{**known, "awaits": awaits})


def _mark(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
