"""The surroundings of one step: who, where in the talk, what is known, when; and the wording made from them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from handlers.actions import Verb
from handlers.applicant import Applicant, from_person, unpack_applicant
from handlers.effects import Effect
from handlers.facts import Facts
from handlers.labels import offers
from handlers.link_scene import LinkScene
from handlers.messages import Choice, Line, Param, Reply, line
from handlers.session import Awaiting, Person, Session
from handlers.step import Decision, Step
from handlers.ticket import Media, Standing
from handlers.walk_place import Walk, is_only_offered
from knowledge.catalogue import Catalogue, Language, Source, TrainingYear
from knowledge.library import Library
from knowledge.training_year import YearView, year_on

#: How many earlier topics "back" remembers, and how many sources an answer names.
_TRAIL = 5
_SOURCES = 2
#: Places of the trail that are no topics: the menu, and a "did you mean" followed by its topics.
MENU = "menu"
UNSURE = "?"
_NOBODY = Standing()


class Talk(Struct, frozen=True):
    """Everything a handler decides from. `now` is timezone-aware, in India Standard Time.

    `told` is an applicant given from outside the talk, in place of the stored profile's. `standing` is what the desk
    knows of the person, `number` the one that a ticket opened by this step gets. `facts` is what the store knows of the
    person for the year that answers speak of (see `handlers.own_facts`); `other_facts` for the other years, on a day
    that no year covers: what is told then may be of any. `link`: whom the chat speaks for or may be linked to, where
    the step may need it (`handlers.link_needs`).
    """

    person: Person
    session: Session
    library: Library
    now: datetime
    language: Language
    told: Applicant | None = None
    standing: Standing = _NOBODY
    number: int = 0
    facts: Facts | None = None
    other_facts: tuple[Facts, ...] = ()
    link: LinkScene | None = None

    @property
    def view(self) -> YearView:
        """The training year that answers speak of today."""
        return _year_on(self.library.catalogue, self.now.date())

    @property
    def catalogue(self) -> Catalogue:
        return self.library.catalogue

    def at(self, session: Session) -> Talk:
        """The same talk at another place."""
        return replace(self, session=session)

    def knowing(self, person: Person) -> Talk:
        """The same talk with a person of whom more, or less, is known."""
        return replace(self, person=person, told=None)

    @property
    def applicant(self) -> Applicant:
        """The person, by the profile; without one, by what they said in this talk."""
        stored = self.told or from_person(self.catalogue, self.person)
        return stored if stored.is_known else unpack_applicant(self.catalogue, self.session.subject)

    @property
    def spoken_of(self) -> Applicant:
        """Whom the last answer was about: its buttons go on with them."""
        subject = unpack_applicant(self.catalogue, self.session.subject)
        return subject if subject.is_known else self.applicant

    def line(self, key: str, **params: Param) -> Line:
        """A paragraph, with those of the common values that its text uses (see `common_values`)."""
        bare = _common_line(self.catalogue, self.view.year, self.view.is_over, self.language, key)
        return line(key, **{**dict(bare.params), **params}) if params else bare

    def date(self, day: date) -> str:
        """A day as people read it."""
        return written_date(self.catalogue, self.language, day)

    def duration(self, minutes: int) -> str:
        return written_duration(self.catalogue, self.language, minutes)

    def sources(self, sources: tuple[Source, ...], is_reading: bool = False) -> Line:
        """The source line: document, paragraph and rank; whether it is only a reading that they apply."""
        return source_line(self.catalogue, self.language, sources, is_reading)

    def topic_choice(self, topic: str) -> Choice:
        """A button that answers a topic."""
        return topic_choice(self.catalogue, topic)

    def menu_choice(self) -> Choice:
        return Choice(line("button-menu"), Verb.MENU)

    def reply(
        self, *lines: Line, choices: tuple[Choice, ...] = (), clears: bool = False, media: Media | None = None
    ) -> Reply:
        """A reply; until a language is chosen it carries a one-tap switch to the other one."""
        if self.person.language is None and choices and not any(c.verb is Verb.LANGUAGE for c in choices):
            other = "en" if self.language == "hi" else "hi"
            room = self.catalogue.limits.choices - 1
            choices = (*choices[:room], Choice(line(f"language-{other}"), Verb.LANGUAGE, other))
        step = self.session.step + 1 if choices else 0
        return Reply(self.language, lines, choices, step, clears=clears, media=media)

    def end(
        self,
        *replies: Reply,
        awaiting: Awaiting = Awaiting.NOTHING,
        then: str = "",
        subject: str = "",
        effects: tuple[Effect, ...] = (),
        decision: Decision | None = None,
        walk: Walk | None = None,
        marks: tuple[str, ...] = (),
        place: str = "",
    ) -> Step:
        """Close the step: number it, and remember what its choices were and what is expected next.

        `walk`: where a guided walk stands now; without one as before, but no mere offer. `marks`: what is about to be
        noted; without it, kept only while something else is asked first. `place` goes on the trail that "back" walks.
        """
        waits = awaiting is not Awaiting.NOTHING and then == self.session.then and bool(then)
        number = self.session.step + any(reply.choices for reply in replies)
        numbered = tuple(reply.at_step(number) for reply in replies)  # typed, a number means one of the last reply's
        offered, labels = offers(self.catalogue.texts, (*numbered[-1:], *numbered[:-1]))
        session = replace(
            self.session,
            step=number,
            is_greeted=True,
            awaiting=awaiting,
            then=then,
            subject=subject if subject or self.person.designation else self.session.subject,
            offered=offered or self.session.offered,
            labels=labels or self.session.labels,
            language=self.language,
            rated=(),
            asks=(),
            evidence=(),
            link=(),
            marks=marks or (self.session.marks if waits else ()),
            trail=_trail(self.session.trail, place),
            walk=walk or self._kept_walk,
        )
        return Step(session, numbered, effects, decision)

    @property
    def _kept_walk(self) -> Walk | None:
        return None if is_only_offered(self.session.walk) else self.session.walk


@lru_cache(maxsize=8)
def _year_on(catalogue: Catalogue, today: date) -> YearView:
    return year_on(catalogue.years, today)


@lru_cache(maxsize=32)
def common_values(catalogue: Catalogue, year: TrainingYear, is_over: bool, language: Language) -> Mapping[str, Param]:
    """Values that every text may use; dates are already written in the reader's language."""
    assessment, support = year.assessment, catalogue.support
    return {
        "year": year.id,
        "apar_year": year.apar_year,
        "last_date": written_date(catalogue, language, year.due),
        "over": "yes" if is_over else "no",
        "extended": "yes" if year.last_day > year.ends else "no",
        "floor": year.floor,
        "total": year.total,
        "questions": assessment.questions,
        "minutes": assessment.minutes,
        "pass_percent": assessment.pass_percent,
        "safe_right": assessment.safe_right,
        "attempts": assessment.attempts,
        "prerequisites": assessment.prerequisites,
        "email": support.division_email,
        "portal": support.portal,
    }


