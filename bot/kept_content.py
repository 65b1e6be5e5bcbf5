"""What was made of the content files, kept beside the program for the next start, as Python keeps its bytecode.

Read only from the program's own `__pycache__`: whoever can write there can write the program. Where that folder
cannot be written, everything is made at each start.
"""

from __future__ import annotations

import contextlib
import hashlib
import mmap
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_PROGRAM = Path(__file__).resolve().parent.parent
_MAKERS = (_PROGRAM / "knowledge", _PROGRAM / "handlers")  # the shipped content is a part of them


def kept(place: Path, overlay: Path | None, kind: type[T], make: Callable[[], T]) -> T:
    """Return what `make` makes of the content, shipped and laid over, a `kind`, or what is kept of it in `place`."""
    mark = _mark(overlay)
    path = place / f"{'laid-over' if overlay else 'shipped'}.{sys.implementation.cache_tag}.pickle"
    value = _read(path, mark) if mark else None
    if isinstance(value, kind):
        return value
    made = make()
    if not mark:
        return made
    with contextlib.suppress(OSError):
        _write(path, mark + pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
    return made


def _mark(overlay: Path | None) -> bytes:
    """Return 32 bytes that are the same as long as the files and the code are; none where they cannot be read.

    The program's own files are known by time and size, as Python knows them; an administrator's by every letter.
    """
    digest = hashlib.sha256()
    with contextlib.suppress(OSError):  # a file that cannot be read is told by `make`
        for path in chain.from_iterable(map(_files, _MAKERS)):
            about = os.stat(path)  # noqa: PTH116 - hundreds, at every start
            digest.update(f"{path} {about.st_size} {about.st_mtime_ns}\n".encode())
        for path in _files(overlay.resolve()) if overlay else ():
            digest.update(f"{path}\n".encode() + hashlib.sha256(Path(path).read_bytes()).digest())
        return digest.digest()
    return b""


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(place, name) for name in sorted(names))  # noqa: PTH118 - as above


def _read(path: Path, mark: bytes) -> object:
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            if content[: len(mark)] != mark:
                return None
            content.seek(len(mark))
            return pickle.load(content)
    except Exception:  # a kept value that cannot be used, for whatever reason, is made again
        return None


def _write(path: Path, content: bytes) -> None:
    """Put the whole file in its place at once: several processes may start together."""
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
