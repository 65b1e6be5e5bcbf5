"""Who may talk to the web server: Host, Origin, proxies, cookies, headers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

import aiohttp

from bot.web.gate import PAGE_PATHS, Gate, Receive, Scope, Send, answer
from tests.bot.browsing import page_of, play, port_of, status
from tests.bot.ways import counted, free_port
from tests.fake_bot_api import TOKEN
from tests.running import SECRET, Running

Script = Callable[[Running], Awaitable[None]]
SECONDS = 10


# -- who is let in -----------------------------------------------------------------------------------------------------


def test_only_a_loopback_host_is_served(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        port = port_of(run)
        for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}", "localhost"):
            assert await status(run, Host=host) == 200, host
        for host in ("rebound.example", f"rebound.example:{port}", "127.0.0.1.rebound.example", "localhost.example",
                     "[broken", "", "127.0.0.1@rebound.example", "10.0.0.5"):  # fmt: skip
            for path in ("/", "/events", "/page-texts", "/health", "/static/chat.js", "/nothing"):
                assert await status(run, path, Host=host) == 403, (host, path)

    play(script, tmp_path)


def test_a_forged_host_does_not_open_the_page_to_the_network() -> None:
    """The webhook makes the server listen on the network: the page is for this machine alone all the same."""

    async def status_for(path: str, client: tuple[str, int] | None, is_public: bool = False) -> int:
        sent: list[MutableMapping[str, Any]] = []

        async def serve(_scope: Scope, _receive: Receive, send: Send) -> None:
            await answer(send, 200)

        async def receive() -> MutableMapping[str, Any]:
            return {"type": "http.request"}

        async def send(message: MutableMapping[str, Any]) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"host", b"localhost")], "client": client}
        await Gate(serve, serve, "/hook", is_public)(scope, receive, send)
        return int(sent[0]["status"])

    async def check() -> None:
        for address in ("127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"):
            assert await status_for("/", (address, 1)) == 200, address
        for address in ("203.0.113.9", "10.0.0.5", "2001:db8::1", "::ffff:10.0.0.5", "nonsense"):
            assert await status_for("/", (address, 1)) == 404, address
            assert await status_for("/hook", (address, 1)) == 200
            assert await status_for("/", (address, 1), is_public=True) == 200
        assert await status_for("/", None) == 404

    asyncio.run(check())


def test_the_pages_paths_are_the_pages_routes(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        assert {str(getattr(route, "path", "")) for route in run.app.page.app().routes} == PAGE_PATHS

    play(script, tmp_path)


def test_a_message_needs_the_pages_own_origin(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        port = port_of(run)
        async with page_of(run) as page:
            for origin in ("http://evil.example", "null", "", f"http://localhost:{port}", "http://127.0.0.1",
                           f"http://127.0.0.1:{port}.evil.example", "http://[broken"):  # fmt: skip
                got, _ = await page.post({"id": "message-1", "text": "/help"}, Origin=origin)
                assert got == 403, origin
            del page.headers["Origin"]
            assert await page.say("/help") == 403
            assert await status(run, "/", Origin="http://evil.example") == 403
            page.headers["Origin"] = run.url
            assert await page.say("/help") == 202

    play(script, tmp_path)
    assert counted(tmp_path / "chat.db")["inbox done"] == 1


FORWARDING = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via")


def test_through_a_proxy_there_is_nothing_but_the_webhook(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        for header in FORWARDING:
            for path in ("/", "/events", "/messages", "/static/chat.js", "/health"):
                assert await status(run, path, **{header: "x"}) == 404, (header, path)
            assert await status(run, "/hook", "POST", **{header: "x"}) == 403  # reached, without its secret
            assert await status(run, "/hook/", "POST", **{header: "x"}) == 404
        assert await status(run, "/hook", "GET") == 405
        assert await status(run, "/") == 200

    port = free_port()
    dead = f"http://127.0.0.1:{free_port()}"  # no platform there: the page and the webhook are served all the same
    hook: dict[str, Any] = {
        "telegram_webhook_url": f"https://bot.example:{port}/hook",
        "telegram_webhook_secret": SECRET,
    }
    play(script, tmp_path, telegram_bot_token=TOKEN, telegram_api_url=dead, **hook)


def test_a_public_page_serves_any_host_and_proxy_but_no_other_origin(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        forwarded = {"X-Forwarded-For": "203.0.113.9", "Host": "chat.example"}
        assert await status(run, "/", **forwarded) == 200
        async with page_of(run) as page:
            message = {"id": "message-1", "text": "/help"}
            assert (await page.post(message, **forwarded, Origin="https://chat.example"))[0] == 202
            assert (await page.post(message, **forwarded, Origin="https://evil.example"))[0] == 403

    play(script, tmp_path, web_public=True)


def test_every_answer_has_the_security_headers(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        async with aiohttp.ClientSession() as http:
            seen = set()
            for path in ("/", "/static/chat.js", "/page-texts", "/health", "/events", "/nothing", "/static/../page.py"):
                for host in ("127.0.0.1", "evil.example"):
                    async with http.get(run.url + path, headers={"Host": host}) as answer:
                        seen.add(answer.status)
                        policy = answer.headers["Content-Security-Policy"]
                        assert "default-src 'none'" in policy
                        assert "unsafe" not in policy
                        assert "frame-ancestors 'none'" in policy
                        assert answer.headers["X-Content-Type-Options"] == "nosniff"
                        assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert seen == {200, 401, 403, 404}

    play(script, tmp_path)


def test_the_cookie_is_random_and_for_the_page_alone(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        values = set()
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
            for _ in range(3):
                async with http.get(run.url + "/") as answer:
                    cookie = answer.headers["Set-Cookie"].lower()
                    assert "httponly" in cookie
                    assert "samesite=strict" in cookie
                    assert "domain" not in cookie
                    values.add(answer.cookies["dakpath"].value)
            assert len(values) == 3
            assert min(map(len, values)) >= 22  # 128 bits
            async with http.get(run.url + "/", headers={"Cookie": f"dakpath={values.pop()}"}) as answer:
                assert "Set-Cookie" not in answer.headers
        async with page_of(run) as page:
            (held,) = list(page.http.cookie_jar)
            await page.say("/help")
            stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
            assert held.value.encode() not in stored  # what is stored cannot be used to take the session over

    play(script, tmp_path)


def test_what_is_not_there_and_without_a_session(tmp_path: Path) -> None:
    async def script(run: Running) -> None:
        for path in (
            "/nothing",
            "/static/nothing.js",
            "/static/../page.py",
            "/static/%2e%2e/page.py",
            "/hook",
            "/.env",
        ):
            assert await status(run, path) == 404, path
        own = {"Origin": run.url}
        assert await status(run, "/messages", "GET") == 405
        assert await status(run, "/", "DELETE", **own) == 405
        assert await status(run, "/events") == 401
        assert await status(run, "/messages", "POST", **own) == 401
        assert await status(run, "/messages", "POST", **own, Cookie="dakpath=short") == 401

    play(script, tmp_path)
