"""All SQL of where the circles stand, by name: set-based, so that 200,000 people take a second. ?: named values.

`:circle` names one; the statements for all circles leave the condition out, so that each goes along its index.
"""

# -- what is counted by ----------------------------------------------------------------------------------------------

_CURRICULUM = """
CASE WHEN s.reason = 'excluded' THEN '-outside' WHEN s.reason IS NULL OR s.reason NOT IN ('no_designation', 'undecided')
     THEN iif(coalesce(s.curriculum, '') <> '', s.curriculum, iif(s.person_id IS NULL, '-open', '-plan'))
     ELSE '-open' END
"""
_IS_MANDATED = "s.reason IS NOT 'excluded'"
#: Behind with something that is over or near, and nobody who can be written to.
_IS_TO_CALL = f"""
{_IS_MANDATED} AND coalesce(s.unmet, -1) & :near <> 0
AND (s.address_id IS NULL OR p.messages_off OR NOT coalesce(a.is_reachable, 0))
"""
_PEOPLE = """
FROM roster r JOIN person p ON p.id = r.person_id
LEFT JOIN standing s ON s.year = :year AND s.person_id = r.person_id
LEFT JOIN address a ON a.id = s.address_id
WHERE NOT r.has_left
"""
_OF_CIRCLE = "AND r.circle = :circle"


def counted(milestones: int, *, is_of_circle: bool) -> str:
    """People by circle, division, Group and curriculum, with how many met each of so many milestones."""
    met = ", ".join(f"sum({_IS_MANDATED} AND coalesce(s.unmet, -1) & {1 << place} = 0)" for place in range(milestones))
    return f"""
    SELECT json_group_array(json_array(circle, division, grp, curriculum, employees, mandated, linked, verified, calls,
                                       reminded, newest, json(met)))
    FROM (
        SELECT coalesce(r.circle, '') AS circle, coalesce(r.division, '') AS division,
               coalesce(r.group_written, '') AS grp, {_CURRICULUM} AS curriculum, count(*) AS employees,
               sum({_IS_MANDATED}) AS mandated, sum(s.address_id IS NOT NULL) AS linked,
               sum(s.is_verified IS 1) AS verified, sum({_IS_TO_CALL}) AS calls,
               sum(coalesce(s.reminded, 0)) AS reminded, max(coalesce(r.reported_at, 0)) AS newest,
               json_array({met}) AS met
        {_PEOPLE} {_OF_CIRCLE if is_of_circle else ""} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    )
    """


#: Who talks to the assistant and is in no list, by what they said of themselves.
_OTHERS = """
SELECT count(*) FROM person p
WHERE coalesce(p.language, p.designation, p.circle) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM roster r WHERE r.person_id = p.id)
  AND EXISTS (SELECT 1 FROM address a WHERE a.person_id = p.id AND a.channel <> 'desk')
"""
OTHERS = {False: _OTHERS, True: f"{_OTHERS} AND p.circle = :circle"}
#: Whose figures are those of before: marked, or not looked at yet with this content.
_UNFOUND = """
SELECT count(*) FROM roster r, standing_content c
WHERE NOT r.has_left AND (
    r.person_id IN (SELECT person_id FROM stale WHERE NOT is_found)
    OR (CASE :content WHEN c.fingerprint THEN r.person_id >= c.next_person ELSE 1 END
        AND CASE :content WHEN c.found_with THEN r.person_id >= c.found_next ELSE 1 END))
"""
UNFOUND = {False: _UNFOUND, True: f"{_UNFOUND} {_OF_CIRCLE}"}
#: Who came by the circles' links, and for the first time; nobody's in particular.
_CAME = "SELECT coalesce(sum(came), 0), coalesce(sum(were_new), 0) FROM reach WHERE day >= :began"
CAME = {False: _CAME, True: f"{_CAME} AND circle = :circle"}
_TICKETS = """
SELECT json_group_array(json_array(circle, open, opened, answered, opened_lately, answered_lately)) FROM (
    SELECT coalesce(circle, '') AS circle, sum(state <> 'closed') AS open, sum(opened_at >= :began) AS opened,
           sum(first_answer_at >= :began) AS answered, sum(opened_at >= :lately) AS opened_lately,
           sum(first_answer_at >= :lately) AS answered_lately
    FROM ticket {where} GROUP BY 1 ORDER BY 1
)
"""
TICKETS = {False: _TICKETS.format(where=""), True: _TICKETS.format(where="WHERE circle = :circle")}
#: No row says who asked, so there is no circle. A row's moment is the beginning of its day.
QUESTIONS = """
SELECT json_object('undecided', (SELECT count(*) FROM review WHERE decided_at IS NULL),
    'lately', (SELECT json_group_object(why, times) FROM (
        SELECT why, count(*) AS times FROM review WHERE kept_at >= :lately GROUP BY why ORDER BY why)))
"""
#: What happened at the steps of the guided walks in two weeks, the later one first.
STEPS = """
SELECT json_group_array(json_array(flow, step, lately, before, shown)) FROM (
    SELECT flow, step, sum(iif(what <> 'shown' AND day >= :lately, times, 0)) AS lately,
           sum(iif(what <> 'shown' AND day < :lately, times, 0)) AS before,
           sum(iif(what = 'shown' AND day >= :lately, times, 0)) AS shown
    FROM flow_count WHERE what IN ('shown', 'unsolved', 'left', 'escalated') AND day >= :before AND day < :until
    GROUP BY flow, step ORDER BY flow, step
)
"""

