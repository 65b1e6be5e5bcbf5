"""Make the files that replies only name: the progress card, the dates for a calendar. Each time anew, from the facts
of that moment, for the person of the chat that it is sent to."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from importlib import import_module

from bot.clock import Clock
from bot.picture import PictureError, png_of
from bot.store.addresses import Key
from handlers.made import Made, Wanted, wanted_of
from knowledge.catalogue import Catalogue
from reminders.calendar_file import calendar_of
from reminders.card import Card, blank_card
from reminders.card_picture import card_svg

log = logging.getLogger("dakpath.files")

#: Gives how far the person of a chat is in a training year (its id); None where there is no list of courses to show.
Facts = Callable[[Key, str], Awaitable[Card | None]]


async def nothing_known(key: Key, year: str) -> Card | None:  # noqa: ARG001 - the shape of `Facts`
    """The facts where no progress is kept."""
    return None


class MadeFiles:
    """One picture is drawn at a time: there are replies to send besides."""

    def __init__(self, facts: Facts, catalogue: Callable[[], Catalogue], clock: Clock) -> None:
        self._facts, self._catalogue, self._clock = facts, catalogue, clock
        self._turn = asyncio.Semaphore(1)

    async def make(self, ref: str, key: Key) -> bytes | None:
        """Return the file that a `make:` reference asks for, for the person of that chat.

        None: there is nothing to show any more, or it could not be made (said in the log).
        """
        wanted = wanted_of(ref)
        try:
            return await self._made(wanted, key) if wanted else None
        except PictureError as error:
            log.error("a picture could not be drawn: %s", error)
            return None

    async def _made(self, wanted: Wanted, key: Key) -> bytes | None:
        catalogue, now = self._catalogue(), self._clock.now()
        card = await self._facts(key, wanted.year)
        if wanted.what is Made.CARD:
            if card is None:
                return None
            async with self._turn:
                return await png_of(card_svg(card, catalogue, wanted.language))
        year = next((year for year in catalogue.years if year.id == wanted.year), None)
        if card is None and year is not None:
            card = blank_card(year, now.date())
        if card is None:
            return None
        await asyncio.to_thread(import_module, "icalendar")  # a tenth of a second, the first time
        return calendar_of(card, catalogue, wanted.language, now)
