"""The facts of the person who talks: the store's, with what this very talk has just told or changed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from handlers.applicant import Applicant
from handlers.assessed import Assessed, assess
from handlers.effects import Effect, KeepClaims, NoteCircular, SaveProfile, SetReminders
from handlers.facts import ASSESSMENT, FAILED, MAPPED, VERIFIED, Claims, Facts, Post, Source, State
from handlers.progress import merge
from handlers.session import Person
from handlers.talk import Talk
from knowledge.catalogue import Catalogue, TrainingYear


def facts_of(talk: Talk, applicant: Applicant | None = None, year: TrainingYear | None = None) -> Facts:
    """What is known of the person for a year (that of the answers); `applicant` counts where no post is stored.

    The store gives the facts of the year that answers speak of; of others only on a day that no year covers.
    """
    year = year or talk.view.year
    stored = (talk.facts, *talk.other_facts)
    facts = next((one for one in stored if one is not None and one.year == year.id), Facts(key="", year=year.id))
    told = _post(talk.catalogue, talk.person)
    if told.is_blank and applicant is not None:
        told = _named(applicant)
    return replace(facts, told=told, told_circle=talk.person.circle, is_opted_out=talk.person.messages_off)


def assessed_of(talk: Talk, applicant: Applicant | None = None, year: TrainingYear | None = None) -> Assessed:
    """The person's list of a year, what of it is done and left."""
    year = year or talk.view.year
    return assess(facts_of(talk, applicant, year), talk.catalogue, year)


def is_known(talk: Talk, year: TrainingYear) -> bool:
    """Whether the store was asked for what the person has done in a year."""
    return year.id == talk.view.year.id or not talk.view.covers


def knowing(talk: Talk, facts: Facts) -> Talk:
    """The same talk with newer facts of one year."""
    if facts.year == talk.view.year.id:
        return replace(talk, facts=facts)
    return replace(talk, other_facts=(facts, *(one for one in talk.other_facts if one.year != facts.year)))


def after(facts: Facts, effects: Iterable[Effect], catalogue: Catalogue) -> Facts:
    """The facts once a step's effects are kept: what the store does, for the rest of this step and without a store."""
    for effect in effects:
        if isinstance(effect, KeepClaims):
            facts = _told(facts, effect, catalogue)
        elif isinstance(effect, SetReminders):
            facts = replace(facts, snoozed_until=effect.snoozed_until, hour=effect.hour)
        elif isinstance(effect, NoteCircular) and effect.year == facts.year:
            facts = replace(facts, circular_told_on=effect.on)
        elif isinstance(effect, SaveProfile):
            facts = replace(
                facts,
                told=_post(catalogue, effect.person),
                told_circle=effect.person.circle,
                is_opted_out=effect.person.messages_off,
            )
    return facts


def _told(facts: Facts, effect: KeepClaims, catalogue: Catalogue) -> Facts:
    days = next(year.reminders.report_days for year in catalogue.years if year.id == effect.year)
    progress = dict(facts.progress)
    for key, claim in effect.claims:
        at = claim.at if claim else 0
        if key == VERIFIED:
            facts = replace(facts, is_verified=claim.state is State.COMPLETED if claim else None)
        elif key == MAPPED:
            facts = replace(facts, is_mapped=claim.state is State.COMPLETED if claim else None)
        elif effect.year != facts.year:
            continue
        elif key == FAILED:
            facts = replace(facts, attempts=claim.times if claim else None)
        elif key == ASSESSMENT:
            passed, _ = merge(key, facts.assessment, Source.SELF, claim, at, days, stays=True)
            facts = replace(facts, assessment=passed)
        else:
            progress[key], _ = merge(key, progress.get(key, Claims()), Source.SELF, claim, at, days)
    return replace(facts, progress=progress)


def _post(catalogue: Catalogue, person: Person) -> Post:
    if person.designation not in catalogue.designations:
        return Post()
    return Post(person.designation, curriculum=person.curriculum, syllabus=person.syllabus)


def _named(applicant: Applicant) -> Post:
    if applicant.designation is None:
        return Post(meanings=tuple(option.id for option in applicant.options))
    return Post(applicant.designation.id, curriculum=applicant.curriculum, syllabus=applicant.syllabus)
