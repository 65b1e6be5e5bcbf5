"""A second training year, one more file: what is told, the plan, the files and the reminders go by it alone."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from pathlib import Path

from bot.clock import IST
from tests.bot.ways import replies
from tests.fake_bot_api import TOKEN, FakeBotApi
from tests.knowledge.overlays import lay
from tests.knowledge.test_second_year import INVENTED, PATH
from tests.running import Running, StandingClock, running, settings

ASHA = 71


class Asha:
    """One person who writes and taps."""

    def __init__(self, api: FakeBotApi) -> None:
        self.api = api

    async def says(self, *texts: str) -> str:
        """Write these one after another; return the last answer."""
        for text in texts:
            before = len(self.api.sent_to(ASHA))
            self.api.say(ASHA, text)
            await self.api.wait_for(replies(ASHA, before + 1), 10)
        return self.last

    async def taps(self, ending: str) -> str:
        """Tap the button of the last answer whose data ends so."""
        before = len(self.api.sent_to(ASHA))
        self.api.tap(ASHA, next(data for _, data in self.api.sent_to(ASHA)[-1].buttons() if data.endswith(ending)))
        await self.api.wait_for(replies(ASHA, before + 1), 30)
        return self.last

    @property
    def last(self) -> str:
        return self.api.sent_to(ASHA)[-1].text

    @property
    def labels(self) -> list[str]:
        return [label for label, _ in self.api.sent_to(ASHA)[-1].buttons()]


async def told_between_the_years(asha: Asha) -> None:
    """Both years are offered; what is told of one is known for it at once, and can be taken back."""
    await asha.says("/start", "English", "postal assistant", "yes", "skip")
    assert "Which year is it for?" in await asha.says("art of storytelling done")
    assert asha.labels[:2] == ["2025-26", "2026-27"]
    assert "for 2026-27" in await asha.taps(":year.2026-27")
    assert "That makes 1 of 4" in await asha.says("yes")
    await asha.says("mark a course done")
    listed = await asha.taps(":year.2026-27")
    assert "Moral Thinking for Action" in listed and "Storytelling" not in listed
    assert "Taken back: Art of Storytelling" in await asha.says("wrong entry, I have not done storytelling")
    await asha.says("art of storytelling done")
    await asha.taps(":year.2026-27")
    assert "That makes 1 of 4" in await asha.says("yes")
    assert "0 of 6" in await asha.says("/progress")  # of the year before, which is over


async def shown_in_the_second(asha: Asha) -> None:
    """Progress, plan, dates and files are those of the second year."""
    progress = await asha.says("/progress")
    assert "2026-27" in progress and "1 of 4" in progress and "2 of 4 courses by 30 September 2026" in progress
    assert "Conduct Rules" not in progress
    plan = await asha.taps(":plan")
    assert "3 of 4 left" in plan and "154 days" in plan
    assert "Next one: 28 September 2026" in await asha.says("/reminders")
    await asha.says("/progress")
    await asha.taps(":card")
    assert asha.api.sent_to(ASHA)[-1].method == "sendPhoto"
    await asha.says("/calendar")
    assert asha.api.sent_to(ASHA)[-1].method == "sendDocument"


async def reminded_in_the_second(asha: Asha, run: Running, clock: StandingClock) -> None:
    """By its own days and window."""
    before = len(asha.api.sent_to(ASHA))
    await run.app.reminding.look()
    assert await run.app.store.outcomes(date(2026, 9, 28)) == []
    clock.move(minutes=16)
    await run.app.reminding.look()
    await asha.api.wait_for(replies(ASHA, before + 1), 10)
    assert "2026-27" in asha.last and "by 30 September 2026 (2 days left): 2 of 4 courses; you have 1" in asha.last
    assert "3 of 4 left" in asha.last
    assert "MIS Reports" in asha.last  # of the assessment, outside the list


def test_a_person_lives_through_a_second_year(tmp_path: Path) -> None:
    over = lay(tmp_path / "over", {PATH: INVENTED})
    clock = StandingClock(datetime(2026, 5, 2, 9, 45, tzinfo=IST))

    async def script() -> None:
        async with FakeBotApi(token=TOKEN) as api:
            asha, made = Asha(api), settings(tmp_path, api, content_dir=over)
            async with running(made, clock=clock):
                await told_between_the_years(asha)
                clock.move(days=148)  # 27 September
                await shown_in_the_second(asha)
            clock.move(days=1)  # 28 September, 09:45: its window opens at ten
            async with running(made, clock=clock) as run:
                await reminded_in_the_second(asha, run, clock)
            assert api.violations == []

    asyncio.run(asyncio.wait_for(script(), 90))
