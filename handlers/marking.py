"""A course, or the assessment, noted as done: from a list or in words, after a yes, with an undo."""

from __future__ import annotations

from msgspec.structs import replace

from handlers import answer as answers
from handlers.actions import Verb
from handlers.assessed import Assessed
from handlers.effects import Effect, KeepClaims
from handlers.facts import ASSESSMENT, FAILED, Claim, State
from handlers.mark_open import is_done, is_reported, next_failed, open_keys, told_keys, year_of_told
from handlers.mark_words import items, label, titles
from handlers.marks import ALL, Marks, Stage, failed_of, marks_of
from handlers.messages import Choice, Line, Reply, line
from handlers.own_facts import after, assessed_of, facts_of, is_known, knowing
from handlers.session import Awaiting
from handlers.standing import Reason
from handlers.step import Decision, Step, led_by
from handlers.talk import Talk
from knowledge.catalogue import TrainingYear

TOPIC = "progress"
PICK = Choice(line("button-mark-done"), Verb.SHOW, "mark")


#: So many training years, the last ones, are offered.
_MOST_YEARS = 5


def begin(
    talk: Talk,
    keys: tuple[str, ...] = (),
    decision: Decision | None = None,
    first: tuple[Line, ...] = (),
    effects: tuple[Effect, ...] = (),
    *,
    asks: bool = True,
) -> Step:
    """Note what the person tells; without keys offer what is left. What must be known first is asked first, once."""
    own = assessed_of(talk).own
    if own.why_not is Reason.EXCLUDED:
        return answers.answer(talk, TOPIC, talk.applicant, decision)
    marks = Marks(Stage.WAIT, keys)
    if asks and own.why_not in (Reason.NO_DESIGNATION, Reason.UNDECIDED):
        asked = answers.answer(talk, TOPIC, talk.applicant, decision)
        if asked.session.awaiting in (Awaiting.DESIGNATION, Awaiting.QUESTION):
            asked = replace(asked, session=replace(asked.session, marks=marks.packed()))
            return led_by(asked, line("mark-first"))
    if not talk.view.covers:
        return _ask_year(talk, marks, decision)
    return _settled(talk, replace(marks, year=talk.view.year.id), decision, first, effects)


def resumed(talk: Talk, taken: Step) -> Step:
    """Once the post is told and the progress shown: what waited for it, as one more reply."""
    marks, waits = _kept(talk), marks_of(taken.session)
    is_due = marks is not None and marks.stage is Stage.WAIT and waits is None
    if marks is None or not is_due or taken.session.trail[-1:] != (TOPIC,) or not taken.replies:
        return taken
    known = after(facts_of(talk), taken.effects, talk.catalogue)
    person = next((one.person for one in taken.effects if hasattr(one, "person")), talk.person)
    beside = replace(talk.knowing(person), session=replace(taken.session, step=talk.session.step), facts=known)
    then = begin(beside, marks.keys, asks=False)
    if not then.replies or marks_of(then.session) is None:
        return taken
    number = then.replies[-1].step
    replies = tuple(reply.at_step(number) if reply.choices else reply for reply in (*taken.replies, *then.replies))
    return replace(taken, session=then.session, replies=replies)


def act(talk: Talk, argument: str) -> Step:
    """A button of the list or of the question."""
    kind, _, value = argument.partition(".")
    number = int(value) if value.isdecimal() else -1
    if kind == "failed":
        times = number if number > 0 else None
        return begin(talk, next_failed(facts_of(talk), talk.view.year, times), asks=False)
    marks = _kept(talk)
    if marks is None:
        return begin(talk)
    if argument == "yes" and marks.stage is Stage.ASK:
        return _note(talk, marks)
    if argument == "no":
        reply = talk.reply(line("mark-not-noted"), choices=(PICK, _progress(talk), talk.menu_choice()))
        return talk.end(reply)
    if argument == "undo" and marks.stage is Stage.NOTED:
        return take_back(talk, marks.keys, marks.year)
    if kind == "year":
        return _year_chosen(talk, marks, value)
    if kind == "more":
        return _list(talk, marks, from_=max(number, 0))
    if kind != "at" or not 0 <= number < len(marks.keys):
        return begin(talk)
    chosen = replace(marks, keys=marks.keys[number : number + 1])
    return take_back(talk, chosen.keys, marks.year) if marks.stage is Stage.TAKE else _note(talk, chosen)


def ask_again(talk: Talk) -> Step | None:
    """What is asked, once more; None where nothing is."""
    marks = _kept(talk)
    return _confirm(talk, marks, None) if marks is not None and marks.stage is Stage.ASK else None


