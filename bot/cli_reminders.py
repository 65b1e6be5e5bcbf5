"""Commands about reminders: what became of a day's, and who would be reminded when."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from bot.cli_options import day_named
from bot.cli_staff import ACTOR, place_named
from bot.settings import Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from bot.store.reminder_rows import Listed, Outcomes
    from bot.store.sqlite import SqliteStore
    from handlers.facts import Facts
    from knowledge.catalogue import TrainingYear
    from reminders.rehearse import DayCount

reminders = typer.Typer(no_args_is_help=True, help="Who is reminded, and what became of it.")

_BATCH = 500
#: Characters of the longest bar, and of a line that goes to a file.
_BAR, _WIDE = 20, 120


@reminders.command()
def report(on: Annotated[str, typer.Option("--on", metavar="DATE", help="The day (YYYY-MM-DD).")]) -> None:
    """What became of the reminders of a day; exit code 1 until all are accounted for."""
    day = day_named("--on", on)
    with _store(load_settings()) as (store, runner):
        found = runner.run(store.outcomes(day))
    if not found:
        print(f"{day}: nothing was chosen")
        return
    for one in found:
        for text in _told(day, one):
            print(text)
    if not all(one.is_complete for one in found):
        raise typer.Exit(1)


@reminders.command()
def rehearse(
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day (YYYY-MM-DD).")],
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="The last day.")],
    circle: Annotated[str | None, typer.Option(help="Only this circle, by any of its names.")] = None,
    person: Annotated[
        str | None, typer.Option(metavar="KEY", help="Only one: employee id, e-mail, mobile or chat:NUMBER.")
    ] = None,
    unlinked: Annotated[
        bool, typer.Option("--include-unlinked", help="Judge people who never opened the chat as if they had.")
    ] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON line for each person and day.")] = False,
) -> None:
    """Travel through the days with today's facts: who would be reminded, and who not, and why. Sends nothing."""
    from bot.content import load_library
    from reminders.rehearse import count_days
    from reminders.rehearse import rehearse as travel

    days = day_named("--from", first), day_named("--to", last)
    if days[0] > days[1]:
        raise SettingsError("--to: lies before --from")
    settings = load_settings()
    place = place_named(settings, circle) if circle else None
    catalogue = load_library(settings.content_dir).catalogue
    with _store(settings) as (store, runner):
        listed = runner.run(_listed(store, place, person))
        if person and not listed:
            raise SettingsError("--person: nobody is known by that")
        lines = travel(_people(store, runner, listed), catalogue, *days, includes_unlinked=unlinked)
        count = 0
        try:
            if jsonl:
                for count, line in enumerate(lines, start=1):  # noqa: B007 - counted for the audit
                    sys.stdout.write(line.as_json() + "\n")
            else:
                counted = list(count_days(lines))
                count = sum(sum(day.reasons.values()) for day in counted)
                _show(counted)
        finally:  # also where whoever reads the lines has gone away: they were read
            runner.run(store.note(ACTOR, "rehearse", _what(days, place, person, count), _now()))


def _told(day: date, one: Outcomes) -> Iterator[str]:
    """What became of one training year's reminders of a day."""
    from bot.store.reminder_rows import STATES

    parts = " + ".join(f"{state} {one.times(state)}" for state in STATES)
    yield f"{day}, training year {one.year}: chosen {one.chosen} = {parts}"
    why = ", ".join(f"{reason} {times}" for (state, reason), times in one.counts.items() if state == "skip")
    yield f"not sent: {why or 'nobody'}"
    dropped = ", ".join(f"{reason} {times}" for (state, reason), times in one.counts.items() if state == "dropped")
    if dropped:
        yield f"dropped: {dropped}"
    if not one.adds_up:
        yield "NOT COMPLETE: it does not add up"
    elif not one.is_chosen:
        yield "not complete: not everybody is judged"
    else:
        yield "complete" if one.is_complete else "not complete: some wait or are held"


async def _listed(store: SqliteStore, circle: str | None, person: str | None) -> Sequence[Listed]:
    """Who is rehearsed, by key."""
    named = frozenset(await store.persons_named(person)) if person else None
    found: list[Listed] = []
    after = 0
    while some := await store.judged(after, _BATCH):
        after = some[-1].person
        found += (
            one
            for one in some
            if (circle is None or one.circle == circle) and (named is None or one.person in named)
        )  # fmt: skip
    return sorted(found, key=lambda one: (one.key, one.person))


def _people(
    store: SqliteStore, runner: asyncio.Runner, listed: Sequence[Listed]
) -> Callable[[TrainingYear], Iterable[Facts]]:
    def people(year: TrainingYear) -> Iterator[Facts]:
        for start in range(0, len(listed), _BATCH):
            batch = listed[start : start + _BATCH]
            known = {one.person: one.facts for one in runner.run(store.facts([one.person for one in batch], year))}
            yield from (replace(known[one.person], key=one.key) for one in batch if one.person in known)

    return people


def _show(counted: Sequence[DayCount]) -> None:
    """A table of the days with a bar for the messages."""
    from rich.console import Console
    from rich.table import Column, Table

    from handlers.standing import Reason

    skips = [reason for reason in Reason if reason is not Reason.DUE]
    table = Table("day", Column("messages", justify="right"), Column(no_wrap=True), "not sent")
    most = max((day.messages for day in counted), default=0)
    for day in counted:
        bar = "█" * -(-day.messages * _BAR // most) if most else ""
        why = (f"{reason.value} {day.reasons[reason]:,}" for reason in skips if day.reasons[reason])
        table.add_row(str(day.day), f"{day.messages:,}", bar, ", ".join(why))
    console = Console()
    if not console.is_terminal:
        console.width = _WIDE
    console.print(table)


def _what(days: tuple[date, date], circle: str | None, person: str | None, count: int) -> str:
    """What the audit keeps of a rehearsal; nobody's number."""
    whom = "one person" if person else circle or "all"
    return f"{days[0]} to {days[1]}, {whom}, {count} lines"


@contextmanager
def _store(settings: Settings) -> Iterator[tuple[SqliteStore, asyncio.Runner]]:
    """The database, brought up to date, and what runs its methods."""
    from bot.data_key import data_key
    from bot.store.sqlite import SqliteStore

    store = SqliteStore(settings.database_path, data_key(settings))
    with asyncio.Runner() as runner:
        runner.run(store.open())
        try:
            yield store, runner
        finally:
            runner.run(store.close())


def _now() -> int:
    from bot.clock import Clock

    return Clock().seconds()
