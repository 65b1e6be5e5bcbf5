"""How people and chats come to the desk: invitations used, groups linked, moved, left."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.desk_rights import may_link
from handlers.desk_scene import Scene
from handlers.desk_step import Audit, DeskStep, Grant, Post
from handlers.desk_words import called
from handlers.messages import Inbound, Kind, Reply, line
from handlers.ticket import Group
from knowledge.catalogue import Catalogue, Language


def join(scene: Scene, inbound: Inbound, catalogue: Catalogue) -> DeskStep | None:
    """Use a one-time code, or note that a linked group moved or is gone; None where that changes nothing."""
    if inbound.kind is Kind.REMOVED:
        return _gone(scene) if scene.group else None
    if inbound.kind is Kind.MOVED:
        return _moved(scene) if scene.group and scene.moved_to else None
    invitation = scene.invitation
    if invitation is None:
        return DeskStep(posts=(_here(scene, "invitation-unknown"),))
    if (invitation.kind == "group") is not inbound.in_group:
        return DeskStep(
            posts=(_here(scene, "invitation-in-group" if invitation.kind == "group" else "invitation-private"),)
        )
    desk = called(catalogue, _language(scene), invitation.circle)
    grant = Grant(invitation.id, invitation.kind, invitation.role, invitation.circle)
    if invitation.kind == "group":
        member = may_link(scene.members, invitation.circle)
        if member is None:
            return DeskStep(posts=(_here(scene, "invitation-needs-administrator"),))
        audit = Audit(f"member:{member.id}", "link group", details=invitation.circle or "central")
        linked = replace(scene, group=Group(scene.address, invitation.circle, member.language))
        desk = called(catalogue, member.language, invitation.circle)
        return DeskStep(
            posts=(_here(linked, "group-linked", desk=desk),),
            audits=(audit,),
            grant=replace(grant, language=member.language),
        )
    role = catalogue.texts.render(_language(scene), f"role-{invitation.role}")
    audit = Audit(
        f"person:{scene.person}", "accept invitation", details=f"{invitation.role} {invitation.circle or 'central'}"
    )
    return DeskStep(posts=(_here(scene, "member-welcome", role=role, desk=desk),), audits=(audit,), grant=grant)


def _gone(scene: Scene) -> DeskStep:
    """The bot was removed: tickets that stood there are shown elsewhere by the clock's next look."""
    assert scene.group is not None
    return DeskStep(
        gone=(scene.group,), audits=(Audit("clock", "group gone", details=scene.group.circle or "central"),)
    )


def _moved(scene: Scene) -> DeskStep:
    """A group became a supergroup: its old messages cannot be answered there, so the cards are shown again."""
    assert scene.group is not None
    audit = Audit("clock", "group moved", details=scene.group.circle or "central")
    return DeskStep(moved=(scene.group.address, scene.moved_to), audits=(audit,))


def _here(scene: Scene, key: str, **values: str) -> Post:
    return Post(scene.address, Reply(_language(scene), (line(key, **values),)))


def _language(scene: Scene) -> Language:
    group: Group | None = scene.group
    return group.language if group else scene.language
