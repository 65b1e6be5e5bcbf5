"""Which six courses, which three syllabus courses, how long: composed from the year's lists for one applicant.

Where the sources do not decide, or an abbreviation collides, the deciding question is asked; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from handlers.actions import Verb
from handlers.applicant import Applicant, of_designation
from handlers.coverage import names_of, reading_line, reading_sources, readings
from handlers.messages import Choice, Line, line, plain
from handlers.talk import Talk
from knowledge.catalogue import PILLARS, Course, Designation, Question, Source
from knowledge.curriculum import Applies, applies

#: At most so many designations are offered as buttons.
MOST_OPTIONS = 5
#: The subject of a question whose designation is not known yet.
OPEN = "?"


class Body(Struct, frozen=True):
    """The paragraphs of an answer, its own choices, and the topic it waits to answer once a choice is made."""

    lines: tuple[Line, ...]
    choices: tuple[Choice, ...] = ()
    asks: str = ""
    subject: str = ""
    needs_designation: bool = False
    needs_circle: bool = False
    next: tuple[str, ...] | None = None
    of_post: bool = False
    sources: tuple[Source, ...] = ()
    is_reading: bool = False
    #: What stands even before the training year.
    first: tuple[Line, ...] = ()

    @property
    def only_asks(self) -> bool:
        return len(self.lines) == 1 and (self.needs_designation or bool(self.subject))


def courses_body(talk: Talk, applicant: Applicant, topic: str) -> Body:
    """The answer to `courses.mine` (six, three, extras, path, floor) or `syllabus.mine` (three, extras, path)."""
    if not applicant.is_known:
        return Body((talk.line("courses-need-designation"),), needs_designation=True)
    if applicant.must_choose:
        return _choose(talk, applicant)
    name = names_of(talk, applicant)
    found = applies(talk.catalogue, talk.view.year, applicant.curriculum or "", applicant.syllabus or "")
    six = _six(talk, found, name)
    three = _three(talk, found, name)
    choices, subject = deciding_choices(talk, applicant)
    read = readings(talk, applicant, topic)
    note = (reading_line(talk, applicant, read),) if read else ()
    if subject:
        known = (
            *note,
            *(six if found.courses and topic == "courses.mine" else ()),
            *(three if found.syllabus_courses else ()),
        )
        question = talk.line(talk.catalogue.questions[applicant.question or ""].text)
        lines = (talk.line("one-question-first", designation=name), *known, question)
    else:
        lines = (*six, *three) if topic == "courses.mine" else three
        is_said = bool(note) or (talk.view.is_over and not found.courses)
        last = () if is_said else (talk.line("list-authority"),)
        lines = (*note, *lines, *_path(talk, found), talk.line("floor-target"), *last)
    return Body(
        lines,
        choices,
        asks=applicant.question or "" if subject else "",
        subject=subject,
        of_post=True,
        sources=reading_sources(talk, applicant, topic) if read else _sources(talk, applicant, topic),
        is_reading=bool(read),
    )


def _sources(talk: Talk, applicant: Applicant, topic: str) -> tuple[Source, ...]:
    """Where this year's lists for the applicant stand."""
    six = talk.view.year.curricula.get(applicant.curriculum or "")
    three = talk.view.year.syllabi.get(applicant.syllabus or "")
    lists = (six, three) if topic == "courses.mine" else (three,)
    return tuple(source for row in lists if row for source in row.sources[:1])


def duration_body(talk: Talk, applicant: Applicant) -> Body:
    """Known lengths of this applicant's six, or of every course whose length is published."""
    known = [course for course in talk.catalogue.courses.values() if course.minutes]
    tail: tuple[Line, ...] = ()
    found = applies(talk.catalogue, talk.view.year, applicant.curriculum or "", applicant.syllabus or "")
    if found.courses:
        known = [course for course in found.courses if course.minutes]
        tail = (_known_time(talk, found),)
    if not known:
        return Body(tail)
    return Body(
        (
            talk.line("duration-lead" if found.courses else "duration-lead-all"),
            *(_course_line(talk, c) for c in known),
            *tail,
            talk.line("duration-note"),
        )
    )


def _six(talk: Talk, found: Applies, name: str) -> tuple[Line, ...]:
    if not found.courses:  # undecided, or this year has no such list
        return (talk.line("courses-undecided", designation=name),)
    lines = [talk.line("courses-lead", designation=name)]
    if found.pillars:
        for pillar in PILLARS:
            lines.append(line(f"courses-pillar-{pillar}"))
            lines.extend(_course_line(talk, course) for course in found.courses if course.pillar == pillar)
    else:
        lines.append(line("courses-pillar-common"))
        lines.extend(_course_line(talk, course) for course in found.courses)
    return (*lines, _known_time(talk, found))


