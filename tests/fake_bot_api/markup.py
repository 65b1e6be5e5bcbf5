"""Keyboards under a message: checked as the platform checks them."""

from __future__ import annotations

from typing import Any

from .model import ApiError, Json, bad
from .params import structure

_ACTIONS = {
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip
_MAX_BUTTONS = 100


def checked_markup(params: Json, inline_only: bool = False, is_private: bool = True) -> Json | None:
    """The reply_markup of a call, or None; a faulty one raises the platform's 400."""
    markup = structure(params, "reply_markup")
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        _inline(markup["inline_keyboard"])
    elif inline_only and markup:
        raise bad("inline keyboard expected")
    elif "keyboard" in markup:
        _keyboard(markup["keyboard"], is_private)
    elif "remove_keyboard" in markup and markup["remove_keyboard"] is not True:
        raise bad("remove_keyboard must be True")
    return markup


def _rows(rows: Any, name: str) -> list[Any]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f'field "{name}" must be an Array of Arrays')
    return [button for row in rows for button in row]


def _inline(rows: Any) -> None:
    buttons = _rows(rows, "inline_keyboard")
    if len(buttons) > _MAX_BUTTONS:
        raise bad("reply markup is too long")
    for button in buttons:
        _inline_button(button)


def _fault(what: str) -> ApiError:
    return bad(f"can't parse inline keyboard button: {what}")


def _inline_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise _fault("InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _fault('field "text" must be of type String')
    if not text.strip():
        raise _fault("button text must be non-empty")
    actions = [name for name in button if name in _ACTIONS and button[name] is not None]
    if len(actions) != 1:
        raise _fault("exactly one action is needed (text buttons are unallowed in the inline keyboard)")
    if actions[0] == "callback_data":
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode("utf-8", "surrogatepass")) <= 64:
            raise bad("BUTTON_DATA_INVALID")
    elif actions[0] == "url" and not _is_link(button["url"]):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid")


def _is_link(url: Any) -> bool:
    return isinstance(url, str) and url.startswith(("http://", "https://", "tg://")) and " " not in url


def _keyboard(rows: Any, is_private: bool) -> None:
    for button in _rows(rows, "keyboard"):
        text = button.get("text") if isinstance(button, dict) else button
        if not isinstance(text, str) or not text.strip():
            raise bad("can't parse keyboard button: text must be non-empty")
        if isinstance(button, dict) and button.get("request_contact") and not is_private:
            raise bad("phone number can be requested in private chats only")
