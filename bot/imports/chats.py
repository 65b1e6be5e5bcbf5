"""Imports from chats: the file is fetched from its platform, its preview posted, and what came of it."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from msgspec.structs import replace

from bot.channels.base import FetchError
from bot.imports.chat_decisions import ChatDecisions
from bot.imports.jobs import ImportJob, ImportJobs
from bot.store.base import Store
from handlers.cell_import import preview_post, told_post
from handlers.desk_step import ImportWish, Post
from handlers.import_clash import AGAIN, CLASHES, OF_A_ROW, waiting_post
from handlers.import_preview import problems_exported
from knowledge.catalogue import Catalogue

log = logging.getLogger("dakpath.imports")

Fetch = Callable[[str], AsyncIterator[bytes]]
Say = Callable[[Sequence[Post]], Awaitable[None]]


class ImportChats:
    """`fetch` reads from a platform (None: there is none); `say` posts into chats; `now` gives whole seconds."""

    def __init__(
        self, jobs: ImportJobs, store: Store, catalogue: Callable[[], Catalogue], fetch: Fetch | None, say: Say,
        now: Callable[[], int],
    ) -> None:  # fmt: skip
        self._jobs, self._store, self._fetch, self._say, self._now = jobs, store, fetch, say, now
        self._decisions = ChatDecisions(store, catalogue, now)
        self._files: dict[int, tuple[str, str]] = {}  # by member: the name of their last file here, and the platform's
        self._running: set[asyncio.Task[None]] = set()
        self._do: dict[str, Callable[[ImportWish], Awaitable[None]]] = {
            "begin": self._begin,
            AGAIN: self._begin_again,
            "apply": self._apply,
            "cancel": self._cancel,
            "waiting": self._tell_waiting,
            CLASHES: self._decide,
            **dict.fromkeys(OF_A_ROW, self._decide),
        }

    def take(self, wish: ImportWish) -> None:
        """Begin to do what is wanted; it is said in the chat how it ends."""
        task = asyncio.create_task(self._done(wish))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def close(self) -> None:
        """Give up what is not done."""
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _done(self, wish: ImportWish) -> None:
        try:
            await self._do[wish.what](wish)
        except Exception:
            log.exception("an import from a chat failed")
            await self._tell(wish, "", "import-broken")

    async def _begin(self, wish: ImportWish) -> None:
        running = self._jobs.of(wish.member)
        if self._jobs.is_full() or (running is not None and running.shown.step == "applying"):
            await self._tell(wish, "", "import-busy")
            return
        job = self._jobs.place()
        if not await self._fetched(wish.ref, job):
            await job.end()
            await self._tell(wish, "", "import-not-fetched")
            return
        await self._jobs.begin(wish.member, job, wish.language)
        shown = await job.settled()
        if shown.step != "asking":
            await self._tell(wish, shown.said, "import-broken")
            return
        self._files[wish.member.id] = job.token, wish.ref
        if job.fits:
            details = problems_exported(wish.member.circle, shown.problems)
            await self._store.note(f"member:{wish.member.id}", "export", details, self._now())
        lines, asks = tuple(shown.lines), tuple(shown.questions)
        waiting = await self._decisions.waiting(wish)
        await self._say(
            preview_post(wish.address, wish.language, lines, asks, wish.member.id, job.fits, job.token, waiting)
        )

    async def _begin_again(self, wish: ImportWish) -> None:
        """The member's last file once more, where it is that of the preview that is named."""
        name, ref = self._files.get(wish.member.id, ("", ""))
        if not name or name != wish.ref:
            await self._tell(wish, "", "import-gone")
            return
        await self._tell(wish, "", "import-begun")
        await self._begin(replace(wish, ref=ref))

    async def _apply(self, wish: ImportWish) -> None:
        job = self._jobs.of(wish.member)
        if job is None or job.token != wish.ref or not await job.apply():
            await self._tell(wish, "", "import-gone")
            return
        shown = await job.settled()
        if shown.step != "done":  # most often because something was decided since the preview
            await self._say((told_post(wish.address, wish.language, shown.said, "import-broken", file=job.token),))
            return
        waiting = await self._decisions.waiting(wish)
        await self._say((told_post(wish.address, wish.language, shown.said, "import-broken", waiting=waiting),))

    async def _tell_waiting(self, wish: ImportWish) -> None:
        """Behind the help: that rows wait for a decision, where some do."""
        if waiting := await self._decisions.waiting(wish):
            await self._say((waiting_post(wish.address, wish.language, waiting),))

    async def _decide(self, wish: ImportWish) -> None:
        """Show the first row that waits, or do with one what is said and show the next."""
        job, (file, _) = self._jobs.of(wish.member), self._files.get(wish.member.id, ("", ""))
        if job is not None and job.shown.step == "applying":
            await self._tell(wish, "", "import-clash-busy")
            return
        decides = self._decisions.first if wish.what == CLASHES else self._decisions.decide
        await self._say((await decides(wish, file),))

    async def _cancel(self, wish: ImportWish) -> None:
        job = self._jobs.of(wish.member)
        if job is None or job.token != wish.ref or job.shown.step != "asking":
            await self._tell(wish, "", "import-gone")
            return
        await self._jobs.cancel(wish.member)
        await self._tell(wish, "", "import-cancelled")

    async def _fetched(self, ref: str, job: ImportJob) -> bool:
        if self._fetch is None:
            return False
        handle = os.open(job.file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            try:
                async for piece in self._fetch(ref):
                    file.write(piece)
            except FetchError as error:
                log.warning("a file to import cannot be had: %s", error)
                return False
        return True

    async def _tell(self, wish: ImportWish, said: str, key: str) -> None:
        await self._say((told_post(wish.address, wish.language, said, key),))
