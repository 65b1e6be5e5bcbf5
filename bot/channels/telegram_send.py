"""A rendered reply → the calls of the Bot API that say it, as plain values.

Limits of the platform: 4096 characters of a text, 1024 of a caption, 200 of a pop-up; all but the last are counted
after the marks are gone, so that what fits with its marks fits.
"""

from __future__ import annotations

import html
from functools import lru_cache
from typing import Any

from msgspec import Struct

from handlers.made import is_made
from handlers.rendering import Rendered, pieces
from handlers.ticket import Media
from knowledge.json_text import to_json

_TEXT, _CAPTION, _POPUP = 4096, 1024, 200
_NO_PREVIEW = to_json({"is_disabled": True})
#: Method names are case-insensitive by the platform's own documentation; written so, the library's raw call does not
#: warn each time that it has a method of its own.
SEND, ANSWER, EDIT_TEXT, EDIT_CAPTION = "sendmessage", "answercallbackquery", "editmessagetext", "editmessagecaption"
#: The platform's own kinds of files that a `ref` leads with where they are not the kind it is told by.
_OWN_KINDS = frozenset({"animation", "audio", "video_note"})
#: A round video is sent without words.
_WITHOUT_CAPTION = frozenset({"video_note"})
_UPLOAD = "page:"


class Call(Struct, frozen=True):
    """One call: `values` are the same for everybody who gets this reply.

    The bytes behind the reference `upload` go to the parameter `file`.
    """

    method: str
    values: dict[str, str]
    file: str = ""
    upload: str = ""
    name: str = ""


@lru_cache(maxsize=1024)
def calls_of(rendered: Rendered) -> tuple[Call, ...]:
    """The messages that say it, in order: one, but for a text or a caption over the limit. The last has the buttons."""
    media = rendered.media
    if media is None:
        texts = cut(rendered.text, _TEXT)
        return tuple(_text(text, rendered if last else None) for text, last in _marked(texts))
    kind, ref = _own_kind(media)
    has_caption = kind not in _WITHOUT_CAPTION and units(rendered.text) <= _CAPTION
    caption = rendered.text if has_caption else ""
    texts = cut(rendered.text, _TEXT) if rendered.text and not has_caption else ()
    head = _file(kind, ref, media.name, caption, None if texts else rendered)
    return (head, *(_text(text, rendered if last else None) for text, last in _marked(texts)))


@lru_cache(maxsize=256)
def edit_of(rendered: Rendered, is_caption: bool) -> Call | None:
    """The call that replaces the words of a message sent before; None where they do not fit one message."""
    if units(rendered.text) > (_CAPTION if is_caption else _TEXT):
        return None
    html_text = to_html(rendered.text)
    words = {"caption": html_text} if is_caption else {"text": html_text, "link_preview_options": _NO_PREVIEW}
    return Call(EDIT_CAPTION if is_caption else EDIT_TEXT, {**words, "parse_mode": "HTML", **_keyboard(rendered)})


def popup_of(rendered: Rendered) -> Call:
    """The note to whoever tapped, seen by nobody else; without words the button only stops waiting."""
    text = "".join(piece for piece, _ in pieces(rendered.text))
    if units(text) > _POPUP:
        text = first_units(text, _POPUP - 1) + "…"
    shown = {"text": text, "show_alert": "true"} if text else {}
    return Call(ANSWER, {"callback_query_id": rendered.popup, **shown})


def answering(message: str) -> dict[str, str]:
    """Parameters that make a message an answer to another one, or an ordinary one where that is gone."""
    return {"reply_parameters": to_json({"message_id": int(message), "allow_sending_without_reply": True})}


def file_id(ref: str) -> str:
    """The platform's file id of an attachment's `ref`."""
    kind, separator, rest = ref.partition(":")
    return rest if separator and kind in _OWN_KINDS else ref


def to_html(text: str) -> str:
    """Escape everything; *bold* of the content becomes bold."""
    return "".join(f"<b>{html.escape(piece, False)}</b>" if is_bold else html.escape(piece, False)
                   for piece, is_bold in pieces(text))  # fmt: skip


def keyboard(choices: tuple[tuple[str, str], ...]) -> list[list[dict[str, str]]]:
    """Rows of two; the last of an odd number stands alone."""
    buttons = [{"text": label, "callback_data": data} for label, data in choices]
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


def units(text: str) -> int:
    """The platform's length of a text: a character outside the basic plane counts as two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def first_units(text: str, most: int) -> str:
    """The longest beginning of at most so many units that halves no character."""
    return text.encode("utf-16-le", "surrogatepass")[: most * 2].decode("utf-16-le", "ignore")


def cut(text: str, most: int) -> tuple[str, ...]:
    """Parts of at most `most` units: at the end of a line where there is one in the second half, else at a space."""
    parts = []
    while units(text) > most:
        part = first_units(text, most)
        at = max(part.rfind("\n"), 0) or part.rfind(" ")
        part = part[:at] if at > len(part) // 2 else part
        parts.append(part)
        text = text[len(part) :].lstrip()
    return (*parts, text) if text or not parts else tuple(parts)


def _marked(texts: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Each text, and whether it is the last."""
    return [(text, place == len(texts) - 1) for place, text in enumerate(texts)]


def _text(text: str, buttons: Rendered | None) -> Call:
    values = {"text": to_html(text), "parse_mode": "HTML", "link_preview_options": _NO_PREVIEW}
    return Call(SEND, values | _keyboard(buttons))


def _file(kind: str, ref: str, name: str, caption: str, buttons: Rendered | None) -> Call:
    values = {"caption": to_html(caption), "parse_mode": "HTML"} if caption else {}
    values |= _keyboard(buttons)
    method = f"send{kind.replace('_', '')}"
    if ref.startswith(_UPLOAD) or is_made(ref):
        return Call(method, values, kind, ref, name)
    return Call(method, {kind: ref, **values})


def _own_kind(media: Media) -> tuple[str, str]:
    """The platform's kind of the file, which a file cannot change, and its id there (or the upload's)."""
    kind, separator, rest = media.ref.partition(":")
    return (kind, rest) if separator and kind in _OWN_KINDS else (media.kind.value, media.ref)


def _keyboard(rendered: Rendered | None) -> dict[str, str]:
    """Objects as JSON texts, which the platform takes as well."""
    if rendered is not None and rendered.keyboard:
        return {"reply_markup": to_json(_typed_keyboard(rendered))}
    if rendered is None or not rendered.choices:
        return {}
    return {"reply_markup": to_json({"inline_keyboard": keyboard(rendered.choices)})}


def _typed_keyboard(rendered: Rendered) -> dict[str, Any]:
    """The keyboard that asks for the person's own number, the choices below as words to type; or its removal."""
    if rendered.keyboard == "gone":
        return {"remove_keyboard": True}
    rows: list[list[dict[str, Any]]] = [[{"text": rendered.share, "request_contact": True}]]
    rows += [[{"text": label}] for label, _ in rendered.choices]
    return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}
