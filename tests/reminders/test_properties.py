"""Whatever becomes of a person: never two on one day, none without something left, no last day missed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.content import load_library
from handlers.assessed import assess
from handlers.facts import Claim, Claims, Facts, Post, State
from handlers.standing import Reason
from knowledge.schedule import last_days, reminder_days
from knowledge.working_time import IST
from reminders.judge import congratulate, judge
from reminders.settle import Fate, settle
from tests.reminders.making import YEAR, moment

CATALOGUE = load_library().catalogue
YEAR_OF = CATALOGUE.years[0]
FIRST, DAYS = date(2026, 1, 28), 66
SIX = ("kym", "dakshta", "dcc", "conduct", "gender", "soft_skills")
#: On a last day nothing else holds a reminder back; not due: what ends on that day is met.
HOLD_ON_LAST = frozenset(
    (Reason.LEFT, Reason.EXCLUDED, Reason.NO_DESIGNATION, Reason.UNDECIDED, Reason.NO_CHANNEL, Reason.BLOCKED,
     Reason.DONE, Reason.OPTED_OUT, Reason.NOT_DUE)
)  # fmt: skip

#: Mostly the days on which something is reminded of.
_DAY = st.one_of(
    st.sampled_from(sorted(reminder_days(YEAR_OF, CATALOGUE.desk.default))),
    st.integers(0, DAYS).map(lambda count: FIRST + timedelta(days=count)),
)
_CHANGES = st.one_of(
    st.tuples(st.just("done"), st.sampled_from(SIX)),
    st.tuples(st.just("undone"), st.sampled_from(SIX)),
    st.tuples(st.just("reported"), st.sampled_from(SIX)),
    st.tuples(st.just("passed"), st.just("")),
    st.tuples(st.just("told"), st.sampled_from(["mts", "postman", "gds_bpm", "assistant_director_general", ""])),
    *(
        st.tuples(st.just(name), st.booleans())
        for name in ("is_opted_out", "is_human_owned", "is_blocked", "has_channel", "has_left")
    ),
    st.tuples(st.just("snoozed_until"), _DAY),
)
#: The hours at which the program looks, one of them before and one after the window; it sends some minutes later.
HOURS = (8, 10, 13, 17, 18, 19)
#: When things happen: on a day, before the program looks in that hour or between looking and sending.
_EVENTS = st.lists(st.tuples(_DAY, st.sampled_from(HOURS), st.booleans(), _CHANGES), max_size=25)
#: When the program is down: from when, for so many hours.
_DOWN = st.lists(st.tuples(_DAY, st.sampled_from(HOURS), st.integers(1, 60)), max_size=3)


def _changed(facts: Facts, day: date, hour: int, what: str, value: object) -> Facts:
    at = moment(day, time(hour))
    if what in ("done", "undone", "reported"):
        state = State.NOT_STARTED if what == "undone" else State.COMPLETED
        claims = facts.progress.get(str(value), Claims())
        claim = Claim(state, at, day)
        new = replace(claims, reported=claim) if what == "reported" else replace(claims, said=claim)
        return replace(facts, progress={**facts.progress, str(value): new})
    if what == "passed":
        return replace(facts, assessment=Claims(Claim(State.COMPLETED, at, day)))
    if what == "told":
        return replace(facts, told=Post(str(value) or None))
    return replace(facts, **{what: value})


class _Life:
    """One person's spring, as the program lives it: congratulate or choose, and look again when sending."""

    def __init__(self) -> None:
        self.facts = Facts("1", YEAR, told=Post("mts"), opened_on=FIRST)
        self.sent: list[date] = []
        self.chosen: set[date] = set()
        #: What a look in the window found today, and the look at sending where the first would have sent.
        self.reasons: set[Reason] = set()
        self.found = Reason.NOT_DUE

    def choose(self, now: datetime) -> None:
        day, assessed = now.date(), assess(self.facts, CATALOGUE, YEAR_OF)
        greeting = congratulate(self.facts, assessed, CATALOGUE, YEAR_OF, day, now.time())
        if greeting.decision == "send":
            assert not greeting.remaining and greeting.assessment_passed and self.facts.congratulated_on is None
            self._leaves(day)
            self.facts = replace(self.facts, congratulated_on=day)
        self.found = judge(self.facts, CATALOGUE, YEAR_OF, day).reason
        if judge(self.facts, CATALOGUE, YEAR_OF, day, now.time()).decision == "send":
            self.chosen.add(day)

    def send(self, now: datetime) -> None:
        for chosen in sorted(self.chosen):
            found = settle(self.facts, CATALOGUE, YEAR_OF, chosen, now)
            if found.fate in (Fate.WAIT, Fate.HOLD):
                continue
            self.chosen.discard(chosen)
            if found.fate is Fate.SEND:
                assert found.judgement.milestones
                assert found.judgement.remaining or not found.judgement.assessment_passed
                assert YEAR_OF.reminders.opens <= now.time() < YEAR_OF.reminders.closes
                self._leaves(now.date())
        again = judge(self.facts, CATALOGUE, YEAR_OF, now.date()).reason
        self.reasons.add(self.found if self.found in HOLD_ON_LAST else again)

    def _leaves(self, day: date) -> None:
        self.sent.append(day)
        self.facts = replace(self.facts, reminded_on=day, any_reminded_on=day)


@settings(max_examples=150, deadline=None)
@given(_EVENTS, _DOWN)
def test_no_sequence_of_facts_and_days_breaks_the_promises(
    events: list[tuple[date, int, bool, tuple[str, object]]], down: list[tuple[date, int, int]]
) -> None:
    life = _Life()
    stops = [(datetime.combine(day, time(hour), IST), timedelta(hours=hours)) for day, hour, hours in down]
    for count in range(DAYS + 1):
        day = FIRST + timedelta(days=count)
        life.reasons.clear()
        for hour in HOURS:
            now = datetime.combine(day, time(hour, 1), IST)
            is_up = not any(stop <= now < stop + length for stop, length in stops)
            for is_late in (False, True):
                for event_day, event_hour, event_late, change in events:
                    if (event_day, event_hour, event_late) == (day, hour, is_late):
                        life.facts = _changed(life.facts, day, hour, *change)
                if is_up and not is_late:
                    life.choose(now)
            if is_up and HOURS[0] < hour < HOURS[-1]:
                life.send(now + timedelta(minutes=24))
        if last_days(YEAR_OF, day) and day not in life.sent:
            assert life.reasons <= HOLD_ON_LAST, day
    assert len(life.sent) == len(set(life.sent))
