"""Why a file cannot be imported at all."""

from __future__ import annotations

from collections.abc import Mapping


class UnusableFileError(Exception):
    """The text `import-file-<key>` with `values` says why; nothing of the file is to be kept, whenever it comes."""

    def __init__(self, key: str, values: Mapping[str, str | int] | None = None) -> None:
        super().__init__(key)
        self.key, self.values = key, values or {}