def take_back_or_ask(talk: Talk, named: tuple[str, ...], decision: Decision | None = None) -> Step:
    """The person said something wrong: take back what they name, or what was noted last; else offer what they told."""
    marks, year = _kept(talk), year_of_told(talk, named)
    told = told_keys(talk, year)
    keys = tuple(key for key in named if key in told)
    if keys:
        return take_back(talk, keys, year.id, decision)
    if not named and marks is not None and marks.stage is Stage.NOTED:
        return take_back(talk, marks.keys, marks.year, decision)
    if not told or named:
        key = "mark-not-told" if named else "mark-nothing-told"
        known = named and all(is_reported(talk, one, year) for one in named)
        lead = line("mark-of-report" if known else key, titles=titles(talk, named))
        reply = talk.reply(lead, choices=(PICK, _progress(talk), talk.menu_choice()))
        return talk.end(reply, decision=decision)
    return _list(talk, Marks(Stage.TAKE, told, year.id), decision)


def take_back(talk: Talk, keys: tuple[str, ...], year: str, decision: Decision | None = None) -> Step:
    """What the person said counts no more."""
    effect = KeepClaims(year, tuple(_unsaid(key, int(talk.now.timestamp())) for key in keys))
    reply = talk.reply(
        line("mark-taken-back", titles=titles(talk, keys)), choices=(PICK, _progress(talk), talk.menu_choice())
    )
    return talk.end(reply, effects=(effect,), decision=decision)


def choose_among(talk: Talk, named: tuple[str, ...], decision: Decision | None) -> Step:
    """A name that several courses have: which one?"""
    if not talk.view.covers:
        return _ask_year(talk, Marks(Stage.WAIT, ()), decision)
    marks = Marks(Stage.PICK, named, talk.view.year.id)
    return _offer(talk, marks, line("mark-which"), decision)


def _settled(
    talk: Talk, marks: Marks, decision: Decision | None, first: tuple[Line, ...] = (), effects: tuple[Effect, ...] = ()
) -> Step:
    """The year is known: ask yes or no, or show what is left."""
    year = _year(talk, marks.year)
    assessed = assessed_of(talk, year=year)
    if ALL in marks.keys:
        rest = tuple(key for key in marks.keys if key != ALL)
        if not assessed.own.courses:
            return _list(talk, replace(marks, stage=Stage.PICK, keys=()), decision)
        marks = replace(marks, keys=(*assessed.remaining, *rest))
        if not marks.keys:
            return _nothing_left(talk, decision)
    if not marks.keys:
        return _list(talk, replace(marks, stage=Stage.PICK), decision, first=first)
    facts = facts_of(talk, year=year)
    new = tuple(key for key in marks.keys if not is_done(key, facts, year))
    if not new:
        reply = talk.reply(
            line("mark-already", titles=titles(talk, marks.keys)), choices=(PICK, _progress(talk), talk.menu_choice())
        )
        return talk.end(reply, decision=decision)
    return _confirm(talk, replace(marks, stage=Stage.ASK, keys=new), decision, first, effects)


def _confirm(
    talk: Talk,
    marks: Marks,
    decision: Decision | None,
    first: tuple[Line, ...] = (),
    effects: tuple[Effect, ...] = (),
) -> Step:
    own = assessed_of(talk, year=_year(talk, marks.year)).own
    outside = [key for key in marks.keys if own.courses and key in talk.catalogue.courses and key not in own.courses]
    lines = (
        line(f"mark-confirm{_kind(marks.keys)}", year=marks.year, count=len(marks.keys)),
        *items(talk, marks.keys),
        *([line("mark-outside", titles=titles(talk, tuple(outside)))] if outside else []),
        *first,
    )
    choices = (
        Choice(line("button-mark-yes"), Verb.MARK, "yes"),
        Choice(line("button-mark-no"), Verb.MARK, "no"),
    )
    reply = talk.reply(*lines, choices=choices)
    return talk.end(reply, awaiting=Awaiting.MARK, marks=marks.packed(), effects=effects, decision=decision)


def _note(talk: Talk, marks: Marks) -> Step:
    """Keep it; the day is today where the year has it."""
    year, today = _year(talk, marks.year), talk.view.today
    on = today if year.starts <= today <= year.last_day else None
    claim = Claim(State.COMPLETED, int(talk.now.timestamp()), on)
    effect = KeepClaims(marks.year, tuple(_said(key, claim) for key in marks.keys))
    noted = knowing(talk, after(facts_of(talk, year=year), (effect,), talk.catalogue))
    assessed = assessed_of(noted, year=year)
    undo = Choice(line("button-undo"), Verb.MARK, "undo")
    reply = talk.reply(
        line(f"mark-noted{_kind(marks.keys)}", titles=titles(talk, marks.keys)),
        *_state(noted, marks, assessed, year),
        choices=(undo, PICK, _progress(talk), talk.menu_choice()),
    )
    kept = Marks(Stage.NOTED, marks.keys, marks.year)
    return talk.end(reply, effects=(effect,), marks=kept.packed())


