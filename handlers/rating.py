"""Learning from what went wrong: messages not understood are kept redacted, some answers ask whether they helped."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.effects import KeepForReview, Why
from handlers.labels import offers
from handlers.messages import Choice, line
from handlers.redact import redacted, shortened
from handlers.session import Awaiting
from handlers.step import Decision, Step
from handlers.talk import Talk
from knowledge.normalise import MessageLanguage

#: Every so many answers to typed questions are rated; one that is this little above the threshold is rated sooner,
#: but never right after another, nor the first of a talk.
_EVERY, _JUST_ABOVE, _SOONEST = 5, 0.1, 2
#: From this confidence on the next likely topics are mere noise.
_SURE = 0.9
#: Answers that nobody rates.
_NEVER = frozenset(("greeting", "privacy"))
_WRITTEN: tuple[MessageLanguage, ...] = ("en", "hi", "hinglish")
#: So much of a redacted text waits in the session for the tap.
_WAITING_CHARACTERS = 300


def looked_back(talk: Talk, text: str, step: Step) -> Step:
    """Keep a typed question that was not answered; after an answer ask, now and then, whether it helped."""
    if step.decision is None:
        return step
    if step.decision.action == "answer":
        return _rateable(talk, text, step, step.decision)
    kept = _kept(talk, text, "clarified" if step.decision.action == "clarify" else "declined", step.decision)
    return replace(step, effects=(*step.effects, kept)) if _says_anything(kept.text) else step


def rate(talk: Talk, argument: str) -> Step:
    """Thank; after a "no" keep the question and offer what else it may have meant, and the people who can help."""
    kept = _waiting(talk)
    session = talk.session
    if argument == "yes" or kept is None:
        reply = talk.reply(line("rating-thanks"))
        return talk.end(reply, awaiting=session.awaiting, then=session.then, subject=session.subject)
    choices = (*(talk.topic_choice(id_) for id_ in _instead(talk, kept)), talk.menu_choice())
    reply = talk.reply(line("rating-sorry"), choices=choices)
    return talk.end(reply, subject=session.subject, effects=(kept,))


def _instead(talk: Talk, kept: KeepForReview) -> list[str]:
    """What else the question may have meant; beside a sure reading only what goes with the answer; and support."""
    answered = talk.catalogue.topics.get(kept.topic or "")
    beside = answered.next if answered and kept.confidence >= _SURE else kept.alternatives
    known = (id_ for id_ in beside if id_ in talk.catalogue.topics and id_ != kept.topic)
    return list(dict.fromkeys((*known, "support")))


def _rateable(talk: Talk, text: str, step: Step, decision: Decision) -> Step:
    """Count the answer, and put the question and its two buttons below it where one is due."""
    answers = min(talk.session.answers + 1, _EVERY)
    if not (_is_due(talk, answers, decision) and _has_room(talk, step) and decision.topic not in _NEVER):
        return replace(step, session=replace(step.session, answers=answers))
    kept = _kept(talk, text, "not_helpful", decision)
    words = shortened(kept.text, _WAITING_CHARACTERS)
    waiting = (words, kept.topic or "", ",".join(kept.alternatives), str(kept.confidence), kept.language)
    choices = (Choice(line("button-helped"), Verb.RATE, "yes"), Choice(line("button-not-helped"), Verb.RATE, "no"))
    (reply,) = step.replies
    asked = replace(reply, lines=(*reply.lines, line("rating-ask")), choices=(*reply.choices, *choices))
    offered, labels = offers(talk.catalogue.texts, (asked,))
    session = replace(step.session, answers=0, rated=waiting, offered=offered, labels=labels)
    return replace(step, replies=(asked,), session=session)


def _is_due(talk: Talk, answers: int, decision: Decision) -> bool:
    is_doubtful = decision.confidence < talk.catalogue.thresholds.answer + _JUST_ABOVE
    return answers >= _EVERY or (is_doubtful and answers >= _SOONEST)


def _has_room(talk: Talk, step: Step) -> bool:
    """One finished answer with room for two more buttons, that asks nothing else."""
    if len(step.replies) != 1 or step.session.awaiting is not Awaiting.NOTHING or step.session.walk:
        return False
    choices = step.replies[0].choices
    asks = {Verb.SAVE, Verb.ANSWER_AS, Verb.QUESTION, Verb.SKIP} & {choice.verb for choice in choices}
    return bool(choices) and not asks and len(choices) + 2 <= talk.catalogue.limits.choices


def _kept(talk: Talk, text: str, why: Why, decision: Decision) -> KeepForReview:
    return KeepForReview(
        text=redacted(talk.catalogue, text),
        why=why,
        topic=decision.shown or decision.topic,
        alternatives=decision.alternatives,
        confidence=decision.confidence,
        language=decision.detected_language,
    )


def _waiting(talk: Talk) -> KeepForReview | None:
    """What the session kept for the tap; None once it was tapped, or where it cannot be read."""
    if len(talk.session.rated) != 5:
        return None
    text, topic, alternatives, confidence, spoken = talk.session.rated
    language = next((known for known in _WRITTEN if known == spoken), _WRITTEN[0])
    try:
        score = float(confidence)
    except ValueError:
        return None
    return KeepForReview(text, "not_helpful", topic or None, tuple(filter(None, alternatives.split(","))), score,
                         language)  # fmt: skip


def _says_anything(text: str) -> bool:
    """Whether a word is left beside the marks."""
    return any(part[:1] != "⟨" for part in text.replace("⟩", "⟩ ").split() if any(map(str.isalpha, part)))
