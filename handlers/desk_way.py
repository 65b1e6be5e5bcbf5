"""The way that a person walked before the hand-over, as staff reads it: what each step said, what was chosen there."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.redact import shortened
from knowledge.catalogue import Catalogue, Language

#: Characters of a step's own words.
_WORDS = 50


def way_walked(catalogue: Catalogue, path: Sequence[str], language: Language) -> tuple[str, ...]:
    """One text a step, "flow/step" or "flow/step=label of the choice"; the walk's name leads where it begins."""
    told, before = [], ("", "")
    for walked in path:
        place, _, choice = walked.partition("=")
        flow, _, step = place.partition("/")
        if not choice and (flow, step) == before:
            continue  # it stands where it was told of
        words = _step(catalogue, flow, step, choice, language)
        told.append(words if flow == before[0] else f"{_said(catalogue, f'flow-{flow}', language) or flow}: {words}")
        before = (flow, step)
    return tuple(told)


def _step(catalogue: Catalogue, flow: str, step: str, choice: str, language: Language) -> str:
    known = catalogue.flows[flow].steps.get(step) if flow in catalogue.flows else None
    said = _said(catalogue, known.text, language) if known else ""
    words = shortened(said.partition("\n")[0].strip(" :"), _WORDS) if said else step
    return f"{words} → {_said(catalogue, choice, language) or choice}" if choice else words


def _said(catalogue: Catalogue, key: str, language: Language) -> str:
    """A text in staff's language; what depends on the person or the day is left out."""
    if key not in catalogue.texts:
        return ""
    return catalogue.texts.render(language, key, dict.fromkeys(catalogue.texts.variables.get(key, ()), "…")).strip()
