"""The answer to `progress`: each course, the guide's checklist, the floor, the time left; and the plan."""

from __future__ import annotations

from datetime import date

from handlers.actions import Verb
from handlers.applicant import Applicant, of_designation
from handlers.assessed import Assessed
from handlers.courses import Body, deciding_choices, offer
from handlers.facts import Facts, State
from handlers.made import Made, Wanted, media_of
from handlers.messages import Choice, Line, line
from handlers.own_facts import assessed_of, facts_of
from handlers.own_list import effective_post, title
from handlers.plan import make_plan, plan_lines
from handlers.progress import Counted, counted
from handlers.rules import year_dates
from handlers.standing import Reason
from handlers.step import Step
from handlers.talk import Talk
from knowledge.reminder_policy import Milestone, Needs
from knowledge.training_year import when
from knowledge.working_time import day_of

_PLAN = Choice(line("button-plan"), Verb.SHOW, "plan")
_MARK = Choice(line("button-mark-done"), Verb.SHOW, "mark")
_CARD = Choice(line("button-card"), Verb.SHOW, "card")
_CALENDAR = Choice(line("button-calendar"), Verb.SHOW, "calendar")
_TAKE = Choice(line("button-take-back"), Verb.SHOW, "take")


def progress_body(talk: Talk, applicant: Applicant) -> Body:
    """The person's own progress; where their list is not known the year's dates, and what decides it is asked."""
    facts = facts_of(talk, applicant)
    assessed = assessed_of(talk, applicant)
    if not assessed.own.courses:
        return _without_list(talk, facts, assessed, applicant)
    lines = (
        talk.line("progress-lead", done=len(assessed.completed), total=len(assessed.own.courses)),
        *_courses(talk, facts, assessed),
        *_checklist(talk, facts, assessed),
        *_floor(talk, assessed),
        *_time_left(talk, assessed),
        talk.line("progress-where"),
    )
    return Body(lines, _choices(assessed, facts, talk), of_post=True)


def plan(talk: Talk) -> Step:
    """What is left, spread over the days; what to say where there is nothing to plan."""
    year, assessed = talk.view.year, assessed_of(talk)
    made = make_plan(assessed, talk.catalogue, year, talk.view.today)
    lines: tuple[Line, ...] = (talk.line("plan-over"),)
    if made is not None:
        lines = plan_lines(talk.catalogue, talk.language, made)
    elif not assessed.own.courses:
        lines = (talk.line("plan-no-list"),)
    elif not assessed.remaining:
        lines = (
            line("mark-all-done", year=year.id) if assessed.standing.reason is Reason.DONE else line("reminder-done"),
        )
    choices = (*((_MARK,) if assessed.own.courses else ()), talk.topic_choice("progress"), talk.menu_choice())
    return talk.end(talk.reply(*lines, choices=choices))


def card(talk: Talk) -> Step | None:
    """The progress as a picture, made when it is sent; None where there is no list to draw."""
    if not assessed_of(talk).own.courses:
        return None
    year = talk.view.year
    media = media_of(Wanted(Made.CARD, year.id, talk.language))
    lead = line("progress-card", year=year.id, date=talk.date(talk.view.today))
    return talk.end(talk.reply(lead, choices=(talk.topic_choice("progress"), talk.menu_choice()), media=media))


def _without_list(talk: Talk, facts: Facts, assessed: Assessed, applicant: Applicant) -> Body:
    """The dates, where iGOT shows one's progress, and the question whose answer decides the list."""
    known = (talk.line("progress-where"), *year_dates(talk), talk.line("progress-note"))
    if assessed.own.why_not is Reason.NO_DESIGNATION:
        return Body((*known, talk.line("courses-need-designation")), needs_designation=True)
    post = effective_post(facts)
    meanings = [talk.catalogue.designations[id_] for id_ in post.meanings if id_ in talk.catalogue.designations]
    if meanings and not applicant.must_choose:
        body = offer(talk, meanings)
        return Body((*known, *body.lines), body.choices, asks=body.asks, subject=body.subject)
    if not applicant.is_known:
        applicant = of_designation(talk.catalogue, post.designation, post.curriculum, post.syllabus)
    choices, subject = deciding_choices(talk, applicant)
    if not subject:
        return Body((*known, talk.line("progress-undecided")), (_MARK,))
    question = talk.line(talk.catalogue.questions[applicant.question or ""].text)
    return Body((*known, question), choices, asks=applicant.question or "", subject=subject)


