"""Telegram's raw update → `Inbound`, in private chats and in groups. Raw JSON straight into our own values."""

from __future__ import annotations

from typing import Any

from handlers.actions import Verb, unpack
from handlers.link_words import mobile_of
from handlers.messages import Inbound, Kind
from handlers.secrets import blank_secrets
from handlers.ticket import Media, MediaKind

#: Update kinds that are asked for; all others never arrive.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
_ENVELOPES = (*ALLOWED_UPDATES, "channel_post", "edited_channel_post")
#: Parts of an update that repeat an older message.
_QUOTED = ("reply_to_message", "message", "quote", "pinned_message")
_GROUPS = ("group", "supergroup")
#: What a message can hold beside text, in this order: an animation is repeated as a document.
_CONTENT = ("sticker", "voice", "video_note", "location", "contact", "photo", "animation", "document", "video", "audio")
#: Content that is told of by another name.
_SAME = {"video_note": "video", "audio": "voice", "animation": "document"}
#: Content that has no word of its own; any other message of a group is the platform's note of something that happened.
_OTHER_CONTENT = ("dice", "poll", "venue", "game", "story", "checklist", "paid_media")
#: What is relayed. The platform sends no file as another kind than it came: such a `ref` leads with its own kind.
_RELAYED = {
    "photo": MediaKind.PHOTO, "document": MediaKind.DOCUMENT, "animation": MediaKind.DOCUMENT,
    "voice": MediaKind.VOICE, "audio": MediaKind.VOICE, "video": MediaKind.VIDEO, "video_note": MediaKind.VIDEO,
}  # fmt: skip


def blank(raw: dict[str, Any]) -> tuple[bool, bool]:
    """Blank secrets in every text of the update, in place.

    Return whether the person pasted one now, and whether anything was changed (a quoted message counts only there).
    """
    found = changed = False
    for kind in _ENVELOPES:
        message = raw.get(kind)
        if isinstance(message, dict):
            found = _blank_message(message) or found
            for part in map(message.get, _QUOTED):
                if isinstance(part, dict):
                    changed = _blank_message(part) or changed
    return found, found or changed


def _blank_message(message: dict[str, Any]) -> bool:
    found = False
    for name in ("text", "caption"):
        text = message.get(name)
        if isinstance(text, str):
            message[name], was_blanked = blank_secrets(text)
            found = found or was_blanked
    return found


def chat_of(raw: dict[str, Any]) -> dict[str, Any] | None:
    """The chat that an update is about, if it names one."""
    for kind in _ENVELOPES:
        part = raw.get(kind)
        if not isinstance(part, dict):
            continue
        message = part.get("message") if kind == "callback_query" else part
        chat = message.get("chat") if isinstance(message, dict) else None
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return chat
    return None


def tap_id(raw: Any) -> str | None:
    """The id of a tapped button that is acknowledged at once; the desk answers those of groups and its own buttons."""
    query = raw.get("callback_query") if isinstance(raw, dict) else None
    id_ = query.get("id") if isinstance(query, dict) else None
    if not isinstance(id_, str) or not isinstance(query, dict):
        return None
    chat, data = chat_of(raw), query.get("data")
    action = unpack(data) if isinstance(data, str) else None
    is_desks = (chat or {}).get("type") in _GROUPS or (action is not None and action.verb is Verb.DESK)
    return None if is_desks else id_


def moved_update(old_chat: str, new_chat: str) -> dict[str, Any]:
    """The message by which the platform tells that a group got another id, without its update id."""
    return {"message": {"chat": {"id": int(old_chat), "type": "group"}, "migrate_to_chat_id": int(new_chat)}}


def removed_update(chat: str) -> dict[str, Any]:
    """The update by which the platform tells that the bot is no longer in a group, without its update id."""
    return {"my_chat_member": {"chat": {"id": int(chat), "type": "group"}, "new_chat_member": {"status": "left"}}}


