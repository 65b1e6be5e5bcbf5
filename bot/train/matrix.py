"""Phrases as a matrix of weighted features: the same numbers that `knowledge.model` computes for one message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from bot.train.bank import Bank, Row
from knowledge.features import BLOCKS, COMMON, Reader, features
from knowledge.fold import fold
from knowledge.lexicon import build_lexicon
from knowledge.normalise import tokens
from knowledge.spelling import build_speller

Blocks = tuple[tuple[int, ...], ...]


class Words(Struct, frozen=True):
    """The word knowledge of some rows of a bank."""

    reader: Reader
    declined: str

    def blocks(self, text: str) -> Blocks:
        return features(self.reader.read(text))

    def row_blocks(self, row: Row) -> Blocks:
        """As `blocks`, for a row that was counted itself."""
        return features(self.reader.read(row.text, own=0 if row.topic == self.declined else 1))


class Table(Struct, frozen=True):
    """The features that are kept, and their rarity."""

    hashes: npt.NDArray[np.uint32]
    rarity: npt.NDArray[np.float64]
    shares: tuple[float, ...]

    def matrix(self, read: Sequence[Blocks]) -> Any:
        """Return the sparse matrix messages x features; each block of a message has its share as length."""
        from scipy import sparse

        total = sparse.csr_matrix((len(read), len(self.hashes)))
        for at, share in enumerate(self.shares):
            lengths = [len(blocks[at]) for blocks in read]
            found = np.fromiter((number for blocks in read for number in blocks[at]), np.uint32, sum(lengths))
            places = np.minimum(np.searchsorted(self.hashes, found), len(self.hashes) - 1)
            known = self.hashes[places] == found
            rows = np.repeat(np.arange(len(read)), lengths)[known]
            part = sparse.csr_matrix((np.ones(len(rows)), (rows, places[known])), shape=total.shape)
            part.sum_duplicates()
            part.data = (1 + np.log(part.data)) * self.rarity[part.indices]
            norms = np.sqrt(np.asarray(part.multiply(part).sum(axis=1)).ravel())
            total = total + sparse.diags(share / np.where(norms > 0, norms, 1.0)) @ part
        return total.tocsr()


def read_words(bank: Bank, rows: Sequence[Row]) -> Words:
    """Return the word knowledge of some rows; words that stand once are no target of a repair."""
    counts = Counter(word for row in rows for word in set(tokens(row.text)))
    vocabulary = tuple(sorted(word for word, count in counts.items() if count > 1))
    speller = build_speller(bank.spellings, vocabulary)
    inside = Counter(
        word
        for row in rows
        if row.topic != bank.declined
        for word in {fold(speller.meant(typed)) for typed in tokens(row.text)}
    )
    capped = {word: min(count, COMMON + 1) for word, count in sorted(inside.items())}
    return Words(Reader(speller, build_lexicon(bank.lexicon, speller), capped), bank.declined)


def make_table(read: Sequence[Blocks], shares: tuple[float, ...], least: int) -> Table:
    """Keep the features that stand in at least so many phrases."""
    each = [np.unique(np.array([number for block in blocks for number in block], np.uint32)) for blocks in read]
    hashes, counts = np.unique(np.concatenate(each), return_counts=True)
    kept = counts >= least
    rarity = np.log((1 + len(read)) / (1 + counts[kept])) + 1
    if len(shares) != len(BLOCKS):
        raise ValueError(f"one share for each of {BLOCKS}")
    return Table(hashes[kept], rarity.astype(np.float16).astype(np.float64), shares)
