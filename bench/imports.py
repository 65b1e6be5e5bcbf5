"""Import a training-plan report, against reading the same file with the csv module and inserting it bare.

python -m bench.imports --people N: prints one line of JSON. Seconds are of the processor, as the machine may be busy.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.imports_file import bare, write
from bench.process import ROOT
from bot.box import Keys
from bot.content import load_library
from bot.imports.importing import Wanted, opened

_MOMENT = 1_769_000_000


@dataclass(frozen=True)
class Figures:
    """Seconds of the processor: the bare insert, the preview and the applying of a file; `again`: of the same file once
    more. `megabytes`: the most memory used; `longest`: seconds for which the database was held at a time.
    """

    bare: float
    preview: float
    apply: float
    preview_again: float
    apply_again: float
    megabytes: float
    longest: float


@dataclass(frozen=True)
class _Import:
    """One import in a process of its own, as the assistant runs it: figures as above."""

    preview: float
    apply: float
    longest: float
    megabytes: float


def measured(people: int) -> Figures:
    """Import a file of six rows a person, and the same file again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "plan.csv", people)
        plain = _seconds(lambda: bare(folder / "plan.csv", folder / "bare.db"))
        first, again = (_Import(**_process("--folder", name)) for _ in range(2))
    longest, megabytes = max(first.longest, again.longest), max(first.megabytes, again.megabytes)
    return Figures(plain, first.preview, first.apply, again.preview, again.apply, megabytes, longest)


def _process(*options: str) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.imports", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _imported(folder: Path) -> _Import:
    library = load_library()
    wanted = Wanted(folder / "plan.csv", "bench", "delhi", "delhi", None, _MOMENT)
    with opened(str(folder / "bench.db"), lambda _: Keys(b"a key of the bench alone"), wanted) as made:
        preview = _seconds(lambda: made.stage(library, lambda *_: None))
        apply = _seconds(lambda: made.apply(lambda *_: None, yields=False))
    return _Import(preview, apply, made.longest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.imports", description=__doc__)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--folder", type=Path, help="import the plan.csv that lies there, once")
    options = parser.parse_args()
    print(json.dumps(asdict(_imported(options.folder) if options.folder else measured(options.people))))


if __name__ == "__main__":
    main()
