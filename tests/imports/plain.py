"""What a cell's files make of people, as plainly as it can be written: one row after another, lists looked through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from handlers.facts import VERIFIED, Claim, Claims, Source, State
from handlers.progress import merge
from handlers.report_row import Kind, Row
from handlers.same_person import Apart

#: How long a report has to be younger than what the person said; nobody says anything here.
_ANY = 3


@dataclass
class Somebody:
    """Somebody of the roster. `told`: what was said of what, and how new it is."""

    employees: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    mobiles: list[str] = field(default_factory=list)
    told: dict[str, tuple[int, object]] = field(default_factory=dict)
    claims: dict[tuple[str, str], Claims] = field(default_factory=dict)
    plan: set[tuple[str, str]] = field(default_factory=set)

    def tell(self, name: str, value: object, rank: int) -> None:
        if value not in ("", None) and (name not in self.told or rank > self.told[name][0]):
            self.told[name] = (rank, value)

    def value(self, name: str) -> object:
        return self.told[name][1] if name in self.told else None

    def said(self) -> tuple[object, ...]:
        claims = sorted((key, one.reported.state.value, str(one.reported.on or "")) for key, one in self.claims.items()
                        if one.reported is not None)  # fmt: skip
        texts = tuple(
            str(self.value(name) or "") for name in ("employee", "email", "mobile", "name", "post", "group", "circle")
        )
        return (*texts, bool(self.value("left")), tuple(claims), tuple(sorted(self.plan)))


@dataclass
class Plain:
    """All people, and what waits for a decision."""

    people: list[Somebody] = field(default_factory=list)
    disputed: set[str] = field(default_factory=set)
    apart: dict[tuple[str, str], Apart] = field(default_factory=dict)

    def take(self, kind: Kind, rows: Sequence[Row], moment: int) -> int:
        """Take in a file; return how many problem rows it has."""
        whose: dict[int, Somebody] = {}
        for row in rows:
            if not row.faults and (row.who.employee_id or row.who.email):
                one = self._whose(row.who.employee_id, row.who.email)
                if one is not None:
                    whose[row.number] = one
                    one.mobiles += [row.who.mobile] if row.who.mobile and row.who.mobile not in one.mobiles else []
        whose |= self._by_mobile(
            [row for row in rows if not row.faults and not row.who.employee_id and not row.who.email]
        )
        for row in (row for row in rows if row.number in whose):
            self._keep(whose[row.number], kind, row, moment)
        for one in self.people:  # only the newest mobile is kept; while a file is read, the older one is theirs as well
            one.mobiles = [str(one.value("mobile"))] if one.value("mobile") else []
        return len(rows) - len(whose)

    def _by_mobile(self, rows: Sequence[Row]) -> dict[int, Somebody]:
        """Rows with nothing but a mobile, once everybody else of the file is known."""
        whose = {}
        for row in rows:
            found = [one for one in self.people if row.who.mobile in one.mobiles]
            if not found:
                found = [Somebody(mobiles=[row.who.mobile])]
                self.people += found
            if len(found) == 1:
                whose[row.number] = found[0]
        return whose

    def _whose(self, employee: str, email: str) -> Somebody | None:
        holder = next((one for one in self.people if employee and employee in one.employees), None)
        reader = next((one for one in self.people if email and email in one.emails), None)
        if holder and reader:
            return holder if holder is reader else None
        if holder and email and holder.emails:
            self.disputed.add(email)
            return None
        if reader and employee and reader.employees:
            return None
        if email in self.disputed and not reader:
            return None
        found = holder or reader
        if found is None:
            found = Somebody()
            self.people.append(found)
        found.employees += [employee] if employee and employee not in found.employees else []
        found.emails += [email] if email and email not in found.emails else []
        return found

    def _keep(self, one: Somebody, kind: Kind, row: Row, moment: int) -> None:
        at = row.generated_at or moment
        rank, about = 2 * at + (kind is Kind.USERS), row.person
        one.tell("employee", row.who.employee_id, 0)
        for name, value in (("email", row.who.email), ("mobile", row.who.mobile), ("name", about.name),
                            ("group", about.group), ("circle", about.circle), ("left", about.has_left)):  # fmt: skip
            one.tell(name, value, rank)
        if not about.post.is_blank:
            one.tell("post", about.post.designation or about.post.meanings or about.designation_written, rank)
        if about.is_verified is not None:  # can be lost again: the newest report counts
            known = one.claims.get(("", VERIFIED))
            if known is None or (known.reported and at > known.reported.at):
                state = State.COMPLETED if about.is_verified else State.NOT_STARTED
                one.claims["", VERIFIED] = Claims(reported=Claim(state, at))
        for fact in row.facts:
            key = (fact.year, fact.course)
            if fact.is_planned:
                one.plan.add(key)
            if fact.state is not None:
                claim = Claim(fact.state, at, date.fromisoformat(fact.day) if fact.day else None)
                one.claims[key], _ = merge(fact.course, one.claims.get(key, Claims()), Source.REPORT, claim, at, _ANY)
