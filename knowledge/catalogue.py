"""The knowledge as frozen values. What they mean is written here; how they are read is in `parse`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from msgspec import Struct

from knowledge.flow import Evidence, Flow
from knowledge.limits import Limits
from knowledge.reminder_policy import ReminderPolicy
from knowledge.support import Support
from knowledge.texts import Texts
from knowledge.thresholds import Thresholds

if TYPE_CHECKING:
    from knowledge.cast_rules import CastRules
    from knowledge.desk_rules import DeskRules
    from knowledge.figure_rules import FigureRules
    from knowledge.report_kinds import ReportRules

Language = Literal["en", "hi"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

#: A look-up (curriculum or syllabus) that the sources do not decide / that the order excludes.
UNDECIDED = "undecided"
NONE = "none"

RANKS = ("official", "platform", "third-party", "inferred")
CONFIDENCES = ("official", "tabled", "inferred", "undecided")
PILLARS = ("domain", "functional", "behavioural")


class Bilingual(Struct, frozen=True):
    """A short name in both languages."""

    en: str
    hi: str

    def said_in(self, language: Language) -> str:
        return self.hi if language == "hi" else self.en


class Source(Struct, frozen=True):
    """Where a fact stands: document id and paragraph."""

    document: str
    paragraph: str


class Document(Struct, frozen=True):
    """An order, guide or page; `rank` is one of `RANKS`."""

    id: str
    title: Bilingual
    rank: str


class Course(Struct, frozen=True):
    """A course on iGOT; `minutes` only where the guide prints its length.

    `spoken`: how people call it in a sentence of their own; a name that several share means none of them.
    """

    id: str
    title: str
    label: str
    pillar: str
    minutes: int | None
    variants: tuple[str, ...]
    spoken: tuple[str, ...]
    sources: tuple[Source, ...]


class Curriculum(Struct, frozen=True):
    """The courses of one level for a year; `pillars` says whether the guide sorts them by pillar."""

    id: str
    courses: tuple[str, ...]
    pillars: bool
    sources: tuple[Source, ...]


class Syllabus(Struct, frozen=True):
    """The courses that one role's comprehensive assessment is set from."""

    id: str
    courses: tuple[str, ...]
    sources: tuple[Source, ...]


class Phase(Struct, frozen=True):
    """So many courses by that day (cumulative)."""

    id: str
    courses: int
    due: date
    sources: tuple[Source, ...]


class Assessment(Struct, frozen=True):
    """The comprehensive assessment's rules; `safe_right` right answers satisfy every printed pass mark."""

    due: date
    questions: int
    minutes: int
    pass_percent: int
    safe_right: int
    attempts: int
    negative_marking: bool
    prerequisites: int
    sources: tuple[Source, ...]


class Order(Struct, frozen=True):
    """An order behind a training year: the document, its number and the day it was issued."""

    document: str
    number: str
    issued: date


class TrainingYear(Struct, frozen=True, eq=False):
    """One APAR reporting year, `starts` to `ends` inclusive, with its lists, dates and rules."""

    id: str
    starts: date
    ends: date
    apar_year: str
    due: date
    floor_percent: int
    phases: tuple[Phase, ...]
    assessment: Assessment
    curricula: Mapping[str, Curriculum]
    syllabi: Mapping[str, Syllabus]
    reminders: ReminderPolicy
    orders: tuple[Order, ...]
    sources: tuple[Source, ...]

    @property
    def last_day(self) -> date:
        """The last day on which something can still be due: an extension may go beyond `ends`."""
        return max(self.ends, self.due, self.assessment.due, *(phase.due for phase in self.phases))

    @property
    def total(self) -> int:
        """How many courses the last phase asks for."""
        return max(phase.courses for phase in self.phases)

    @property
    def floor(self) -> int:
        """The order's minimum in courses, rounded up (DoP OM 18.08.2025, para 4: at least 50 %)."""
        return -(-self.total * self.floor_percent // 100)


class Designation(Struct, frozen=True):
    """A post and what applies to it; `curriculum`/`syllabus` may be `UNDECIDED` or `NONE`."""

    id: str
    name: Bilingual
    label: Bilingual
    curriculum: str
    syllabus: str
    #: The text that says why the order does not cover this post, where it is not the common one.
    outside: str | None
    confidence: Mapping[str, str]
    candidates: Mapping[str, tuple[str, ...]]
    question: str | None
    variants: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def is_excluded(self) -> bool:
        return self.curriculum == NONE


class QuestionChoice(Struct, frozen=True):
    """One answer to a deciding question: what it settles (nothing, where `undecided`)."""

    label: str
    designation: str | None
    curriculum: str | None
    syllabus: str | None


class Question(Struct, frozen=True):
    """A deciding question; `text` and the labels are text keys."""

    id: str
    kind: str
    text: str
    choices: tuple[QuestionChoice, ...]


class Collision(Struct, frozen=True):
    """An abbreviation with several meanings; `word` marks one that is also an everyday word.

    `told_by`: pairs of a designation and a word elsewhere in the message that tells it ("SO" of the Directorate).
    `open_beside`: words of one or two, elsewhere in the message, beside which the default is not taken ("clerk, RMS").
    """

    variant: str
    meanings: tuple[str, ...]
    default: str | None
    question: str
    word: bool
    told_by: tuple[tuple[str, str], ...] = ()
    open_beside: frozenset[str] = frozenset()


class Place(Struct, frozen=True):
    """A circle or other office that an iGOT profile can be mapped to (MDO)."""

    id: str
    kind: str
    name: Bilingual
    label: Bilingual
    variants: tuple[str, ...]
    covers: tuple[str, ...]
    sources: tuple[Source, ...]


class Topic(Struct, frozen=True):
    """Something a message can be about.

    `gap` marks what no known order decides; such a topic is reported under its `parent`'s id.
    """

    id: str
    about_year: bool
    composed: bool
    decline: bool
    gap: bool
    parent: str | None
    sources: tuple[Source, ...]
    next: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The id as text keys write it."""
        return self.id.replace(".", "-")


class Catalogue(Struct, frozen=True, eq=False):
    """Everything the assistant knows, checked."""

    #: The day on which the documents were last compared with what is published.
    checked_on: date
    documents: Mapping[str, Document]
    courses: Mapping[str, Course]
    years: tuple[TrainingYear, ...]
    designations: Mapping[str, Designation]
    questions: Mapping[str, Question]
    collisions: tuple[Collision, ...]
    places: Mapping[str, Place]
    support: Support
    topics: Mapping[str, Topic]
    menu: tuple[str, ...]
    flows: Mapping[str, Flow]
    evidence: Mapping[str, Evidence]
    concepts: frozenset[str]  # what the words of a message can mean (names of the lexicon)
    said: Mapping[str, tuple[str, ...]]  # what people say of the steps of walks: name → phrases, beside the lexicon's
    #: Every phrase of the bank, its words in one spelling (see `normalise.tokens`), and its topic.
    phrases: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    limits: Limits
    desk: DeskRules
    figures: FigureRules
    reports: ReportRules
    cast: CastRules
    thresholds: Thresholds
    texts: Texts
