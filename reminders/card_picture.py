"""The progress card: a `Card` as SVG, 720 px wide for a phone, as high as it needs to be.

What is done and due by phase, the minimum (DoP OM 18.08.2025, para 4), the assessment, the courses left by name, and
the checklist of the Training Division's guide (login, verify, map, the phases, qualify).
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from handlers.talk import written_date, written_duration
from knowledge.catalogue import Catalogue, Language
from reminders.card import Card, Goal, Standing
from reminders.svg import MARGIN, WIDTH, Colour, Sheet, Sign

_TITLE, _HEAD, _BODY, _SMALL = 42, 32, 28, 24
#: Where the words beside a sign begin.
_BESIDE = MARGIN + 48
#: So many titles are named, each on so many lines at most.
_MOST_TITLES, _TITLE_LINES = 8, 2
#: More boxes than this would be too small to count.
_MOST_BOXES = 12
_BOX, _GAP = 36, 8
_ROOM = WIDTH - 2 * MARGIN
_SIGN_OF = {Standing.MET: Sign.DONE, Standing.OVER: Sign.LATE, Standing.TODAY: Sign.LATE, Standing.AHEAD: Sign.OPEN}
_COLOUR_OF = {Standing.MET: Colour.DONE, Standing.OVER: Colour.LATE, Standing.TODAY: Colour.LATE,
              Standing.AHEAD: Colour.INK}  # fmt: skip


def card_svg(card: Card, catalogue: Catalogue, language: Language) -> str:
    """Return the whole card as SVG text; the same card, texts and language give the same text."""
    drawing = _Drawing(card, catalogue, language, Sheet())
    drawing.head()
    drawing.dates()
    drawing.left()
    drawing.checklist()
    return drawing.sheet.finished()


class _Drawing(Struct, frozen=True):
    card: Card
    catalogue: Catalogue
    language: Language
    sheet: Sheet

    def head(self) -> None:
        """The year, the day, how many are done, how far the minimum is."""
        card, sheet = self.card, self.sheet
        sheet.text(self.said("card-title", year=card.year), _TITLE, bold=True)
        sheet.text(self.said("card-as-of", date=self.written(card.today)), _SMALL, Colour.GREY)
        sheet.y += 14
        sheet.text(self.said("card-count", done=card.completed, total=card.total), _HEAD, bold=True)
        self._boxes()
        missing = max(0, card.floor - card.completed)
        minimum = {"percent": card.floor_percent, "floor": card.floor, "total": card.total}
        sheet.text(self.said("card-floor", missing=missing, **minimum), _SMALL)
        if card.told:
            sheet.text(self.said("card-told", count=card.told), _SMALL)

    def dates(self) -> None:
        """Each phase and the assessment: sign, date, what is done and due."""
        self.sheet.rule()
        for goal in self.card.goals:
            standing = self.card.standing_of(goal)
            words = self.said(
                "card-goal", standing=standing.value, courses=goal.courses, total=self.card.total,
                missing=max(0, goal.courses - self.card.completed), left=self._days(goal.due),
            )  # fmt: skip
            title = self.said("card-date", step=self._step(goal.id, goal), date=self.written(goal.due))
            self._row(title, words, standing)
        self._exam()

    def left(self) -> None:
        """The courses left by name, and their published time."""
        card = self.card
        if not card.left and not card.extra:
            return
        self.sheet.rule()
        if card.left:
            self._titles("card-left", card.left)
            self._time()
        if card.extra:
            self._titles("card-extra", card.extra)

    def checklist(self) -> None:
        """The guide's checklist in two columns; what nobody told is a question mark, and says so."""
        sheet, card = self.sheet, self.card
        sheet.rule()
        sheet.text(self.said("card-list"), _BODY, bold=True)
        told = {"login": card.login, "verify": card.verified, "map": card.mapped}
        steps = [(self._step(id_), _sign_of(is_done)) for id_, is_done in told.items()]
        steps += [(self._step(goal.id, goal), _SIGN_OF[card.standing_of(goal)]) for goal in card.goals]
        steps.append((self._step("qualify"), _SIGN_OF[card.exam_standing]))
        top, half = sheet.y, -(-len(steps) // 2)
        for place, (words, sign) in enumerate(steps):
            x = MARGIN if place < half else WIDTH // 2
            sheet.y = top + 46 * (place % half if place >= half else place)
            sheet.sign(sign, x + 17, sheet.y + 17)
            sheet.text(words, _SMALL, x=x + 48, most=1, room=WIDTH // 2 if place < half else WIDTH - MARGIN)
        sheet.y = top + 46 * half
        if None in told.values():
            sheet.text(self.said("card-unknown"), _SMALL, Colour.GREY)
        sheet.rule()
        sheet.text(self.said("card-foot"), _SMALL, Colour.GREY)

    def said(self, key: str, **params: str | int) -> str:
        return self.catalogue.texts.render(self.language, key, params)

    def written(self, day: date) -> str:
        return written_date(self.catalogue, self.language, day)

    def _boxes(self) -> None:
        """One box a course, full or empty; of a long list one bar. The minimum is a mark below."""
        card, sheet = self.card, self.sheet
        count = card.total if card.total <= _MOST_BOXES else 1
        step = (_ROOM + _GAP) / max(count, 1)
        top = sheet.y + 12
        for place in range(count):
            sheet.box(MARGIN + round(place * step), top, round(step) - _GAP, _BOX, Colour.PAPER, Colour.GREY)
        for place in range(card.completed if count > 1 else 0):
            sheet.box(MARGIN + round(place * step), top, round(step) - _GAP, _BOX, Colour.DONE, Colour.DONE)
        if count == 1 and card.completed:
            sheet.box(MARGIN, top, _ROOM * card.completed // card.total, _BOX, Colour.DONE, Colour.DONE)
        minimum = MARGIN + _ROOM * card.floor // max(card.total, 1) - _GAP
        sheet.box(minimum, top + _BOX + 7, 6, 16, Colour.INK)
        sheet.y = top + _BOX + 24

    def _exam(self) -> None:
        exam, standing = self.card.exam, self.card.exam_standing
        words = self.said("card-exam", standing=standing.value, left=self._days(exam.due))
        if exam.failed and standing is not Standing.MET:
            words += f" ({self.said('card-exam-failed', count=exam.failed, attempts=exam.attempts)})"
        title = self.said("card-date", step=self.said("card-exam-title"), date=self.written(exam.due))
        self._row(title, words, standing)

    def _row(self, title: str, words: str, standing: Standing) -> None:
        sheet = self.sheet
        sheet.y += 6
        sheet.sign(_SIGN_OF[standing], MARGIN + 17, sheet.y + 22)
        sheet.text(title, _BODY, x=_BESIDE, bold=True)
        sheet.text(words, _SMALL, _COLOUR_OF[standing], x=_BESIDE)

    def _titles(self, key: str, titles: tuple[str, ...]) -> None:
        sheet = self.sheet
        sheet.text(self.said(key, count=len(titles)), _BODY, bold=True)
        shown = titles if len(titles) <= _MOST_TITLES else titles[: _MOST_TITLES - 1]
        for title in shown:
            sheet.text("•", _SMALL, x=MARGIN + 8)
            sheet.y -= round(_SMALL * 1.4)
            sheet.text(title, _SMALL, x=MARGIN + 30, most=_TITLE_LINES)
        if len(titles) > len(shown):
            sheet.text(self.said("card-more", count=len(titles) - len(shown)), _SMALL, x=MARGIN + 30)

    def _time(self) -> None:
        """The published length of what is left; no sum where nothing is published."""
        if not self.card.minutes:
            return
        time = written_duration(self.catalogue, self.language, self.card.minutes)
        key = "card-time-some" if self.card.unpublished else "card-time"
        more = {"count": self.card.unpublished} if self.card.unpublished else {}
        self.sheet.text(self.said(key, time=time, **more), _SMALL, Colour.GREY)

    def _days(self, due: date) -> str:
        return self.said("card-days", days=(due - self.card.today).days)

    def _step(self, id_: str, goal: Goal | None = None) -> str:
        """A step of the checklist by its name; a phase that has none by its number of courses."""
        return self.said("card-step", step=id_, courses=goal.courses if goal else 0)


def _sign_of(is_done: bool | None) -> Sign:
    if is_done is None:
        return Sign.UNKNOWN
    return Sign.DONE if is_done else Sign.OPEN
