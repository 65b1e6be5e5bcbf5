"""The remaining dates as a file for a calendar; where all are past there is nothing to send, and that is said."""

from __future__ import annotations

from handlers.answer import answer
from handlers.made import Made, Wanted, media_of
from handlers.step import Step
from handlers.talk import Talk

_NEXT = ("deadlines", "courses.mine")


def send(talk: Talk) -> Step:
    """Send the file of the year's dates that are not past; it is made when it is sent.

    Those whom the order does not cover get the answer about the dates, which says so first.
    """
    if talk.applicant.is_excluded:
        return answer(talk, "deadlines", talk.applicant)
    year = talk.view.year
    choices = (*(talk.topic_choice(topic) for topic in _NEXT), talk.menu_choice())
    if talk.view.is_over:
        return talk.end(talk.reply(talk.line("calendar-over"), choices=choices))
    lead = talk.line("calendar-lead")
    sources = talk.sources((*year.phases[0].sources, *year.assessment.sources))
    return talk.end(
        talk.reply(lead, sources, choices=choices, media=media_of(Wanted(Made.ICS, year.id, talk.language)))
    )
