"""How people come to the assistant: a circle's link, which sets the circle, on a poster or forwarded."""

from __future__ import annotations

from msgspec.structs import replace

from handlers.effects import CountReach, Effect, SaveProfile
from handlers.messages import line
from handlers.step import Step, led_by
from handlers.talk import Talk

#: The letter that a link's parameter begins with: on a poster, in a text that is forwarded.
POSTER, FORWARD = "p", "c"
WAYS = (POSTER, FORWARD)
_SEPARATOR = "-"


def parameter_of(way: str, circle: str) -> str:
    """What stands behind "?start=" in a circle's link: at most 64 letters, digits, "_" and "-"."""
    return f"{way}{_SEPARATOR}{circle}"


def link_of(home: str, way: str, circle: str) -> str:
    """A circle's link; `home` is the assistant's own address at the platform."""
    return f"{home}?start={parameter_of(way, circle)}"


def circle_of(parameter: str, talk: Talk) -> tuple[str, str] | None:
    """The way and the circle that a link's parameter names; None for anything else."""
    way, _, circle = parameter.partition(_SEPARATOR)
    return (way, circle) if way in WAYS and circle in talk.catalogue.places else None


def welcomed(talk: Talk, parameter: str, step: Step) -> Step:
    """The first screen, which says the circle; the arrival is counted, for nobody in particular."""
    found = circle_of(parameter, talk)
    if found is None:
        return step
    way, circle = found
    is_set = talk.person.circle is None
    place = talk.catalogue.places[circle if is_set else talk.person.circle or circle]
    key = "reach-circle" if is_set or talk.person.circle == circle else "reach-other-circle"
    effects: tuple[Effect, ...] = (CountReach(circle, way, not talk.session.is_greeted),)
    if is_set:
        effects = (SaveProfile(replace(talk.person, circle=circle)), *effects)
    said = led_by(step, line(key, circle=place.name.said_in(talk.language)))
    return replace(said, effects=(*said.effects, *effects))
