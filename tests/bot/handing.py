"""A helpdesk on Telegram as a test plays it: its groups, its members, and the persons who ask it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.clock import IST
from bot.store.desk_rows import Audited
from handlers.ticket import Entry, Role, Ticket
from tests.bot.ways import Way, counted, polling, webhook
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.fake_bot_api.groups import Member
from tests.fake_bot_api.model import Sent
from tests.running import Running, StandingClock, running

#: The circles' groups, the central one's, and who is there.
DELHI, PUNJAB, CENTRAL = -500, -501, -600
ASHA, BALU, CHARU, ADMIN = 71, 72, 81, 90
PERSON = 41
#: A Tuesday in the middle of the working day.
TUESDAY = datetime(2026, 2, 10, 11, 0, tzinfo=IST)
_DAY = 86_400

Play = Callable[["Desk"], Awaitable[None]]


@dataclass
class Desk:
    """The running assistant with a helpdesk; `groups`: who works where."""

    api: FakeBotApi
    run: Running
    clock: StandingClock
    codes: int = 0
    seen: dict[int, int] = field(default_factory=dict)

    # -- who is there --------------------------------------------------------------------------------------------------

    async def joins(self, user: int, circle: str | None, role: Role = Role.HELPDESK) -> None:
        """Somebody uses an invitation in the private chat."""
        code = await self.code("role", role, circle)
        self.api.say(user, f"/start inv-{code}")
        await self.hears(user, "You now belong")

    async def links(self, group: int, circle: str | None, by: int = ADMIN) -> None:
        """An administrator links the group."""
        code = await self.code("group", None, circle)
        self.member(by, group).write(f"/link {code}")
        await self.hears(group, "This group is now")

    async def code(self, kind: Any, role: Role | None, circle: str | None) -> str:
        """A one-time code as the command line makes it."""
        store, now = self.run.app.store, self.clock.seconds()
        self.codes += 1
        code = f"CODE-{self.codes:04d}"
        await store.invite(kind, role, circle, store.hash_code(code), now + _DAY, "command line", now)
        return code

    def member(self, user: int, group: int = DELHI) -> Member:
        return self.api.member(group, user)

    # -- what is said --------------------------------------------------------------------------------------------------

    async def hears(self, chat: int, words: str, seconds: float = 15.0) -> Sent:
        """Wait for the next message of a chat that has the words; those before it count as heard."""
        found: list[Sent] = []

        def is_there(api: FakeBotApi) -> bool:
            for place, sent in enumerate(api.sent_to(chat)):
                if place >= self.seen.get(chat, 0) and words in sent.text:
                    self.seen[chat] = place + 1
                    found.append(sent)
                    return True
            return False

        try:
            await self.api.wait_for(is_there, seconds)
        except TimeoutError:
            heard = [sent.text for sent in self.api.sent_to(chat)[self.seen.get(chat, 0) :]]
            raise AssertionError(f"{chat} did not hear {words!r} but {heard}") from None
        return found[0]

    async def settled(self) -> None:
        """Wait until everything that was said so far is answered, looked at by the clock, and sent."""
        app, before = self.run.app, -1
        while before != (before := len(self.api.sent) + len(self.api.refused)):
            await self.api.wait_for(lambda api: not api.inbox.pending)
            await app.inbox.drain()
            while await app.desk.round():
                pass
            app.delivery.look()
            await app.delivery.idle()

    async def passes(self, **time: float) -> None:
        """After all that was said so far let time go by, and the clock look at once."""
        await self.settled()
        self.clock.move(**time)
        await self.settled()

    def heard(self, chat: int) -> list[str]:
        """What a chat got after what it heard last."""
        return [sent.text for sent in self.api.sent_to(chat)[self.seen.get(chat, 0) :]]

    def catch_up(self, *chats: int) -> None:
        """Take all that was sent to the chats as heard."""
        self.seen |= {chat: len(self.api.sent_to(chat)) for chat in chats}

    async def popup(self, user: int, words: str) -> str:
        """Wait for a pop-up with the words."""
        await self.api.wait_for(lambda api: any(words in text for text in api.popups_of(user)), 5)
        return next(text for text in self.api.popups_of(user) if words in text)

    # -- a request -----------------------------------------------------------------------------------------------------

    async def opens(self, person: int = PERSON, story: str = "My tick is grey", identity: str = "") -> int:
        """A person asks for a human and tells what is asked; the request's number."""
        self.api.say(person, "/human")
        await self.hears(person, "What is wrong?")
        self.api.say(person, story)
        asked = await self.hears(person, "Your name and employee ID")
        if identity:
            self.api.say(person, identity)
        else:
            self.api.tap(person, next(data for _, data in asked.buttons() if data.endswith("skip")))
        return number_of(await self.hears(person, "has the number"))

    async def claims(self, member: Member, card: Sent) -> None:
        """Tap "Take it" below a card."""
        member.tap(data_of(card, "claim."), card.message_id)
        await self.hears(member.chat_id, "is taken")

    async def ticket(self, number: int) -> Ticket:
        return (await self._kept(number))[0]

    async def entries(self, number: int) -> list[Entry]:
        return list((await self._kept(number))[1])

    async def _kept(self, number: int) -> tuple[Ticket, Any]:
        found = await self.run.app.store.desk_ticket(number)
        assert found is not None
        return found

    async def audits(self) -> list[Audited]:
        """What was kept, oldest first."""
        return list(reversed(await self.run.app.store.audits(1000)))

    async def did(self, number: int) -> list[tuple[str, str]]:
        """Who did what with a request, in order."""
        return [(one.audit.actor, one.audit.action) for one in await self.audits() if one.audit.ticket == number]


