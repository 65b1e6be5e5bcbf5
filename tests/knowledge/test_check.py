"""`check`: every kind of fault is reported with its file and its key, all of them at once; good overlays work."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from bot.console import ConsoleTalk
from bot.content import load_catalogue
from handlers.rendering import render
from handlers.session import Person, Session
from knowledge.problems import ContentError, Problem
from tests.knowledge.overlays import changed, lay, library_of, problems_of, shipped

EN, HI = "texts/en/corrections.ftl", "texts/hi/corrections.ftl"
LONG = "word " * 300
#: The last date extended by a month, as an administrator would enter it: the year itself ends when it did.
EXTENDED = {
    "years/2025-26.yaml": shipped("years/2025-26.yaml")
    .replace("due: {date: 2026-03-31", "due: {date: 2026-04-30")
    .replace("courses: 6, due: 2026-03-31", "courses: 6, due: 2026-04-30")
    .replace("assessment:\n  due: 2026-03-31", "assessment:\n  due: 2026-04-30")
}

FAULTS: list[tuple[str, dict[str, str], str, str, str]] = [
    ("a language lacks a text", {EN: "only-here = Text\n"}, "texts/hi", "only-here", "missing in this language"),
    ("a text is gone", changed("texts/en/talk.ftl", "\nmenu = ", "\nmenue = "), "texts/en", "menu", "missing"),
    ("a placeholder is missing", {EN: "circle-saved = Noted.\n"}, "texts/en", "circle-saved", "lacks the placeholder"),
    ("a placeholder is unknown", {EN: "menu = { $rain }\n", HI: "menu = { $rain }\n"}, "texts/", "menu", "rain"),
    ("Fluent that is none", {EN: "menu = { $a\n"}, EN, "menu = { $a", "not valid Fluent"),
    ("a text without words", {EN: "menu =\n    .title = x\n"}, EN, "menu", "has no text"),
    ("an amount by the library", {EN: 'menu = { NUMBER(3, style: "currency") }\n'}, EN, "NUMBER(style)", "no function"),
    ("a date by the library", {EN: "menu = { DATETIME($day) }\n"}, EN, "DATETIME", "no function that texts may use"),
    ("a label is too long", {EN: f"button-menu = {'M' * 21}\n"}, "texts/en", "button-menu", "over 20"),
    ("a label is too long in Hindi", {HI: f"topic-deadlines = {'त' * 21}\n"}, "texts/hi", "topic-deadlines", "over 20"),
    ("a text is too long", {EN: f"answer-app = {LONG}\n"}, "texts/en", "answer-app", "over 1024"),
    ("a language that is none", {"texts/xx/talk.ftl": "menu = x\n"}, "texts/xx/talk.ftl", "-", "xx is not one of"),
    ("YAML that is none", {"limits.yaml": "choices: [1\n"}, "limits.yaml", "", "not valid YAML"),
    ("YAML that is a list", {"limits.yaml": "- 1\n"}, "limits.yaml", "", ""),
    ("an unknown name", {"limits.yaml": shipped("limits.yaml") + "colour: 1\n"}, "limits.yaml", "colour", "known name"),
    ("a number that is a word", changed("limits.yaml", "choices: 10", "choices: ten"), "limits.yaml", "choices", ""),
    ("a threshold above 1", changed("model/thresholds.yaml", "answer: 0.75", "answer: 75"), "model/thresholds.yaml",
     "answer", "from 0 to 1"),
    ("a threshold that is missing", changed("model/thresholds.yaml", "margin: 0.5\n", ""), "model/thresholds.yaml",
     "margin", "is missing"),
    ("a factor that declines all", changed("model/thresholds.yaml", "leading: 6", "leading: 0.1"),
     "model/thresholds.yaml", "leading", "1 or more"),
    ("a threshold in its old place", {"limits.yaml": shipped("limits.yaml") + "answer: 0.9\n"}, "limits.yaml", "answer",
     "known name"),
    ("no source", changed("topics.yaml", "sources:\n      - {document: dop-guide-2025-26, paragraph: 'Curriculum: all "
     "groups'}\n      - {document: dop-om-2025, paragraph: 'para 2'}\n      - {document: dopt-om-2025, paragraph: "
     "'para 3(i)'}\n    next", "next"), "topics.yaml", "courses.mine", "missing"),
    ("an unknown document", changed("topics.yaml", "document: dop-om-2025", "document: a-rumour"), "topics.yaml",
     "courses.mine", "unknown document a-rumour"),
    ("an unknown topic", changed("topics.yaml", "next: [syllabus.mine", "next: [no.topic"), "topics.yaml",
     "courses.mine", "unknown topic no.topic"),
    ("an unknown course", changed("years/2025-26.yaml", "[por, mis, dddm", "[pro, mis, dddm"), "years/2025-26.yaml",
     "group_a", "unknown course pro"),
    ("a date that is none", changed("years/2025-26.yaml", "ends: 2026-03-31", "ends: soon"), "years/2025-26.yaml",
     "ends", ""),
    ("a date outside its year", changed("years/2025-26.yaml", "due: 2026-02-15", "due: 2027-02-15"),
     "years/2025-26.yaml", "phase1", "outside the year"),
    ("a phase after the last date", changed("years/2025-26.yaml", "courses: 6, due: 2026-03-31",
     "courses: 6, due: 2026-04-30"), "years/2025-26.yaml", "complete", "after the last date"),
    ("a last date of another year", changed("years/2025-26.yaml", "due: {date: 2026-03-31", "due: {date: 2027-03-31"),
     "years/2025-26.yaml", "due", "outside the year"),
    ("an assessment of another year", changed("years/2025-26.yaml", "assessment:\n  due: 2026-03-31",
     "assessment:\n  due: 2025-03-31"), "years/2025-26.yaml", "assessment", "outside the year"),
    ("a menu without room", changed("topics.yaml", "login.failed, profile.green_tick, certificate",
     "login.failed, login.otp, profile.green_tick, certificate"), "topics.yaml", "menu", "need room"),
    ("no day of checking", changed("sources.yaml", "checked_on: 2026-11-21", ""), "sources.yaml", "checked_on",
     "missing"),
    ("a contact as long as a book", changed("contacts.yaml", "cells: []",
     f"cells:\n  - {{circle: delhi, contact: '{'x' * 5000}'}}"), "contacts.yaml", "delhi", "characters"),
    ("an address that is none", changed("contacts.yaml", 'email: "support@', f'email: "{"x" * 300}@'), "contacts.yaml",
     "platform", "over 100"),
    ("a post that is covered and left out", changed("designations.yaml", "syllabus: senior_mgmt\n",
     "syllabus: senior_mgmt\n    outside: courses-excluded\n"), "designations.yaml", "secretary_posts", "covered"),
    ("a year that is not there", {"years/2025-26.yaml": ""}, "years/2025-26.yaml", "", ""),
    ("an unknown curriculum", changed("designations.yaml", "curriculum: group_a", "curriculum: group_x"),
     "designations.yaml", "secretary_posts", "unknown curriculum group_x"),
    ("an unknown question", changed("designations.yaml", "question: my_igot_a_or_b", "question: no_question"),
     "designations.yaml", "", "unknown question no_question"),
    ("a word that tells an unknown post", changed("designations.yaml", "told_by: [section_officer directorate",
     "told_by: [section_master directorate"), "designations.yaml", "SO", "unknown designation section_master"),
    ("an alias that two claim", changed("designations.yaml", "secretary posts, secy posts",
     "secretary posts, staff car driver, secy posts"), "designations.yaml", "staff car driver", "claimed by"),
    ("a circle that is none", changed("contacts.yaml", "cells: []",
     "cells:\n  - {circle: atlantis, contact: '1'}"), "contacts.yaml", "atlantis", "no circle"),
    ("a circle twice", changed("contacts.yaml", "cells: []",
     "cells:\n  - {circle: delhi, contact: '1'}\n  - {circle: delhi, contact: '2'}"), "contacts.yaml", "", "twice"),
    ("a list of words is gone", changed("words.yaml", "\nyes: [", "\nyess: ["), "words.yaml", "yes", "missing"),
    ("a phrase of two topics", {"phrases/en/deadlines.txt": "kab tak hai bhala\n",
     "phrases/en/certificate.txt": "kab tak hai bhala\n"}, "phrases/en/", "kab tak hai bhala", "is a phrase of"),
    ("phrases of no topic", {"phrases/en/weather.txt": "will it rain\n"}, "phrases/", "weather", "is no topic"),
    ("a file that nothing reads", {"answers.yaml": "a: 1\n"}, "answers.yaml", "-", "no content file"),
]  # fmt: skip


def _batches() -> list[list[int]]:
    """Faults in different files are laid over together: every one of them must still be reported."""
    batches: list[list[int]] = []
    for at, (_, overlay, *_) in enumerate(FAULTS):
        for batch in batches:
            if not any(overlay.keys() & FAULTS[other][1].keys() for other in batch):
                batch.append(at)
                break
        else:
            batches.append([at])
    return batches


@cache
def _found_with(at: int) -> tuple[Problem, ...]:
    batch = next(batch for batch in _batches() if at in batch)
    return _found(tuple(batch))


@cache
def _found(batch: tuple[int, ...]) -> tuple[Problem, ...]:
    return problems_of({path: text for at in batch for path, text in FAULTS[at][1].items()})


@pytest.mark.parametrize("at", range(len(FAULTS)), ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_reported_with_file_and_key(at: int) -> None:
    _, _, file, key, problem = FAULTS[at]
    found = _found_with(at)
    told = "\n".join(map(str, found))
    assert any(f.file.startswith(file) and key in f.key and problem in f.problem for f in found), told


def test_a_file_that_cannot_be_read_is_not_drowned_in_what_follows_from_it() -> None:
    assert len(problems_of({"limits.yaml": "choices: [1\n"})) < 15


def test_the_shipped_content_has_no_fault() -> None:
    assert problems_of({}) == ()


def _check(content: Path | None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CONTENT_DIR": str(content or "")}
    environment = environment if content else {k: v for k, v in environment.items() if k != "CONTENT_DIR"}
    return subprocess.run([sys.executable, "-m", "bot", "check"], env=environment, capture_output=True, text=True)


def test_the_command_prints_every_fault_and_fails(tmp_path: Path) -> None:
    lay(tmp_path, {EN: "only-here = Text\n", "answers.yaml": "a: 1\n", "phrases/en/weather.txt": "will it rain\n"})
    (tmp_path / "topics.yaml").write_bytes(b"\xff\xfe\x00")
    ended = _check(tmp_path)
    assert ended.returncode == 1 and "Traceback" not in ended.stderr
    for line in (
        "texts/hi: only-here: is missing",
        "answers.yaml: -: ",
        "phrases/: weather: ",
        "topics.yaml: -: cannot",
    ):
        assert line in ended.stdout, ended.stdout
    assert f"{len(ended.stdout.splitlines())} problem(s)" in ended.stderr


def test_the_command_is_content_with_good_content(tmp_path: Path) -> None:
    ended = _check(lay(tmp_path, {EN: "menu = What would you like to know?\n"}))
    assert ended.returncode == 0 and "content is good" in ended.stdout
    assert "sources checked on 2026-11-21" in ended.stdout


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_catalogue(tmp_path / "nowhere")
    assert "CONTENT_DIR" in str(caught.value.problems[0])


def _said(overlay: dict[str, str], topic: str, day: str = "2026-02-10", circle: str | None = None) -> str:
    library, now = library_of(overlay), datetime.fromisoformat(f"{day}T10:00+05:30")
    talk = ConsoleTalk(library, lambda: now, Person(language="en", circle=circle), Session(is_greeted=True))
    return render(library.catalogue.texts, talk.tap(f"TOPIC {topic}").replies[0]).text


def test_an_overlay_corrects_one_answer_and_leaves_the_rest() -> None:
    overlay = {EN: "answer-app =\n    Use the app of { $year }.\n", HI: "answer-app = { $year } का ऐप लें।\n"}
    assert "Use the app of 2025-26." in _said(overlay, "app")
    assert _said(overlay, "certificate") == _said({}, "certificate")


def test_an_overlay_extends_a_date() -> None:
    said = _said(EXTENDED, "deadlines", day="2026-04-10")
    assert said.startswith("Training year 2025-26")
    assert "by 30 April 2026 (20 days left): 6 of 6 courses" in said and "1 March 2026 (past)" in said
    assert "by 30 April 2026 (20 days left): the Comprehensive" in said
    assert "today, 30 April 2026: 6 of 6" in _said(EXTENDED, "deadlines", day="2026-04-30")


@pytest.mark.parametrize("topic", ["deadlines", "gap.penalty", "gap.attempts", "assessment.unlock", "mandate.why"])
def test_an_extended_year_is_not_over_and_is_called_extended(topic: str) -> None:
    said = _said(EXTENDED, topic, day="2026-04-10")
    assert said.startswith("Training year 2025-26") and "no extension" not in said and " was 30 April" not in said
    assert _said(EXTENDED, topic, day="2026-05-01").startswith("This is 2025-26, which is over (last date 30 April")
    assert "no extension" not in _said(EXTENDED, topic, day="2026-05-01")


def test_a_year_begins_for_good_once_the_extended_one_is_over() -> None:
    next_year = shipped("years/2025-26.yaml").replace("2026", "2027").replace("2025-26", "2026-27")
    next_year = next_year.replace("2025-04-01", "2026-04-01").replace("dop-guide-2026-27", "dop-guide-2025-26")
    next_year = next_year.replace("dop-letter-2027", "dop-letter-2026")
    overlay = {**EXTENDED, "years/2026-27.yaml": next_year}
    assert problems_of(overlay) == ()
    assert _said(overlay, "deadlines", day="2026-04-30").startswith("Training year 2025-26")
    assert _said(overlay, "deadlines", day="2026-05-01").startswith("Training year 2026-27")


def test_an_overlay_enters_a_cells_contact_with_hours_and_holidays() -> None:
    cell = '{circle: delhi, contact: "iGOT Cell, room 12", hours: "10:00–17:30", holidays: [2026-01-26]}'
    overlay = changed("contacts.yaml", "cells: []", f"cells:\n  - {cell}")
    said = _said(overlay, "support", circle="delhi")
    assert "iGOT Cell, room 12" in said and "10:00–17:30" in said
    assert "closed today" in _said(overlay, "support", day="2026-01-26", circle="delhi")
    assert "room 12" not in _said(overlay, "support", circle="bihar")
    bare = changed("contacts.yaml", "cells: []", 'cells:\n  - {circle: delhi, contact: "room 12"}')
    assert "room 12" in _said(bare, "support", circle="delhi")
