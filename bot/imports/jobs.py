"""The running imports of staff members: each a child process that waits for a yes; one a member, a few at once."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import secrets
import shutil
import sys
import tempfile
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from bot.settings import Settings
from handlers.ticket import Member

log = logging.getLogger("dakpath.imports")

#: At once; seconds that one waits for its yes; seconds for a child to end by itself.
_MOST, _PATIENCE, _END = 3, 3600.0, 5.0
_LINE = 4 * 1024 * 1024
#: How the folder of an upload begins.
_UPLOAD = "dakpath-upload-"
#: Bytes of problem rows that are sent into a chat.
_MOST_SENT = 10 * 1024 * 1024


@dataclass(slots=True)
class Shown:
    """How far an import is: `reading`, `asking`, `applying`, `done`, `refused`."""

    step: str = "reading"
    share: float | None = None
    lines: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    problems: int = 0
    said: str = ""


class ImportJob:
    """One member's import. `folder` holds the file and the problem rows, and goes with it. `token` tells it apart."""

    def __init__(self, folder: tempfile.TemporaryDirectory[str]) -> None:
        self.shown, self.token = Shown(), secrets.token_hex(4)
        self._folder = folder
        self._process: Process | None = None
        self._moved = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._patience: asyncio.Timeout | None = None

    @property
    def file(self) -> Path:
        return Path(self._folder.name) / "file"

    @property
    def problems(self) -> Path:
        return Path(self._folder.name) / "problems.csv"

    @property
    def fits(self) -> bool:
        """Whether there are problem rows that a message can carry."""
        return self.problems.exists() and self.problems.stat().st_size <= _MOST_SENT

    def start(self, settings: Settings, member: Member, language: str) -> None:
        """Begin to read the file."""
        self._task = asyncio.create_task(self._run(settings, member, language))

    async def settled(self) -> Shown:
        """Wait until it asks, is done or refused."""
        while self.shown.step in ("reading", "applying"):
            await self._moved.wait()
            self._moved.clear()
        return self.shown

    async def apply(self) -> bool:
        """Take it in; False where it is not asked now."""
        if self.shown.step != "asking":
            return False
        self.shown.step, self.shown.share = "applying", 0.0
        if self._patience is not None:
            self._patience.reschedule(None)  # it is the answer that is waited for so long
        await self._say(b"apply\n")
        return True

    async def cancel(self) -> None:
        """Its member decides against it."""
        if self.shown.step == "asking":
            await self._say(b"cancel\n")
        await self.end()

    async def _say(self, word: bytes) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(word)
        with contextlib.suppress(ConnectionError):
            await self._process.stdin.drain()

    async def end(self) -> None:
        """Give it up, where it is not being applied; its files go."""
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            if self.shown.step == "reading":
                with contextlib.suppress(ProcessLookupError):
                    self._process.terminate()
        if self._task is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(self._task), _END)
        self._folder.cleanup()

    async def _run(self, settings: Settings, member: Member, language: str) -> None:
        try:
            async with asyncio.timeout(_PATIENCE) as self._patience:
                await self._talk(settings, member, language)
        except TimeoutError:
            self._refuse("")
        except Exception:
            log.exception("an import ended")
            self._refuse("")
        finally:
            if self._process is not None and self._process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    self._process.kill()
                await self._process.wait()
            self.file.unlink(missing_ok=True)  # names and numbers as they came: nothing of it is kept

    async def _talk(self, settings: Settings, member: Member, language: str) -> None:
        asked = {
            "path": str(self.file), "problems": str(self.problems), "actor": f"member:{member.id}",
            "circle": member.circle, "language": language,
        }  # fmt: skip
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.imports.child", stdin=PIPE, stdout=PIPE, env=_environment(settings), limit=_LINE
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        async for line in self._process.stdout:
            self._hear(json.loads(line))
        if self.shown.step not in ("done", "refused"):
            self._refuse("")

    def _hear(self, said: dict[str, Any]) -> None:
        shown = self.shown
        if "share" in said:
            shown.share = said["share"]
        elif "lines" in said:
            shown.step, shown.lines, shown.questions = "asking", said["lines"], said["questions"]
            shown.problems = said["problems"]
        elif "done" in said:
            shown.step, shown.said = "done", said["done"]
        else:
            self._refuse(said["refused"])
        self._moved.set()

    def _refuse(self, said: str) -> None:
        if self.shown.step != "done":
            self.shown.step, self.shown.said = "refused", said
        self._moved.set()


class ImportJobs:
    """All imports that run, by member."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._beside = settings, Path(settings.database_path).resolve().parent
        self._jobs: dict[int, ImportJob] = {}

    def of(self, member: Member) -> ImportJob | None:
        return self._jobs.get(member.id)

    async def problem_rows(self, member: str) -> bytes | None:
        """The problem rows of a member's import, where they fit into a message; None where there are none."""
        job = next((one for id_, one in self._jobs.items() if str(id_) == member), None)
        if job is None or not job.fits:
            return None
        return await asyncio.to_thread(job.problems.read_bytes)

    def is_full(self) -> bool:
        """Whether as many run as may."""
        return sum(job.shown.step in ("reading", "applying") for job in self._jobs.values()) >= _MOST

    def place(self) -> ImportJob:
        """A place for a file that is about to come; it is not begun yet."""
        return ImportJob(tempfile.TemporaryDirectory(prefix=_UPLOAD, dir=self._beside, ignore_cleanup_errors=True))

    def sweep(self) -> None:
        """Remove what an earlier run left of uploads when it was killed; nobody else uses the database meanwhile."""
        for left in self._beside.glob(f"{_UPLOAD}*"):
            shutil.rmtree(left, ignore_errors=True)

    async def begin(self, member: Member, job: ImportJob, language: str) -> None:
        """Begin an import of a member in place of the one before."""
        before = self._jobs.pop(member.id, None)
        if before is not None:
            await before.end()
        self._jobs[member.id] = job
        job.start(self._settings, member, language)

    async def cancel(self, member: Member) -> None:
        """Give a member's import up, as they say."""
        before = self._jobs.pop(member.id, None)
        if before is not None:
            await before.cancel()

    async def close(self) -> None:
        """Give up all that is not being applied."""
        for member in list(self._jobs):
            await self._jobs.pop(member).end()


def as_json(job: ImportJob | None) -> dict[str, Any]:
    """What a page is told of it; what it does with a preview names the preview's token."""
    return {"import": {**to_builtins(job.shown), "token": job.token} if job is not None else None}


def _environment(settings: Settings) -> dict[str, str]:
    """The child reads the same settings, whichever way they were given."""
    given = {"DATABASE_URL": settings.database_url}
    for name, secret in (("DATA_KEY", settings.data_key), ("OLD_DATA_KEY", settings.old_data_key)):
        if secret is not None:
            given[name] = secret.get_secret_value()
    if settings.content_dir is not None:
        given["CONTENT_DIR"] = str(settings.content_dir)
    return {**os.environ, **given}
