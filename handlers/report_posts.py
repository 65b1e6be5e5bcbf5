"""Designations and MDO names as reports write them → what the catalogue has: exactly, as a whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from handlers.facts import Post
from knowledge.catalogue import Catalogue
from knowledge.designation_index import DesignationIndex, build_index
from knowledge.designation_match import Named, Reading
from knowledge.library import Library
from knowledge.normalise import designation_tokens, tokens


def post_reader(library: Library) -> Callable[[str], Post]:
    """What makes the text of a designation cell, "" for a blank one, a post.

    A bare abbreviation with several meanings is the catalogue's default (PA: Postal Assistant), else it stays open.
    """
    catalogue = library.catalogue
    index = _index(catalogue)

    def read(written: str) -> Post:
        if not written:
            return Post()
        words = tuple(index.spell(word) for word in designation_tokens(written))
        name = index.names.get(words)
        if name is None:
            return _named(library.designation_in(written, Reading.TELLS))
        if name.collision is None:
            return _one_of(name.designations)
        default = name.collision.default
        return Post(default) if default else _one_of(name.designations, is_open=True)

    return read


@lru_cache(maxsize=2)
def _index(catalogue: Catalogue) -> DesignationIndex:
    return build_index(catalogue)


def _named(found: Named) -> Post:
    """What the cell names as a whole: with other words beside it, it may be another post."""
    if not found.whole:
        return Post(is_unknown=True)
    if found.sure is not None:
        return Post(found.sure.id)
    return _one_of(tuple(one.id for one in found.candidates))


def _one_of(ids: tuple[str, ...], *, is_open: bool = False) -> Post:
    if not ids:
        return Post(is_unknown=True)
    return Post(ids[0]) if len(ids) == 1 and not is_open else Post(meanings=ids)


def circle_reader(library: Library) -> Callable[[str], str | None]:
    """What makes an MDO name a circle or office of the catalogue; None where it names none, or several."""
    names = library.places.names

    def read(mdo: str) -> str | None:
        exact = names.get(tokens(mdo))
        if exact is not None:
            return exact
        found = library.places_in(mdo)
        return found[0] if len(found) == 1 else None

    return read
