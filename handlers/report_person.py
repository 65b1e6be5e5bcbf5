"""Who a row is, and what it says of that person beside progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from handlers.report_cell import Cells, columns_of
from handlers.report_posts import circle_reader, post_reader
from handlers.report_row import Fault, Identity, ImportSettings, PersonFacts
from knowledge.library import Library
from knowledge.normalise import tokens
from knowledge.report_cells import email_of, id_of, is_masked_mobile, mobile_of
from knowledge.report_kinds import Header, folded

T = TypeVar("T")

#: Fields of a person, in the order in which their cells are given.
FIELDS = ("employee_id", "email", "mobile", "name", "designation", "group", "mdo", "division", "office", "profile")
_GROUPS = frozenset("abcd")


class PersonRead(NamedTuple):
    """`faults`: why it is nobody, or nobody of ours. `notices`: what was passed over, without personal values."""

    who: Identity
    person: PersonFacts
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]


def person_reader(
    library: Library, header: Header, settings: ImportSettings
) -> tuple[tuple[str, ...], Callable[[Sequence[str]], PersonRead]]:
    """The fields of persons that the file has, and what reads their cells."""
    fields = tuple(field for field in FIELDS if field in header.places)
    return fields, _PersonReader(library, header, settings, fields)


class _PersonReader:
    def __init__(self, library: Library, header: Header, settings: ImportSettings, fields: tuple[str, ...]) -> None:
        self._rules = library.catalogue.reports
        self._columns, self._fields, self._settings = columns_of(header), fields, settings
        self._post, self._circle = _kept(post_reader(library)), _kept(circle_reader(library))

    def __call__(self, values: Sequence[str]) -> PersonRead:
        cells = Cells(self._rules, self._columns, self._fields, values)
        notices: list[Fault] = []
        who = self._who(cells, notices)
        place, circle = self._circle(cells["mdo"]), self._settings.circle
        if cells["mdo"] and place is None:
            notices.append(cells.fault("mdo", "mdo"))
        elif place is not None and self._settings.only not in (None, place):
            cells.add("other-circle", "mdo")
        post = self._post(cells["designation"])
        if post.is_unknown:
            notices.append(cells.fault("designation", "designation"))
        is_verified, has_left = self._profile(cells, notices)
        person = PersonFacts(
            name=cells["name"],
            designation_written=cells["designation"],
            post=post,
            group=_group(cells["group"]),
            circle=place or circle,
            division=cells["division"],
            office=cells["office"],
            is_verified=is_verified,
            has_left=has_left,
        )
        return PersonRead(who, person, tuple(cells.faults), tuple(notices))

    def _who(self, cells: Cells, notices: list[Fault]) -> Identity:
        """By what the person is found; what cannot be read is passed over where something better is there.

        A mobile alone tells who it is only where the row has no employee id and no e-mail, not even unreadable ones.
        """
        before, cells.faults = cells.faults, []
        id_ = "" if cells["employee_id"] in self._rules.words["no_ids"] else cells.read("employee_id", "id", id_of)
        email = cells.read("email", "email", email_of)
        mobile = cells.read("mobile", "masked" if is_masked_mobile(cells["mobile"]) else "mobile", mobile_of)
        unread, cells.faults = cells.faults, before
        if id_ or email or (mobile and not unread):
            notices += (fault._replace(value="") for fault in unread)
        else:
            cells.faults += unread or [Fault("nobody")]
        return Identity(id_ or "", email or "", mobile or "")

    def _profile(self, cells: Cells, notices: list[Fault]) -> tuple[bool | None, bool | None]:
        """Whether the profile is verified, and whether its person has left."""
        if not cells["profile"]:
            return None, None
        word = folded(cells["profile"])
        meant = self._rules.profiles.get(word)
        if meant is None:
            notices.append(cells.fault("profile", "profile"))
            return None, None
        return (None, True) if meant == "left" else (meant == "verified", False)


def _group(written: str) -> str:
    """The Group's letter, or what is written where it is none: "Group 'B' (Gazetted)" is B."""
    letters = {word for word in tokens(written) if word in _GROUPS}
    return letters.pop().upper() if len(letters) == 1 else written


def _kept(read: Callable[[str], T]) -> Callable[[str], T]:
    """Read each text once: a report has few designations and MDO names, on many rows."""
    return lru_cache(maxsize=4096)(read)
