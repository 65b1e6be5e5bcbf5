"""Which designation a message names: surely, one of several, an open abbreviation, or none.

Never guesses: what collides or is undecided comes back as such, with the question that decides.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from knowledge.around import Lists, ends_with_unit, says, words_around
from knowledge.asked_posts import is_changed, posts_asked_for
from knowledge.catalogue import UNDECIDED, Catalogue, Designation
from knowledge.curriculum import agreed
from knowledge.designation_find import Heard, Hit, find, hear, is_small, runs
from knowledge.designation_index import DesignationIndex
from knowledge.open_name import in_short_clause, is_clear, is_somebody, stands_alone, stands_open
from knowledge.promoted import promotions
from knowledge.speaker import Role, is_inside, role_of
from knowledge.tenure import has_lasted, is_cadre


class Named(Struct, frozen=True):
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


class Reading(StrEnum):
    """What a message is, as far as that is known."""

    ANYTHING = "anything"
    ASKS = "asks"  # for the courses of a post: a post in it is most likely the one
    TELLS = "tells"  # the answer to "what is your designation?"


def match_designation(
    catalogue: Catalogue, index: DesignationIndex, text: str, reading: Reading = Reading.ANYTHING
) -> Named:
    """Find the designation that a message is about: the speaker's, or the one asked for."""
    heard = hear(index, text)
    hits = [_left_open(heard, hit) for hit in find(index, heard)]
    if not hits:
        return Named()
    whole = _is_whole(index.lists, heard, hits)
    roles = _roles(index.lists, heard, hits)
    meant = [
        (hit, role) for run, role in roles for hit in run if _counts(index.lists, heard, hit, run, role, whole, reading)
    ]
    if reading is Reading.ASKS:
        meant = posts_asked_for(catalogue, index, heard, roles, meant)
    strong = [(hit, role) for hit, role in meant if not set(hit.name.designations) <= catalogue.words["weak_posts"]]
    meant = strong or meant
    best = max((role for _, role in meant), default=Role.OTHER)
    chosen = [hit for hit, role in meant if role is best]
    if best is Role.OPEN and not whole and _is_disputed(catalogue, index.lists, heard, chosen, roles):
        return Named()
    told = _told_beside(index.lists, heard, chosen) if best > Role.OPEN else None
    if told:
        return Named(catalogue.designations[told], (catalogue.designations[told],), whole=whole)
    return _settle(catalogue, [*chosen, *_spelt_out(chosen, roles)], whole)


def _left_open(heard: Heard, hit: Hit) -> Hit:
    """The abbreviation without its default, where another word of the message speaks against it: "clerk in RMS"."""
    collision = hit.name.collision
    if not collision or not collision.default or not says(heard.plain, collision.open_beside):
        return hit
    return replace(hit, name=replace(hit.name, collision=replace(collision, default=None)))


def _is_disputed(
    catalogue: Catalogue, lists: Lists, heard: Heard, chosen: list[Hit], roles: list[tuple[list[Hit], Role]]
) -> bool:
    """Whether a name that nothing gives to the writer stands after something else, beside one of another list."""
    first = min(hit.start for hit in chosen)
    if all(word in lists["fillers"] for word in heard.plain[:first]) or says(heard.plain, lists["that_is_me"]):
        return False
    if any(stands_alone(lists, heard, hit) for hit in chosen):
        return False
    others = [hit for run, role in roles if role in (Role.OTHER, Role.OPEN) for hit in run if hit not in chosen]
    wanted = _looked_up(catalogue, chosen)
    return any(not is_small(heard, hit) and not _looked_up(catalogue, [hit]) <= wanted for hit in others)


def _looked_up(catalogue: Catalogue, hits: list[Hit]) -> set[tuple[str, str]]:
    named = (catalogue.designations[id_] for hit in hits for id_ in hit.name.designations)
    return {(designation.curriculum, designation.syllabus) for designation in named}


def _told_beside(lists: Lists, heard: Heard, chosen: list[Hit]) -> str | None:
    """The meaning of a lone open abbreviation that another word of the message tells: "SO hu dak bhawan me"."""
    if says(heard.plain, lists["unsure"]):
        return None
    collision = chosen[0].name.collision if len(chosen) == 1 else None
    meant = {id_ for id_, word in collision.told_by if says(heard.plain, frozenset({word}))} if collision else set()
    return meant.pop() if len(meant) == 1 else None


def _spelt_out(chosen: list[Hit], roles: list[tuple[list[Hit], Role]]) -> list[Hit]:
    """The name that tells which of its meanings an open abbreviation has: "SO hu dak bhawan me, section officer"."""
    if any(_ids(hit) for hit in chosen):
        return []
    meant = {id_ for hit in chosen for id_ in hit.name.designations}
    others = [hit for run, role in roles if role is Role.OPEN for hit in run if hit.name.collision is None]
    told = [hit for hit in others if len(hit.name.designations) == 1 and set(hit.name.designations) <= meant]
    return told if len({hit.name.designations for hit in told}) == 1 else []


