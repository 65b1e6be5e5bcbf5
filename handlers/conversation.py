"""`step()`, the only door of the conversation: person, session, what came in, the knowledge, the time → Step.

A plain function: same input, same output. Below it, one visible table of commands and one of buttons.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from handlers import answer as answers
from handlers import (
    dates_file,
    evidence,
    handover,
    link,
    marking,
    owned,
    privacy,
    profile,
    progress_view,
    rating,
    reach,
    reminder_settings,
    steering,
    unclear,
    walk,
    walk_end,
    walk_hear,
    walk_number,
    walk_offer,
)
from handlers.actions import NAVIGATION, Action, Verb, unpack
from handlers.applicant import Applicant, unpack_applicant
from handlers.effects import MarkReachable
from handlers.facts import Facts
from handlers.greeting import greeted, in_group, talk_language, unsupported
from handlers.labels import typed_label
from handlers.link_scene import LinkScene
from handlers.messages import Inbound, Kind, line
from handlers.question import hear_text
from handlers.session import Awaiting, Person, Session
from handlers.step import Step, led_by
from handlers.talk import Talk, still_known
from handlers.ticket import Standing
from handlers.walk_step import show_again
from knowledge.catalogue import LANGUAGES
from knowledge.library import Library

#: What may stand behind a number: "1.", "2)".
_AFTER_NUMBER = ".):"
#: Command → what it does. Registered with the platforms; the descriptions are texts `command-<name>`.
COMMANDS: dict[str, Callable[[Talk], Step]] = {
    "start": lambda talk: _start(talk),
    "menu": profile.menu,
    "courses": lambda talk: _topic(talk, "courses.mine"),
    "syllabus": lambda talk: _topic(talk, "syllabus.mine"),
    "deadlines": lambda talk: _topic(talk, "deadlines"),
    "calendar": dates_file.send,
    "assessment": lambda talk: _topic(talk, "assessment.format"),
    "progress": lambda talk: _topic(talk, "progress"),
    "reminders": lambda talk: _topic(talk, "reminders"),
    "language": profile.ask_language,
    "profile": profile.show_profile,
    "connect": link.begin,
    "privacy": lambda talk: _topic(talk, "privacy"),
    "delete": privacy.ask_deletion,
    "fix": walk.list_flows,
    "login": lambda talk: walk.by_command(talk, "login"),
    "greentick": lambda talk: walk.by_command(talk, "greentick"),
    "transfer": lambda talk: walk.by_command(talk, "transfer"),
    "certificate": lambda talk: walk.by_command(talk, "certificate"),
    "human": walk_end.to_person,
    "help": lambda talk: _topic(talk, "greeting"),
    "cancel": steering.cancel,
}


def step(
    person: Person,
    session: Session,
    inbound: Inbound,
    library: Library,
    now: datetime,
    told: Applicant | None = None,
    standing: Standing = Standing(),  # noqa: B008 - an immutable value
    number: int = 0,
    facts: Facts | None = None,
    other_facts: tuple[Facts, ...] = (),
    linking: LinkScene | None = None,
) -> Step:
    """Take one thing that a person did, and say what to reply, keep and change.

    `now` must be timezone-aware. `told`: an applicant given from outside the talk (see `handlers.asking`). `standing`
    is what the desk knows of the person, `number` becomes the number of a ticket that is opened. `facts`:
    what the store knows of the person for the year that `now` speaks of (`knowledge.training_year.year_on`),
    `other_facts` for the others where no year covers the day. `linking`: what it knows of whom the chat may be linked
    to, where `handlers.link_needs` asks for it.
    """
    language = talk_language(person, session, inbound, library.catalogue.words["hinglish"])
    seconds = int(now.timestamp())
    session = walk_offer.aged(still_known(session, library.catalogue), seconds, library.catalogue)
    if inbound.kind not in (Kind.BLOCKED, Kind.UNBLOCKED) and not inbound.in_group:
        session = owned.counted(session, seconds)
    talk = Talk(person, session, library, now, language, told, standing, number, facts, other_facts, linking)
    if inbound.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
        return Step(session, effects=(MarkReachable(inbound.kind is Kind.UNBLOCKED),))
    if inbound.in_group:
        return in_group(talk, inbound)
    if standing.ticket is not None and standing.ticket.is_owned:
        return owned.relayed(talk, standing.ticket, inbound, _take)
    if owned.is_too_fast(talk):
        return owned.followed(talk, inbound, owned.told_to_slow_down(talk))
    taken = walk_hear.followed(talk, marking.resumed(talk, _take(talk, inbound)))
    taken = owned.followed(talk, inbound, walk_offer.reminded(talk, taken))
    if inbound.was_blanked:
        taken = _led_by_warning(taken)
    return taken if session.is_greeted else greeted(talk, taken, inbound)


def _take(talk: Talk, inbound: Inbound) -> Step:
    is_asked = talk.session.awaiting is Awaiting.EVIDENCE and bool(talk.session.asks)
    if inbound.kind in (Kind.UNSUPPORTED, Kind.EDITED):
        if is_asked and inbound.media is not None:
            return evidence.answer_words(talk, inbound, handover.opened)
        return unsupported(talk, inbound)
    if inbound.kind is Kind.CONTACT:
        return link.shared(talk, inbound)
    if inbound.kind is Kind.TAP:
        return _tap(talk, inbound.text)
    text = inbound.text.strip()
    if text.startswith("/"):
        return _command(talk, text)
    numbered = _typed_number(talk, text)
    taken = walk_number.heard(talk, numbered, int(text.rstrip(_AFTER_NUMBER))) if numbered else None
    if taken is not None:
        return taken
    offered = numbered or typed_label(talk.catalogue, talk.session, text)
    if offered is not None:
        return _act(talk, offered)
    if is_asked:
        return _evidence(talk, inbound)
    linked = link.heard(talk, text) if talk.link is not None else None
    if linked is not None:
        return linked
    return unclear.counted(talk, rating.looked_back(talk, text, hear_text(talk, text)))


def _command(talk: Talk, text: str) -> Step:
    name = text[1:].split(maxsplit=1)[0].split("@")[0].casefold() if len(text) > 1 else ""
    run = COMMANDS.get(name)
    if run is None:
        reply = talk.reply(line("unknown-command"), choices=(talk.menu_choice(),))
        return talk.end(reply, awaiting=talk.session.awaiting, then=talk.session.then, subject=talk.session.subject)
    if name == "start":
        return reach.welcomed(talk, text.partition(" ")[2].strip(), run(talk))
    return run(talk)


def _typed_number(talk: Talk, text: str) -> Action | None:
    """A number typed instead of tapping one of the choices shown last."""
    digits = text.rstrip(_AFTER_NUMBER)
    if not digits.isdecimal() or len(digits) > 2 or not 1 <= int(digits) <= len(talk.session.offered):
        return None
    action = unpack(talk.session.offered[int(digits) - 1])
    is_answer = action is None or action.verb is not Verb.EVIDENCE or action.argument.startswith("say.")
    return action if is_answer else None  # a number that a helper asked for is an answer, not "skip" or "not now"


def _tap(talk: Talk, data: str) -> Step:
    action = unpack(data)
    if action is None:
        return _old(profile.menu(talk))
    if action.step == talk.session.step or action.verb in NAVIGATION:
        step = _act(talk, action)
        is_old = action.step < talk.session.step and action.verb not in (
            Verb.TICKET,
            Verb.REMIND,
        )  # they say it themselves
        return led_by(step, line("from-earlier-button")) if is_old else step
    return _old(show_again(talk) or profile.menu(talk))


def _act(talk: Talk, action: Action) -> Step:
    """Do what a button says; what the content no longer has leads to the menu."""
    return _ACTS[action.verb](talk, action.argument)


def _topic(talk: Talk, id_: str) -> Step:
    return answers.answer(talk, id_, talk.applicant) if id_ in talk.catalogue.topics else profile.menu(talk)


def _show(talk: Talk, argument: str) -> Step:
    """A view of the person's progress."""
    if argument == "plan":
        return progress_view.plan(talk)
    if argument == "card":
        return progress_view.card(talk) or _topic(talk, "progress")
    if argument == "calendar":
        return dates_file.send(talk)
    return (
        marking.take_back_or_ask(talk.at(replace(talk.session, marks=())), ())
        if argument == "take"
        else marking.begin(talk)
    )


