from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.library import Library
from tests.imports.files import Desk
from tests.knowledge.overlays import changed, library_of


@pytest.fixture
def desk(tmp_path: Path, library: Library) -> Desk:
    return Desk(tmp_path, library)


@pytest.fixture
def narrow(tmp_path: Path) -> Desk:
    """A desk that takes five rows and two megabytes, of a spreadsheet's texts one."""
    text = changed("reports.yaml", "rows: 2000000", "rows: 5")["reports.yaml"]
    text = text.replace("  megabytes: 1024 ", "  megabytes: 2 ").replace("table_megabytes: 200", "table_megabytes: 1")
    return Desk(tmp_path, library_of({"reports.yaml": text}))
