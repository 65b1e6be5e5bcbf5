"""Linking a chat to an employee of the cell's list: by the number that the platform vouches for, or by id and code.

Nobody can find out by it whether an employee id or a number is on the list: what fails, fails with the same words, and
only so often.
"""

from __future__ import annotations

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.differing import applicant_of, difference, difference_of
from handlers.effects import CountTry, LinkPerson, SettlePost, SpeakFor, UnlinkOthers, UnlinkPerson
from handlers.greeting import unsupported
from handlers.link_scene import Employee, LinkScene
from handlers.link_words import told_for_link
from handlers.messages import Choice, Inbound, Kind, Line, Reply, line, plain
from handlers.profile import menu, save_applicant
from handlers.secrets import BLANK
from handlers.session import Awaiting, Person, Session
from handlers.step import Step
from handlers.talk import Talk

_NOT_NOW = Choice(line("button-not-now"), Verb.LINK, "stop")
_CODE = Choice(line("button-link-code"), Verb.LINK, "code")
_NOTHING = LinkScene()


def begin(talk: Talk) -> Step:
    """Whom the chat speaks for; where that is nobody of the list, how it is linked."""
    scene = talk.link or _NOTHING
    if scene.current is not None:
        return _standing(talk, scene, scene.current)
    return _ask(talk, scene)


def act(talk: Talk, argument: str) -> Step:
    """What a button does: see `Verb.LINK`."""
    scene = talk.link or _NOTHING
    what, _, number = argument.partition(".")
    if what in ("told", "post"):
        return _settle(talk, argument) or begin(talk)
    if what == "stop":
        return _stopped(talk)
    if what == "code":
        return _ask_code(talk)
    if what == "another":
        return _ask(talk, scene)
    if what == "as":
        other = next((one for one in scene.linked if str(one.person) == number), None)
        return _switched(talk, scene, other) if other else begin(talk)
    if scene.current is None:
        return begin(talk)
    if what == "off":
        return _ask_off(talk)
    if what == "off-yes":
        return talk.end(talk.reply(line("link-off"), choices=(talk.menu_choice(),)), effects=(UnlinkPerson(),))
    if what == "others":
        news = Reply(talk.language, (line("link-off-elsewhere"),))
        return talk.end(
            talk.reply(line("link-others-off"), choices=(talk.menu_choice(),)), effects=(UnlinkOthers(news),)
        )
    return begin(talk)


def shared(talk: Talk, inbound: Inbound) -> Step:
    """A contact card: the person's own number links, where exactly one employee has it."""
    scene = talk.link or _NOTHING
    if not inbound.text:
        if talk.session.awaiting is not Awaiting.LINK:
            return unsupported(talk, replace(inbound, kind=Kind.UNSUPPORTED, text="contact"))
        return _again(talk, scene, "link-own-number")
    if _is_too_often(talk, scene):
        return _too_often(talk)
    if len(scene.found) != 1:
        gone = talk.reply(line("link-number-looked"))
        said = talk.reply(line("link-failed-number"), choices=(_CODE, talk.topic_choice("support"), talk.menu_choice()))
        return talk.end(replace(gone, keyboard="gone"), said, effects=(CountTry(""),))
    return _found(talk, scene, scene.found[0], "contact")


def heard(talk: Talk, text: str) -> Step | None:
    """An id and a code, unasked; where they are waited for also one alone. None where it is something else."""
    scene = talk.link or _NOTHING
    is_awaited = talk.session.awaiting is Awaiting.LINK
    employee, code = told_for_link(text, is_awaited=is_awaited)
    if BLANK in text and (is_awaited or code):
        return _again(talk, scene, "link-send-bare")
    if not employee and not code:
        return None
    employee = employee or next(iter(talk.session.link), "")
    if _is_too_often(talk, scene):
        return _too_often(talk)
    if not code:
        step = talk.end(talk.reply(line("link-ask-only-code"), choices=(_NOT_NOW,)), awaiting=Awaiting.LINK)
        return replace(step, session=replace(step.session, link=(employee,)))
    if not employee:
        return _ask_code(talk)
    if scene.tries_of_one >= talk.catalogue.limits.link_tries_of_one or len(scene.found) != 1:
        choices = (Choice(line("button-link-again"), Verb.LINK, "code"), talk.topic_choice("support"))
        said = talk.reply(line("link-failed-code"), choices=(*choices, talk.menu_choice()))
        return talk.end(said, effects=(CountTry(employee),))
    return _found(talk, scene, scene.found[0], "code")