# -- by week ---------------------------------------------------------------------------------------------------------

_WEEKS = """
SELECT json_group_array(json_array(week, circle, kind, part, employees, mandated, linked, verified, reminded,
                                   json(met))) FROM (
    SELECT * FROM figure_week WHERE year = :year {where} ORDER BY week, circle, kind, part)
"""
WEEKS = {False: _WEEKS.format(where=""), True: _WEEKS.format(where="AND circle = :circle")}
HAS_WEEK = "SELECT EXISTS (SELECT 1 FROM figure_week WHERE year = ? AND week = ?)"
KEEP_WEEKS = """
INSERT INTO figure_week (week, year, circle, kind, part, employees, mandated, linked, verified, reminded, met)
SELECT ?2, ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value -> 8 FROM json_each(?3) WHERE NOT EXISTS (SELECT 1 FROM figure_week WHERE year = ?1 AND week = ?2)
"""

# -- lists -----------------------------------------------------------------------------------------------------------

#: Who needs a call: by office, the nearest colleagues together.
CALLS = """
SELECT json_group_array(json_array(employee_id, circle, division, office, designation_written, designation, unmet,
                                   why, name, mobile)) FROM (
    SELECT coalesce(r.employee_id, '') AS employee_id, hex(r.name_box) AS name,
           hex(r.mobile_box) AS mobile, coalesce(r.circle, '') AS circle,
           coalesce(r.division, '') AS division, coalesce(r.office, '') AS office,
           coalesce(r.designation_written, '') AS designation_written, r.designation, coalesce(s.unmet, -1) AS unmet,
           CASE WHEN s.address_id IS NULL THEN 'no_channel' WHEN NOT coalesce(a.is_reachable, 0) THEN 'blocked'
                ELSE 'opted_out' END AS why
    {people} AND {is_to_call} {of_circle} ORDER BY 4, 5, 6, 1, r.person_id
)
"""
CALLS_OF = {
    is_of_circle: CALLS.format(people=_PEOPLE, is_to_call=_IS_TO_CALL, of_circle=_OF_CIRCLE if is_of_circle else "")
    for is_of_circle in (False, True)
}  # fmt: skip
#: Equal words for the same reason once, those written most often first.
UNANSWERED = """
SELECT json_group_array(json_array(id, text, why, topic, json(alternatives), confidence, language, kept_at, times))
FROM (
    SELECT min(id) AS id, text, why, topic, alternatives, confidence, language, max(kept_at) AS kept_at,
           count(*) AS times
    FROM review WHERE decided_at IS NULL GROUP BY text, why ORDER BY times DESC, id
)
"""
#: What was not answered in a circle, by topic and reason, most often first; with the last week it happened in.
UNANSWERED_OF = """
SELECT json_group_array(json_array(topic, why, times, week)) FROM (
    SELECT topic, why, sum(times) AS times, max(week) AS week FROM unanswered WHERE circle = ? GROUP BY topic, why
    ORDER BY 3 DESC, 1, 2
)
"""

# -- found anew ------------------------------------------------------------------------------------------------------

#: Marked persons whose standing no report has found yet.
MARKED = """
SELECT json_group_array(json_array(id, person_id)) FROM (
    SELECT id, person_id FROM stale WHERE NOT is_found ORDER BY id LIMIT ?
)
"""
NOW_FOUND = "UPDATE stale SET is_found = 1 WHERE id IN (SELECT value FROM json_each(?))"
#: Everybody, where standings were found with other content: begun where that is new.
BEGIN_TO_FIND = """
UPDATE standing_content SET found_with = ?1, found_next = iif(fingerprint = ?1, next_person, 0) WHERE found_with <> ?1
"""
NEXT_TO_FIND = """
SELECT json_group_array(id) FROM (
    SELECT p.id FROM person p, standing_content c
    WHERE p.id >= c.found_next AND (c.fingerprint <> ?1 OR p.id >= c.next_person) ORDER BY p.id LIMIT ?2
)
"""
FOUND_TO = "UPDATE standing_content SET found_next = ?"

# -- the weekly digest -----------------------------------------------------------------------------------------------

#: Members of the role since before :since, in a chat that can be written to, who got none yet this week.
TO_TELL = """
SELECT json_group_array(json_array(m.id, m.person_id, m.role, m.circle, m.address_id,
                                   coalesce(m.language, p.language, 'en')))
FROM member m JOIN person p ON p.id = m.person_id JOIN address a ON a.id = m.address_id
WHERE m.revoked_at IS NULL AND m.role = 'cell' AND m.granted_at < :since AND a.is_reachable AND a.channel <> 'desk'
  AND NOT EXISTS (SELECT 1 FROM digest d WHERE d.week = :week AND d.member_id = m.id)
"""
TELL = "INSERT INTO digest (week, member_id, queued_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
