"""Which designation a message names: surely, one of several, an open abbreviation, or none.

Never guesses: what collides or is undecided comes back as such, with the question that decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalogue import UNDECIDED, Catalogue, Designation
from knowledge.curriculum import agreed
from knowledge.designation_find import Heard, Hit, find, hear
from knowledge.designation_index import DesignationIndex
from knowledge.speaker import Lists, Role, in_short_clause, is_clear, role_of, stands_open


@dataclass(frozen=True, slots=True)
class Named:
    """The designations that a message may mean.

    `sure` is the one that is meant, or None; `candidates` are all that fit, best first; `question` is the id of
    the question that decides a colliding abbreviation. `whole` says that the message is nothing but the name.
    """

    sure: Designation | None = None
    candidates: tuple[Designation, ...] = ()
    question: str | None = None
    whole: bool = False

    def __bool__(self) -> bool:
        return bool(self.candidates or self.question)

    @property
    def curriculum(self) -> str | None:
        """The curriculum that all candidates share, `UNDECIDED` where they differ, None where nothing is named."""
        return self._agreed()[0]

    @property
    def syllabus(self) -> str | None:
        return self._agreed()[1]

    def _agreed(self) -> tuple[str | None, str | None]:
        if self.sure:
            return self.sure.curriculum, self.sure.syllabus
        if self.question is not None:
            return UNDECIDED, UNDECIDED
        return agreed(self.candidates) if self.candidates else (None, None)


def match_designation(catalogue: Catalogue, index: DesignationIndex, text: str, alone: bool = False) -> Named:
    """Find the speaker's designation in a message; `alone`: the message answers "what is your designation?"."""
    heard = hear(index, text)
    hits = find(index, heard)
    if not hits:
        return Named()
    whole = _is_whole(index.lists, heard, hits)
    roles: list[tuple[Hit, Role]] = []
    for hit in hits:
        beside = roles[-1] if roles and roles[-1][0].end == hit.start else None
        role = role_of(index.lists, heard, hit)
        if role is Role.OPEN and beside and beside[1] > Role.OPEN:
            role = beside[1]
        roles.append((hit, role))
    meant = [(hit, role) for hit, role in roles if _counts(index.lists, heard, hit, role, whole, alone)]
    best = max((role for _, role in meant), default=Role.OTHER)
    return _settle(catalogue, [hit for hit, role in meant if role is best], whole)


def _is_whole(lists: Lists, heard: Heard, hits: list[Hit]) -> bool:
    covered = {place for hit in hits for place in range(hit.start, hit.end)}
    rest = [word for place, word in enumerate(heard.plain) if place not in covered]
    return all(word in lists["fillers"] or word.isdigit() for word in rest)


def _counts(lists: Lists, heard: Heard, hit: Hit, role: Role, whole: bool, alone: bool) -> bool:
    """Whether a name with this role is the designation that the message is about."""
    if role < Role.OPEN or _is_changed(lists, heard, hit):
        return False
    words, single = heard.plain[hit.start : hit.end], hit.end - hit.start == 1
    if alone or len(heard.plain) == len(words):
        return True
    if hit.name.collision and hit.name.collision.word and hit.start not in heard.capital:
        return role is not Role.OPEN and is_clear(lists, heard, hit)
    if role is not Role.OPEN:
        return True
    if not whole and not stands_open(lists, heard, hit):
        return False
    doubtful = single and (hit.start in heard.repaired or words[0] in lists["everyday_names"])
    return whole or not doubtful or in_short_clause(heard, hit)


def _is_changed(lists: Lists, heard: Heard, hit: Hit) -> bool:
    """A word before it makes another post of it: "joint inspector" is not an inspector that we know."""
    return hit.start > 0 and heard.words[hit.start - 1] in lists["changes"]


def _settle(catalogue: Catalogue, hits: list[Hit], whole: bool) -> Named:
    """A plain name outranks an open abbreviation; what changes the standing (contract, retired) outranks the post."""
    if not hits:
        return Named()
    settled = [id_ for hit in hits for id_ in _ids(hit)]
    standing = [id_ for id_ in settled if id_ in catalogue.words["standing"]]
    ids = tuple(dict.fromkeys(standing or settled))
    if len(ids) == 1:
        designation = catalogue.designations[ids[0]]
        return Named(designation, _candidates(catalogue, hits) or (designation,), whole=whole)
    if ids:
        return Named(None, tuple(catalogue.designations[id_] for id_ in ids), whole=whole)
    first = next(hit.name.collision for hit in hits if hit.name.collision)
    return Named(None, _candidates(catalogue, hits), question=first.question, whole=whole)


def _ids(hit: Hit) -> tuple[str, ...]:
    collision = hit.name.collision
    if collision is None:
        return hit.name.designations
    return (collision.default,) if collision.default else ()


def _candidates(catalogue: Catalogue, hits: list[Hit]) -> tuple[Designation, ...]:
    ids = dict.fromkeys(id_ for hit in hits for id_ in hit.name.designations)
    return tuple(catalogue.designations[id_] for id_ in ids)
