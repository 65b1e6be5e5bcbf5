"""Language, designation, circle: asked once, kept, changeable at any time; nothing is kept without a confirmation."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.answer import answer
from handlers.applicant import Applicant, unpack_applicant
from handlers.courses import MOST_OPTIONS, OPEN, question_choices, subject_of
from handlers.differing import difference_of
from handlers.effects import SaveProfile
from handlers.messages import Choice, Line, line, plain
from handlers.session import Awaiting, Person
from handlers.step import Step, led_by
from handlers.talk import MENU, Talk
from handlers.walk_offer import GO_ON, left_walk
from handlers.walk_step import leave, show_again
from knowledge.catalogue import LANGUAGES, Designation, Question
from knowledge.designation_match import Named
from knowledge.normalise import tokens

#: Shorter names of circles ("UP", "NE") are words as well.
_BARE_NAME = 4
SKIP = Choice(line("button-skip"), Verb.SKIP)


def ask_language(talk: Talk) -> Step:
    """Offer the languages."""
    choices = tuple(Choice(line(f"language-{language}"), Verb.LANGUAGE, language) for language in LANGUAGES)
    return talk.end(talk.reply(line("choose-language"), choices=choices))


def ask_designation(talk: Talk, then: str = "") -> Step:
    """Ask for the designation; `then` is answered once it is known."""
    reply = talk.reply(talk.line("courses-need-designation"), choices=(SKIP,))
    return talk.end(reply, awaiting=Awaiting.DESIGNATION, then=then, subject=OPEN)


def hear_designation(talk: Talk, named: Named) -> Step:
    """The person answered which designation is theirs: confirm one, offer several, ask what decides."""
    question = talk.catalogue.questions.get(named.question or "")
    if question and not named.sure:
        return ask_question(talk, question, subject_of(question, named.candidates))
    return _offer(talk, (named.sure,) if named.sure else named.candidates)


def ask_question(talk: Talk, question: Question, subject: str = OPEN) -> Step:
    """Ask what decides which designation is meant."""
    reply = talk.reply(talk.line(question.text), choices=question_choices(talk, question))
    return talk.end(reply, awaiting=Awaiting.QUESTION, then=talk.session.then, subject=subject)


def offer_again(talk: Talk, arguments: Sequence[str]) -> Step | None:
    """Offer the same designations once more; None where there are none."""
    applicants = (unpack_applicant(talk.catalogue, argument) for argument in arguments)
    known = tuple(applicant.designation for applicant in applicants if applicant.designation)
    return _offer(talk, known) if known else None


def ask_full_name(talk: Talk) -> Step:
    """None of the posts offered is theirs: ask for its full name."""
    reply = talk.reply(line("designation-in-full"), choices=(SKIP, talk.menu_choice()))
    return talk.end(reply, awaiting=Awaiting.DESIGNATION, then=talk.session.then)


def designation_not_found(talk: Talk) -> Step:
    """Ask again, with examples."""
    reply = talk.reply(line("designation-not-found"), choices=(SKIP, talk.menu_choice()))
    return talk.end(reply, awaiting=Awaiting.DESIGNATION, then=talk.session.then)


def save_applicant(talk: Talk, applicant: Applicant) -> Step:
    """Keep a confirmed designation; then answer what waited for it, or ask the circle."""
    designation = applicant.designation
    if designation is None:
        return menu(talk)
    person = _with(talk.person, applicant, designation)
    kept = talk.knowing(person)
    saved = line("designation-saved", designation=designation.name.said_in(talk.language))
    waiting = talk.session.then or ("courses.mine" if _courses_are_new(kept) else "")
    if not talk.session.then and person.circle is None and not designation.is_excluded:
        waiting = "circle"
    step = ask_circle(kept) if waiting == "circle" else _go_on(kept, waiting)
    return led_by(replace(step, effects=(SaveProfile(person), *step.effects)), saved)


def settle(talk: Talk, applicant: Applicant) -> Step:
    """Keep what a deciding question settled about the designation that is known already, and answer what waited."""
    if applicant.designation is None:
        return menu(talk)
    person = _with(talk.person, applicant, applicant.designation)
    step = answer(talk.knowing(person), talk.session.then, applicant)
    return replace(step, effects=(SaveProfile(person), *step.effects))


def _go_on(talk: Talk, waiting: str) -> Step:
    return answer(talk, waiting, talk.applicant) if waiting else show_again(talk) or menu(talk)


def _courses_are_new(talk: Talk) -> bool:
    """Whether the courses were not just shown, for this post."""
    return talk.session.trail[-1:] != ("courses.mine",) or talk.spoken_of.designation != talk.applicant.designation


def _with(person: Person, applicant: Applicant, designation: Designation) -> Person:
    return replace(
        person,
        designation=designation.id,
        curriculum=applicant.curriculum if applicant.curriculum != designation.curriculum else None,
        syllabus=applicant.syllabus if applicant.syllabus != designation.syllabus else None,
    )


def ask_circle(talk: Talk, then: str = "") -> Step:
    """Ask for the circle, which may be skipped; `then` is answered once it is known."""
    reply = talk.reply(line("ask-circle"), choices=(SKIP,))
    return talk.end(reply, awaiting=Awaiting.CIRCLE, then=then)


def hear_circle(talk: Talk, text: str) -> Step | None:
    """The person answered which circle; None where the message names none."""
    found = talk.library.places_in(text)
    if not found:
        return None
    if len(found) == 1:
        return save_circle(talk, found[0])
    return offer_circles(talk, found)


def hear_bare_circle(talk: Talk, text: str) -> Step | None:
    """A message that is nothing but the name of a circle tells it: here are its contacts."""
    place = talk.library.places.names.get(tokens(text)) if len(text.strip()) >= _BARE_NAME else None
    if place is None or talk.library.designation_in(text):
        return None
    return save_circle(talk.at(replace(talk.session, then="support")), place)


def offer_circles(talk: Talk, found: tuple[str, ...]) -> Step:
    """Ask which of several circles or offices is meant."""
    places = [talk.catalogue.places[id_] for id_ in found if id_ in talk.catalogue.places][:MOST_OPTIONS]
    choices = tuple(Choice(plain(place.label.said_in(talk.language)), Verb.CIRCLE, place.id) for place in places)
    reply = talk.reply(line("which-circle"), choices=(*choices, SKIP))
    return talk.end(reply, awaiting=Awaiting.CIRCLE, then=talk.session.then)


def circle_not_found(talk: Talk) -> Step:
    """Ask again, with examples."""
    reply = talk.reply(line("circle-not-found"), choices=(SKIP,))
    return talk.end(reply, awaiting=Awaiting.CIRCLE, then=talk.session.then)


def save_circle(talk: Talk, id_: str) -> Step:
    """Keep the circle; then answer what waited for it, the courses if they were not just shown, or show the menu."""
    place = talk.catalogue.places.get(id_)
    if place is None:
        return menu(talk)
    person = replace(talk.person, circle=id_)
    kept = talk.knowing(person)
    waiting = talk.session.then or ("courses.mine" if person.designation and _courses_are_new(kept) else "")
    step = _go_on(kept, waiting)
    saved = line("circle-saved", circle=place.name.said_in(talk.language))
    return led_by(replace(step, effects=(SaveProfile(person), *step.effects)), saved)


def show_profile(talk: Talk) -> Step:
    """What is known of the person, each part with its button to change it."""
    person, language = talk.person, talk.language
    designation = talk.catalogue.designations.get(person.designation or "")
    place = talk.catalogue.places.get(person.circle or "")
    unknown = talk.catalogue.texts.render(language, "not-told")
    lines: tuple[Line, ...] = (
        line("profile-lead"),
        line("profile-designation", value=designation.name.said_in(language) if designation else unknown),
        line("profile-circle", value=place.name.said_in(language) if place else unknown),
        line("profile-language", value=talk.catalogue.texts.render(language, f"language-{language}")),
    )
    parts = ("designation", "circle", "language")
    choices = tuple(Choice(line(f"button-change-{part}"), Verb.PROFILE, part) for part in parts)
    is_linked = talk.facts is not None and talk.facts.is_listed
    found = difference_of(talk)
    lines = (*lines, line("profile-linked" if is_linked else "profile-not-linked"))
    if found is not None:
        lines, choices = (*lines, found.line(talk, "ask")), (*found.choices(talk)[:4], *choices)
    connect = Choice(line("button-linked" if is_linked else "button-link"), Verb.LINK, "begin")
    return talk.end(talk.reply(*lines, choices=(*choices, connect, talk.menu_choice())))


def menu(talk: Talk) -> Step:
    """The main menu; a walk is left, and can be gone on with from here."""
    talk, effects = leave(talk)
    left = left_walk(talk)
    topics = [talk.topic_choice(id_) for id_ in talk.catalogue.menu if id_ in talk.catalogue.topics]
    room = talk.catalogue.limits.choices - 1 - (talk.person.language is None)  # the profile, the other language
    choices = (*((GO_ON,) if left else ()), *topics[: room - len(left)], Choice(line("button-profile"), Verb.PROFILE))
    return talk.end(talk.reply(*left, line("menu"), choices=choices), effects=effects, place=MENU)


def confirmed_designation(talk: Talk, argument: str) -> Step:
    """A tapped "yes, that is me"."""
    return save_applicant(talk, unpack_applicant(talk.catalogue, argument))


def _offer(talk: Talk, designations: tuple[Designation, ...]) -> Step:
    """Confirm a single designation, offer several."""
    names = [(Choice(plain(one.label.said_in(talk.language)), Verb.SAVE, one.id)) for one in designations]
    reply = talk.reply(line("which-designation"), choices=(*names[:MOST_OPTIONS], SKIP))
    if len(designations) == 1:
        yes = Choice(line("button-yes-me"), Verb.SAVE, designations[0].id)
        no = Choice(line("button-no-other"), Verb.PROFILE, "designation")
        asked = line("confirm-designation", designation=designations[0].name.said_in(talk.language))
        reply = talk.reply(asked, choices=(yes, no))
    subject = designations[0].id if len(designations) == 1 else OPEN
    return talk.end(reply, awaiting=Awaiting.DESIGNATION, then=talk.session.then, subject=subject)
