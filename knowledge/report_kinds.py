"""Which report a file is, told by the columns that it has, and the rules by which its cells are read: reports.yaml.

A file is recognised by its required columns alone, in any order and spelling of the header; others are let be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from knowledge.fields import Fields
from knowledge.normalise import tokens
from knowledge.read_rules import one_of

_LIMITS = ("rows", "megabytes", "table_megabytes", "header_rows")
_LISTS = ("blank", "yes", "no", "totals", "comprehensive", "no_words")
_STATES = ("completed", "in_progress", "not_started")
_PROFILES = ("verified", "unverified", "left")
#: What can be told apart and read: kinds of reports, and columns of any of them.
KINDS = ("users", "plan", "consumption", "assessment", "template")
FIELDS = (
    "name", "employee_id", "email", "mobile", "mdo", "group", "designation", "division", "office", "profile",
    "generated_on", "course", "progress", "is_apar", "allocated_on", "due_on", "enrolled_on", "completed_on",
    "assessment", "attempted_on", "passed", "retakes",
)  # fmt: skip
_MEGABYTE = 1024 * 1024
#: A row with no more columns of a report is near to none.
_NEAR = 2


class ReportLimits(Struct, frozen=True):
    """How large a file may be: `size` and `table_size` are bytes unpacked, of all and of a spreadsheet's texts."""

    rows: int
    size: int
    table_size: int
    header_rows: int


class ReportKind(Struct, frozen=True):
    """A report: `columns` are its fields with the spellings (folded) of their headers, those of persons included.

    `names`: of each field the header as the portal writes it.
    """

    id: str
    required: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]


class ReportRules(Struct, frozen=True, eq=False):
    """The file reports.yaml; words and headers are folded (`folded`), but for `blank`, which is in small letters.

    `words`: the lists by name; `states` and `profiles`: folded word → what it means; `same_words`: a word of a course's
    title → the words that it stands for. `template`: field → header. `others`: reports that are not imported.
    `missing_percent`: an import by which more would go missing asks first; `undo_days`: how long it can be taken back.
    """

    limits: ReportLimits
    missing_percent: int
    undo_days: int
    endings: frozenset[str]
    words: Mapping[str, frozenset[str]]
    states: Mapping[str, str]
    profiles: Mapping[str, str]
    same_words: Mapping[str, tuple[str, ...]]
    who: tuple[str, ...]
    kinds: tuple[ReportKind, ...]
    others: Mapping[str, tuple[str, ...]]
    template: Mapping[str, str]


class Header(Struct, frozen=True):
    """A recognised header: its kind, its cells as written, and the place of each field that it has."""

    kind: ReportKind
    cells: tuple[str, ...]
    places: Mapping[str, int]


class Unrecognised(Struct, frozen=True):
    """Why rows have no header: the kind that comes nearest and the headers it lacks; or that it is one not imported."""

    kind: str = ""
    lacks: tuple[str, ...] = ()
    other: str = ""


def folded(text: str) -> str:
    """One spelling of a header or of a word in a cell: no case, blanks, underscores or punctuation."""
    return "".join(tokens(text))


def recognise(rules: ReportRules, cells: Sequence[str]) -> Header | None:
    """The header that these cells are, of the first kind whose required columns are there; None where they are none."""
    places = _places(cells)
    kind = next((kind for kind in rules.kinds if not _lacks(rules, kind, places)), None)
    if kind is None or _other(rules, places):
        return None
    return Header(kind, tuple(cells), {name: places[at] for name, at in _found(kind, places).items()})


def why_not(rules: ReportRules, rows: Sequence[Sequence[str]]) -> Unrecognised:
    """Which report the first rows come nearest to, and what they lack."""
    nearest = Unrecognised()
    most = _NEAR
    for cells in rows:
        places = _places(cells)
        other = _other(rules, places)
        if other:
            return Unrecognised(other=other)
        for kind in rules.kinds:
            has = len(_found(kind, places))
            if has > most:
                most, nearest = has, Unrecognised(kind.id, tuple(_lacks(rules, kind, places)))
    return nearest


