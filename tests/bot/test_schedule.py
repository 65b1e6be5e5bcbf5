"""The clock's looks and a stop."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.schedule import Schedule


def test_a_stop_in_the_middle_of_a_look_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    async def stopped() -> None:
        began, goes_on = asyncio.Event(), asyncio.Event()

        async def look() -> None:
            began.set()
            await goes_on.wait()

        running = asyncio.create_task(Schedule(look).run())
        await began.wait()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        while len(asyncio.all_tasks()) > 1:
            await asyncio.sleep(0)

    with caplog.at_level(logging.DEBUG):
        asyncio.run(stopped())
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
