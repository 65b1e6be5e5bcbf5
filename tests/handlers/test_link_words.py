"""What people write and share when they link: found in any wording, and nothing else taken for it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.link_words import DIGITS, LETTERS, id_and_code, is_code, mobile_of, new_code
from handlers.secrets import blank_secrets

WAYS = [
    "{id} {code}",
    "{code} {id}",
    "Employee ID: {id}, code: {code}",
    "mera ID {id} hai aur code {code} hai",
    "मेरी ID {id} है, कोड {code}",
    "ID={id};CODE={code}",
    "{id}\n{code}",
    "({id}) [{code}].",
]


@pytest.mark.parametrize("way", WAYS)
@given(seed=st.integers(0, 10_000), form=st.sampled_from(["{}", "{} {}", "{}-{}"]), lower=st.booleans())
def test_an_id_and_a_code_are_found_however_they_are_written(way: str, seed: int, form: str, lower: bool) -> None:
    draw = random.Random(seed)
    code = new_code(draw.choice)
    typed = form.format(*code.split("-")) if form != "{}" else code.replace("-", "")
    id_ = str(draw.randrange(10_000_000, 99_999_999))
    found, as_code = id_and_code(way.format(id=id_, code=typed.lower() if lower else typed))
    assert (found, as_code.replace("-", "").upper()) == (id_, code.replace("-", ""))


@given(st.integers(0, 10_000))
def test_a_code_is_never_blanked_as_an_otp_nor_taken_for_an_id(seed: int) -> None:
    code = new_code(random.Random(seed).choice)
    assert is_code(code) and not code.replace("-", "").isdecimal()
    assert set(code) <= set(LETTERS + DIGITS + "-")
    assert blank_secrets(f"the code is {code}") == (f"the code is {code}", False)


@pytest.mark.parametrize("other", ["10012345", "DOP12345", "K7MP", "ABCD-EFGH", "2345-6789", "K7MP-3QX", "K7MP3QXA9"])
def test_what_is_no_code(other: str) -> None:
    assert not is_code(other)


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("+91 98765 43210", "9876543210"),
        ("919876543210", "9876543210"),
        ("9876543210", "9876543210"),
        ("+1 987 654 3210", ""),
        ("+19876543210", ""),
        ("98765*****", ""),
        ("1234567890", ""),
        ("०९८७६५४३२१०", ""),
        ("", ""),
    ],
)
def test_ten_digits_of_an_indian_mobile(number: str, digits: str) -> None:
    assert mobile_of(number) == digits


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    id_, code = id_and_code(text)
    assert len(id_) <= 64 and (not code or is_code(code))
