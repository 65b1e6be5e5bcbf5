"""`check` on the guided walks: every kind of fault is reported with its file and its step."""

from __future__ import annotations

import pytest

from knowledge.problems import Problem
from tests.knowledge.overlays import library_of, problems_of

#: A good small flow; each test breaks it in one place.
GOOD = """
order: 90
topics: {about: ask}
evidence: [error]
first: ask
steps:
  ask:
    acts: employee
    sources: [{document: igot-faq-2025, paragraph: "all"}]
    choices:
      - {label: choice-other, to: try, when: [[otp, "!password"]]}
      - {label: choice-other, to: human}
  try:
    acts: igot_cell
    sources: [{document: igot-faq-2025, paragraph: "all"}]
    unsolved: human
"""
TEXTS = "flow-tiny = Tiny\nflow-tiny-ask = Ask\nflow-tiny-try = Try\n"


def overlay(flow: str = GOOD, texts: str = TEXTS) -> dict[str, str]:
    return {"flows/tiny.yaml": flow, "texts/en/tiny.ftl": texts, "texts/hi/tiny.ftl": texts}


def broken(before: str, after: str) -> str:
    assert before in GOOD, before
    return GOOD.replace(before, after, 1)


def long_flow(steps: int) -> str:
    """A straight way of so many steps."""
    head = "order: 90\nfirst: s0\nsteps:\n"
    return head + "".join(
        f"  s{at}: {{acts: employee, sources: [{{document: igot-faq-2025, paragraph: x}}], "
        f"unsolved: {f's{at + 1}' if at + 1 < steps else 'human'}}}\n"
        for at in range(steps)
    )


def texts_of(steps: int) -> str:
    return "flow-tiny = Tiny\n" + "".join(f"flow-tiny-s{at} = Step\n" for at in range(steps))


def test_the_small_flow_is_good() -> None:
    assert problems_of(overlay()) == ()


LOOP = "  a: {acts: employee, sources: [{document: igot-faq-2025, paragraph: x}], choices: [%s, %s]}\n"
TO_A, TO_B = "{label: choice-other, to: a}", "{label: choice-other, to: b}"
FAULTS: list[tuple[str, str, str, str]] = [
    ("an unknown step", broken("to: try", "to: nowhere"), "steps.ask", "unknown step tiny/nowhere"),
    ("a step never reached", broken("to: try", "to: human"), "steps.try", "never reached"),
    ("an unknown flow", broken("to: try", 'to: "flow:nothing"'), "steps.ask", "unknown step nothing"),
    ("an unknown step of another flow", broken("to: try", 'to: "flow:login/nothing"'), "steps.ask", "login/nothing"),
    ("an unknown first step", broken("first: ask", "first: begin"), "first", "unknown step begin"),
    ("an unknown document", broken("igot-faq-2025", "a-rumour"), "steps.ask", "unknown document a-rumour"),
    ("an unknown topic", broken("about: ask", "no.topic: ask"), "no.topic", "is no topic"),
    ("a topic at an unknown step", broken("about: ask", "about: begin"), "about", "unknown step begin"),
    ("a topic of another flow", broken("about: ask", "login.otp: ask"), "login.otp", "of another flow"),
    ("a command of another flow", broken("order: 90", "order: 90\ncommand: login"), "login", "of another flow"),
    ("a command that is none", broken("order: 90", "order: 90\ncommand: dance"), "command", "is no command"),
    ("begins at an unknown step", broken("order: 90", "order: 90\nbegins: {nowhere: [[otp]]}"), "begins.nowhere",
     "is an unknown step"),
    ("begins with an unknown concept", broken("order: 90", "order: 90\nbegins: {try: [[moonlight]]}"), "begins.try",
     "unknown concept moonlight"),
    ("unknown evidence", broken("[error]", "[gossip]"), "evidence", "unknown evidence gossip"),
    ("an unknown concept", broken("[otp, ", "[moonlight, "), "steps.ask", "unknown concept moonlight"),
    ("`when` that is no list of lists", broken('[[otp, "!password"]]', "[otp]"), "steps.ask.choices[0].when",
     "lists of concepts"),
    ("an unknown actor", broken("acts: employee", "acts: the_minister"), "steps.ask.acts", "is not one of"),
    ("a question with one choice", broken("      - {label: choice-other, to: human}\n", ""), "steps.ask",
     "needs two choices"),
    ("too many choices", broken("      - {label: choice-other, to: human}\n",
     "      - {label: choice-other, to: human}\n" * 7), "steps.ask", "more than 7 choices"),
    ("too many choices beside solved and not solved", broken("    unsolved: human",
     "    unsolved: human\n    choices:\n" + "      - {label: choice-other, to: human}\n" * 6), "steps.try",
     "more than 5 choices"),
    ("no steps", "order: 90\nfirst: ask\n", "steps", "missing"),
    ("a name nothing reads", broken("order: 90", "order: 90\nordr: 1"), "ordr", "not a known name"),
    ("a step's name", broken("  try:", "  Try It:"), "steps.Try It", "no name of a step"),
    ("a way without end", "order: 90\nfirst: a\nsteps:\n" + LOOP % (TO_A, TO_B) + LOOP.replace("a:", "b:", 1)
     % (TO_A, TO_B), "steps.a", "no way from here ends"),
    ("a way too long", long_flow(21), "steps.s0", "more than 20 steps"),
]  # fmt: skip


