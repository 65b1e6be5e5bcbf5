"""One look through a text file: its fingerprint, its encoding, and whether it is a text at all."""

from __future__ import annotations

import codecs
import hashlib
import re
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import IO, Protocol
from zipfile import BadZipFile

from msgspec import Struct

from bot.imports.trouble import UnusableFileError

_CHUNK = 1 << 20
_HEAD = 4096
#: No row of a report is as long: it would have to be held in memory.
_LINE = 8 * _CHUNK
_MEGABYTE = 1024 * 1024
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: So many bytes beyond ASCII that are good UTF-8 make a later fault a damage, not another encoding.
_SURE = 24
_MARKUP = re.compile(r"\s*<[!?a-z]", re.IGNORECASE)


class Opener(Protocol):
    """Opens the file's bytes, unpacked, from the beginning."""

    def __call__(self) -> AbstractContextManager[IO[bytes]]: ...


class Look(Struct, frozen=True):
    """`digest`: SHA-256, hexadecimal; `errors`: what is done with bytes that the encoding does not have."""

    size: int
    digest: str
    encoding: str
    errors: str


def look_through(opened: Opener, most: int) -> Look:
    """Read a text once.

    Raises:
        UnusableFileError: it has more than `most` bytes, nothing in it, or is a web page or no text.
    """
    digest, size, head, reader, endless = hashlib.sha256(), 0, b"", _Utf8(), 0
    for chunk in _chunks(opened):
        size += len(chunk)
        if size > most:
            raise UnusableFileError("too-large", {"megabytes": most // _MEGABYTE})
        head = head or chunk[:_HEAD]
        endless = 0 if b"\n" in chunk or b"\r" in chunk else endless + len(chunk)
        if endless > _LINE:
            raise UnusableFileError("no-table")
        digest.update(chunk)
        reader.feed(chunk)
    encoding, errors = _encoding(head, reader)
    start = head.decode(encoding, errors="replace")
    if not start.strip() and size <= _HEAD:
        raise UnusableFileError("empty")
    if _MARKUP.match(start):
        raise UnusableFileError("web-page")
    if "\0" in start:
        raise UnusableFileError("no-table")
    return Look(size, digest.hexdigest(), encoding, errors)


def _chunks(opened: Opener) -> Iterator[bytes]:
    try:
        with opened() as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except (BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise UnusableFileError("broken-archive") from error


class _Utf8:
    """Whether bytes are good UTF-8; `good`: how many beyond ASCII were."""

    def __init__(self) -> None:
        self.good, self.is_broken = 0, False
        self._decoder, self._is_between = codecs.getincrementaldecoder("utf-8")(), False

    def feed(self, chunk: bytes) -> None:
        if self.is_broken or (chunk.isascii() and not self._is_between):
            return
        try:
            text = self._decoder.decode(chunk)
        except UnicodeDecodeError as error:
            self.good += sum(byte > 0x7F for byte in chunk[: error.start])
            self.is_broken = True
            return
        self.good += len(chunk) - len(text)
        self._is_between = bool(self._decoder.getstate()[0])

    @property
    def is_damaged(self) -> bool:
        """Whether it is UTF-8 with something broken in it, rather than another encoding."""
        return self.good >= _SURE


def _encoding(head: bytes, read: _Utf8) -> tuple[str, str]:
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name, "replace"
    if head[1::2].count(0) > len(head) // 4:
        return "utf-16-le", "replace"
    if head[::2].count(0) > len(head) // 4:
        return "utf-16-be", "replace"
    return ("utf-8", "replace") if not read.is_broken or read.is_damaged else ("cp1252", "replace")
