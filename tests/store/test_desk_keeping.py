"""What every store must do to keep and to purge of the desk: uploads, closed tickets, messages of tickets at work."""

from __future__ import annotations

from msgspec.structs import replace

from bot.store.base import Store
from bot.store.desk_rows import Attachment
from handlers.desk_scene import Wanted
from handlers.desk_step import DeskStep, NewEntry
from handlers.effects import ForgetPerson, KeepEntry
from handlers.ticket import By, Group, Media, MediaKind, State, Ticket
from tests.store.backings import Backing
from tests.store.desking import after, came, hired, invited, linked, opened, post, sent, turn
from tests.store.using import DAY, NOW, run


async def closed_with_picture(store: Store, chat: str) -> tuple[Ticket, int]:
    """A ticket closed at NOW, with an entry that holds an upload."""
    ticket = await opened(store, chat, "words")
    upload = await store.keep_attachment(None, MediaKind.PHOTO, "a.png", b"\x00\xff", NOW)
    media = Media(MediaKind.PHOTO, f"page:{upload}", "a.png")
    await turn(store, await came(store, chat), KeepEntry(NewEntry(ticket.id, By.PERSON, "see", media)))
    closed = replace(ticket, state=State.CLOSED, closed_at=NOW)
    await store.save_desk(DeskStep(tickets=(closed,), looks=((ticket.id, 0),)), NOW)
    return closed, upload


def test_an_upload_is_kept_as_it_came_and_belongs_to_the_ticket_that_holds_it_first(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket, other = await opened(store), await opened(store, "8")
        data = bytes(range(256)) * 4096
        id_ = await store.keep_attachment(None, MediaKind.DOCUMENT, "form.pdf", data, NOW)
        assert await store.attachment(id_) == Attachment(MediaKind.DOCUMENT, "form.pdf", data, None)
        media = Media(MediaKind.DOCUMENT, f"page:{id_}", "form.pdf")
        for one in (ticket, other):
            await store.save_desk(DeskStep(entries=(NewEntry(one.id, By.STAFF, "", media),)), NOW)
            assert await store.attachment(id_) == Attachment(MediaKind.DOCUMENT, "form.pdf", data, ticket.id)
        direct = await store.keep_attachment(other.id, MediaKind.PHOTO, "", b"x", NOW)
        assert await store.attachment(direct) == Attachment(MediaKind.PHOTO, "", b"x", other.id)
        assert await store.attachment(direct + 1) is None

    run(backing, check)


def test_pictures_go_thirty_days_after_closing_and_the_ticket_after_half_a_year(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket, upload = await closed_with_picture(store, "7")
        at_work = await opened(store, "8", "still")
        kept = await store.keep_attachment(at_work.id, MediaKind.PHOTO, "b", b"b", NOW)
        loose = await store.keep_attachment(None, MediaKind.PHOTO, "c", b"c", NOW)
        await store.purge(NOW + DAY)
        assert await store.attachment(loose)
        await store.purge(NOW + DAY + 1)
        assert await store.attachment(loose) is None
        await store.purge(NOW + 30 * DAY)
        assert await store.attachment(upload)
        await store.purge(NOW + 30 * DAY + 1)
        assert await store.attachment(upload) is None
        _, entries = await store.desk_ticket(ticket.id) or (None, ())
        assert [(one.text, one.media) for one in entries] == [("words", None), ("see", None)]
        await store.purge(NOW + 180 * DAY)
        assert (await after(store)).standing.ticket == ticket
        await store.purge(NOW + 180 * DAY + 1)
        assert await store.desk_ticket(ticket.id) is None
        assert (await after(store)).standing.ticket is None
        assert await store.desk_ticket(at_work.id)
        assert await store.attachment(kept)

    run(backing, check)
    assert backing.rows("SELECT text FROM entry") == [("still",)]


def test_messages_of_a_ticket_at_work_are_known_however_old(backing: Backing) -> None:
    async def check(store: Store) -> None:
        chat = await linked(store)
        ticket = await opened(store)
        await store.save_desk(DeskStep(posts=(post(chat.address_id, "card", ticket.id),)), NOW)
        await sent(store, "5")
        await store.purge(NOW + 90 * DAY)
        assert (await store.scene(chat.address_id, Wanted("", answered="5"), NOW)).ticket == ticket
        await store.save_desk(DeskStep(tickets=(replace(ticket, state=State.CLOSED, closed_at=NOW + 90 * DAY),)), NOW)
        await store.purge(NOW + 90 * DAY)
        assert (await store.scene(chat.address_id, Wanted("", answered="5"), NOW)).ticket is None

    run(backing, check)
    assert backing.rows("SELECT count(*) FROM outbox") == [(0,)]


def test_useless_invitations_go_after_ninety_days_and_who_left_after_half_a_year(backing: Backing) -> None:
    counts = (
        "SELECT (SELECT count(*) FROM invitation), (SELECT count(*) FROM member), (SELECT count(*) FROM staff_group)"
    )

    async def check(store: Store) -> None:
        helper, chat = await hired(store, "51"), await linked(store)
        await hired(store, "52")
        await invited(store, "revoked", expires_at=NOW + 500 * DAY)
        await invited(store, "expired", expires_at=NOW)
        await invited(store, "good", expires_at=NOW + 500 * DAY)
        await store.revoke_invitation(4, "command line", NOW)
        await store.revoke(helper.id, "command line", NOW)
        gone = DeskStep(gone=(Group(chat.address_id, "delhi"),))
        await store.save_desk(gone, NOW, await came(store, "-100"))
        await store.purge(NOW + 90 * DAY)
        assert backing.rows(counts) == [(6, 2, 1)]
        await store.purge(NOW + 90 * DAY + 1)
        assert backing.rows(counts) == [(1, 2, 1)]
        await store.purge(NOW + 180 * DAY + 1)
        assert backing.rows(counts) == [(1, 1, 0)]

    run(backing, check)


def test_chats_of_the_desk_are_kept_where_others_would_go(backing: Backing) -> None:
    """A staff chat or a person with a ticket may be silent for long: the addresses stay, for foreign keys too."""

    async def check(store: Store) -> None:
        helper, chat = await hired(store, "51"), await linked(store)
        ticket = await opened(store, "7", home=chat.address_id)
        await turn(store, await came(store, "9"), ForgetPerson(keep_opt_out=False))
        backing.rows("DELETE FROM session")
        await store.purge(NOW + 60 * DAY)
        assert [one[0] for one in backing.rows("SELECT chat_id FROM address ORDER BY id")] == ["51", "-100", "7"]
        board = await store.board(NOW)
        assert (board.tickets, board.staff) == ((ticket,), (helper,))
        await turn(store, await came(store, "7"), ForgetPerson(keep_opt_out=False))
        backing.rows("DELETE FROM session")
        await store.purge(NOW + 60 * DAY)
        assert [one[0] for one in backing.rows("SELECT chat_id FROM address ORDER BY id")] == ["51", "-100"]
        assert await store.desk_ticket(ticket.id)

    run(backing, check)


def test_tickets_are_counted_by_state(backing: Backing) -> None:
    async def check(store: Store) -> None:
        for chat, state in (("1", State.OPEN), ("2", State.OPEN), ("3", State.CLAIMED), ("4", State.CLOSED)):
            await opened(store, chat, state=state)
        counts = await store.counts()
        assert [counts[f"tickets {state}"] for state in State] == [2, 1, 1]

    run(backing, check)
