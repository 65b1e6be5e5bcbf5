"""A picture from SVG, drawn by a process of its own (`bot.draw_picture`): the event loop and its memory stay free."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

_PROGRAM = Path(__file__).with_name("draw_picture.py")
#: Half a second is usual; a machine that needs longer than this has other troubles.
_MOST_SECONDS = 30.0


class PictureError(Exception):
    """The picture could not be drawn: the last line of what the program said, never anything of the picture."""


async def png_of(svg: str) -> bytes:
    """Return a PNG of under 60 kB for a progress card.

    Raises:
        PictureError: the program failed, or took too long.
    """
    return await _drawn(svg)


async def large_png_of(svg: str) -> bytes:
    """Return a PNG twice as wide and high as the SVG says.

    Raises:
        PictureError: the program failed, or took too long.
    """
    return await _drawn(svg, "large")


async def pdf_of(svg: str) -> bytes:
    """Return a PDF of one page as wide and high as A4.

    Raises:
        PictureError: the program failed, or took too long.
    """
    return await _drawn(svg, "pdf")


async def _drawn(svg: str, *how: str) -> bytes:
    pipe = asyncio.subprocess.PIPE
    arguments = (sys.executable, "-P", str(_PROGRAM), *how)
    process = await asyncio.create_subprocess_exec(*arguments, stdin=pipe, stdout=pipe, stderr=pipe)
    try:
        async with asyncio.timeout(_MOST_SECONDS):
            drawn, said = await process.communicate(svg.encode())
    except TimeoutError as error:
        raise PictureError("took too long") from error
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not drawn:
        reason = said.decode(errors="replace").strip().rpartition("\n")[2]
        raise PictureError(reason.partition(":")[0] or f"ended with {process.returncode}")
    return drawn
