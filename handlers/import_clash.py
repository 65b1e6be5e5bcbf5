"""Same person or two: rows that contradict somebody known, decided one by one in a cell member's private chat."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from handlers.actions import Verb
from handlers.desk_step import Post
from handlers.import_preview import OpenClash, whole_words
from handlers.messages import Choice, Line, Reply, line
from knowledge.catalogue import Catalogue, Language

#: What the buttons do: begin with the first row, decide one, put it off, compare the last file again.
CLASHES, SAME, TWO, LATER, AGAIN = "clashes", "same", "two", "later", "again"
#: Wishes about a row, which they name by its number.
OF_A_ROW = (SAME, TWO, LATER)


class Waits(Struct, frozen=True):
    """What waits for a decision: the next row (None: there is no further one), its place from 1 on, how many wait."""

    row: OpenClash | None
    place: int
    count: int


def waiting_lines(count: int) -> tuple[Line, ...]:
    """That rows wait; nothing where none does."""
    return (line("import-clash-waiting", count=count),) if count else ()


def waiting_choices(count: int) -> tuple[Choice, ...]:
    """The way to the rows that wait."""
    return (_button("decide", CLASHES),) if count else ()


def waiting_post(address: int, language: Language, count: int) -> Post:
    """That rows wait, with the way to them."""
    return Post(address, Reply(language, waiting_lines(count), waiting_choices(count)))


def again_choices(file: str) -> tuple[Choice, ...]:
    """Compare the last file again, which is known by this name ("": there is none at hand)."""
    return (_button("again", f"{AGAIN}.{file}"),) if file else ()


def clash_post(
    address: int, language: Language, catalogue: Catalogue, waits: Waits, file: str, said: tuple[Line, ...] = ()
) -> Post:
    """The next row that waits with its three buttons, behind what is `said` of the one before; at the end what follows.

    `file`: see `again_choices`.
    """
    one = waits.row
    if one is None:
        return _ended(address, language, waits.count, file, said)
    row = replace(one.row, employee_id=one.employee_id)
    second = (("other", one.other),) if one.other is not None else ()
    persons = tuple(
        line(f"import-clash-{key}", person=whole_words(catalogue, language, sample))
        for key, sample in (("known", one.kept), *second, ("row", row))
    )
    head = line("import-clash-head", at=waits.place, count=waits.count)
    lines = (*said, head, *persons, line(f"import-clash-what-{one.kind}"))
    choices = tuple(_button(what, f"{what}.{one.id}") for what in OF_A_ROW)
    return Post(address, Reply(language, lines, choices))


def _ended(address: int, language: Language, left: int, file: str, said: tuple[Line, ...]) -> Post:
    """No further row: what is left, and that the file has to be compared again."""
    follows = line("import-clash-again" if file else "import-clash-send")
    lines = (*said, line("import-clash-left", count=left) if left else line("import-clash-none"), follows)
    return Post(address, Reply(language, lines, again_choices(file)))


def _button(what: str, argument: str) -> Choice:
    return Choice(line(f"import-button-{what}"), Verb.DESK, f"import.{argument}")
