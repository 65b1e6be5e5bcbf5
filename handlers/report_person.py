"""Who a row is, and what it says of that person beside progress."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from handlers.facts import Post
from handlers.report_cell import Cells, columns_of
from handlers.report_posts import circle_reader, post_reader
from handlers.report_row import Fault, Identity, ImportSettings, PersonFacts
from knowledge.library import Library
from knowledge.normalise import tokens
from knowledge.report_cells import email_of, id_of, is_masked_mobile, mobile_of
from knowledge.report_kinds import Header, folded

#: What is each person's own, and what many have in common: read once for all of them.
_OWN = ("employee_id", "email", "mobile", "name")
_COMMON = ("designation", "group", "mdo", "division", "office", "profile")
_GROUPS = frozenset("abcd")
#: Cells of `_OWN`, joined, that are good as they stand; nearly all are. A masked mobile is passed over.
_GOOD = re.compile(
    r"([A-Za-z]{0,6}\d*[1-9]\d\d+|)"
    r"\x1f([A-Za-z0-9][A-Za-z0-9._%+-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}|)"
    r"\x1f(?:(?:\+?91[- ]?|0)?([6-9]\d{4})[- ]?(\d{5})|(\d*[*xX]{2}[\d*xX]*)|)"
    r"\x1f([A-Za-z\u0900-\u097f][^\s\x1f\u200b\ufeff]{2,}(?: [^\s\x1f\u200b\ufeff]+)*)"
)
#: Makes a named tuple without looking at names: half the time, and nearly every row passes here.
_new = tuple.__new__
#: So many different sets of what persons have in common are remembered.
_REMEMBERED = 20_000


class PersonRead(NamedTuple):
    """`faults`: why it is nobody, or nobody of ours. `notices`: what was passed over, without personal values."""

    who: Identity
    person: PersonFacts
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]


class _Common(NamedTuple):
    """What `PersonFacts` has after the name, in its order, and what was found while reading it."""

    values: tuple[str, Post, str, str | None, str, str, bool | None, bool | None]
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]


def person_reader(
    library: Library, header: Header, settings: ImportSettings
) -> tuple[tuple[str, ...], Callable[[tuple[str, ...]], PersonRead]]:
    """The fields of persons that the file has, and what reads their cells."""
    reader = _PersonReader(library, header, settings)
    return (*reader.own, *reader.common), reader


class _PersonReader:
    def __init__(self, library: Library, header: Header, settings: ImportSettings) -> None:
        self._rules, self._settings = library.catalogue.reports, settings
        self._columns = columns_of(header)
        self.own = tuple(field for field in _OWN if field in header.places)
        self.common = tuple(field for field in _COMMON if field in header.places)
        self._post, self._circle = post_reader(library), circle_reader(library)
        self._read_common = lru_cache(_REMEMBERED)(self._common)
        self._blank = self._rules.words["blank"]
        self._masked = (Fault("masked", self._columns.get("mobile", "")),)
        #: Where each of `_OWN` stands among the cells; -1: the file has no such column.
        self._places = [self.own.index(field) if field in self.own else -1 for field in _OWN]

    def __call__(self, values: tuple[str, ...]) -> PersonRead:
        own = values[: len(self.own)]
        common = self._read_common(values[len(self.own) :])
        if len(own) < len(_OWN):
            good = _GOOD.fullmatch("\x1f".join([own[place] if place >= 0 else "" for place in self._places]))
        else:
            good = _GOOD.fullmatch("\x1f".join(own))
        if good:
            id_, email, head, tail, masked, name = good.groups()
            if (id_ or email) and name.lower() not in self._blank:
                who = _new(Identity, (id_, email.lower(), head + tail if head else ""))
                notices = (*self._masked, *common.notices) if masked else common.notices
                person = _new(PersonFacts, (name, *common.values))
                return _new(PersonRead, (who, person, common.faults, notices))
        return self._slowly(own, common)

    def _slowly(self, own: tuple[str, ...], common: _Common) -> PersonRead:
        """Cell by cell."""
        cells = Cells(self._rules, self._columns, self.own, own)
        notices: list[Fault] = []
        who = self._who(cells, notices)
        person = PersonFacts(cells["name"], *common.values)
        return PersonRead(who, person, (*cells.faults, *common.faults), (*notices, *common.notices))

    def _common(self, values: Sequence[str]) -> _Common:
        cells = Cells(self._rules, self._columns, self.common, values)
        notices: list[Fault] = []
        place = self._circle(cells["mdo"])
        if cells["mdo"] and place is None:
            notices.append(cells.fault("mdo", "mdo"))
        elif place is not None and self._settings.only not in (None, place):
            cells.add("other-circle", "mdo")
        post = self._post(cells["designation"])
        if post.is_unknown:
            notices.append(cells.fault("designation", "designation"))
        profile = self._profile(cells, notices)
        circle, group = place or self._settings.circle, _group(cells["group"])
        known = (cells["designation"], post, group, circle, cells["division"], cells["office"], *profile)
        return _Common(known, tuple(cells.faults), tuple(notices))

    def _who(self, cells: Cells, notices: list[Fault]) -> Identity:
        """By what the person is found; what cannot be read is passed over where something better is there.

        A mobile alone tells who it is only where the row has no employee id and no e-mail, not even unreadable ones.
        """
        before, cells.faults = cells.faults, []
        id_ = cells.read("employee_id", "id", id_of)
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
        meant = self._rules.profiles.get(folded(cells["profile"]))
        if meant is None:
            notices.append(cells.fault("profile", "profile"))
            return None, None
        return (None, True) if meant == "left" else (meant == "verified", False)


def _group(written: str) -> str:
    """The Group's letter, or what is written where it is none: "Group 'B' (Gazetted)" is B."""
    letters = {word for word in tokens(written) if word in _GROUPS}
    return letters.pop().upper() if len(letters) == 1 else written