def _language(talk: Talk, argument: str) -> Step:
    chosen = next((language for language in LANGUAGES if language == argument), None)
    return steering.set_language(talk, chosen) if chosen else profile.ask_language(talk)


def _profile(talk: Talk, part: str) -> Step:
    if part == "designation":
        return profile.ask_designation(talk, talk.session.then)
    if part == "circle":
        return profile.ask_circle(talk, talk.session.then)
    return profile.ask_language(talk) if part == "language" else profile.show_profile(talk)


def _answer_as(talk: Talk, argument: str) -> Step:
    applicant: Applicant = unpack_applicant(talk.catalogue, argument)
    return answers.answer(talk, talk.session.then or "courses.mine", applicant)


def _start(talk: Talk) -> Step:
    """The first screen: language first, then the designation; for whom we know, the menu."""
    if talk.person.language is None:
        return profile.ask_language(talk)
    return profile.ask_designation(talk) if talk.person.designation is None else profile.menu(talk)


def _old(step: Step) -> Step:
    return led_by(step, line("old-button"))


def _evidence(talk: Talk, inbound: Inbound) -> Step:
    """A typed answer to a question before the hand-over, unless it says to leave that."""
    lists, said = talk.catalogue.words, inbound.text.strip(" .?!।…").casefold()
    if any(said in lists[name] for name in ("cancel", "menu", "back")):
        return evidence.stopped(talk)
    if said in lists["skip"]:
        return _answered(talk, "skip")
    return evidence.answer_words(talk, inbound, handover.opened)


