"""Where the talk goes next when no question is asked: back, skip, "not sure", and the same once more."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from handlers import answer as answers
from handlers import marking, privacy, profile
from handlers.actions import Action, Verb, unpack
from handlers.applicant import unpack_applicant
from handlers.courses import OPEN, after_choice
from handlers.effects import Effect, SaveProfile, SaveTicket
from handlers.messages import line
from handlers.session import Awaiting
from handlers.step import Step, led_by
from handlers.talk import MENU, UNSURE, Talk
from handlers.ticket import State
from handlers.walk_step import show_again
from knowledge.catalogue import LANGUAGES, Catalogue, Language
from knowledge.normalise import tokens


def show(talk: Talk, place: str) -> Step:
    """Show a place of the trail again: the menu, a "did you mean", or a topic."""
    if place.startswith(UNSURE):
        topics = tuple(id_ for id_ in place[len(UNSURE) :].split(",") if id_ in talk.catalogue.topics)
        return answers.clarify(talk, topics, None) if topics else profile.menu(talk)
    if place == MENU or place not in talk.catalogue.topics:
        return profile.menu(talk)
    return answers.answer(talk, place, talk.spoken_of)


def back(talk: Talk) -> Step:
    """To the place before the one shown; from the first one to the menu."""
    *earlier, before, _ = ("", "", *talk.session.trail)
    kept = replace(talk.session, trail=tuple(place for place in earlier if place))
    return show(talk.at(kept), before)


def skip(talk: Talk) -> Step:
    """Leave a question of the profile open; the first time the circle is asked after the designation."""
    session = talk.session
    is_new = session.awaiting is Awaiting.DESIGNATION and not session.then and talk.person.circle is None
    return profile.ask_circle(talk) if is_new else show_again(talk) or profile.menu(talk)


def cancel(talk: Talk) -> Step:
    """Stop what is being asked."""
    return led_by(profile.menu(talk), line("cancelled"))


def still_open(talk: Talk) -> Step:
    """ "Not sure", or a choice that settles nothing: show what is decided, say whom to ask, do not ask again."""
    applicant = unpack_applicant(talk.catalogue, talk.session.subject)
    if talk.session.then and applicant.is_known:
        return answers.answer(talk, talk.session.then, replace(applicant, question=None))
    reply = talk.reply(talk.line("still-open"), choices=(talk.topic_choice("support"), talk.menu_choice()))
    return talk.end(reply)


def set_language(talk: Talk, language: Language) -> Step:
    """Keep the language; in it say again what is asked or was shown, else ask what the profile lacks."""
    person = replace(talk.person, language=language)
    spoken = replace(talk, person=person, language=language)
    step = say_again(spoken)
    if step is None and spoken.session.trail:
        step = show(spoken, spoken.session.trail[-1])
    if step is None:
        step = profile.ask_designation(spoken) if person.designation is None else profile.menu(spoken)
    effects: tuple[Effect, ...] = (SaveProfile(person),)
    ticket = talk.standing.ticket
    if ticket is not None and ticket.state is State.OPEN:  # a helper's answers come in it too
        effects = (*effects, SaveTicket(replace(ticket, language=language)))
    return replace(step, effects=effects)


def topic_labelled(talk: Talk, text: str) -> str | None:
    """The topic whose button's label was typed instead of tapped."""
    return _topic_labels(talk.catalogue).get(tokens(text))


@lru_cache(maxsize=2)
def _topic_labels(catalogue: Catalogue) -> dict[tuple[str, ...], str]:
    topics = [topic for topic in catalogue.topics.values() if not topic.decline]
    return {
        tokens(catalogue.texts.render(language, f"topic-{topic.slug}")): topic.id
        for language in LANGUAGES
        for topic in topics
    }


def language_asked(talk: Talk, text: str) -> Language | None:
    """The language that a message asks for and nothing else: "hindi me batao", "in English please"."""
    lists, said = talk.catalogue.words, set(tokens(text))
    wanted = [language for language in LANGUAGES if said & lists[f"language_{language}"]]
    others = said - lists["language_en"] - lists["language_hi"] - lists["language_words"]
    return wanted[0] if len(wanted) == 1 and not others else None


def answer_question(talk: Talk, argument: str) -> Step:
    """One choice of a deciding question: answer what waited for it, or ask to keep the designation it settled."""
    question, _, at = argument.rpartition(".")
    applicant = after_choice(talk, question, int(at) if at.isdecimal() else -1, talk.session.subject)
    if applicant is None:
        return still_open(talk)
    if not applicant.is_known:
        return profile.ask_full_name(talk)
    if not talk.session.then:
        return profile.save_applicant(talk, applicant)
    settled = replace(applicant, question=None) if applicant.question == question else applicant
    if settled.designation and settled.designation.id == talk.person.designation:
        return profile.settle(talk, settled)
    return answers.answer(talk, talk.session.then, settled)


def choice_said(talk: Talk, text: str) -> Action | None:
    """The one choice of the deciding question whose label has all the words of the message."""
    said, found = set(tokens(text)), []
    for action in filter(None, map(unpack, talk.session.offered)):
        asked, _, at = action.argument.rpartition(".")
        question = talk.catalogue.questions.get(asked) if action.verb is Verb.QUESTION else None
        if question is None or not at.isdecimal() or int(at) >= len(question.choices):
            continue
        labels = (talk.catalogue.texts.render(language, question.choices[int(at)].label) for language in LANGUAGES)
        found += [action] if any(said <= set(tokens(label)) for label in labels) else []
    return found[0] if len(found) == 1 else None


def say_again(talk: Talk) -> Step | None:
    """What is being asked, or the walk's step, said once more (in another language); None where nothing is."""
    session = talk.session
    if session.awaiting is Awaiting.NOTHING:
        return show_again(talk)
    offered = [action for action in map(unpack, session.offered) if action]
    if session.awaiting is Awaiting.QUESTION:
        return _ask_again(talk, offered)
    if session.awaiting is Awaiting.DESIGNATION:
        named = profile.offer_again(talk, [action.argument for action in offered if action.verb is Verb.SAVE])
        return named or profile.ask_designation(talk, session.then)
    if session.awaiting is Awaiting.CIRCLE:
        places = tuple(action.argument for action in offered if action.verb is Verb.CIRCLE)
        return profile.offer_circles(talk, places) if places else profile.ask_circle(talk, session.then)
    if session.awaiting is Awaiting.MARK:
        return marking.ask_again(talk)
    return privacy.ask_deletion(talk) if session.awaiting is Awaiting.DELETE else None


def _ask_again(talk: Talk, offered: list[Action]) -> Step | None:
    applicant = unpack_applicant(talk.catalogue, talk.session.subject)
    if talk.session.then and applicant.is_known:
        return answers.answer(talk, talk.session.then, applicant)
    asked = next((action.argument.rpartition(".")[0] for action in offered if action.verb is Verb.QUESTION), "")
    if asked in talk.catalogue.questions:
        return profile.ask_question(talk, talk.catalogue.questions[asked], talk.session.subject or OPEN)
    options = [action.argument for action in offered if action.verb is Verb.ANSWER_AS]
    return answers.choose_again(talk, options) if options else None
