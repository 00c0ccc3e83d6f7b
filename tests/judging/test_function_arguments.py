"""Katas whose arguments are functions, judged in the sandbox."""

import inspect

import numpy as np
import pytest
from small_katas import exercise_of, shown

from gradkata import Kata, functions
from gradkata.authoring.bank_builder import make_bank
from gradkata.drawing.bank import BankError

HEAD = "import numpy as np\n"


def gradient_check(f, x, h):
    return np.array([(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(len(x))])


def partial_derivatives(f, x, y):
    h = 1e-3
    return (f(x + h, y) - f(x - h, y)) / (2 * h), (f(x, y + h) - f(x, y - h)) / (2 * h)


def newton_step(f, x):
    h = 1e-3
    slope = (f(x + h) - f(x - h)) / (2 * h)
    return x - f(x) / slope if slope else x


def means(f, x):
    return f(x) / 2 + f(-x) / 2


KATAS = [
    ("gradient_check(f: (d) -> (), x: (d), h: ()) -> (d)", gradient_check, {"h": 1e-3}),
    ("partial_derivatives(f: (),() -> (), x: (), y: ()) -> (), ()", partial_derivatives, {}),
    ("newton_step(f: () -> (), x: ()) -> ()", newton_step, {}),
    ("means(f: () -> (), x: (n)) -> (n)", means, {}),
]


def declared(signature, draws):
    kata = Kata(signature, **draws)
    kata.contract(points=1)
    kata.agreement(points=9)
    return kata


@pytest.mark.parametrize(
    ("signature", "truth", "draws"), KATAS, ids=[each[0].split("(")[0] for each in KATAS]
)
def test_a_right_answer_earns_all_points_and_a_wrong_one_does_not(
    judged_on, tmp_path, signature, truth, draws
):
    exercise = exercise_of(declared(signature, draws), truth, tmp_path)
    right = HEAD + inspect.getsource(truth)
    wrong = right.replace(" / 2", " / 4").replace("(2 * h)", "h")

    assert 10 == judged_on(exercise, right)["score"]
    assert 1 >= judged_on(exercise, wrong)["score"]


def test_the_function_of_a_failure_can_be_pasted(judged_on, tmp_path):
    exercise = exercise_of(declared(*KATAS[2][::2]), newton_step, tmp_path)

    report = judged_on(exercise, HEAD + "def newton_step(f, x):\n    return x - f(x)\n")

    counterexample = report["properties"][1]["counterexample"]
    [asked] = counterexample["calls"]
    assert asked["call"].startswith("newton_step(f=lambda x: ")
    assert asked["arguments"]["f"] in shown(report)
    pasted = eval(asked["call"], {"np": np, "newton_step": newton_step})
    assert counterexample["expected"] == pytest.approx(pasted)


def test_a_long_function_is_shown_whole(judged_on, tmp_path):
    long = functions.quadratic(np.arange(16).reshape(4, 4) / 8, [0.25, 0.5, 1.25, 3.0], -2.0)
    kata = Kata("gradient_check(f: (4) -> (), x: (4), h: ()) -> (4)", f=long, h=0.5)
    kata.contract(points=1)
    kata.agreement(points=9)

    exercise = exercise_of(kata, gradient_check, tmp_path)
    report = judged_on(exercise, HEAD + "def gradient_check(f, x, h):\n    return f(x) * x\n")

    call = report["properties"][1]["counterexample"]["calls"][0]["call"]
    assert "..." not in call
    pasted = eval(call, {"np": np, "gradient_check": lambda f, x, h: f})
    assert pasted(np.ones(4)) == long(np.ones(4))


def test_a_function_that_is_returned_is_of_the_wrong_type(judged_on, tmp_path):
    exercise = exercise_of(declared(*KATAS[2][::2]), newton_step, tmp_path)

    report = judged_on(exercise, "def newton_step(f, x):\n    return f\n")

    assert ("wrong-type", 0) == (report["outcome"], report["score"])
    assert "It returned a function" in shown(report)


def test_a_function_that_is_called_wrongly_says_what_it_takes(judged_on, tmp_path):
    exercise = exercise_of(declared(*KATAS[0][::2]), gradient_check, tmp_path)

    report = judged_on(exercise, "def gradient_check(f, x, h):\n    return f(x, h)\n")

    assert "this function takes one array of shape (" in shown(report)


@pytest.mark.parametrize("function", [np.exp2, len, lambda x: x, functions.polynomial([[1, 2]])])
def test_a_function_that_cannot_be_sent_is_refused_when_the_kata_is_declared(function):
    with pytest.raises(ValueError, match="newton_step: the argument `f` is "):
        Kata(KATAS[2][0], f=function)
    with pytest.raises(ValueError, match="the argument `f` is "):
        declared(KATAS[2][0], {}).edge("It is flat.", points=1, f=function)
    with pytest.raises(ValueError, match="the argument `f` is "):
        declared(KATAS[2][0], {}).example("It is flat.", f=function, x=1.0, expected=1.0)


def test_a_function_that_cannot_be_sent_is_refused_when_the_bank_is_drawn():
    drawn = functions.of_number().map(lambda f: lambda x: f(x) + 1)

    with pytest.raises(BankError, match=r"the argument `f` is <function.*Draw it by `functions\.of_number`"):
        make_bank("maths/newton_step", declared(KATAS[2][0], {"f": drawn}), newton_step, {})


def test_a_property_that_calls_with_a_function_that_cannot_be_sent_is_refused():
    kata = declared(KATAS[2][0], {})

    @kata.property(points=0)
    def ignores_the_scale(newton_step, f, x):
        """A factor does not change the step."""
        newton_step(lambda z: 2 * f(z), x)

    with pytest.raises(BankError, match="property `ignores_the_scale` cannot be judged: the argument `f` is"):
        make_bank("maths/newton_step", kata, newton_step, {})


def test_a_function_for_an_array_is_refused_with_what_to_declare():
    with pytest.raises(ValueError, match=r"its kind is \(n\)\. Declare it as `x: \(\) -> \(\)`"):
        Kata("f(x: (n)) -> ()", x=functions.polynomial([0, 1]))
