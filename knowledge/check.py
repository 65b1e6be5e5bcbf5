"""Whether the content fits together: references, coverage, collisions. Every fault is reported, none stops the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

from knowledge.catalogue import NONE, UNDECIDED, Catalogue, Curriculum, Phase, Source, Syllabus, TrainingYear
from knowledge.check_flows import check_flows
from knowledge.normalise import designation_tokens, tokens
from knowledge.problems import Problem

_DESIGNATIONS, _QUESTIONS, _TOPICS, _MDOS = "designations.yaml", "questions.yaml", "topics.yaml", "mdos.yaml"
#: How far an extended date may lie beyond the year's end: a later one is more likely a slip of the year.
_EXTENSION = timedelta(days=183)
#: Buttons of the main menu that are no topics: the profile, and the other language.
_MENU_OTHERS = 2
#: How many buttons count where the limits could not be read, which is reported.
_CHOICES = 10


def check(catalogue: Catalogue) -> list[Problem]:
    """Return every fault of the catalogue as a whole."""
    return [
        *_sources(catalogue),
        *_years(catalogue),
        *_designations(catalogue),
        *_aliases(catalogue),
        *_questions(catalogue),
        *_topics(catalogue),
        *_places(catalogue),
        *_desk(catalogue),
        *_phrases(catalogue),
        *_labels(catalogue),
        *check_flows(catalogue),
    ]


def _desk(catalogue: Catalogue) -> Iterator[Problem]:
    for circle in catalogue.desk.circles:
        if circle not in catalogue.places:
            yield Problem("desk.yaml", circle, "is no known circle or office")
    for id_ in catalogue.desk.evidence:
        if id_ not in catalogue.evidence:
            yield Problem("desk.yaml", "evidence", f"names the unknown evidence {id_}")


def _sources(catalogue: Catalogue) -> Iterator[Problem]:
    for file, key, sources in _sourced(catalogue):
        for source in sources:
            if source.document not in catalogue.documents:
                yield Problem(file, key, f"names the unknown document {source.document}")


def _sourced(catalogue: Catalogue) -> Iterator[tuple[str, str, Iterable[Source]]]:
    for course in catalogue.courses.values():
        yield "courses.yaml", course.id, course.sources
    for designation in catalogue.designations.values():
        yield _DESIGNATIONS, designation.id, designation.sources
    for place in catalogue.places.values():
        yield _MDOS, place.id, place.sources
    for topic in catalogue.topics.values():
        yield _TOPICS, topic.id, topic.sources
    for year in catalogue.years:
        file = f"years/{year.id}.yaml"
        rows: list[Phase | Curriculum | Syllabus] = [
            *year.phases,
            *year.curricula.values(),
            *year.syllabi.values(),
        ]
        yield file, "due", year.sources
        yield file, "assessment", year.assessment.sources
        yield file, "orders", [Source(order.document, order.number) for order in year.orders]
        for row in rows:
            yield file, row.id, row.sources


def _years(catalogue: Catalogue) -> Iterator[Problem]:
    if not catalogue.years:
        yield Problem("years/", "-", "no training year is loaded")
    for earlier, later in pairwise(catalogue.years):
        if later.starts <= earlier.ends:
            yield Problem(f"years/{later.id}.yaml", "starts", f"overlaps with {earlier.id}")
    for year in catalogue.years:
        yield from _year(catalogue, year)


def _year(catalogue: Catalogue, year: TrainingYear) -> Iterator[Problem]:
    file = f"years/{year.id}.yaml"
    if year.ends <= year.starts:
        yield Problem(file, "ends", "must be after starts")
    lists: list[Curriculum | Syllabus] = [*year.curricula.values(), *year.syllabi.values()]
    for row in lists:
        for course in row.courses:
            if course not in catalogue.courses:
                yield Problem(file, row.id, f"names the unknown course {course}")
    latest = year.ends + _EXTENSION
    dates = [("due", year.due), ("assessment", year.assessment.due), *((row.id, row.due) for row in year.phases)]
    for key, due in dates:
        if not year.starts <= due <= latest:
            yield Problem(file, key, f"is due outside the year (an extension may reach to {latest})")
    for phase in year.phases:
        if phase.due > year.due:
            yield Problem(file, phase.id, "is due after the last date (due)")
    if list(year.phases) != sorted(year.phases, key=lambda phase: (phase.due, phase.courses)):
        yield Problem(file, "phases", "must be in the order of their dates")


def _designations(catalogue: Catalogue) -> Iterator[Problem]:
    curricula = set().union(*(year.curricula for year in catalogue.years)) | {UNDECIDED, NONE}
    syllabi = set().union(*(year.syllabi for year in catalogue.years)) | {UNDECIDED, NONE}
    for designation in catalogue.designations.values():
        known = {"curriculum": curricula, "syllabus": syllabi}
        for name, allowed in known.items():
            for value in (getattr(designation, name), *designation.candidates[name]):
                if value not in allowed:
                    yield Problem(_DESIGNATIONS, designation.id, f"names the unknown {name} {value}")
        if UNDECIDED in (designation.curriculum, designation.syllabus) and designation.question is None:
            yield Problem(_DESIGNATIONS, designation.id, "is undecided and names no question that decides")
        if designation.question and designation.question not in catalogue.questions:
            yield Problem(_DESIGNATIONS, designation.id, f"names the unknown question {designation.question}")
        if (designation.curriculum == NONE) is not (designation.syllabus == NONE):
            yield Problem(_DESIGNATIONS, designation.id, "is excluded from one look-up only")
        if designation.outside and (not designation.is_excluded or designation.outside not in catalogue.texts):
            yield Problem(_DESIGNATIONS, designation.id, f"outside: {designation.outside} is no text, or it is covered")


def _aliases(catalogue: Catalogue) -> Iterator[Problem]:
    """An alias that two designations claim needs a collision with a question to decide."""
    claims: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for designation in catalogue.designations.values():
        for name in (designation.name.en, designation.name.hi, *designation.variants):
            claims[designation_tokens(name)].add(designation.id)
    decided = {designation_tokens(collision.variant) for collision in catalogue.collisions}
    for words, ids in claims.items():
        if len(ids) > 1 and words not in decided:
            problem = f"is claimed by {', '.join(sorted(ids))} without a question to decide"
            yield Problem(_DESIGNATIONS, " ".join(words), problem)
    for collision in catalogue.collisions:
        told = sorted({meant for meant, _ in collision.told_by})
        for id_ in (*collision.meanings, *filter(None, [collision.default]), *told):
            if id_ not in catalogue.designations:
                yield Problem(_DESIGNATIONS, collision.variant, f"names the unknown designation {id_}")
        if collision.question not in catalogue.questions:
            yield Problem(_DESIGNATIONS, collision.variant, f"names the unknown question {collision.question}")


def _questions(catalogue: Catalogue) -> Iterator[Problem]:
    for question in catalogue.questions.values():
        if question.text not in catalogue.texts:
            yield Problem(_QUESTIONS, question.id, f"names the unknown text {question.text}")
        if catalogue.limits.choices and not 2 <= len(question.choices) <= catalogue.limits.choices - 1:
            yield Problem(_QUESTIONS, question.id, f"needs 2 to {catalogue.limits.choices - 1} choices")
        for choice in question.choices:
            if choice.label not in catalogue.texts:
                yield Problem(_QUESTIONS, question.id, f"names the unknown text {choice.label}")
            if choice.designation and choice.designation not in catalogue.designations:
                yield Problem(_QUESTIONS, question.id, f"names the unknown designation {choice.designation}")


def _topics(catalogue: Catalogue) -> Iterator[Problem]:
    for topic in catalogue.topics.values():
        for id_ in (*topic.next, *([topic.parent] if topic.parent else [])):
            if id_ not in catalogue.topics:
                yield Problem(_TOPICS, topic.id, f"names the unknown topic {id_}")
        if topic.gap and topic.parent is None:
            yield Problem(_TOPICS, topic.id, "is a gap and names no parent topic")
    for id_ in catalogue.menu:
        if id_ not in catalogue.topics:
            yield Problem(_TOPICS, "menu", f"names the unknown topic {id_}")
    most = (catalogue.limits.choices or _CHOICES) - _MENU_OTHERS
    if len(catalogue.menu) > most:
        yield Problem(_TOPICS, "menu", f"has more than {most} topics: the profile and the language need room")
    if sum(topic.decline for topic in catalogue.topics.values()) != 1:
        yield Problem(_TOPICS, "decline", "must be true for exactly one topic")


def _places(catalogue: Catalogue) -> Iterator[Problem]:
    claims: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for place in catalogue.places.values():
        for name in (place.name.en, place.name.hi, place.label.en, place.label.hi, *place.variants):
            claims[tokens(name)].add(place.id)
    for words, ids in claims.items():
        if len(ids) > 1:
            yield Problem(_MDOS, " ".join(words), f"is claimed by {', '.join(sorted(ids))}")
    for circle in catalogue.support.cells:
        if circle not in catalogue.places:
            yield Problem("contacts.yaml", circle, "is no circle or office of mdos.yaml")


def _phrases(catalogue: Catalogue) -> Iterator[Problem]:
    for topic in sorted(set(catalogue.phrases.values())):
        if topic not in catalogue.topics:
            yield Problem("phrases/", topic, "is no topic")


def _labels(catalogue: Catalogue) -> Iterator[Problem]:
    most = catalogue.limits.label_characters
    if not most:  # the limits could not be read, which is reported
        return
    for file, rows in ((_DESIGNATIONS, catalogue.designations), (_MDOS, catalogue.places)):
        for row in rows.values():
            for label in (row.label.en, row.label.hi):
                if len(label) > most:
                    yield Problem(file, row.id, f"has a label over {most} characters: {label}")
    for course in catalogue.courses.values():
        if len(course.label) > most:
            yield Problem("courses.yaml", course.id, f"has a label over {most} characters: {course.label}")
