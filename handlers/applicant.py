"""For whom a question is answered: the designation named in the message, else the stored one."""

from __future__ import annotations

from msgspec import Struct

from handlers.session import Person
from knowledge.catalogue import NONE, UNDECIDED, Catalogue, Designation
from knowledge.curriculum import is_decided
from knowledge.designation_match import Named


class Applicant(Struct, frozen=True):
    """A designation (None where only its lists are known) with the two look-ups; None where nothing is known.

    `options` are the designations to choose from and `question` the deciding question, where it is open.
    """

    designation: Designation | None = None
    curriculum: str | None = None
    syllabus: str | None = None
    options: tuple[Designation, ...] = ()
    question: str | None = None
    is_from_message: bool = False

    @property
    def is_known(self) -> bool:
        return self.curriculum is not None

    @property
    def is_excluded(self) -> bool:
        return self.curriculum == NONE

    @property
    def is_decided(self) -> bool:
        return self.is_known and is_decided(self.curriculum or "", self.syllabus or "")

    @property
    def posts(self) -> tuple[Designation, ...]:
        """The designation, or those to choose from."""
        return (self.designation,) if self.designation else self.options

    @property
    def must_choose(self) -> bool:
        """Several designations fit and they do not lead to the same courses."""
        return self.is_known and self.designation is None and not self.is_decided

    def packed(self) -> str:
        """As a button argument."""
        designation = self.designation.id if self.designation else ""
        overrides = ("", "")
        if self.designation:
            overrides = (
                self.curriculum if self.curriculum != self.designation.curriculum else "",
                self.syllabus if self.syllabus != self.designation.syllabus else "",
            )  # type: ignore[assignment]
        return "/".join((designation, *(value or "" for value in overrides))).rstrip("/")


def from_person(catalogue: Catalogue, person: Person) -> Applicant:
    """The stored profile's applicant; a designation that the content no longer has counts as not told."""
    return of_designation(catalogue, person.designation, person.curriculum, person.syllabus)


def of_designation(
    catalogue: Catalogue, id_: str | None, curriculum: str | None = None, syllabus: str | None = None
) -> Applicant:
    """The applicant of a designation, with what a deciding question settled in place of its own look-ups."""
    designation = catalogue.designations.get(id_ or "")
    if designation is None:
        return Applicant()
    settled = curriculum if any(curriculum in year.curricula for year in catalogue.years) else None
    settled_three = syllabus if any(syllabus in year.syllabi for year in catalogue.years) else None
    return Applicant(
        designation=designation,
        curriculum=settled or designation.curriculum,
        syllabus=settled_three or designation.syllabus,
        question=designation.question if UNDECIDED in (designation.curriculum, designation.syllabus) else None,
    )


def from_message(named: Named) -> Applicant:
    """The applicant that a message names; with several designations the look-ups they share."""
    if named.sure:
        return Applicant(named.sure, named.curriculum, named.syllabus, (), named.sure.question, True)
    return Applicant(None, named.curriculum, named.syllabus, named.candidates, named.question, bool(named))


def unpack_applicant(catalogue: Catalogue, argument: str) -> Applicant:
    """Read a button argument; what the content no longer has is left out."""
    designation, curriculum, syllabus, *_ = (*argument.split("/"), "", "", "")
    return of_designation(catalogue, designation, curriculum or None, syllabus or None)
