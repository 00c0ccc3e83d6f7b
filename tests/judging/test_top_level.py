"""The statements around the function: each is run, guarded, and costs nothing unless the function needs it."""

from dataclasses import replace

import pytest
from test_outcomes import PLAIN, first_failure, right

from gradkata.isolation.limits import Limits
from gradkata.judging.judge import judge
from gradkata.submissions.submission import Submission

QUICK = Limits(call_cpu_seconds=0.1)
PASSED_OVER = {
    "import matplotlib.pyplot as plt": "matplotlib is not there; the standard library and NumPy are",
    "from torch import nn": "torch is not there; the standard library and NumPy are",
    "from nms import nms": "an answer cannot import another one: copy `nms` into this file",
    "import helpers": "helpers is not there; the standard library and NumPy are",
    "from .helpers import area": "no other file can be imported",
    "open('log.txt', 'w')": "no other file can be read or written here",
    "import numpy; numpy.loadtxt('boxes.csv')": "no other file can be read or written here",
    "from pathlib import Path; Path(__file__).with_name('a').read_text()": "no other file can be read or written here",
    "a = input('box: ')": "nothing can be typed in here",
    "exit()": "it would end the program",
    "raise SystemExit(3)": "it would end the program",
    "raise KeyboardInterrupt": "KeyboardInterrupt",
    "assert 1 == 2, 'odd'": "AssertionError: odd",
    "print(nowhere)": "NameError: name 'nowhere' is not defined",
    "print((1)[2])": "TypeError: 'int' object is not subscriptable",
    "x = [0] * 10**12": "MemoryError",
    "raise ValueError(object())": "ValueError: <object object at 0x...>",
    "class Own(Exception):\n    def __str__(self): return 1 / 0\nraise Own": "Own",
    "for i in range(3):\n    print(i / 0)": "ZeroDivisionError: division by zero",
    "files = get_ipython().getoutput('ls')": "get_ipython is known in notebooks only",
    "import os; os._exit(0)": "it ends the Python process",
    "import os; os.abort()": "it ends the Python process",
}


@pytest.mark.parametrize("place", ["above", "below"])
@pytest.mark.parametrize("statement", PASSED_OVER)
def test_a_failing_statement_costs_nothing_and_is_named(judged, statement, place):
    source = f"{statement}\n{right()}" if place == "above" else f"{right()}\n{statement}\n"

    report = judged(source)

    assert ("passed", 10) == (report["outcome"], report["score"])
    (note,) = report["notes"]
    line = (
        1
        + source[: source.index(statement)].count("\n")
        + statement.count("\n") * statement.startswith("class")
    )
    assert f"(line {line}: {PASSED_OVER[statement]})" in note


HARMLESS = {
    "a main block": "if __name__ == '__main__':\n    raise SystemExit(1)",
    "a loop": "for i in range(3):\n    print(i)",
    "a check of a student's own": "from gradkata import check\ncheck(iou)",
    "a shell line": "!pip install numpy",
    "another definition by a wrapper": "import functools\niou = functools.partial(iou)",
}


@pytest.mark.parametrize("name", HARMLESS)
def test_nothing_is_passed_over_with(judged, name):
    report = judged(f"{right()}\n{HARMLESS[name]}\n")

    assert ("passed", 10) == (report["outcome"], report["score"])
    assert not any("Passed over" in note or "is defined" in note for note in report["notes"])


def test_an_answer_may_be_a_lambda_or_a_partial_function(judged):
    lambda_of = "def share(k, a, b):" + right().partition("def iou(a, b):")[2]

    for last in ("iou = lambda a, b: share(1, a, b)", "import functools\niou = functools.partial(share, 1)"):
        assert 10 == judged(f"{lambda_of}\n{last}\n")["score"]


def test_shell_lines_and_magics_of_a_file_are_named(judged):
    report = judged(f"!pip install x\n%matplotlib inline\n{right()}\nfiles = !ls\n")

    assert 10 == report["score"]
    assert [
        "Magics and shell lines are left out: `!pip install x` (line 1), `%matplotlib inline` (line 2) and "
        "`files = !ls` (line 10)."
    ] == report["notes"]


