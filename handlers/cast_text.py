"""The text of a broadcast: its placeholders filled, its links and its length looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from handlers.rendering import pieces
from knowledge.cast_rules import CastRules

#: What may stand in braces: of each recipient.
PLACEHOLDERS = ("circle", "division", "office", "designation", "left", "total")
#: Characters as the platform counts them: units of UTF-16, without the marks of bold.
MOST_UNITS = 4096

_BRACES = re.compile(r"\{([^{}\n]{0,40})\}|([{}])")
_LINK = re.compile(r"(?:[a-z][a-z0-9+.-]*)://[^\s<>\"]*", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@.-])(?:[\w-]+\.)+(?P<ending>[^\W\d_]{2,})(?![\w.-]*@)(?::\d+)?(?:[/?#][^\s<>\"]*)?(?![\w-])"
)


class Fault(Struct, frozen=True):
    """What is wrong with a text: a text key and what it is about."""

    key: str
    what: str = ""


def placeholders_in(text: str) -> tuple[str, ...]:
    """The known ones that a text uses, each once."""
    named = (match.group(1) for match in _BRACES.finditer(text) if match.group(1) is not None)
    return tuple(dict.fromkeys(name.strip() for name in named if name.strip() in PLACEHOLDERS))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put a recipient's values in."""
    return _BRACES.sub(lambda match: values.get((match.group(1) or "").strip(), match.group()), text)


def units(text: str) -> int:
    """How long a text is to the platform: its marks are gone then."""
    shown = "".join(piece for piece, _ in pieces(text))
    return len(shown.encode("utf-16-le", "surrogatepass")) // 2


def faults_of(text: str, longest: Mapping[str, str], around: int) -> Iterator[Fault]:
    """What makes a text impossible. `longest`: the longest value of each placeholder among those who get it; `around`:
    units of what stands around it."""
    for match in _BRACES.finditer(text):
        name = (match.group(1) or "").strip()
        if match.group(1) is None or name not in PLACEHOLDERS:
            yield Fault("cast-fault-placeholder", match.group())
    size = around + units(filled(text, longest))
    if size > MOST_UNITS:
        yield Fault("cast-fault-length", str(size))


def foreign_links(text: str, rules: CastRules) -> tuple[str, ...]:
    """Hosts that a text links to and that are not allowed, each once."""
    return tuple(dict.fromkeys(_foreign(text, rules)))


def _foreign(text: str, rules: CastRules) -> Iterator[str]:
    for match in _LINK.finditer(text):
        host = _host(match.group())
        if not _is_allowed(host, rules.hosts):
            yield host or match.group()
    for match in _BARE.finditer(_LINK.sub(" ", text)):
        word = match.group().rstrip(".,;:!?)")
        host = re.split(r"[/?#:]", word)[0].casefold()
        if (match["ending"].casefold() in rules.endings or "/" in word) and not _is_allowed(host, rules.hosts):
            yield host


def _host(link: str) -> str:
    """Where a link leads; "" where browsers may read it in another way than this."""
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return ""
    odd = "\\" in link or "@" in parts.netloc or not host.isascii() or parts.scheme.casefold() not in ("http", "https")
    return "" if odd else host


def _is_allowed(host: str, hosts: Iterable[str]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in hosts)
