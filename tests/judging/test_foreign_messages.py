"""Exceptions of Python and NumPy keep their message and get a sentence of advice; a stopped call names its loop."""

import pytest

from gradkata.isolation.inside.wire import encode
from gradkata.isolation.sandbox import Limits
from gradkata.judging.answers import read
from gradkata.judging.stopped import place_of
from gradkata.reports.terminal import render
from gradkata.signature import parse
from gradkata.submissions.submission import Submission

SIGNATURE = parse("f(k: i8) -> ()")
# A line that raises, and words of the advice on it.
ADVICE = {
    "math.exp(np.ones(3))": "For every entry of an array use `np.exp`",
    "float(np.ones(3))": "A single number is needed here, not an array",
    "[1, 2][np.ones(2)]": "A list cannot be indexed by an array",
    "import torch": "it can import the standard library and NumPy, but not `torch`",
    "import pandas as pd": "but not `pandas`",
    "import scipy.stats": "but not `scipy`",
    "from sklearn import svm": "but not `sklearn`",
    "from numpy import expp": "The `numpy` of this Python has no `expp`",
    "plt.show()": "other packages such as `plt` cannot",
    "input()": "Nobody can answer `input()` here",
    "open('boxes.csv')": "No other file can be read or written here",
    "np.loadtxt('boxes.csv')": "No other file can be read or written here",
    "threading.Thread(target=print).start()": "No thread can be started here",
    "math.exp(1000)": "`np.exp` returns inf instead",
    "2.0 ** 5000": "NumPy's become inf instead",
    "math.log(0)": "`np.log` returns NaN or an infinity instead",
    "int(math.inf)": "An infinity has no integer",
    "1 / 0": "Is this case handled before the division?",
    "1.0 % 0": "Is this case handled before the division?",
    "if np.ones(3) > 0: pass": "use `np.where`",
    "min(np.ones(3), np.zeros(3))": "`np.minimum`",
    "np.ones(3) + np.ones(4)": "two sizes must be equal, or one of them 1",
    "np.ones((2, 3)) @ np.ones(2)": "here they have 3 and 2",
    "np.dot(np.ones((2, 3)), np.ones(2))": "both must have one length",
    "np.zeros(2)[:] = np.ones(3)": "has shape (3,), and the place for it has shape (2,)",
    "np.ones(3).reshape(4)": "must multiply to 3",
    "np.ones((2, 3))[0, 5]": "Axis 1 has size 3: its indices begin at 0 and end before 3",
    "np.ones(0)[0]": "Axis 0 is empty",
    "[1][5]": "The indices of n entries are 0 to n - 1",
    "np.ones(3)[1, 2]": "The array has 1 axes, and the brackets hold 2 indices",
    "np.ones(3)[3 / 2]": "use `//` instead of `/`",
    "np.ones(3)[np.ones(4) > 0]": "as long as the axis that it selects from: 3, not 4",
    "np.ones(3).sum(axis=1)": "there is no axis 1",
    "helper(1)": "A call of `helper` gives fewer arguments than its `def` asks for",
    "helper(1, 2, 3)": "another number of arguments than its `def` allows",
    "helper(1, 2, z=3)": "`helper` has no parameter called `z`",
    "deep()": "does every path reach a case without such a call?",
    "None + 1": "A value is None here",
    "silent(1)[0]": "Does a function that you call lack its `return`?",
    "silent(1).shape": "Does a function that you call lack its `return`?",
    "[1].append(2) + 1": "Methods such as `list.sort` and `list.append` return None",
    "[1] + 1": "For sums entry by entry use arrays",
    "1 + [1]": "For sums entry by entry use arrays",
    "[1] * 1.5": "convert to an array",
    "[1, 2] - [1, 2]": "convert to an array",
    "[[1]][0, 0]": "For a list of lists write `x[i][j]`",
    "[1, 2][1.0]": "An index is an integer",
    "{[1]: 2}": "use a tuple",
    "{np.ones(2)}": "use `tuple(...)` of it",
    "{}['a']": "The dict has no such key",
    "a, b = 1, 2, 3": "differs from the number of values",
    "for i in 5: pass": "`range(n)` counts to n",
    "range(4 / 2)": "A count or size is an integer",
    "np.zeros(2, 3)": "with two pairs of parentheses",
    "np.ones(3)(1)": "an index meant, in square brackets",
    "(2.0)(3)": "is a `*` missing",
    "len(2.0)": "no entries and no length",
    "helper + 1": "are the parentheses of a call missing?",
    "np.array([[1], [1, 2]])": "The rows differ in length",
    "np.zeros(2)[0] = [1, 2]": "One entry of an array holds one number",
    "np.broadcast_to(1.0, (3,))[0] = 1": "work on a `.copy()`",
    "x = np.zeros(2, int); x += 0.5": "An array of integers cannot hold fractions",
    "np.array([1, 2]) ** -1": "Convert to floats first",
    "np.max([])": "no largest or smallest entry",
    "max([])": "no largest or smallest entry",
    "np.concatenate([np.ones((2, 2)), np.ones(3)])": "must agree in all other sizes",
    "np.linalg.inv(np.zeros((2, 2)))": "The matrix has no inverse",
    "1.0 ^ 2": "A power is `**`",
    "np.ones(3) & np.ones(3)": "take Booleans or integers",
    "np.ones(2).append(1)": "collect the values in a list",
    "[1].shape": "a value of type list has not",
    "np.float(1)": "NumPy has removed this name",
    "float('a')": "This text is not a number",
    "helpr(1, 2)": "Did you mean: 'helper'?",
    "np.arrange(3)": "Did you mean: 'arange'?",
    "math.Exp(3)": "Did you mean: 'exp'?",
    "wholly_unknown": "no line that ran has given it a value",
    "statistics.mean([1])": "Is `import statistics` missing at the top?",
    "late += 1": "Is it assigned in one branch only",
}
HEAD = """
import math
import threading
import numpy as np
def helper(x, y):
    return x + y
def silent(x):
    x + 1
def deep():
    return deep() + 1
"""


