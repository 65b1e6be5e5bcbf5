"""What every store must do for the clock: staff chats that move or are lost, the board of the clock."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.store.base import Store
from bot.store.rows import Outcome, Settled
from handlers.desk_scene import Board, Wanted
from handlers.desk_step import DeskStep, NewEntry
from handlers.ticket import By, Group
from tests.store.backings import Backing
from tests.store.desking import after, came, hired, linked, opened, post, sent
from tests.store.using import NOW, claim, run, said

# -- groups ------------------------------------------------------------------------------------------------------------


def test_a_group_that_moved_keeps_its_circle_and_what_waits_for_it_and_gets_its_cards_anew(backing: Backing) -> None:
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
        assert board.tickets == (replace(ticket, home=0),)  # its old messages cannot be answered any more
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
        ticket = await opened(store, "7", "in a card", "relayed", "lost", home=chat.address_id)
        card = replace(post(chat.address_id, "x", ticket.id), shows=(1,))
        relayed, *relays = (post(chat.address_id, "x", ticket.id, entry) for entry in (2, 3, -1, -2))
        await store.save_desk(DeskStep(posts=(card, relayed), looks=((ticket.id, 0),)), NOW)
        await sent(store, "4")
        await sent(store, "5")
        noted = tuple(NewEntry(ticket.id, By.NOTE, text) for text in ("lost note", "event"))
        await store.save_desk(DeskStep(entries=noted, posts=tuple(relays)), NOW)
        if is_told:
            waiting = await came(store, "-100")
            await store.save_desk(DeskStep(gone=(Group(chat.address_id, "delhi"),)), NOW, waiting)
        else:
            (row,) = await claim(store)
            await claim(store, Settled(row, Outcome.BLOCKED))
        board = await store.board(NOW)
        assert board.tickets == (replace(ticket, home=0),)
        assert board.groups == ()
        assert [one.text for one in board.unposted[ticket.id]] == ["in a card", "relayed", "lost", "lost note", "event"]
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
        assert [one.text for one in entries] == ["one", "in private", "page note", "event"]
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
