"""What applies to a designation: six courses, three syllabus courses, extras, known time, the shortest path.

Curriculum and syllabus are two look-ups by designation, never by the Group letter.
"""

from __future__ import annotations

from msgspec import Struct

from knowledge.catalogue import UNDECIDED, Catalogue, Course, Designation, TrainingYear


class Applies(Struct, frozen=True):
    """The two look-ups (id, `UNDECIDED` or `NONE`) and what follows; lists are empty where nothing is decided."""

    curriculum: str
    syllabus: str
    courses: tuple[Course, ...]
    syllabus_courses: tuple[Course, ...]
    pillars: bool

    @property
    def extra_courses(self) -> tuple[Course, ...]:
        """Syllabus courses that are not among the six; nothing can be said unless both are decided."""
        if not self.courses:
            return ()
        return tuple(course for course in self.syllabus_courses if course not in self.courses)

    @property
    def known_minutes(self) -> int:
        return sum(course.minutes or 0 for course in self.courses)

    @property
    def unknown_lengths(self) -> int:
        return sum(1 for course in self.courses if course.minutes is None)

    def fewest_for(self, floor: int) -> int:
        """How many courses satisfy both the floor (`floor` of the six) and every syllabus course."""
        inside = len(self.syllabus_courses) - len(self.extra_courses)
        return len(self.syllabus_courses) + max(0, floor - inside)


def applies(catalogue: Catalogue, year: TrainingYear, curriculum: str, syllabus: str) -> Applies:
    """Look both ids up in the year's lists."""
    six = year.curricula.get(curriculum)
    three = year.syllabi.get(syllabus)
    return Applies(
        curriculum=curriculum,
        syllabus=syllabus,
        courses=tuple(catalogue.courses[id_] for id_ in six.courses) if six else (),
        syllabus_courses=tuple(catalogue.courses[id_] for id_ in three.courses) if three else (),
        pillars=six.pillars if six else False,
    )


def agreed(designations: tuple[Designation, ...]) -> tuple[str, str]:
    """Curriculum and syllabus that all of these share; `UNDECIDED` where they differ."""
    curricula = {designation.curriculum for designation in designations}
    syllabi = {designation.syllabus for designation in designations}
    return (
        curricula.pop() if len(curricula) == 1 else UNDECIDED,
        syllabi.pop() if len(syllabi) == 1 else UNDECIDED,
    )


def is_decided(curriculum: str, syllabus: str) -> bool:
    """Whether the sources decide both look-ups."""
    return UNDECIDED not in (curriculum, syllabus)
