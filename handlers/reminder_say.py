"""What people want of reminders, in words: off, on, put off, another time of day. Several wishes: the settings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from handlers import reminder_settings
from handlers.reminder_settings import TOPIC
from handlers.spoken import Phrases, made_of, phrases_of
from handlers.step import Decision, Step
from handlers.talk import Talk
from knowledge.catalogue import Catalogue
from knowledge.fold import fold_words
from knowledge.normalise import tokens
from knowledge.reminder_policy import Hour

_WISHES = ("off", "on", "snooze", "tomorrow", "days", "morning", "noon", "evening")
_HOURS = frozenset(Hour)
#: Nobody means more days than these by one message.
_MOST_DAYS = 60


def heard(talk: Talk, text: str, decision: Decision) -> Step | None:
    """Do the one thing that a message about reminders asks for; None where it asks for several, or for another."""
    if decision.action != "answer" or decision.topic != TOPIC or "?" in text:
        return None
    words = fold_words(tokens(text))
    days = _number(talk.catalogue, words)
    said = made_of(_wishes(talk.catalogue), tuple(word for word in words if word not in days)) - {"beside"}
    if "days" in said:
        if said - {"days", "snooze"} or len(days) != 1:
            return None
        number = next(iter(days.values()))
        return reminder_settings.snooze_days(talk, number, decision) if 0 < number <= _MOST_DAYS else None
    if days or len(said) != 1:
        return None
    return _do(talk, next(iter(said)), decision)


def _do(talk: Talk, wish: str, decision: Decision) -> Step:
    if wish in ("off", "on"):
        return reminder_settings.switch(talk, wish == "on", decision)
    if wish in _HOURS:
        return reminder_settings.set_hour(talk, Hour(wish), decision)
    days = 1 if wish == "tomorrow" else talk.view.year.reminders.snooze_days
    return reminder_settings.snooze_days(talk, days, decision)


def _number(catalogue: Catalogue, words: tuple[str, ...]) -> Mapping[str, int]:
    """The number before "days", by its word; any figure counts."""
    numbers = _numbers(catalogue)
    day_words = {word for phrase in _folded(catalogue, "days") for word in phrase}
    found = {word: int(word) for word in words if word.isascii() and word.isdecimal()}
    for place, word in enumerate(words[:-1]):
        if words[place + 1] in day_words and word in numbers:
            found[word] = numbers[word]
    return found


@lru_cache(maxsize=2)
def _numbers(catalogue: Catalogue) -> Mapping[str, int]:
    entries = (entry.rpartition(" ") for entry in catalogue.words["report_numbers"])
    return {fold_words(tokens(word))[0]: int(number) for word, _, number in entries}


@lru_cache(maxsize=2)
def _wishes(catalogue: Catalogue) -> Phrases:
    """The wishes, and the words beside them, as folded words."""
    return phrases_of({name: _folded(catalogue, name) for name in (*_WISHES, "beside")})


@lru_cache(maxsize=16)
def _folded(catalogue: Catalogue, name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(fold_words(tokens(phrase)) for phrase in catalogue.words[f"remind_{name}"])
