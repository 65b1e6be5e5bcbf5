"""Which steps look at what a person has done so far."""

from __future__ import annotations

import pytest

from handlers.messages import Inbound, Kind
from handlers.needs import needs_facts
from handlers.session import Session


@pytest.mark.parametrize(
    ("kind", "text", "needs"),
    [
        (Kind.TEXT, "conduct rules complete ho gaya", True),
        (Kind.TEXT, "/progress", True),
        (Kind.TEXT, "/Menu@some_bot", False),
        (Kind.TAP, "3:m:", False),
        (Kind.TAP, "3:t:deadlines", True),
        (Kind.TAP, "of another version", True),
        (Kind.TAP, "3:l:hi", True),  # says again what was shown
        (Kind.TAP, "3:q:my_igot_a_or_b.0", True),  # answers what waited for it
        (Kind.TAP, "3:r:snooze", True),
        (Kind.TEXT, "1", False),
        (Kind.TEXT, "2", True),
        (Kind.TEXT, "3", True),
        (Kind.BLOCKED, "", False),
        (Kind.UNSUPPORTED, "sticker", False),
    ],
)
def test_most_taps_and_commands_need_no_facts(kind: Kind, text: str, needs: bool) -> None:
    assert needs_facts(Inbound(kind, text), Session(offered=("3:m:", "3:t:progress"))) is needs


def test_a_group_is_nobodys_progress() -> None:
    assert not needs_facts(Inbound(Kind.TEXT, "/progress", in_group=True), Session())
