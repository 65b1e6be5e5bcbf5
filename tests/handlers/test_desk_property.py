"""In no order of what persons, staff and the clock do is anybody answered twice, by two, or not at all.

The same examples each time; `DESK_EXAMPLES=500 pytest tests/handlers/test_desk_property.py` looks for new ones.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

from tests.handlers.desk_machine import Desk

_MORE = int(os.environ.get("DESK_EXAMPLES", "0"))

TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=_MORE or 25,
    derandomize=not _MORE,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
