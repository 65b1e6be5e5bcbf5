"""All ways of naming a designation, indexed once from the catalogue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, pairwise

from msgspec import Struct
from rapidfuzz import fuzz, process

from knowledge.catalogue import Catalogue, Collision
from knowledge.fold import fold
from knowledge.normalise import designation_tokens, tokens

#: A word that is neither known here nor common in questions is compared with the designations' own words.
_REPAIR_FROM = 5
_REPAIR_SCORE = 83
#: A misspelt modifier that is passed over makes a wrong post of the name behind it.
_MODIFIER_FROM = 4
_MODIFIER_SCORE = 76
#: Names' own words of so many folded letters are known by their sound ("निरिक्षक").
_FOLDED_FROM = 5
#: Two repairs that are nearly as good as each other: the word is left as it is.
_REPAIR_LEAD = 4
#: Devanagari writes a syllable with fewer characters.
_VOCABULARY_FROM = {True: 5, False: 4}
#: A word seen this often in the phrase bank is an everyday word ("office" is no misspelt "officer").
_EVERYDAY = 2
#: Abbreviations are no plurals by an "s" alone ("PAs" is told by its capitals).
_PLURAL_FROM = 3
#: From this length a designation written without spaces is recognised ("postalassistant").
_COMPACT_FROM = 7
#: Whose words may stand right before a name that is no post of this department alone ("superintendent").
_BESIDE = (
    "am", "articles", "articles_of_others", "asking", "asks_if", "cadre_before", "case", "does_before", "fillers",
    "for_before", "from_after", "hu", "inside", "inside_after", "is", "joined", "joins", "mine", "now", "not_before",
    "next", "on_behalf", "others_after", "others_before", "owns", "ranks", "self_before", "soft", "speaker", "titles",
    "to_after", "units", "was_before", "with", "years", "about", "beside_general", "me_as", "changes", "becomes",
)  # fmt: skip
#: A name of more words than this may have a preposition between them.
_LINKED_FROM = 2


class Name(Struct, frozen=True):
    """What a run of words names: designation ids, or a colliding abbreviation."""

    designations: tuple[str, ...]
    collision: Collision | None = None


class DesignationIndex(Struct, frozen=True):
    """`names` by word tuple, `heads` their first words; `longest` words at most; `vocabulary` for the repair of typos;
    `own` are all words of names, `folded` the same by their sound, `modifiers` what makes another post of a name;
    `spelt_out` matches abbreviations in Devanagari letters.

    `lists` are the catalogue's word lists in one spelling; `spellings` maps short forms and common misspellings.
    """

    names: dict[tuple[str, ...], Name]
    heads: frozenset[str]
    compact: dict[str, tuple[str, ...]]
    longest: int
    vocabulary: tuple[str, ...]
    own: frozenset[str]
    folded: Mapping[tuple[bool, str], str]
    modifiers: tuple[str, ...]
    known: frozenset[str]
    spellings: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    spelt_out: re.Pattern[str]

    def spell(self, word: str) -> str:
        """Return the word in the spelling that names are indexed by."""
        return self.spellings.get(word, word)

    def name_of(self, words: tuple[str, ...]) -> Name | None:
        """Return what the words name, also with "at" or "in" between two of them ("senior manager at MMS")."""
        named = self.names.get(words)
        inside = self.lists["inside"]
        if named or len(words) <= _LINKED_FROM or inside.isdisjoint(words[1:-1]) or {words[0], words[-1]} & inside:
            return named
        return self.names.get(tuple(word for word in words if word not in inside))

    def is_written_apart(self, first: str, second: str) -> bool:
        """Whether two words are one word of a name, and the second is no such word itself."""
        if len(first) + len(second) < _COMPACT_FROM or second in self.own:
            return False
        return first + second in self.own

    def singular(self, word: str) -> str:
        """Return the abbreviation that a plural is made of ("PAs")."""
        is_plural = word.endswith("s") and (word,) not in self.names and (word[:-1],) in self.names
        return word[:-1] if is_plural else word

    def repair(self, word: str) -> str:
        """Return the designation word that was meant, or the word itself."""
        if len(word) < _MODIFIER_FROM or word in self.known or word in self.lists["look_alikes"]:
            return word
        if self.spelt_out.fullmatch(word):
            return word  # of abbreviations every letter counts: "एपीओ" is no misspelt "आईपीओ"
        near = self._swapped(word) or (self._nearest(word) if len(word) >= _REPAIR_FROM else None)
        return near or self.folded.get((word.isascii(), fold(word))) or self._modifier(word) or word

    def _nearest(self, word: str) -> str | None:
        found = process.extract(word, self.vocabulary, scorer=fuzz.ratio, score_cutoff=_REPAIR_SCORE, limit=2)
        found = [hit for hit in found if hit[0][0] == word[0] and not self._other_ending(word, hit[0])]
        if not found or (len(found) > 1 and found[0][1] - found[1][1] < _REPAIR_LEAD and not _same(found)):
            return None
        return str(found[0][0])

    def _modifier(self, word: str) -> str | None:
        """What makes another post of the next name ("sahaak nideshak"): sooner taken for one than passed over."""
        found = process.extractOne(word, self.modifiers, scorer=fuzz.ratio, score_cutoff=_MODIFIER_SCORE)
        return self.spell(str(found[0])) if found and found[0][0] == word[0] else None

    def _swapped(self, word: str) -> str | None:
        """The designation word in which two letters beside each other have changed places."""
        letters = list(word)
        for place in range(1, len(word) - 1):
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
            meant = "".join(letters)
            if meant != word and meant in self.own:
                return meant
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        return None

    def _other_ending(self, word: str, meant: str) -> bool:
        """Whether the word is a form of its own: "inspection" is no misspelt "inspector"."""
        return any(word.endswith(ending) and not meant.endswith(ending) for ending in self.lists["endings"])


def _same(found: list[tuple[str, float, int]]) -> bool:
    """Singular and plural of one word are equally good."""
    return found[0][0][:-2] == found[1][0][: len(found[0][0]) - 2]


def build_index(catalogue: Catalogue) -> DesignationIndex:
    """Index names, variants and collisions; a collision outranks a designation's own variant."""
    spellings = dict(_pair(entry) for entry in catalogue.words["spellings"])
    names = _names(catalogue, spellings)
    vocabulary = {word for words in names for word in words}
    compact: dict[str, tuple[str, ...]] = {"".join(pair): pair for words in names for pair in pairwise(words)}
    lists = {name: _in_one_spelling(group) for name, group in catalogue.words.items()}
    lists["beside_names"] = frozenset(entry.split()[-1] for name in _BESIDE for entry in lists[name])
    modifiers = lists["changes"] | lists["ranks"]
    compact |= {"".join(words): words for words in names if len(words) > 1}
    spelt_out = re.compile("(?:" + "|".join(sorted(lists["letters"], key=len, reverse=True)) + ")+")
    latin = _in_latin_letters(catalogue, spellings, spelt_out, vocabulary)
    return DesignationIndex(
        names=latin | names,
        heads=frozenset(words[0] for words in chain(latin, names)),
        compact={run: words for run, words in compact.items() if len(run) >= _COMPACT_FROM and (run,) not in names},
        longest=max(map(len, names), default=1),
        vocabulary=tuple(sorted(word for word in vocabulary if len(word) >= _VOCABULARY_FROM[word.isascii()])),
        own=frozenset(vocabulary),
        folded=_by_sound(vocabulary.union(*latin)),
        modifiers=tuple(sorted(modifiers | {written for written, meant in spellings.items() if meant in modifiers})),
        known=frozenset(vocabulary | _everyday_words(catalogue.phrases)),
        spellings=spellings,
        lists=lists,
        spelt_out=spelt_out,
    )


