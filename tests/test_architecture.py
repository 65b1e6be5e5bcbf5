"""What the layers promise, held by reading the code: a pure core, small parts, nothing done by an import."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from handlers import conversation
from handlers.actions import Verb
from handlers.effects import Effect
from knowledge.library import Library
from tests.talking import CONVERSATIONS, read_talks

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("bot", "handlers", "knowledge", "reminders")
CORE = ("handlers", "knowledge", "reminders")
MOST_FUNCTION, MOST_MODULE = 40, 300
#: Calls that read the clock, draw lots or touch the disk.
BANNED = {"now", "today", "utcnow", "fromtimestamp", "open", "print", "input", "read_text", "write_text", "getenv"}
BANNED_MODULES = {"time", "os", "random", "secrets", "asyncio", "threading", "logging", "socket", "pathlib", "io"}


def _modules(*packages: str) -> list[Path]:
    return [path for package in packages for path in sorted((ROOT / package).rglob("*.py"))]


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _impure(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in BANNED:
                yield f"{called}() in line {node.lineno}"
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (f"imports {name}" for name in names if name.split(".")[0] in BANNED_MODULES)
        if isinstance(node, (ast.AsyncFunctionDef, ast.Await)):
            yield f"waits in line {node.lineno}"


@pytest.mark.parametrize("path", _modules(*CORE), ids=_named)
def test_the_core_reads_no_clock_and_touches_no_file(path: Path) -> None:
    assert not list(_impure(_tree(path)))


def test_a_breach_of_the_core_would_be_seen() -> None:
    breach = "import time\nfrom datetime import datetime\ndef f():\n    open('x')\n    return datetime.now()\n"
    assert len(list(_impure(ast.parse(breach)))) == 3


@pytest.mark.parametrize("path", _modules(*PACKAGES), ids=_named)
def test_functions_and_modules_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_MODULE
    for node in ast.walk(_tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno < MOST_FUNCTION, node.name


def test_importing_does_nothing(tmp_path: Path) -> None:
    """In an empty environment and an empty folder: no thread, no file, nothing said."""
    named = [
        _named(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in _modules(*PACKAGES)
    ]
    plain = [name for name in named if not name.endswith("__main__") and not name.startswith("bot.train")]
    code = (
        f"import importlib, threading\nfor name in {plain!r}: importlib.import_module(name)\n"
        "assert threading.active_count() == 1, threading.enumerate()\n"
    )
    environment = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ.get("PATH", "")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not list(tmp_path.iterdir())


def test_no_file_names_a_package_registry() -> None:
    hosts = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "crates" + ".io")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    if not listed:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file():
            found = path.read_bytes()
            assert not [host for host in hosts if host.encode() in found], name


def test_every_verb_has_an_act() -> None:
    assert set(conversation._ACTS) == set(Verb)


def test_every_effect_is_applied_by_the_store() -> None:
    store = "".join(path.read_text(encoding="utf-8") for path in _modules("bot/store"))
    for effect in get_args(Effect):
        assert effect.__name__ in store, effect.__name__


def test_every_topic_has_a_recorded_conversation(library: Library) -> None:
    turns = [turn for path in CONVERSATIONS.glob("*.yaml") for talk in read_talks(path) for turn in talk["turns"]]
    tapped = {turn.get("taps", "").removeprefix("TOPIC ") for turn in turns}
    assert not set(library.catalogue.topics) - tapped
