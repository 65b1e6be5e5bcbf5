"""The card as people see it: a PNG of under 60 kB whose lines stay on the paper and whose Hindi is shaped."""

from __future__ import annotations

import asyncio
import io

import pytest
from PIL import Image, ImageChops, ImageStat

from bot.draw_picture import png_of as drawn_here
from bot.picture import PictureError, png_of
from knowledge.catalogue import LANGUAGES, Language
from knowledge.library import Library
from reminders.card_picture import card_svg
from reminders.svg import MARGIN, WIDTH, Sheet
from tests.reminders.cards_of import card_of

PAPER = (255, 255, 255)


def opened(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.format == "PNG"
        return picture.convert("RGB")


def ink_of(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box around all that is not paper."""
    paper = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
    box = ImageChops.difference(picture, paper).point(lambda value: 255 if value > 60 else 0).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", ["half", "long"])
def test_a_card_is_a_small_png_with_its_margins(person: str, language: Language, library: Library) -> None:
    svg = card_svg(card_of(person, library), library.catalogue, language)
    png = asyncio.run(png_of(svg))
    assert len(png) < 60_000
    picture = opened(png)
    assert picture.width == WIDTH
    assert f'height="{picture.height}"' in svg.partition("\n")[0]
    left, top, right, bottom = ink_of(picture)
    assert left >= MARGIN - 4 and right <= WIDTH - MARGIN + 4
    assert top > 10 and bottom < picture.height - 10


def drawn_to_the_right(words: str, is_set_apart: bool = True) -> Image.Image:
    """A line that ends at the same place whatever stands before its last word."""
    sheet = Sheet()
    sheet.text(words, 60)
    svg = sheet.finished().replace('<text x="36"', '<text x="680" text-anchor="end"')
    if not is_set_apart:
        svg = svg.replace("\u2066", "").replace("\u2069", "")
    return opened(drawn_here(svg)).convert("L")


def difference(one: Image.Image, other: Image.Image, box: tuple[int, int, int, int]) -> float:
    return ImageStat.Stat(ImageChops.difference(one.crop(box), other.crop(box))).mean[0]


@pytest.mark.parametrize("word", ["दिखे", "प्रशिक्षण", "क्रिटिकल", "थिंकिंग", "अनिवार्य", "श्रेणी", "पोर्टल"])
def test_hindi_after_latin_letters_looks_as_it_does_alone(word: str) -> None:
    alone = drawn_to_the_right(word)
    box = ink_of(alone.convert("RGB"))
    assert difference(alone, drawn_to_the_right(f"iGOT {word}"), box) < 1
    assert difference(alone, drawn_to_the_right(f"iGOT {word}", is_set_apart=False), box) > 10


def test_a_picture_that_cannot_be_drawn_is_an_error_without_its_words() -> None:
    with pytest.raises(PictureError) as caught:
        asyncio.run(png_of("<svg>गुप्त"))
    assert "गुप्त" not in str(caught.value)