def _by_sound(words: Iterable[str]) -> dict[tuple[bool, str], str]:
    """The words of names by their letters (Latin?) and folded form, where it is no other's."""
    by_sound: dict[tuple[bool, str], list[str]] = {}
    for word in words:
        by_sound.setdefault((word.isascii(), fold(word)), []).append(word)
    return {key: same[0] for key, same in by_sound.items() if len(same) == 1 and len(key[1]) >= _FOLDED_FROM}


def _in_one_spelling(group: frozenset[str]) -> frozenset[str]:
    """The entries as messages are read; the catalogue's own where nothing changes, for they are many."""
    spelt = frozenset(" ".join(tokens(entry)) for entry in group)
    return group if spelt == group else spelt


def _in_latin_letters(
    catalogue: Catalogue, spellings: Mapping[str, str], spelt_out: re.Pattern[str], own: Iterable[str]
) -> dict[tuple[str, ...], Name]:
    """Hindi names as they are romanised: each word by its sound, in the spelling that other names have where any has.

    Short words and abbreviations sound like others; a name with such a word has no such spelling.
    """
    latin = {fold(word): word for word in sorted(own, reverse=True) if word.isascii()}
    written: dict[tuple[str, ...], list[str]] = {}
    for designation in catalogue.designations.values():
        for variant in (designation.name.hi, *designation.variants):
            words = [spellings.get(word, word) for word in designation_tokens(variant)]
            if any(word.isascii() or spelt_out.fullmatch(word) for word in words):
                continue
            sounds = [fold(word) for word in words]
            if words and all(sound in latin or len(sound) >= _FOLDED_FROM for sound in sounds):
                ids = written.setdefault(tuple(latin.get(sound, sound) for sound in sounds), [])
                ids.append(designation.id)
    return {words: Name(tuple(dict.fromkeys(ids))) for words, ids in written.items()}


def _pair(entry: str) -> tuple[str, str]:
    """An entry "supdt superintendent": how it is written, how it is indexed."""
    written, _, meant = entry.partition(" ")
    return " ".join(tokens(written)), " ".join(tokens(meant))


def _names(catalogue: Catalogue, spellings: Mapping[str, str]) -> dict[tuple[str, ...], Name]:
    def spelt(name: str) -> tuple[str, ...]:
        return tuple(spellings.get(word, word) for word in designation_tokens(name))

    names: dict[tuple[str, ...], Name] = {}
    for designation in catalogue.designations.values():
        for variant in (designation.name.en, designation.name.hi, *designation.variants):
            words = spelt(variant)
            if words:
                earlier = names.get(words)
                ids = tuple(dict.fromkeys((*(earlier.designations if earlier else ()), designation.id)))
                names[words] = Name(ids)
    for words, name in list(names.items()):
        names.setdefault((*words[:-1], _plural(words[-1])), name)
    for collision in catalogue.collisions:
        names[spelt(collision.variant)] = Name(collision.meanings, collision)
    return names


def _plural(word: str) -> str:
    """As people write several of them: "sevaks", "सेवकों", "डाकियों"."""
    if word.isascii():
        return f"{word}s" if len(word) > _PLURAL_FROM else word
    return f"{word[:-1]}ियों" if word.endswith("ी") else f"{word[:-1] if word.endswith('ा') else word}ों"


def _everyday_words(phrases: Iterable[str]) -> set[str]:
    counts = Counter(chain.from_iterable(set(phrase.split()) for phrase in phrases))
    return {word for word, count in counts.items() if count >= _EVERYDAY}
