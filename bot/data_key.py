"""The key of stored hashes: from the setting, or a file of its own made at the first start, readable by us only."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
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
    if not path.exists():
        try:
            _make(path)
        except OSError as error:
            raise SettingsError(f"DATABASE_URL: the key file {path} cannot be made: {error.strerror}") from error
    return _read(path)


def _make(path: Path) -> None:
    """Whole or not at all, and never over another one: a second key would not fit the hashes of the first."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # readable by us only
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(name, path)
    finally:
        os.unlink(name)  # noqa: PTH108


def _read(path: Path) -> bytes:
    try:
        return _checked(path.read_bytes().strip(), str(path))
    except OSError as error:
        raise SettingsError(f"the key file {path} cannot be read: {error.strerror}") from error


def _checked(key: bytes, where: str) -> bytes:
    if len(key) < 16:
        raise SettingsError(f"{where}: must have at least 16 characters")
    return key
