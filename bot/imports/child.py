"""One import in a process of its own, so that replies stay fast: `python -m bot.imports.child`.

Standard input: a line of JSON (`path`, `problems`, `actor`, `circle`, `language`), later `apply` or `cancel`; its end
gives up, too: nobody decided. Standard output: lines of JSON: `share` of what is being done; `lines`, `questions` and
`problems` of the preview; then `done`; or `refused`, which ends it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.content import load_library
from bot.exclusive import is_served, only_one
from bot.imports.beginning import begun
from bot.imports.importing import Import, Wanted
from bot.imports.problem_file import write_problems
from bot.imports.trouble import UnusableFileError
from bot.settings import Settings, SettingsError, load_settings
from bot.store.database import StoreError
from handlers.import_preview import preview_lines, question_lines
from handlers.report_wording import file_words, notice_words
from knowledge.catalogue import Language
from knowledge.library import Library

_NICE = 10


def main() -> None:
    """Do what is asked on standard input."""
    os.nice(_NICE)
    asked = json.loads(sys.stdin.readline())
    language: Language = "hi" if asked["language"] == "hi" else "en"
    try:
        settings = load_settings()
        library = load_library(settings.content_dir)
        circle = asked["circle"]
        wanted = Wanted(Path(asked["path"]), asked["actor"], circle, circle, None, Clock().seconds())
        with begun(settings, library, wanted) as made:
            _run(made, library, settings, language, Path(asked["problems"]))
    except UnusableFileError as error:
        _say(refused=file_words(library.catalogue, language, error.key, error.values))
    except (SettingsError, StoreError, OSError) as error:
        _say(refused=str(error))


def _run(made: Import, library: Library, settings: Settings, language: Language, problems: Path) -> None:
    catalogue = library.catalogue
    shown = made.stage(library, lambda _, share: _say(share=share))
    lines = [*preview_lines(catalogue, language, shown)]
    lines += [f"{notice_words(catalogue, language, one)}: {times}" for one, times in made.notices.items()]
    rows = write_problems(problems, made.columns, made.problems(), catalogue, language) if shown.problem_rows else 0
    _say(lines=lines, questions=[*question_lines(catalogue, language, shown)], problems=rows)
    said = sys.stdin.readline().strip()
    if said == "cancel":
        made.give_up()
    if said != "apply":
        return
    with only_one(f"{settings.database_path}.import"):
        number = made.apply(lambda _, share: _say(share=share), yields=is_served(settings.database_path))
    counts = shown.counts()
    values = {name: counts[name] for name in ("new", "changed", "moved", "missing")}
    _say(done=catalogue.texts.render(language, "import-done", {"number": number, **values}))


def _say(**values: Any) -> None:
    sys.stdout.write(json.dumps(values, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
