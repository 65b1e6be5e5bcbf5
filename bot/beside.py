"""A program of its own that makes a file from what it is given: the event loop and its memory stay free."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path


class ProgramError(Exception):
    """It failed, or took too long: the kind of its error, never anything of what it was given."""


async def output_of(program: Path, given: bytes, most_seconds: float, *arguments: str) -> bytes:
    """Return what the program writes.

    Raises:
        ProgramError: it failed, wrote nothing, or took too long.
    """
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-P", str(program), *arguments)
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=pipe)
    try:
        async with asyncio.timeout(most_seconds):
            made, said = await process.communicate(given)
    except TimeoutError as error:
        raise ProgramError("took too long") from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not made:
        reason = said.decode(errors="replace").strip().rpartition("\n")[2]
        raise ProgramError(reason.partition(":")[0] or f"ended with {process.returncode}")
    return made