@pytest.mark.parametrize(("flow", "key", "problem"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_every_fault_is_reported(flow: str, key: str, problem: str) -> None:
    texts = texts_of(21) if "s20:" in flow else TEXTS
    found = problems_of(overlay(flow, texts))
    assert any(one.key == key and problem in one.problem for one in found), found
    assert all(isinstance(one, Problem) for one in found)


@pytest.mark.parametrize(
    ("said", "flow", "key", "problem"),
    [
        ("said_hm: [hm hm]", GOOD, "said_hm", "listened for by no choice"),
        ("otp: [one time]", GOOD, "otp", "is a name of the lexicon"),
        ("said_hm: hm hm", broken("[otp, ", "[said_hm, "), "said_hm", ""),
    ],
)
def test_what_people_say_of_steps_is_checked(said: str, flow: str, key: str, problem: str) -> None:
    found = problems_of({**overlay(flow), "flows/said.yaml": f"said:\n  {said}\n"})
    assert any(one.file == "flows/said.yaml" and key in one.key and problem in one.problem for one in found), found


def test_a_way_of_twenty_steps_is_not_too_long() -> None:
    assert problems_of(overlay(long_flow(20), texts_of(20))) == ()


def test_a_chain_of_flows_is_not_too_long() -> None:
    """Each of the two is short enough by itself; the steps of the second are too far from the first one's begin."""
    first = long_flow(11).replace("unsolved: human", 'unsolved: "flow:tiny2"')
    both = {**overlay(first, texts_of(11)), "flows/tiny2.yaml": long_flow(11)}
    for language in ("en", "hi"):
        both[f"texts/{language}/tiny2.ftl"] = texts_of(11).replace("flow-tiny", "flow-tiny2")
    found = problems_of(both)
    assert {(one.file, one.key) for one in found} == {("flows/tiny2.yaml", f"steps.s{at}") for at in (9, 10)}
    assert all("no way from tiny/s0 through here ends within 20 steps" in one.problem for one in found)


@pytest.mark.parametrize(
    ("texts", "key", "problem"),
    [
        (TEXTS.replace("flow-tiny-try = Try\n", ""), "flow-tiny-try", "is missing"),
        (TEXTS.replace("= Tiny", f"= {'x' * 21}"), "flow-tiny", "label over 20"),
        (TEXTS + "flow-tiny-gone = Gone\n", "flow-tiny-gone", "of no flow"),
    ],
)
def test_the_texts_of_a_flow_are_checked(texts: str, key: str, problem: str) -> None:
    found = problems_of(overlay(GOOD, texts))
    assert any(one.key == key and problem in one.problem for one in found), found


def test_a_text_in_one_language_only_is_reported() -> None:
    found = problems_of({**overlay(), "texts/hi/tiny.ftl": TEXTS.replace("flow-tiny-ask = Ask\n", "")})
    assert any((one.file, one.key) == ("texts/hi", "flow-tiny-ask") for one in found), found


def test_an_overlay_adds_a_flow() -> None:
    assert "tiny" in library_of(overlay()).catalogue.flows
