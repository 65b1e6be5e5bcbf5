"""A free-text message: an answer that was awaited, a word of the conversation, or a question."""

from __future__ import annotations

from msgspec.structs import replace

from handlers import answer as answers
from handlers import (
    marking,
    privacy,
    profile,
    progress_say,
    rating,
    reminder_say,
    reminder_settings,
    steering,
    walk_begin,
    walk_hear,
    walk_offer,
    walk_step,
)
from handlers.actions import Verb, unpack
from handlers.applicant import from_message
from handlers.context import asks_for_more, carried_post, last_topic, reading_of
from handlers.courtesy import courtesy
from handlers.messages import line
from handlers.session import Awaiting
from handlers.spoken import spoken_words
from handlers.step import Step
from handlers.talk import Talk
from handlers.understand import understand
from knowledge.designation_match import Reading
from knowledge.normalise import tokens

#: The name of a post has at most so many words; a longer message without one is something else.
_NAME_WORDS = 3
#: The topic for how many courses are done; so many likely topics are offered where something else is counted.
_COUNTED, _LIKELY = "progress", 3


def hear_text(talk: Talk, text: str) -> Step:
    """Answer a typed message; an empty one gets the menu."""
    if talk.told is not None:  # a question asked outside a talk: there is nothing to steer
        return _question(talk, text)
    if not any(letter.isalpha() for letter in text):
        return walk_step.show_again(talk, line("walk-unclear")) or profile.menu(talk)
    return (
        walk_hear.said(talk, text)
        or _word(talk, text)
        or _awaited(talk, text)
        or profile.hear_bare_circle(talk, text)
        or _more(talk, text)
        or _question(talk, text)
    )


def _word(talk: Talk, text: str) -> Step | None:
    """Single words that steer the talk."""
    lists, spoken = talk.catalogue.words, spoken_words(talk, text)
    if spoken in lists["menu"]:
        return profile.menu(talk)
    if spoken in lists["cancel"]:
        return steering.cancel(talk)
    if spoken in lists["help"]:
        return answers.answer(talk, "greeting", talk.applicant)
    polite = courtesy(talk, text)
    if polite:
        return polite
    wanted = steering.language_asked(talk, text)
    if wanted:
        return steering.set_language(talk, wanted)
    labelled = steering.topic_labelled(talk, text)
    if labelled:
        return steering.show(talk, labelled)
    if spoken in lists["stop"] or spoken in lists["start"]:
        return reminder_settings.switch(talk, spoken in lists["start"])
    if spoken in lists["skip"] and talk.session.awaiting is not Awaiting.NOTHING:
        return steering.skip(talk)
    return steering.back(talk) if spoken in lists["back"] else _yes_or_no(talk, spoken)


def _yes_or_no(talk: Talk, spoken: str) -> Step | None:
    """Yes or no to "did this help?" or to what the first button of the last reply confirms; else None."""
    first, second, *_ = (*map(unpack, talk.session.offered[:2]), None, None)
    if spoken not in talk.catalogue.words["yes"] | talk.catalogue.words["no"]:
        return None
    if talk.session.rated:
        return rating.rate(talk, "yes" if spoken in talk.catalogue.words["yes"] else "no")
    if talk.session.awaiting is Awaiting.MARK:
        return marking.act(talk, "yes" if spoken in talk.catalogue.words["yes"] else "no")
    if first is None or first.verb not in (Verb.DELETE, Verb.SAVE):
        return steering.say_again(talk) or profile.menu(talk)
    if first.verb is Verb.SAVE and talk.session.awaiting is not Awaiting.DESIGNATION:
        # The last reply asked nothing; its button only offers to remember the post, and "ok" means "seen".
        return talk.end(talk.reply(line("you-are-welcome"), choices=(talk.menu_choice(),)))
    is_yes = spoken in talk.catalogue.words["yes"]
    if first.verb is Verb.DELETE:
        return privacy.delete(talk, is_yes) if talk.session.awaiting is Awaiting.DELETE else profile.menu(talk)
    if is_yes:
        return profile.confirmed_designation(talk, first.argument)
    is_asked = second is not None and second.verb is Verb.PROFILE
    return profile.ask_designation(talk, talk.session.then) if is_asked else profile.menu(talk)


