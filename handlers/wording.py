"""Which texts the conversation needs, with which placeholders; checked when the content loads.

`NEEDED` names each fixed key and the placeholders it is given beside the common values. Keys made from ids
(`topic-…`, `ask-…`, `answer-…`) are derived from the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handlers.answer import COMPOSED_TOPICS
from handlers.card_wording import CARD_TEXTS
from handlers.cast_wording import CAST_LABELS, CAST_TEXTS
from handlers.conversation import COMMANDS
from handlers.desk_wording import DESK_LABELS, DESK_TEXTS
from handlers.figure_wording import FIGURE_LABELS, FIGURE_TEXTS
from handlers.import_wording import IMPORT_LABELS, IMPORT_TEXTS
from handlers.link_wording import LINK_LABELS, LINK_TEXTS
from handlers.progress_wording import PROGRESS_LABELS, PROGRESS_TEXTS, PROGRESS_WORDS
from handlers.redact_names import LISTS
from handlers.reminder_wording import REMINDER_LABELS, REMINDER_TEXTS
from handlers.report_wording import REPORT_TEXTS
from knowledge.catalogue import LANGUAGES, Catalogue
from knowledge.flow import ACTORS, EMPLOYEE, FlowStep
from knowledge.problems import Problem

#: The values of `handlers.talk.common_values`, as a check renders them.
_COMMON: Mapping[str, str | int] = {
    "year": "2025-26", "apar_year": "2026-27", "last_date": "28 September 2026",
    "prerequisites": 3, "over": "no", "extended": "no",
    "floor": 3, "total": 6, "questions": 50, "minutes": 60, "pass_percent": 50, "safe_right": 26, "attempts": 10,
    "email": "missionkarmayogi.dop@indiapost.gov.in", "portal": "https://portal.igotkarmayogi.gov.in",
}  # fmt: skip

#: An e-mail or web address is at most so long.
_ADDRESS = 100
_LONG_NAME = "Superintendent of Post Offices"
_FLOW = "Wrong profile data.."
_TITLE = "Citizen Centric Services Offered by India Post"

#: Key → the placeholders it is given, with a long sample of each.
NEEDED: Mapping[str, Mapping[str, str | int]] = {
    "plain": {"text": _LONG_NAME},
    "source-line": {"sources": "DoP OM Tr/3/2025-Training-DOP, 18.08.2025, para 4 (official)"},
    "source-line-reading": {"sources": "DoP OM Tr/3/2025-Training-DOP, 18.08.2025, para 4 (official)"},
    **{f"rank-{rank}": {} for rank in ("official", "platform", "third-party", "inferred")},
    **{f"month-{month}": {} for month in range(1, 13)},
    **{f"duration-{form}": {"hours": 12, "minutes": 36} for form in ("both", "hours", "minutes")},
    **{key: {} for key in (
        "welcome", "welcome-both", "choose-language", "which-designation", "designation-not-found",
        "designation-in-full", "ask-circle", "which-circle", "circle-not-found", "profile-lead", "not-told",
        "still-open", "menu", "did-you-mean", "not-begun", "delete-confirm", "delete-done", "delete-done-opt-out",
        "delete-kept", "messages-off", "messages-on", "secret-blanked", "old-button", "from-earlier-button",
        "unknown-command", "cancelled", "you-are-welcome",
        "write-privately", "language-en", "language-hi", "year-line", "not-covered", "for-the-covered",
        "floor-target", "list-authority", "courses-need-designation", "courses-pillar-domain",
        "courses-pillar-functional", "courses-pillar-behavioural", "courses-pillar-common",
        "path-same", "deadline-lead", "assessment-facts",
        "assessment-fail", "assessment-note", "duration-lead", "duration-lead-all", "duration-note", "support-lead",
        "support-cell-unknown-circle", "support-division", "privacy-lead", "privacy-item-messages",
        "privacy-item-progress",
        "privacy-item-attempts", "privacy-item-said", "privacy-item-review", "privacy-none", "privacy-how-delete",
        "rating-ask",
        "rating-thanks", "rating-sorry", "walk-list", "walk-solved-ask", "walk-solved", "walk-too-long",
        "walk-unclear", "walk-offer", "walk-pick", "walk-pick-solved", "walk-trying", "walk-taken-back", "offer-person",
    )},
    **{f"next-to-act-{actor}": {} for actor in ACTORS if actor != EMPLOYEE},
    **{f"cannot-read-{kind}": {} for kind in ("sticker", "voice", "location", "contact", "photo", "document", "video",
                                              "edited", "other")},
    **{f"profile-{part}": {"value": _LONG_NAME} for part in ("designation", "circle", "language")},
    **{f"privacy-item-{part}": {"value": _LONG_NAME} for part in ("designation", "talk", "circle", "language")},
    **{key: {"designation": _LONG_NAME} for key in ("confirm-designation", "designation-saved", "courses-lead",
                                                    "courses-undecided", "syllabus-undecided", "courses-excluded",
                                                    "courses-excluded-reading", "syllabus-lead",
                                                    "one-question-first")},
    "courses-reading": {"designation": _LONG_NAME, "part": "assessment"},
    "circle-saved": {"circle": "North Eastern Postal Circle"},
    "did-you-mean-line": {"number": 3, "question": "Is the Make Transfer Request button greyed out?"},
    "something-failed": {"error": "1a2b3c4d"},
    "courses-line": {"title": _TITLE},
    "courses-line-time": {"title": _TITLE, "time": "12 h 36 min"},
    "courses-no-time": {"unknown": 6},
    "courses-known-time": {"time": "12 h 36 min", "unknown": 5},
    "syllabus-line": {"title": _TITLE},
    "syllabus-line-extra": {"title": _TITLE},
    "extra-warning": {"count": 2, "titles": f"{_TITLE}, {_TITLE}"},
    "path-extra": {"floor_total": 6},
    "deadline-phase": {"count": 6, "date": "28 September 2026", "when": "future", "days": 300},
    "deadline-note": {"when": "future"},
    "deadline-assessment": {"date": "28 September 2026", "when": "future", "days": 300},
    "support-cell-known": {"circle": "North Eastern Postal Circle", "contact": "c" * 80, "hours": "10:00–17:30"},
    "support-cell-no-hours": {"circle": "North Eastern Postal Circle", "contact": "c" * 80},
    "support-cell-holiday": {"circle": "North Eastern Postal Circle", "contact": "c" * 80},
    "support-cell-empty": {"circle": "North Eastern Postal Circle"},
    "walk-begun": {"title": _FLOW},
    "walk-gone-on": {"title": _FLOW},
    "walk-number": {"number": 99},
    "walk-left": {"title": _FLOW},
    "walk-understood": {"choices": f"{_FLOW} → {_FLOW}"},
    **DESK_TEXTS,
    **REMINDER_TEXTS,
    **PROGRESS_TEXTS,
    **CARD_TEXTS,
    **FIGURE_TEXTS,
    **LINK_TEXTS,
    **IMPORT_TEXTS,
    **REPORT_TEXTS,
    **CAST_TEXTS,
    "support-platform": {"platform_email": "support@igotkarmayogi.gov.in"},
}  # fmt: skip

#: Labels of buttons.
LABELS = (
    "button-menu", "button-profile", "button-skip", "button-not-sure", "button-none-of-these", "button-yes-me",
    "button-tell-circle", "button-no-other", "button-remember", "button-change-designation", "button-change-circle",
    "button-change-language", "button-delete-yes", "button-delete-no", "button-helped",
    "button-not-helped", "button-solved", "button-not-solved", "button-step-by-step", "button-person", "button-back",
    "button-restart", "button-go-on", "button-not-after-all", "button-more", "language-en", "language-hi", *DESK_LABELS,
    *REMINDER_LABELS, *PROGRESS_LABELS, *LINK_LABELS, *CAST_LABELS, *FIGURE_LABELS, *IMPORT_LABELS,
)  # fmt: skip

#: Lists of words that the conversation listens for.
WORDS = (
    "yes", "no", "back", "menu", "skip", "stop", "start", "help", "cancel", "thanks", "unsure",
    "solved", "unsolved", "trying", "walk_beside", "still", "not_after_all", "restart", "person", "more",
    "pointing", "joints", "hinglish", "titles", "language_en", "language_hi", "language_words", *PROGRESS_WORDS,
    *LISTS,
)  # fmt: skip


def check_wording(catalogue: Catalogue, *, measures_texts: bool = True) -> list[Problem]:
    """Every text the conversation uses is there, uses only what it is given, and fits the strictest channel."""
    return [
        *_missing(catalogue),
        *_flows(catalogue),
        *_missing_words(catalogue),
        *_placeholders(catalogue),
        *(_measured(catalogue) if measures_texts else ()),
    ]


def labels_of(catalogue: Catalogue) -> set[str]:
    """Every text key that is a button's label."""
    topics = {f"topic-{topic.slug}" for topic in catalogue.topics.values()}
    choices = {choice.label for question in catalogue.questions.values() for choice in question.choices}
    flows = {choice.label for step in _flow_steps(catalogue) for choice in step.choices}
    titles = {flow.title for flow in catalogue.flows.values()}
    asked = {label for evidence in catalogue.evidence.values() for label in evidence.choices}
    canned = {f"desk-label-{id_}" for id_ in catalogue.desk.canned}
    return {*LABELS, *topics, *choices, *flows, *titles, *asked, *canned}


