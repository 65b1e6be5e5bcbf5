"""Look at the store again and again, in a task of its own, whatever goes wrong."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable

_EVERY = 1.0
_STORE_PAUSE = 5.0


async def look_for_ever(
    look: Callable[[], Awaitable[object]], log: logging.Logger, trouble: str, changed: asyncio.Event | None = None
) -> None:
    """Look each second, at once where something `changed`, and again while there is more (`look` returns something).

    `trouble` is what the log says where it fails; after a while it is tried again.
    """
    changed = changed or asyncio.Event()
    while True:
        try:
            while await look():
                pass
        except Exception:
            log.exception("%s; it is tried again", trouble)
            await asyncio.sleep(_STORE_PAUSE)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_EVERY):
                await changed.wait()
        changed.clear()
