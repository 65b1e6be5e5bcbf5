"""What every store must do for the desk's steps: the scene of an action, saving it, the board of the clock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.store.base import Store
from bot.store.rows import Outcome, Settled, Turn
from handlers.desk_scene import Board, Wanted
from handlers.desk_step import Audit, DeskStep, NewEntry
from handlers.ticket import By, Group, Media, MediaKind, Role, State
from tests.store.backings import Backing
from tests.store.desking import after, came, hired, linked, opened, post, sent
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


# -- groups ------------------------------------------------------------------------------------------------------------


def test_a_group_that_moved_keeps_its_circle_its_tickets_and_what_waits_for_it(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chat = await linked(store)
        ticket = await opened(store, home=chat.address_id)
        await store.save_desk(DeskStep(posts=(post(chat.address_id, "card", ticket.id),)), NOW)
        await sent(store, "5")
        await store.save_desk(DeskStep(posts=(post(chat.address_id, "more", ticket.id),)), NOW)
        (flying,) = await claim(store)
        waiting = await came(store, "-100")
        scene = await store.scene(waiting.address_id, Wanted("", moved_to="-100200"), NOW)
        assert scene.moved_to not in (0, chat.address_id)
        await store.save_desk(DeskStep(moved=(chat.address_id, scene.moved_to)), NOW, waiting)
        board = await store.board(NOW)
        assert board.groups == (Group(scene.moved_to, "delhi", "en"),)
        assert board.tickets == (replace(ticket, home=scene.moved_to),)
        assert said(await claim(store, Settled(flying, Outcome.AGAIN))) == [("-100200", "more")]
        assert (await came(store, "-100200")).is_staff
        # Message ids begin anew there: number 5 is somebody's, not the card.
        assert (await store.scene(scene.moved_to, Wanted("", answered="5"), NOW)).ticket is None

    run(backing, check)


def test_a_message_that_was_on_its_way_when_its_group_moved_is_not_known_by_a_number_of_the_new_chat(
    backing: Backing,
) -> None:
    async def check(store: Store) -> None:
        chat = await linked(store)
        ticket = await opened(store, home=chat.address_id)
        await store.save_desk(DeskStep(posts=(post(chat.address_id, "card", ticket.id),)), NOW)
        (flying,) = await claim(store)
        scene = await store.scene(chat.address_id, Wanted("", moved_to="-100200"), NOW)
        await store.save_desk(DeskStep(moved=(chat.address_id, scene.moved_to)), NOW)
        await claim(store, Settled(flying, Outcome.SENT, "5"))
        assert (await store.scene(scene.moved_to, Wanted("", answered="5"), NOW)).ticket is None
        assert (await store.counts())["outbox sent"] == 1

    run(backing, check)


@pytest.mark.parametrize("is_told", [True, False])
def test_a_group_that_is_gone_loses_no_words(backing: Backing, is_told: bool) -> None:
    """Told by the platform, or found out by sending: what it did not get is due elsewhere."""

    async def check(store: Store) -> None:
        chat = await linked(store)
        ticket = await opened(store, "7", "seen", "lost", "too", home=chat.address_id)
        card, *relays = (post(chat.address_id, "x", ticket.id, entry) for entry in (1, 2, 3))
        await store.save_desk(DeskStep(posts=(card,), looks=((ticket.id, 0),)), NOW)
        await sent(store, "5")
        await store.save_desk(DeskStep(posts=tuple(relays)), NOW)
        if is_told:
            waiting = await came(store, "-100")
            await store.save_desk(DeskStep(gone=(Group(chat.address_id, "delhi"),)), NOW, waiting)
        else:
            (row,) = await claim(store)
            await claim(store, Settled(row, Outcome.BLOCKED))
        board = await store.board(NOW)
        assert board.tickets == (replace(ticket, home=0),)
        assert board.groups == ()
        assert [one.text for one in board.unposted[ticket.id]] == ["lost", "too"]
        assert await claim(store) == []
        assert (await after(store, "-100")).is_staff is not is_told
        assert bool((await store.board(NOW)).groups) is not is_told  # it wrote: it can be written to again

    run(backing, check)


# -- the board ---------------------------------------------------------------------------------------------------------


def test_the_board_shows_what_no_staff_chat_has_yet(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chat = await linked(store)
        ticket = await opened(store, "7", "one", home=chat.address_id)
        written = (NewEntry(ticket.id, By.STAFF, "in the group"), NewEntry(ticket.id, By.NOTE, "note there"))
        await store.save_desk(DeskStep(entries=written), NOW, await came(store, "-100"))
        helper = await hired(store, "51")
        private = (NewEntry(ticket.id, By.STAFF, "in private", member=helper.id),)
        step = DeskStep(entries=private, posts=(post(ticket.address, "in private", ticket.id, -1),))
        await store.save_desk(step, NOW, await came(store, "51"))
        page = (NewEntry(ticket.id, By.NOTE, "page note"), NewEntry(ticket.id, By.SYSTEM, "event"))
        await store.save_desk(DeskStep(entries=page), NOW)
        board = await store.board(NOW)
        entries = board.unposted[ticket.id]
        assert [one.text for one in entries] == ["one", "in private", "page note"]
        assert {one.post for one in entries} == {None}
        relay = post(chat.address_id, "all", ticket.id, *(one.id for one in entries))
        await store.save_desk(DeskStep(posts=(relay,)), NOW)
        assert (await store.board(NOW)).unposted == {}

    run(backing, check)


def test_the_board_shows_words_that_changed_after_they_were_posted(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chat = await linked(store)
        ticket = await opened(store, "7", "one", "two", home=chat.address_id)
        await store.save_desk(DeskStep(posts=(post(chat.address_id, "one", ticket.id, 1),)), NOW)
        await store.save_desk(DeskStep(edited=((1, "first"), (2, "second"))), NOW)
        board = await store.board(NOW)
        (changed,) = board.edited[ticket.id]
        ((row,),) = backing.rows("SELECT id FROM outbox")
        assert (changed.text, changed.post) == ("first", row)
        assert [one.text for one in board.unposted[ticket.id]] == ["second"]
        edit = post(chat.address_id, "first", ticket.id, 1, edits=row)
        await store.save_desk(DeskStep(posts=(edit,)), NOW)
        assert (await store.board(NOW)).edited == {}
        await store.save_desk(DeskStep(edited=((1, "again"),)), NOW)
        assert (await store.board(NOW)).edited[ticket.id][0].post == row  # the message is still the first one

    run(backing, check)


def test_the_board_has_the_longest_due_two_hundred_and_how_busy_the_chats_are(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chat, other = await linked(store), await linked(store, "-200", "kerala")
        assert await store.board(NOW) == Board(())
        first = await opened(store, "7")
        await store.save_desk(DeskStep(tickets=tuple(replace(first, id=first.id + n) for n in range(1, 201))), NOW)
        await store.save_desk(DeskStep(looks=((first.id, NOW + 5),)), NOW)
        assert len((await store.board(NOW + 4)).tickets) == 200
        board = await store.board(NOW + 5)
        assert len(board.tickets) == 200
        assert first not in board.tickets
        await store.save_desk(DeskStep(looks=((first.id, NOW - 5),)), NOW)
        posts = [post(chat.address_id, "x", first.id), post(chat.address_id, "summary", 0)]
        await store.save_desk(DeskStep(posts=(*posts, post(first.address, "to them", first.id))), NOW + 7)
        board = await store.board(NOW + 66)
        assert board.tickets[0] == first
        assert board.busy == {chat.address_id: 2, other.address_id: 0}
        assert board.last_posts == {first.id: NOW + 7}
        assert (await store.board(NOW + 67)).busy == {chat.address_id: 0, other.address_id: 0}

    run(backing, check)
