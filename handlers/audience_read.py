"""An audience as people type it → the value: `circle delhi and not (met phase2 or verified no)`.

"and" binds before "or"; several values of one field stand with commas between them; a name with one of the words of
the form in it stands in quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from handlers.audience import All, AnyOf, Audience, Field, Is, Not, folded
from handlers.messages import Param
from knowledge.cast_rules import group_key
from knowledge.catalogue import LANGUAGES, TrainingYear
from knowledge.designation_match import Reading
from knowledge.library import Library

_TOKEN = re.compile(r'"([^"]*)"|“([^”]*)”|([(),&|!:=])|([^\s(),&|!:="“”]+)')
_SIGNS = frozenset("(),:=")
#: Parts in parts in parts: nobody means more.
_DEEPEST, _LONGEST = 8, 2000
_JOINERS = frozenset(("and", "or", "not"))
_FIELDS = frozenset(Field)
#: Fields whose values are names that no list knows.
_NAMES = frozenset((Field.DIVISION, Field.OFFICE))


class AudienceError(Exception):
    """What was typed names no audience: a text key and what it is given."""

    def __init__(self, key: str, **values: Param) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class _Token(Struct, frozen=True):
    """`word`: what it stands for in the form, "" for a value."""

    text: str
    word: str = ""


def read_audience(text: str, library: Library, year: TrainingYear) -> Audience:
    """Read what was typed; milestones are those of the year.

    Raises:
        AudienceError: with what is wrong.
    """
    if len(text) > _LONGEST:
        raise AudienceError("audience-too-long", most=_LONGEST)
    tokens = list(_tokens(text, library.catalogue.cast.words))
    if not tokens:
        raise AudienceError("audience-empty")
    reader = _Reader(tokens, library, year)
    found = reader.any_of(0)
    if reader.token is not None:
        raise AudienceError("audience-unexpected", word=reader.token.text)
    return found


def _tokens(text: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[_Token]:
    known = {form: name for name, forms in words.items() for form in forms}
    for match in _TOKEN.finditer(text):
        quoted, curly, sign, plain = match.groups()
        if quoted is not None or curly is not None:
            yield _Token(quoted if quoted is not None else curly)
        elif sign is not None:
            yield _Token(sign, known.get(sign, sign))
        else:
            yield _Token(plain, known.get(plain.casefold(), ""))


class _Reader:
    """Goes through the tokens once, from left to right."""

    def __init__(self, tokens: list[_Token], library: Library, year: TrainingYear) -> None:
        self._tokens, self._at = tokens, 0
        self._library, self._year = library, year

    @property
    def token(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def any_of(self, depth: int) -> Audience:
        parts = [self._all_of(depth)]
        while self._takes("or"):
            parts.append(self._all_of(depth))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all_of(self, depth: int) -> Audience:
        parts = [self._one(depth)]
        while self._takes("and"):
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self, depth: int) -> Audience:
        if depth > _DEEPEST:
            raise AudienceError("audience-too-deep")
        if self._takes("not"):
            return Not(self._one(depth + 1))
        if self._takes("("):
            inside = self.any_of(depth + 1)
            if not self._takes(")"):
                raise AudienceError("audience-not-closed")
            return inside
        if self._takes("all"):
            return All(())
        return self._condition()

    def _condition(self) -> Audience:
        token = self.token
        if token is None:
            raise AudienceError("audience-ends-early")
        field = next((one for one in Field if one == token.word), None)
        if field is None:
            raise AudienceError("audience-unexpected", word=token.text)
        self._at += 1
        self._takes(":") or self._takes("=")
        values = [self._value(field)]
        while self._takes(","):
            values.append(self._value(field))
        return Is(field, tuple(dict.fromkeys(values)))

    def _value(self, field: Field) -> str:
        """The words up to the next joiner or sign, as one value."""
        said: list[_Token] = []
        while (token := self.token) is not None and token.word not in _JOINERS and token.word not in _SIGNS:
            if field not in _NAMES and token.word in _FIELDS and token.word != field:  # an "and" was left out
                raise AudienceError("audience-unexpected", word=token.text)
            said.append(token)
            self._at += 1
        if not said:
            if field in (Field.VERIFIED, Field.LINKED):
                return "yes"
            raise AudienceError("audience-no-value", field=field.value)
        text = " ".join(token.text for token in said).strip()
        return _READ[field](self, text, said[0].word if len(said) == 1 else "")

    def _takes(self, word: str) -> bool:
        token = self.token
        if token is None or token.word != word:
            return False
        self._at += 1
        return True

    def circle(self, text: str, _: str) -> str:
        places = self._library.catalogue.places
        found = (text,) if text in places else self._library.places_in(text)
        if len(found) != 1:
            raise AudienceError("audience-unknown-circle", text=text)
        return found[0]

    def designation(self, text: str, _: str) -> str:
        if text in self._library.catalogue.designations:
            return text
        named = self._library.designation_in(text, Reading.TELLS).sure
        if named is None:
            raise AudienceError("audience-unknown-designation", text=text)
        return named.id

    def group(self, text: str, _: str) -> str:
        key = group_key(text)
        for id_, written in self._library.catalogue.cast.groups.items():
            if key in written:
                return id_
        raise AudienceError("audience-unknown-value", field="group", text=text)

    def curriculum(self, text: str, _: str) -> str:
        return self._named(text, self._year.curricula, "curriculum")

    def milestone(self, text: str, _: str) -> str:
        return self._named(text, [one.id for one in self._year.reminders.milestones], "unmet")

    def language(self, text: str, _: str) -> str:
        words = self._library.catalogue.words
        for language in LANGUAGES:
            if text.casefold() == language or text.casefold() in words[f"language_{language}"]:
                return language
        raise AudienceError("audience-unknown-value", field="language", text=text)

    def list_(self, text: str, _: str) -> str:
        number = text.removeprefix("#").strip()
        if not number.isdecimal() or not number.isascii() or len(number) > 9:
            raise AudienceError("audience-unknown-value", field="list", text=text)
        return str(int(number))

    def yes_no(self, text: str, word: str) -> str:
        if word not in ("yes", "no"):
            raise AudienceError("audience-unknown-value", field="linked", text=text)
        return word

    def yes_no_unknown(self, text: str, word: str) -> str:
        if word not in ("yes", "no", "unknown"):
            raise AudienceError("audience-unknown-value", field="verified", text=text)
        return word

    def name(self, text: str, _: str) -> str:
        return folded(text)

    def _named(self, text: str, ids: Mapping[str, object] | list[str], field: str) -> str:
        """An id of the year, however it is spaced."""
        key = _plain(text)
        for id_ in ids:
            if key == _plain(id_):
                return id_
        raise AudienceError("audience-unknown-value", field=field, text=text)


def _plain(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


_READ = {
    Field.CIRCLE: _Reader.circle,
    Field.DIVISION: _Reader.name,
    Field.OFFICE: _Reader.name,
    Field.GROUP: _Reader.group,
    Field.CURRICULUM: _Reader.curriculum,
    Field.DESIGNATION: _Reader.designation,
    Field.UNMET: _Reader.milestone,
    Field.MET: _Reader.milestone,
    Field.VERIFIED: _Reader.yes_no_unknown,
    Field.LINKED: _Reader.yes_no,
    Field.LANGUAGE: _Reader.language,
    Field.LIST: _Reader.list_,
}
