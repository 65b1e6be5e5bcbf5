"""The bare echo bot that the benchmark compares with: python-telegram-bot, no storage, no decisions.

python -m bench.baselines.echo_ptb --port P --api-url URL --token T --request httpx|aiohttp
"""

from __future__ import annotations

import argparse
import asyncio
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import BaseRequest

PATH = "/telegram"


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is not None:
        await context.bot.send_message(chat_id=message.chat_id, text=message.text or "?")


def our_request() -> BaseRequest:
    """The aiohttp transport of this project, with nothing else of it."""
    from bot.channels.telegram_request import AiohttpRequest

    return AiohttpRequest(connection_pool_size=64)


def build(token: str, api_url: str, request: str) -> Application[Any, Any, Any, Any, Any, Any]:
    builder = Application.builder().token(token).base_url(f"{api_url}/bot").updater(None)
    if request == "aiohttp":
        builder = builder.request(our_request())
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    return application


async def serve(port: int, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    async def hook(request: Request) -> Response:
        update = Update.de_json(await request.json(), application.bot)
        await application.process_update(update)
        return Response()

    web = Starlette(routes=[Route(PATH, hook, methods=["POST"])])
    config = uvicorn.Config(web, host="127.0.0.1", port=port, log_level="warning", access_log=False)
    async with application:
        await application.start()
        await uvicorn.Server(config).serve()
        await application.stop()


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.baselines.echo_ptb", description=__doc__)
    parser.add_argument("--port", type=int, required=True, help=f"the webhook listens here, at {PATH}")
    parser.add_argument("--api-url", required=True, help="scheme and host of the Bot API, without /bot")
    parser.add_argument("--token", required=True)
    parser.add_argument("--request", choices=("httpx", "aiohttp"), default="httpx")
    options = parser.parse_args()
    application = build(options.token, options.api_url, options.request)
    try:
        import uvloop
    except ImportError:
        asyncio.run(serve(options.port, application))
    else:
        uvloop.run(serve(options.port, application))


if __name__ == "__main__":
    main()
