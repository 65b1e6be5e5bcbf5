"""The fake Bot API server: routes, scripted trouble, the webhook's life."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote_to_bytes

from .calls import HTML_ERRORS, afterwards, chat_number, record_of
from .control import control
from .inbox import Respond
from .inject import Injecting
from .known import check_known
from .methods import Method
from .model import (
    TOKEN,
    Answer,
    ApiError,
    Chat,
    Json,
    Pending,
    Push,
    Sent,
    error_answer,
    http_answer,
    ok_answer,
)
from .params import boolean, parse_body
from .protocol import Request, ServerProtocol
from .setup_methods import METHODS, checked_webhook
from .trouble import Trouble
from .webhook import Pusher, Target

_IN_FLIGHT = 0.25  # calls this soon after a 429 were already on their way


class FakeBotApi(Injecting):
    """`async with FakeBotApi() as api:` serves on the loopback at api.url until the block ends."""

    def __init__(
        self,
        token: str = TOKEN,
        latency: float = 0.0,
        port: int = 0,
        *,
        seed: int = 0,
        webhook_backoff: tuple[float, float] = (0.02, 0.5),
        webhook_timeout: float = 10.0,
        now: Callable[[], float] = time.time,
        with_control: bool = False,
    ) -> None:
        super().__init__(token, seed, now)
        self.latency = latency
        self.port = port
        self._prefix = f"/bot{token}/".encode()
        self._file_prefix = f"/file/bot{token}/files/".encode()
        self._backoff = webhook_backoff
        self._webhook_timeout = webhook_timeout
        self._with_control = with_control
        self._connections: set[ServerProtocol] = set()
        self._server: asyncio.Server | None = None
        self._flood: dict[int | None, tuple[float, float]] = {}
        self._own: dict[str, tuple[str, Method]] = {
            "setwebhook": ("setWebhook", self._set_webhook),
            "deletewebhook": ("deleteWebhook", self._delete_webhook),
        }

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: ServerProtocol(self.handle, self._connections), "127.0.0.1", self.port, backlog=1024
        )
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop_pusher()
        assert self._server is not None
        self._server.close()
        for connection in list(self._connections):
            connection.abort()
        await asyncio.sleep(0)

    def script(self, kind: str, **kw: Any) -> Trouble:
        """Add a rule, e.g. script("429", chat_id=5, retry_after=1); see Trouble for the fields."""
        rule = Trouble(kind, **kw)
        self.script_rules.rules.append(rule)
        return rule

    def limit(
        self,
        per_bot: int | None = None,
        per_chat: int | None = None,
        retry_after: int = 1,
        per_group: int | None = None,
        group_window: float = 60.0,
    ) -> None:
        """Enforce at most so many messages in any one second, in a group in `group_window` seconds (None: no limit)."""
        self.limiter.per_bot, self.limiter.per_chat = per_bot, per_chat
        self.limiter.per_group, self.limiter.group_window = per_group, group_window
        self.limiter.retry_after = retry_after

    # -- routing ---------------------------------------------------------------------------------

    def handle(self, request: Request, respond: Respond) -> None:
        path, _, query = request.target.partition(b"?")
        if b"%" in path:
            path = unquote_to_bytes(path)
        if path.startswith(self._prefix):
            name = path[len(self._prefix) :].decode("utf-8", "replace")
            self._call(name, query, request, respond)
            self.changed()
        elif path.startswith(self._file_prefix):
            data = self.files.get(path[len(self._file_prefix) :].decode())
            error = ApiError(404, "Not Found")
            found = error_answer(error) if data is None else http_answer(200, data, "application/octet-stream")
            respond(Answer(found))
        elif path.startswith(b"/bot"):
            self._refused("", ApiError(401, "Unauthorized"), {}, respond)
        elif path.startswith(b"/control/") and self._with_control:
            control(self, path[9:].decode(), query, request, respond)
        else:
            respond(Answer(error_answer(ApiError(404, "Not Found"))))

    def _call(self, name: str, query: bytes, request: Request, respond: Respond) -> None:
        lowered = name.lower()
        polling = lowered == "getupdates"
        entry = METHODS.get(lowered) or self._own.get(lowered)
        params: Json = {}
        try:
            if entry is None and not polling:
                raise ApiError(404, "Not Found")
            params = parse_body(request.content_type, query, request.body)
        except ApiError as error:
            self._refused(name, error, params, respond)
            return
        name = entry[0] if entry else "getUpdates"
        self.calls[name] += 1
        try:
            check_known(name, params)
        except ApiError as error:
            self._refused(name, error, params, respond)
            return
        chat_id = chat_number(params)
        rule = self.script_rules.next(name, chat_id) if self.script_rules.rules else None
        if rule is not None and self._misfortune(rule, name, params, chat_id, respond):
            return
        if entry is None:
            self._get_updates(params, request, afterwards(rule, respond))
        else:
            self._carry_out(name, entry[1], params, rule, respond)

    def _misfortune(self, rule: Trouble, name: str, params: Json, chat_id: int | None, respond: Respond) -> bool:
        """Trouble that comes before the call is carried out."""
        if rule.kind == "reset_before":
            respond(Answer(b"", reset=True))
            return True
        if rule.kind in HTML_ERRORS:
            self.refused.append(record_of(name, params, chat_id, rule.kind))
            status, body = HTML_ERRORS[rule.kind]
            respond(Answer(http_answer(status, body, "text/html"), self.latency))
            return True
        error = rule.error(chat_id)
        if error is None:
            return False
        if rule.kind == "429":
            now = time.monotonic()
            self._flood[rule.chat_id] = (now + _IN_FLIGHT, now + rule.retry_after - 0.05)
        self._refused(name, error, params, respond)
        return True

    def _carry_out(self, name: str, method: Method, params: Json, rule: Trouble | None, respond: Respond) -> None:
        cut = rule is not None and rule.kind == "reset_after"
        try:
            result = self.execute(name, method, params, "lost" if cut else "ok")
        except ApiError as error:
            self._refused(name, error, params, respond, recorded=True)
            return
        delay = self.latency + (rule.delay if rule is not None and rule.kind == "slow" else 0.0)
        respond(Answer(b"", reset=True) if cut else Answer(ok_answer(result), delay))

    def execute(self, name: str, method: Method, params: Json, outcome: str = "ok", via: str = "http") -> Any:
        """Carry out a call and record it, success or refusal."""
        chat_id = chat_number(params)
        try:
            self._check_flood(name, chat_id)
            chat = self.find_chat(params["chat_id"]) if "chat_id" in params else None
            result = method(self, chat, params)
        except ApiError as error:
            self.refuse(name, error, chat_id)
            self.refused.append(record_of(name, params, chat_id, str(error.code), via))
            raise
        number = result["message_id"] if isinstance(result, dict) and "message_id" in result else 0
        where = chat.id if chat is not None else 0
        self.record(Sent(where, name, params, number, time.monotonic(), outcome, via))
        if outcome == "lost" and name == "answerCallbackQuery":
            self.queries[str(params["callback_query_id"])] = "lost"
        return result

    def _check_flood(self, name: str, chat_id: int | None) -> None:
        """A bot that was told to wait has to wait."""
        if not self._flood or not name.startswith(("send", "edit")):
            return
        now = time.monotonic()
        for key in {None, chat_id}:
            start, end = self._flood.get(key, (0.0, 0.0))
            if start < now < end:
                wait = max(1, math.ceil(end - now))
                raise ApiError(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})

    def _refused(self, name: str, error: ApiError, params: Json, respond: Respond, recorded: bool = False) -> None:
        if not recorded:
            chat_id = chat_number(params)
            self.refuse(name, error, chat_id)
            self.refused.append(record_of(name, params, chat_id, str(error.code)))
        respond(Answer(error_answer(error), self.latency))

    # -- updates ---------------------------------------------------------------------------------

    def _get_updates(self, params: Json, request: Request, respond: Respond) -> None:
        try:
            if self.pusher is not None:
                text = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first"
                raise ApiError(409, text)
            poll = self.inbox.get_updates(params, respond)
        except ApiError as error:
            self._refused("getUpdates", error, params, respond)
            return
        if poll is not None:
            request.on_lost = lambda: self.inbox.close(poll)

    def _set_webhook(self, state: object, chat: Chat | None, params: Json) -> bool:
        webhook = checked_webhook(params)
        self.inbox.allow(params)
        if boolean(params, "drop_pending_updates"):
            self.inbox.drop_all()
        elif webhook == self.webhook and self.pusher is not None:
            return True
        self._stop_pusher()
        self.webhook = webhook
        if not webhook["url"]:
            return True
        self.inbox.abort("terminated by setWebhook request")
        target = Target(webhook["url"], webhook["secret_token"])
        most, timeout = webhook["max_connections"], self._webhook_timeout
        self.pusher = Pusher(target, most, self._pushed, self._backoff, timeout)
        for entry in list(self.inbox.pending.values()):
            self.pusher.add(entry)
        return True

    def _delete_webhook(self, state: object, chat: Chat | None, params: Json) -> bool:
        if boolean(params, "drop_pending_updates"):
            self.inbox.drop_all()
        self._stop_pusher()
        self.webhook = {"url": ""}
        return True

    def _stop_pusher(self) -> None:
        if self.pusher is not None:
            self.pusher.stop()
            self.pusher = None

    def _pushed(self, entry: Pending, push: Push, body: bytes) -> None:
        self.pushes.append(push)
        if push.status is not None and 200 <= push.status < 300:
            self.inbox.forget(entry)
            if body[:1] == b"{":
                self._webhook_reply(body)
        self.changed()

    def _webhook_reply(self, body: bytes) -> None:
        """A call in the body of the webhook's answer is carried out; nobody hears its result."""
        try:
            params = parse_body(b"application/json", b"", body)
            entry = METHODS.get(str(params.pop("method", "")).lower())
            if entry is not None:
                self.calls[entry[0]] += 1
                check_known(entry[0], params)
                self.execute(entry[0], entry[1], params, via="webhook")
        except ApiError:
            return  # recorded by execute