def number_of(sent: Sent) -> int:
    """The number in "… the number 12. …", the first one in the text."""
    return int(next(word.strip(".·:,") for word in sent.text.split() if word.strip(".·:,").isdigit()))


def data_of(sent: Sent, what: str) -> str:
    """The data of the button that does it, such as "claim."."""
    return next(data for _, data in sent.buttons() if f":{what}" in data)


def labels(sent: Sent) -> list[str]:
    return [label for label, _ in sent.buttons()]


def play(
    script: Play,
    folder: Path,
    way: Way = polling,
    at: datetime = TUESDAY,
    allowed: frozenset[int] = frozenset(),
    seconds: float = 40,
) -> dict[str, int]:
    """Run the script against the assistant; what its store counts after a stop. See `tests.bot.ways.play`."""

    async def talk() -> None:
        async with desk_running(folder, way, at) as desk:
            await script(desk)
            assert [fault for fault in desk.api.violations if fault.code not in allowed] == []

    asyncio.run(asyncio.wait_for(talk(), seconds))
    return counted(folder / "chat.db")


@contextlib.asynccontextmanager
async def desk_running(folder: Path, way: Way = polling, at: datetime = TUESDAY) -> AsyncIterator[Desk]:
    clock = StandingClock(at)
    async with FakeBotApi(token=TOKEN) as api, running(way(folder, api), clock=clock) as run:
        if way is webhook:
            await api.wait_for(lambda api: api.webhook["url"], 10)
        yield Desk(api, run, clock)


async def staffed(desk: Desk) -> None:
    """Asha and Balu work in the group of Delhi, which an administrator of all circles has linked."""
    await desk.joins(ADMIN, None, Role.ADMINISTRATOR)
    for user in (ASHA, BALU):
        desk.member(user)
        await desk.joins(user, "delhi")
    await desk.links(DELHI, "delhi")


async def from_delhi(desk: Desk, person: int = PERSON) -> None:
    """A person whose circle is known."""
    desk.api.say(person, "Delhi circle")
    await desk.settled()
    desk.catch_up(person)


async def claimed(desk: Desk, story: str = "My tick is grey", identity: str = "") -> tuple[int, Sent, Member]:
    """A request that Asha has claimed: its number, the first card, and Asha in the group."""
    await staffed(desk)
    await from_delhi(desk)
    number = await desk.opens(story=story, identity=identity)
    card = await desk.hears(DELHI, "New request")
    asha = desk.member(ASHA)
    await desk.claims(asha, card)
    await desk.hears(PERSON, "is now answered here")
    return number, card, asha
