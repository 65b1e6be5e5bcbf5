"""What a file would change, and in which words the cell is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from handlers.import_guard import Question
from handlers.report_row import Kind
from handlers.same_person import Clash
from knowledge.catalogue import Catalogue, Language
from knowledge.working_time import IST

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).astimezone(IST)
#: So many titles are listed, each so long at most.
_TITLES, _TITLE_LONG = 10, 80
CLASSES = ("new", "changed", "moved", "unchanged")


class Sample(Struct, frozen=True):
    """Somebody, so that the uploader knows again whom it is about, and nobody else does."""

    name: str
    employee_id: str
    email: str
    mobile: str
    designation: str
    circle: str
    office: str


class OpenClash(Struct, frozen=True):
    """A row that waits: whom it contradicts (`other`: the second one), and what it says itself."""

    id: int
    kind: Clash
    employee_id: str
    circle: str | None
    kept: Sample
    other: Sample | None
    row: Sample


class Preview(Struct, frozen=True):
    """What a file would do. `people`: by class; `problems`: rows by why; `reported_at`: when the report was made.

    `newest_in`: the circles of which it is the newest report of its kind; only there somebody can be missing.
    """

    kind: Kind
    circle: str | None
    file_hash: str
    reported_at: int
    rows: int
    people: Mapping[str, int]
    missing: int
    problems: Mapping[str, int]
    circles: Mapping[str, int]
    newest_in: Sequence[str]
    samples: Mapping[str, Sequence[Sample]]
    unmatched: Sequence[tuple[str, int]]
    shared_mobiles: int
    questions: Sequence[Question]
    is_same_file: bool

    @property
    def problem_rows(self) -> int:
        return sum(self.problems.values())

    def counts(self) -> dict[str, int]:
        """The numbers, as they are kept of an import and audited."""
        people = {name: self.people.get(name, 0) for name in CLASSES}
        return {"rows": self.rows, **people, "missing": self.missing, "problems": self.problem_rows}


def problems_exported(circle: str | None, rows: int) -> str:
    """What the audit says of problem rows that were handed out: names and numbers stand in them."""
    return f"problem rows, {circle or 'central'}, {rows} rows"


def preview_lines(catalogue: Catalogue, language: Language, shown: Preview) -> Iterator[str]:
    """The preview in words, a line each."""
    render = catalogue.texts.render
    when = _EPOCH + timedelta(seconds=shown.reported_at)
    circle = place_label(catalogue, language, shown.circle)
    kind = render(language, f"import-kind-{shown.kind}", {})
    yield render(language, "import-head", {"kind": kind, "circle": circle, "when": f"{when:%d-%m-%Y %H:%M}"})
    yield render(language, "import-rows", {"rows": shown.rows, "problems": shown.problem_rows})
    for name in (*CLASSES, "missing"):
        times = shown.missing if name == "missing" else shown.people.get(name, 0)
        line = render(language, f"import-class-{name}", {"count": times})
        some = shown.samples.get(name, ())
        if some and name != "unchanged":
            line += "; " + render(language, "import-sample", {"person": ", ".join(map(sample_words, some[:2]))})
        yield line
    for why, times in sorted(shown.problems.items(), key=lambda one: (-one[1], one[0])):
        words = render(language, f"import-why-{why}", {})
        yield render(language, "import-problem-count", {"why": words, "count": times})
    if not {*Clash}.isdisjoint(shown.problems):
        yield render(language, "import-clash-afterwards", {})
    if shown.unmatched:
        yield render(language, "import-unmatched", {"count": len(shown.unmatched)})
    for title, times in shown.unmatched[:_TITLES]:
        yield render(language, "import-unmatched-one", {"title": title[:_TITLE_LONG], "count": times})
    if shown.shared_mobiles:
        yield render(language, "import-shared-mobiles", {"count": shown.shared_mobiles})


def question_lines(catalogue: Catalogue, language: Language, shown: Preview) -> Iterator[str]:
    """What has to be confirmed, in words."""
    for one in shown.questions:
        values: dict[str, str | int] = {"circle": place_label(catalogue, language, one.circle)}
        if one.all:
            values |= {"many": one.many, "all": one.all}
        yield catalogue.texts.render(language, f"import-ask-{one.why}", values)


def sample_words(sample: Sample) -> str:
    """Somebody, covered: who knows them knows them again."""
    parts = (sample.name, sample.employee_id or sample.email or sample.mobile, sample.designation, sample.office)
    return " ".join(part for part in parts if part)


def whole_words(catalogue: Catalogue, language: Language, sample: Sample) -> str:
    """All that is known of somebody, covered: to tell two persons apart."""
    circle = place_label(catalogue, language, sample.circle) if sample.circle else ""
    parts = (sample.name, sample.employee_id, sample.email, sample.mobile, sample.designation, sample.office, circle)
    return ", ".join(part for part in parts if part)


def place_label(catalogue: Catalogue, language: Language, id_: str | None) -> str:
    """A circle's name; of none: that all are meant."""
    place = catalogue.places.get(id_ or "")
    return place.name.said_in(language) if place else catalogue.texts.render(language, "import-all-circles", {})


def clash_line(catalogue: Catalogue, language: Language, one: OpenClash) -> str:
    """A row that waits for a decision, in words."""
    values: dict[str, str | int] = {"number": one.id, "employee": one.employee_id}
    values |= {"kept": whole_words(catalogue, language, one.kept), "row": sample_words(one.row)}
    if one.other is not None:
        values["other"] = whole_words(catalogue, language, one.other)
    return catalogue.texts.render(language, f"import-clash-{one.kind}", values)
