"""Whose certificates the link to Telegram takes for good: those of the machine, also where aiohttp's own hold none."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from telegram.error import NetworkError

from bot.channels.telegram_request import AiohttpRequest

ANSWER = b'{"ok":true,"result":{"id":1}}'


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody but itself vouches for, with its key."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "t")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .sign(key, hashes.SHA256())
    )
    path, plain = tmp_path / "server.pem", serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(ANSWER), ANSWER))
    await writer.drain()
    writer.close()


async def _call(certificate: Path, trust: ssl.SSLContext) -> tuple[int, bytes]:
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(certificate)
    request = AiohttpRequest(1, trust)
    async with await asyncio.start_server(_answer, "127.0.0.1", 0, ssl=served) as server:
        port = server.sockets[0].getsockname()[1]
        await request.initialize()
        try:
            return await request.do_request(f"https://127.0.0.1:{port}/getMe", "POST")
        finally:
            await request.shutdown()


def test_a_server_that_nobody_vouches_for_is_refused(certificate: Path) -> None:
    with pytest.raises(NetworkError):
        asyncio.run(_call(certificate, ssl.create_default_context()))


def test_a_server_that_the_machine_trusts_is_spoken_to(certificate: Path) -> None:
    assert asyncio.run(_call(certificate, ssl.create_default_context(cafile=str(certificate)))) == (200, ANSWER)
