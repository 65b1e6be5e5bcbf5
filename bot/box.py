"""Personal data at rest: names, e-mails and mobiles encrypted, and found by keyed hashes.

All keys are derived from one master key (HKDF, RFC 5869). A box is the master key's number (2 bytes), a random nonce
(12), and AES-256-GCM's ciphertext with its tag; what it is of (`name`, `email`, `mobile`) is authenticated with it.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NUMBER, _NONCE = 2, 12
_HEAD = _NUMBER + _NONCE


class BoxError(Exception):
    """A box that is not of this key, or damaged."""


class Keys:
    """What is derived of a master key with a number; `root` keys the hashes that outlive a change of keys."""

    def __init__(self, master: bytes, number: int = 1, root: bytes | None = None) -> None:
        self.number = number
        self.root = master if root is None else root
        self._master = master
        self._hash_key = derive(master, b"dakpath hash")
        self._head = number.to_bytes(_NUMBER, "big")

    @cached_property
    def _cipher(self) -> AESGCM:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # 8 MB: only where something is encrypted

        return AESGCM(derive(self._master, b"dakpath box"))

    def hash(self, kind: str, text: str) -> str:
        """The hash by which `text` is found, 32 hexadecimal digits; the same text of another kind has another."""
        return hashlib.blake2b(f"{kind}\0{text}".encode(), key=self._hash_key, digest_size=16).hexdigest()

    def seal(self, kind: str, text: str) -> bytes:
        """Encrypt a text."""
        nonce = os.urandom(_NONCE)
        return self._head + nonce + self._cipher.encrypt(nonce, text.encode(), kind.encode())

    def open(self, kind: str, box: bytes) -> str:
        """Decrypt a box.

        Raises:
            BoxError: it is another key's, or damaged.
        """
        return self.open_bytes(kind, box).decode()

    def seal_bytes(self, kind: str, data: bytes) -> bytes:
        """Encrypt bytes."""
        nonce = os.urandom(_NONCE)
        return self._head + nonce + self._cipher.encrypt(nonce, data, kind.encode())

    def open_bytes(self, kind: str, box: bytes) -> bytes:
        """Decrypt what `seal_bytes` made; raises as `open`."""
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher.decrypt(box[_NUMBER:_HEAD], box[_HEAD:], kind.encode())
        except (InvalidTag, ValueError) as error:
            raise BoxError(f"a box of key {int.from_bytes(box[:_NUMBER], 'big')} cannot be opened") from error


def derive(master: bytes, purpose: bytes) -> bytes:
    """A key of 32 bytes for a purpose: HKDF with SHA-256, without salt."""
    secret = hmac.digest(bytes(32), master, "sha256")
    return hmac.digest(secret, purpose + b"\x01", "sha256")


def fingerprint(master: bytes) -> str:
    """By which a database knows its key, and from which the key cannot be found: 32 hexadecimal digits."""
    return derive(master, b"dakpath fingerprint").hex()[:32]