@lru_cache(maxsize=1024)
def _common_line(catalogue: Catalogue, year: TrainingYear, is_over: bool, language: Language, key: str) -> Line:
    """A text with those of the common values that it uses."""
    common = common_values(catalogue, year, is_over, language)
    return line(key, **{name: common[name] for name in catalogue.texts.variables.get(key, ()) if name in common})


@lru_cache(maxsize=1024)
def source_line(catalogue: Catalogue, language: Language, sources: tuple[Source, ...], is_reading: bool) -> Line:
    """The first sources: document, paragraph and rank."""
    key = "source-line-reading" if is_reading else "source-line"
    return line(key, sources="; ".join(_source(catalogue, language, one) for one in sources[:_SOURCES]))


def _source(catalogue: Catalogue, language: Language, source: Source) -> str:
    document = catalogue.documents[source.document]
    rank = catalogue.texts.render(language, f"rank-{document.rank}")
    return f"{document.title.said_in(language)}, {source.paragraph} ({rank})"


@lru_cache(maxsize=256)
def topic_choice(catalogue: Catalogue, topic: str) -> Choice:
    """A button that answers a topic."""
    return Choice(line(f"topic-{catalogue.topics[topic].slug}"), Verb.TOPIC, topic)


@lru_cache(maxsize=512)
def written_date(catalogue: Catalogue, language: Language, day: date) -> str:
    """Day, month by name, year."""
    return f"{day.day} {catalogue.texts.render(language, f'month-{day.month}')} {day.year}"


@lru_cache(maxsize=512)
def written_duration(catalogue: Catalogue, language: Language, minutes: int) -> str:
    """Hours and minutes, as far as there are any."""
    hours, rest = divmod(minutes, 60)
    key = "duration-both" if hours and rest else "duration-hours" if hours else "duration-minutes"
    return catalogue.texts.render(language, key, {"hours": hours, "minutes": rest})


def _trail(trail: tuple[str, ...], place: str) -> tuple[str, ...]:
    return (*(known for known in trail if known != place), place)[-_TRAIL:] if place else trail


def still_known(session: Session, catalogue: Catalogue) -> Session:
    """A stored session without the topics that the content no longer has."""
    known = catalogue.topics
    trail = tuple(at for at in session.trail if at in known or at == MENU or at.startswith(UNSURE))
    then = session.then if session.then in catalogue.topics else ""
    return session if (trail, then) == (session.trail, session.then) else replace(session, trail=trail, then=then)
