"""Which parameters a method has (Bot API 10.1). Stricter than the platform, which overlooks what it does not know:
a misspelt parameter is a fault of the bot that nobody would notice.
"""

from __future__ import annotations

from .model import Json, Upload, bad

_SENDING = (
    "business_connection_id chat_id message_thread_id direct_messages_topic_id disable_notification protect_content "
    "allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup"
)
_CAPTION = "caption parse_mode caption_entities"
_ABOVE = "show_caption_above_media has_spoiler"
_EDITING = "business_connection_id chat_id message_id inline_message_id reply_markup"
_WEBHOOK = "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token"
_PARAMETERS = {
    "getUpdates": "offset limit timeout allowed_updates",
    "setWebhook": _WEBHOOK,
    "deleteWebhook": "drop_pending_updates",
    "getMe": "",
    "getWebhookInfo": "",
    "setMyCommands": "commands scope language_code",
    "getMyCommands": "scope language_code",
    "deleteMyCommands": "scope language_code",
    "setMyName": "name language_code",
    "setMyDescription": "description language_code",
    "setMyShortDescription": "short_description language_code",
    "sendMessage": f"{_SENDING} text parse_mode entities link_preview_options",
    "sendChatAction": "business_connection_id chat_id message_thread_id action",
    "sendPhoto": f"{_SENDING} {_CAPTION} {_ABOVE} photo",
    "sendDocument": f"{_SENDING} {_CAPTION} document thumbnail disable_content_type_detection",
    "sendVoice": f"{_SENDING} {_CAPTION} voice duration",
    "sendVideo": f"{_SENDING} {_CAPTION} {_ABOVE} video duration width height thumbnail cover start_timestamp "
    "supports_streaming",
    "sendAudio": f"{_SENDING} {_CAPTION} audio duration performer title thumbnail",
    "sendAnimation": f"{_SENDING} {_CAPTION} {_ABOVE} animation duration width height thumbnail",
    "sendVideoNote": f"{_SENDING} video_note duration length thumbnail",
    "editMessageText": f"{_EDITING} text parse_mode entities link_preview_options rich_message",
    "editMessageCaption": f"{_EDITING} {_CAPTION} show_caption_above_media",
    "editMessageReplyMarkup": _EDITING,
    "deleteMessage": "chat_id message_id",
    "answerCallbackQuery": "callback_query_id text show_alert url cache_time",
    "leaveChat": "chat_id",
    "getChat": "chat_id",
    "getChatMember": "chat_id user_id",
    "getFile": "file_id",
}
_KNOWN = {name: frozenset(parameters.split()) for name, parameters in _PARAMETERS.items()}


def check_known(name: str, params: Json) -> None:
    """Refuse a call with a parameter that its method does not have; the parts of `attach://` are named freely."""
    for parameter, value in params.items():
        if parameter not in _KNOWN[name] and not isinstance(value, Upload):
            raise bad(f"{name} has no parameter {parameter}")
