"""Which language a page asks in."""

from __future__ import annotations

from starlette.requests import Request

from knowledge.catalogue import Language


def spoken(request: Request) -> Language:
    """The language that the request names; English where it names none."""
    return "hi" if request.query_params.get("language") == "hi" else "en"