def _ask(talk: Talk, scene: LinkScene) -> Step:
    """By the number where the platform can pass it on, else by id and code."""
    if not scene.shares_contact:
        return _ask_code(talk)
    reply = talk.reply(line("link-ask-contact"), choices=(_CODE, _NOT_NOW))
    return talk.end(replace(reply, keyboard="contact"), awaiting=Awaiting.LINK)


def _ask_code(talk: Talk) -> Step:
    return talk.end(talk.reply(line("link-ask-code"), choices=(_NOT_NOW,)), awaiting=Awaiting.LINK)


def _again(talk: Talk, scene: LinkScene, key: str) -> Step:
    step = _ask(talk, scene)
    head, *rest = step.replies
    return replace(step, replies=(replace(head, lines=(line(key), *head.lines)), *rest))


def _stopped(talk: Talk) -> Step:
    """Not now: what asked for the number is taken away."""
    scene = talk.link or _NOTHING
    step = menu(talk)
    gone = replace(talk.reply(line("link-not-now")), keyboard="gone" if scene.shares_contact else "")
    return replace(step, replies=(gone, *step.replies))


def _is_too_often(talk: Talk, scene: LinkScene) -> bool:
    limits = talk.catalogue.limits
    return scene.tries_hour >= limits.link_tries_an_hour or scene.tries_day >= limits.link_tries_a_day


def _too_often(talk: Talk) -> Step:
    return talk.end(talk.reply(line("link-too-often"), choices=(talk.topic_choice("support"), talk.menu_choice())))


def _found(talk: Talk, scene: LinkScene, employee: Employee, way: str) -> Step:
    """Link; one who is linked already is told so, one who was linked before is spoken for again."""
    gone = (replace(talk.reply(line("link-number-looked")), keyboard="gone"),) if way == "contact" else ()
    if scene.current is not None and scene.current.person == employee.person:
        step = _standing(talk, scene, employee)
        return replace(step, replies=(*gone, *step.replies))
    is_from_other = scene.current is not None
    talk = _anew(talk) if is_from_other else talk
    told = employee.told if is_from_other else _merged(talk.person, employee)
    profile = _with_report(talk, told, employee)
    was = talk.person.circle
    news = Reply(talk.language, (line(f"link-news-{way}"),))
    effect = LinkPerson(
        employee.person, profile, scene.code if way == "code" else 0, "code" if way == "code" else "contact", news,
        told_circle=was if not is_from_other and was and employee.circle and was != employee.circle else None,
    )  # fmt: skip
    step = _linked(talk.knowing(profile), employee, effect)
    return replace(step, replies=(*gone, *step.replies))


def _merged(own: Person, employee: Employee) -> Person:
    """What was told in this chat, then what the same person told in another one."""
    told = employee.told
    post = own if own.designation else told
    return Person(
        language=own.language or told.language,
        designation=post.designation,
        curriculum=post.curriculum,
        syllabus=post.syllabus,
        circle=own.circle or told.circle,
        messages_off=own.messages_off or told.messages_off,
    )


def _with_report(talk: Talk, told: Person, employee: Employee) -> Person:
    """The report's circle counts; its post where none was told."""
    circle = employee.circle or told.circle
    post = employee.post
    if told.designation or post.designation not in talk.catalogue.designations:
        return replace(told, circle=circle)
    return replace(
        told, circle=circle, designation=post.designation, curriculum=post.curriculum, syllabus=post.syllabus
    )


def _linked(talk: Talk, employee: Employee, effect: LinkPerson) -> Step:
    """Say for whom the chat speaks now; ask at once where the post told is another one than the report's."""
    lines = [line("link-done"), *_who(talk, employee)]
    if effect.told_circle:
        place = talk.catalogue.places.get(effect.told_circle)
        lines.append(line("link-circle-follows", told=place.name.said_in(talk.language) if place else "-"))
    if employee.chats:
        lines.append(line("link-other-chats", count=employee.chats))
    found = difference(talk.catalogue, talk.person, employee.post, employee.written, employee.settled)
    others = (Choice(line("button-link-others"), Verb.LINK, "others"),) if employee.chats else ()
    if found is not None:
        reply = talk.reply(*lines, found.line(talk, "ask"), choices=(*found.choices(talk), *others, talk.menu_choice()))
        return talk.end(reply, effects=(effect,))
    options = () if talk.person.designation else _meanings(talk, employee)
    if options:
        reply = talk.reply(*lines, line("which-designation"), choices=(*options, *others, talk.menu_choice()))
        return talk.end(reply, awaiting=Awaiting.DESIGNATION, effects=(effect,))
    choices = (talk.topic_choice("courses.mine"), talk.topic_choice("progress"), *others, talk.menu_choice())
    return talk.end(talk.reply(*lines, choices=choices), effects=(effect,))


