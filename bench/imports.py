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
from bot.imports.importing import Import, Wanted, opened

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


def measured(people: int) -> Figures:
    """Run it in a process of its own."""
    command = [sys.executable, "-m", "bench.imports", "--people", str(people)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Figures(**json.loads(done.stdout))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _imported(path: Path, folder: Path) -> tuple[float, float, float]:
    library = load_library()
    wanted = Wanted(path, "bench", "delhi", "delhi", None, _MOMENT)

    def run(made: Import) -> tuple[float, float]:
        return (
            _seconds(lambda: made.stage(library, lambda *_: None)),
            _seconds(lambda: made.apply(lambda *_: None, yields=False)),
        )

    with opened(str(folder / "bench.db"), lambda _: Keys(b"a key of the bench alone"), wanted) as made:
        return (*run(made), made.longest)


def run(people: int) -> Figures:
    """Measure in this process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "plan.csv"
        write(path, people)
        plain = _seconds(lambda: bare(path, folder / "bare.db"))
        preview, apply, longest = _imported(path, folder)
        again = _imported(path, folder)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return Figures(plain, preview, apply, again[0], again[1], memory, max(longest, again[2]))


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.imports")
    parser.add_argument("--people", type=int, default=20_000)
    print(json.dumps(asdict(run(parser.parse_args().people))))


if __name__ == "__main__":
    main()
