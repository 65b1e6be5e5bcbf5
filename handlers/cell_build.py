"""Whom a broadcast is for, put together by buttons or typed, and always said again in words with how many they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from handlers.actions import Verb
from handlers.audience import EVERYBODY, All, AnyOf, Audience, Field, Is, Not
from handlers.audience_read import AudienceError, read_audience
from handlers.audience_say import in_words, typed
from handlers.cell_doing import Doing, button
from handlers.cell_draft import Awaits, Draft
from handlers.cell_step import NEW_NUMBER, CellStep, Count, NewList
from handlers.desk_step import DeskStep
from handlers.messages import Choice, Line, line, plain
from knowledge.catalogue import LANGUAGES

#: What has a button; a designation, a division, an office are typed.
_FIELDS = (Field.UNMET, Field.CURRICULUM, Field.GROUP, Field.VERIFIED, Field.LINKED, Field.LANGUAGE)
#: People named in one list, as far as a message holds them.
_MOST_LISTED = 5000


def ask(made: Doing) -> CellStep:
    """Ask whom it is for: nothing is chosen yet, or a further condition is added."""
    draft = replace(made.draft, awaits=Awaits.AUDIENCE)
    fields = [Choice(line(f"button-cast-field-{field}"), Verb.CAST, f"field.{field.value}") for field in _FIELDS]
    all_ = () if draft.joins else (button("all"),)
    choices = (*fields, *all_, button("paste"), button("drop"))
    lead = f"cast-ask-{draft.joins or 'first'}"
    how = line("cast-ask-typed", example=_example(made))
    return made.kept(draft, made.reply(line(lead), how, choices=choices[: made.catalogue.limits.choices]))


def _example(made: Doing) -> str:
    """Something that can be typed, in the words of the form."""
    words = made.catalogue.cast.words
    unmet, milestone = words["unmet"][0], made.year.reminders.milestones[0].id
    return f"{words['designation'][0]} postman {words['and'][0]} {unmet} {milestone}"


def ask_value(made: Doing, name: str) -> CellStep:
    """Which of a field's values; what the next tap adds may be its opposite."""
    field = next((one for one in _FIELDS if one == name), None)
    if field is None:
        return ask(made)
    values = tuple(
        Choice(_label(made, field, value), Verb.CAST, f"value.{field.value}.{value}")
        for value in _values(made)[field][: made.catalogue.limits.choices - 2]
    )
    other = button("plainly" if made.draft.negates else "negate", field.value)
    key = "cast-ask-not" if made.draft.negates else "cast-ask-which"
    return made.kept(made.draft, made.reply(line(key), choices=(*values, other, button("who"))))


def negate(made: Doing, name: str, *, is_on: bool) -> CellStep:
    """What is chosen next is left out, or not."""
    return ask_value(made.with_draft(replace(made.draft, negates=is_on)), name)


def add_value(made: Doing, argument: str) -> CellStep | Count:
    """Add a condition that was tapped."""
    name, _, value = argument.partition(".")
    field = next((one for one in _FIELDS if one == name), None)
    if field is None or value not in _values(made)[field]:
        return ask(made)
    one: Audience = Is(field, (value,))
    return _added(made, Not(one) if made.draft.negates else one)


def add_typed(made: Doing, text: str) -> CellStep | Count:
    """Add what was typed, or say what is wrong with it."""
    try:
        found = read_audience(text, made.library, made.year)
    except AudienceError as error:
        told = (line(error.key, **error.values), line("cast-ask-typed", example=_example(made)))
        return made.kept(made.draft, made.reply(*told, choices=(button("drop"),)))
    unknown = [value for value in _lists_in(found) if value not in dict(made.scene.lists)]
    if unknown:
        return made.kept(made.draft, made.reply(line("audience-list-unknown", number=unknown[0])))
    return _added(made, found)


def add_everybody(made: Doing) -> CellStep | Count:
    """All who may be written to."""
    return _added(made, EVERYBODY)


def join(made: Doing, how: str) -> CellStep:
    """A further condition narrows the audience down, or widens it."""
    return ask(made.with_draft(replace(made.draft, joins=how if made.draft.audience else "")))


def clear(made: Doing) -> CellStep:
    """Choose anew."""
    return ask(made.with_draft(replace(made.draft, audience="", joins="", negates=False)))


def ask_list(made: Doing) -> CellStep:
    """People by their ids, pasted."""
    draft = replace(made.draft, awaits=Awaits.LIST)
    return made.kept(draft, made.reply(line("cast-ask-list"), choices=(button("who"),)))