def _needed(catalogue: Catalogue) -> set[str]:
    topics = catalogue.topics.values()
    answers = {f"answer-{topic.slug}" for topic in topics if topic.id not in COMPOSED_TOPICS}
    asks = {f"ask-{topic.slug}" for topic in topics if not topic.decline}
    steps = {step.text for step in _flow_steps(catalogue)}
    evidence = {evidence.text for evidence in catalogue.evidence.values()}
    commands = {f"command-{name}" for name in COMMANDS}
    canned = {f"desk-canned-{id_}" for id_ in catalogue.desk.canned}
    return {*NEEDED, *labels_of(catalogue), *answers, *asks, *steps, *evidence, *commands, *canned}


def _flow_steps(catalogue: Catalogue) -> Iterator[FlowStep]:
    return (step for flow in catalogue.flows.values() for step in flow.steps.values())


def _missing(catalogue: Catalogue) -> Iterator[Problem]:
    for key in sorted(_needed(catalogue)):
        if key not in catalogue.texts:
            yield Problem("texts/", key, "is missing")
    for topic in catalogue.topics.values():
        if topic.composed is not (topic.id in COMPOSED_TOPICS):
            yield Problem("topics.yaml", topic.id, "composed does not say what the program does")


def _flows(catalogue: Catalogue) -> Iterator[Problem]:
    """Commands that nobody can give, and texts of steps that are no more."""
    known = _needed(catalogue)
    for flow in catalogue.flows.values():
        if flow.command and flow.command not in COMMANDS:
            yield Problem(f"flows/{flow.id}.yaml", "command", f"{flow.command} is no command")
    for key in catalogue.texts.variables:
        if key.startswith("flow-") and key not in known:
            yield Problem("texts/", key, "is the text of no flow and no step")


