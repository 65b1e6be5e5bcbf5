"""Where a guided walk ends: it is solved (which can be taken back), it goes to a person, or it has become too long."""

from __future__ import annotations

from msgspec.structs import replace

from handlers import answer as answers
from handlers.actions import Verb
from handlers.messages import Choice, line
from handlers.step import Step
from handlers.talk import Talk
from handlers.walk_place import Standing
from handlers.walk_step import MENU, PERSON, PERSON_TOPIC, RESTART, counted, moved, standing_at

#: So many topics are offered after what was solved.
_NEXT = 3


def solved(talk: Talk) -> Step:
    """A warm word, and what to look at next; the way back is the first button, for who tapped by mistake."""
    walk = talk.session.walk
    topics = talk.catalogue.flows[walk.flow].topics if walk and walk.flow in talk.catalogue.flows else {}
    known = (talk.catalogue.topics[id_] for id_ in topics if id_ in talk.catalogue.topics)
    beside = dict.fromkeys(id_ for topic in known for id_ in topic.next if id_ not in topics and id_ != PERSON_TOPIC)
    back = (Choice(line("button-not-after-all"), Verb.FLOW, walk.place),) if walk else ()
    choices = (*back, *(talk.topic_choice(id_) for id_ in list(beside)[:_NEXT]), MENU)
    effects = (counted(walk, "solved"),) if walk else ()
    reply = talk.reply(line("walk-solved"), choices=choices)
    ended = talk.end(reply, subject=talk.session.subject, effects=effects)
    return standing_at(ended, moved(talk, walk).stands(Standing.SOLVED) if walk else None)


def to_person(talk: Talk) -> Step:
    """Hand over to a person; a walk stays at its step, with the way to it, and can be gone on with."""
    walk = talk.session.walk
    if walk is None or walk.standing in (Standing.LEFT, Standing.REMINDED):
        return answers.answer(talk, PERSON_TOPIC, talk.applicant)
    kept = replace(talk.session, walk=moved(talk, walk).stands(Standing.LEFT))
    step = answers.answer(talk.at(kept), PERSON_TOPIC, talk.applicant)
    return replace(step, effects=(*step.effects, counted(walk, "escalated")))


def too_long(talk: Talk) -> Step:
    """So many steps did not help: a person is offered."""
    reply = talk.reply(line("walk-too-long"), choices=(PERSON, RESTART, MENU))
    walk = talk.session.walk
    return talk.end(reply, subject=talk.session.subject, walk=moved(talk, walk) if walk else None)
