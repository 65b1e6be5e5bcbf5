"""Cards of four people: half done, as much as there can be to say, all done, nothing known."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from knowledge.library import Library
from reminders.card import Card, Exam, Goal, blank_card

PEOPLE = ("half", "long", "done", "blank")
#: A title of an APAR plan is what somebody typed into a file.
_TYPED = (
    "अनिवार्य प्रशिक्षण: क्रिटिकल थिंकिंग और निर्णय लेने की श्रेणीबद्ध प्रक्रिया का विस्तृत परिचय, भाग दो, संशोधित संस्करण 2025",
    "W" * 90,
    "iGOT पर ज्ञान, कर्त्तव्य और सत्यनिष्ठा <b>&amp;</b> \x00\x1b]]> \ud83d एक बहुत लंबा शीर्षक जो दो पंक्तियों में भी नहीं आता",
)


def card_of(person: str, library: Library) -> Card:
    year = library.catalogue.years[0]
    blank = blank_card(year, date(2026, 2, 20))
    titles = [library.catalogue.courses[id_].title for id_ in ("mis", "critical", "leadership")]
    if person == "half":
        return replace(blank, completed=3, left=tuple(titles), login=True, verified=True, told=2, minutes=276)
    if person == "done":
        exam = replace(blank.exam, is_passed=True)
        known = replace(blank, login=True, verified=True, mapped=True)
        return replace(known, today=date(2026, 4, 2), completed=6, exam=exam)
    if person == "blank":
        return blank
    longest = sorted((course.title for course in library.catalogue.courses.values()), key=len, reverse=True)
    goals = (*blank.goals[:2], Goal("complete", date(2026, 3, 31), 24))
    return Card(
        "2025-26", date(2026, 3, 31), 24, 2, 12, 50, goals, Exam(date(2026, 3, 31), 10, failed=9),
        left=(*longest[:4], *_TYPED, *longest[4:19]), verified=False, mapped=False, told=11,
        extra=tuple(longest[:3]), minutes=5999, unpublished=14,
    )  # fmt: skip