@pytest.fixture(scope="module")
def answers(sandbox):
    """The answer to each line, all from one process."""
    source = HEAD + "def f(k):\n"
    for number, line in enumerate(ADVICE):
        source += f"    if k == {number}:\n        {line}\n"
    submission = Submission(source.encode(), "f.py")
    frames = [encode([number]) for number in range(len(ADVICE))]
    with sandbox.child() as child:
        assert child.load(submission.source, "f.py", "f").value is True
        replies = list(child.calls("f", frames))
    return {
        line: read(reply, SIGNATURE, (number,), submission)
        for number, (line, reply) in enumerate(zip(ADVICE, replies, strict=True))
    }


@pytest.mark.parametrize("line", ADVICE)
def test_advice_is_added_to_the_exception_of(answers, line):
    answer = answers[line]

    assert answer.outcome == "raised"
    assert ADVICE[line] in answer.message
    assert answer.message.startswith(f"{answer.error}: ")  # what Python says comes first


def test_the_line_that_raises_is_shown_and_no_frame_of_the_grader(answers):
    message = answers["helper(1)"].message

    assert "    helper(1)\n" in message
    assert "student.py" not in message


def test_a_comprehension_shows_its_line_once(judged):
    source = "import math\ndef tanh_grad(x):\n    return [math.exp(1000) for v in x]\n"

    message = judged(source, "tanh_grad")["properties"][0]["message"]

    assert message.count("line 3") == 1
    assert message.endswith("`np.exp` returns inf instead.")


def test_advice_is_not_cut_from_a_report_with_a_long_message(judged):
    source = (
        "import numpy as np\ndef helper(W, v):\n    return W @ v\n"
        "def lstm_step(a, c, x, W, b):\n    return helper(W, np.concatenate([a, x, c])) + b, c\n"
    )

    text = " ".join(render(judged(source, "lstm_step")).split())

    assert "must have one length; here they have 2 and 3." in text


def test_an_exception_of_the_students_own_gets_no_advice(judged):
    report = judged("def iou(a, b):\n    raise ValueError('no boxes')\n")

    assert report["properties"][0]["message"].endswith("raise ValueError('no boxes')")


def test_a_suggested_name_that_raises_in_the_students_code_is_left_out(judged):
    source = "class Odd:\n    def __dir__(self):\n        raise SystemExit\ndef iou(a, b):\n    return Odd().area\n"

    message = judged(source)["properties"][0]["message"]

    assert message.startswith("AttributeError: 'Odd' object has no attribute 'area'\n")


@pytest.mark.parametrize(
    ("source", "advice"),
    [
        ("async def iou(a, b):\n    return 0.0\n", "write `def`"),
        ("async def iou(a, b):\n    yield 0.0\n", "write `def` and `return`"),
        ("def iou(a, b):\n    yield 0.0\n", "`yield`, or `for` in parentheses, makes a generator"),
    ],
    ids=["async def", "async def with yield", "yield"],
)
def test_a_function_that_computes_nothing_when_it_is_called_says_why(judged, source, advice):
    report = judged(source)

    assert report["outcome"] == "wrong-type"
    assert advice in report["properties"][0]["message"]


ENDLESS = """
def f(k):
    for each in range(3):
        while k < 4:
            each += 1
            each -= 1
    return k
"""


def test_an_endless_loop_is_named_by_the_line_in_which_it_begins(sandbox):
    submission = Submission(ENDLESS.encode(), "f.py")
    limits = Limits(call_cpu_seconds=0.1)
    with sandbox.child(limits) as child:
        child.load(submission.source, "f.py", "f")
        (reply,) = child.calls("f", [encode([1])])

    message = read(reply, SIGNATURE, (1,), submission).message

    assert message.endswith("It was stopped in the loop that begins at\n  f.py, line 4\n    while k < 4:")


def test_a_process_that_ignores_the_question_is_stopped_without_a_line(sandbox):
    source = (
        b"import signal\nsignal.signal(signal.SIGUSR1, signal.SIG_IGN)\ndef f(k):\n    while True: pass\n"
    )
    with sandbox.child(Limits(call_cpu_seconds=0.1)) as child:
        child.load(source, "f.py", "f")
        (reply,) = child.calls("f", [encode([1])])

    assert (reply.status, reply.stack) == ("timeout", ())


def test_a_line_that_is_claimed_and_does_not_exist_is_not_shown():
    assert place_of((7000,), Submission(b"def f():\n    pass\n", "f.py")) == ""


@pytest.mark.parametrize(
    ("source", "stack", "line"),
    [
        ("def f():\n  return sum(range(9**9))\n", (2,), 2),
        ("def f(x):\n  for i in x:\n    x.append(i)\n    x.sort()\n", (4,), 2),
        ("def g():\n  while 1:\n    pass\ndef f():\n  for i in x:\n    g()\n", (6, 3), 2),
        ("while 1:\n  def f():\n    a = 1\n    return g(\n      a)\n", (5,), 5),
        ("def f():\n  while 1:\n    break\n  else:\n    g()\n", (5,), 5),
        ("def f():\n  return [x\n    for x in y]\n", (3,), 2),
        ("def f(:\n", (1,), 1),
    ],
    ids=["no loop", "for", "while of a helper", "a loop around a def", "else", "comprehension", "no Python"],
)
def test_the_line_is_the_same_wherever_in_the_loop_it_was_stopped(source, stack, line):
    assert f"line {line}\n" in place_of(stack, Submission(source.encode(), "f.py"))
