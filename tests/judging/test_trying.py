"""One call on an input of the student's own: in the sandbox, compared with the right answer where there is one."""

import numpy as np
import pytest
from small_katas import exercise_of, half, halves

from gradkata import Kata, arg
from gradkata.author_code import watched
from gradkata.isolation.sandbox import Limits
from gradkata.judging.given_arguments import ArgumentError, read
from gradkata.judging.trying import try_out
from gradkata.reports.palette import Look
from gradkata.reports.trial import as_html, render
from gradkata.submissions.submission import Submission

UNCLAMPED = """
print("at the top")
def iou(a, b):
    print("width of a:", a[2] - a[0])
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)
"""
APART = ([0, 0, 1, 1], [0, 2, 1, 3])


@pytest.fixture
def tried(sandbox, exercises):
    """Try a source out as an answer to a kata."""

    def run(source, *values, kata="iou"):
        return try_out(exercises[kata], Submission(source.encode(), f"{kata}.py"), sandbox, values)

    return run


def text(trial, width=80):
    return render(trial, Look(width))


def test_a_wrong_answer_is_shown_beside_the_right_one(tried):
    trial = tried(UNCLAMPED, *APART)

    assert (trial["outcome"], trial["expected"]) == ("wrong", 0.0)
    assert trial["returned"] == pytest.approx(-1 / 3)
    assert "The value is wrong" in text(trial)


def test_a_right_answer_is_called_right(tried):
    trial = tried(UNCLAMPED, [0, 0, 2, 2], [1, 1, 3, 3])

    assert trial["outcome"] == "passed"
    assert "This answer is right." in text(trial)


def test_only_what_the_call_printed_is_shown(tried):
    trial = tried(UNCLAMPED, *APART)

    assert trial["printed"] == "width of a: 1.0\n"
    assert "at the top" not in text(trial)


def test_an_input_that_the_statement_does_not_admit_has_no_expected_value_and_says_which_part(tried):
    trial = tried(UNCLAMPED, [0, 0, 1, 1], [3, 0, 1, 1])

    assert (trial["outcome"], trial["expected"]) == ("passed", None)
    assert "The statement does not admit this input" in trial["notes"][0]
    assert "`b` holds boxes" in trial["notes"][0]
    assert "expected" not in text(trial).split("The statement")[0]


def test_where_a_long_answer_differs_is_said(tried):
    source = "def sigmoid(x):\n    x[1:] = 0\n    return x\n"

    trial = tried(source, [1, 2, 3], kata="sigmoid")

    assert "at [0]: 1.0" in trial["message"]
    assert "It changes its argument `x` in place" in trial["notes"][0]


@pytest.mark.parametrize(
    ("source", "outcome", "words"),
    [
        ("def iou(a, b):\n    return a[7]\n", "raised", "its indices begin at 0 and end before 4"),
        ("def iou(a, b):\n    raise NotImplementedError\n", "not-implemented", "line 2, in iou"),
        ("def iou(a, b):\n    return '0.5'\n", "wrong-type", "It returned a string"),
        ("def iou(a, b):\n    import os\n    os._exit(0)\n", "crashed", "ended the whole Python process"),
        ("def iou(a, b)\n", "not-loaded", "SyntaxError"),
        ("def iuo(a, b): pass\n", "not-loaded", "Rename `iuo` to `iou`"),
        ("#" * (1 << 20) + "\n#", "not-loaded", "has more than"),
        ("def iou(a, b):\n    a[0] = -1.0\n    return 0.0\n", "mutates-input", "It changes its argument `a`"),
    ],
)
def test_an_outcome_is_explained_for(tried, source, outcome, words):
    trial = tried(source, *APART)

    assert trial["outcome"] == outcome
    assert words in trial["message"]
    assert words in " ".join(text(trial).split())
    assert words.split("`")[0] in as_html(trial)


