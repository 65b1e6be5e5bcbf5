"""What a free-text message asks: one of three actions, by two thresholds that are content."""

from __future__ import annotations

from handlers.applicant import Applicant, from_message
from handlers.step import Decision
from handlers.talk import Talk
from knowledge.designation_match import Named
from knowledge.normalise import detect_language
from knowledge.search import Match

#: How many topics a clarification offers, and a decision names.
_ALTERNATIVES = 3


def understand(talk: Talk, text: str, named: Named) -> Decision:
    """Decide to answer, clarify or decline; a message that is only a designation asks for its courses."""
    ranked = talk.library.topics_of(text)
    applicant = from_message(named) if named else talk.applicant
    if named and named.whole and not (ranked and ranked[0].score == 1.0):
        return _decision(talk, text, "answer", ["courses.mine"], 1.0, applicant)
    declining = {id_ for id_, topic in talk.catalogue.topics.items() if topic.decline}
    inside = [match for match in ranked if match.topic not in declining]
    best = ranked[0] if ranked else Match("", 0.0)
    limits = talk.catalogue.limits
    if best.score < limits.clarify or best.topic in declining or not inside:
        return _decision(talk, text, "decline", [match.topic for match in inside], best.score, applicant)
    second = ranked[1].score if len(ranked) > 1 else 0.0
    sure = best.score >= limits.answer and best.score - second >= limits.margin
    topics = [match.topic for match in inside]
    return _decision(talk, text, "answer" if sure else "clarify", topics, best.score, applicant)


def _decision(
    talk: Talk, text: str, action: str, topics: list[str], confidence: float, applicant: Applicant
) -> Decision:
    topic = topics[0] if action == "answer" else None
    rest = topics[1:] if action == "answer" else topics
    detected = detect_language(text, talk.catalogue.words["hinglish"])
    return Decision(
        action="answer" if action == "answer" else "clarify" if action == "clarify" else "decline",
        topic=topic,
        alternatives=tuple(rest[:_ALTERNATIVES]),
        confidence=round(min(1.0, confidence), 4),
        detected_language=detected,
        applicant=applicant,
    )
