"""The same by HTTP, for a fake that runs as a process: POST /control/<what> with a JSON object.

say, tap, post, push, push_raw {body}, block {chat_id, blocked}, migrate, chat, script, limit, reset, wait
{sent|replies_to|pending|timeout}; GET sent?since=N, stats.
"""

from __future__ import annotations

import asyncio
import dataclasses
import json
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from .inbox import Respond
from .model import Answer, Json, Sent, Upload, dumps, http_answer
from .protocol import Request

if TYPE_CHECKING:
    from .server import FakeBotApi

_tasks: set[asyncio.Task[None]] = set()


def control(api: FakeBotApi, what: str, query: bytes, request: Request, respond: Respond) -> None:
    try:
        params: Json = json.loads(request.body) if request.body else {}
        if what == "wait":
            task = asyncio.ensure_future(_wait(api, params, respond))
            _tasks.add(task)
            task.add_done_callback(_tasks.discard)
            return
        result = _run(api, what, parse_qs(query.decode()), params)
    except (ValueError, TypeError, KeyError, LookupError, RuntimeError) as error:
        _answer(respond, 400, {"error": f"{type(error).__name__}: {error}"})
        return
    api.changed()
    _answer(respond, 200, result)


def _answer(respond: Respond, status: int, value: Any) -> None:
    respond(Answer(http_answer(status, dumps(value))))


def _run(api: FakeBotApi, what: str, query: dict[str, list[str]], params: Json) -> Any:
    if what == "sent":
        since = int(query.get("since", ["0"])[0])
        return {"total": len(api.sent), "sent": [shown(call) for call in api.sent[since:]]}
    if what == "stats":
        return stats(api)
    if what in ("say", "tap", "post"):
        return getattr(api, what)(**params)
    if what == "push":
        return api.push(params)
    if what == "push_raw":
        return {"update_id": api.push_raw(str(params["body"]).encode())}
    if what == "script":
        return dataclasses.asdict(api.script(**params))
    return _change(api, what, params)


def _change(api: FakeBotApi, what: str, params: Json) -> Json:
    if what == "block":
        change = api.block if params.get("blocked", True) else api.unblock
        change(params["chat_id"], params.get("announce", True))
    elif what == "migrate":
        api.migrate(params["chat_id"], params["new_chat_id"])
    elif what == "chat":
        api.add_chat(**params)
    elif what == "limit":
        api.limit(**params)
    elif what == "reset":
        api.script_rules.rules.clear()
        api.limit()
        api.inbox.drop_all()
        api.clear_records()
    else:
        raise LookupError(f"no control called {what!r}")
    return {"done": True}


def shown(call: Sent) -> Json:
    """A record as JSON; files by name and size."""
    params = {
        name: {"filename": value.filename, "size": len(value.data)} if isinstance(value, Upload) else value
        for name, value in call.params.items()
    }
    return {**{f.name: getattr(call, f.name) for f in dataclasses.fields(call)}, "params": params}


def stats(api: FakeBotApi) -> Json:
    return {
        "sent": len(api.sent),
        "refused": len(api.refused),
        "calls": dict(api.calls),
        "pending": len(api.inbox.pending),
        "acknowledged": len(api.inbox.acknowledged),
        "pushes": len(api.pushes),
        "failed_pushes": sum(1 for push in api.pushes if push.status is None or not 200 <= push.status < 300),
        "filtered": api.inbox.filtered,
        "webhook": api.webhook["url"],
        "violations": [dataclasses.asdict(violation) for violation in api.violations],
        "commands": [
            {"scope": scope, "language_code": language, "commands": commands}
            for (scope, language), commands in api.commands.items()
        ],
        "monotonic": time.monotonic(),
    }


async def _wait(api: FakeBotApi, params: Json, respond: Respond) -> None:
    """Answers once all the counts named are reached: sent, replies_to (chat_id: count), pending at most."""
    replies = {int(chat): count for chat, count in params.get("replies_to", {}).items()}

    def reached(current: FakeBotApi) -> bool:
        return (
            len(current.sent) >= params.get("sent", 0)
            and all(len(current.sent_to(chat)) >= count for chat, count in replies.items())
            and ("pending" not in params or len(current.inbox.pending) <= params["pending"])
            and (not params.get("webhook") or bool(current.webhook["url"]))
        )

    try:
        await api.wait_for(reached, float(params.get("timeout", 10.0)))
    except TimeoutError:
        _answer(respond, 408, {"error": "not reached in time", "stats": stats(api)})
        return
    _answer(respond, 200, {"done": True, "sent": len(api.sent)})
