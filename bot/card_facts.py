"""How far the person of a chat is, for the files that are made when they are sent. What makes them is loaded late."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.made_files import Facts
from bot.store.addresses import Key
from bot.store.reminder_base import ReminderStore
from knowledge.catalogue import Catalogue

if TYPE_CHECKING:
    from reminders.card import Card


def card_facts(store: ReminderStore, catalogue: Callable[[], Catalogue], clock: Clock) -> Facts:
    """Give the card of a chat's person, from what the store knows at that moment."""

    async def card(key: Key, year: str) -> Card | None:
        from reminders.card_of import card_of

        known = catalogue()
        of = next((one for one in known.years if one.id == year), None)
        facts = await store.facts_at(key, of) if of else None
        return card_of(facts, known, of, clock.now().date()) if facts and of else None

    return card
