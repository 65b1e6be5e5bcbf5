"""What every store must do for who works at the desk: one-time codes, roles, sessions of the page, the audit."""

from __future__ import annotations

import asyncio

import pytest
from msgspec.structs import replace

from bot.store.base import Store
from bot.store.database import StoreError
from handlers.desk_scene import Invitation, Wanted
from handlers.desk_step import Audit, DeskStep, Grant, NewEntry
from handlers.effects import SaveProfile, SaveTicket
from handlers.session import Person
from handlers.ticket import By, Member, Role, State
from tests.store.backings import Backing
from tests.store.desking import after, came, hired, invited, linked, opened, turn, wrote
from tests.store.using import DAY, NOW, run

# -- codes -------------------------------------------------------------------------------------------------------------


def test_a_code_is_kept_as_a_hash_and_found_however_it_is_typed(backing: Backing) -> None:
    async def check(store: Store) -> None:
        id_ = await invited(store, "K7QF-93MX", Role.CELL, None)
        waiting = await after(store)
        for typed in ("K7QF-93MX", "k7qf 93mx", "K7QF93MX"):
            scene = await store.scene(waiting.address_id, Wanted("", code=typed), NOW)
            assert scene.invitation == Invitation(id_, "role", Role.CELL, None)
        for typed in ("K7QF-93MY", "", "-"):
            assert (await store.scene(waiting.address_id, Wanted("", code=typed), NOW)).invitation is None
        with pytest.raises(Exception):  # noqa: B017 - each database has its own; the same code twice
            await invited(store, "k7qf93mx")

    run(backing, check)
    ((hashed,),) = backing.rows("SELECT code_hash FROM invitation")
    assert len(hashed) == 64
    assert "k7qf" not in hashed.casefold()


def test_a_code_is_good_until_it_expires_is_used_or_revoked(backing: Backing) -> None:
    async def check(store: Store) -> None:
        waiting = await after(store)
        old, revoked, used, good = [await invited(store, str(n), expires_at=NOW + (n > 0)) for n in range(4)]
        assert await store.revoke_invitation(revoked, "member:1", NOW)
        assert not await store.revoke_invitation(revoked, "member:1", NOW)
        grant = DeskStep(grant=Grant(used, "role", Role.HELPDESK, "delhi"))
        await store.save_desk(grant, NOW, await came(store))
        found = [await store.scene(waiting.address_id, Wanted("", code=str(n)), NOW) for n in range(4)]
        assert [bool(scene.invitation) for scene in found] == [False, False, False, True]
        assert [(one.invitation.id, one.expires_at, one.made_by) for one in await store.invitations(NOW)] == [
            (good, NOW + 1, "command line")
        ]
        assert await store.invitations(NOW + 1) == []
        for id_ in (old, revoked, used):
            late = await came(store, "8")
            step = DeskStep(grant=Grant(id_, "role", Role.HELPDESK, "delhi"), audits=(Audit("clock", "lost"),))
            with pytest.raises(StoreError, match="not good any more"):
                await store.save_desk(step, NOW, late)
            await turn(store, late)
        assert len(await store.staff()) == 1
        assert "lost" not in [one.audit.action for one in await store.audits(99)]

    run(backing, check)


def test_a_used_code_makes_a_member_or_links_a_group(backing: Backing) -> None:
    async def check(store: Store) -> None:
        waiting = await came(store, "51")
        await turn(store, waiting, SaveProfile(Person("hi")))
        helper = await hired(store, "51")
        assert helper == Member(helper.id, waiting.person_id, Role.HELPDESK, "delhi", waiting.address_id, "hi")
        await hired(store, "51", Role.ADMINISTRATOR)
        again = await came(store, "51")
        id_ = await invited(store, "twice")
        await store.save_desk(DeskStep(grant=Grant(id_, "role", Role.HELPDESK, "delhi")), NOW, again)
        assert [one.role for one in await store.staff()] == [Role.HELPDESK, Role.ADMINISTRATOR]
        chat = await linked(store, "-100", "delhi")
        id_ = await invited(store, "other", None, None)
        step = DeskStep(grant=Grant(id_, "group", None, None, "hi"))
        await store.save_desk(step, NOW, await came(store, "-100"))
        group = (await store.scene(chat.address_id, Wanted(""), NOW)).group
        assert group is not None
        assert (group.circle, group.language) == (None, "hi")  # the circle it was linked for last

    run(backing, check)


# -- leaving -----------------------------------------------------------------------------------------------------------


def test_whoever_is_revoked_has_no_role_no_session_and_the_clock_looks_at_their_tickets(backing: Backing) -> None:
    async def check(store: Store) -> None:
        helper, other = await hired(store, "51"), await hired(store, "52")
        tickets = [await opened(store, chat) for chat in "abc"]
        holders = ((helper.id, State.CLAIMED), (other.id, State.CLAIMED), (helper.id, State.CLOSED))
        tickets = [replace(one, claimed_by=by, state=state) for one, (by, state) in zip(tickets, holders, strict=True)]
        await store.save_desk(DeskStep(tickets=tuple(tickets), looks=tuple((one.id, 0) for one in tickets)), NOW)
        await invited(store, "first", member=helper.id)
        assert await store.sign_in(store.hash_code("first"), "session", NOW) == helper
        await invited(store, "second", member=helper.id)
        assert await store.revoke(helper.id, "command line", NOW + 1)
        assert not await store.revoke(helper.id, "command line", NOW + 1)
        assert await store.staff() == [other]
        assert (await store.board(NOW + 1)).tickets == (tickets[0],)
        assert await store.member_of_session("session", NOW + 1) is None
        assert await store.sign_in(store.hash_code("second"), "session", NOW + 1) is None
        assert (await store.audits(1))[0].audit == Audit("command line", "revoke", 0, f"member:{helper.id}")
        assert (await hired(store, "51", Role.CELL)).person == helper.person  # and may come back

    run(backing, check)


