"""Imports from a chat: a cell's member sends a report, gets its preview, and taps whether it is taken in."""

from __future__ import annotations

from handlers.actions import Verb
from handlers.desk_action import argument_of, language_of, seen, tell
from handlers.desk_scene import Scene
from handlers.desk_step import DeskStep, ImportWish, Post
from handlers.import_clash import AGAIN, CLASHES, OF_A_ROW, again_choices, waiting_choices, waiting_lines
from handlers.import_rights import may_import
from handlers.made import Made, media_of
from handlers.made import Wanted as MadeWanted
from handlers.messages import Choice, Inbound, Kind, Reply, line, plain
from handlers.ticket import Media, MediaKind
from knowledge.catalogue import Catalogue, Language

COMMAND = "/import"
_VERB = "import"
_APPLY, _CANCEL = "apply", "cancel"
_OF_A_PREVIEW = (_APPLY, _CANCEL, AGAIN)
#: A number of more digits is no row's.
_MOST_DIGITS = 18


def is_for_import(inbound: Inbound) -> bool:
    """Whether a member of the staff may mean an import by it; `import_step` looks closer."""
    if inbound.in_group:
        return False
    if inbound.text.strip().split("@")[0] == COMMAND:
        return True
    return inbound.media is not None and inbound.media.kind is MediaKind.DOCUMENT and not inbound.answers


def import_step(scene: Scene, inbound: Inbound, catalogue: Catalogue) -> DeskStep | None:
    """Decide it; None where it is none, or its sender may not import."""
    member = next((one for one in scene.members if may_import(one)), None)
    argument = argument_of(inbound)
    is_tap = inbound.kind is Kind.TAP and argument.partition(".")[0] == _VERB
    if member is None or inbound.in_group or not (is_tap or is_for_import(inbound)):
        return None
    if is_tap:
        _, what, ref = (*argument.split("."), "", "")[:3]
        tapped = ImportWish(member, scene.address, what, language_of(scene), ref)
        return DeskStep(posts=seen(scene, inbound), wish=tapped if _is_wish(what, ref) else None)
    if inbound.media is None:
        asked = ImportWish(member, scene.address, "waiting", language_of(scene))
        return DeskStep(posts=(tell(scene, inbound, line("import-help")),), wish=asked)
    if inbound.media.name.rpartition(".")[2].casefold() not in catalogue.reports.endings:
        return None
    wish = ImportWish(member, scene.address, "begin", language_of(scene), inbound.media.ref)
    return DeskStep(posts=(tell(scene, inbound, line("import-begun")),), wish=wish)


def _is_wish(what: str, ref: str) -> bool:
    """Whether a button says something that can be wished."""
    if what in OF_A_ROW:
        return ref.isascii() and ref.isdecimal() and len(ref) <= _MOST_DIGITS
    return what in _OF_A_PREVIEW or what == CLASHES


def preview_post(
    address: int, language: Language, lines: tuple[str, ...], questions: tuple[str, ...], member: int, has_file: bool,
    preview: str, waiting: int = 0,
) -> tuple[Post, ...]:  # fmt: skip
    """The preview with its buttons; before it the problem rows as a file, where they fit into a message.

    `preview` tells it from others: its buttons do nothing for another file. `waiting`: rows of earlier imports that
    wait for a decision.
    """
    asks = (line("import-asks"), *map(plain, questions)) if questions else ()
    apply = "import-button-all-the-same" if questions else "import-button-apply"
    choices = (
        Choice(line(apply), Verb.DESK, f"{_VERB}.{_APPLY}.{preview}"),
        Choice(line("import-button-cancel"), Verb.DESK, f"{_VERB}.{_CANCEL}.{preview}"),
        *waiting_choices(waiting),
    )
    said = (*map(plain, lines), *waiting_lines(waiting), *asks, line("import-nothing-yet"))
    shown = Post(address, Reply(language, said, choices))
    if not has_file:
        return (shown,)
    return (
        Post(address, Reply(language, (line("import-problem-file"),), media=problem_media(member, language))),
        shown,
    )


def problem_media(member: int, language: Language) -> Media:
    """The problem rows of the import that a member began last; made when it is sent."""
    return media_of(MadeWanted(Made.PROBLEMS, str(member), language))


def told_post(
    address: int, language: Language, said: str, key: str, *, waiting: int = 0, file: str = ""
) -> Post:  # fmt: skip
    """What came of it: what the import says itself, else a text; with how many rows wait for a decision.

    `file`: what can be compared again.
    """
    lines = (plain(said) if said else line(key), *waiting_lines(waiting))
    return Post(address, Reply(language, lines, (*waiting_choices(waiting), *again_choices(file))))