def is_beside(rules: ReportRules, header: Header, cells: Sequence[str]) -> bool:
    """Whether a row without a person is a row of sums, or the header again."""
    if [folded(cell) for cell in cells] == [folded(cell) for cell in header.cells]:
        return True
    first = tokens(next((cell for cell in cells if cell.strip()), ""))
    return any("".join(first[:length]) in rules.words["totals"] for length in (1, 2))


def _places(cells: Sequence[str]) -> dict[str, int]:
    """The first place of each folded header."""
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        places.setdefault(folded(cell), place)
    places.pop("", None)
    return places


def _found(kind: ReportKind, places: Mapping[str, int]) -> dict[str, str]:
    """Field → the spelling of its header that is there."""
    named = ((name, next((one for one in spellings if one in places), "")) for name, spellings in kind.columns.items())
    return {name: spelling for name, spelling in named if spelling}


def _lacks(rules: ReportRules, kind: ReportKind, places: Mapping[str, int]) -> list[str]:
    """The headers of required fields that are missing; those of `who` are one, for any of them will do."""
    found = _found(kind, places)
    lacks = [kind.names[name] for name in kind.required if name not in found]
    is_named = any(name in found for name in rules.who)
    return lacks if is_named else [*lacks, " / ".join(kind.names[name] for name in rules.who)]


def _other(rules: ReportRules, places: Mapping[str, int]) -> str:
    return next((id_ for id_, columns in rules.others.items() if all(one in places for one in columns)), "")


def read_reports(sheet: Fields) -> ReportRules:
    """The file reports.yaml."""
    sheet.known("limits", "missing_percent", "undo_days", "endings", "states", "profiles", "same_words", "person",
                "who", "kinds", "others", "template", *_LISTS)  # fmt: skip
    limits = sheet.row("limits")
    limits.known(*_LIMITS)
    rows, size, table_size, header_rows = (limits.whole(name) for name in _LIMITS)
    same, template = sheet.row("same_words"), sheet.row("template")
    person = sheet.row("person")
    template.known(*FIELDS)
    person.known(*FIELDS)
    kinds = tuple(_kind(row, person) for row in sheet.rows("kinds"))
    who = sheet.texts("who")
    for kind in kinds:
        for name in {*who, *kind.required} - set(kind.columns):
            sheet.fault(f"kinds[{kind.id}]", f"requires the unknown column {name}")
    return ReportRules(
        missing_percent=sheet.whole("missing_percent"),
        undo_days=sheet.whole("undo_days"),
        endings=frozenset(sheet.texts("endings")),
        limits=ReportLimits(rows, size * _MEGABYTE, table_size * _MEGABYTE, header_rows),
        words={
            **{name: frozenset(_spelt(sheet, name)) for name in _LISTS},
            "blank": frozenset(entry.casefold() for entry in sheet.texts("blank")),
        },
        states=_meanings(sheet.row("states"), _STATES),
        profiles=_meanings(sheet.row("profiles"), _PROFILES),
        same_words={name: tokens(same.text(name)) for name in same.values},
        who=who or ("employee_id",),
        kinds=kinds,
        others={row.text("id"): _spelt(row, "columns") for row in sheet.rows("others")},
        template={name: template.text(name) for name in template.values},
    )


def _kind(row: Fields, person: Fields) -> ReportKind:
    row.known("id", "required", "columns")
    own = row.row("columns")
    own.known(*FIELDS)
    fields = [(part, name) for part in (person, own) for name in part.values]
    return ReportKind(
        id=one_of(row, "id", KINDS),
        required=row.texts("required"),
        columns={name: _spelt(part, name) for part, name in fields},
        names={name: next(iter(part.texts(name)), name) for part, name in fields},
    )


def _meanings(row: Fields, names: Sequence[str]) -> dict[str, str]:
    row.known(*names)
    return {spelling: name for name in names for spelling in _spelt(row, name)}


def _spelt(row: Fields, name: str) -> tuple[str, ...]:
    """A list's entries in one spelling; what consists of signs alone stays as it is."""
    return tuple(folded(entry) or entry for entry in row.texts(name))
