"""/invite: what a member of a cell hands on so that people come: the link, pictures and sheets in both languages."""

from __future__ import annotations

from functools import lru_cache

from handlers.desk_action import language_of
from handlers.desk_rights import covers
from handlers.desk_scene import Scene
from handlers.desk_step import Audit, DeskStep, Post
from handlers.made import Made, Wanted, media_of
from handlers.messages import Inbound, Kind, Line, Reply, line
from handlers.reach import FORWARD, link_of
from handlers.ticket import Member, Role
from knowledge.catalogue import LANGUAGES, Catalogue
from knowledge.place_match import PlaceIndex, build_place_index, match_place

COMMAND = "/invite"
_ROLES = (Role.CELL, Role.ADMINISTRATOR)


def may_invite(member: Member, circle: str | None, catalogue: Catalogue) -> bool:
    """Whether a member may bring people to a circle; None: to any at all."""
    return member.role in _ROLES and (circle is None or (circle in catalogue.places and covers(member, circle)))


def is_invite(inbound: Inbound) -> bool:
    """Whether it is the command, in a private chat."""
    name = inbound.text.strip().partition(" ")[0].partition("@")[0].casefold()
    return inbound.kind is Kind.TEXT and not inbound.in_group and name == COMMAND


def invite(scene: Scene, inbound: Inbound, catalogue: Catalogue) -> DeskStep | None:
    """Give everything for the member's circle; None for somebody who has no such role."""
    members = [one for one in scene.members if may_invite(one, None, catalogue)]
    if not members:
        return None
    circle = _circle(members, inbound.text.strip().partition(" ")[2], catalogue)
    if circle is None:
        return _said(scene, line("reach-invite-which"))
    if not scene.home:
        return _said(scene, line("reach-no-address"))
    language = language_of(scene)
    name = catalogue.places[circle].name
    lead = Reply(language, (line("reach-invite", circle=name.said_in(language)),))
    pictures = tuple(
        Reply(spoken, (forward_line(scene.home, circle, name.said_in(spoken)),),
              media=media_of(Wanted(Made.POSTER, circle, spoken)))
        for spoken in LANGUAGES
    )  # fmt: skip
    sheets = tuple(Reply(spoken, (), media=media_of(Wanted(Made.SHEET, circle, spoken))) for spoken in LANGUAGES)
    files = (*pictures, *sheets)
    audit = Audit(f"member:{members[0].id}", "invite people", details=f"{circle}, link, text and {len(files)} files")
    return DeskStep(posts=tuple(Post(scene.address, reply) for reply in (lead, *files)), audits=(audit,))


def forward_line(home: str, circle: str, name: str) -> Line:
    """The text that is handed on from person to person, with the link in it."""
    return line("reach-forward", circle=name, link=link_of(home, FORWARD, circle))


def _circle(members: list[Member], words: str, catalogue: Catalogue) -> str | None:
    """The one that is named, where somebody's rights reach it; without words the member's own."""
    if not words:
        own = {one.circle for one in members}
        return next(iter(own)) if len(own) == 1 else None
    found = match_place(catalogue, _index(catalogue), words)
    named = [place.id for place in found if any(covers(one, place.id) for one in members)]
    return named[0] if len(named) == 1 else None


@lru_cache(maxsize=2)
def _index(catalogue: Catalogue) -> PlaceIndex:
    return build_place_index(catalogue)


def _said(scene: Scene, said: Line) -> DeskStep:
    return DeskStep(posts=(Post(scene.address, Reply(language_of(scene), (said,))),))
