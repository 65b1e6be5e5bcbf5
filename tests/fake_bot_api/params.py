"""Parameters of a call: from JSON, form-urlencoded and multipart bodies to checked values."""

from __future__ import annotations

import json
import re
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl

from .model import Json, Upload, bad

_BOUNDARY = re.compile(rb'boundary="?([^";,\s]+)"?', re.IGNORECASE)


def parse_body(content_type: bytes, query: bytes, body: bytes) -> Json:
    params: Json = dict(parse_qsl(query.decode(), keep_blank_values=True)) if query else {}
    if not body:
        return params
    kind = content_type.split(b";", 1)[0].strip().lower()
    if kind == b"application/json":
        try:
            value = json.loads(body)
        except ValueError:
            raise bad("can't parse JSON object") from None
        if not isinstance(value, dict):
            raise bad("JSON object expected")
        params.update(value)
    elif kind == b"application/x-www-form-urlencoded":
        params.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    elif kind == b"multipart/form-data":
        params.update(_multipart(content_type, body))
    else:
        raise bad(f"unsupported content type {content_type.decode('latin-1')!r}")
    return params


def _multipart(content_type: bytes, body: bytes) -> Json:
    found = _BOUNDARY.search(content_type)
    if found is None:
        raise bad("multipart body without boundary")
    params: Json = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + found[1])[1:-1]:
        head, separator, data = part.partition(b"\r\n\r\n")
        if not separator:
            raise bad("malformed multipart body")
        name, value = _part(head, data)
        params[name] = value
    return params


def _part(head: bytes, data: bytes) -> tuple[str, str | Upload]:
    headers = Message()
    for line in head.decode("utf-8", "replace").split("\r\n"):
        name, separator, value = line.partition(":")
        if separator:
            headers[name.strip()] = value.strip()
    field = headers.get_param("name", header="content-disposition")
    filename = headers.get_param("filename", header="content-disposition")
    if not isinstance(field, str):
        raise bad("multipart part without a name")
    if filename is None:
        return field, data.decode("utf-8", "replace")
    return field, Upload(str(filename), headers.get_content_type(), data)


def integer(params: Json, name: str, default: int | None = None) -> int | None:
    value = params.get(name)
    if value is None or value == "":
        return default
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise bad(f'field "{name}" must be an integer')
    try:
        return int(value)
    except ValueError:
        raise bad(f'field "{name}" must be an integer') from None


def boolean(params: Json, name: str) -> bool:
    value = params.get(name)
    return value is True or (isinstance(value, str) and value.lower() in ("true", "yes", "1")) or value == 1


def string(params: Json, name: str) -> str:
    value = params.get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise bad(f'field "{name}" must be of type String')


def structure(params: Json, name: str) -> Any:
    """A field that is JSON: as an object, or as a string that holds the object."""
    value = params.get(name)
    if not isinstance(value, str):
        return value
    if not value:
        return None
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f"can't parse {name} JSON object") from None
