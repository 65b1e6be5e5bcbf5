"""`make bench`: every figure as a ratio to a baseline measured in alternation in the same run, with its bound."""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from bench.audience import measured as audiences_measured
from bench.chat import buttons_commands_phrases, half_free_text, throughput
from bench.delivery import BUDGET, RATE, drain_ratio, paced
from bench.imports import measured as imported
from bench.meanwhile import replies_meanwhile
from bench.reminders import measured
from bench.report import counted
from bench.start import cold_start, matching_ms
from bench.store import store_ratio
from bench.walk import walk_ratio

#: Employees: at the reduced size, and the two stated ones.
_FEW, _MANY, _ALL = 20_000, 200_000, 2_000_000
#: Persons who write in a second while bulk is sent.
_REPLIES = 10


@dataclass(frozen=True)
class Row:
    """One figure: what it is against, and whether it is good."""

    what: str
    ours: str
    against: str
    figure: str
    bound: str
    is_good: bool


def at_least(what: str, ours: float, other: float, bound: float, unit: str) -> Row:
    ratio = ours / other
    return Row(what, f"{ours:,.0f} {unit}", f"{other:,.0f} {unit}", f"{ratio:.2f}", f"≥ {bound}", ratio >= bound)


def at_most(what: str, ours: float, other: float | None, bound: float, unit: str) -> Row:
    figure = ours / other if other is not None else ours
    against = f"{other:,.1f} {unit}" if other is not None else "–"
    return Row(what, f"{ours:,.2f} {unit}", against, f"{figure:.2f}", f"≤ {bound}", figure <= bound)


def chat_rows(messages: int, rounds: int) -> list[Row]:
    simple = throughput(buttons_commands_phrases, messages, rounds)
    free = throughput(half_free_text, messages, rounds)
    unit = "msg/s"
    return [
        at_least("buttons, commands, phrases : echo", simple["ours"], simple["echo"], 0.8, unit),
        at_least("buttons, commands, phrases : stock echo", simple["ours"], simple["stock"], 4.0, unit),
        at_least("half free text : echo", free["ours"], free["echo"], 0.3, unit),
        at_least("half free text : stock echo", free["ours"], free["stock"], 1.5, unit),
    ]


def other_rows(turns: int, rounds: int) -> list[Row]:
    ours, plain = store_ratio(turns, rounds)
    walked, answered = walk_ratio(15 * rounds)
    median, p95 = matching_ms(500)
    seconds, memory = cold_start(rounds)
    return [
        at_most("durable turn, 64 callers : plain NORMAL", ours, plain, 1.5, "µs"),
        at_most("step of a guided walk : plain answer", walked, answered, 1.2, "µs"),
        at_most("understanding one question, median ms", median, None, 2.0, "ms"),
        at_most("understanding one question, 95 % ms", p95, None, 8.0, "ms"),
        at_most("cold start to the first answer, s", seconds, None, 2.0, "s"),
        at_most("resident memory after 100 persons, MB", memory, None, 100.0, "MB"),
    ]


def delivery_rows(messages: int, rounds: int, at_pace: int) -> list[Row]:
    """`at_pace`: messages that are sent at 25 a second."""
    ours, raw = drain_ratio(messages, rounds)
    paid, alone = paced(messages, rate=1000), paced(at_pace)
    beside = paced(at_pace, replies=_REPLIES)
    unit = "msg/s"
    return [
        at_least("draining, no pace, 50 ms away : raw aiohttp sender", ours, raw, 0.6, unit),
        at_least("draining at 1,000 a second : its pace", paid.per_second, 1000, 0.97, unit),
        at_least(f"{at_pace:,} bulk messages alone, not slower : their pace", alone.per_second, RATE, 0.99, unit),
        at_most(f"{at_pace:,} bulk messages alone, not faster : their pace", alone.per_second, RATE, 1.01, unit),
        at_least("bulk beside 10 replies a second : what they leave", beside.per_second, BUDGET - _REPLIES, 0.75, unit),
        at_most("a reply beside bulk, 99 % ms", beside.reply_ms, None, 200.0, "ms"),
        at_most("refused by a platform that takes 30 a second", alone.refusals + beside.refusals, None, 0.0, "calls"),
    ]


def reminder_rows(people: int, rounds: int) -> list[Row]:
    figures = measured(people, rounds)
    named = f"{people:,} employees, {6 * people:,} progress rows"
    most = 2.0 if people <= _MANY else 2.5
    return [
        at_most(f"choose and queue a day, {named} : bare", figures.ours, figures.bare, most, "s"),
        at_most("longest another transaction waited for it, ms", figures.longest_lock_ms, None, 150.0, "ms"),
        at_most("rows that a second look inserts", figures.again_rows, None, 0.0, "rows"),
        at_most("memory for it, MB", figures.memory_mb, None, 300.0, "MB"),
    ]


def import_rows(people: int) -> list[Row]:
    figures, beside = imported(people), replies_meanwhile(people)
    named = f"{6 * people:,} rows of {people:,} employees"
    return [
        at_most(f"import's preview, {named} : bare insert", figures.preview, figures.bare, 3.0, "s"),
        at_most("applying it : bare insert", figures.apply, figures.bare, 3.0, "s"),
        at_most("the same file again, preview : bare insert", figures.preview_again, figures.bare, 3.0, "s"),
        at_most("longest it held the database, ms", 1000 * figures.longest, None, 150.0, "ms"),
        at_most("memory for it, MB", figures.megabytes, None, 400.0, "MB"),
        at_most("preview and apply beside the assistant, by the clock", beside.seconds, None, 210.0, "s"),
        at_most("a reply meanwhile, 99 % ms", beside.reply_ms, None, 500.0, "ms"),
    ]


def report_rows(people: int, rounds: int) -> list[Row]:
    figures = counted(people, rounds)
    return [
        at_most(f"where one circle of 23 stands, {people:,} employees, s", figures.circle, None, 1.0, "s"),
        at_most(f"where all stand, {people:,} employees, s", figures.everybody, None, 4.0, "s"),
    ]


def audience_rows(people: int, rounds: int) -> list[Row]:
    figures = audiences_measured(people, rounds)
    return [at_most(f"counting an audience of {people:,} employees, s", figures.count, None, 0.5, "s")]


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument(
        "--full", action="store_true", help="the stated sizes, up to 2,000,000 employees: 4 GB of disk, 40 minutes"
    )
    options = parser.parse_args()
    messages, rounds, turns, at_pace = (2000, 5, 5000, 3000) if options.full else (1000, 3, 2500, 150)
    many = 200_000 if options.full else 20_000
    began = time.monotonic()
    rows = [*other_rows(turns, rounds), *chat_rows(messages, rounds), *audience_rows(many, rounds)]
    rows += import_rows(many)
    rows += [*reminder_rows(_MANY, rounds), *reminder_rows(_ALL, 1)] if options.full else reminder_rows(_FEW, rounds)
    rows += report_rows(many, rounds)
    rows += delivery_rows(5 * messages, rounds, at_pace)
    table = Table("what", "ours", "baseline", "figure", "bound", "")
    for row in rows:
        table.add_row(row.what, row.ours, row.against, row.figure, row.bound, "ok" if row.is_good else "MISSED")
    console = Console(width=130)
    console.print(table)
    console.print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