def _kept(talk: Talk) -> Marks | None:
    """What the session keeps; None for what is of a year that is not loaded (any more), or was noted of nothing."""
    marks = marks_of(talk.session)
    if marks is None or (marks.year and all(year.id != marks.year for year in talk.catalogue.years)):
        return None
    return None if marks.stage is Stage.NOTED and not (marks.keys and marks.year) else marks


def _kind(keys: tuple[str, ...]) -> str:
    """A failed attempt is nothing done."""
    return "-failed" if any(map(failed_of, keys)) else ""


def _said(key: str, claim: Claim) -> tuple[str, Claim]:
    """What is kept of a mark."""
    failed = failed_of(key)
    return (FAILED, replace(claim, times=failed.times)) if failed else (key, claim)


def _unsaid(key: str, at: int) -> tuple[str, Claim | None]:
    """What is kept once a mark is taken back: of failed attempts those that were known before."""
    failed = failed_of(key)
    if failed is None:
        return key, None
    return FAILED, Claim(State.COMPLETED, at, times=failed.before) if failed.before else None


def _state(talk: Talk, marks: Marks, assessed: Assessed, year: TrainingYear) -> tuple[Line, ...]:
    """How far the person is now; of a year whose facts are not at hand nothing."""
    if not is_known(talk, year) or not assessed.own.courses:
        return ()
    if not {ASSESSMENT, *assessed.own.courses}.intersection(marks.keys):
        return ()
    if assessed.standing.reason is Reason.DONE:
        return (line("mark-all-done", year=year.id),)
    state = line("mark-state", done=len(assessed.completed), total=len(assessed.own.courses))
    return (state,) if assessed.remaining else (state, line("reminder-done"))


def _ask_year(talk: Talk, marks: Marks, decision: Decision | None) -> Step:
    """Today is in no loaded year: which one is it for?"""
    years = [Choice(line("button-year", year=year.id), Verb.MARK, f"year.{year.id}") for year in talk.catalogue.years]
    choices = (*years[-_MOST_YEARS:], Choice(line("button-other-year"), Verb.MARK, "year."), talk.menu_choice())
    marks = replace(marks, stage=Stage.YEAR)
    return talk.end(talk.reply(line("mark-year"), choices=choices), marks=marks.packed(), decision=decision)


def _year_chosen(talk: Talk, marks: Marks, id_: str) -> Step:
    if all(year.id != id_ for year in talk.catalogue.years):
        return talk.end(talk.reply(line("mark-other-year"), choices=(talk.topic_choice("support"), talk.menu_choice())))
    return _settled(talk, replace(marks, stage=Stage.WAIT, year=id_), None)


def _list(
    talk: Talk, marks: Marks, decision: Decision | None = None, from_: int = 0, first: tuple[Line, ...] = ()
) -> Step:
    """The buttons of what is left, or of what can be taken back."""
    if not marks.keys:
        marks = replace(marks, keys=open_keys(talk, _year(talk, marks.year)))
    if not marks.keys:
        return _nothing_left(talk, decision)
    lead = line("mark-take-back" if marks.stage is Stage.TAKE else "mark-pick", year=marks.year)
    return _offer(talk, marks, lead, decision, from_, first)


def _offer(
    talk: Talk, marks: Marks, lead: Line, decision: Decision | None, from_: int = 0, first: tuple[Line, ...] = ()
) -> Step:
    room = talk.catalogue.limits.choices - 1 - (talk.person.language is None)  # the menu, the other language
    room -= len(marks.keys) > room  # more
    shown = marks.keys[from_ : from_ + room]
    if not shown:
        from_, shown = 0, marks.keys[:room]
    choices = [Choice(label(talk, key), Verb.MARK, f"at.{at}") for at, key in enumerate(shown, start=from_)]
    if len(marks.keys) > len(shown):
        following = from_ + room if from_ + room < len(marks.keys) else 0
        choices.append(Choice(line("button-more"), Verb.MARK, f"more.{following}"))
    reply: Reply = talk.reply(*first, lead, *items(talk, shown), choices=(*choices, talk.menu_choice()))
    return talk.end(reply, marks=marks.packed(), decision=decision)


def _nothing_left(talk: Talk, decision: Decision | None) -> Step:
    shown = answers.answer(talk, TOPIC, talk.applicant, decision)
    return led_by(shown, line("mark-nothing-left"))


def _year(talk: Talk, id_: str) -> TrainingYear:
    return next((year for year in talk.catalogue.years if year.id == id_), talk.view.year)


def _progress(talk: Talk) -> Choice:
    return talk.topic_choice(TOPIC)
