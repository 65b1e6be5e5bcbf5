"""What staff reads: a ticket's card, relayed messages, lists; the person's numbers and addresses masked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.desk_way import way_walked
from handlers.messages import Choice, Line, Reply, line
from handlers.redact import masked, shortened
from handlers.ticket import By, Entry, Media, State, Ticket
from knowledge.catalogue import Catalogue, Language

#: A pop-up holds so many characters, a card so many of the last messages, each so long.
POPUP = 200
_LAST, _LAST_CHARACTERS = 6, 300
_ANSWER, _PATH = 150, 600
_TAKEN = "desk-card-claimed"
#: Who says what in a card, or in a message passed on.
_SAID = {By.PERSON: "desk-said-person", By.STAFF: "desk-said-staff", By.NOTE: "desk-said-note"}


def card(catalogue: Catalogue, ticket: Ticket, entries: Sequence[Entry], language: Language, key: str) -> Reply:
    """A ticket with everything already told, and what can be done with it; `key` says why it is shown."""
    lines = (
        line(key, number=ticket.id, desk=called(catalogue, language, ticket.circle)),
        line("desk-card-who", designation=_designation(catalogue, ticket, language),
             language=_spoken(catalogue, ticket, language)),
        line("desk-card-about", topics=_topics(catalogue, ticket, language)),
        *_path(catalogue, ticket, language),
        *(line("desk-card-answer", question=question_of(catalogue, language, id_),
               answer=shortened(masked(answer), _ANSWER)) for id_, answer in ticket.evidence),
        *_said(entries),
    )  # fmt: skip
    return Reply(language, lines, choices(ticket))


def taken_card(catalogue: Catalogue, ticket: Ticket, shown: Reply) -> Reply:
    """The card that was shown, saying that somebody has taken the ticket."""
    head = line(_TAKEN, number=ticket.id, desk=called(catalogue, shown.language, ticket.circle))
    return replace(shown, lines=(head, *shown.lines[1:]), choices=choices(ticket))


def is_taken(shown: Reply) -> bool:
    """Whether a card says that somebody has the ticket."""
    return shown.lines[0].key == _TAKEN


def choices(ticket: Ticket) -> tuple[Choice, ...]:
    """The buttons below a card."""

    def button(label: str, what: str) -> Choice:
        return Choice(line(f"desk-button-{label}"), Verb.DESK, f"{what}.{ticket.id}")

    if ticket.state is State.CLOSED:
        return ()
    first = button("claim", "claim") if ticket.state is State.OPEN else button("canned", "canned")
    return (first, button("hand", "hand"), button("unmask", "unmask"), button("close", "close"))


def relay(catalogue: Catalogue, ticket: Ticket, entries: Sequence[Entry], language: Language) -> Reply:
    """Messages of the person, joined into one post; things that happened by their texts."""
    lines = [line("desk-relay", number=ticket.id)]
    lines += [_entry(catalogue, entry, language) for entry in entries if entry.text]
    media = next((entry.media for entry in entries if entry.media), None)
    return Reply(language, tuple(lines), media=media)


def joined(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Entries as posts: those without an attachment together, up to a platform's limit; each attachment alone."""
    posts: list[list[Entry]] = []
    for entry in entries:
        size = sum(len(one.text) for one in posts[-1]) if posts else 0
        fits = posts and not entry.media and not posts[-1][-1].media and size + len(entry.text) <= _POST
        if fits:
            posts[-1].append(entry)
        else:
            posts.append([entry])
    return posts


#: Characters of joined messages; the platform's limit is 4,096.
_POST = 3500


def to_person(ticket: Ticket, desk: str, text: str, media: Media | None) -> Reply:
    """A helper's message, named by role."""
    lines = (line("relay-from-desk", desk=desk), *((line("plain", text=text),) if text else ()))
    return Reply(ticket.language, lines, media=media)


def details(catalogue: Catalogue, ticket: Ticket, entries: Sequence[Entry], language: Language) -> tuple[str, int]:
    """What is masked in a card: the answers, then the newest messages, as much as one message holds; and how many."""
    told = [
        f"{question_of(catalogue, language, id_)}: {answer}"
        for id_, answer in ticket.evidence
        if answer != masked(answer)
    ]
    wrote = [entry.text for entry in reversed(entries) if entry.by is By.PERSON and entry.text != masked(entry.text)]
    return shortened("\n".join((*told, *wrote)), _POST), len(told) + len(wrote)


def called(catalogue: Catalogue, language: Language, circle: str | None) -> str:
    """A desk's name."""
    place = catalogue.places.get(circle or "")
    if place is None:
        return catalogue.texts.render(language, "desk-central")
    return catalogue.texts.render(language, "desk-of-circle", {"circle": place.name.said_in(language)})


def shown_whole(entries: Sequence[Entry]) -> tuple[int, ...]:
    """Ids of what a card shows to its last word, where no message of its own has it: that needs no other post."""
    return tuple(one.id for one in _last(entries) if not one.post and len(masked(one.text)) <= _LAST_CHARACTERS)


def _last(entries: Sequence[Entry]) -> list[Entry]:
    """The last messages, oldest first; an attachment stands for itself."""
    return [entry for entry in entries if entry.by in _SAID and entry.text and not entry.media][-_LAST:]


def _said(entries: Sequence[Entry]) -> tuple[Line, ...]:
    return tuple(line(_SAID[one.by], text=shortened(masked(one.text), _LAST_CHARACTERS)) for one in _last(entries))


def _entry(catalogue: Catalogue, entry: Entry, language: Language) -> Line:
    if entry.by is By.PERSON:
        return line("plain", text=masked(entry.text))
    if entry.by is not By.SYSTEM:
        return line(_SAID[entry.by], text=masked(entry.text))
    is_event = entry.text in catalogue.texts
    return line("desk-event", event=catalogue.texts.render(language, entry.text) if is_event else entry.text)


def _path(catalogue: Catalogue, ticket: Ticket, language: Language) -> tuple[Line, ...]:
    """The last steps walked, each with the choice made; the first ones go where there is no room."""
    steps = list(way_walked(catalogue, ticket.path, language))
    while sum(map(len, steps)) > _PATH:
        steps = ["…", *steps[2 if steps[0] == "…" else 1 :]]
    return (line("desk-card-path", path=" › ".join(steps)),) if steps else ()


def question_of(catalogue: Catalogue, language: Language, id_: str) -> str:
    """A question asked before the hand-over, in a word or two where there are some for it (desk-asked-<id>)."""
    if f"desk-asked-{id_}" in catalogue.texts:
        return catalogue.texts.render(language, f"desk-asked-{id_}")
    question = catalogue.evidence.get(id_)
    return catalogue.texts.render(language, question.text) if question else id_


def _topics(catalogue: Catalogue, ticket: Ticket, language: Language) -> str:
    names = [catalogue.texts.render(language, f"topic-{catalogue.topics[id_].slug}") for id_ in ticket.topics
             if id_ in catalogue.topics]  # fmt: skip
    return ", ".join(names) or catalogue.texts.render(language, "not-told")


def _designation(catalogue: Catalogue, ticket: Ticket, language: Language) -> str:
    post = catalogue.designations.get(ticket.designation or "")
    return post.name.said_in(language) if post else catalogue.texts.render(language, "not-told")


def _spoken(catalogue: Catalogue, ticket: Ticket, language: Language) -> str:
    return catalogue.texts.render(language, f"language-{ticket.language}")
