"""A report as the desk page shows it: lines above, a table of each kind of part, and the weeks."""

from __future__ import annotations

from typing import Any

from knowledge.catalogue import Catalogue, Language
from reminders.figures import Figures, Kind, Part, percent
from reminders.report_text import row_of, summary_of
from reminders.report_words import Words, grouped


def drawn(figures: Figures, catalogue: Catalogue, language: Language) -> dict[str, Any]:
    """Return `title`, `lines` and `tables`, each with `caption`, `header`, `rows` of texts; the total is first."""
    words = Words(catalogue, language)
    title, *lines = summary_of(figures, words)
    total = Part(Kind.TOTAL, "", "", figures.total)
    kinds = ([Kind.CIRCLE] if figures.span.circle is None else []) + [Kind.DIVISION, Kind.GROUP, Kind.CURRICULUM]
    tables = []
    for kind in kinds:
        header, first = row_of(figures, words, total)
        rows = [first, *(row_of(figures, words, part)[1] for part in figures.parts(kind))]
        name = words.said(f"report-kind-{kind}")
        tables.append({"caption": name, "header": [name, *header], "rows": rows})
    return {"title": title, "lines": lines, "tables": [*tables, _weeks(figures, words)]}


def _weeks(figures: Figures, words: Words) -> dict[str, Any]:
    """The total as each week began, the newest first."""
    milestones = figures.span.year.reminders.milestones
    header = [words.said("report-column-as-of"), words.said("report-column-employees"),
              words.said("report-column-linked"), words.said("report-column-verified"),
              *(words.milestone(figures.span, one) for one in milestones)]  # fmt: skip
    rows = []
    for monday, count in reversed(figures.trend().items()):
        met = count.met or (0,) * len(milestones)
        shares = [(count.linked, count.employees), (count.verified, count.employees)]
        shares += ((one, count.mandated) for one in met)
        cells = [f"{grouped(done)}\n{percent(done, of)} %" for done, of in shares]
        rows.append([words.day(monday), grouped(count.employees), *cells])
    return {"caption": words.said("report-sheet-weeks"), "header": header, "rows": rows}
