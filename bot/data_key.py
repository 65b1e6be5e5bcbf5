"""The key of stored hashes and of what is encrypted: a setting, or a file made at the first start, readable by us only.

While the key is changed there are two: in the file the new one above the old one, in the settings OLD_DATA_KEY.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from bot.settings import Settings, SettingsError
from bot.store.keys import key_of


def data_key(settings: Settings) -> bytes:
    """Return the key, at least 16 bytes: the one that the database knows, where something is encrypted in it.

    Raises:
        SettingsError: the key file cannot be read or is too short.
        StoreError: something is encrypted, and its key is not there: a new one is never made for it.
    """
    masters = _masters(settings)
    if settings.database_path == ":memory:":
        return masters[0] if masters else secrets.token_bytes(32)
    path = key_file(settings)
    known = key_of(settings.database_path, masters, path)
    if known is not None or masters:
        return known or masters[0]
    try:
        _write(path, [secrets.token_hex(32).encode()], replaces=False)
    except OSError as error:
        raise SettingsError(f"DATABASE_URL: the key file {path} cannot be made: {error.strerror}") from error
    return _read(path)[0]


def key_file(settings: Settings) -> Path:
    """Where the key stands that is no setting."""
    return Path(settings.database_path).with_suffix(".key")


def next_key(settings: Settings, current: bytes) -> bytes:
    """The key to change to: DATA_KEY, or one that is made now and stands in the file above the current one.

    Raises:
        SettingsError: DATA_KEY is the current one; or the file cannot be written.
    """
    if settings.data_key is not None:
        new = _masters(settings)[0]
        if new == current:
            raise SettingsError("DATA_KEY: is the key in use; set a new one, and this one as OLD_DATA_KEY")
        return new
    path = key_file(settings)
    above = [key for key in _read(path) if key != current]
    new = above[0] if above else secrets.token_hex(32).encode()
    _replace(path, [new, current])
    return new


def keep_only(settings: Settings, key: bytes) -> None:
    """Take what is no longer the key out of the file.

    Raises:
        SettingsError: it cannot be written.
    """
    if settings.data_key is None:
        _replace(key_file(settings), [key])


def _masters(settings: Settings) -> list[bytes]:
    if settings.data_key is not None:
        old = settings.old_data_key
        named = [(settings.data_key, "DATA_KEY"), *([(old, "OLD_DATA_KEY")] if old is not None else [])]
        return [_checked(value.get_secret_value().encode(), name) for value, name in named]
    path = key_file(settings)
    return _read(path) if settings.database_path != ":memory:" and path.exists() else []


def _replace(path: Path, keys: list[bytes]) -> None:
    try:
        _write(path, keys, replaces=True)
    except OSError as error:
        raise SettingsError(f"the key file {path} cannot be written: {error.strerror}") from error


def _write(path: Path, keys: list[bytes], *, replaces: bool) -> None:
    """Whole or not at all; a first key never over another one: it would not fit the hashes of that one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # readable by us only
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(b"\n".join(keys) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        if replaces:
            os.replace(name, path)  # noqa: PTH105
            return
        with contextlib.suppress(FileExistsError):
            os.link(name, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)  # noqa: PTH108


def _read(path: Path) -> list[bytes]:
    try:
        lines = [line.strip() for line in path.read_bytes().splitlines() if line.strip()]
    except OSError as error:
        raise SettingsError(f"the key file {path} cannot be read: {error.strerror}") from error
    return [_checked(line, str(path)) for line in lines or [b""]]


def _checked(key: bytes, where: str) -> bytes:
    if len(key) < 16:
        raise SettingsError(f"{where}: must have at least 16 characters")
    return key
