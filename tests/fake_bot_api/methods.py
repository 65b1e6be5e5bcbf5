"""Methods about messages. Each takes (state, chat or None, params) and gives the result, or raises ApiError."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .entities import parse_html, trimmed, utf16_length
from .markup import checked_markup
from .model import ApiError, Chat, Json, bad
from .params import integer, string, structure
from .state import State

MAX_TEXT = 4096
MAX_CAPTION = 1024
_CAPTIONED = ("photo", "document", "voice", "video", "audio", "animation")
Method = Callable[[State, Chat | None, Json], Any]


def reachable(state: State, chat: Chat | None, params: Json) -> Chat:
    """The chat of a call that would put something into it."""
    chat = chat or state.find_chat(params.get("chat_id"))
    if chat.migrated_to is not None:
        text = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, text, {"migrate_to_chat_id": chat.migrated_to}, fault=False)
    if chat.blocked and chat.type == "private":
        raise ApiError(403, "Forbidden: bot was blocked by the user", fault=False)
    if chat.blocked:
        raise ApiError(403, f"Forbidden: bot was kicked from the {chat.type} chat", fault=False)
    if chat.left:
        raise ApiError(403, f"Forbidden: bot is not a member of the {chat.type} chat", fault=False)
    return chat


def formatted(params: Json, name: str, limit: int) -> tuple[str, list[Json]]:
    """Text and entities after parsing, within the limit."""
    raw = params.get(name)
    if raw is not None and not isinstance(raw, str):
        raise bad(f'field "{name}" must be of type String')
    text, mode = raw or "", string(params, "parse_mode")
    entities: list[Json] = []
    if mode.upper() == "HTML":
        text, entities = parse_html(text)
    elif mode:
        raise bad("unsupported parse_mode (this fake knows HTML only)")
    else:
        entities = _given_entities(params, "caption_entities" if name == "caption" else "entities", text)
    text, entities = trimmed(text, entities)
    if len(text) * 2 > limit and utf16_length(text) > limit:
        raise bad("message is too long" if name == "text" else "message caption is too long")
    if entities or mode:
        params["_plain"] = text
    return text, entities


def _given_entities(params: Json, name: str, text: str) -> list[Json]:
    entities = structure(params, name)
    if entities is None:
        return []
    if not isinstance(entities, list) or not all(isinstance(entity, dict) for entity in entities):
        raise bad("can't parse entities: expected an Array of Object")
    end = utf16_length(text)
    for entity in entities:
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int) or not 0 <= offset <= offset + length <= end:
            raise bad("can't parse entities: entity is outside of the text")
    return entities


def base(state: State, chat: Chat, params: Json) -> Json:
    message: Json = {"message_id": 0, "from": state.bot, "chat": chat.as_json(), "date": int(state.now())}
    reply = structure(params, "reply_parameters")
    if reply is not None:
        if not isinstance(reply, dict):
            raise bad("reply_parameters must be an Object")
        original = state.messages.get((chat.id, integer(reply, "message_id", 0) or 0))
        if original is not None:
            message["reply_to_message"] = quoted(original)
        elif not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
    return message


def quoted(message: Json) -> Json:
    """A message as it stands in an answer to it: without the one that it answers itself."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def deliver(state: State, chat: Chat, message: Json, markup: Json | None) -> Json:
    if markup is not None and "inline_keyboard" in markup:
        message["reply_markup"] = markup
    state.limiter.check(chat.id)
    message["message_id"] = state.next_message_id(chat)
    state.messages[(chat.id, message["message_id"])] = message
    return message


def send_message(state: State, chat: Chat | None, params: Json) -> Json:
    chat = reachable(state, chat, params)
    text, entities = formatted(params, "text", MAX_TEXT)
    if not text:
        raise bad("message text is empty")
    markup = checked_markup(params, is_private=chat.type == "private")
    message = base(state, chat, params)
    message["text"] = text
    if entities:
        message["entities"] = entities
    return deliver(state, chat, message, markup)


def send_chat_action(state: State, chat: Chat | None, params: Json) -> bool:
    reachable(state, chat, params)
    known = ("typing", "choose_sticker", "find_location", "upload_photo", "upload_document", "upload_voice",
             "upload_video", "upload_video_note", "record_voice", "record_video", "record_video_note")  # fmt: skip
    if string(params, "action") not in known:
        raise bad("wrong parameter action in request")
    return True


def _own_message(state: State, chat: Chat | None, params: Json) -> Json:
    if params.get("inline_message_id"):
        raise bad("message to edit not found")
    chat = reachable(state, chat, params)
    message = state.messages.get((chat.id, integer(params, "message_id", 0) or 0))
    if message is None:
        raise bad("message to edit not found")
    if message["from"]["id"] != state.bot["id"]:
        raise bad("message can't be edited")
    return message


def _edited(state: State, message: Json, changes: Json) -> Json:
    new = {**message, **changes}
    new = {name: value for name, value in new.items() if value is not None}
    if new == message:
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    state.limiter.check(message["chat"]["id"])
    new["edit_date"] = int(state.now())
    state.messages[(message["chat"]["id"], message["message_id"])] = new
    return new


def _inline_or_none(params: Json) -> Json | None:
    markup = checked_markup(params, inline_only=True)
    return markup if markup and markup.get("inline_keyboard") else None


def edit_message_text(state: State, chat: Chat | None, params: Json) -> Json:
    message = _own_message(state, chat, params)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    text, entities = formatted(params, "text", MAX_TEXT)
    if not text:
        raise bad("message text is empty")
    markup = _inline_or_none(params)
    return _edited(state, message, {"text": text, "entities": entities or None, "reply_markup": markup})


def edit_message_caption(state: State, chat: Chat | None, params: Json) -> Json:
    message = _own_message(state, chat, params)
    if not any(kind in message for kind in _CAPTIONED):
        raise bad("there is no caption in the message to edit")
    caption, entities = formatted(params, "caption", MAX_CAPTION)
    changes = {"caption": caption or None, "caption_entities": entities or None}
    return _edited(state, message, {**changes, "reply_markup": _inline_or_none(params)})


def edit_message_reply_markup(state: State, chat: Chat | None, params: Json) -> Json:
    message = _own_message(state, chat, params)
    markup = _inline_or_none(params)
    return _edited(state, message, {"reply_markup": markup})


def delete_message(state: State, chat: Chat | None, params: Json) -> bool:
    chat = reachable(state, chat, params)
    if state.messages.pop((chat.id, integer(params, "message_id", 0) or 0), None) is None:
        raise bad("message to delete not found")
    return True
