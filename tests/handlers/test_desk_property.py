"""In no order of what persons, staff and the clock do is anybody answered twice, by two, or not at all."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

from tests.handlers.desk_machine import Desk

TestDesk = Desk.TestCase
TestDesk.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