def add_list(made: Doing, text: str) -> CellStep:
    """Keep the people who are named, one a line; they are the audience, or a further condition."""
    keys = tuple(dict.fromkeys(word for word in text.replace(",", "\n").replace(";", "\n").split() if word))
    if not keys or len(keys) > _MOST_LISTED:
        return made.kept(made.draft, made.reply(line("cast-list-none", most=_MOST_LISTED)))
    name = f"{made.now:%d-%m-%Y %H:%M}"
    joined = _joined(made, Is(Field.LIST, (NEW_NUMBER,)))
    draft = replace(made.draft, audience=joined, joins="", negates=False, awaits=Awaits.NOTHING)
    step = made.kept(
        draft,
        made.reply(line("cast-list-kept", count=len(keys)), choices=(button("look"),)),
        audits=(made.audit("list", f"{len(keys)} lines"),),
    )
    return replace(step, new_list=NewList(name, keys))


def _added(made: Doing, one: Audience) -> CellStep | Count:
    """The audience with the condition, counted and said."""
    draft = replace(made.draft, audience=_joined(made, one), joins="", negates=False, awaits=Awaits.AUDIENCE)
    return shown(made.with_draft(draft))


def _joined(made: Doing, one: Audience) -> str:
    """The typed form of the audience so far with a further condition."""
    before, how = made.audience(), made.draft.joins
    if before is not None and how:
        kind = All if how == "and" else AnyOf
        parts = before.parts if isinstance(before, kind) and before.parts else (before,)
        one = kind((*parts, one))
    return typed(one, made.catalogue)


def shown(made: Doing) -> CellStep | Count:
    """Say the draft's audience in words, with how many they are and how many it would reach."""
    audience = made.audience()
    if audience is None:
        return clear(made)
    if made.scene.counted is None:
        return Count(audience)
    follows = button("write") if not (made.draft.text_en or made.draft.text_hi) else button("preview")
    choices = (follows, button("and"), button("or"), button("clear"), button("drop"))
    return made.kept(made.draft, made.reply(*told(made, audience), choices=choices))


def told(made: Doing, audience: Audience) -> tuple[Line, ...]:
    """An audience in words and as it is typed, and how many it has."""
    counted = made.scene.counted
    words = in_words(audience, made.catalogue, made.language, made.scene.lists)
    size = counted.size if counted else 0
    return (
        line("cast-audience", words=words),
        line("cast-typed", form=typed(audience, made.catalogue)),
        line("cast-count", count=size, goes=counted.goes if counted else 0),
    )


def look(made: Doing, text: str) -> CellStep | Count:
    """/audience: count what is typed, without a broadcast."""
    if not text:
        return made.tell("cast-audience-how", example=_example(made))
    try:
        audience = read_audience(text, made.library, made.year)
    except AudienceError as error:
        return made.tell(error.key, **error.values)
    if any(value not in dict(made.scene.lists) for value in _lists_in(audience)):
        return made.tell("audience-list-unknown", number=0)
    if made.scene.counted is None:
        return Count(audience)
    audits = (made.audit("count", f"{typed(audience, made.catalogue)}: {made.scene.counted.size} people"),)
    return CellStep(DeskStep(posts=(made.reply(*told(made, audience)),), audits=audits))


def draft_of(audience: str) -> Draft:
    """A new draft, perhaps with an audience already."""
    return Draft(audience=audience, awaits=Awaits.NOTHING if audience else Awaits.AUDIENCE)


def _values(made: Doing) -> Mapping[Field, Sequence[str]]:
    """What each field with a button can be."""
    return {
        Field.UNMET: [one.id for one in made.year.reminders.milestones],
        Field.CURRICULUM: list(made.year.curricula),
        Field.GROUP: list(made.catalogue.cast.groups),
        Field.VERIFIED: ("yes", "no", "unknown"),
        Field.LINKED: ("yes", "no"),
        Field.LANGUAGE: LANGUAGES,
    }


def _label(made: Doing, field: Field, value: str) -> Line:
    if field is Field.GROUP:
        return line("button-cast-group", group=value.upper())
    if field is Field.LANGUAGE:
        return line(f"language-{value}")
    key = f"button-cast-{field.value}-{value}".replace("_", "-")
    return line(key) if key in made.catalogue.texts else plain(value)


def _lists_in(audience: Audience) -> list[str]:
    if isinstance(audience, Is):
        return list(audience.values) if audience.field is Field.LIST else []
    if isinstance(audience, Not):
        return _lists_in(audience.of)
    return [value for part in audience.parts for value in _lists_in(part)]
