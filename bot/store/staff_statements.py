"""The SQL of who works at the desk: invitations, roles, linked groups, sessions of the page; by name, with why."""

# -- invitations -----------------------------------------------------------------------------------------------------

INVITATION = "i.id, i.kind, i.role, i.circle, i.member_id"
GOOD_INVITATION = f"""
SELECT json_array({INVITATION}) FROM invitation i
WHERE i.code_hash = ? AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > ?
"""
#: Once, while it is good; whoever comes second changes nothing.
USE_INVITATION = """
UPDATE invitation SET used_at = ?2, used_by = ?3
WHERE id = ?1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ?2
"""
INVITE = """
INSERT INTO invitation (kind, role, circle, code_hash, member_id, created_at, expires_at, made_by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
GOOD_INVITATIONS = f"""
SELECT json_group_array(json_array(json_array({INVITATION}), i.expires_at, i.made_by))
FROM (
    SELECT * FROM invitation WHERE used_at IS NULL AND revoked_at IS NULL AND expires_at > ? ORDER BY id
) i
"""
REVOKE_INVITATION = "UPDATE invitation SET revoked_at = ? WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL"

# -- members ---------------------------------------------------------------------------------------------------------

MEMBER = "m.id, m.person_id, m.role, m.circle, m.address_id, coalesce(m.language, m.own_language, 'en')"
MEMBERS = f"""
SELECT json_group_array(json_array({MEMBER}))
FROM (
    SELECT n.*, p.language AS own_language FROM member n JOIN person p ON p.id = n.person_id
    WHERE n.revoked_at IS NULL ORDER BY n.id
) m
"""
ONE_MEMBER = f"""
SELECT json_array({MEMBER})
FROM (
    SELECT n.*, p.language AS own_language FROM member n JOIN person p ON p.id = n.person_id
    WHERE n.revoked_at IS NULL AND n.id = ?
) m
"""
#: Somebody who has the role already keeps it.
NEW_MEMBER = """
INSERT INTO member (person_id, address_id, role, circle, granted_at, granted_by)
SELECT ?1, ?2, ?3, ?4, ?5, (SELECT made_by FROM invitation WHERE id = ?6)
WHERE NOT EXISTS (
    SELECT 1 FROM member WHERE person_id = ?1 AND role = ?3 AND circle IS ?4 AND revoked_at IS NULL)
"""
#: Kept in step by triggers.
STAFFED = "SELECT json(circles) FROM staffed"
REVOKE_MEMBER = "UPDATE member SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"
#: What follows from it: nobody is signed in, no code signs in again, the clock gives the tickets back.
REVOKED = (
    "DELETE FROM desk_session WHERE member_id = ?1",
    "UPDATE invitation SET revoked_at = ?2 WHERE member_id = ?1 AND used_at IS NULL AND revoked_at IS NULL",
    "UPDATE ticket SET next_look = ?2 WHERE claimed_by = ?1 AND state = 'claimed'",
)

#: Who has no chat of their own that can be written to: at the desk page only, or the bot is blocked there.
WITHOUT_CHAT = """
SELECT m.address_id FROM member m JOIN address a ON a.id = m.address_id WHERE a.channel = 'desk' OR NOT a.is_reachable
"""

# -- linked groups ---------------------------------------------------------------------------------------------------

#: Those that can be written to. Where the platform refused, somebody must write there first.
GROUPS = """
SELECT json_group_array(json_array(g.address_id, g.circle, g.language))
FROM staff_group g JOIN address a ON a.id = g.address_id
WHERE g.unlinked_at IS NULL AND a.is_reachable
"""
LINK_GROUP = """
INSERT INTO staff_group (address_id, circle, language, linked_at)
VALUES (?1, ?2, coalesce(?3, (SELECT language FROM person WHERE id = ?4), 'en'), ?5)
ON CONFLICT (address_id) DO UPDATE
SET circle = excluded.circle, language = excluded.language, linked_at = excluded.linked_at, unlinked_at = NULL
"""
#: What stands in no group that could be it is shown in this one. ?1: its circle, ?2: now.
SHOW_IN_GROUP = """
UPDATE ticket SET home_id = iif(state = 'open', NULL, home_id), next_look = ?2
WHERE state <> 'closed' AND iif(?1 IS NULL, level = 'central', level = 'circle' AND circle = ?1)
  AND (home_id IS NULL OR home_id NOT IN (SELECT address_id FROM staff_group WHERE unlinked_at IS NULL))
"""
UNLINK_GROUP = "UPDATE staff_group SET unlinked_at = ?2 WHERE address_id = ?1 AND unlinked_at IS NULL"

# -- sessions of the page --------------------------------------------------------------------------------------------

OPEN_SESSION = "INSERT INTO desk_session (hash, member_id, created_at, last_at) VALUES (?1, ?2, ?3, ?3)"
SESSION = "SELECT member_id, last_at FROM desk_session WHERE hash = ? AND last_at >= ? AND created_at >= ?"
SESSION_USED = "UPDATE desk_session SET last_at = ? WHERE hash = ?"
CLOSE_SESSION = "DELETE FROM desk_session WHERE hash = ?"
