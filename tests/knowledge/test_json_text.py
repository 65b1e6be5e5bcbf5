"""JSON: what the fast reader and writer refuse is read and written all the same."""

from __future__ import annotations

import pytest

from knowledge.json_text import from_json, to_json

HALF = "hi \ud83d there"


@pytest.mark.parametrize("value", [{"a": [1, "हिन्दी", None, True, 1.5]}, HALF, 1 << 70, [], {"1": HALF}])
def test_what_is_written_can_be_stored_and_read(value: object) -> None:
    written = to_json(value)
    assert written.encode()
    assert from_json(written) == from_json(written.encode()) == value


def test_letters_are_written_as_themselves() -> None:
    assert to_json({"a": ["हिन्दी", 1]}) == '{"a":["हिन्दी",1]}'


@pytest.mark.parametrize("text", ["", "{", "nothing", '{"a": }', "[1,]"])
def test_what_is_no_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_json(text)


def test_half_a_letter_is_read_from_a_text_too() -> None:
    assert from_json(f'["{HALF}"]') == [HALF]
