"""A right answer is right in any type of sequence or real number that is one, whatever else the type does."""

import pytest
from test_outcomes import PLAIN, first_failure, right

ADAM = """
from typing import NamedTuple
import numpy as np

class State(NamedTuple):
    w: np.ndarray
    m: np.ndarray
    v: np.ndarray

def adam_step(w, m, v, g, t, lr, b1, b2, eps):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g * g
    step = lr * (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps)
    return State(w - step, m, v)
"""
VECTOR = """
class Vector(list):
    def __add__(self, other): return Vector(a + b for a, b in zip(self, other))
    def __mul__(self, k): return Vector(a * k for a in self)
    __rmul__ = __mul__

def perceptron_update(w, x, target, pred, lr):
    return Vector(w) + lr * (target - pred) * Vector(x)
"""
UPDATE = "{head}\ndef perceptron_update(w, x, target, pred, lr):\n    return {what}\n"
VALUE = "w + lr * (target - pred) * x"
SEQUENCES = {
    "a named tuple of three vectors": ("adam_step", ADAM),
    "a list with a product of its own": ("perceptron_update", VECTOR),
    "a vector of long doubles": (
        "perceptron_update", UPDATE.format(head="import numpy as np", what=f"np.asarray({VALUE}, np.longdouble)")),
    "a list of decimal numbers": (
        "perceptron_update", UPDATE.format(head="from decimal import Decimal", what=f"list(map(Decimal, {VALUE}))")),
    "a list of fractions and floats": (
        "perceptron_update",
        UPDATE.format(head="from fractions import Fraction",
                      what=f"[Fraction(each) if i % 2 else each for i, each in enumerate({VALUE})]")),
    "a list of arrays without dimensions": (
        "perceptron_update", UPDATE.format(head="import numpy as np", what=f"[np.array(each) for each in {VALUE}]")),
    "a list that claims to be endless": (
        "perceptron_update",
        UPDATE.format(head="class Long(list):\n    def __iter__(self):\n        while True: yield 1.0\n"
                           "    def __len__(self): return 10**9\n    def __bool__(self): raise ValueError\n",
                      what=f"Long(({VALUE}).tolist())")),
}  # fmt: skip


@pytest.mark.parametrize("name", SEQUENCES)
def test_a_right_answer_earns_all_points_as(judged, name):
    kata, source = SEQUENCES[name]

    report = judged(source, kata)

    assert ("passed", 10) == (report["outcome"], report["score"])


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("Fraction(10 ** 400)", "a fractions.Fraction beyond the range of float64"),
        ("Decimal('1e999')", "a decimal.Decimal beyond the range of float64"),
        ("Decimal('sNaN')", "a decimal.Decimal beyond the range of float64"),
    ],
)
def test_a_number_beyond_all_floats_has_the_wrong_type(judged, what, words):
    report = judged(right(what, "from fractions import Fraction\nfrom decimal import Decimal\n"))

    assert "wrong-type" == report["outcome"]
    assert (
        f"It returned {words}; a number is expected. It has no value as a float64."
        in first_failure(report)["message"]
    )


HOSTILE = {
    "a fraction that is none": "class Fraction:\n    __module__ = 'fractions'\n    def __float__(self): return 1.0\n",
    "a replaced module": "import sys\nclass Fraction(float): pass\nsys.modules['fractions'] = Fraction\n",
    "a module that raises": "import sys\nclass Fraction:\n    def __getattr__(self, name): raise KeyboardInterrupt\n"
    "sys.modules['fractions'] = Fraction()\n",
    "a type that hides its bases": "class Meta(type):\n    __mro__ = property(lambda cls: 1 / 0)\n"
    "class Fraction(metaclass=Meta):\n    def __float__(self): return 1.0\n",
    "an object that claims to be a list": "class Fraction:\n    __class__ = list\n    def __len__(self): return 3\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_type_that_only_pretends_costs_its_author_the_points(judged, name):
    report = judged(right(f"{PLAIN} and Fraction()", HOSTILE[name]))

    assert report["outcome"] in ("wrong-type", "raised")
    assert report["score"] < 10
