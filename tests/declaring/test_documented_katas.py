"""The examples of docs/authors.md on answers that are not one finite value."""

import re
from pathlib import Path

import numpy as np
import pytest

import gradkata
from gradkata import Kata, st
from gradkata.authoring.bank_builder import make_bank

PAGE = (Path(__file__).parents[2] / "docs/authors.md").read_text("utf-8")
SECTION = PAGE.partition("## Answers that are not one finite value")[2].partition("\n## ")[0]
BLOCKS = re.findall(r"```python\n(.*?)```", SECTION, re.DOTALL)


def gradient_check(f, x, h):
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))])


def unit(x):
    return x / np.sqrt(x @ x)


def area(width):
    if width < 0:
        raise ValueError
    return width * width


def dropout(a, p, seed):
    return a * (np.random.default_rng(seed).random(len(a)) >= p) / (1 - p)


CASES = [
    (gradient_check, "", {}),
    (unit, "unit(x: (n)) -> (n)", {"x": np.array([3.0, 4.0])}),
    (area, "area(width: ()) -> ()", {}),
    (dropout, "dropout(a: (n), p: (), seed: i8) -> (n)", {"p": st.sampled_from([0.25, 0.5])}),
]


@pytest.mark.parametrize(
    ("block", "case"), list(zip(BLOCKS, CASES, strict=True)), ids=[case[0].__name__ for case in CASES]
)
def test_a_documented_declaration_holds_for_a_right_answer(block, case):
    truth, signature, draws = case
    names = {name: getattr(gradkata, name) for name in gradkata.__all__} | {"np": np}
    if signature:
        names["kata"] = Kata(signature, **draws)
    exec(block, names)

    bank = make_bank(f"maths/{truth.__name__}", names["kata"], truth, {})

    assert {case.property for case in bank.cases} == {each.name for each in names["kata"].properties}
