"""Content files → Catalogue. Every problem is collected; a catalogue is only made of content without any."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from knowledge.cast_rules import read_cast
from knowledge.catalogue import LANGUAGES, Catalogue, Collision, Course, Topic
from knowledge.check import check
from knowledge.desk_rules import read_desk
from knowledge.fields import Fields, read_yaml
from knowledge.figure_rules import read_figure_rules
from knowledge.limits import Limits
from knowledge.normalise import tokens
from knowledge.problems import ContentError, Problem
from knowledge.read_flows import read_concepts, read_evidence, read_flows, read_said
from knowledge.read_people import read_collision, read_designation, read_place, read_question
from knowledge.read_rules import read_course, read_document, read_limits, read_support, read_thresholds, read_year
from knowledge.report_kinds import read_reports
from knowledge.texts import Texts, read_texts

_REQUIRED = (
    "sources",
    "courses",
    "designations",
    "questions",
    "mdos",
    "topics",
    "contacts",
    "limits",
    "words",
    "desk",
    "figures",
    "reports",
    "broadcast",
    "model/thresholds",
)


def parse(
    files: Mapping[str, str],
    overlay: Mapping[str, str] | None = None,
    also: Callable[[Catalogue], Iterable[Problem]] = lambda _: (),
) -> Catalogue:
    """Read file texts by relative path; `overlay` files replace shipped ones of the same path or add to them.

    `also` is a further check, whose problems are reported together with the others.

    Raises:
        ContentError: with every problem of every file.
    """
    problems: list[Problem] = []
    merged = {**files, **(overlay or {})}
    for path in overlay or {}:
        if not _is_known(path):
            problems.append(Problem(path, "-", "is no content file that anything reads"))
    texts = _texts(merged, files, overlay or {}, problems)
    sheets = {name: _sheet(f"{name}.yaml", merged, problems) for name in _REQUIRED}
    catalogue = _catalogue(sheets, merged, texts, problems)
    problems.extend(check(catalogue))
    problems.extend(also(catalogue))
    if problems:
        raise ContentError(problems)
    return catalogue


def _catalogue(
    sheets: Mapping[str, Fields], merged: Mapping[str, str], texts: Texts, problems: list[Problem]
) -> Catalogue:
    people, places = sheets["designations"], sheets["mdos"]
    years = [read_year(read_yaml(path, merged[path], problems)) for path in sorted(merged) if _in(path, "years")]
    courses: dict[str, Course] = sheets["courses"].by_id("courses", read_course)
    collisions: list[Collision] = [read_collision(row) for row in people.rows("collisions")]
    limits: Limits = read_limits(sheets["limits"])
    sheets["sources"].known("checked_on", "documents")
    return Catalogue(
        checked_on=sheets["sources"].day("checked_on"),
        documents=sheets["sources"].by_id("documents", read_document),
        courses=courses,
        years=tuple(sorted((year for year in years if year is not None), key=lambda year: year.starts)),
        designations=people.by_id("designations", read_designation),
        questions=sheets["questions"].by_id("questions", read_question),
        collisions=tuple(collisions),
        places={
            **places.by_id("circles", lambda row: read_place(row, "circle")),
            **places.by_id("offices", lambda row: read_place(row, row.text("kind"))),
        },
        support=read_support(sheets["contacts"]),
        topics=sheets["topics"].by_id("topics", _read_topic),
        menu=sheets["topics"].texts("menu"),
        flows=read_flows(merged, problems),
        evidence=read_evidence(merged, problems),
        concepts=read_concepts(merged),
        said=read_said(merged, problems),
        phrases=_phrases(merged, problems),
        words={name: frozenset(sheets["words"].texts(name)) for name in sheets["words"].values},
        limits=limits,
        desk=read_desk(sheets["desk"]),
        figures=read_figure_rules(sheets["figures"]),
        reports=read_reports(sheets["reports"]),
        cast=read_cast(sheets["broadcast"]),
        thresholds=read_thresholds(sheets["model/thresholds"]),
        texts=texts,
    )


def _read_topic(row: Fields) -> Topic:
    row.known("id", "about_year", "composed", "decline", "gap", "parent", "sources", "next")
    return Topic(
        id=row.text("id"),
        about_year=row.flag("about_year", False),
        composed=row.flag("composed", False),
        decline=row.flag("decline", False),
        gap=row.flag("gap", False),
        parent=row.text_or_none("parent"),
        sources=row.sources(),
        next=row.texts("next", ()),
    )


def _phrases(files: Mapping[str, str], problems: list[Problem]) -> dict[str, str]:
    """The phrase bank, from phrases/<lang>/<topic>.txt, one a line; a phrase belongs to one topic."""
    found: dict[str, str] = {}
    for path in sorted(files):
        if not _in(path, "phrases"):
            continue
        topic = _stem(path)
        for line in files[path].splitlines():
            words = " ".join(tokens(line))
            other = found.setdefault(words, topic)
            if other != topic:
                problems.append(Problem(path, line.strip()[:60], f"is a phrase of {other} too"))
    found.pop("", None)
    return found


def _texts(
    merged: Mapping[str, str], shipped: Mapping[str, str], overlay: Mapping[str, str], problems: list[Problem]
) -> Texts:
    by_language: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for path in sorted(merged):
        if _in(path, "texts"):
            language = path.split("/")[1]
            if language not in by_language:
                problems.append(Problem(path, "-", f"{language} is not one of {', '.join(LANGUAGES)}"))
                continue
            by_language[language][path] = merged[path]
    added = frozenset(path for path in overlay if path not in shipped)
    return read_texts(by_language, added, problems)


def _sheet(path: str, files: Mapping[str, str], problems: list[Problem]) -> Fields:
    if path not in files:
        problems.append(Problem(path, "-", "is missing"))
    return read_yaml(path, files.get(path, "{}"), problems)


def _in(path: str, folder: str) -> bool:
    return path.startswith(folder + "/")


def _stem(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _is_known(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    suffix = name.rpartition(".")[2]
    if path.removesuffix(".yaml") in _REQUIRED:
        return suffix == "yaml"
    return (folder.split("/")[0], suffix) in {
        ("years", "yaml"),
        ("flows", "yaml"),
        ("texts", "ftl"),
        ("phrases", "txt"),
    }
