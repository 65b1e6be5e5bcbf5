"""An import on the database of the settings, with its key, and how far back things are kept."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from bot.clock import Clock
from bot.data_key import data_key
from bot.imports.importing import Import, Keeps, Wanted, opened
from bot.settings import Settings
from bot.store.keys import open_keys
from knowledge.library import Library
from knowledge.training_year import first_of_years

_DAY = 86_400


@contextlib.contextmanager
def begun(settings: Settings, library: Library, wanted: Wanted) -> Iterator[Import]:
    """Open the database for an import.

    Raises:
        SettingsError, StoreError: the key or the database cannot be used.
    """
    master, catalogue = data_key(settings), library.catalogue
    first = first_of_years(catalogue.years, Clock().now().date(), settings.progress_years)
    keeps = Keeps(wanted.now - catalogue.reports.undo_days * _DAY, first)
    with opened(settings.database_path, lambda db: open_keys(db, master), wanted, keeps) as made:
        yield made
