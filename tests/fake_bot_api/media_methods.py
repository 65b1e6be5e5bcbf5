"""sendPhoto, sendDocument, … and the files they send."""

from __future__ import annotations

from .markup import checked_markup
from .methods import MAX_CAPTION, Method, base, deliver, formatted, reachable
from .model import ApiError, Chat, Json, Upload, bad
from .params import string
from .state import State

_MB = 1024 * 1024
_SIZED = ("photo", "video", "animation")
_TIMED = ("voice", "audio", "video", "animation", "video_note")
_NAMED = ("document", "audio", "video", "animation")


def media_sender(kind: str, max_size: int) -> Method:
    """sendPhoto, sendDocument, ...: a file in the body, `attach://part`, a known file id or a web address."""

    def send_media(state: State, chat: Chat | None, params: Json) -> Json:
        chat = reachable(state, chat, params)
        file_id, size, name = _media_file(state, params, kind, max_size)
        caption, entities = formatted(params, "caption", MAX_CAPTION)
        markup = checked_markup(params)
        message = base(state, chat, params)
        message.update(media_json(kind, file_id, size, name))
        if caption:
            message["caption"] = caption
        if entities:
            message["caption_entities"] = entities
        return deliver(state, chat, message, markup)

    return send_media


def _media_file(state: State, params: Json, kind: str, max_size: int) -> tuple[str, int, str]:
    value = params.get(kind)
    if isinstance(value, str) and value.startswith("attach://"):
        value = params.get(value.removeprefix("attach://"))
    if isinstance(value, Upload):
        if not value.data:
            raise bad("file must be non-empty")
        if len(value.data) > max_size:
            raise ApiError(413, "Request Entity Too Large")
        if kind == "photo" and value.content_type not in ("image/jpeg", "image/png"):
            raise ApiError(400, "Bad Request: IMAGE_PROCESS_FAILED", fault=False)
        return state.add_file(value.data, kind), len(value.data), value.filename
    if not value:
        raise bad(f"there is no {kind} in the request")
    if value in state.files:
        if state.file_kinds.setdefault(str(value), kind) != kind:
            raise bad("type of file mismatch")
        return str(value), len(state.files[value]), "file"
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        return state.add_file(value.encode(), kind), len(value), "file"
    raise bad("wrong file identifier/HTTP URL specified")


def media_json(kind: str, file_id: str, size: int, name: str) -> Json:
    """The fields of a message that holds the file: a photo in two sizes, an animation repeated as a document."""
    entry: Json = {"file_id": file_id, "file_unique_id": f"U{file_id}", "file_size": size}
    if kind == "photo":
        small = {"file_id": f"{file_id}-small", "file_unique_id": f"U{file_id}-small", "width": 80, "height": 60}
        return {"photo": [small, {**entry, "width": 800, "height": 600}]}
    if kind in _SIZED:
        entry.update(width=800, height=600)
    if kind in _TIMED:
        entry["duration"] = 1
    if kind == "video_note":
        entry["length"] = 240
    if kind in _NAMED:
        entry["file_name"] = name
    return {kind: entry, "document": entry} if kind == "animation" else {kind: entry}


def get_file(state: State, chat: Chat | None, params: Json) -> Json:
    file_id = string(params, "file_id")
    data = state.files.get(file_id)
    if data is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(data) > 20 * _MB:
        raise bad("file is too big")
    return {"file_id": file_id, "file_unique_id": f"U{file_id}", "file_size": len(data),
            "file_path": f"files/{file_id}"}  # fmt: skip


MEDIA_METHODS: dict[str, Method] = {
    "sendPhoto": media_sender("photo", 10 * _MB),
    "sendDocument": media_sender("document", 50 * _MB),
    "sendVoice": media_sender("voice", 50 * _MB),
    "sendVideo": media_sender("video", 50 * _MB),
    "sendAudio": media_sender("audio", 50 * _MB),
    "sendAnimation": media_sender("animation", 50 * _MB),
    "sendVideoNote": media_sender("video_note", 50 * _MB),
    "getFile": get_file,
}
