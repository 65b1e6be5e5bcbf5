"""An audience as a condition of SQL over people's columns; every value is a parameter. The rule is `handlers.audience`.

`p` is the person, `r` their roster row, `s` their standing of the year. A part is looked up only where it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.store.fact_statements import IS_JUDGED
from handlers.audience import All, AnyOf, Audience, Field, Is, Not
from knowledge.cast_rules import SIGNS, CastRules
from knowledge.catalogue import UNDECIDED, Catalogue, TrainingYear

#: The report's circle, else the told one.
CIRCLE = "coalesce(r.circle, p.circle)"
_HAS_REPORTED = "(r.designation IS NOT NULL OR r.meanings <> '[]' OR r.is_unknown)"
_TOLD_DECIDES = "p.designation IN (SELECT value FROM json_each(r.meanings))"
#: As `handlers.own_list.effective_post` has it: the report's, else the told one, which decides an abbreviation.
_IS_TOLD = f"(NOT coalesce({_HAS_REPORTED}, 0) OR (r.meanings <> '[]' AND {_TOLD_DECIDES}))"
DESIGNATION = f"iif({_IS_TOLD}, p.designation, r.designation)"
_SETTLED = f"""
CASE WHEN {_IS_TOLD} THEN p.curriculum
     WHEN r.designation = p.designation THEN coalesce(r.curriculum, p.curriculum) ELSE r.curriculum END
"""
#: A chat of the person's own: not at the desk page, no staff group. _CHATS: one that this program sends to (:routes,
#: channel:bot).
_OWN = """
FROM address a WHERE a.person_id = p.id AND a.channel <> 'desk'
  AND NOT EXISTS (SELECT 1 FROM staff_group g WHERE g.address_id = a.id)
"""
_CHATS = f"{_OWN} AND a.channel || ':' || a.bot_id IN (SELECT value FROM json_each(:routes))"
#: NULL: there is none; 0: blocked.
REACHABLE = f"(SELECT max(a.is_reachable) {_CHATS})"
#: The one used last, of those that can be written to.
ADDRESS = f"""
(SELECT a.id {_CHATS} AND a.is_reachable
 ORDER BY (SELECT x.updated_at FROM session x WHERE x.address_id = a.id) DESC, a.id LIMIT 1)
"""
#: As `handlers.progress.is_shown` has it: yes, no, or NULL where nobody says anything.
_SHOWN = """
SELECT person_id, CASE
    WHEN seen IS NULL THEN iif(said = 'completed', 'yes', 'no')
    WHEN said IS NULL OR seen_at - said_at >= :report_seconds THEN iif(seen = 'completed', 'yes', 'no')
    WHEN said = 'completed' OR (seen = 'completed' AND seen_at >= said_at) THEN 'yes' ELSE 'no' END AS shown
