"""Commands about broadcasts: the kill switch, what became of one, lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_staff import ACTOR, place_named
from bot.opened import opened
from bot.settings import Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from handlers.cell_cast import Cast, Tally

broadcast = typer.Typer(no_args_is_help=True, help="Messages of the iGOT Cells: stop them, see what became of them.")

Circle = Annotated[str | None, typer.Option(help="Only this circle, by any of its names; without it: everywhere.")]


@broadcast.command()
def stop(circle: Circle = None) -> None:
    """The kill switch: no broadcast goes to a circle, or to anybody, until it is started again."""
    settings = load_settings()
    place = _place(settings, circle)
    with opened(settings) as (store, runner, now):
        is_new = runner.run(store.stop_casts(place, ACTOR, now))
    print(f"broadcasts are stopped: {place or 'everywhere'}" + ("" if is_new else " (they were already)"))


@broadcast.command()
def start(circle: Circle = None) -> None:
    """Take the kill switch back."""
    settings = load_settings()
    place = _place(settings, circle)
    with opened(settings) as (store, runner, now):
        was_on = runner.run(store.start_casts(place, ACTOR, now))
        left = runner.run(store.cast_stops())
    print(f"broadcasts may go: {place or 'everywhere'}" + ("" if was_on else " (the switch was not on)"))
    for one in left:
        print(f"still stopped: {one.circle or 'everywhere'}")


@broadcast.command(name="list")
def list_(
    circle: Circle = None, limit: Annotated[int, typer.Option(min=1, max=1000, help="How many, newest first.")] = 20
) -> None:
    """The newest broadcasts, and which kill switches are on."""
    settings = load_settings()
    place = _place(settings, circle) or None
    with opened(settings) as (store, runner, _):
        for one in runner.run(store.casts(place, limit)):
            print(f"{one.id}: {one.stage.value}, {one.circle or 'central'}, audience {one.size} ({one.audience})")
        for off in runner.run(store.cast_stops()):
            print(f"stopped: {off.circle or 'everywhere'}, by {off.actor}")


@broadcast.command()
def show(number: Annotated[int, typer.Argument(help="The broadcast's number.")]) -> None:
    """What became of a broadcast; exit code 1 until everybody is accounted for."""
    with opened(load_settings()) as (store, runner, _):
        found = runner.run(store.cast(number))
    if found is None:
        raise SettingsError(f"broadcast show: there is no broadcast {number}")
    for line in _told(*found):
        print(line)
    if not found[1].is_complete:
        raise typer.Exit(1)


@broadcast.command()
def count(
    audience: Annotated[str, typer.Argument(help='As it is typed: "unmet phase2 and not linked".')],
    circle: Annotated[str | None, typer.Option(help="Within this circle, by any of its names.")] = None,
) -> None:
    """How many an audience has, how many a message would reach, and why not the others. Sends nothing."""
    from bot.content import load_library
    from bot.counting import count_now
    from handlers.audience_read import AudienceError
    from handlers.audience_say import in_words, typed

    settings = load_settings()
    place, library = _place(settings, circle) or None, load_library(settings.content_dir)
    with opened(settings) as (store, runner, now):
        try:
            found, counted = runner.run(count_now(store, library, audience, place))
        except AudienceError as error:
            raise SettingsError(library.catalogue.texts.render("en", error.key, error.values)) from None
        told = f"{typed(found, library.catalogue)}: {counted.size} people"
        runner.run(store.note(ACTOR, "broadcast count", f"{told}, {place or 'all circles'}", now))
    print(in_words(found, library.catalogue, "en"))
    print(f"{counted.size} people: " + ", ".join(f"{fate} {times}" for fate, times in sorted(counted.fates.items())))


@broadcast.command()
def upload(
    file: Annotated[Path, typer.Argument(help="Employee ids, e-mail addresses or mobiles, one a line.", exists=True)],
    circle: Annotated[str | None, typer.Option(help="Whose list it is, by any of the circle's names.")] = None,
    central: Annotated[bool, typer.Option("--central", help="For all circles.")] = False,
) -> None:
    """Keep people as a list that an audience can name: list NUMBER."""
    from handlers.cell_step import NewList

    if (circle is None) is not central:
        raise SettingsError("broadcast upload: give either --circle or --central")
    settings = load_settings()
    place = _place(settings, circle) or None
    try:
        keys = tuple(dict.fromkeys(file.read_text(encoding="utf-8-sig").split()))
    except (OSError, UnicodeDecodeError):
        raise SettingsError(f"broadcast upload: {file} is no text in UTF-8") from None
    with opened(settings) as (store, runner, now):
        number, people = runner.run(store.keep_list(place, NewList(file.name, keys), ACTOR, now))
    print(f"list {number}: {len(keys)} lines, {people} people found")


def _told(one: Cast, tally: Tally) -> Iterator[str]:
    """The certificate."""
    from handlers.cell_cast import PARTS

    yield f"broadcast {one.id}: {one.stage.value}, {one.circle or 'central'}, {one.audience}"
    yield f"audience {tally.size} = " + " + ".join(f"{part.replace('_', ' ')} {tally.times(part)}" for part in PARTS)
    if tally.dropped:
        yield "dropped: " + ", ".join(f"{reason} {times}" for reason, times in sorted(tally.dropped.items()))
    if not tally.is_frozen:
        yield "not complete: not everybody is looked at"
    elif not tally.adds_up:
        yield "NOT COMPLETE: it does not add up"
    else:
        yield "complete" if tally.is_complete else "not complete: some wait or are held"


def _place(settings: Settings, circle: str | None) -> str:
    return place_named(settings, circle) if circle else ""
