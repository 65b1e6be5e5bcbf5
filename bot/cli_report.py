"""`report`: where the circles stand, as a table here and as files; and the lists that come of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_options import day_named, language_named
from bot.cli_staff import ACTOR, place_named
from bot.settings import Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from bot.report_files import Order, ReportFiles
    from bot.standing_now import StandingNow
    from bot.store.sqlite import SqliteStore
    from handlers.made import Made
    from knowledge.catalogue import Catalogue, Language, TrainingYear
    from reminders.figures import Figures, Kind, Span

_PICTURES, _TABLES = ("png",), ("xlsx", "csv")


def report(
    circle: Annotated[str | None, typer.Option(help="Only this circle, by any of its names.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="PART", help="circle, division, group or curriculum: the table shown here.")
    ] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(help="Write a .png (and its parts as …-parts.png), .xlsx or .csv. May be given more than once."),
    ] = None,
    calls: Annotated[Path | None, typer.Option(help="Write who needs a call, as .xlsx or .csv.")] = None,
    questions: Annotated[
        Path | None, typer.Option(help="Write the unanswered questions (of one circle their topics), as .xlsx or .csv.")
    ] = None,
    year: Annotated[str | None, typer.Option(help="The training year, such as 2025-26; else the present one.")] = None,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="Report as of this day (YYYY-MM-DD); keeps no week.")
    ] = None,
    language: Annotated[str, typer.Option(help="en or hi.")] = "en",
) -> None:
    """Where a circle stands, or all of them. What is written to a file is kept in the audit."""
    from bot.content import load_library

    settings = load_settings()
    files: list[tuple[Path, tuple[str, ...]]] = [(path, _PICTURES + _TABLES) for path in out or ()]
    files += [(path, _TABLES) for path in (calls, questions) if path]
    _checked(files)
    place, speaks, kind = place_named(settings, circle) if circle else None, language_named(language), _kind(by, circle)
    catalogue = load_library(settings.content_dir).catalogue
    with _at_work(settings, catalogue, today) as (runner, standing, made, now):
        span = standing.span(place, now, _year(catalogue, year))
        figures, written = _found(runner, standing, span, settings), list[Path]()
        if today is None:  # figures as of another day are no week's
            runner.run(standing.keep_week(span))
        for order, path in _orders(span, speaks, out or [], calls, questions):
            data = runner.run(made.make(order, figures))
            _write(path, data)
            written.append(path)
        _show(figures, catalogue, speaks, kind)
        for path in written:
            print(f"written: {path}")


def _write(path: Path, data: bytes) -> None:
    """Readable by its owner only: a list may name people."""
    try:
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(data)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written ({error.strerror})") from error


def _orders(
    span: Span, language: Language, out: list[Path], calls: Path | None, questions: Path | None
) -> Iterator[tuple[Order, Path]]:
    """Every file that is to be written."""
    from bot.report_files import Order
    from handlers.made import Made

    def order(what: Made, path: Path) -> tuple[Order, Path]:
        return Order(what, span, language, ACTOR, _suffix(path)), path

    for path in out:
        if _suffix(path) == "png":
            yield order(Made.REPORT, path)
            yield order(Made.PARTS, path.with_name(f"{path.stem}-parts{path.suffix}"))
        else:
            yield order(Made.XLSX if _suffix(path) == "xlsx" else Made.CSV, path)
    if calls:
        yield order(Made.CALLS, calls)
    if questions:
        yield order(Made.QUESTIONS, questions)


def _found(runner: asyncio.Runner, standing: StandingNow, span: Span, settings: Settings) -> Figures:
    """Find what standings are those of before, with a bar for whoever waits."""
    from rich.console import Console
    from rich.progress import Progress

    from bot.exclusive import is_in_use

    console, lets_pass = Console(stderr=True), is_in_use(settings.database_path)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("bringing people up to date", total=None)

        def tell(count: int) -> None:
            progress.advance(task, count)

        return runner.run(standing.found(span, tell, lets_pass=lets_pass))


def _show(figures: Figures, catalogue: Catalogue, language: Language, kind: Kind) -> None:
    """The whole and its parts as a table."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as Shown

    from reminders.figures import Kind, Part
    from reminders.report_text import row_of, summary_of
    from reminders.report_words import Words

    words = Words(catalogue, language)
    for text in summary_of(figures, words):
        print(text)
    header, total = row_of(figures, words, Part(Kind.TOTAL, "", "", figures.total))
    shown = Shown(words.said(f"report-kind-{kind}"), box=box.SIMPLE, padding=(0, 1, 0, 0))
    for name in header:
        shown.add_column(name, justify="right", overflow="fold")
    shown.add_row(*total)
    shown.add_section()
    for part in figures.parts(kind):
        shown.add_row(*row_of(figures, words, part)[1])
    Console().print(shown)


@contextmanager
def _at_work(
    settings: Settings, catalogue: Catalogue, today: str | None
) -> Iterator[tuple[asyncio.Runner, StandingNow, ReportFiles, datetime]]:
    """The database, brought up to date, and what works on it."""
    from bot.clock import Clock
    from bot.data_key import data_key
    from bot.report_files import ReportFiles
    from bot.standing_now import StandingNow
    from bot.store.sqlite import SqliteStore

    clock = Clock(day_named("--today", today) if today else None)
    store: SqliteStore = SqliteStore(settings.database_path, data_key(settings))

    def content() -> Catalogue:
        return catalogue

    standing = StandingNow(store, content, settings.content_dir)
    with asyncio.Runner() as runner:
        runner.run(store.open())
        try:
            yield runner, standing, ReportFiles(store, standing, content, Clock()), clock.now()
        finally:
            runner.run(store.close())


def _checked(files: list[tuple[Path, tuple[str, ...]]]) -> None:
    """Before anything is read: every file's kind is known and its folder is there."""
    for path, kinds in files:
        if _suffix(path) not in kinds:
            raise SettingsError(f"{path}: must end in one of {', '.join(f'.{kind}' for kind in kinds)}")
        if not path.parent.is_dir():
            raise SettingsError(f"{path}: there is no folder {path.parent}")


def _suffix(path: Path) -> str:
    return path.suffix.removeprefix(".").lower()


def _kind(text: str | None, circle: str | None) -> Kind:
    from reminders.figures import Kind

    if text is None:
        return Kind.DIVISION if circle else Kind.CIRCLE
    if text not in tuple(Kind) or text == Kind.TOTAL:
        raise SettingsError("--by: must be circle, division, group or curriculum")
    return Kind(text)


def _year(catalogue: Catalogue, text: str | None) -> TrainingYear | None:
    found = next((one for one in catalogue.years if one.id == text), None)
    if text is not None and found is None:
        raise SettingsError(f"--year: must be one of {', '.join(one.id for one in catalogue.years)}")
    return found
