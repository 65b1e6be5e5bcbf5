"""What every store must do for tickets in persons' turns: standing, saving, editing, being blocked, being erased."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.store.base import Store
from bot.store.rows import Outcome, Settled, Turn
from handlers.desk_step import DeskStep, NewEntry
from handlers.effects import EditEntry, ForgetPerson, KeepEntry, MarkReachable, SaveTicket
from handlers.ticket import By, Media, MediaKind, Role, Standing, State, Ticket
from tests.store.backings import Backing
from tests.store.desking import after, came, hired, linked, opened, post, sent, turn
from tests.store.using import DAY, NOW, claim, reply, run, said

# -- what a turn knows of the desk -------------------------------------------------------------------------------------


def test_a_turn_knows_the_persons_own_ticket_as_it_was_saved(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket = await opened(store, "7", "hello")
        assert (await after(store)).standing == Standing(ticket)
        assert (await after(store, "8")).standing == Standing()
        changed = replace(
            ticket, state=State.CLAIMED, claimed_by=3, claimed_at=NOW + 1, staff_wrote_at=NOW + 2, alerts=2,
            first_answer_at=NOW + 2, circle=None, designation=None, topics=(), path=(), evidence=(), solved=False,
            is_told_unreachable=True,
        )  # fmt: skip
        await turn(store, await came(store), SaveTicket(changed))
        assert (await after(store)).standing.ticket == changed

    run(backing, check)


def test_the_ticket_of_a_person_is_the_open_one_or_the_one_closed_last(backing: Backing) -> None:
    async def check(store: Store) -> None:
        first = await opened(store)
        closed = replace(first, state=State.CLOSED, closed_at=NOW, solved=True)
        await turn(store, await came(store), SaveTicket(closed))
        assert (await after(store)).standing.ticket == closed
        second = await opened(store)
        await store.save_desk(DeskStep(tickets=(replace(closed, solved=False),)), NOW)
        assert (await after(store)).standing.ticket == second
        await turn(store, await came(store), SaveTicket(replace(second, state=State.CLOSED, closed_at=NOW)))
        await store.save_desk(DeskStep(tickets=(first,)), NOW)  # opened again by the desk
        assert (await after(store)).standing.ticket == first

    run(backing, check)


def test_a_turn_knows_where_somebody_answers_and_who_is_staff(backing: Backing) -> None:
    async def check(store: Store) -> None:
        assert (await after(store)).standing.staffed == frozenset()
        await hired(store, "50", Role.CELL, "kerala")
        helper = await hired(store, "51", Role.HELPDESK, "delhi")
        await hired(store, "52", Role.ADMINISTRATOR, None)
        await linked(store, "-100")
        ticket = await opened(store)
        waiting = await after(store)
        assert (waiting.standing, waiting.is_staff) == (Standing(ticket, frozenset(("delhi", None))), False)
        assert [(await after(store, chat)).is_staff for chat in ("8", "50", "51", "-100")] == [False, True, True, True]
        await store.revoke(helper.id, "command line", NOW)
        waiting = await after(store, "51")
        assert (waiting.standing.staffed, waiting.is_staff) == (frozenset((None,)), False)

    run(backing, check)


def test_another_process_changing_the_staff_is_seen_by_the_next_turn(backing: Backing) -> None:
    async def check(store: Store) -> None:
        helper = await hired(store, "51")
        assert (await after(store)).standing.staffed == {"delhi"}
        other = backing.store()
        await other.open()
        await other.revoke(helper.id, "command line", NOW)
        await other.close()
        assert (await after(store)).standing.staffed == frozenset()

    run(backing, check)


# -- entries -----------------------------------------------------------------------------------------------------------


def test_what_a_person_writes_and_changes_is_kept_in_order(backing: Backing) -> None:
    photo = Media(MediaKind.PHOTO, "file-1", "screen.png")

    async def check(store: Store) -> None:
        ticket = await opened(store, "7", "one", "two")
        kept = KeepEntry(NewEntry(ticket.id, By.PERSON, "three", photo, "m-three"))
        event = KeepEntry(NewEntry(ticket.id, By.SYSTEM, "event-x"))
        await turn(store, await came(store), kept, event)
        await turn(store, await came(store), EditEntry(ticket.id, "m-one", "first"))
        await turn(store, await came(store, "8"), EditEntry(ticket.id, "m-two", "somebody else's"))
        found = await store.desk_ticket(ticket.id)
        assert found is not None
        assert found[0] == ticket
        assert [(one.by, one.text, one.media, one.message) for one in found[1]] == [
            (By.PERSON, "first", None, "m-one"), (By.PERSON, "two", None, "m-two"),
            (By.PERSON, "three", photo, "m-three"), (By.SYSTEM, "event-x", None, "")]  # fmt: skip
        assert await store.desk_ticket(ticket.id + 1) is None

    run(backing, check)


def test_a_turn_for_a_ticket_that_is_not_there_is_not_saved(backing: Backing) -> None:
    async def check(store: Store) -> None:
        waiting = await came(store)
        entry = KeepEntry(NewEntry(99, By.PERSON, "x"))
        with pytest.raises(Exception):  # noqa: B017 - each database has its own
            await store.save_turn([Turn(waiting, waiting.session, (reply("kept"),), (entry,))], NOW)
        assert await claim(store) == []

    run(backing, check)


def test_the_clock_looks_at_once_at_whatever_a_person_changed(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket = await opened(store, "7", "one")
        for effect in (
            SaveTicket(ticket),
            KeepEntry(NewEntry(ticket.id, By.PERSON, "two")),
            EditEntry(ticket.id, "m-one", "first"),
        ):
            await store.save_desk(DeskStep(looks=((ticket.id, 0),)), NOW)
            assert (await store.board(NOW + DAY)).tickets == ()
            await turn(store, await came(store), effect)
            assert (await store.board(NOW - 1)).tickets == ()
            assert (await store.board(NOW)).tickets == (ticket,)

    run(backing, check)


# -- blocked -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_of_ticket", [True, False])
def test_a_person_who_blocked_is_known_to_the_clock_until_they_write(backing: Backing, is_of_ticket: bool) -> None:
    async def check(store: Store) -> None:
        ticket, other = await opened(store), await opened(store, "8")
        quiet = DeskStep(looks=((ticket.id, 0), (other.id, 0)))
        number = ticket.id if is_of_ticket else 0
        await store.save_desk(replace(quiet, posts=(post(ticket.address, "relayed", number),)), NOW)
        (row,) = await claim(store)
        await claim(store, Settled(row, Outcome.BLOCKED), now=NOW + 5)
        assert (await store.board(NOW + 5)).tickets == (replace(ticket, is_reachable=False),)
        await store.save_desk(quiet, NOW)
        assert (await after(store)).standing.ticket == ticket
        assert (await store.board(NOW)).tickets == (ticket,)

    run(backing, check)


def test_what_a_turn_says_of_being_reachable_holds_for_the_ticket(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket = await opened(store)
        for is_reachable in (False, True):
            await store.save_desk(DeskStep(looks=((ticket.id, 0),)), NOW)
            await turn(store, await came(store), MarkReachable(is_reachable))
            assert (await store.board(NOW)).tickets == (replace(ticket, is_reachable=is_reachable),)
        await store.save_desk(DeskStep(looks=((ticket.id, 0),)), NOW)
        await turn(store, await came(store), MarkReachable(True))
        assert (await store.board(NOW)).tickets == ()  # nothing new

    run(backing, check)


def test_a_closed_ticket_is_not_looked_at_because_somebody_blocked(backing: Backing) -> None:
    async def check(store: Store) -> None:
        ticket = await opened(store, state=State.CLOSED, closed_at=NOW)
        await store.save_desk(DeskStep(looks=((ticket.id, 0),)), NOW)
        await turn(store, await came(store), MarkReachable(False))
        assert (await store.board(NOW)).tickets == ()

    run(backing, check)


# -- erasing -----------------------------------------------------------------------------------------------------------

_TABLES = ("person", "session", "inbox", "outbox", "address", "ticket", "entry", "attachment", "audit")


async def talked(store: Store, chat: str) -> Ticket:
    """A claimed ticket with words of both sides, on their way and there, and an upload."""
    ticket = await opened(store, chat, "sekret one")
    upload = await store.keep_attachment(None, MediaKind.PHOTO, "sekret.png", b"sekret", NOW)
    photo = Media(MediaKind.PHOTO, f"page:{upload}", "sekret.png")
    await turn(store, await came(store, chat), KeepEntry(NewEntry(ticket.id, By.PERSON, "sekret", photo, "sekret-id")))
    home = (await after(store, "-100")).address_id
    step = DeskStep(
        tickets=(replace(ticket, state=State.CLAIMED, claimed_by=1, home=home),),
        entries=(NewEntry(ticket.id, By.STAFF, "sekret answer"),),
        posts=tuple(post(where, f"sekret {n}", ticket.id) for where in (home, ticket.address) for n in range(3)),
    )
    await store.save_desk(step, NOW)
    return step.tickets[0]


def held(backing: Backing) -> list[str]:
    return [table for table in _TABLES for row in backing.rows(f"SELECT * FROM {table}") if "sekret" in str(row)]


def test_forgetting_a_person_takes_the_words_out_of_their_tickets(backing: Backing) -> None:
    async def check(store: Store) -> None:
        other = await opened(store, "8")
        ticket = await talked(store, "7")
        await sent(store, "1", "2")
        flying = await claim(store)
        waiting = await came(store, "7")
        saved = SaveTicket(replace(ticket, evidence=(("x", "sekret"),)))
        late = KeepEntry(NewEntry(ticket.id, By.PERSON, "sekret"))
        await turn(store, waiting, ForgetPerson(keep_opt_out=False), saved, late, now=NOW + 9)
        assert held(backing) == ["ticket"]  # the other one's evidence
        await claim(store, *(Settled(row, Outcome.AGAIN) for row in flying))
        assert all("sekret" not in text for _, text in said(await claim(store)))
        left, entries = await store.desk_ticket(ticket.id) or (None, ())
        assert left == replace(
            ticket, person=0, address=0, designation=None, path=(), evidence=(), state=State.CLOSED, closed_at=NOW + 9
        )
        assert {(one.text, one.media, one.message) for one in entries} == {("", None, "")}
        assert ticket.id in [one.id for one in (await store.board(NOW + 9)).tickets]  # the desk is told
        assert (await store.board(NOW + 9)).unposted == {}
        assert (await after(store)).standing.ticket is None
        assert (await after(store, "8")).standing.ticket == other

    run(backing, check)