def test_a_syntax_error_is_reported_with_its_line_beside_a_shell_line(judged):
    report = judged("!pip install x\ndef iou(a, b)\n    return 0\n")

    assert "not-loaded" == report["outcome"]
    assert "iou.py, line 2: SyntaxError: expected ':'" in first_failure(report)["message"]


def test_a_function_that_needs_what_was_passed_over_fails_and_the_note_says_why(judged):
    report = judged("import torch\ndef iou(a, b):\n    return torch.tensor(a)\n")

    assert "NameError: name 'torch' is not defined" in first_failure(report)["message"]
    assert (
        "`import torch` (line 1: torch is not there; the standard library and NumPy are)"
        in report["notes"][0]
    )


def test_a_definition_that_depends_on_what_was_passed_over_is_explained_by_the_note(judged):
    report = judged("from numba import njit\n@njit\ndef iou(a, b):\n    return 0.0\n")

    assert "not-loaded" == report["outcome"]
    assert "`from numba import njit` (line 1: numba is not there" in report["notes"][0]


def test_many_statements_that_fail_are_counted(judged):
    report = judged("1 / 0\n" * 30 + right())

    assert 10 == report["score"]
    assert (
        "(line 3: ZeroDivisionError: division by zero) and 27 more. They cost nothing" in report["notes"][0]
    )


def test_statements_on_one_line_fail_one_by_one(judged):
    head = "p = 0; q = 1 / 0; r = 0; s = nowhere; t = 0\n"

    assert 10 == judged(right(f"p + r + t + {PLAIN}", head))["score"]


def test_a_statement_that_fails_in_its_middle_leaves_the_same_behind_in_every_process(judged):
    head = "seen = []\nfor i in range(9):\n    seen.append(i)\n    1 / (3 - i)\n"

    assert 10 == judged(right(f"len(seen) - 4 + {PLAIN}", head))["score"]


@pytest.fixture
def judged_quickly(sandbox, exercises):
    """Judge an answer to `iou` with little processor time, once for each of several sources."""
    exercise = replace(exercises["iou"], limits=QUICK)
    return lambda source: judge(exercise, Submission(source.encode(), "iou.py"), sandbox)


ENDLESS = {
    "while True:\n    pass": 1,
    "import itertools; [0 for _ in itertools.count()]": 1,
    "count = 0\nwhile True:\n    try:\n        count += 1\n    except BaseException:\n        pass": 2,
    "10 ** 10 ** 9": 1,
    "if True:\n    while True:\n        pass": 1,
}


@pytest.mark.parametrize("statement", ENDLESS)
def test_an_endless_statement_below_the_answer_is_stopped_and_named(judged_quickly, statement):
    report = judged_quickly(f"{right()}\n{statement}\nafter = 3\n")

    assert ("passed", 10) == (report["outcome"], report["score"])
    assert f"(line {7 + ENDLESS[statement]}: stopped, because it takes too long)" in report["notes"][0]


def test_a_stopped_statement_is_run_in_no_process(judged_quickly):
    head = "count = 0\nwhile True:\n    count += 1\n"

    assert 10 == judged_quickly(right(f"count + {PLAIN}", head))["score"]


def test_too_many_endless_statements_are_a_timeout(judged_quickly):
    report = judged_quickly("while True: pass\n" * 9 + right())

    assert ("timeout", 0) == (report["outcome"], report["score"])


def test_a_report_on_passed_over_statements_is_the_same_every_time(judged):
    source = f"import os\nimport torch\nos._exit(3)\n{right('0.5')}\nexit()\n"

    first, second = judged(source), judged(source)

    assert {**first, "seconds": 0} == {**second, "seconds": 0}


@pytest.mark.parametrize("statement", ["breakpoint()", "import pdb; pdb.set_trace()"])
def test_a_debugger_that_was_left_in_a_file_has_no_effect(judged, statement):
    report = judged(f"{statement}\n{right()}")

    assert (report["outcome"], report["score"], report["notes"]) == ("passed", 10, [])
