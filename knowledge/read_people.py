"""Rows about people and places: designations, deciding questions, colliding abbreviations, MDOs."""

from __future__ import annotations

from knowledge.catalogue import CONFIDENCES, Collision, Designation, Place, Question, QuestionChoice
from knowledge.fields import Fields
from knowledge.normalise import tokens
from knowledge.read_rules import one_of


def read_designation(row: Fields) -> Designation:
    """One designation with what applies to it."""
    row.known("id", "name", "label", "curriculum", "syllabus", "outside", "confidence", "candidates",
              "question", "sources", "variants")  # fmt: skip
    confidence = row.row("confidence")
    candidates = Fields(row.file, f"{row.key}.candidates", row.values.get("candidates") or {}, row.problems)
    return Designation(
        id=row.text("id"),
        name=row.bilingual("name"),
        label=row.bilingual("label"),
        curriculum=row.text("curriculum"),
        syllabus=row.text("syllabus"),
        outside=row.text_or_none("outside"),
        confidence={name: one_of(confidence, name, CONFIDENCES) for name in ("curriculum", "syllabus")},
        candidates={name: candidates.texts(name, ()) for name in ("curriculum", "syllabus")},
        question=row.text_or_none("question"),
        variants=row.texts("variants"),
        sources=row.sources(),
    )


def read_question(row: Fields) -> Question:
    """One deciding question; a choice settles something or is undecided."""
    row.known("id", "kind", "text", "choices")
    choices = []
    for choice in row.rows("choices"):
        choice.known("label", "designation", "curriculum", "syllabus", "undecided")
        settled = {name: choice.text_or_none(name) for name in ("designation", "curriculum", "syllabus")}
        if choice.flag("undecided", False) is any(settled.values()):
            choice.fault("", "must settle something or be undecided, not both")
        choices.append(QuestionChoice(choice.text("label"), **settled))
    kind = one_of(row, "kind", ("profile", "my_igot", "cadre", "regular", "meaning"))
    return Question(row.text("id"), kind, row.text("text"), tuple(choices))


def read_collision(row: Fields) -> Collision:
    """One abbreviation with several meanings."""
    row.known(
        "variant", "meanings", "other", "other_designation", "default", "question", "word", "told_by", "open_beside"
    )
    told_by = (entry.partition(" ") for entry in row.texts("told_by", ()))
    return Collision(
        variant=row.text("variant"),
        meanings=row.texts("meanings"),
        default=row.text_or_none("default"),
        question=row.text("question"),
        word=row.flag("word", False),
        told_by=tuple((meant, " ".join(tokens(word))) for meant, _, word in told_by),
        open_beside=frozenset(" ".join(tokens(word)) for word in row.texts("open_beside", ())),
    )


def read_place(row: Fields, kind: str) -> Place:
    """One circle or office of a kind."""
    row.known("id", "kind", "name", "label", "variants", "covers", "sources")
    return Place(
        id=row.text("id"),
        kind=kind,
        name=row.bilingual("name"),
        label=row.bilingual("label"),
        variants=row.texts("variants"),
        covers=row.texts("covers", ()),
        sources=row.sources(),
    )
