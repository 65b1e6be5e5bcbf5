"""What a short message means right after an answer: "aur?", "last date?", "ok but it is greyed out", "and for MTS?"."""

from __future__ import annotations

from handlers.talk import Talk
from knowledge.designation_match import Named, Reading
from knowledge.normalise import tokens
from knowledge.search import Match

#: A message of at most so many words leans on what was said before it.
_SHORT = 6
#: How much likelier the topic shown last, and those offered beside it, are then; and where a word points back to it.
_LEAN, _POINTING = 2.5, 8.0
_OFFERED = 0.7
#: Topics that a designation alone carries on: "and for MTS?".
_FOLLOWED = frozenset(("courses.mine", "syllabus.mine", "courses.duration", "mandate.scope"))

#: Topics whose answer, or its reach, depends on the post: a post in such a question is the one asked for.
DEPENDS = _FOLLOWED | {"courses.minimum", "deadlines", "assessment.format"}
#: Of these, what is asked for as a post has it: "will the PMG extend the date" names no post that is asked for.
_ASKS = DEPENDS - {"deadlines"}


def last_topic(talk: Talk) -> str | None:
    """The topic that the last reply answered, if it did."""
    place = talk.session.trail[-1] if talk.session.trail else ""
    return place if place in talk.catalogue.topics else None


def asks_for_more(talk: Talk, text: str) -> bool:
    """Whether the message only asks to go on."""
    return text.strip(" .?!।…").casefold() in talk.catalogue.words["more"]


def reading_of(talk: Talk, text: str) -> Reading:
    """How a post in this message is to be taken: right after an answer, however it is put, it is asked for."""
    if last_topic(talk) in _FOLLOWED and len(tokens(text)) <= _SHORT:
        return Reading.TELLS
    ranked = talk.library.topics_of(text)
    depends = sum(match.score for match in ranked if match.topic in DEPENDS)
    asks = bool(ranked) and ranked[0].topic in _ASKS and depends >= talk.catalogue.thresholds.post
    return Reading.ASKS if asks else Reading.ANYTHING


def carried_post(talk: Talk, text: str) -> Named:
    """The post of a message that only carries the last answer over to it: "and for my friend who is SA"."""
    if last_topic(talk) not in _FOLLOWED or talk.library.designation_in(text, Reading.TELLS).whole:
        return Named()
    beside = talk.catalogue.words["carrying"] | talk.catalogue.words["on_behalf"]
    words = text.split()
    own = [at for at, word in enumerate(words) if not set(tokens(word)) <= beside]
    if not own or len(words) == own[-1] - own[0] + 1:
        return Named()
    named = talk.library.designation_in(" ".join(words[own[0] : own[-1] + 1]), Reading.TELLS)
    return named if named.whole else Named()


def carried_on(talk: Talk) -> str:
    """The topic that a designation alone asks for now."""
    last = last_topic(talk)
    return last if last in _FOLLOWED else "courses.mine"


def leaning(talk: Talk, text: str, ranked: list[Match]) -> list[Match]:
    """Rank a short message again with the topic shown last, and those offered beside it, likelier."""
    last = last_topic(talk)
    if last is None or not ranked or len(tokens(text)) > _SHORT or ranked[0].score == 1.0:
        return ranked
    near = {last, *talk.catalogue.topics[last].next}
    points_back = bool(talk.catalogue.words["pointing"] & set(tokens(text)))
    factor = _POINTING if points_back else _LEAN
    raised = [(match.score * (factor if match.topic in near else 1.0), match) for match in ranked]
    if points_back:  # what it points to is at least offered
        top = max(score for score, _ in raised)
        raised = [(max(score, _OFFERED * top) if match.topic == last else score, match) for score, match in raised]
    before, after = sum(match.score for match in ranked), sum(score for score, _ in raised)
    share = before / after if after else 1.0
    again = [Match(match.topic, round(score * share, 4), match.shown) for score, match in raised]
    return sorted(again, key=lambda match: (-match.score, match.topic))
