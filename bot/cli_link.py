"""Commands about linking chats to employees: one-time codes, the end of a link, posters by which people come."""

from __future__ import annotations

import asyncio
import csv
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from bot.cli_staff import ACTOR, bot_name, now_seconds, place_named, with_store
from bot.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from bot.store.link_base import Listed
    from bot.store.sqlite import SqliteStore
    from knowledge.catalogue import Catalogue

#: Employees whose codes are kept in one transaction.
_PIECE = 2000
_HOUR = 3600

Employee = Annotated[str | None, typer.Option(metavar="ID", help="The employee id (an e-mail or mobile will do).")]


def code(
    employee: Employee = None,
    circle: Annotated[str | None, typer.Option(help="A list for all of this circle without a linked chat.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where the list is written (CSV, readable by you only).")] = None,
    hours: Annotated[int | None, typer.Option(min=1, max=8760, help="How long a code is good.")] = None,
) -> None:
    """Make one-time codes with which employees link a chat: for one, or a list for a circle."""
    if (employee is None) is (circle is None) or (circle is None) is not (out is None):
        raise SettingsError("code: give --employee ID, or --circle C and --out FILE")
    from bot.content import load_library
    from handlers.link_words import new_code

    settings = load_settings()
    catalogue = load_library(settings.content_dir).catalogue
    lasts = hours or catalogue.limits.link_code_hours
    if employee is not None:
        made = new_code(secrets.choice)
        named = with_store(settings, lambda store: _one_code(store, employee, made, lasts))
        print(f"code for employee {named.employee_id or employee}: {made} (once, within {lasts} hours)")
        print(f"in the chat: /connect, then the employee id and this code: {named.employee_id or employee} {made}")
        return
    assert circle is not None
    assert out is not None
    place = place_named(settings, circle)
    with _private(out) as file:
        count = with_store(settings, lambda store: _codes(store, place, file, lasts))
    print(f"{count} codes, good for {lasts} hours: {out}")


def unlink(employee: Employee = None) -> None:
    """End all links of an employee's chats, which are told so."""
    if employee is None:
        raise SettingsError("unlink: give --employee ID")
    from handlers.messages import Reply, line

    news = Reply("en", (line("link-off-elsewhere"),))

    async def work(store: SqliteStore) -> int:
        found = await _employee(store, employee)
        return await store.unlink_employee(found.person, news, ACTOR, now_seconds())

    print(f"{with_store(load_settings(), work)} chat(s) unlinked")


def poster(
    circle: Annotated[str, typer.Option(help="The circle, by any of its names.")],
    out: Annotated[Path, typer.Option(help="The folder that the files are written to.")] = Path(),
    bot: Annotated[str | None, typer.Option(metavar="NAME", help="The bot's name, without a token to ask by.")] = None,
) -> None:
    """Write a circle's posters (PNG and PDF, both languages), and say the link and the text to forward."""
    from bot.content import load_library
    from handlers.desk_reach import forward_line
    from handlers.reach import FORWARD, link_of
    from knowledge.catalogue import LANGUAGES

    settings = load_settings()
    catalogue = load_library(settings.content_dir).catalogue
    place = place_named(settings, circle)
    name = (bot or "").lstrip("@") or bot_name(settings)
    if not name:
        raise SettingsError("poster: the bot's name is not known (set TELEGRAM_BOT_TOKEN, or give --bot NAME)")
    home = f"https://t.me/{name}"
    out.mkdir(parents=True, exist_ok=True)
    for path in asyncio.run(_drawn(catalogue, place, home, out)):
        print(path)
    print(f"link: {link_of(home, FORWARD, place)}")
    for language in LANGUAGES:
        said = forward_line(home, place, catalogue.places[place].name.said_in(language))
        print(f"\n{catalogue.texts.render(language, said.key, dict(said.params))}")


async def _drawn(catalogue: Catalogue, circle: str, home: str, out: Path) -> list[Path]:
    from bot.picture import PictureError, large_png_of, pdf_of
    from bot.poster import poster_of
    from knowledge.catalogue import LANGUAGES

    paths = []
    for language in LANGUAGES:
        svg = poster_of(catalogue, circle, home, language)
        for draw, ending in ((large_png_of, "png"), (pdf_of, "pdf")):
            try:
                data = await draw(svg)
            except PictureError as error:
                raise SettingsError(f"poster: it could not be drawn ({error})") from None
            paths.append(out / f"igot-{circle}-{language}.{ending}")
            paths[-1].write_bytes(data)
    return paths


async def _one_code(store: SqliteStore, employee: str, made: str, hours: int) -> Listed:
    found = await _employee(store, employee)
    now = now_seconds()
    await store.keep_codes([(found.person, made)], now + hours * _HOUR, ACTOR, now)
    return found


async def _codes(store: SqliteStore, circle: str, file: TextIO, hours: int) -> int:
    """Write a row for each, in pieces, so that replies are not waited for; return how many."""
    from handlers.link_words import new_code
    from reminders.cells import text_of

    table, after, count = csv.writer(file), 0, 0
    table.writerow(("Employee ID", "Division", "Office", "Code"))
    while rows := await store.unlinked(circle, after, _PIECE):
        codes = [(row, new_code(secrets.choice)) for row in rows]
        now = now_seconds()
        await store.keep_codes([(row.person, made) for row, made in codes], now + hours * _HOUR, ACTOR, now)
        for row, made in codes:
            table.writerow((*map(text_of, (row.employee_id, row.division, row.office)), made))
        after, count = rows[-1].person, count + len(rows)
    await store.note(ACTOR, "export codes", f"{circle} {count}", now_seconds())
    return count


async def _employee(store: SqliteStore, named: str) -> Listed:
    """The one employee of the list whom this names.

    Raises:
        SettingsError: there is none, there are several, or they have left.
    """
    found = [one for one in await store.listed(await store.persons_named(named.strip())) if not one.has_left]
    if len(found) != 1:
        raise SettingsError(f"--employee: {named} is nobody of the list, has left, or is several people")
    return found[0]


def _private(path: Path) -> TextIO:
    """A new file that only its owner can read."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise SettingsError(f"--out: {path} cannot be made: {error.strerror}") from error
    return os.fdopen(handle, "w", encoding="utf-8-sig", newline="")