def _three(talk: Talk, found: Applies, name: str) -> tuple[Line, ...]:
    if not found.syllabus_courses:
        return (talk.line("syllabus-undecided", designation=name),)
    lines = [talk.line("syllabus-lead", designation=name)]
    for course in found.syllabus_courses:
        key = "syllabus-line-extra" if course in found.extra_courses else "syllabus-line"
        lines.append(talk.line(key, title=course.title))
    extras = found.extra_courses
    if extras:
        titles = ", ".join(course.title for course in extras)
        lines.append(talk.line("extra-warning", count=len(extras), titles=titles))
    return tuple(lines)


def _path(talk: Talk, found: Applies) -> tuple[Line, ...]:
    """The shortest way to the floor and the assessment; nothing where a list is not decided."""
    if not (found.courses and found.syllabus_courses):
        return ()
    fewest = found.fewest_for(talk.view.year.floor)
    if not found.extra_courses and fewest == len(found.syllabus_courses):
        return (talk.line("path-same"),)
    return (talk.line("path-extra", floor_total=fewest),)


def _known_time(talk: Talk, found: Applies) -> Line:
    if not found.known_minutes:
        return talk.line("courses-no-time", unknown=found.unknown_lengths)
    return talk.line("courses-known-time", time=talk.duration(found.known_minutes), unknown=found.unknown_lengths)


def _course_line(talk: Talk, course: Course) -> Line:
    if course.minutes is None:
        return line("courses-line", title=course.title)
    return line("courses-line-time", title=course.title, time=talk.duration(course.minutes))


def _choose(talk: Talk, applicant: Applicant) -> Body:
    """Ask which of several designations, by the collision's own question where there is one."""
    question = talk.catalogue.questions.get(applicant.question or "")
    if question:
        subject = subject_of(question, applicant.options)
        return Body((talk.line(question.text),), question_choices(talk, question), asks=question.id, subject=subject)
    return offer(talk, applicant.options)


def subject_of(question: Question, options: Sequence[Designation]) -> str:
    """The designation whose lists a question decides; `OPEN` where the question decides which designation it is."""
    own = [option.id for option in options if option.question == question.id]
    return own[0] if len(own) == 1 else OPEN


def offer(talk: Talk, designations: Sequence[Designation]) -> Body:
    """Offer several designations to answer for."""
    options = designations[:MOST_OPTIONS]
    choices = tuple(Choice(plain(option.label.said_in(talk.language)), Verb.ANSWER_AS, option.id) for option in options)
    return Body((line("which-designation"),), (*choices, _unsure()), asks="which", subject=OPEN)


def deciding_choices(talk: Talk, applicant: Applicant) -> tuple[tuple[Choice, ...], str]:
    """The buttons of the question that decides the applicant's lists, and its subject; "" where none does."""
    question = talk.catalogue.questions.get(applicant.question or "")
    if question is None or applicant.is_decided or not any(_settles(choice) for choice in question.choices):
        return (), ""
    if question.kind == "my_igot" and talk.view.is_over:  # what iGOT lists today is not what it listed then
        return (), ""
    return question_choices(talk, question), applicant.packed()


def question_choices(talk: Talk, question: Question) -> tuple[Choice, ...]:
    """The deciding question's buttons and "not sure"."""
    return (
        *(
            Choice(talk.line(choice.label), Verb.QUESTION, f"{question.id}.{at}")
            for at, choice in enumerate(question.choices)
        ),
        _unsure(),
    )


def _unsure() -> Choice:
    return Choice(line("button-not-sure"), Verb.SKIP, "unsure")


def _settles(choice: object) -> bool:
    return any(getattr(choice, name) for name in ("designation", "curriculum", "syllabus"))


def after_choice(talk: Talk, question_id: str, at: int, subject: str) -> Applicant | None:
    """The applicant once a deciding question is answered; None for a choice that does not exist any more."""
    question = talk.catalogue.questions.get(question_id)
    if question is None or not 0 <= at < len(question.choices):
        return None
    choice = question.choices[at]
    if choice.designation:
        return of_designation(talk.catalogue, choice.designation)
    if question.kind == "meaning" and not _settles(choice):  # "another post"
        return Applicant()
    designation = subject.split("/")[0]
    return of_designation(talk.catalogue, designation, choice.curriculum, choice.syllabus)
