"""Answer a topic, ask which one was meant, or decline: the reply with its year, its source and its next steps."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.applicant import Applicant
from handlers.courses import OPEN, Body, courses_body, duration_body, offer
from handlers.coverage import WHOLE, excluded_line, excluded_sources
from handlers.differing import both_named
from handlers.handover import to_human
from handlers.messages import Choice, Line, line
from handlers.privacy import privacy_body
from handlers.progress_view import progress_body
from handlers.reminder_view import reminders_body
from handlers.rules import assessment_body, deadlines_body, support_body
from handlers.session import Awaiting
from handlers.step import Decision, Step
from handlers.talk import UNSURE, Talk
from handlers.walk_offer import offer_walk
from knowledge.catalogue import Topic

#: Topics whose body is composed from data; all others are a text `answer-<topic>`.
_COMPOSED: dict[str, Callable[[Talk, Applicant, str | None], Body]] = {
    "courses.mine": lambda talk, applicant, _: courses_body(talk, applicant, "courses.mine"),
    "syllabus.mine": lambda talk, applicant, _: courses_body(talk, applicant, "syllabus.mine"),
    "courses.duration": lambda talk, applicant, _: duration_body(talk, applicant),
    "deadlines": lambda talk, *_: deadlines_body(talk),
    "progress": lambda talk, applicant, _: progress_body(talk, applicant),
    "reminders": lambda talk, *_: reminders_body(talk),
    "assessment.format": lambda talk, *_: assessment_body(talk),
    "support": lambda talk, _, circle: support_body(talk, circle),
    "privacy": lambda talk, *_: privacy_body(talk),
}

COMPOSED_TOPICS = frozenset(_COMPOSED)
#: Topics whose answer depends on a circle.
OF_A_CIRCLE = frozenset(("support", "human"))
#: The topic that leads to a helper, where one is there.
_HUMAN = "human"
#: What is offered to those whom the order does not cover.
_FOR_EXCLUDED = ("mandate.scope", "about", "support")


def answer(
    talk: Talk, topic_id: str, applicant: Applicant, decision: Decision | None = None, circle: str | None = None
) -> Step:
    """Answer a topic for an applicant; where a choice must come first, ask it and remember the topic.

    `circle` is the one that the message names (see `circle_in`).
    """
    topic = talk.catalogue.topics[topic_id]
    if topic.decline:
        return decline(talk, topic_id, decision)
    handed = to_human(talk, decision) if topic_id == _HUMAN else None
    if handed is not None:
        return handed
    body = _body(talk, topic, applicant, circle)
    choices = _once((*_further_choices(talk, decision), *_choices(talk, topic, body, applicant)))
    reply = talk.reply(*_lines(talk, topic, body), choices=choices[: talk.catalogue.limits.choices])
    reply = both_named(talk, topic_id, applicant, reply)
    if body.needs_designation:
        return talk.end(reply, awaiting=Awaiting.DESIGNATION, then=topic_id, decision=decision, place=topic_id)
    if body.needs_circle:
        return talk.end(reply, awaiting=Awaiting.CIRCLE, then=topic_id, decision=decision, place=topic_id)
    if body.subject:
        waiting = Awaiting.QUESTION
        return talk.end(reply, awaiting=waiting, then=topic_id, subject=body.subject, decision=decision, place=topic_id)
    is_other = applicant.designation and applicant != talk.applicant
    return offer_walk(talk, topic_id, reply, applicant.packed() if is_other else "", decision)


def circle_in(talk: Talk, text: str) -> str | None:
    """The one circle or office that a message names, if it names one."""
    found = talk.library.places_in(text)
    return found[0] if len(found) == 1 else None


def _body(talk: Talk, topic: Topic, applicant: Applicant, circle: str | None) -> Body:
    """The topic's own answer; for those whom the order does not cover this is said first, or is all."""
    is_outside = topic.about_year and applicant.is_excluded and bool(applicant.posts)
    if is_outside and topic.id in WHOLE:
        first = (excluded_line(talk, applicant),)
        return Body((), next=_FOR_EXCLUDED, sources=excluded_sources(applicant), first=first)
    made = _COMPOSED.get(topic.id)
    body = made(talk, applicant, circle) if made else Body((_text(talk, topic),))
    if not is_outside:
        return body
    first = (excluded_line(talk, applicant),)
    others = () if topic.id == "mandate.scope" else (line("for-the-covered"),)
    return replace(body, lines=(*others, *body.lines), sources=excluded_sources(applicant), first=first)


