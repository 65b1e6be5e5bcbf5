"""Cold start to the first answer, resident memory, time to match one question."""

from __future__ import annotations

import asyncio
import statistics
import time

from bench.chat import SECRET, by_webhook, free_questions
from bench.load import drive, text_updates
from bench.process import free_port, resident_mb, started
from tests.fake_bot_api import TOKEN, FakeBotApi


def cold_start(rounds: int) -> tuple[float, float]:
    """Return seconds from the start of the process to the first reply out, and resident MB when idle after it."""
    times, memory = zip(*(asyncio.run(_cold()) for _ in range(rounds)), strict=True)
    return statistics.median(times), max(memory)


async def _cold() -> tuple[float, float]:
    port = free_port()
    async with FakeBotApi(TOKEN) as api:
        start = time.monotonic()
        with started(["-m", "bot", "run"], by_webhook(api, port)) as process:
            api.say(1, "otp nahi aa raha")
            await api.wait_for(lambda current: len(current.sent) >= 1, 30)
            taken = api.sent[0].at_monotonic - start
            await drive(f"http://127.0.0.1:{port}/telegram", SECRET, text_updates(api, ["/menu"] * 100, 100), 8, api)
            return taken, resident_mb(process)


def matching_ms(questions: int) -> tuple[float, float]:
    """Return the median and 95th percentile of the time to understand one new question, in milliseconds."""
    from bot.content import load_library

    library = load_library()
    texts = free_questions(questions)
    library.topics_of(texts[0])
    times = []
    for text in texts:
        start = time.perf_counter()
        library.designation_in(text)
        library.topics_of(text)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return statistics.median(times), times[int(len(times) * 0.95)]
