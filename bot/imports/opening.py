"""From a path to a table of cells: what kind of file it is, and whether it is small enough."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from bot.imports.text_look import Opener, look_through
from bot.imports.text_table import TextTable
from bot.imports.trouble import UnusableFileError
from knowledge.report_kinds import ReportLimits

_MEGABYTE = 1024 * 1024
_ZIP, _OLD_EXCEL = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE, _WORKBOOK = "[Content_Types].xml", "xl/workbook.xml"
#: What a computer puts into an archive of its own accord.
_BESIDE = ("__MACOSX/", ".")
_ENCRYPTED = 0x1


class Table(Protocol):
    """Rows of cells in file order; `digest` is the file's SHA-256, hexadecimal."""

    digest: str

    def heads(self, rows: int) -> Iterator[list[list[str]]]:
        """The first rows, in each way in which the file may be meant; the way last given is the one of `rows`."""
        ...

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """All rows with their line numbers (from 1); `Torn` ones could not be taken apart."""
        ...

    def share(self) -> float | None:
        """How much of the file `rows` has come through, 0 to 1; None where that is not known."""
        ...


def open_table(path: Path, limits: ReportLimits) -> Table:
    """Look at a file and find out how it is read.

    Raises:
        UnusableFileError: it is none that can be read, or too large.
        OSError: it cannot be opened.
    """
    with path.open("rb") as file:
        head = file.read(len(_OLD_EXCEL))
    if head.startswith(_ZIP):
        return _packed(path, limits)
    if head == _OLD_EXCEL:
        raise UnusableFileError("old-spreadsheet")
    return _text(lambda: path.open("rb"), limits, None)


def _packed(path: Path, limits: ReportLimits) -> Table:
    """A spreadsheet, or an archive with one text in it."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UnusableFileError("broken-archive") from error
    if sum(member.file_size for member in members) > limits.size:  # none yields more than it declares
        raise UnusableFileError("too-large", {"megabytes": limits.size // _MEGABYTE})
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnusableFileError("locked")
    names = {member.filename for member in members}
    if _WORKBOOK in names:
        from bot.imports.sheet_table import SheetTable  # the library is large: only for a spreadsheet

        return SheetTable(path, limits, _digest(path))
    if _OFFICE in names:
        raise UnusableFileError("no-table")
    texts = [member for member in members if not member.is_dir() and not _is_beside(member.filename)]
    if len(texts) != 1:
        raise UnusableFileError("archive-of-several", {"count": len(texts)})
    return _text(lambda: _unpacked(path, texts[0]), limits, _digest(path))


def _is_beside(name: str) -> bool:
    return name.startswith(_BESIDE) or name.rpartition("/")[2].startswith(_BESIDE)


@contextmanager
def _unpacked(path: Path, member: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
    with zipfile.ZipFile(path) as archive, archive.open(member) as file:
        yield file


def _text(opened: Opener, limits: ReportLimits, digest: str | None) -> Table:
    look = look_through(opened, limits.size)
    return TextTable(opened, look, digest or look.digest)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
