"""What is said first of posts that the order leaves out, and of those that the guide does not name."""

from __future__ import annotations

from handlers.applicant import Applicant
from handlers.messages import Line
from handlers.talk import Talk
from knowledge.catalogue import Designation, Source

#: Topics that the order's not covering somebody answers whole.
WHOLE = frozenset(("courses.mine", "syllabus.mine", "mandate.why", "gap.penalty", "progress"))
#: A look-up that rests on a reading of the papers and not on their words.
_READING = "inferred"


def names_of(talk: Talk, applicant: Applicant) -> str:
    """The post, or the posts to choose from, as people read them."""
    return " / ".join(post.name.said_in(talk.language) for post in applicant.posts)


def excluded_line(talk: Talk, applicant: Applicant) -> Line:
    """That the order does not cover this post: by its words, or by a reading that is called one."""
    post = _strictest(applicant.posts)
    is_reading = post.confidence["curriculum"] == _READING
    key = post.outside or ("courses-excluded-reading" if is_reading else "courses-excluded")
    return talk.line(key, designation=names_of(talk, applicant))


def excluded_sources(applicant: Applicant) -> tuple[Source, ...]:
    """Where it stands whom the order leaves out."""
    return _strictest(applicant.posts).sources


def _strictest(posts: tuple[Designation, ...]) -> Designation:
    return next((post for post in posts if post.confidence["curriculum"] != _READING), posts[0])


def readings(talk: Talk, applicant: Applicant, topic: str) -> frozenset[str]:
    """Which of the look-ups that the topic shows rest on a reading, this year having such a list at all."""
    year = talk.view.year
    shown = {"curriculum": (applicant.curriculum, year.curricula), "syllabus": (applicant.syllabus, year.syllabi)}
    if topic == "syllabus.mine":
        del shown["curriculum"]
    return frozenset(
        name
        for name, (list_, lists) in shown.items()
        if list_ in lists and applicant.posts and all(_is_read(post, name, list_) for post in applicant.posts)
    )


def _is_read(post: Designation, name: str, list_: str | None) -> bool:
    """Whether it is the content's own reading: what a deciding question settled is the person's word."""
    return post.confidence[name] == _READING and getattr(post, name) == list_


def reading_line(talk: Talk, applicant: Applicant, found: frozenset[str]) -> Line:
    """That the guide does not name the post, and what decides."""
    part = "both" if len(found) > 1 else next(iter(found))
    return talk.line("courses-reading", designation=names_of(talk, applicant), part=part)


def reading_sources(talk: Talk, applicant: Applicant, topic: str) -> tuple[Source, ...]:
    """The sources of the designation itself, without those of the list that the topic does not show first."""
    year = talk.view.year
    other = (
        year.curricula.get(applicant.curriculum or "")
        if topic == "syllabus.mine"
        else year.syllabi.get(applicant.syllabus or "")
    )
    left_out = other.sources if other else ()
    return tuple(source for source in applicant.posts[0].sources if source not in left_out)
