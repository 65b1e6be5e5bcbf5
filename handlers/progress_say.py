"""What people say of their own progress: what is done, what was wrong. Asked back, never guessed."""

from __future__ import annotations

from msgspec.structs import replace

from handlers import answer as answers
from handlers import marking
from handlers.actions import Verb
from handlers.effects import Effect, NoteCircular
from handlers.facts import ASSESSMENT
from handlers.mark_open import next_failed
from handlers.marks import ALL, Stage, marks_of
from handlers.messages import Choice, Line, line
from handlers.own_facts import assessed_of, facts_of
from handlers.step import Decision, Step
from handlers.talk import Talk
from handlers.walk_offer import with_first
from knowledge.report_words import Report, read_report

_TOPIC, _EXAM = marking.TOPIC, "assessment.format"


def heard(talk: Talk, text: str, decision: Decision) -> Step | None:
    """Act on a message that tells the writer's progress; None where it tells none, or asks to see it."""
    report = read_report(talk.catalogue, talk.view.year, text)
    understood = decision
    is_topic = decision.action == "answer" and (decision.shown or decision.topic) == _TOPIC
    noted = marks_of(talk.session)
    is_regretted = report.says("undo") and noted is not None and noted.stage is Stage.NOTED
    if is_regretted and decision.action != "answer":
        return marking.take_back_or_ask(talk, report.courses)
    if not is_topic and not (report.is_whole and _tells(report)):
        return None
    if not is_topic:
        others = tuple(id_ for id_ in (decision.topic, *decision.alternatives) if id_ and id_ != _TOPIC)
        decision = replace(decision, action="answer", topic=_TOPIC, shown=None, alternatives=others, further=())
    if report.says("others") or "?" in text:
        return None
    if report.says("failed"):
        return _failed(talk, report, understood)
    if report.says("undo") or (report.courses and report.says("not") and not report.says("asked")):
        named = (*report.courses, *((ASSESSMENT,) if report.says("exam") else ()))
        return marking.take_back_or_ask(talk, named, decision)
    return _done(talk, report, decision)


def _tells(report: Report) -> bool:
    """Whether a message that says nothing else tells of something done."""
    is_exam = report.says("exam") and (report.says("passed", "done") or report.right is not None)
    is_exam = is_exam or (report.says("failed") and report.says("exam", "attempts"))
    is_named = bool(report.courses or report.shared or report.count) or report.says("all")
    return is_exam or (report.says("done") and is_named)


def _done(talk: Talk, report: Report, decision: Decision) -> Step | None:
    if report.says("asked", "not"):
        return None
    is_exam = report.says("exam") or report.right is not None
    if is_exam and (report.says("passed", "done") or report.right is not None):
        return _exam(talk, report, decision)
    if not report.says("done", "passed"):
        return None
    if report.courses:
        first, effects = _too_fast(talk, report)
        return marking.begin(talk, report.courses, decision, first, effects)
    if report.shared:
        return marking.choose_among(talk, report.shared[0], decision)
    if report.says("shown"):
        return None
    if report.says("all") or _is_every(talk, report.count):
        return marking.begin(talk, (ALL,), decision)
    first = (line("mark-which-count", count=report.count),) if report.count else ()
    return marking.begin(talk, (), decision, first)


def _failed(talk: Talk, report: Report, decision: Decision) -> Step | None:
    """An attempt at the assessment that was not passed: what comes next is said, and noting it is offered."""
    if not report.is_whole or report.courses or report.says("passed") or assessed_of(talk).assessment_passed:
        return None
    if not next_failed(facts_of(talk), talk.view.year, report.attempts):
        return None
    topic = decision.shown or decision.topic if decision.action == "answer" else _EXAM
    decision = replace(decision, action="answer", topic=topic, alternatives=())
    taken = answers.answer(talk, topic or _EXAM, decision.applicant, decision)
    note = Choice(line("button-failed"), Verb.MARK, f"failed.{report.attempts or ''}")
    return with_first(talk, taken, note)


def _exam(talk: Talk, report: Report, decision: Decision) -> Step:
    """The assessment passed, with the courses named beside it; a score that is doubtful, or too low, is said to be."""
    year, right = talk.view.year, report.right
    first: tuple[Line, ...] = ()
    if right is not None and right < year.assessment.safe_right:
        is_low = right * 100 < year.assessment.questions * year.assessment.pass_percent
        first = (talk.line("mark-score-low" if is_low else "mark-score-doubtful", right=right),)
    courses = (ALL,) if report.says("all") else report.courses
    return marking.begin(talk, (*courses, ASSESSMENT), decision, first)


def _is_every(talk: Talk, count: int | None) -> bool:
    total = len(assessed_of(talk).own.courses) or talk.view.year.total
    return count is not None and count >= total


def _too_fast(talk: Talk, report: Report) -> tuple[tuple[Line, ...], tuple[Effect, ...]]:
    """The circular, once a year, where a single course is said to be skipped or to have taken less than its length."""
    facts, year = facts_of(talk), talk.view.year
    if len(report.courses) != 1 or report.shared or facts.circular_told_on is not None:
        return (), ()
    length = talk.catalogue.courses[report.courses[0]].minutes
    is_short = length is not None and report.minutes is not None and report.minutes < length
    if not is_short and not report.says("skipped"):
        return (), ()
    return (line("mark-circular"),), (NoteCircular(year.id, talk.view.today),)
