"""Language, designation, circle: asked once, kept, changeable at any time; nothing is kept without a confirmation."""

from __future__ import annotations

from dataclasses import replace

from handlers.actions import Verb
from handlers.answer import answer
from handlers.applicant import Applicant, of_designation
from handlers.courses import MOST_OPTIONS, question_choices
from handlers.effects import SaveProfile
from handlers.messages import Choice, Line, line, plain
from handlers.session import Awaiting
from handlers.step import Step
from handlers.talk import Talk
from knowledge.catalogue import LANGUAGES, Designation, Language
from knowledge.designation_match import Named

SKIP = Choice(line("button-skip"), Verb.SKIP)


def ask_language(talk: Talk) -> Step:
    """Offer the languages."""
    choices = tuple(Choice(line(f"language-{language}"), Verb.LANGUAGE, language) for language in LANGUAGES)
    return talk.end(talk.reply(line("choose-language"), choices=choices))


def set_language(talk: Talk, language: Language) -> Step:
    """Keep the language; then say the last topic again in it, or go on with what the profile lacks."""
    person = replace(talk.person, language=language)
    spoken = Talk(person, talk.session, talk.library, talk.now, language)
    save = SaveProfile(person)
    if talk.session.trail and talk.session.awaiting is Awaiting.NOTHING:
        step = answer(spoken, talk.session.trail[-1], spoken.applicant)
    elif person.designation is None:
        step = ask_designation(spoken, spoken.session.then)
    else:
        step = menu(spoken)
    return replace(step, effects=(save, *step.effects))


def ask_designation(talk: Talk, then: str = "") -> Step:
    """Ask for the designation; `then` is answered once it is known."""
    reply = talk.reply(talk.line("courses-need-designation"), choices=(SKIP,))
    return talk.end(reply, awaiting=Awaiting.DESIGNATION, then=then)


def hear_designation(talk: Talk, named: Named) -> Step:
    """The person answered which designation is theirs: confirm one, offer several, ask what decides."""
    then = talk.session.then
    if named.sure:
        return _confirm(talk, named.sure, then)
    question = talk.catalogue.questions.get(named.question or "")
    if question:
        reply = talk.reply(talk.line(question.text), choices=question_choices(talk, question))
        return talk.end(reply, awaiting=Awaiting.QUESTION, then=then)
    options = tuple(
        Choice(plain(option.label.said_in(talk.language)), Verb.SAVE, option.id)
        for option in named.candidates[:MOST_OPTIONS]
    )
    reply = talk.reply(line("which-designation"), choices=(*options, SKIP))
    return talk.end(reply, awaiting=Awaiting.DESIGNATION, then=then)


def designation_not_found(talk: Talk) -> Step:
    """Ask again, with examples."""
    reply = talk.reply(line("designation-not-found"), choices=(SKIP, talk.menu_choice()))
    return talk.end(reply, awaiting=Awaiting.DESIGNATION, then=talk.session.then)


def save_applicant(talk: Talk, applicant: Applicant) -> Step:
    """Keep a confirmed designation; then answer what waited for it, or ask the circle."""
    designation = applicant.designation
    if designation is None:
        return menu(talk)
    person = replace(
        talk.person,
        designation=designation.id,
        curriculum=applicant.curriculum if applicant.curriculum != designation.curriculum else None,
        syllabus=applicant.syllabus if applicant.syllabus != designation.syllabus else None,
    )
    kept = Talk(person, talk.session, talk.library, talk.now, talk.language)
    saved = line("designation-saved", designation=designation.name.said_in(talk.language))
    waiting = talk.session.then or ("courses.mine" if designation.is_excluded or person.circle else "")
    step = answer(kept, waiting, kept.applicant) if waiting else ask_circle(kept)
    return _led_by(replace(step, effects=(SaveProfile(person), *step.effects)), saved)


def ask_circle(talk: Talk) -> Step:
    """Ask for the circle, which may be skipped."""
    reply = talk.reply(line("ask-circle"), choices=(SKIP,))
    return talk.end(reply, awaiting=Awaiting.CIRCLE)


def hear_circle(talk: Talk, text: str) -> Step | None:
    """The person answered which circle; None where the message names none."""
    found = talk.library.places_in(text)
    if not found:
        return None
    if len(found) == 1:
        return save_circle(talk, found[0])
    labels = [(id_, talk.catalogue.places[id_].label.said_in(talk.language)) for id_ in found[:MOST_OPTIONS]]
    choices = (*(Choice(plain(label), Verb.CIRCLE, id_) for id_, label in labels), SKIP)
    return talk.end(talk.reply(line("which-circle"), choices=choices), awaiting=Awaiting.CIRCLE)


def circle_not_found(talk: Talk) -> Step:
    """Ask again, with examples."""
    return talk.end(talk.reply(line("circle-not-found"), choices=(SKIP,)), awaiting=Awaiting.CIRCLE)


def save_circle(talk: Talk, id_: str) -> Step:
    """Keep the circle and show the menu, or the courses where the designation is known."""
    place = talk.catalogue.places.get(id_)
    if place is None:
        return menu(talk)
    person = replace(talk.person, circle=id_)
    kept = Talk(person, talk.session, talk.library, talk.now, talk.language)
    step = answer(kept, "courses.mine", kept.applicant) if person.designation else menu(kept)
    saved = line("circle-saved", circle=place.name.said_in(talk.language))
    return _led_by(replace(step, effects=(SaveProfile(person), *step.effects)), saved)


def set_messages(talk: Talk, are_on: bool) -> Step:
    """Note whether the assistant may write unasked."""
    person = replace(talk.person, messages_off=not are_on)
    kept = Talk(person, talk.session, talk.library, talk.now, talk.language)
    reply = kept.reply(line("messages-on" if are_on else "messages-off"), choices=(kept.menu_choice(),))
    return kept.end(reply, effects=(SaveProfile(person),))


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
    return talk.end(talk.reply(*lines, choices=(*choices, talk.menu_choice())))


def menu(talk: Talk) -> Step:
    """The main menu."""
    topics = [id_ for id_ in talk.catalogue.menu if id_ in talk.catalogue.topics]
    choices = (*(talk.topic_choice(id_) for id_ in topics), Choice(line("button-profile"), Verb.PROFILE))
    return talk.end(talk.reply(line("menu"), choices=choices[: talk.catalogue.limits.choices]))


def confirmed_designation(talk: Talk, argument: str) -> Step:
    """A tapped "yes, that is me"."""
    designation, *rest = argument.split("/")
    curriculum, syllabus, *_ = (*rest, "", "")
    return save_applicant(talk, of_designation(talk.catalogue, designation, curriculum or None, syllabus or None))


def _confirm(talk: Talk, designation: Designation, then: str) -> Step:
    choices = (Choice(line("button-yes-me"), Verb.SAVE, designation.id), Choice(line("button-no-other"), Verb.PROFILE,
               "designation"))  # fmt: skip
    asked = line("confirm-designation", designation=designation.name.said_in(talk.language))
    return talk.end(talk.reply(asked, choices=choices), awaiting=Awaiting.DESIGNATION, then=then)


def _led_by(step: Step, first: Line) -> Step:
    """Put a short confirmation before the first reply's paragraphs."""
    head, *rest = step.replies
    return replace(step, replies=(replace(head, lines=(first, *head.lines)), *rest))
