"""First contact, groups, and things that cannot be read: the edges of the conversation."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.messages import Inbound, Kind, line
from handlers.session import Awaiting, Person, Session
from handlers.step import Step
from handlers.talk import Talk
from knowledge.catalogue import Language
from knowledge.normalise import detect_language, tokens

#: So few English-looking words tell no language.
_FEW = 2


def talk_language(person: Person, session: Session, inbound: Inbound, hinglish_words: frozenset[str]) -> Language:
    """The chosen language; until one is chosen Devanagari and romanised Hindi are answered in Hindi.

    A name or a word or two ("PA", "Delhi", "last date") tell no language: the talk goes on in its own.
    """
    if person.language:
        return person.language
    standing: Language = "hi" if session.language == "hi" else "en"
    is_told = inbound.kind is Kind.TEXT and not inbound.text.startswith("/") and any(c.isalpha() for c in inbound.text)
    if not is_told:
        return standing
    if detect_language(inbound.text, hinglish_words) != "en":
        return "hi"
    if standing == "hi" and session.is_greeted and any(word in hinglish_words for word in tokens(inbound.text)):
        return "hi"
    is_answer = session.awaiting in (Awaiting.DESIGNATION, Awaiting.CIRCLE)
    return standing if is_answer or len(tokens(inbound.text)) <= _FEW else "en"


def greeted(talk: Talk, step: Step, inbound: Inbound) -> Step:
    """Lead the first reply with who this is and the short privacy notice."""
    if not step.replies:
        return step
    head, *rest = step.replies
    is_start = inbound.kind is Kind.TEXT and inbound.text.startswith("/start")
    notice = (line("welcome-both"),) if is_start and talk.person.language is None else (line("welcome"),)
    first = replace(head, lines=(*notice, *head.lines))
    return Step(step.session, (first, *rest), step.effects, step.decision)


def unsupported(talk: Talk, inbound: Inbound) -> Step:
    """A kind reply to a sticker, voice message, location, file or an edited message; the talk stays where it is."""
    known = {"sticker", "voice", "location", "contact", "photo", "document", "video", "edited"}
    kind = "edited" if inbound.kind is Kind.EDITED else inbound.text
    key = f"cannot-read-{kind}" if kind in known else "cannot-read-other"
    session = talk.session
    reply = talk.reply(line(key), choices=(talk.menu_choice(),))
    return talk.end(reply, awaiting=session.awaiting, then=session.then, subject=session.subject)


def in_group(talk: Talk, inbound: Inbound) -> Step:
    """In a group that is not linked: say once where to write privately, and nothing else."""
    is_said = inbound.kind in (Kind.TEXT, Kind.UNSUPPORTED)
    if talk.session.was_told_in_group or not is_said:
        return Step(talk.session)
    told = replace(talk.session, was_told_in_group=True)
    return Step(told, (talk.reply(line("write-privately")),))