def inbound_of(raw: dict[str, Any], was_blanked: bool) -> Inbound | None:
    """What somebody did; None: nothing to react to.

    Raises:
        KeyError, TypeError, AttributeError, ValueError: it is not what the platform sends.
    """
    chat = chat_of(raw)
    if chat is None:
        return None
    in_group = chat.get("type") in _GROUPS
    if not in_group and chat.get("type") != "private":
        return None
    if "my_chat_member" in raw:
        return _membership(raw["my_chat_member"]["new_chat_member"], in_group)
    if "callback_query" in raw:
        return _tap(raw["callback_query"], in_group)
    if "edited_message" in raw:
        return _edit(raw["edited_message"], was_blanked, in_group)
    return _message(raw["message"], was_blanked, in_group)


def _message(message: dict[str, Any], was_blanked: bool, in_group: bool) -> Inbound | None:
    if isinstance(message.get("text"), str):
        return _from(message, Kind.TEXT, message["text"], was_blanked, in_group)
    if in_group and "migrate_to_chat_id" in message:
        return Inbound(Kind.MOVED, str(int(message["migrate_to_chat_id"])), in_group=True)
    kind = next((kind for kind in _CONTENT if kind in message), "other")
    if kind == "contact" and not in_group:
        return _from(message, Kind.CONTACT, _own_number(message), was_blanked, in_group)
    if in_group and kind == "other" and not any(name in message for name in _OTHER_CONTENT):
        return None
    return _from(message, Kind.UNSUPPORTED, _SAME.get(kind, kind), was_blanked, in_group, _media(message, kind))


def _own_number(message: dict[str, Any]) -> str:
    """The sender's own mobile, which the platform vouches for; "" for anybody else's card, however it came."""
    contact, sender = message["contact"], message.get("from", {})
    is_passed_on = any(name in message for name in ("forward_origin", "forward_from", "forward_date", "via_bot"))
    is_own = contact.get("user_id") is not None and contact["user_id"] == sender.get("id")
    return mobile_of(str(contact.get("phone_number", ""))) if is_own and not is_passed_on else ""


def _edit(message: dict[str, Any], was_blanked: bool, in_group: bool) -> Inbound | None:
    """New words of an older message. A live location that went on is an edit too: nothing to react to."""
    media = next((found for kind in _RELAYED if (found := _media(message, kind))), None)
    text = message.get("text", message.get("caption"))
    if text is None and media is None:
        return None
    return _from(message, Kind.EDITED, text or "", was_blanked, in_group, media)


def _from(
    message: dict[str, Any], kind: Kind, text: str, was_blanked: bool, in_group: bool, media: Media | None = None
) -> Inbound:
    answered = message.get("reply_to_message")
    return Inbound(
        kind,
        text,
        was_blanked,
        message=str(message.get("message_id", "")),
        answers=str(answered["message_id"]) if answered else "",
        user=_user(message),
        in_group=in_group,
        media=media,
        caption=str(message.get("caption", "")),
    )


def _tap(query: dict[str, Any], in_group: bool) -> Inbound:
    return Inbound(
        Kind.TAP,
        str(query.get("data", "")),
        answers=str(query["message"].get("message_id", "")),
        query=str(query.get("id", "")),
        user=_user(query),
        in_group=in_group,
    )


def _user(part: dict[str, Any]) -> str:
    """The sender's private chat; nobody's where a group or a channel writes (an anonymous administrator)."""
    sender = part.get("from")
    return str(sender["id"]) if sender and "sender_chat" not in part else ""


def _media(message: dict[str, Any], kind: str) -> Media | None:
    relayed, content = _RELAYED.get(kind), message.get(kind)
    if relayed is None or not content:
        return None
    file = max(content, key=lambda size: size["width"] * size["height"]) if kind == "photo" else content
    ref = file["file_id"] if kind == relayed.value else f"{kind}:{file['file_id']}"
    return Media(relayed, ref, str(file.get("file_name", "")))


def _membership(member: dict[str, Any], in_group: bool) -> Inbound | None:
    is_out = member["status"] in ("kicked", "left") or member.get("is_member") is False
    if in_group:
        return Inbound(Kind.REMOVED, in_group=True) if is_out else None
    return Inbound(Kind.BLOCKED if is_out else Kind.UNBLOCKED)
