"""What an action of an iGOT Cell is decided from, and what it changes: saved by the store in one transaction."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from handlers.audience import Audience
from handlers.cell_cast import Cast, Tally
from handlers.cell_draft import Draft
from handlers.cell_rights import widest
from handlers.desk_step import DeskStep
from handlers.ticket import Member
from knowledge.catalogue import Language


class Counted(Struct, frozen=True):
    """An audience as the preview shows it, at this moment.

    `fates`: how many would get it ("goes"), how many not and why; `languages`: those who would, by the language they
    chose ("": none yet). `offices`: the largest with how many ("": not known). `empties`: how many who would get it
    lack a placeholder's value; `longest`: its longest value. `alike`: the number of the same broadcast of a while ago
    (0: none). `samples`: by language the values of somebody who would get it in that language.
    """

    size: int
    fates: Mapping[str, int]
    languages: Mapping[str, int] = field(default_factory=dict)
    offices: tuple[tuple[str, int], ...] = ()
    empties: Mapping[str, int] = field(default_factory=dict)
    longest: Mapping[str, str] = field(default_factory=dict)
    alike: int = 0
    samples: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)

    @property
    def goes(self) -> int:
        """How many would get it."""
        return self.fates.get("goes", 0)

    @property
    def may_go(self) -> int:
        """How many would get it on a later day: whoever had a broadcast today as well."""
        return self.goes + self.fates.get("daily_cap", 0)


class CellScene(Struct, frozen=True):
    """The facts of one action: at which address, as which member, what they are writing.

    `members`: the roles of whoever acts that may do it (none: it is not theirs to do); `staff`: all members, who could
    be asked to agree (address 0: not in a chat). `casts`: the newest they may see; `cast`: the one that a button names,
    `tally` what became of it. `lists`: uploaded ones, (number, name). `stops`: circles for which the kill switch is on
    ("": for all). `rate`: messages a second at most. `is_page`: at the desk page. `counted` is None until it is asked
    for; `rows`: how many the file that was asked for has (None: it is not made yet).
    """

    address: int
    members: tuple[Member, ...]
    language: Language
    draft: Draft | None = None
    staff: tuple[Member, ...] = ()
    casts: tuple[Cast, ...] = ()
    cast: Cast | None = None
    tally: Tally | None = None
    lists: tuple[tuple[str, str], ...] = ()
    stops: tuple[str, ...] = ()
    rate: float = 25.0
    is_page: bool = False
    counted: Counted | None = None
    rows: int | None = None

    @property
    def member(self) -> Member:
        """As whom they act: the one whose rights reach furthest."""
        return widest(self.members)


class Count(Struct, frozen=True):
    """The audience must be counted before this can be decided; it is asked again with `CellScene.counted`."""

    audience: Audience
    placeholders: tuple[str, ...] = ()
    fingerprint: str = ""


#: Stands for the number of the list or the broadcast that is kept with a step: in the draft's audience, in texts, on
#: buttons.
NEW_NUMBER = "#new"


class NewList(Struct, frozen=True):
    """People to keep as a list: what was given of each, one a line."""

    name: str
    keys: tuple[str, ...]


class FileWanted(Struct, frozen=True):
    """A file to make and send: who does not get it (of `audience`), or what became of whom (of `cast`).

    Once it is made the action is decided again, with `CellScene.rows`.
    """

    name: str
    audience: Audience | None = None
    cast: int = 0


class CellStep(Struct, frozen=True):
    """What changes. `desk`: the messages and the audit. `draft`: as it stands now, with `ends`: given up or confirmed.

    `confirmed`: a new broadcast, `changed`: one as it stands now, `takes_back`: (its number, waiting or cancelled):
    what is queued of it does not go. `retries`: who failed waits again. `stops`: (circle or "", on or off).
    """

    desk: DeskStep = DeskStep()
    draft: Draft | None = None
    ends: bool = False
    confirmed: Cast | None = None
    changed: Cast | None = None
    takes_back: tuple[int, str] | None = None
    retries: int = 0
    stops: tuple[str, bool] | None = None
    new_list: NewList | None = None
    file: FileWanted | None = None