def _roles(lists: Lists, heard: Heard, hits: list[Hit]) -> list[tuple[list[Hit], Role]]:
    """Names side by side share a role, and so do names joined by "and"; where somebody works is no name of theirs."""
    together = runs(heard, hits)
    spans = [Hit(run[0].start, run[-1].end, run[0].name) for run in together]
    roles = [role_of(lists, heard, span) for span in spans]
    for former, held in promotions(lists, heard, spans):
        roles[former], roles[held] = Role.FORMER, Role.SELF
    _end(lists, heard, spans, roles)
    _join(lists, heard, spans, roles)
    _hold(lists, heard, spans, roles)
    for place, span in enumerate(spans):
        first = spans[place - 1] if place and roles[place - 1] >= Role.OPEN else None
        later = spans[place + 1] if place + 1 < len(spans) and roles[place + 1] >= Role.SELF else None
        if is_inside(lists, heard, span, first, later):
            roles[place] = Role.OTHER
    return list(zip(together, roles, strict=True))


def _end(lists: Lists, heard: Heard, spans: list[Hit], roles: list[Role]) -> None:
    """What is said to have lasted, or how somebody began, is over where the post of today is told after it."""
    for place, span in enumerate(spans):
        after = [role for later, role in enumerate(roles) if later > place and not is_small(heard, spans[later])]
        told = max(after, default=Role.NOBODY)
        lasted = roles[place] is Role.OPEN and told >= Role.OPEN and has_lasted(lists, heard, span)
        if lasted or (roles[place] is Role.BEGAN and told > Role.BEGAN):
            roles[place] = Role.FORMER


def _join(lists: Lists, heard: Heard, spans: list[Hit], roles: list[Role]) -> None:
    """Give names joined by "and" one role: the second's, or somebody else's where the first is somebody else."""
    joined = [
        place
        for place in range(len(spans) - 1)
        if heard.plain[spans[place].end] in lists["with"] and spans[place + 1].start == spans[place].end + 1
    ]
    for place in reversed(joined):
        if roles[place] is Role.OPEN:
            roles[place] = roles[place + 1]
    for place in joined:
        second = spans[place + 1]
        if roles[place] is Role.OPEN and roles[place + 1] <= Role.OPEN and is_somebody(lists, heard, second):
            roles[place] = roles[place + 1] = Role.NOBODY
        first_is_open = roles[place] is Role.OPEN and stands_open(lists, heard, spans[place])
        if roles[place + 1] is Role.OPEN and not first_is_open:
            roles[place + 1] = Role.OTHER


def _hold(lists: Lists, heard: Heard, spans: list[Hit], roles: list[Role]) -> None:
    """Beside the work that somebody does, an open name is the post they hold: "PA, officiating as IP"."""
    if Role.DOES in roles:
        for place, span in enumerate(spans):
            if roles[place] is Role.OPEN and stands_open(lists, heard, span):
                roles[place] = Role.SELF
    if any(role >= Role.DOES for role in roles):
        for place, span in enumerate(spans):
            if roles[place] is Role.OPEN and is_cadre(lists, heard, span):
                roles[place] = Role.CADRE


def _is_whole(lists: Lists, heard: Heard, hits: list[Hit]) -> bool:
    covered = {place for hit in hits for place in range(hit.start, hit.end)}
    rest = [word for place, word in enumerate(heard.plain) if place not in covered]
    return all(word in lists["fillers"] or word.isdigit() for word in rest)


def _counts(lists: Lists, heard: Heard, hit: Hit, run: list[Hit], role: Role, whole: bool, reading: Reading) -> bool:
    """Whether a name with this role is the designation that the message is about."""
    if role < Role.OPEN or is_changed(lists, heard, hit):
        return False
    if reading is Reading.TELLS or len(heard.plain) == hit.end - hit.start:
        return True
    around = Hit(run[0].start, run[-1].end, hit.name)
    if is_small(heard, hit):
        return role is not Role.OPEN and is_clear(lists, heard, around)
    if role is not Role.OPEN or whole:
        return True
    if not stands_open(lists, heard, around):
        return False
    single = around.end - around.start == 1
    doubtful = single and (hit.start in heard.repaired or heard.plain[hit.start] in lists["everyday_names"])
    begins = hit.start == 0 and ends_with_unit(lists, words_around(lists, heard, hit))
    return not doubtful or begins or in_short_clause(heard, hit)


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
