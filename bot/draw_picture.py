"""SVG on standard input, a small PNG on standard output: a program of its own, which `bot.picture` starts.

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


def png_of(svg: str) -> bytes:
    """Return the picture, a third as large as the renderer makes it.

    Raises:
        ValueError: it is no SVG.
    """
    import resvg_py
    from PIL import Image

    fonts = [str(path) for path in sorted(_FONTS.glob("*.ttf"))]
    full = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts, font_family=_FAMILY)
    small = b""
    with Image.open(io.BytesIO(full)) as picture:
        for colours in _COLOURS:
            small = _with_colours(picture.convert("RGB"), colours)
            if len(small) < _MOST_BYTES:
                break
    return small


def _with_colours(picture: Image.Image, count: int) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    few = picture.quantize(count, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    sys.stdout.buffer.write(png_of(sys.stdin.buffer.read().decode()))
