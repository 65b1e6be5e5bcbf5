"""SVG on standard input, a small PNG (or, asked for, a PDF) on standard output: a program that `bot.picture` starts.

A process of its own, since the renderer keeps the interpreter to itself for a fifth of a second and more, and its
memory goes with it. Only the bundled font is used, so a picture is the same on every machine.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_FONTS = Path(__file__).resolve().parent / "fonts"
_FAMILY = "Noto Sans Devanagari"
#: How many colours are kept: enough that letters look smooth, fewer where the file would be too large for a phone.
_COLOURS = (12, 8)
_MOST_BYTES = 60_000
#: A printed page is drawn so many times as large; its width in inches.
_PRINTED, _A4_INCHES = 3, 8.27
_LARGE = 2


def png_of(svg: str) -> bytes:
    """Return the picture, a third as large as the renderer makes it.

    Raises:
        ValueError: it is no SVG.
    """
    from PIL import Image

    small = b""
    with Image.open(io.BytesIO(_rendered(svg))) as picture:
        for colours in _COLOURS:
            small = _with_colours(picture.convert("RGB"), colours)
            if len(small) < _MOST_BYTES:
                break
    return small


def pdf_of(svg: str) -> bytes:
    """Return a page of A4 that the picture fills, as sharp as an office printer prints.

    Raises:
        ValueError: it is no SVG.
    """
    from PIL import Image

    file = io.BytesIO()
    with Image.open(io.BytesIO(_rendered(svg, _PRINTED))) as picture:
        resolution = picture.width / _A4_INCHES
        picture.convert("RGB").save(file, "PDF", resolution=resolution, quality=92, title="Dakpath")
    return file.getvalue()


def large_png_of(svg: str) -> bytes:
    """Return the picture twice as large, for what is handed on and looked at closely.

    Raises:
        ValueError: it is no SVG.
    """
    from PIL import Image

    with Image.open(io.BytesIO(_rendered(svg, _LARGE))) as picture:
        return _with_colours(picture.convert("RGB"), _COLOURS[0])


def _rendered(svg: str, zoom: int = 1) -> bytes:
    import resvg_py

    fonts = [str(path) for path in sorted(_FONTS.glob("*.ttf"))]
    made: bytes = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=fonts,
        font_family=_FAMILY,
        zoom=float(zoom) if zoom > 1 else None,
    )
    return made


def _with_colours(picture: Image.Image, count: int) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    few = picture.quantize(count, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    draw = {"pdf": pdf_of, "large": large_png_of}.get(sys.argv[-1], png_of)
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read().decode()))
