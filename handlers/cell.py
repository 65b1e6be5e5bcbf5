"""What a member of an iGOT Cell does with audiences and broadcasts, in a private chat or at the desk page.

`named()` says which broadcast an action is about, `act()` decides. Both are plain functions; where the audience must be
counted first `act()` says so, and is asked again with the count.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from handlers import cell_build, cell_send, cell_work
from handlers.actions import Verb, unpack
from handlers.cell_doing import Doing
from handlers.cell_draft import Awaits
from handlers.cell_preview import preview
from handlers.cell_rights import may_see
from handlers.cell_step import CellScene, CellStep, Count
from handlers.cell_work import WORK, Work
from handlers.messages import Inbound, Kind
from knowledge.library import Library

Done = CellStep | Count


def named(inbound: Inbound, is_staff: bool) -> int | None:
    """The broadcast that an action is about (0: none in particular); None where it is nothing for a cell."""
    if not is_staff or inbound.in_group:
        return None
    if inbound.kind is Kind.TAP:
        action = unpack(inbound.text)
        if action is None or action.verb is not Verb.CAST:
            return None
        what, _, number = action.argument.partition(".")
        return int(number) if what in WORK and number.isascii() and number.isdecimal() and len(number) < 19 else 0
    return 0 if inbound.kind is Kind.TEXT else None


def act(scene: CellScene, inbound: Inbound, library: Library, now: datetime) -> Done | None:
    """Decide an action; None where it is not theirs to do, or turns out to be none. `now` is timezone-aware."""
    if not scene.members:
        return None
    made = Doing(scene, inbound, library, now)
    if inbound.kind is Kind.TAP:
        action = unpack(inbound.text)
        return _tapped(made, action.argument if action else "")
    text = inbound.text.strip()
    command, _, rest = text.partition(" ")
    name = command.split("@")[0].casefold()
    if name == "/broadcast":
        return cell_work.show_all(made)
    if name == "/audience":
        return cell_build.look(made, rest.strip())
    if scene.draft is None or scene.draft.awaits is Awaits.NOTHING:
        return None
    if name == "/cancel":
        return replace(made.tell("cast-put-aside"), draft=replace(scene.draft, awaits=Awaits.NOTHING))
    return None if text.startswith("/") else _heard(made, text)


def _heard(made: Doing, text: str) -> Done:
    """What was typed where something was asked for."""
    awaits = made.draft.awaits
    if awaits is Awaits.AUDIENCE:
        return cell_build.add_typed(made, text)
    if awaits is Awaits.LIST:
        return cell_build.add_list(made, text)
    return cell_send.hear_when(made, text) if awaits is Awaits.TIME else cell_send.hear_text(made, made.inbound.text)


def _tapped(made: Doing, argument: str) -> Done:
    what, _, rest = argument.partition(".")
    if what in WORK:
        cast, tally = made.scene.cast, made.scene.tally
        if cast is None or tally is None or not may_see(made.scene.members, cast):
            return made.tell("cast-gone")
        return WORK[what](Work(made, cast, tally))
    if what in _ANYTIME:
        return _ANYTIME[what](made)
    if made.scene.draft is None:
        return made.tell("cast-gone")
    return _BUILD[what](made, rest) if what in _BUILD else made.tell("cast-gone")


def _new(made: Doing) -> CellStep:
    return cell_build.ask(made.with_draft(cell_build.draft_of("")))


def _drop(made: Doing) -> CellStep:
    return replace(made.tell("cast-given-up"), ends=True)


def _go_on(made: Doing) -> Done:
    """On with a draft that was put aside."""
    draft = made.draft
    if not draft.audience:
        return cell_build.ask(made)
    return preview(made) if draft.text_en or draft.text_hi else cell_build.shown(made)


#: What can be done without a draft.
_ANYTIME: dict[str, Callable[[Doing], Done]] = {
    "new": _new,
    "switch-off": lambda made: cell_work.switch(made, is_on=True),
    "switch-on": lambda made: cell_work.switch(made, is_on=False),
}
#: What is done with the draft.
_BUILD: dict[str, Callable[[Doing, str], Done]] = {
    "field": cell_build.ask_value,
    "negate": lambda made, field: cell_build.negate(made, field, is_on=True),
    "plainly": lambda made, field: cell_build.negate(made, field, is_on=False),
    "value": cell_build.add_value,
    "all": lambda made, _: cell_build.add_everybody(made),
    "and": lambda made, _: cell_build.join(made, "and"),
    "or": lambda made, _: cell_build.join(made, "or"),
    "clear": lambda made, _: cell_build.clear(made),
    "who": lambda made, _: cell_build.shown(made) if made.draft.audience else cell_build.ask(made),
    "look": lambda made, _: cell_build.shown(made),
    "paste": lambda made, _: cell_build.ask_list(made),
    "write": lambda made, _: cell_send.ask_text(made),
    "skip": lambda made, _: cell_send.skip_text(made),
    "preview": lambda made, _: preview(made),
    "test": lambda made, _: cell_send.test(made),
    "when": lambda made, _: cell_send.ask_when(made),
    "at": cell_send.set_when,
    "missed": lambda made, _: cell_send.missed(made),
    "send": lambda made, _: cell_send.send(made),
    "anyway": lambda made, _: cell_send.send_anyway(made),
    "hosts": lambda made, _: cell_send.agree_hosts(made),
    "go-on": lambda made, _: _go_on(made),
    "drop": lambda made, _: _drop(made),
}
