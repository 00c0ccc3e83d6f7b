"""A kata whose argument is a function, whose answers are judged by a predicate, and which refuses some input."""

import pytest
from sample_kata import written

from gradkata import Kata, arg
from gradkata.authoring import laws
from gradkata.authoring.bank_laws import right_answers_stay_right
from gradkata.authoring.subject import Subject
from gradkata.authoring.wrong_answer_laws import outside_of_the_domain
from gradkata.catalog import Catalog, Collection
from gradkata.cli.lint import write_bank

SLUG = "maths/secant"
STUB = '''r"""
# The secant's root

$$x = b - f(b) \\frac{b - a}{f(b) - f(a)}$$

## Conventions

* If $f(a) = f(b)$, it raises `ZeroDivisionError`.

## Example

    >>> secant(lambda x: 2 * x - 2, 0.0, 3.0)
    1.0

## Source

Any textbook of analysis.
"""

import numpy as np


def secant(f, a, b):
    """Find where the secant of `f` through `a` and `b` is zero."""
    raise NotImplementedError
'''
SOLUTION = '''"""The root of a secant."""


def secant(f, a, b):
    """Start from b."""
    return b - f(b) * (b - a) / (float(f(b)) - float(f(a)))


def secant_numpy(f, a, b):
    """Start from a."""
    left, right = float(f(a)), float(f(b))
    return a - left * (b - a) / (right - left)
'''
GRADER = '''"""What must hold of the root of a secant."""

from gradkata import Kata, functions, same, st

rising = [functions.polynomial(c) for c in ([1, 2], [0.5, 1, 0, 1], [-1, 1, 0, 0.5], [-3, 4], [1, 3, 1])]
kata = Kata(
    "secant(f: () -> (), a: (), b: ()) -> ()",
    f=st.sampled_from(rising), a=st.sampled_from([0.0, 0.5, -0.25]), b=st.sampled_from([1.0, 2.0, 1.5]),
)
kata.hints("Where does a line through two points cross the axis?")
kata.contract(points=1)


@kata.accepts(points=7)
def lies_on_the_secant(f, a, b, answer):
    """The line through both points is zero at the answer."""
    same((f(b) - f(a)) * (answer - a), -f(a) * (b - a), atol=1e-9)


kata.refuses(
    "If both values are equal, it raises ZeroDivisionError.",
    points=2, error=ZeroDivisionError, f=st.sampled_from([functions.polynomial([2]), functions.polynomial([1])]),
)


@kata.misconception
def forgets_the_slope(f, a, b):
    """You subtract the value itself. The slope of the secant divides it."""
    if f(a) == f(b):
        raise ZeroDivisionError
    return b - f(b)
'''


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    """The kata with its bank."""
    root = tmp_path_factory.mktemp("wide")
    written(root)
    text = (root / "katas/syllabus.toml").read_text("utf-8").replace("row_sums", "secant")
    (root / "katas/syllabus.toml").write_text(text, "utf-8")
    for folder, source in (("katas", STUB), ("solutions", SOLUTION), ("graders", GRADER)):
        (root / folder / f"{SLUG}.py").write_text(source, "utf-8")
        (root / folder / "maths/row_sums.py").unlink()
    subject = Subject(Catalog((Collection(root),)), SLUG)
    write_bank(subject)
    return Subject(subject.catalog, SLUG)


def test_its_right_answers_and_misconceptions_obey_the_laws(wide):
    for law in (
        laws.names_and_statement_agree,
        laws.right_answers_earn_all,
        right_answers_stay_right,
        laws.properties_are_not_vacuous,
        laws.trivial_answers_earn_nothing,
        laws.points_and_hints_are_complete,
        laws.examples_hold,
    ):
        assert [] == list(law(wide)), law.__name__
    assert ["it has fewer than three misconceptions. Add mistakes that occur in practice."] == list(
        laws.misconceptions_are_distinct(wide)
    )


def test_a_right_answer_that_the_predicate_rejects_is_a_fault(wide):
    other = Subject(wide.catalog, SLUG)
    other.__dict__["right_answers"] = {
        "secant": wide.truth,
        "secant_wrong": lambda f, a, b: wide.truth(f, a, b) + 1,
    }

    (fault,) = laws.right_answers_earn_all(other)

    assert "`secant_wrong` earns 1 of 10 and fails `lies_on_the_secant`" in fault


def test_its_bank_is_readable(wide):
    text = wide.catalog.bank(SLUG).read_text("utf-8")

    assert '{"function": ["polynomial", 1, [[2.0, [1]], [1.0, [0]]]]}' in text
    assert '"answer": {"raises": "ZeroDivisionError"}' in text


def test_input_that_is_refused_may_lie_outside_of_the_domain(wide):
    kata = Kata("secant(f: () -> (), a: (), b: ()) -> ()")
    kata.domain(a=arg.real(-2, 2), b=arg.real(-2, 2), where=lambda f, a, b: f(a) != f(b))
    kata.agreement(points=10)
    narrower = Kata("secant(f: () -> (), a: (), b: ()) -> ()")
    narrower.domain(a=arg.real(-2, 0), b=arg.real(-2, 2))
    narrower.agreement(points=10)

    assert list(outside_of_the_domain(wide, kata.admitted)) == []
    assert len(list(outside_of_the_domain(wide, narrower.admitted))) == 1
