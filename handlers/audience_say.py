"""An audience as it is typed again, and in words of either language: nobody has to trust what was understood."""

from __future__ import annotations

from handlers.audience import All, AnyOf, Audience, Field, Is, Not
from knowledge.catalogue import Catalogue, Language
from knowledge.texts import Texts


def typed(audience: Audience, catalogue: Catalogue) -> str:
    """The form that `audience_read` reads, always the same for the same audience."""
    words = catalogue.cast.words
    if isinstance(audience, Is):
        values = ", ".join(_quoted(value, audience.field) for value in audience.values)
        return f"{words[audience.field][0]} {values}"
    if isinstance(audience, Not):
        return f"{words['not'][0]} {_part(audience.of, catalogue)}"
    if not audience.parts:
        return words["all"][0]
    joiner = words["and" if isinstance(audience, All) else "or"][0]
    return f" {joiner} ".join(_part(part, catalogue) for part in audience.parts)


def in_words(
    audience: Audience, catalogue: Catalogue, language: Language, lists: tuple[tuple[str, str], ...] = ()
) -> str:
    """What the audience is, as a sentence's middle; `lists` names the uploaded lists by number."""
    texts = catalogue.texts
    if isinstance(audience, Is):
        names = [_name(audience.field, value, catalogue, language, dict(lists)) for value in audience.values]
        values = _joined(names, "or", texts, language)
        if audience.field in (Field.VERIFIED, Field.LINKED):
            says = [texts.render(language, f"audience-{audience.field}-{value}") for value in audience.values]
            return _joined(says, "or", texts, language)
        return texts.render(language, f"audience-{audience.field}", {"values": values})
    if isinstance(audience, Not):
        return texts.render(language, "audience-not", {"what": in_words(audience.of, catalogue, language, lists)})
    if not audience.parts:
        return texts.render(language, "audience-everybody")
    said = [_said(part, catalogue, language, lists) for part in audience.parts]
    return _joined(said, "and" if isinstance(audience, All) else "or", texts, language)


def _joined(parts: list[str], joiner: str, texts: Texts, language: Language) -> str:
    return f" {texts.render(language, f'audience-{joiner}')} ".join(parts)


def _part(audience: Audience, catalogue: Catalogue) -> str:
    """With brackets where it joins several."""
    text = typed(audience, catalogue)
    return f"({text})" if isinstance(audience, (All, AnyOf)) and audience.parts else text


def _said(audience: Audience, catalogue: Catalogue, language: Language, lists: tuple[tuple[str, str], ...]) -> str:
    text = in_words(audience, catalogue, language, lists)
    return f"({text})" if isinstance(audience, (All, AnyOf)) and len(audience.parts) > 1 else text


def _quoted(value: str, field: Field) -> str:
    return f'"{value}"' if field in (Field.DIVISION, Field.OFFICE) else value


def _name(field: Field, value: str, catalogue: Catalogue, language: Language, lists: dict[str, str]) -> str:
    texts = catalogue.texts
    if field is Field.CIRCLE and value in catalogue.places:
        return catalogue.places[value].name.said_in(language)
    if field is Field.DESIGNATION and value in catalogue.designations:
        return catalogue.designations[value].name.said_in(language)
    if field in (Field.DIVISION, Field.OFFICE):
        return f"“{value}”"
    if field is Field.GROUP:
        return value.upper()
    if field is Field.LIST:
        return f"{value} ({lists[value]})" if value in lists else value
    key = f"audience-{field if field is not Field.MET else Field.UNMET}-{value}"
    if field is Field.LANGUAGE:
        key = f"language-{value}"
    return texts.render(language, key.replace("_", "-")) if key.replace("_", "-") in texts else value
