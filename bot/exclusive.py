"""What only one process may hold: its port and its SQLite file."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import socket
from collections.abc import Iterator
from typing import IO

from bot.settings import SettingsError


def listen(host: str, port: int) -> socket.socket:
    """Take the port.

    Raises:
        SettingsError: it cannot be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        setting = "WEB_PORT" if error.errno in (errno.EADDRINUSE, errno.EACCES) else "WEB_HOST"
        raise SettingsError(f"{setting}: {host}:{port} cannot be used ({error.strerror})") from error
    listening.listen(1024)
    listening.setblocking(False)
    return listening


def is_in_use(database: str) -> bool:
    """Whether a run of this program holds the file now."""
    try:
        with only_one(database):
            return False
    except SettingsError:
        return True


@contextlib.contextmanager
def only_one(database: str) -> Iterator[None]:
    """Two processes on one SQLite file would answer everything twice."""
    if database == ":memory:":
        yield
        return
    try:
        file: IO[bytes] = os.fdopen(os.open(f"{database}.lock", os.O_CREAT | os.O_RDWR, 0o600), "r+b")
    except OSError as error:
        raise SettingsError(f"DATABASE_URL: {database} cannot be used ({error.strerror})") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise SettingsError(f"DATABASE_URL: {database} is in use by another run of this program") from None
        yield


def is_served(database: str) -> bool:
    """Whether another process answers people on this database."""
    try:
        with only_one(database):
            return False
    except SettingsError:
        return True
