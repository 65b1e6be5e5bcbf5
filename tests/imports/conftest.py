from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.library import Library
from tests.imports.files import Desk


@pytest.fixture
def desk(tmp_path: Path, library: Library) -> Desk:
    return Desk(tmp_path, library)
