"""Fits the linear model and writes it as a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct, field

from bot.train.bank import Bank, Row
from bot.train.matrix import Blocks, Table, Words, make_table, read_words
from bot.train.packing import pack

Array = npt.NDArray[np.float64]


class Recipe(Struct, frozen=True):
    """The choices of training; found by cross-validation."""

    shares: tuple[float, ...] = (0.7, 1.2, 1.4, 0.6, 1.2, 0.6)
    least: int = 2
    strength: float = 0.4
    steps: int = 400
    temperature: float = 0.2


class Fitted(Struct, frozen=True):
    """A fitted model before it is written."""

    topics: tuple[str, ...]
    words: Words
    table: Table
    weights: Array
    bias: Array
    recipe: Recipe = field(default_factory=Recipe)

    def logits(self, texts: Sequence[str]) -> Array:
        matrix = self.table.matrix([self.words.blocks(text) for text in texts])
        return np.asarray(matrix @ self.weights + self.bias)

    def probabilities(self, texts: Sequence[str]) -> Array:
        scaled = self.logits(texts) / self.recipe.temperature
        raised = np.exp(scaled - scaled.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def fit(bank: Bank, rows: Sequence[Row], recipe: Recipe) -> Fitted:
    """Fit on some rows of a bank; the same rows give the same model."""
    from sklearn.svm import LinearSVC

    words = read_words(bank, rows)
    read: list[Blocks] = [words.row_blocks(row) for row in rows]
    table = make_table(read, recipe.shares, recipe.least)
    model = LinearSVC(C=recipe.strength, max_iter=recipe.steps, tol=1e-3, random_state=0)
    model.fit(table.matrix(read), [row.topic for row in rows])
    return Fitted(tuple(model.classes_.tolist()), words, table, model.coef_.T, model.intercept_, recipe)


def packed(bank: Bank, fitted: Fitted, figures: Mapping[str, float] | None = None) -> bytes:
    """Write a model: weights as one signed byte each, with a scale for each feature."""
    weights = np.round(fitted.weights, 6)
    scales = (np.abs(weights).max(axis=1) / 127).astype(np.float16)
    scales = np.maximum(scales, np.finfo(np.float16).tiny)
    small = np.clip(np.round(weights / scales[:, None].astype(np.float64)), -127, 127).astype(np.int8)
    header = {
        "topics": list(fitted.topics),
        "bank": bank.digest,
        "figures": {name: round(value, 2) for name, value in (figures or {}).items()},
        "temperature": fitted.recipe.temperature,
        "shares": list(fitted.recipe.shares),
    }
    arrays = {
        "hashes": fitted.table.hashes,
        "rarity": fitted.table.rarity.astype(np.float16),
        "weights": small,
        "scales": scales,
        "bias": np.round(fitted.bias, 5).astype(np.float32),
    }
    return pack(header, fitted.words.reader, arrays)
