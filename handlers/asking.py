"""One question answered outside a talk: for `ask`, for staff and for evaluation. Nothing is kept."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from handlers.applicant import Applicant, from_message
from handlers.conversation import step
from handlers.messages import Inbound, Kind
from handlers.rendering import render
from handlers.session import Person, Session
from handlers.step import ActionTaken, Step
from knowledge.catalogue import Language
from knowledge.curriculum import applies
from knowledge.designation_match import Reading
from knowledge.library import Library
from knowledge.normalise import MessageLanguage, detect_language
from knowledge.training_year import year_on


class Asked(Struct, frozen=True):
    """What a person would see, and how it was understood; ids as in the topics' contract.

    `curriculum`/`syllabus`: an id, "undecided" where a designation was named that the sources or the abbreviation
    do not decide, "none" where excluded, None where none is known; the lists of courses are then empty.
    """

    action: ActionTaken
    topic: str | None
    alternatives: tuple[str, ...]
    confidence: float
    detected_language: MessageLanguage
    designation: str | None
    curriculum: str | None
    syllabus: str | None
    courses: tuple[str, ...]
    syllabus_courses: tuple[str, ...]
    extra_courses: tuple[str, ...]
    answer: str
    sources: tuple[str, ...]


def ask(
    library: Library,
    text: str,
    now: datetime,
    designation: str | None = None,
    language: Language | None = None,
) -> Asked:
    """Answer `text` as the conversation would, for an asker of this designation (in any words)."""
    told = from_message(library.designation_in(designation, Reading.TELLS)) if designation else Applicant()
    inbound = Inbound(Kind.TEXT, text.lstrip("/ ") or text)  # a question, never a command
    taken = step(Person(language=language), Session(is_greeted=True), inbound, library, now, told)
    decision = taken.decision
    topic = decision.topic if decision else None
    applicant = decision.applicant if decision and decision.applicant.is_known else told
    year = year_on(library.catalogue.years, now.date()).year
    found = applies(library.catalogue, year, applicant.curriculum or "", applicant.syllabus or "")
    named_topic = library.catalogue.topics.get((decision.shown if decision else None) or topic or "")
    return Asked(
        action=decision.action if decision else "answer",
        topic=topic,
        alternatives=decision.alternatives if decision else (),
        confidence=decision.confidence if decision else 1.0,
        detected_language=detect_language(text, library.catalogue.words["hinglish"]),
        designation=applicant.designation.name.en if applicant.designation else None,
        curriculum=applicant.curriculum,
        syllabus=applicant.syllabus,
        courses=tuple(course.title for course in found.courses),
        syllabus_courses=tuple(course.title for course in found.syllabus_courses),
        extra_courses=tuple(course.title for course in found.extra_courses),
        answer="\n\n".join(render(library.catalogue.texts, reply).text for reply in taken.replies),
        sources=_shown_sources(taken)
        or tuple(_source(library, one.document, one.paragraph) for one in (named_topic.sources if named_topic else ())),
    )


def _shown_sources(taken: Step) -> tuple[str, ...]:
    """The source lines as a person reads them."""
    lines = (line for reply in taken.replies for line in reply.lines if line.key == "source-line")
    return tuple(str(dict(line.params)["sources"]) for line in lines)


def _source(library: Library, document: str, paragraph: str) -> str:
    found = library.catalogue.documents[document]
    return f"{found.title.en}, {paragraph} ({found.rank})"
