"""The writer's own post beside another's: every pair of posts in every kind of sentence, never the other's list."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import load_library
from knowledge.catalogue import UNDECIDED
from knowledge.designation_match import Named, Reading
from knowledge.library import Library

EXPECTATIONS = Path(__file__).parents[1] / "expectations"
GROUPS = yaml.safe_load((EXPECTATIONS / "whose_post.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def looked_up(named: Named) -> tuple[str | None, str | None]:
    return named.curriculum, named.syllabus


def is_sure_of(got: str | None) -> bool:
    return got not in (None, UNDECIDED)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["lang"])
def test_the_writers_own_post_is_found_or_asked_for(library: Library, group: dict[str, Any]) -> None:
    right, wrong, asked = 0, [], 0
    for sentence in group["own"]:
        for own, other in permutations(group["posts"], 2):
            text = sentence.format(own=own[0], other=other[0])
            got = looked_up(library.designation_in(text, Reading.ASKS))
            asked += 1
            right += got == tuple(own[1:])
            wrong += [
                text for value, expected in zip(got, own[1:], strict=True) if is_sure_of(value) and value != expected
            ]
    assert wrong == []
    assert right / asked >= 0.93


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["lang"])
def test_somebody_elses_post_is_never_the_writers(library: Library, group: dict[str, Any]) -> None:
    sentences = [sentence.format(other=post[0]) for sentence in group["nobody"] for post in group["posts"]]
    named = {text: looked_up(library.designation_in(text)) for text in sentences}
    assert [text for text, got in named.items() if any(map(is_sure_of, got))] == []


def test_a_post_of_no_list_gets_none(library: Library) -> None:
    rows = yaml.safe_load((EXPECTATIONS / "other_posts.yaml").read_text(encoding="utf-8"))
    texts = [sentence.format(post=post) for post in rows["posts"] for sentence in rows["sentences"]]
    named = {text: looked_up(library.designation_in(text, Reading.ASKS)) for text in texts}
    assert [text for text, got in named.items() if any(map(is_sure_of, got))] == []