def choose_again(talk: Talk, designations: list[str]) -> Step:
    """Offer the same designations once more for the topic that waits."""
    body = offer(talk, [talk.catalogue.designations[id_] for id_ in designations if id_ in talk.catalogue.designations])
    reply = talk.reply(*body.lines, choices=(*body.choices, talk.menu_choice()))
    return talk.end(reply, awaiting=Awaiting.QUESTION, then=talk.session.then, subject=OPEN)


def clarify(talk: Talk, topics: tuple[str, ...], decision: Decision | None) -> Step:
    """Offer up to three topics by plain questions."""
    questions = tuple(
        line("did-you-mean-line", number=at, question=_question(talk, id_)) for at, id_ in enumerate(topics, start=1)
    )
    kept = _remember_choice(talk, Body(()), decision.applicant) if decision else ()
    choices = (*(talk.topic_choice(id_) for id_ in topics), *kept, Choice(line("button-none-of-these"), Verb.MENU))
    reply = talk.reply(line("did-you-mean"), *questions, choices=choices)
    return talk.end(reply, subject=_named(talk, decision), decision=decision, place=UNSURE + ",".join(topics))


def decline(talk: Talk, topic_id: str, decision: Decision | None) -> Step:
    """Say that this is not what the assistant is for, and what it can do."""
    topic = talk.catalogue.topics[topic_id]
    choices = tuple(talk.topic_choice(id_) for id_ in topic.next)
    reply = talk.reply(_text(talk, topic), choices=(*choices, talk.menu_choice()))
    return talk.end(reply, subject=_named(talk, decision), decision=decision, place=topic_id)


def _named(talk: Talk, decision: Decision | None) -> str:
    """The designation that the message named, kept for what is tapped next."""
    return decision.applicant.packed() if decision and decision.applicant.is_from_message else talk.session.subject


def year_line(talk: Talk) -> Line:
    """Name the training year; on a day that no loaded year covers say that it is over and no later list is loaded."""
    if talk.view.covers:
        return talk.line("year-line")
    return talk.line("not-covered" if talk.view.is_over else "not-begun")


def _lines(talk: Talk, topic: Topic, body: Body) -> tuple[Line, ...]:
    """The answer's paragraphs; one that speaks of a year which no longer runs says so before anything else."""
    year = (year_line(talk),) if topic.about_year else ()
    sources = body.sources or topic.sources
    ranks = {talk.catalogue.documents[source.document].rank for source in sources}
    tail = (talk.sources(sources, body.is_reading),) if ranks - {"inferred"} and not body.only_asks else ()
    if not talk.view.covers:
        return (*year, *body.first, *body.lines, *tail)
    return (*body.first, *(() if body.only_asks else year), *body.lines, *tail)


def _choices(talk: Talk, topic: Topic, body: Body, applicant: Applicant) -> tuple[Choice, ...]:
    if body.needs_designation:
        return (Choice(line("button-skip"), Verb.SKIP), talk.menu_choice())
    choices = (*body.choices, *_remember_choice(talk, body, applicant))
    if not body.subject:
        choices = (*choices, *(talk.topic_choice(id_) for id_ in body.next or topic.next))
    return (*choices, talk.menu_choice())[: talk.catalogue.limits.choices]


def _once(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Each button once, where it stands first."""
    first: dict[tuple[Verb, str], Choice] = {}
    for choice in choices:
        first.setdefault((choice.verb, choice.argument), choice)
    return tuple(first.values())


def _further_choices(talk: Talk, decision: Decision | None) -> tuple[Choice, ...]:
    """What the message asks besides, as the first buttons."""
    return tuple(talk.topic_choice(id_) for id_ in decision.further) if decision else ()


def _remember_choice(talk: Talk, body: Body, applicant: Applicant) -> tuple[Choice, ...]:
    """Offer to keep a designation that an answer used and that the profile does not have."""
    if body.subject or applicant.designation is None or applicant.designation.id == talk.person.designation:
        return ()
    if not (applicant.is_from_message or (body.of_post and talk.person.designation is None)):
        return ()
    return (Choice(line("button-remember"), Verb.SAVE, applicant.packed()),)


def _text(talk: Talk, topic: Topic) -> Line:
    return talk.line(f"answer-{topic.slug}")


def _question(talk: Talk, topic_id: str) -> str:
    return talk.catalogue.texts.render(talk.language, f"ask-{talk.catalogue.topics[topic_id].slug}")