FROM (
    SELECT person_id, max(iif(source = 'self', state, NULL)) AS said, max(iif(source = 'self', at, NULL)) AS said_at,
           max(iif(source = 'report', state, NULL)) AS seen, max(iif(source = 'report', at, NULL)) AS seen_at
    FROM claim WHERE course = '#verified' AND year = '' AND state IS NOT NULL GROUP BY person_id
)
"""
#: Whose list is not known, or whom the order does not cover, is neither behind nor done.
_HAS_LIST = (
    "s.person_id IS NOT NULL AND coalesce(s.reason, '') NOT IN ('left', 'excluded', 'no_designation', 'undecided')"
)
FROM = """
person p LEFT JOIN roster r ON r.person_id = p.id LEFT JOIN standing s ON s.year = :year AND s.person_id = p.id
"""
_DAY = 86_400


@dataclass
class Condition:
    """`where` holds for those in the audience, with the parameters `values`."""

    catalogue: Catalogue
    year: TrainingYear
    values: dict[str, object] = field(default_factory=dict)
    where: str = ""

    def list_of(self, values: Sequence[str]) -> str:
        """A list of values as a parameter."""
        name = f"v{len(self.values)}"
        self.values[name] = json.dumps(list(values))
        return f"(SELECT value FROM json_each(:{name}))"

    @property
    def rules(self) -> CastRules:
        return self.catalogue.cast


def condition(
    audience: Audience, catalogue: Catalogue, year: TrainingYear, circle: str | None, routes: Sequence[str]
) -> Condition:
    """Whom the audience is, within a circle (None: all); nobody who left. `routes`: the bots that send."""
    made = Condition(catalogue, year)
    made.values |= {
        "year": year.id,
        "circle": circle,
        "routes": json.dumps(list(routes)),
        "report_seconds": year.reminders.report_days * _DAY,
    }
    within = f" AND {CIRCLE} = :circle" if circle is not None else ""
    made.where = f"{IS_JUDGED} AND NOT coalesce(r.has_left, 0){within} AND {_part(audience, made)}"
    return made


def _part(audience: Audience, made: Condition) -> str:
    if isinstance(audience, Is):
        return f"coalesce(({_is(audience, made)}), 0)"
    if isinstance(audience, Not):
        return f"NOT {_part(audience.of, made)}"
    joiner, nothing = (" AND ", "1") if isinstance(audience, All) else (" OR ", "0")
    return f"({joiner.join(_part(part, made) for part in audience.parts) or nothing})"


def _is(one: Is, made: Condition) -> str:
    values = one.values
    if one.field is Field.CIRCLE:
        return f"{CIRCLE} IN {made.list_of(values)}"
    if one.field in (Field.DIVISION, Field.OFFICE):
        return f"lower(trim(r.{one.field.value})) IN {made.list_of(values)}"
    if one.field is Field.GROUP:
        written = [form for id_ in values for form in made.rules.groups.get(id_, ())]
        return f"{_without_signs('r.group_written')} IN {made.list_of(written)}"
    if one.field is Field.DESIGNATION:
        return f"{DESIGNATION} IN {made.list_of(values)}"
    if one.field is Field.CURRICULUM:
        return " OR ".join(_curriculum(value, made) for value in values)
    if one.field in (Field.UNMET, Field.MET):
        return _milestones(one, made)
    if one.field is Field.VERIFIED:
        return " OR ".join(_verified(value) for value in values)
    if one.field is Field.LINKED:
        linked = f"EXISTS (SELECT 1 {_OWN})"
        return " OR ".join(linked if value == "yes" else f"NOT {linked}" for value in values)
    if one.field is Field.LANGUAGE:
        return f"p.language IN {made.list_of(values)}"
    return f"p.id IN (SELECT person_id FROM audience_listed WHERE list_id IN {made.list_of(values)})"


def _without_signs(column: str) -> str:
    for sign in SIGNS:
        column = f"replace({column}, '{sign}', '')"
    return f"upper({column})"


def _milestones(one: Is, made: Condition) -> str:
    """One of them is not met (or met), by the standing that is kept."""
    places = {milestone.id: place for place, milestone in enumerate(made.year.reminders.milestones)}
    masks = [1 << places[value] for value in one.values if value in places]
    test = "<>" if one.field is Field.UNMET else "="
    return f"{_HAS_LIST} AND ({' OR '.join(f's.unmet & {mask} {test} 0' for mask in masks) or '0'})"


def _verified(value: str) -> str:
    if value == "unknown":
        return f"p.id NOT IN (SELECT person_id FROM ({_SHOWN}))"
    return f"p.id IN (SELECT person_id FROM ({_SHOWN}) WHERE shown = '{'yes' if value == 'yes' else 'no'}')"


def _curriculum(wanted: str, made: Condition) -> str:
    """As `handlers.own_list` finds it: what an answer settled, else the catalogue's, else the one that the plan fits."""
    year, posts = made.year, [one for one in made.catalogue.designations.values() if not one.is_excluded]
    if wanted not in year.curricula:
        return "0"
    open_ = [one for one in posts if one.curriculum == UNDECIDED]
    decided = made.list_of([one.id for one in posts if one.curriculum == wanted])
    named: dict[tuple[str, ...], list[str]] = {}
    for one in open_:
        candidates = one.candidates["curriculum"] or tuple(year.curricula)
        named.setdefault(tuple(id_ for id_ in candidates if id_ in year.curricula), []).append(one.id)
    fits = [
        f"WHEN {DESIGNATION} IN {made.list_of(ids)} THEN {_fits_only(wanted, candidates, made)}"
        for candidates, ids in named.items()
        if wanted in candidates
    ]
    known, curricula = made.list_of([one.id for one in posts]), made.list_of(list(year.curricula))
    return f"""
    {DESIGNATION} IN {known} AND CASE
        WHEN {_SETTLED} IN {curricula} THEN {_SETTLED} IN {made.list_of([wanted])}
        WHEN {DESIGNATION} IN {decided} THEN 1 {" ".join(fits)} ELSE 0 END
    """


def _fits_only(wanted: str, candidates: Sequence[str], made: Condition) -> str:
    """All courses of this one are in the plan, and of no other candidate."""

    def fits(id_: str) -> str:
        courses = dict.fromkeys(made.year.curricula[id_].courses)
        return f"""
        (SELECT count(*) FROM plan l WHERE l.person_id = p.id AND l.year = :year
           AND l.course IN {made.list_of(list(courses))}) = {len(courses)}
        """

    others = " OR ".join(fits(id_) for id_ in candidates if id_ != wanted) or "0"
    return f"({fits(wanted)} AND NOT ({others}))"
