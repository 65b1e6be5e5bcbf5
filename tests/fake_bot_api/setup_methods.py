"""Methods about the bot itself, chats, files and button presses."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from .entities import utf16_length
from .groups import get_chat_member
from .media_methods import MEDIA_METHODS
from .methods import (
    Method,
    delete_message,
    edit_message_caption,
    edit_message_reply_markup,
    edit_message_text,
    send_chat_action,
    send_message,
)
from .model import Chat, Json, bad
from .params import boolean, integer, string, structure
from .state import State

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LANGUAGE = re.compile(r"([a-z]{2})?")


def get_me(state: State, chat: Chat | None, params: Json) -> Json:
    return {**state.bot, "can_join_groups": True, "can_read_all_group_messages": False,
            "supports_inline_queries": False, "can_connect_to_business": False,
            "has_main_web_app": False}  # fmt: skip


def checked_webhook(params: Json) -> Json:
    """The webhook that setWebhook asks for. Plain http is let through: this fake lives on the loopback."""
    url = string(params, "url")
    if url:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise bad("bad webhook: an HTTPS URL must be provided for webhook")
    secret = string(params, "secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters or is too long")
    most = integer(params, "max_connections", 40) or 40
    return {"url": url, "secret_token": secret, "max_connections": min(max(most, 1), 100)}


def get_webhook_info(state: State, chat: Chat | None, params: Json) -> Json:
    info: Json = {
        "url": state.webhook["url"], "has_custom_certificate": False,
        "pending_update_count": len(state.inbox.pending),
    }  # fmt: skip
    if info["url"]:
        info["max_connections"] = state.webhook["max_connections"]
    if state.inbox.allowed:
        info["allowed_updates"] = state.inbox.allowed
    if state.pusher is not None and state.pusher.last_error:
        info["last_error_message"] = state.pusher.last_error
        info["last_error_date"] = int(state.now())
    return info


def _scope(params: Json) -> tuple[str, str]:
    scope = structure(params, "scope") or {"type": "default"}
    if not isinstance(scope, dict) or not isinstance(scope.get("type"), str):
        raise bad("can't parse BotCommandScope")
    language = string(params, "language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    suffix = f":{scope['chat_id']}" if "chat_id" in scope else ""
    return scope["type"] + suffix, language


def set_my_commands(state: State, chat: Chat | None, params: Json) -> bool:
    commands = structure(params, "commands")
    if not isinstance(commands, list):
        raise bad("can't parse commands: expected an Array of BotCommand")
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict) or not _COMMAND.fullmatch(str(command.get("command", ""))):
            raise bad("BOT_COMMAND_INVALID")
        description = command.get("description")
        if not isinstance(description, str) or not 1 <= len(description.strip()) <= len(description) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    state.commands[_scope(params)] = commands
    return True


def get_my_commands(state: State, chat: Chat | None, params: Json) -> list[Json]:
    return state.commands.get(_scope(params), [])


def delete_my_commands(state: State, chat: Chat | None, params: Json) -> bool:
    state.commands.pop(_scope(params), None)
    return True


def setting(name: str, limit: int) -> Method:
    """setMyName, setMyDescription, setMyShortDescription."""

    def set_it(state: State, chat: Chat | None, params: Json) -> bool:
        value = string(params, name)
        if len(value) > limit:
            raise bad(f"{name} is too long")
        state.settings[(name, string(params, "language_code"))] = value
        return True

    return set_it


def answer_callback_query(state: State, chat: Chat | None, params: Json) -> bool:
    query = string(params, "callback_query_id")
    if utf16_length(string(params, "text")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    if state.queries.get(query) != "open":
        raise bad("query is too old and response timeout expired or query ID is invalid")
    state.queries[query] = "answered"
    if boolean(params, "show_alert"):
        state.alerts.append((state.tappers[query], string(params, "text")))
    return True


def leave_chat(state: State, chat: Chat | None, params: Json) -> bool:
    chat = chat or state.find_chat(params.get("chat_id"))
    if chat.type == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.left = True
    return True


def get_chat(state: State, chat: Chat | None, params: Json) -> Json:
    chat = chat or state.find_chat(params.get("chat_id"))
    return {**chat.as_json(), "accent_color_id": 0, "max_reaction_count": 11,
            "accepted_gift_types": {"unlimited_gifts": True, "limited_gifts": True, "unique_gifts": True,
                                    "premium_subscription": True, "gifts_from_channels": True}}  # fmt: skip


_METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getWebhookInfo": get_webhook_info,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": setting("name", 64),
    "setMyDescription": setting("description", 512),
    "setMyShortDescription": setting("short_description", 120),
    "sendMessage": send_message,
    "sendChatAction": send_chat_action,
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "answerCallbackQuery": answer_callback_query,
    "leaveChat": leave_chat,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    **MEDIA_METHODS,
}
METHODS: dict[str, tuple[str, Method]] = {name.lower(): (name, method) for name, method in _METHODS.items()}
