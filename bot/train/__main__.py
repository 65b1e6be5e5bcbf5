"""`python -m bot.train` fits the topic model on the phrase bank; `python -m bot.train eval` says how good it is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path

from msgspec import to_builtins

from bot.content import MODEL, SHIPPED, load_library, read_folder
from bot.train.bank import read_bank
from bot.train.chart import draw
from bot.train.fit import Recipe, fit, packed
from bot.train.measure import Figures, figures, report
from bot.train.sets import cross_validated, from_file
from knowledge.model import figures_of

PICTURE = Path("build/eval.png")
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
    """Write the model; print the bank's cross-validated figures as the last training left them, and now."""
    began = time.monotonic()
    library = load_library()
    bank = read_bank(read_folder(SHIPPED, []))
    now = figures(cross_validated(bank, library.catalogue, Recipe()), library.catalogue.thresholds)
    before = figures_of(MODEL.read_bytes()) if MODEL.exists() else None
    content = packed(bank, fit(bank, bank.rows, Recipe()), to_builtins(now))
    MODEL.parent.mkdir(exist_ok=True)
    written = MODEL.with_suffix(".new")
    written.write_bytes(content)
    written.replace(MODEL)  # a running assistant keeps the file it has mapped
    rows = [f"{'before':8}{Figures(**before).row()}"] if before else []
    _say([f"{'':8}{Figures.HEAD}", *rows, f"{'now':8}{now.row()}"])
    _say([f"{len(bank.rows)} phrases, {len(content):,} bytes, {time.monotonic() - began:.0f} s"])
    return 0


def _evaluate(paths: list[Path]) -> int:
    library = load_library()
    thresholds = library.catalogue.thresholds
    bank = read_bank(read_folder(SHIPPED, []))
    sets = {"The bank, cross-validated": cross_validated(bank, library.catalogue, Recipe())}
    sets |= {path.name: from_file(path, library) for path in paths}
    for name, cases in sets.items():
        _say([f"\n{name}:", *report(cases, thresholds)])
    PICTURE.parent.mkdir(exist_ok=True)
    draw(sets, thresholds, PICTURE)
    _say([f"\npicture: {PICTURE}"])
    return 0


def _say(lines: Iterable[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
