"""Commands about imports: a file compared and applied, the template, decisions, taking back, and the key."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from bot.cli_staff import ACTOR, place_named
from bot.settings import Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from bot.box import Keys
    from bot.imports.importing import Import
    from handlers.import_preview import OpenClash, Preview
    from knowledge.library import Library

#: Exit code where something has to be confirmed first.
_ASKS = 3


class _FileFirst(TyperGroup):
    """`import FILE` is `import file FILE`: whatever is no command's name is a file's or an option's."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args.insert(0, "file")
        return super().parse_args(ctx, args)


imports = typer.Typer(cls=_FileFirst, no_args_is_help=True, help=(
    "Take in a report: `import FILE --circle C` compares it and changes nothing, `--apply` takes it in."))  # fmt: skip


@imports.command(hidden=True)
def file(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A report of the portal or our template: CSV or XLSX.")],
    circle: Annotated[str | None, typer.Option(help="The circle that it is for, by any of its names.")] = None,
    central: Annotated[bool, typer.Option("--central", help="Take rows of all circles.")] = False,
    apply: Annotated[bool, typer.Option("--apply", help="Take it in; without it nothing is changed.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Take it in where it would be asked first, too.")] = False,
    year: Annotated[str | None, typer.Option(help="Training year of rows without a date, like 2025-26.")] = None,
    problems: Annotated[Path | None, typer.Option(help="Where the problem rows are written.")] = None,
) -> None:
    """Compare a file with what is stored, and take it in with --apply."""
    if circle is None and not central:
        raise SettingsError("import: give --circle, or --central for a file of all circles")
    settings = load_settings()
    place = place_named(settings, circle) if circle else None
    library = _library(settings)
    if year is not None and year not in {one.id for one in library.catalogue.years}:
        raise SettingsError(f"--year: {year} is no training year like {library.catalogue.years[-1].id}")
    from bot.imports.beginning import begun
    from bot.imports.importing import Wanted

    wanted = Wanted(path, ACTOR, place, None if central else place, year, _now())
    with begun(settings, library, wanted) as made:
        shown = _staged(made, library, path)
        if shown.problem_rows:
            _write_problems(made, library, problems or Path(f"{path.stem}-problems.csv"))
        if not apply:
            print(library.catalogue.texts.render("en", "import-nothing-yet", {}))
            return
        if shown.questions and not yes:
            print("import: nothing is changed; --yes takes it in all the same", flush=True)
            raise typer.Exit(_ASKS)
        _applied(made, library, settings)


@imports.command()
def template(folder: Annotated[Path, typer.Argument(help="Where it is written.")] = Path()) -> None:
    """Write our own template, as CSV and XLSX."""
    from bot.imports.template import write_template

    for path in write_template(folder, _library(load_settings()).catalogue.reports.template):
        print(path)


@imports.command()
def decide(
    number: Annotated[int | None, typer.Argument(help="The row's number; without one all are listed.")] = None,
    verdict: Annotated[str | None, typer.Argument(help="same (one person) or two (two persons).")] = None,
    circle: Annotated[str | None, typer.Option(help="List those of this circle only.")] = None,
) -> None:
    """List rows that contradict somebody known, or decide one."""
    from bot.imports.deciding import UndecidableError, open_clashes
    from bot.imports.deciding import decide as keep
    from handlers.import_preview import clash_line

    settings = load_settings()
    texts = _library(settings).catalogue
    with _connected(settings) as (db, keys):
        if number is None:
            found: list[OpenClash] = open_clashes(db, keys, place_named(settings, circle) if circle else None)
            for one in found:
                print(clash_line(texts, "en", one))
            if not found:
                print(texts.texts.render("en", "import-clash-none", {}))
            return
        if verdict not in ("same", "two"):
            raise SettingsError("decide: say same or two")
        try:
            db.execute("BEGIN IMMEDIATE")
            keep(db, number, "same" if verdict == "same" else "two", None, ACTOR, _now())
            db.execute("COMMIT")
        except UndecidableError:
            raise SettingsError(f"decide: no row waits under {number} (see: import decide)") from None
        print(texts.texts.render("en", f"import-decided-{verdict}", {}))


@imports.command()
def undo(number: Annotated[int, typer.Argument(help="The import's number (see: import list).")]) -> None:
    """Take an import back, as long as nothing newer is built on it."""
    from bot.exclusive import is_served, only_one
    from bot.imports.undoing import NotUndoableError
    from bot.imports.undoing import undo as take_back

    settings = load_settings()
    why = {
        "unknown": "there is no such import",
        "undone": "it is taken back already",
        "kept": "it is too old",
        "touched": "a later import, a decision, or somebody who linked their chat is built on it",
    }
    with only_one(f"{settings.database_path}.import"), _connected(settings) as (db, _), _bar() as (bar, task):
        try:
            take_back(db, number, ACTOR, _now(), lambda share: bar.update(task, completed=share),
                      yields=is_served(settings.database_path))  # fmt: skip
        except NotUndoableError as error:
            raise SettingsError(f"undo: {number} cannot be taken back: {why[str(error)]}") from None
    print(f"import {number} is taken back")


