"""Each database that the contract holds for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.backings import BACKINGS, Backing


@pytest.fixture(params=BACKINGS, ids=lambda backing: backing.__name__)
def backing(request: pytest.FixtureRequest, tmp_path: Path) -> Backing:
    made: Backing = request.param(tmp_path)
    return made
