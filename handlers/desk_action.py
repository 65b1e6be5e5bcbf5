"""One staff action as a value: where, by whom, on which ticket; and how whoever acts is told what came of it."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from handlers.actions import unpack
from handlers.desk_scene import Scene
from handlers.desk_step import Audit, DeskStep, NewEntry, Post
from handlers.messages import Inbound, Kind, Line, Param, Reply, line
from handlers.ticket import Group, Member, Ticket
from knowledge.catalogue import Catalogue, Language


class Action(Struct, frozen=True):
    """One staff action: the scene it happens in, what was done, as whom, on which ticket."""

    scene: Scene
    inbound: Inbound
    catalogue: Catalogue
    now: datetime
    member: Member
    ticket: Ticket

    @property
    def language(self) -> Language:
        return language_of(self.scene)

    @property
    def seconds(self) -> int:
        return int(self.now.timestamp())

    @property
    def argument(self) -> str:
        """What the button names after the ticket's number: "delhi" of "to.12.delhi"."""
        return argument_of(self.inbound).partition(".")[2].partition(".")[2]

    def tell(self, key: str, **values: Param) -> Post:
        """Tell whoever acted: a pop-up after a tap, else an answer in the chat."""
        return tell(self.scene, self.inbound, line(key, **values), self.ticket.id)

    def seen(self) -> tuple[Post, ...]:
        return seen(self.scene, self.inbound)

    def announce(self, key: str, **values: Param) -> tuple[Post, ...]:
        """Tell whoever acted and everybody in that chat, and the other chats where the ticket's card stands."""
        said = Post(self.scene.address, Reply(self.language, (line(key, **values),)), self.ticket.id)
        return (said, *self.seen(), *self.elsewhere(key, **values))

    def elsewhere(self, key: str, **values: Param) -> tuple[Post, ...]:
        """Tell the other chats where the ticket's card stands: the last one, and the group of its circle."""
        groups = (one.address for one in self.scene.groups if one.circle == self.ticket.circle)
        homes = [home for home in dict.fromkeys((self.ticket.home, *groups)) if home not in (0, self.scene.address)]
        said = (line(key, **values),)
        return tuple(Post(home, Reply(self.language_at(home), said), self.ticket.id) for home in homes)

    def language_at(self, address: int) -> Language:
        """The language of a staff chat."""
        known: tuple[Group | Member, ...] = (*self.scene.groups, *self.scene.staff)
        return next((one.language for one in known if one.address == address), self.language)

    def audit(self, action: str, details: str = "") -> Audit:
        return Audit(f"member:{self.member.id}", action, self.ticket.id, details)

    def done(
        self, ticket: Ticket, action: str, *posts: Post, entries: tuple[NewEntry, ...] = (), details: str = ""
    ) -> DeskStep:
        """The ticket as it stands now, kept with what was said and done."""
        return DeskStep((ticket,), entries=entries, posts=posts, audits=(self.audit(action, details),))

    def only_told(self, key: str) -> DeskStep:
        """Nothing changes, and whoever acted is told why."""
        return DeskStep(posts=(self.tell(key, number=self.ticket.id),))


def tell(scene: Scene, inbound: Inbound, said: Line, ticket: int = 0, *, is_private: bool = False) -> Post:
    """Answer whoever acted: a pop-up after a tap, else a message, in their private chat where that is wanted."""
    address = scene.address
    if is_private and not inbound.query:
        address = scene.user or scene.address
    return Post(address, Reply(language_of(scene), (said,), popup=inbound.query), ticket)


def seen(scene: Scene, inbound: Inbound) -> tuple[Post, ...]:
    """Stop the waiting sign of a tap that is answered by a message."""
    return (Post(scene.address, Reply(language_of(scene), (), popup=inbound.query)),) if inbound.query else ()


def language_of(scene: Scene) -> Language:
    """The language of the chat where it happens."""
    if scene.group:
        return scene.group.language
    return scene.members[0].language if scene.members else scene.language


def argument_of(inbound: Inbound) -> str:
    """What the tapped button names: "claim.12"; empty where nothing was tapped."""
    action = unpack(inbound.text) if inbound.kind is Kind.TAP else None
    return action.argument if action else ""


def verb_of(inbound: Inbound) -> str:
    """What the tapped button does: "claim"."""
    return argument_of(inbound).partition(".")[0]