def _awaited(talk: Talk, text: str) -> Step | None:
    """What was asked for; None where the message is something else (a question asked in the middle)."""
    awaiting = talk.session.awaiting
    if awaiting is Awaiting.DESIGNATION:
        return _designation(talk, text)
    if awaiting is Awaiting.QUESTION:
        return _choice(talk, text)
    if awaiting is not Awaiting.CIRCLE:
        return None
    found = profile.hear_circle(talk, text)
    if found or talk.session.then or _is_question(talk, text):
        return found
    return profile.circle_not_found(talk)


def _more(talk: Talk, text: str) -> Step | None:
    """ "Aur?" right after an answer: what goes with it, as questions."""
    last = last_topic(talk)
    if last is None or not asks_for_more(talk, text):
        return None
    offered = tuple(id_ for id_ in talk.catalogue.topics[last].next if not talk.catalogue.topics[id_].decline)
    return answers.clarify(talk, offered, None) if offered else profile.menu(talk)


def _choice(talk: Talk, text: str) -> Step | None:
    """The choice of a deciding question, or the post itself, in words."""
    chosen = steering.choice_said(talk, text)
    if chosen:
        return steering.answer_question(talk, chosen.argument)
    if spoken_words(talk, text) in talk.catalogue.words["unsure"]:
        return steering.still_open(talk)
    named = talk.library.designation_in(text, Reading.TELLS)
    if named.sure is None or not named.whole or not talk.session.then:
        return None
    return answers.answer(talk, talk.session.then, from_message(named))


def _designation(talk: Talk, text: str) -> Step | None:
    named = talk.library.designation_in(text, Reading.TELLS)
    if not named:
        is_answer = len(tokens(text)) <= _NAME_WORDS and not _is_question(talk, text)
        return profile.designation_not_found(talk) if is_answer else None
    if not named.whole and _is_question(talk, text):
        return None
    return profile.hear_designation(talk, named)


def _is_question(talk: Talk, text: str) -> bool:
    """Whether the message is better read as a question of its own than as the awaited answer."""
    ranked = talk.library.topics_of(text)
    return bool(ranked) and ranked[0].score >= talk.catalogue.thresholds.answer


def _question(talk: Talk, text: str) -> Step:
    carried = carried_post(talk, text)
    decision = understand(talk, text, carried or talk.library.designation_in(text, reading_of(talk, text)))
    if carried and talk.person.designation:  # somebody else's post: nothing to remember
        decision = replace(decision, applicant=replace(decision.applicant, is_from_message=False))
    if decision.topic == _COUNTED and talk.catalogue.words["no_courses"] & set(tokens(text)):
        likely = (_COUNTED, *decision.alternatives)[:_LIKELY]
        decision = replace(decision, action="clarify", topic=None, shown=None, alternatives=likely)
    told = (
        walk_hear.chosen(talk, text)
        or progress_say.heard(talk, text, decision)
        or reminder_say.heard(talk, text, decision)
    )
    if told:
        return told
    walked = walk_hear.asked(talk, text, decision) or walk_begin.meant(talk, text, decision)
    if walked:
        return walked
    if decision.action == "clarify":
        return answers.clarify(talk, decision.alternatives, decision)
    if decision.topic is None:
        declining = next(id_ for id_, topic in talk.catalogue.topics.items() if topic.decline)
        return answers.decline(talk, declining, decision)
    topic = decision.shown or decision.topic
    circle = answers.circle_in(talk, text) if topic in answers.OF_A_CIRCLE else None
    return walk_offer.hearing(talk, answers.answer(talk, topic, decision.applicant, decision, circle), text)