def _choices(assessed: Assessed, facts: Facts, talk: Talk) -> tuple[Choice, ...]:
    days = talk.view.year.reminders.report_days
    is_told = any(counted(claims, days).is_unconfirmed for claims in (*facts.progress.values(), facts.assessment))
    has_plan = make_plan(assessed, talk.catalogue, talk.view.year, talk.view.today) is not None
    is_done = assessed.standing.reason is Reason.DONE
    return (
        *(() if is_done else (_MARK,)),
        *((_PLAN,) if has_plan else ()),
        _CARD,
        *((_CALENDAR,) if has_plan else ()),
        *((_TAKE,) if is_told else ()),
    )


def _courses(talk: Talk, facts: Facts, assessed: Assessed) -> tuple[Line, ...]:
    """Each course of the list, then those of the assessment that are outside it."""
    days = talk.view.year.reminders.report_days
    own = assessed.own.courses
    extra = tuple(key for key in assessed.own.syllabus if key not in own)
    listed = [_course(talk, key, counted(facts.progress[key], days) if key in facts.progress else Counted())
              for key in own]  # fmt: skip
    further = [_course(talk, key, counted(facts.progress[key], days) if key in facts.progress else Counted())
               for key in extra]  # fmt: skip
    lead = [talk.line("progress-extra-lead", total=len(own))] if further else []
    return (*listed, *lead, *further)


def _course(talk: Talk, key: str, found: Counted) -> Line:
    named = title(talk.catalogue, key)
    if found.taken_back_at is not None:
        return line("progress-taken-back", title=named, date=_day(talk, found.taken_back_at))
    if found.is_completed and found.is_unconfirmed:
        return line("progress-self", title=named)
    if found.is_completed:
        return line("progress-report", title=named)
    course = talk.catalogue.courses.get(key)
    key = "progress-begun" if found.state is State.IN_PROGRESS else "progress-open"
    if course is None or course.minutes is None:
        return line(key, title=named)
    return line(f"{key}-time", title=named, time=talk.duration(course.minutes))


def _day(talk: Talk, at: int) -> str:
    return talk.date(day_of(at))


def _checklist(talk: Talk, facts: Facts, assessed: Assessed) -> tuple[Line, ...]:
    """The guide's seven points: login, verify, map, the three phases, qualify."""
    is_in = bool(facts.is_verified or facts.is_mapped or any(
        claims.reported for claims in (*facts.progress.values(), facts.assessment)
    )) or None  # fmt: skip
    steps = (("login", is_in), ("verify", facts.is_verified), ("map", facts.is_mapped))
    profile = (line(f"check-{step}", state=_state(known)) for step, known in steps)
    passed = counted(facts.assessment, talk.view.year.reminders.report_days, stays=True)
    phases = (_milestone(talk, one, assessed, passed, facts) for one in talk.view.year.reminders.milestones)
    return (talk.line("check-lead"), *profile, *phases)


def _state(known: bool | None) -> str:
    return "unknown" if known is None else "yes" if known else "no"


def _milestone(talk: Talk, one: Milestone, assessed: Assessed, passed: Counted, facts: Facts) -> Line:
    spoken = _spoken(talk, one.due)
    if one.needs is Needs.ASSESSMENT:
        state = "self" if passed.is_unconfirmed else "yes" if passed.is_completed else "no"
        return talk.line("check-assessment", **spoken, state=state, failed=facts.attempts or 0)
    total, done = len(assessed.own.courses), len(assessed.completed)
    count = total if one.needs is Needs.EVERY else one.courses
    state = "yes" if done >= count else "no"
    return talk.line("check-phase", **spoken, state=state, count=count, total=total, left=max(0, count - done))


def _spoken(talk: Talk, due: date) -> dict[str, str | int]:
    today = talk.view.today
    return {"date": talk.date(due), "when": when(due, today), "days": max(0, (due - today).days)}


def _floor(talk: Talk, assessed: Assessed) -> tuple[Line, ...]:
    """The order's 50 %, of a list of six."""
    year = talk.view.year
    if len(assessed.own.courses) != year.total:
        return ()
    return (talk.line("progress-floor", left=max(0, year.floor - len(assessed.completed))),)


def _time_left(talk: Talk, assessed: Assessed) -> tuple[Line, ...]:
    """Published lengths of what is left, added up; how many have none."""
    lengths = [course.minutes if (course := talk.catalogue.courses.get(key)) else None for key in assessed.remaining]
    if not lengths:
        return ()
    unknown = sum(1 for minutes in lengths if minutes is None)
    known = sum(minutes or 0 for minutes in lengths)
    if not known:
        return (line("progress-no-time", unknown=unknown),)
    return (line("progress-time", time=talk.duration(known), unknown=unknown),)
