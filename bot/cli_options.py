"""What options of several commands say: a day, a language. What is neither ends with one line that names the option."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.settings import SettingsError

if TYPE_CHECKING:
    from knowledge.catalogue import Language


def day_named(option: str, text: str) -> date:
    """A day as it is typed: YYYY-MM-DD.

    Raises:
        SettingsError: it is none.
    """
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise SettingsError(f"{option}: {text} is no day like 2026-02-10") from None


def language_named(text: str) -> Language:
    """Which language `--language` names.

    Raises:
        SettingsError: none.
    """
    from knowledge.catalogue import LANGUAGES

    found = next((one for one in LANGUAGES if one == text), None)
    if found is None:
        raise SettingsError("--language: must be en or hi")
    return found
