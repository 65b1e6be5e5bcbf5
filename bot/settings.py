"""Settings from the environment and `.env`. A wrong one is one line for the operator, never a traceback or a secret."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from pydantic import DirectoryPath, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.web.gate import is_page_path

PUBLIC_API = "https://api.telegram.org"
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class SettingsError(Exception):
    """A wrong setting: the message names it and says what it must be."""


class Settings(BaseSettings):
    """Every setting, with its default; see the README."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = PUBLIC_API
    telegram_webhook_url: str | None = None
    telegram_webhook_secret: SecretStr | None = None
    telegram_bulk_rate: int = Field(default=25, ge=1, le=1000)
    database_url: str = "sqlite:///dakpath.db"
    data_key: SecretStr | None = None
    old_data_key: SecretStr | None = None
    ticket_days: int = Field(default=180, ge=1)
    progress_years: int = Field(default=2, ge=1)
    content_dir: DirectoryPath | None = None
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    web_public: bool = False

    @field_validator("telegram_bot_token", "telegram_webhook_url", "telegram_webhook_secret", "content_dir",
                     "data_key", "old_data_key", mode="before")  # fmt: skip
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]{3,}", value.get_secret_value()):
            raise ValueError("must look like 123456:ABC… as BotFather gives it")
        return value

    @field_validator("telegram_api_url", "telegram_webhook_url")
    @classmethod
    def _url(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("must be an address like https://host")
        return value.rstrip("/")

    @field_validator("telegram_api_url")
    @classmethod
    def _api(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.path or parts.query or parts.fragment:
            raise ValueError("must be scheme and host alone, like https://host, without /bot")
        return value

    @field_validator("telegram_webhook_url")
    @classmethod
    def _hook(cls, value: str | None) -> str | None:
        if value is not None and is_page_path(_path(value)):
            raise ValueError("must have a path of its own that the chat page does not use, like https://host/hook")
        return value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        secret = value.get_secret_value() if value else "x"
        if not (1 <= len(secret) <= 256 and all(c.isascii() and (c.isalnum() or c in "_-") for c in secret)):
            raise ValueError("must be 1 to 256 of A-Z, a-z, 0-9, _ and -")
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if not value.startswith("sqlite:///") or value == "sqlite:///":
            raise ValueError("must be sqlite:///path (PostgreSQL is not supported yet)")
        return value

    @model_validator(mode="after")
    def _together(self) -> Settings:
        if self.telegram_webhook_url and not self.telegram_webhook_secret:
            raise ValueError("TELEGRAM_WEBHOOK_SECRET must be set where TELEGRAM_WEBHOOK_URL is")
        if self.telegram_webhook_url and not self.telegram_bot_token:
            raise ValueError("TELEGRAM_BOT_TOKEN must be set where TELEGRAM_WEBHOOK_URL is")
        if self.web_host not in _LOOPBACK and not (self.web_public or self.telegram_webhook_url):
            raise ValueError("WEB_HOST must be a loopback address unless WEB_PUBLIC=1 or a webhook is set")
        return self

    @property
    def database_path(self) -> str:
        return self.database_url.removeprefix("sqlite:///")

    @property
    def webhook_path(self) -> str | None:
        return _path(self.telegram_webhook_url) if self.telegram_webhook_url else None

    @property
    def uses_public_api(self) -> bool:
        public = urlsplit(PUBLIC_API).hostname
        return self.telegram_bot_token is not None and urlsplit(self.telegram_api_url).hostname == public


def _path(url: str) -> str:
    """A URL's path as the web server sees it."""
    return unquote(urlsplit(url).path) or "/"


def load_settings(database_url: str | None = None) -> Settings:
    """Read the settings; a given database goes before all others.

    Raises:
        SettingsError: naming the first wrong one.
    """
    given: dict[str, Any] = {} if database_url is None else {"database_url": database_url}
    try:
        return Settings(**given)
    except ValidationError as error:
        fault = error.errors()[0]
        name = ".".join(str(part) for part in fault["loc"]).upper()
        reason = fault["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{name}: {reason}" if name else reason) from None
    except UnicodeDecodeError:
        raise SettingsError(".env: must be a UTF-8 text") from None
    except OSError as error:
        raise SettingsError(f".env: cannot be read ({error.strerror})") from None
