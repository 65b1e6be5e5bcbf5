"""A circle's poster: the link as a QR code, and the sheet around it."""

from __future__ import annotations

from handlers.reach import POSTER, link_of
from knowledge.catalogue import Catalogue, Language
from reminders.poster import poster_svg


def poster_of(catalogue: Catalogue, circle: str, home: str, language: Language) -> str:
    """Return the poster as SVG; `home` is where people find the assistant."""
    link = link_of(home, POSTER, circle)
    return poster_svg(catalogue, circle, link, squares_of(link), language)


def squares_of(text: str) -> tuple[tuple[bool, ...], ...]:
    """The QR code of a text, row by row, dark or not, without the white edge; readable with a quarter of it damaged."""
    import segno

    return tuple(tuple(bool(square) for square in row) for row in segno.make_qr(text, error="q").matrix)
