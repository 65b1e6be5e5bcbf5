"""A strict fake of the Telegram Bot API over real HTTP: `async with FakeBotApi() as api: ...`."""

from .groups import Member
from .model import TOKEN, Chat, Push, Sent, Upload, Violation
from .server import FakeBotApi
from .trouble import Trouble

__all__ = ["TOKEN", "Chat", "FakeBotApi", "Member", "Push", "Sent", "Trouble", "Upload", "Violation"]