def _meanings(talk: Talk, employee: Employee) -> tuple[Choice, ...]:
    """Which of the posts that the report's abbreviation may mean: nothing was told yet."""
    known = (talk.catalogue.designations[id_] for id_ in employee.post.meanings if id_ in talk.catalogue.designations)
    return tuple(Choice(plain(one.label.said_in(talk.language)), Verb.SAVE, one.id) for one in known)[:6]


def _who(talk: Talk, employee: Employee) -> tuple[Line, ...]:
    """As far as somebody may see it who only holds the phone: the end of the id, post and circle."""
    catalogue, language = talk.catalogue, talk.language
    unknown = catalogue.texts.render(language, "link-not-there")
    post = catalogue.designations.get(employee.post.designation or "")
    place = catalogue.places.get(employee.circle or "")
    return (
        line("link-who-id", hint=employee.hint or unknown),
        line("link-who-post", post=post.name.said_in(language) if post else employee.written or unknown),
        line("link-who-circle", circle=place.name.said_in(language) if place else unknown),
    )


def _standing(talk: Talk, scene: LinkScene, current: Employee) -> Step:
    """For whom the chat speaks, and what can be changed of it."""
    lines = [line("link-now"), *_who(talk, current)]
    others = [one for one in scene.linked if one.person != current.person]
    if current.chats:
        lines.append(line("link-other-chats", count=current.chats))
    if others:
        lines.append(line("link-speaks-for-one"))
    room = talk.catalogue.limits.choices - 4
    switches = (
        Choice(line("button-link-as", hint=one.hint or str(place)), Verb.LINK, f"as.{one.person}")
        for place, one in enumerate(others[:room], start=2)
    )
    elsewhere = (Choice(line("button-link-others"), Verb.LINK, "others"),) if current.chats else ()
    choices = (*switches, Choice(line("button-link-another"), Verb.LINK, "another"), *elsewhere,
               Choice(line("button-link-off"), Verb.LINK, "off"), talk.menu_choice())  # fmt: skip
    return talk.end(talk.reply(*lines, choices=choices))


def _switched(talk: Talk, scene: LinkScene, other: Employee) -> Step:
    """The chat speaks for another one it was linked to."""
    if scene.current is not None and scene.current.person == other.person:
        return _standing(talk, scene, other)
    profile = replace(other.told, language=other.told.language or talk.person.language)
    known = _anew(talk).knowing(_with_report(talk, profile, other))
    lines = (line("link-now"), *_who(talk, other), line("link-speaks-for-one"))
    choices = (talk.topic_choice("courses.mine"), talk.topic_choice("progress"), talk.menu_choice())
    return known.end(known.reply(*lines, choices=choices), effects=(SpeakFor(other.person),))


def _anew(talk: Talk) -> Talk:
    """The talk of another person at the same place: nothing of the first one's stays in it."""
    before = talk.session
    fresh = Session(step=before.step, is_greeted=True, minute=before.minute, written=before.written)
    return talk.at(fresh)


def _ask_off(talk: Talk) -> Step:
    choices = (
        Choice(line("button-link-off-yes"), Verb.LINK, "off-yes"),
        Choice(line("button-link-off-no"), Verb.LINK, "begin"),
    )
    return talk.end(talk.reply(line("link-off-ask"), choices=choices))


def _settle(talk: Talk, argument: str) -> Step | None:
    """ "told": the person's own word is right; "post.0": the report's. None where nothing differs (any more)."""
    found = difference_of(talk)
    if found is None:
        return None
    if argument == "told":
        name = found.told.name.said_in(talk.language)
        choices = (talk.topic_choice("profile.mismatch"), talk.topic_choice("courses.mine"), talk.menu_choice())
        said = talk.reply(line("link-told-holds", told=name), choices=choices)
        return talk.end(said, effects=(SettlePost(found.mark),))
    place = argument.removeprefix("post.")
    if not place.isdecimal() or int(place) >= len(found.reported) or talk.facts is None:
        return None
    return save_applicant(talk, applicant_of(talk.facts.reported, found.reported[int(place)]))
