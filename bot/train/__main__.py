"""`python -m bot.train` fits the topic model on the phrase bank; `python -m bot.train eval` says how good it is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path

from bot.content import MODEL, SHIPPED, load_library, read_folder
from bot.train.bank import read_bank
from bot.train.fit import Recipe, fit, packed
from bot.train.measure import Thresholds, report
from bot.train.sets import cross_validated, from_file

_USAGE = "python -m bot.train [eval [questions.jsonl ...]]"


def main(words: list[str]) -> int:
    """Train, or evaluate: by cross-validation on the bank, or on files of questions."""
    if not words:
        return _train()
    if words[0] != "eval":
        _say([_USAGE])
        return 2
    return _evaluate([Path(word) for word in words[1:]])


def _train() -> int:
    began = time.monotonic()
    bank = read_bank(read_folder(SHIPPED, []))
    content = packed(bank, fit(bank, bank.rows, Recipe()))
    MODEL.parent.mkdir(exist_ok=True)
    MODEL.write_bytes(content)
    _say([f"{len(bank.rows)} phrases, {len(content):,} bytes, {time.monotonic() - began:.0f} s"])
    return 0


def _evaluate(paths: list[Path]) -> int:
    library = load_library()
    limits = library.catalogue.limits
    thresholds = Thresholds(limits.answer, limits.margin, limits.clarify)
    if not paths:
        bank = read_bank(read_folder(SHIPPED, []))
        _say(["The bank, cross-validated:", *report(cross_validated(bank, library.catalogue, Recipe()), thresholds)])
    for path in paths:
        _say([f"\n{path.name}:", *report(from_file(path, library), thresholds)])
    return 0


def _say(lines: Iterable[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