def test_an_endless_loop_is_stopped_and_its_line_named(sandbox, exercises):
    from dataclasses import replace

    quick = replace(exercises["iou"], limits=Limits(call_cpu_seconds=0.1))
    source = b"def iou(a, b):\n    while True:\n        pass\n"

    trial = try_out(quick, Submission(source, "iou.py"), sandbox, APART)

    assert trial["outcome"] == "timeout"
    assert "iou.py, line 2\n    while True:" in trial["message"]


def test_arguments_that_do_not_fit_are_refused_before_anything_runs(exercises):
    with pytest.raises(ArgumentError, match="iou takes 2 arguments"):
        try_out(exercises["iou"], Submission(b"", "iou.py"), None, [1])


def test_a_right_answer_that_takes_too_long_is_not_waited_for(sandbox, exercises):
    from dataclasses import replace

    def endless(a, b):
        while True:
            pass

    slow = replace(exercises["iou"], truth=lambda: endless)
    with watched(seconds=0.05):
        trial = try_out(slow, Submission(UNCLAMPED.encode(), "iou.py"), sandbox, APART)

    assert (trial["outcome"], trial["expected"]) == ("passed", None)
    assert "takes too long" in trial["notes"][0]


def refusing_negatives(x):
    if x < 0:
        raise ValueError
    return x / 2


@pytest.mark.parametrize(
    ("body", "outcome", "words"),
    [
        ("raise ValueError('negative')", "passed", "This answer is right."),
        ("return 1.0", "wrong", "it must raise ValueError here"),
        ("raise KeyError('negative')", "raised", "must raise ValueError here, not KeyError"),
    ],
)
def test_an_exception_that_must_be_raised_is_judged(sandbox, tmp_path, body, outcome, words):
    exercise = exercise_of(halves(), half, tmp_path)
    exercise = type(exercise)(exercise.slug, exercise.kata, exercise.bank, lambda: refusing_negatives)

    trial = try_out(exercise, Submission(f"def half(x):\n    {body}\n".encode(), "half.py"), sandbox, [-1])

    assert trial["outcome"] == outcome
    assert words in text(trial)
    assert "The right answer raises ValueError on this input." in trial["notes"]


def test_one_of_several_right_answers_is_an_example(sandbox, tmp_path):
    kata = Kata("root(x: ()) -> ()")
    kata.domain(x=arg.real(0, 9))
    kata.contract(points=1)

    @kata.accepts(points=9)
    def squares_to_x(x, answer):
        """Its square is x."""
        return abs(answer * answer - x) < 1e-9

    exercise = exercise_of(kata, np.sqrt, tmp_path)
    source = Submission(b"def root(x):\n    return -x\n", "root.py")

    right, wrong = (try_out(exercise, source, sandbox, [x]) for x in (1, 2))

    assert (right["outcome"], wrong["outcome"]) == ("passed", "wrong")
    assert "expected  for example 1.4142" in text(wrong)


def test_a_function_is_given_by_a_formula(sandbox, tmp_path):
    kata = Kata("twice(f: () -> (), x: ()) -> ()")
    kata.agreement(points=10)
    exercise = exercise_of(kata, lambda f, x: 2 * f(x), tmp_path)
    source = Submission(b"def twice(f, x):\n    return f(x)\n", "twice.py")

    trial = try_out(exercise, source, sandbox, [read("polynomial([-2, 0, 1])"), 3])

    assert (trial["returned"], trial["expected"]) == (7.0, 14.0)
    assert "called    twice(f=lambda x: x**2 - 2.0, x=3.0)" in text(trial)


def test_what_was_printed_cannot_control_the_terminal_or_the_page(tried):
    source = "def iou(a, b):\n    print('\\x1b[2J<script>')\n    return 0.0\n"

    trial = tried(source, *APART)

    assert "\x1b" not in text(trial)
    assert "<script>" not in as_html(trial)


def test_no_line_is_wider_than_the_terminal(tried):
    source = "def iou(a, b):\n    print('x' * 300)\n    return 0.123456789012\n"

    assert max(map(len, text(tried(source, *APART), width=40).splitlines())) <= 40
