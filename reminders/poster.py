"""A circle's poster as SVG, a sheet of A4: what the assistant is for, and the code that leads to it.

It is read from two metres away and printed in black and white, so nothing is told by a colour.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.catalogue import Catalogue, Language
from reminders.svg import MARGIN, WIDTH, Colour, Sheet

#: A4 as high as it is for this width.
_HEIGHT = 1018
_TITLE, _CIRCLE, _BODY, _SMALL = 46, 34, 27, 21
#: The code with the white edge that readers need, in squares.
_EDGE = 4
#: How large the code is, at most and at least; what stands below it takes so much.
_CODE, _LEAST, _BELOW = 430, 300, 275
_BAND = 18


def poster_svg(
    catalogue: Catalogue, circle: str, link: str, squares: Sequence[Sequence[bool]], language: Language
) -> str:  # fmt: skip
    """Return the sheet for a circle (its id); `squares` are those of the link's QR code, row by row."""
    sheet = Sheet()

    def said(key: str, **params: str) -> str:
        return catalogue.texts.render(language, key, params)

    name = catalogue.places[circle].name.said_in(language)
    sheet.box(0, 0, WIDTH, _BAND, Colour.DONE)
    sheet.y = _BAND + 16
    sheet.text(said("poster-title"), _TITLE, bold=True, most=2)
    sheet.text(said("poster-circle", circle=name), _CIRCLE, Colour.DONE, bold=True, most=2)
    sheet.y += 8
    sheet.text(said("poster-lead"), _BODY, most=2)
    for part in ("one", "two", "three"):
        sheet.text("•", _BODY, x=MARGIN + 6)
        sheet.y -= round(_BODY * 1.4)
        sheet.text(said(f"poster-{part}"), _BODY, x=MARGIN + 34, most=2)
    size = max(_LEAST, min(_CODE, _HEIGHT - sheet.y - _BELOW))
    sheet.code(squares, (WIDTH - size) // 2, sheet.y + 4, size, _EDGE)
    sheet.y += size + 4
    sheet.text(said("poster-how"), _BODY, bold=True, most=2)
    sheet.text(said("poster-link", link=link), _SMALL, most=3)
    sheet.y = max(sheet.y + 10, _HEIGHT - MARGIN - 3 * round(_SMALL * 1.4))
    sheet.text(said("poster-foot"), _SMALL, Colour.GREY, most=3)
    return sheet.finished(_HEIGHT)
