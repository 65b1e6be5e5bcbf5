"""What was made of the content files, kept beside the program for the next start, as Python keeps its bytecode.

Read only from a file of this user or of the program's owner, in the `__pycache__` of the program's code: whoever can
write there can write the program. Where that folder cannot be written, everything is made at each start.
"""

from __future__ import annotations

import contextlib
import hashlib
import mmap
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")

_PROGRAM = Path(__file__).resolve().parent.parent
#: Code that makes the values, and the file that a model is read from.
_MAKERS = ("knowledge", "handlers", "bot")
PLACE = Path(__file__).resolve().parent / "__pycache__"


def _code() -> str:
    """The same as long as the program's files are: by time and size, as Python knows them."""
    return "\n".join([msgspec.__version__, *(line for folder in _MAKERS for line in _stamps(_PROGRAM / folder))])


def _stamps(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in ("__pycache__", "texts", "phrases"))
        for name in sorted(names):
            if name.endswith((".py", ".bin")):
                about = os.stat(os.path.join(place, name))  # noqa: PTH116, PTH118 - hundreds, at every start
                yield f"{place}/{name} {about.st_size} {about.st_mtime_ns}"


#: What runs: a newer program on the disk has nothing to do with this one.
_RUNNING = _code()


def kept(name: str, contents: Iterable[str], kind: type[T], make: Callable[[], T], place: Path = PLACE) -> T:
    """Return what `make` makes of the contents, a `kind`, or what is kept of it under the name."""
    if _code() != _RUNNING:
        return make()
    mark, path = _mark(contents), place / f"{name}.{sys.implementation.cache_tag}.kept"
    value = _read(path, mark)
    if isinstance(value, kind):
        return value
    made = make()
    with contextlib.suppress(OSError):
        _write(path, mark, made)
    return made


def _mark(contents: Iterable[str]) -> bytes:
    """Return 32 bytes that are the same as long as the contents and the code are."""
    digest = hashlib.sha256(_RUNNING.encode())
    for content in contents:
        digest.update(hashlib.sha256(content.encode()).digest())
    return digest.digest()


def _read(path: Path, mark: bytes) -> object:
    try:
        if path.stat().st_uid not in (os.geteuid(), Path(__file__).stat().st_uid):
            return None
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            if content[: len(mark)] != mark:
                return None
            content.seek(len(mark))
            return pickle.load(content)
    except Exception:  # a kept value that cannot be used, for whatever reason, is made again
        return None


def _write(path: Path, mark: bytes, value: object) -> None:
    """Put the whole file in its place at once, for this user alone: several processes may start together."""
    path.parent.mkdir(exist_ok=True)
    handle, fresh = tempfile.mkstemp(dir=path.parent, suffix=".fresh")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(mark)
            pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
        Path(fresh).replace(path)
    finally:
        Path(fresh).unlink(missing_ok=True)