def _missing_words(catalogue: Catalogue) -> Iterator[Problem]:
    for name in WORDS:
        if not catalogue.words.get(name):
            yield Problem("words.yaml", name, "is missing")


def _placeholders(catalogue: Catalogue) -> Iterator[Problem]:
    outside = {post.outside for post in catalogue.designations.values()}
    for key, names in catalogue.texts.variables.items():
        unknown = names - set(_COMMON) - set(NEEDED.get(key, {"designation"} if key in outside else ()))
        if unknown:
            yield Problem("texts/", key, f"uses the unknown placeholder(s) {', '.join(sorted(unknown))}")


def _measured(catalogue: Catalogue) -> Iterator[Problem]:
    """What can be told only by rendering every text."""
    yield from _too_long(catalogue)
    yield from _long_contacts(catalogue)
    yield from _long_labels(catalogue)


def _too_long(catalogue: Catalogue) -> Iterator[Problem]:
    most = catalogue.limits.text_characters or 4096
    for key in catalogue.texts.variables:
        for language in LANGUAGES:
            longest = max(
                len(catalogue.texts.render(language, key, {**_COMMON, **NEEDED.get(key, {}), "over": over}))
                for over in ("yes", "no")
            )
            if longest > most:
                yield Problem(f"texts/{language}", key, f"is over {most} characters ({longest})")


def _long_contacts(catalogue: Catalogue) -> Iterator[Problem]:
    """What an administrator entered must fit into the texts that show it."""
    most, support = catalogue.limits.text_characters or 4096, catalogue.support
    for circle, cell in support.cells.items():
        place = catalogue.places.get(circle)
        entered = len(cell.contact) + len(cell.hours)  # counted apart: the renderer cuts a value out that is very long
        for language in LANGUAGES if place else ():
            name = place.name.said_in(language) if place else ""
            given = {"contact": "", "hours": "", "circle": name}
            longest = entered + len(catalogue.texts.render(language, "support-cell-known", given))
            if longest > most:
                yield Problem("contacts.yaml", circle, f"makes a text of over {most} characters ({longest})")
                break
    for key, address in (("division", support.division_email), ("platform", support.platform_email),
                         ("portal", support.portal)):  # fmt: skip
        if len(address) > _ADDRESS:
            yield Problem("contacts.yaml", key, f"is over {_ADDRESS} characters")


def _long_labels(catalogue: Catalogue) -> Iterator[Problem]:
    most = catalogue.limits.label_characters or 20
    for key in sorted(labels_of(catalogue)):
        for language in LANGUAGES:
            label = catalogue.texts.render(language, key)
            if len(label) > most and key in catalogue.texts:
                yield Problem(f"texts/{language}", key, f"is a label over {most} characters: {label}")
