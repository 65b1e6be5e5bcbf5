"""Where the designation that a person told differs from the report's: both are named until the person settled it.

Reminders follow the report meanwhile (`handlers.own_list.effective_post`).
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from handlers.actions import Verb
from handlers.applicant import Applicant
from handlers.context import DEPENDS
from handlers.facts import Facts, Post
from handlers.messages import Choice, Line, Reply, line, plain
from handlers.session import Person
from handlers.talk import Talk
from knowledge.catalogue import Catalogue, Designation

#: Answers by the post, and those that go by the report's.
_BY_REPORT = frozenset(("progress", "reminders"))
_NAMED = DEPENDS | _BY_REPORT


class Difference(Struct, frozen=True):
    """`told` is the person's word; `reported` what the report may mean, none where the catalogue does not know it.

    `mark` names what the report says (`Post.named`).
    """

    told: Designation
    reported: tuple[Designation, ...]
    written: str
    mark: str

    def choices(self, talk: Talk) -> tuple[Choice, ...]:
        """One button for each of the designations."""
        own = Choice(plain(self.told.label.said_in(talk.language)), Verb.LINK, "told")
        others = (
            Choice(plain(one.label.said_in(talk.language)), Verb.LINK, f"post.{place}")
            for place, one in enumerate(self.reported[: talk.catalogue.limits.choices - 3])
        )
        return (own, *others)

    def line(self, talk: Talk, by: str) -> Line:
        """Both by name; `by`: what follows goes by the one told, by the report, or (ask) nothing follows."""
        names = " / ".join(one.name.said_in(talk.language) for one in self.reported) or self.written
        return line("link-differs", told=self.told.name.said_in(talk.language), reported=names, by=by)


def difference(catalogue: Catalogue, person: Person, post: Post, written: str, settled: str) -> Difference | None:
    """How the two differ; None where they agree, one of them says nothing, or the person settled it already."""
    told, mark = catalogue.designations.get(person.designation or ""), post.named(written)
    if told is None or not mark or mark == settled:
        return None
    ids = (post.designation,) if post.designation else post.meanings
    if told.id in ids:
        return None
    reported = tuple(catalogue.designations[id_] for id_ in ids if id_ in catalogue.designations)
    return Difference(told, reported, written, mark)


def difference_of(talk: Talk) -> Difference | None:
    """How what the person told differs from the report, by the facts of the talk."""
    facts: Facts | None = talk.facts
    if facts is None or not facts.is_listed:
        return None
    return difference(talk.catalogue, talk.person, facts.reported, facts.reported_written, facts.settled)


def both_named(talk: Talk, topic: str, applicant: Applicant, reply: Reply) -> Reply:
    """An answer that depends on the person's own post leads with both, while they differ."""
    if topic not in _NAMED or applicant.designation is None or applicant.designation.id != talk.person.designation:
        return reply
    found = difference_of(talk)
    if found is None:
        return reply
    lead = found.line(talk, "report" if topic in _BY_REPORT else "told")
    own, room = found.choices(talk), talk.catalogue.limits.choices
    choices = (*own, *reply.choices[:-1][: room - len(own) - 1], *reply.choices[-1:])  # the last one is the menu
    return replace(reply, lines=(lead, *reply.lines), choices=choices)


def applicant_of(post: Post, chosen: Designation) -> Applicant:
    """The applicant of a designation that the report names, with what was settled for it there."""
    is_sure = post.designation == chosen.id
    return Applicant(
        chosen,
        (post.curriculum if is_sure else None) or chosen.curriculum,
        (post.syllabus if is_sure else None) or chosen.syllabus,
    )
