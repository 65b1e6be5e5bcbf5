"""A picture from SVG, drawn by a process of its own (`bot.draw_picture`)."""

from __future__ import annotations

from pathlib import Path

from bot.beside import ProgramError, output_of

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
    try:
        return await output_of(_PROGRAM, svg.encode(), _MOST_SECONDS, *how)
    except ProgramError as error:
        raise PictureError(str(error)) from error
