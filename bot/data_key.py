"""The key of stored hashes: from the setting, or a file of its own made at the first start, readable by us only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from bot.settings import Settings, SettingsError


def data_key(settings: Settings) -> bytes:
    """Return the key, at least 16 bytes.

    Raises:
        SettingsError: the key file cannot be read or is too short.
    """
    if settings.data_key is not None:
        return _checked(settings.data_key.get_secret_value().encode(), "DATA_KEY")
    if settings.database_path == ":memory:":
        return secrets.token_bytes(32)
    path = Path(settings.database_path).with_suffix(".key")
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return _read(path)
    except OSError as error:
        raise SettingsError(f"DATABASE_URL: the key file {path} cannot be made: {error.strerror}") from error
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")
    return _read(path)


def _read(path: Path) -> bytes:
    try:
        return _checked(path.read_bytes().strip(), str(path))
    except OSError as error:
        raise SettingsError(f"the key file {path} cannot be read: {error.strerror}") from error


def _checked(key: bytes, where: str) -> bytes:
    if len(key) < 16:
        raise SettingsError(f"{where}: must have at least 16 characters")
    return key