@imports.command(name="list")
def list_(limit: Annotated[int, typer.Option(min=1, help="How many, newest first.")] = 20) -> None:
    """List imports."""
    from bot.clock import IST
    from bot.store.undo_statements import LIST

    with _connected(load_settings()) as (db, _):
        for id_, at, actor, kind, circle, reported, state, counts in db.execute(LIST, (limit,)):
            when, made = (datetime.fromtimestamp(one, IST) for one in (at, reported))
            print(f"{id_} {when:%Y-%m-%d %H:%M} {actor}: {kind} of {made:%Y-%m-%d %H:%M}, {circle or 'central'}, "
                  f"{state} {counts}")  # fmt: skip


def rekey() -> None:
    """Encrypt everything with a new key: DATA_KEY in place of OLD_DATA_KEY, or a new key file. Nothing else may run."""
    from bot.data_key import data_key, keep_only, next_key
    from bot.exclusive import only_one
    from bot.store.database import connect
    from bot.store.keys import change_key
    from bot.store.staff import audit

    settings = load_settings()
    with only_one(settings.database_path), only_one(f"{settings.database_path}.import"):
        old = data_key(settings)
        new = next_key(settings, old)
        with contextlib.closing(connect(settings.database_path)) as db:
            rows = change_key(db, old, new)
            audit(db, ACTOR, "rekey", f"{rows} rows", _now())
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        keep_only(settings, new)
    print(f"{rows} row(s) are encrypted with the new key: back it up, apart from the database")


def _staged(made: Import, library: Library, path: Path) -> Preview:
    from bot.imports.trouble import UnusableFileError
    from handlers.import_preview import preview_lines, question_lines
    from handlers.report_wording import file_words, notice_words

    catalogue = library.catalogue
    try:
        with _bar() as (bar, task):
            shown = made.stage(library, lambda _, share: bar.update(task, completed=share or 0.0))
    except UnusableFileError as error:
        raise SettingsError(f"{path}: {file_words(catalogue, 'en', error.key, error.values)}") from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from None
    for line in preview_lines(catalogue, "en", shown):
        print(line)
    for notice, times in made.notices.items():
        print(f"{notice_words(catalogue, 'en', notice)}: {times}")
    for line in question_lines(catalogue, "en", shown):
        print(f"? {line}")
    return shown


def _write_problems(made: Import, library: Library, path: Path) -> None:
    from bot.imports.problem_file import write_problems

    try:
        count = write_problems(path, made.columns, made.problems(), library.catalogue, "en")
    except OSError as error:
        raise SettingsError(f"--problems: {path} cannot be written ({error.strerror})") from None
    made.note_export(count)
    print(f"{count} problem row(s) are in {path}")


def _applied(made: Import, library: Library, settings: Settings) -> None:
    from bot.exclusive import is_served, only_one
    from bot.imports.trouble import UnusableFileError
    from handlers.report_wording import file_words

    with only_one(f"{settings.database_path}.import"), _bar() as (bar, task):
        try:
            number = made.apply(
                lambda _, share: bar.update(task, completed=share or 0.0), yields=is_served(settings.database_path)
            )
        except UnusableFileError as error:
            raise SettingsError(file_words(library.catalogue, "en", error.key, error.values)) from None
    counts = made.shown.counts()
    values = {name: counts[name] for name in ("new", "changed", "moved", "missing")}
    print(library.catalogue.texts.render("en", "import-done", {"number": number, **values}))


@contextlib.contextmanager
def _connected(settings: Settings) -> Iterator[tuple[sqlite3.Connection, Keys]]:
    from bot.data_key import data_key
    from bot.store.database import connect
    from bot.store.keys import open_keys

    master = data_key(settings)
    with contextlib.closing(connect(settings.database_path)) as db:
        yield db, open_keys(db, master)


@contextlib.contextmanager
def _bar() -> Iterator[tuple[Progress, TaskID]]:
    """A bar on the terminal, and nothing where there is none."""
    import sys

    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        yield bar, bar.add_task("", total=1.0)


def _library(settings: Settings) -> Library:
    from bot.content import load_library

    return load_library(settings.content_dir)


def _now() -> int:
    from bot.clock import Clock

    return Clock().seconds()
