"""What is done with a broadcast that was confirmed: agreed to, paused, cancelled, changed, tried again, listed."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from handlers.cell_build import shown
from handlers.cell_cast import NOT_BEGUN, Cast, Stage, Tally
from handlers.cell_doing import Doing, button
from handlers.cell_draft import Draft
from handlers.cell_rights import may_agree
from handlers.cell_say import overview, with_agreement
from handlers.cell_step import CellStep, Count, FileWanted
from handlers.desk_step import Audit, DeskStep, Post
from handlers.messages import Line, Reply, line


class Work(Struct, frozen=True):
    """An action on a broadcast that whoever acts may see."""

    made: Doing
    cast: Cast
    tally: Tally

    def changed(
        self, cast: Cast, action: str, *said: Line, takes_back: str = "", people: int | None = None
    ) -> CellStep:
        """The broadcast as it stands now; whoever made it is told as well where somebody else did it.

        `people`: how many it is about (None: all of its audience).
        """
        posts = [self.made.reply(*said)]
        if self.cast.address != self.made.scene.address:
            posts.append(Post(self.cast.address, Reply(self.cast.language, said)))
        back = (cast.id, takes_back) if takes_back else None
        return CellStep(
            DeskStep(posts=tuple(posts), audits=(self.audit(action, people),)),
            changed=cast,
            takes_back=back,
        )

    def audit(self, action: str, people: int | None = None) -> Audit:
        return self.made.audit(action, f"{self.cast.id} {self.tally.size if people is None else people} people")

    def tell(self, key: str) -> CellStep:
        return self.made.tell(key, number=self.cast.id)


def show_all(made: Doing) -> CellStep:
    """The newest broadcasts, with the way to a new one and to the kill switch."""
    stops = [circle for circle in made.scene.stops if circle in ("", made.scene.member.circle or "")]
    own = made.scene.member.circle or ""
    switch = button("switch-on") if own in stops else button("switch-off")
    open_ = [button("go-on")] if made.scene.draft is not None else []
    lines = overview(made.catalogue, made.language, made.scene.casts, made.scene.stops)
    return CellStep(DeskStep(posts=(made.reply(*lines, choices=(*open_, button("new"), switch)),)))


def switch(made: Doing, *, is_on: bool) -> CellStep:
    """The kill switch of the member's circle, or of all."""
    circle = made.scene.member.circle or ""
    audits = (made.audit("stop" if is_on else "start", circle or "all"),)
    said = made.reply(line("cast-switched-off" if is_on else "cast-switched-on"))
    return CellStep(DeskStep(posts=(said,), audits=audits), stops=(circle, is_on))


def _approve(work: Work) -> CellStep:
    cast, member = work.cast, next((one for one in work.made.scene.members if may_agree(one, work.cast)), None)
    if cast.stage is not Stage.APPROVAL:
        return work.tell("cast-not-now")
    if member is None:
        return work.tell("cast-not-yours")
    agreed = replace(cast, stage=Stage.PLANNED, approved_by=member.id)
    return work.changed(agreed, "approve", line("cast-approved", number=cast.id))


def _refuse(work: Work) -> CellStep:
    if work.cast.stage is not Stage.APPROVAL:
        return work.tell("cast-not-now")
    if not any(may_agree(one, work.cast) for one in work.made.scene.members):
        return work.tell("cast-not-yours")
    refused = replace(work.cast, stage=Stage.CANCELLED)
    return work.changed(refused, "refuse", line("cast-refused", number=work.cast.id), takes_back="cancelled")


def _pause(work: Work) -> CellStep:
    if work.cast.stage is not Stage.RUNNING or work.cast.is_closed:
        return work.tell("cast-not-now")
    paused = replace(work.cast, stage=Stage.PAUSED)
    return work.changed(paused, "pause", line("cast-paused", number=work.cast.id), takes_back="waiting")


def _resume(work: Work) -> CellStep:
    if work.cast.stage is not Stage.PAUSED:
        return work.tell("cast-not-now")
    return work.changed(replace(work.cast, stage=Stage.RUNNING), "resume", line("cast-resumed", number=work.cast.id))


def _cancel(work: Work) -> CellStep:
    if work.cast.is_closed or work.cast.stage is Stage.CANCELLED:
        return work.tell("cast-not-now")
    gone = replace(work.cast, stage=Stage.CANCELLED)
    return work.changed(gone, "cancel", line("cast-cancelled", number=work.cast.id), takes_back="cancelled")


def _edit(work: Work) -> CellStep | Count:
    """Before anything left it can be changed: it becomes a draft again, and must be tested and confirmed again."""
    cast = work.cast
    if cast.stage not in NOT_BEGUN:
        return work.tell("cast-not-now")
    draft = Draft(cast.audience, cast.text_en, cast.text_hi, cast.send_at)
    step = shown(work.made.with_draft(draft))
    if isinstance(step, Count):
        return step
    desk = replace(step.desk, audits=(work.audit("edit"),))
    return replace(step, desk=desk, changed=replace(cast, stage=Stage.CANCELLED), takes_back=(cast.id, "cancelled"))


def _retry(work: Work) -> CellStep:
    failed = work.tally.times("failed")
    if not work.cast.is_closed or not failed or work.cast.stage is not Stage.DONE:
        return work.tell("cast-not-now")
    again = replace(work.cast, stage=Stage.RUNNING, is_closed=False, ended_at=0)
    step = work.changed(again, "retry", line("cast-retried", number=work.cast.id, count=failed), people=failed)
    return replace(step, retries=work.cast.id)


def _list(work: Work) -> CellStep:
    wanted = FileWanted(f"broadcast-{work.cast.id}.csv", cast=work.cast.id)
    return CellStep(DeskStep(audits=(work.audit("export", work.made.scene.rows),)), file=wanted)


def _show(work: Work) -> CellStep:
    reply = with_agreement(work.made.catalogue, work.made.scene.members, work.cast, work.tally)
    return CellStep(DeskStep(posts=(Post(work.made.scene.address, reply),)))


#: What a button says → what it does.
WORK: dict[str, Callable[[Work], CellStep | Count]] = {
    "approve": _approve,
    "refuse": _refuse,
    "pause": _pause,
    "resume": _resume,
    "cancel": _cancel,
    "edit": _edit,
    "retry": _retry,
    "list": _list,
    "show": _show,
}
