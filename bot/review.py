"""`review`: walk through the redacted texts that were kept, assign topics, write phrases that a developer adds."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from rich.console import Console

from bot.store.base import Store
from bot.store.rows import ForReview
from handlers.effects import KeepForReview
from knowledge.catalogue import Catalogue

#: Texts that one walk shows at most.
_MOST = 1000
_MARK = re.compile(r"⟨\w+⟩")
_WHY = {"clarified": "asked back", "declined": "declined", "not_helpful": "answered, did not help"}
_HELP = "topic (a number, an id or other; several with commas), s skip, d drop, q stop"


class _StopError(Exception):
    """Nothing more is typed."""


class Walk(Struct, frozen=True):
    """Where a review reads answers from, and where it writes to; `now` gives whole seconds since 1970."""

    store: Store
    catalogue: Catalogue
    out: Path
    console: Console
    now: Callable[[], int]

    async def run(self) -> None:
        """Show each undecided text once; every decision is kept at once, so stopping loses nothing."""
        rows = await self.store.undecided(_MOST)
        kept = dropped = 0
        try:
            for at, row in enumerate(rows, start=1):
                self._show(row, at, len(rows))
                decision = self._ask(row.kept)
                if decision == "drop":
                    dropped += await self.store.decide(row.id, (), self.now(), is_dropped=True)
                elif isinstance(decision, tuple):
                    self._write(row.kept, decision[0])
                    kept += await self.store.decide(row.id, decision, self.now())
        except _StopError:
            pass
        if kept or dropped:
            await self.store.note("command line", "review", f"{kept} kept, {dropped} dropped", self.now())
        left = len(await self.store.undecided(_MOST))
        self._say(f"{kept} kept, {dropped} dropped, {left} left to review")

    def _say(self, text: str) -> None:
        self.console.print(text, markup=False, highlight=False)

    def _show(self, row: ForReview, at: int, of: int) -> None:
        kept = row.kept
        times = f", {row.times} times" if row.times > 1 else ""
        topic = f" ({kept.topic})" if kept.topic else ""
        self._say(f"\n{at} of {of} · {kept.language} · {_WHY[kept.why]}{topic} · {kept.confidence:.2f}{times}")
        self.console.print(f"  {kept.text}", style="bold", markup=False, highlight=False)
        for number, id_ in enumerate(_options(kept), start=1):
            self._say(f"  {number}. {id_}  {self._question(id_)}")

    def _question(self, id_: str) -> str:
        topic = self.catalogue.topics.get(id_)
        return self.catalogue.texts.render("en", f"ask-{topic.slug}") if topic and not topic.decline else ""

    def _ask(self, kept: KeepForReview) -> str | tuple[str, ...]:
        """Return "skip", "drop" or the topics, which were confirmed."""
        while True:
            said = self._input(_HELP).casefold()
            if said in ("s", "skip", ""):
                return "skip"
            if said in ("d", "drop"):
                return "drop"
            if said in ("q", "quit", "stop"):
                raise _StopError
            topics = self._topics(said, kept)
            if not topics:
                self._say(f"  no such topic: {said}. Known: {', '.join(self.catalogue.topics)}")
            elif not phrase_of(kept.text):
                self._say("  no word is left beside what was taken out: drop it")
            elif self._input(f"keep “{phrase_of(kept.text)}” for {', '.join(topics)}? y/n").casefold() in ("y", "yes"):
                return topics

    def _topics(self, said: str, kept: KeepForReview) -> tuple[str, ...]:
        """The topics that were typed, each once; none where one of them is unknown."""
        options = _options(kept)
        numbered = {str(number): id_ for number, id_ in enumerate(options, start=1)}
        topics = [numbered.get(part, part) for part in re.split(r"[,\s]+", said) if part]
        return tuple(dict.fromkeys(topics)) if all(id_ in self.catalogue.topics for id_ in topics) else ()

    def _input(self, prompt: str) -> str:
        try:
            return self.console.input(f"  {prompt} > ", markup=False).strip()
        except (EOFError, KeyboardInterrupt):
            raise _StopError from None

    def _write(self, kept: KeepForReview, topic: str) -> None:
        """Add the phrase to the file of its first topic (a phrase of the bank has one); one that is there stays."""
        path = self.out / kept.language / f"{topic}.txt"
        phrase = phrase_of(kept.text)
        path.parent.mkdir(parents=True, exist_ok=True)
        known = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        if phrase not in known:
            with path.open("a", encoding="utf-8") as file:
                file.write(phrase + "\n")


def phrase_of(text: str) -> str:
    """Return a kept text as a phrase of the bank: one line, without the marks of what was taken out."""
    phrase = " ".join(_MARK.sub(" ", text).split()).strip(" ,;:-–…")
    return phrase if any(map(str.isalpha, phrase)) else ""


def _options(kept: KeepForReview) -> tuple[str, ...]:
    """What can be chosen by its number: the topic that was answered, then the others it may have meant."""
    return tuple(dict.fromkeys(filter(None, (kept.topic, *kept.alternatives))))
