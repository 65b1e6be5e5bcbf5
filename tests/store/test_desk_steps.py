"""What every store must do for the desk's steps: the scene of an action, saving it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.store.base import Store
from bot.store.rows import Outcome, Settled, Turn
from handlers.desk_scene import Wanted
from handlers.desk_step import Audit, DeskStep, NewEntry
from handlers.ticket import By, Group, Media, MediaKind, Role, State
from tests.store.backings import Backing
from tests.store.desking import came, hired, linked, opened, post, sent
from tests.store.using import NOW, claim, run, said

# -- the scene ---------------------------------------------------------------------------------------------------------


def test_a_scene_in_a_group_shows_the_group_and_who_acts(backing: Backing) -> None:
    async def check(store: Store) -> None:
        helper, chief = await hired(store, "51"), await hired(store, "52", Role.ADMINISTRATOR, None)
        chat = await linked(store)
        scene = await store.scene(chat.address_id, Wanted("51"), NOW)
        assert (scene.address, scene.person, scene.user) == (chat.address_id, chat.person_id, helper.address)
        assert scene.group == Group(chat.address_id, "delhi", "en")
        assert (scene.groups, scene.members, scene.staff) == ((scene.group,), (helper,), (helper, chief))
        unknown = await store.scene(chat.address_id, Wanted("99"), NOW)
        assert (unknown.user, unknown.members) == (0, ())
        nameless = await store.scene(chat.address_id, Wanted(""), NOW)
        assert (nameless.user, nameless.members) == (0, ())
        private = await store.scene(chief.address, Wanted(""), NOW)
        assert (private.user, private.group, private.members) == (chief.address, None, (chief,))

    run(backing, check)


def test_a_scene_has_the_ticket_that_is_named_or_answered_in_that_chat(backing: Backing) -> None:
    async def check(store: Store) -> None:
        first, second = await opened(store, "7", "one"), await opened(store, "8", "two")
        chat, elsewhere = await linked(store), await linked(store, "-200", "kerala")
        posts = (post(chat.address_id, "card", first.id), post(elsewhere.address_id, "card", second.id))
        await store.save_desk(DeskStep(posts=(*posts, post(first.address, "plain", 0))), NOW)
        await sent(store, "900", "900", "900")

        async def ticket(waiting: int, **wanted: object) -> object:
            return (await store.scene(waiting, Wanted("", **wanted), NOW)).ticket  # type: ignore[arg-type]

        assert await ticket(chat.address_id, answered="900") == first
        assert await ticket(elsewhere.address_id, answered="900") == second
        assert await ticket(first.address, answered="900") is None
        assert await ticket(chat.address_id, answered="901") is None
        assert await ticket(chat.address_id, answered="900", ticket=second.id) == second
        assert await ticket(chat.address_id, ticket=99_999) is None

    run(backing, check)


def test_a_scene_has_the_newest_thirty_entries_and_the_one_that_is_changed(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket, chat = await opened(store), await linked(store)
        entries = [NewEntry(ticket.id, By.STAFF, str(n), message=f"g{n}", member=4) for n in range(40)]
        await store.save_desk(DeskStep(entries=tuple(entries)), NOW, await came(store, "-100"))
        scene = await store.scene(chat.address_id, Wanted("", message="g12"), NOW)
        assert [one.text for one in scene.entries] == [str(n) for n in range(10, 40)]
        assert scene.entry is not None
        assert (scene.entry.text, scene.entry.member, scene.entry.at) == ("12", 4, NOW)
        assert scene.ticket == ticket
        other = await store.scene(ticket.address, Wanted("", message="g12"), NOW)
        assert (other.entry, other.ticket) == (None, None)  # the same message id in another chat

    run(backing, check)


def test_the_queue_is_of_the_circles_of_whoever_acts_oldest_first(backing: Backing) -> None:
    async def check(store: Store) -> None:
        await hired(store, "51", circle="delhi")
        both, chief = await hired(store, "51", circle="kerala"), await hired(store, "52", circle=None)
        delhi, central = await linked(store), await linked(store, "-300", None)
        a, b = await opened(store, "1", circle="delhi"), await opened(store, "2", circle="kerala")
        c, d = await opened(store, "3", circle=None), await opened(store, "4", circle="delhi")
        await opened(store, "5", circle="delhi", state=State.CLAIMED)
        for address, user, queue in (
            (both.address, "", (a, b, d)), (chief.address, "", (a, b, c, d)), (delhi.address_id, "51", (a, d)),
            (delhi.address_id, "52", (a, d)), (central.address_id, "52", (a, b, c, d)), (central.address_id, "51", ()),
            (delhi.address_id, "99", ()),
        ):  # fmt: skip
            assert (await store.scene(address, Wanted(user), NOW)).queue == queue
        await store.save_desk(DeskStep(tickets=tuple(replace(d, id=d.id + n) for n in range(60))), NOW)
        assert len((await store.scene(chief.address, Wanted(""), NOW)).queue) == 50

    run(backing, check)


# -- saving ------------------------------------------------------------------------------------------------------------


def test_a_step_is_saved_as_a_whole_with_the_update_it_came_from(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket, chat = await opened(store, "7", "help"), await linked(store)
        waiting = await came(store, "-100", "sekret words")
        claimed = replace(ticket, state=State.CLAIMED, claimed_by=1, home=chat.address_id)
        media = Media(MediaKind.DOCUMENT, "file-9", "form.pdf")
        step = DeskStep(
            tickets=(claimed,), looks=((ticket.id, NOW + 60),),
            entries=(NewEntry(ticket.id, By.NOTE, "note"), NewEntry(ticket.id, By.STAFF, "hi", media, "g1", 1)),
            posts=(post(ticket.address, "hi", ticket.id, -2), post(chat.address_id, "done", ticket.id, 1)),
            audits=(Audit("member:1", "claim", ticket.id), Audit("member:1", "say", ticket.id, "entry")),
        )  # fmt: skip
        await store.save_desk(step, NOW, waiting)
        assert await store.next_turn(9) == []
        assert said(await claim(store)) == [("7", "hi"), ("-100", "done")]
        found = await store.desk_ticket(ticket.id)
        assert found is not None
        assert found[0] == claimed
        posts = [id_ for (id_,) in backing.rows("SELECT id FROM outbox ORDER BY id")]
        assert [(one.by, one.text, one.media, one.post) for one in found[1]] == [
            (By.PERSON, "help", None, posts[1]),
            (By.NOTE, "note", None, None),
            (By.STAFF, "hi", media, posts[0]),
        ]
        assert [(one.at, one.audit) for one in await store.audits(9) if one.audit.ticket] == [
            (NOW, step.audits[1]), (NOW, step.audits[0])]  # fmt: skip
        assert (await store.board(NOW + 59)).tickets == ()
        assert (await store.board(NOW + 60)).tickets == (claimed,)

    run(backing, check)
    assert backing.rows("SELECT count(*) FROM inbox WHERE body LIKE '%sekret%'") == [(0,)]


def test_a_step_that_fails_changes_nothing(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket = await opened(store)
        waiting = await came(store, "-100", "again")
        changed = replace(ticket, alerts=5)
        broken = DeskStep(tickets=(changed,), entries=(NewEntry(99_999, By.NOTE, "x"),), audits=(Audit("clock", "x"),))
        with pytest.raises(Exception):  # noqa: B017 - each database has its own
            await store.save_desk(broken, NOW, waiting)
        assert (await store.board(NOW)).tickets == (ticket,)
        assert await store.audits(9) == []
        assert [one.body for one in await store.next_turn(9)] == ["again"]

    run(backing, check)


def test_an_edit_and_an_answer_name_the_platforms_messages_of_the_same_chat(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket, chat = await opened(store), await linked(store)
        there, here = post(ticket.address, "a", ticket.id), post(chat.address_id, "a", ticket.id)
        await store.save_desk(DeskStep(posts=(there, here)), NOW)
        await sent(store, "11", "22")
        first, second = (id_ for (id_,) in backing.rows("SELECT id FROM outbox ORDER BY id"))
        await store.save_desk(DeskStep(posts=(post(ticket.address, "b", ticket.id, edits=first, answers=first),)), NOW)
        await store.save_desk(DeskStep(posts=(post(chat.address_id, "b", 0, edits=first, answers=second),)), NOW)
        rows = await claim(store)
        assert [(row.edits, row.answers, row.ticket) for row in rows] == [("11", "11", ticket.id), ("", "22", 0)]
        await claim(store, *(Settled(row, Outcome.SENT) for row in rows))
        await store.save_desk(DeskStep(posts=(post(ticket.address, "c", ticket.id, edits=rows[0].id),)), NOW)
        assert [(row.edits, row.answers) for row in await claim(store)] == [("", "")]  # that one's id is not known

    run(backing, check)


def test_a_turns_reply_may_answer_a_message_too(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket = await opened(store)
        await store.save_desk(DeskStep(posts=(post(ticket.address, "a", ticket.id),)), NOW)
        (row,) = await sent(store, "11")
        waiting = await came(store)
        answer = replace(row.reply, answers=row.id)
        await store.save_turn([Turn(waiting, waiting.session, (row.reply, answer))], NOW)
        (plain,) = await claim(store)
        (after_it,) = await claim(store, Settled(plain, Outcome.SENT, "12"))
        assert [(one.answers, one.edits) for one in (plain, after_it)] == [("", ""), ("11", "")]

    run(backing, check)


def test_a_relayed_message_whose_fate_is_unknown_is_sent_once_more(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket = await opened(store)
        await store.save_desk(DeskStep(posts=(post(ticket.address, "relayed", ticket.id),)), NOW)
        (row,) = await claim(store)
        (row,) = await claim(store, Settled(row, Outcome.DOUBTFUL))
        assert (said([row]), row.doubts, row.ticket) == ([("7", "relayed")], 1, ticket.id)
        assert await claim(store, Settled(row, Outcome.DOUBTFUL)) == []

    run(backing, check)
