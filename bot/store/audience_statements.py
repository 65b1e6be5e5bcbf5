"""An audience as a condition of SQL over the crowd (`c`), in which everybody stands as audiences ask for them; every
value is a parameter. The rule is `handlers.audience`; the crowd is kept with the standings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from handlers.audience import All, Audience, Field, Is, Not
from knowledge.cast_rules import SIGNS
from knowledge.catalogue import Catalogue, TrainingYear


def _group_key(column: str) -> str:
    """As `knowledge.cast_rules.group_key` has it."""
    for sign in SIGNS:
        column = f"replace({column}, '{sign}', '')"
    return f"upper({column})"


KEEP_CROWD = f"""
INSERT INTO crowd (year, person_id, circle, designation, curriculum, unmet, is_verified, is_linked, has_left, fate,
                   division, office, group_key, language)
SELECT v.value ->> 0, v.value ->> 1, v.value ->> 2, v.value ->> 3, v.value ->> 4, v.value ->> 5, v.value ->> 6,
       v.value ->> 7, v.value ->> 8, v.value ->> 9, lower(trim(r.division)), lower(trim(r.office)),
       {_group_key("r.group_written")}, p.language
FROM json_each(?) v JOIN person p ON p.id = v.value ->> 1 LEFT JOIN roster r ON r.person_id = p.id
WHERE true ORDER BY v.key
ON CONFLICT (year, person_id) DO UPDATE SET
    circle = excluded.circle, designation = excluded.designation, curriculum = excluded.curriculum,
    unmet = excluded.unmet, is_verified = excluded.is_verified, is_linked = excluded.is_linked,
    has_left = excluded.has_left, fate = excluded.fate, division = excluded.division, office = excluded.office,
    group_key = excluded.group_key, language = excluded.language
"""
DROP_CROWD = "DELETE FROM crowd WHERE year = ?1 AND person_id IN (SELECT value FROM json_each(?2))"
#: A chat of the person's own that this program sends to (:routes, channel:bot): not at the desk page, no staff group.
_CHATS = """
FROM address a WHERE a.person_id = p.id AND a.channel <> 'desk'
  AND NOT EXISTS (SELECT 1 FROM staff_group g WHERE g.address_id = a.id)
  AND a.channel || ':' || a.bot_id IN (SELECT value FROM json_each(:routes))
"""
#: NULL: there is none; 0: blocked.
REACHABLE = f"(SELECT max(a.is_reachable) {_CHATS})"
#: The one used last, of those that can be written to.
ADDRESS = f"""
(SELECT a.id {_CHATS} AND a.is_reachable
 ORDER BY (SELECT x.updated_at FROM session x WHERE x.address_id = a.id) DESC, a.id LIMIT 1)
"""


@dataclass
class Condition:
    """`where` holds for those in the audience, with the parameters `values`."""

    catalogue: Catalogue
    year: TrainingYear
    values: dict[str, object] = field(default_factory=dict)
    where: str = ""

    def list_of(self, values: Sequence[str]) -> str:
        """A list of values as parameters."""
        names = [f"v{len(self.values) + place}" for place in range(len(values))]
        self.values |= dict(zip(names, values, strict=True))
        return f"({', '.join(f':{name}' for name in names)})"


def condition(audience: Audience, catalogue: Catalogue, year: TrainingYear, circle: str | None) -> Condition:
    """Whom the audience is, within a circle (None: all); nobody who left."""
    made = Condition(catalogue, year, {"year": year.id})
    within = f" AND c.circle = {made.list_of([circle])[1:-1]}" if circle is not None else ""
    made.where = f"c.year = :year AND NOT c.has_left{within} AND {_part(audience, made)}"
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
    if one.field is Field.GROUP:
        written = [form for id_ in values for form in made.catalogue.cast.groups.get(id_, ())]
        return f"c.group_key IN {made.list_of(written)}"
    if one.field in (Field.UNMET, Field.MET):
        places = {milestone.id: place for place, milestone in enumerate(made.year.reminders.milestones)}
        test = "<>" if one.field is Field.UNMET else "="
        tests = [f"c.unmet & {1 << places[value]} {test} 0" for value in values if value in places]
        return " OR ".join(tests) or "0"
    if one.field is Field.VERIFIED:
        return " OR ".join(_VERIFIED[value] for value in values)
    if one.field is Field.LINKED:
        return " OR ".join("c.is_linked" if value == "yes" else "NOT c.is_linked" for value in values)
    if one.field is Field.LIST:
        lists = made.list_of(values)
        return f"c.person_id IN (SELECT person_id FROM audience_listed WHERE list_id IN {lists})"
    return f"c.{one.field.value} IN {made.list_of(values)}"


_VERIFIED = {"yes": "c.is_verified", "no": "NOT c.is_verified", "unknown": "c.is_verified IS NULL"}
