"""What is done with a broadcast's message right before it goes, and what it says to the one who gets it."""

from __future__ import annotations

from msgspec import Struct

from handlers.actions import Verb
from handlers.assessed import assess
from handlers.audience import Audience, holds, why_not
from handlers.audience_who import Rostered, who_of
from handlers.cast_text import filled, placeholders_in
from handlers.cell_cast import Cast, Stage
from handlers.facts import Facts
from handlers.messages import Choice, Reply, line, plain
from handlers.own_list import effective_post
from knowledge.catalogue import Catalogue, Language, TrainingYear


class Looked(Struct, frozen=True):
    """One recipient as they are now: their facts, the language they are written to in, what else is known.

    `circle`: theirs when it was frozen.
    """

    facts: Facts
    language: Language
    also: Rostered
    circle: str | None
    is_reachable: bool
    is_stopped: bool
    is_capped: bool


def why_not_now(
    cast: Cast, audience: Audience, one: Looked | None, catalogue: Catalogue, year: TrainingYear
) -> str:  # fmt: skip
    """ "" where it goes; `waiting`, `held`, `cancelled`, `blocked`, `daily_cap`, or why it is dropped."""
    if cast.stage is Stage.CANCELLED:
        return "cancelled"
    if one is None:
        return "deleted"
    if cast.stage is not Stage.RUNNING or one.is_stopped:
        return "waiting"
    facts, who = one.facts, who_of(one.facts, one.also, catalogue, year)
    if facts.has_left:
        return "left"
    if not one.is_reachable:
        return "blocked"
    if facts.is_opted_out:
        return "opted_out"
    if cast.circle is not None and who.circle != cast.circle:
        return "moved"
    if not holds(audience, who):
        return why_not(audience, who)
    if one.is_capped:
        return "daily_cap"
    return "held" if facts.is_human_owned else ""


def message_of(cast: Cast, one: Looked, catalogue: Catalogue, year: TrainingYear) -> Reply | None:
    """What somebody gets; None where a value that the text needs is not known of them (any more)."""
    text, language = cast.text_in(one.language)
    values = values_of(one.facts, one.also, catalogue, year, language)
    if not all(values.get(name) for name in placeholders_in(text)):
        return None
    return written(catalogue, language, cast.circle, filled(text, values))


def written(catalogue: Catalogue, language: Language, circle: str | None, text: str) -> Reply:
    """A broadcast as its reader sees it: from whom, the text, and how to have no more of them."""
    desk = called_cell(catalogue, language, circle)
    stop = Choice(line("button-cast-stop"), Verb.REMIND, "off")
    return Reply(language, (line("cast-from", desk=desk), plain(text)), (stop,))


def called_cell(catalogue: Catalogue, language: Language, circle: str | None) -> str:
    """A cell's name."""
    if circle is None or circle not in catalogue.places:
        return catalogue.texts.render(language, "cast-from-central")
    name = catalogue.places[circle].name.said_in(language)
    return catalogue.texts.render(language, "cast-from-circle", {"circle": name})


def values_of(
    facts: Facts, also: Rostered, catalogue: Catalogue, year: TrainingYear, language: Language
) -> dict[str, str]:  # fmt: skip
    """What stands for each placeholder; empty where it is not known."""
    assessed = assess(facts, catalogue, year)
    post = catalogue.designations.get(effective_post(facts).designation or "")
    place = catalogue.places.get(facts.circle or "")
    courses = len(assessed.own.courses)
    return {
        "circle": place.name.said_in(language) if place else "",
        "division": also.division.strip(),
        "office": also.office.strip(),
        "designation": post.name.said_in(language) if post else "",
        "left": str(len(assessed.remaining)) if courses else "",
        "total": str(courses) if courses else "",
    }