# -- the page ----------------------------------------------------------------------------------------------------------


def test_a_code_signs_in_at_the_page_once(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await invited(store, "page", Role.HELPDESK, "kerala")
        code = store.hash_code("page")
        found = await asyncio.gather(*(store.sign_in(code, f"s{n}", NOW) for n in range(5)))
        (member,) = [one for one in found if one]
        assert (member.role, member.circle, member.language) == (Role.HELPDESK, "kerala", "en")
        assert await store.staff() == [member]
        signed_in = [await store.member_of_session(f"s{n}", NOW) for n in range(5)]
        assert [one for one in signed_in if one] == [member]
        assert await store.member_of_session("other", NOW) is None
        await invited(store, "again", member=member.id)
        assert await store.sign_in(store.hash_code("again"), "later", NOW) == member
        await store.sign_out("later")
        assert await store.member_of_session("later", NOW) is None
        assert await store.staff() == [member]

    run(backing, check)
    assert backing.rows("SELECT channel FROM address") == [("desk",)]


def test_no_other_code_signs_in(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await invited(store, "group", None)
        await invited(store, "late", expires_at=NOW)
        await invited(store, "nobody", member=77)
        for code in ("group", "late", "nobody", "unknown"):
            assert await store.sign_in(store.hash_code(code), code, NOW) is None
        assert await store.staff() == []
        assert len(await store.invitations(NOW)) == 2  # and is not used up by it

    run(backing, check)


def test_a_session_ends_when_it_is_not_used_or_grows_old(backing: Backing) -> None:
    async def check(store: Store) -> None:
        for name in ("idle", "busy"):
            await invited(store, name)
            assert await store.sign_in(store.hash_code(name), name, NOW)
        for day in range(0, 31, 5):
            assert await store.member_of_session("busy", NOW + day * DAY)
        assert await store.member_of_session("busy", NOW + 30 * DAY + 1) is None
        assert await store.member_of_session("idle", NOW + 7 * DAY)
        assert await store.member_of_session("idle", NOW + 14 * DAY + 1) is None

    run(backing, check)


def test_the_page_lists_the_tickets_at_work_with_what_was_not_answered(backing: Backing) -> None:
    async def check(store: Store) -> None:
        helper, chief = await hired(store, "51"), await hired(store, "52", circle=None)
        a, b = await opened(store, "1", "x", "y"), await opened(store, "2", circle="kerala")
        c = await opened(store, "3", state=State.CLAIMED)
        await opened(store, "4", state=State.CLOSED)
        assert await store.desk_queue(helper) == [(a, 2), (c, 0)]
        assert await store.desk_queue(chief) == [(a, 2), (b, 0), (c, 0)]
        await store.save_desk(answered(a.id), NOW)
        assert await store.desk_queue(helper) == [(a, 0), (c, 0)]
        await wrote(store, a, "more", "1")
        await turn(store, await came(store, "3"), SaveTicket(replace(c, state=State.CLOSED, closed_at=NOW)))
        assert await store.desk_queue(helper) == [(a, 1)]

    run(backing, check)


def answered(ticket: int) -> DeskStep:
    return DeskStep(entries=(NewEntry(ticket, By.STAFF, "so"), NewEntry(ticket, By.NOTE, "hm")))


# -- the audit ---------------------------------------------------------------------------------------------------------


def test_nothing_changes_or_takes_out_what_was_audited(backing: Backing) -> None:
    kept = [Audit("member:7", "claim", 12), Audit("clock", "back", 12, "helpdesk"), Audit("command line", "x")]

    async def check(store: Store) -> None:
        await store.save_desk(DeskStep(audits=tuple(kept)), NOW)
        for statement in ("DELETE FROM audit", "UPDATE audit SET actor = 'nobody'", "UPDATE audit SET at = at"):
            with pytest.raises(Exception, match="append-only"):
                backing.rows(statement)
        await store.purge(NOW + 5000 * DAY)
        found = await store.audits(9)
        assert [(one.at, one.audit) for one in found] == [(NOW, one) for one in reversed(kept)]
        assert await store.audits(1) == found[:1]

    run(backing, check)


def test_invitations_and_signing_in_are_audited(backing: Backing) -> None:
    async def check(store: Store) -> None:
        id_ = await invited(store, "a")
        member = await store.sign_in(store.hash_code("a"), "s", NOW)
        assert member is not None
        other = await invited(store, "b")
        await store.revoke_invitation(other, "member:3", NOW)
        assert [one.audit for one in reversed(await store.audits(9))] == [
            Audit("command line", "invite", 0, f"invitation:{id_}"),
            Audit(f"member:{member.id}", "sign-in", 0, f"invitation:{id_}"),
            Audit("command line", "invite", 0, f"invitation:{other}"),
            Audit("member:3", "revoke-invitation", 0, f"invitation:{other}"),
        ]

    run(backing, check)
