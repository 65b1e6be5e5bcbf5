"""The rules of broadcasts as values: limits, hosts that may be linked to, the words of a typed audience."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from knowledge.fields import Fields

_LIMITS = ("approve_above", "alike_hours", "held_hours", "progress_seconds", "offices")
#: What the typed form of an audience consists of.
WORDS = (
    "and", "or", "not", "all", "circle", "division", "office", "group", "curriculum", "designation", "unmet", "met",
    "verified", "linked", "language", "list", "yes", "no", "unknown",
)  # fmt: skip


class CastLimits(Struct, frozen=True):
    """People, hours, seconds and offices, as their names say."""

    approve_above: int
    alike_hours: int
    held_hours: int
    progress_seconds: int
    offices: int


class CastRules(Struct, frozen=True):
    """`groups`: how each Group is written in reports, in plain capitals without signs (see `group_key`).

    `words`: how each part of the typed audience is written; the first is the way it is shown.
    """

    limits: CastLimits
    hosts: tuple[str, ...]
    endings: frozenset[str]
    groups: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]


#: What is left out of a Group's name.
SIGNS = " -.()_"
_WITHOUT = {**{ord(sign): None for sign in SIGNS}, **{ord("a") + n: ord("A") + n for n in range(26)}}


def group_key(written: str) -> str:
    """A Group's name without what people write differently: in capitals, without signs."""
    return written.translate(_WITHOUT)


def read_cast(sheet: Fields) -> CastRules:
    """The file broadcast.yaml."""
    sheet.known("limits", "hosts", "endings", "groups", "words")
    limits, words = sheet.row("limits"), sheet.row("words")
    limits.known(*_LIMITS)
    values = {name: limits.whole(name) for name in _LIMITS}
    for name, value in values.items():
        if value <= 0:
            limits.fault(name, "must be more than 0")
    words.known(*WORDS)
    said = {name: tuple(word.casefold() for word in words.texts(name)) for name in WORDS}
    seen: dict[str, str] = {}
    for name, forms in said.items():
        if not forms:
            words.fault(name, "is empty")
        for form in forms:
            other = seen.setdefault(form, name)
            if other != name:
                words.fault(name, f"{form} stands for {other} too")
    groups = {row.text("id"): tuple(map(group_key, row.texts("written"))) for row in sheet.rows("groups")}
    return CastRules(
        limits=CastLimits(**values),
        hosts=tuple(host.casefold() for host in sheet.texts("hosts")),
        endings=frozenset(sheet.texts("endings")),
        groups=groups,
        words=said,
    )
