"""One action of a cell's member as a value: where, as whom, on what; and how they are told what came of it."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from handlers.actions import Verb
from handlers.audience import Audience
from handlers.audience_read import AudienceError, read_audience
from handlers.cell_draft import Draft
from handlers.cell_step import CellScene, CellStep
from handlers.desk_step import Audit, DeskStep, Post
from handlers.messages import Choice, Inbound, Line, Param, Reply, line
from knowledge.catalogue import Catalogue, Language, TrainingYear
from knowledge.library import Library
from knowledge.training_year import year_on


class Doing(Struct, frozen=True):
    """One action: the scene, what was done, the knowledge, the time (timezone-aware)."""

    scene: CellScene
    inbound: Inbound
    library: Library
    now: datetime

    @property
    def catalogue(self) -> Catalogue:
        return self.library.catalogue

    @property
    def language(self) -> Language:
        return self.scene.language

    @property
    def seconds(self) -> int:
        return int(self.now.timestamp())

    @property
    def year(self) -> TrainingYear:
        return year_on(self.catalogue.years, self.now.date()).year

    @property
    def draft(self) -> Draft:
        return self.scene.draft or Draft()

    def with_draft(self, draft: Draft) -> Doing:
        return replace(self, scene=replace(self.scene, draft=draft))

    def audience(self) -> Audience | None:
        """The draft's; None where none is chosen, or the content no longer has what it names."""
        try:
            return read_audience(self.draft.audience, self.library, self.year) if self.draft.audience else None
        except AudienceError:
            return None

    def reply(self, *lines: Line, choices: tuple[Choice, ...] = ()) -> Post:
        return Post(self.scene.address, Reply(self.language, lines, choices))

    def tell(self, key: str, **values: Param) -> CellStep:
        """Nothing changes, and whoever acted is told why."""
        return CellStep(DeskStep(posts=(self.reply(line(key, **values)),)))

    def kept(self, draft: Draft, *posts: Post, audits: tuple[Audit, ...] = ()) -> CellStep:
        """The draft as it stands now, with what is said."""
        return CellStep(DeskStep(posts=posts, audits=audits), draft=draft)

    def audit(self, action: str, details: str = "") -> Audit:
        return Audit(f"member:{self.scene.member.id}", f"broadcast {action}", details=details)


def button(what: str, argument: str = "") -> Choice:
    """A button by its name: its label is the text `button-cast-<what>`."""
    return Choice(line(f"button-cast-{what}"), Verb.CAST, f"{what}.{argument}" if argument else what)
