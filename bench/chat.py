"""Webhook in → durable → reply out over loopback HTTP, against bare echo bots that store nothing."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.load import drive, text_updates, wait_until_open
from bench.process import free_port, started
from tests.fake_bot_api import TOKEN, FakeBotApi

SECRET = "bench-secret"
CONNECTIONS = 32
PHRASES = Path(__file__).resolve().parent.parent / "knowledge" / "content" / "phrases"
COMMANDS = ("/courses", "/deadlines", "/assessment", "/menu", "/help", "/privacy")
TAPS = ("0:t:deadlines", "0:t:assessment.format", "0:t:certificate", "0:t:login.otp", "0:m:")

Updates = Callable[[FakeBotApi, int, int], list[Any]]


def buttons_commands_phrases(api: FakeBotApi, count: int, first_chat: int) -> list[Any]:
    """A third each, from different persons."""
    phrases = _phrases()
    texts = [phrases[n % len(phrases)] if n % 2 else COMMANDS[n % len(COMMANDS)] for n in range(count)]
    updates = text_updates(api, texts, count, first_chat)
    for number in range(0, count, 3):
        updates[number] = _tap(updates[number], TAPS[number % len(TAPS)])
    return updates


def half_free_text(api: FakeBotApi, count: int, first_chat: int) -> list[Any]:
    """Every second message is a question in words that stand in no phrase list (500 different ones)."""
    updates = buttons_commands_phrases(api, count, first_chat)
    questions = free_questions(500)
    for number in range(1, count, 2):
        text = questions[number // 2 % len(questions)]
        updates[number] = text_updates(api, [text], 1, first_chat + number)[0]
    return updates


def free_questions(count: int) -> list[str]:
    """Phrases of the bank, two joined and one word dropped: new to the exact match, as long as real messages."""
    phrases = _phrases()
    made = []
    for number in range(count):
        one, two = phrases[number * 7 % len(phrases)].split(), phrases[number * 13 % len(phrases)].split()
        made.append(" ".join((*one[: len(one) // 2 + 1], *two[1:]))[:200])
    return made


def throughput(updates: Updates, messages: int, rounds: int) -> dict[str, float]:
    """Messages a second of ours, of the echo bot on the same transport, of the stock echo bot: medians."""
    names = ("ours", "echo", "stock")
    results: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        results["ours"].append(asyncio.run(_ours(updates, messages)))
        results["echo"].append(asyncio.run(_echo("aiohttp", messages)))
        results["stock"].append(asyncio.run(_echo("httpx", max(200, messages // 5))))
    return {name: statistics.median(results[name]) for name in names}


def by_webhook(api: FakeBotApi, port: int) -> dict[str, str]:
    """The settings of an assistant on the fake Bot API, by webhook."""
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api.url,
        "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "WEB_PORT": str(port),
    }


async def _ours(updates: Updates, messages: int) -> float:
    port = free_port()
    async with FakeBotApi(TOKEN) as api:
        with started(["-m", "bot", "run"], by_webhook(api, port)):
            return await _measure(f"http://127.0.0.1:{port}/telegram", SECRET, updates, messages, api)


async def _echo(request: str, messages: int) -> float:
    port = free_port()
    async with FakeBotApi(TOKEN) as api:
        arguments = ["-m", "bench.baselines.echo_ptb", "--port", str(port), "--api-url", api.url, "--token", TOKEN]
        with started([*arguments, "--request", request]):
            return await _measure(f"http://127.0.0.1:{port}/telegram", "", _texts, messages, api)


async def _measure(url: str, secret: str, updates: Updates, messages: int, api: FakeBotApi) -> float:
    await wait_until_open(url)
    await drive(url, secret, updates(api, 200, 100_000), CONNECTIONS, api)
    result = await drive(url, secret, updates(api, messages, 1), CONNECTIONS, api)
    return result.per_second


def _texts(api: FakeBotApi, count: int, first_chat: int) -> list[Any]:
    phrases = _phrases()
    return text_updates(api, [phrases[n % len(phrases)] for n in range(count)], count, first_chat)


def _tap(update: dict[str, Any], data: str) -> dict[str, Any]:
    message = update["message"]
    query = {"id": f"q{update['update_id']}", "from": message["from"], "chat_instance": "1", "data": data}
    return {"update_id": update["update_id"], "callback_query": {**query, "message": message}}


def _phrases() -> list[str]:
    return [
        line
        for path in sorted(PHRASES.glob("*/*.txt"))
        if path.stem != "other"
        for line in path.read_text(encoding="utf-8").splitlines()[:8]
    ]
