"""The command line: run, console, check, migrate, ask, review, status. Imports what a command needs when it is used."""

from __future__ import annotations

import gc
import io
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from bot.cli_audit import audit
from bot.cli_broadcast import broadcast
from bot.cli_import import imports, rekey
from bot.cli_link import code, poster, unlink
from bot.cli_options import day_named, language_named
from bot.cli_reminders import reminders
from bot.cli_report import report
from bot.cli_staff import invite, staff
from bot.settings import Settings, SettingsError, load_settings
from knowledge.problems import ContentError

if TYPE_CHECKING:
    from bot.app import App

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=(
    "Dakpath (डाकपथ): chat assistant for the APAR-linked iGOT training year of the Department of Posts. "
    "Not an official portal."))  # fmt: skip

Today = Annotated[Optional[str], typer.Option("--today", help="Start the clock on this day (YYYY-MM-DD).")]


@app.command()
def run(
    today: Today = None,
    yes: Annotated[
        bool, typer.Option("--yes-send-to-real-people", help="Allow --today with the public Bot API.")
    ] = False,
    database: Annotated[Optional[str], typer.Option(metavar="URL", help="In place of DATABASE_URL.")] = None,
    rate: Annotated[
        float, typer.Option("--clock-rate", min=1, max=10_000, help="With --today: how much faster time runs.")
    ] = 1,
) -> None:
    """Answer on all channels: the local chat page, and Telegram where a token is set."""
    gc.disable()  # the start makes only what stays; looking through it for garbage would be a tenth of its time
    from bot.app import build
    from bot.clock import Clock
    from bot.logs import set_up_logs

    day = _today(today)
    if rate != 1 and day is None:
        raise SettingsError("--clock-rate: only with --today")
    settings = load_settings(database)
    if day:
        settings = _rehearsal(settings, day, yes, is_named=database is not None)
    set_up_logs()
    made = build(settings, Clock(day, rate), announce=lambda text: print(text, flush=True))
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 20)  # a turn makes many short-lived values and hardly a cycle
    _serve(made)


def _serve(made: App) -> None:
    import uvloop

    try:
        uvloop.run(made.run())
    except Exception as error:
        from bot.telegram_link import TokenRefusedError

        if isinstance(error, TokenRefusedError):
            raise SettingsError("TELEGRAM_BOT_TOKEN: Telegram does not know this token") from None
        raise


@app.command()
def console(
    today: Today = None,
    record: Annotated[Optional[Path], typer.Option(help="Write the talk as a conversation test.")] = None,
) -> None:
    """The same talk in the terminal; nothing is kept."""
    from bot.console import talk

    talk(load_settings().content_dir, _today(today), record)


@app.command()
def check(
    draw: Annotated[bool, typer.Option("--draw", help="Write the guided walks as diagrams.")] = False,
    file: Annotated[Path, typer.Argument(help="Where the diagrams are written.")] = Path("docs/flows.md"),
) -> None:
    """Read all content, shipped and in CONTENT_DIR, and print every problem at once."""
    from bot.content import load_catalogue
    from knowledge.draw_flows import draw_flows

    settings = load_settings()
    catalogue = load_catalogue(settings.content_dir)
    if draw:
        file.write_text(draw_flows(catalogue), encoding="utf-8")
    print(
        f"content is good: {len(catalogue.topics)} topics, {len(catalogue.flows)} guided walks, "
        f"{len(catalogue.designations)} designations, "
        f"{len(catalogue.courses)} courses, {len(catalogue.phrases)} phrases, "
        f"training years {', '.join(year.id for year in catalogue.years)}; "
        f"sources checked on {catalogue.checked_on:%Y-%m-%d}"
    )


@app.command()
def migrate() -> None:
    """Bring the database up to date."""
    from bot.store.database import connect

    settings = load_settings()
    connection = connect(settings.database_path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    print(f"the database is at version {version}")


@app.command()
def status(
    flows: Annotated[bool, typer.Option("--flows", help="What came of each step of the guided walks.")] = False,
) -> None:
    """Count updates and replies by state, those with an unknown outcome included."""
    from rich.console import Console

    from bot.status import counts_table, steps_table
    from bot.store.database import connect

    connection = connect(load_settings().database_path)
    table = steps_table(connection) if flows else counts_table(connection)
    connection.close()
    Console().print(table)


@app.command()
def ask(
    text: Annotated[Optional[str], typer.Argument(help="The question; left out with --jsonl.")] = None,
    designation: Annotated[Optional[str], typer.Option(help="The asker's designation, in any words.")] = None,
    language: Annotated[Optional[str], typer.Option(help="en or hi.")] = None,
    today: Today = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Answer JSON lines from standard input.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show how the question was understood.")] = False,
) -> None:
    """Answer a question without a database: what a person would see."""
    from bot.ask import answer_lines, answer_one

    day, content = _today(today), load_settings().content_dir
    if jsonl:
        answer_lines(content, day, sys.stdin.buffer, sys.stdout)
    elif text is None:
        raise SettingsError("ask: a question is needed (or --jsonl)")
    elif explain:
        from rich.console import Console

        from bot.explain import explain_one

        explain_one(Console(), content, day, text, designation, language_named(language) if language else None)
    else:
        print(answer_one(content, day, text, designation, language_named(language) if language else None))


@app.command()
def review(
    out: Annotated[Path, typer.Option(help="Where the phrases are written.")] = Path("review-phrases"),
) -> None:
    """Look through the redacted texts that were not understood or did not help; write phrases to add."""
    import asyncio

    from rich.console import Console

    from bot.clock import Clock
    from bot.content import load_library
    from bot.review import Walk
    from bot.store.sqlite import SqliteStore

    settings = load_settings()
    catalogue = load_library(settings.content_dir).catalogue
    store = SqliteStore(settings.database_path, data_key=b"")  # hashes nothing: it needs no key

    async def walk() -> None:
        await store.open()
        try:
            await Walk(store, catalogue, out, Console(), Clock().seconds).run()
        finally:
            await store.close()

    asyncio.run(walk())


app.command()(invite)
app.command()(staff)
app.command()(audit)
app.command()(report)
app.command()(code)
app.command()(unlink)
app.command()(poster)
app.command()(rekey)
app.add_typer(reminders, name="reminders")
app.add_typer(imports, name="import")
app.add_typer(broadcast, name="broadcast")


def _today(text: str | None) -> date | None:
    return day_named("--today", text) if text else None


def _rehearsal(settings: Settings, day: date, yes: bool, *, is_named: bool) -> Settings:
    """A moved clock has a database of its own and does not write to real people by accident.

    Another database must be named for this run: by the option or the environment. `.env` names the one in production.
    """
    if settings.uses_public_api and not yes:
        raise SettingsError("--today: refused with the public Bot API (give --yes-send-to-real-people to do it)")
    if is_named or any(name.upper() == "DATABASE_URL" for name in os.environ):
        return settings
    return settings.model_copy(update={"database_url": f"sqlite:///dakpath-rehearsal-{day}.db"})


def main() -> None:
    """Run a command; what the operator can mend is one line and exit code 2, faulty content exit code 1."""
    from bot.store.database import StoreError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the system's locale is
    try:
        app()
    except ContentError as error:
        for problem in error.problems:
            print(problem)
        print(f"{len(error.problems)} problem(s)", file=sys.stderr)
        sys.exit(1)
    except (SettingsError, StoreError) as error:
        print(f"dakpath: {error}", file=sys.stderr)
        sys.exit(2)
