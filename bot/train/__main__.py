"""`python -m bot.train`: fit the model on the phrase bank and write it beside the content."""

from __future__ import annotations

import sys
import time

from bot.content import MODEL, SHIPPED, read_folder
from bot.train.bank import read_bank
from bot.train.fit import Recipe, fit, packed


def main() -> None:
    began = time.monotonic()
    bank = read_bank(read_folder(SHIPPED, []))
    content = packed(bank, fit(bank, bank.rows, Recipe()))
    MODEL.parent.mkdir(exist_ok=True)
    MODEL.write_bytes(content)
    sys.stdout.write(f"{len(bank.rows)} phrases, {len(content):,} bytes, {time.monotonic() - began:.0f} s\n")


if __name__ == "__main__":
    main()
