"""The lists of a broadcast, as whoever exports them reads them."""

from __future__ import annotations

import pytest

from bot.tables import csv_of
from handlers.cell_cast import PARTS
from knowledge.catalogue import LANGUAGES, Language
from knowledge.library import Library
from reminders.cast_list import Recipient, listed_table
from reminders.report_table import Exported
from reminders.report_words import Words
from tests.reminders.figures_of import NOON

EXPORTED = Exported("member:7", NOON)


def fates(library: Library, language: Language, *listed: Recipient) -> list[tuple[object, ...]]:
    table = listed_table(listed, Words(library.catalogue, language), EXPORTED)
    return [row[3:10] for row in table.rows]


def test_a_line_says_who_where_and_what_became_of_them(library: Library) -> None:
    left = Recipient(1, "E1", "mts", "delhi", "North", "GPO", "dropped", "left", 1_771_000_000)
    odd = Recipient(2, "E2", "Postman (old)", "", "", "", "failed", "=400 Bad Request", 0)
    assert fates(library, "en", left, odd) == [
        ("Delhi Postal Circle", "North", "GPO", "Multi-Tasking Staff", "dropped", "left", "2026-02-13 21:56"),
        ("", "", "", "Postman (old)", "failed", "=400 Bad Request", ""),
    ]
    assert fates(library, "hi", left)[0][0] == "दिल्ली डाक सर्किल"
    table = listed_table([odd], Words(library.catalogue, "en"), EXPORTED)
    assert "'=400" in csv_of(table).decode("utf-8-sig")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", [*PARTS, "queued"])
def test_every_fate_has_words(library: Library, language: Language, state: str) -> None:
    ((*_, fate, _, _),) = fates(library, language, Recipient(1, "", "", "", "", "", state, "", 0))
    assert fate and (language == "en" or not str(fate).isascii())
