"""The parts of a message that may ask different things: sentences, and clauses joined by "and also"."""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge.normalise import tokens

_ENDS = re.compile(r"[.?!।\n;]+\s+|[?!।\n;]+|\s+[-–]\s+")
_COMMAS = re.compile(_ENDS.pattern + r"|,\s+")
#: A clause shorter than this asks nothing of its own.
_FEWEST = 3


def clauses(text: str, joints: Collection[str], at_commas: bool = False) -> tuple[str, ...]:
    """Return the parts of at least three words, in order; `joints` are words that begin a further question.

    `at_commas`: a comma parts as well, as in a list of questions.
    """
    parts: list[str] = []
    for sentence in (_COMMAS if at_commas else _ENDS).split(text):
        words, start = sentence.split(), 0
        for at, word in enumerate(words):
            if at > start and word.strip(",.").casefold() in joints:
                parts.append(" ".join(words[start:at]))
                start = at + 1
        parts.append(" ".join(words[start:]))
    return tuple(part for part in parts if len(tokens(part)) >= _FEWEST)