def _answered(talk: Talk, argument: str) -> Step:
    return evidence.answer_choice(talk, argument, handover.opened)


def _led_by_warning(step: Step) -> Step:
    return led_by(step, line("secret-blanked"))


_ACTS: dict[Verb, Callable[[Talk, str], Step]] = {
    Verb.TOPIC: lambda talk, place: unclear.ended(steering.show(talk, place)),
    Verb.MENU: lambda talk, _: profile.menu(talk),
    Verb.LANGUAGE: _language,
    Verb.PROFILE: _profile,
    Verb.SAVE: profile.confirmed_designation,
    Verb.ANSWER_AS: _answer_as,
    Verb.QUESTION: steering.answer_question,
    Verb.CIRCLE: profile.save_circle,
    Verb.SKIP: lambda talk, argument: steering.still_open(talk) if argument == "unsure" else steering.skip(talk),
    Verb.DELETE: lambda talk, argument: privacy.delete(talk, argument == "yes"),
    Verb.RATE: rating.rate,
    Verb.EVIDENCE: _answered,
    Verb.TICKET: handover.act,
    Verb.DESK: lambda talk, _: profile.menu(talk),
    Verb.CAST: lambda talk, _: profile.menu(talk),
    Verb.FLOW: walk.choose_flow,
    Verb.CHOOSE: walk.choose,
    Verb.SOLVED: walk.settle,
    Verb.BACK: lambda talk, _: walk.back(talk),
    Verb.RESTART: lambda talk, _: walk.restart(talk),
    Verb.GO_ON: lambda talk, _: walk.go_on(talk),
    Verb.HUMAN: lambda talk, _: walk_end.to_person(talk),
    Verb.SHOW: lambda talk, argument: _show(talk, argument),
    Verb.MARK: marking.act,
    Verb.LINK: link.act,
    Verb.REMIND: reminder_settings.act,
}

__all__ = ["COMMANDS", "step"]
