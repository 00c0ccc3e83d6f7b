"""Changes of notebooks, accidental or intended, and the points that each one should get.

Every trap takes the released notebook and hands in a changed one.  It contains an answer to `iou`, which the trap
affects, and a right answer to `sigmoid`, whose points must not be affected.
"""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any, NamedTuple

from tests.notebook.grading.course import EXAMPLES, code, graded, kata, notebook, prose

POINTS = 10
RIGHT = (EXAMPLES / "right" / "iou.py").read_text("utf-8")
UNCLAMPED = (EXAMPLES / "wrong" / "iou_without_clamp.py").read_text("utf-8")
SIGMOID = """
import numpy as np


def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))
"""
FROM_NUMPY = """
def iou(a, b):
    low, high = np.maximum(a[:2], b[:2]), np.minimum(a[2:], b[2:])
    shared = np.prod(np.maximum(high - low, 0.0))
    union = np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]) - shared
    return float(shared / union) if union > 0 else 0.0
"""
# The tests of a course without gradkata: known inputs, in the student's kernel.
TESTS = """
import numpy as np
import numpy.testing

points = 10.0
boxes = np.array([0.0, 0.0, 2.0, 2.0]), np.array([1.0, 1.0, 3.0, 3.0])
try:
    numpy.testing.assert_allclose(iou(*boxes), 1 / 7)
except AssertionError:
    points -= 5.0
if not iou(np.array([0.0, 0.0, 1.0, 1.0]), np.array([2.0, 3.0, 4.0, 5.0])) == 0:
    points -= 5.0
points
"""
ANSWER, TEST = "iou-answer", "iou"


class Trap(NamedTuple):
    """A changed notebook; ``ours`` are the points for `iou` with gradkata, ``plain`` those with nbgrader alone.

    For ``plain``, None means no points, at least until a person looks.
    """

    alter: Callable[[dict[str, Any]], Any]
    ours: float
    plain: float | None
    sigmoid: float = POINTS
    name: str = "work"


def of_katas():
    """The course's notebook with katas."""
    return notebook(
        prose("# Two katas"),
        *kata("activations/sigmoid", POINTS, SIGMOID),
        *kata("detection/iou", POINTS, RIGHT),
    )


def of_tests():
    """The same for nbgrader alone, with tests."""
    solution = {"solution": True, "locked": False, "grade": False}
    return notebook(
        prose("# Two functions"),
        code(f"### BEGIN SOLUTION\n{SIGMOID}\n### END SOLUTION", graded("sigmoid-answer", 0, **solution)),
        code("assert abs(sigmoid(np.array([0.0]))[0] - 0.5) < 1e-9", graded("sigmoid", POINTS)),
        code(f"### BEGIN SOLUTION\n{RIGHT}\n### END SOLUTION", graded("iou-answer", 0, **solution)),
        code(TESTS, graded("iou", POINTS)),
    )


def filled(released, answer=RIGHT):
    """The released notebook with answers."""
    handed = deepcopy(released)
    cell(handed, "sigmoid-answer")["source"] = SIGMOID
    cell(handed, ANSWER)["source"] = answer
    return handed


def cell(document, name):
    return document["cells"][place(document, name)]


def place(document, name):
    marks = [each["metadata"].get("nbgrader", {}).get("grade_id") for each in document["cells"]]
    return marks.index(name)


def answering(answer):
    return lambda released: filled(released, answer)


def with_cell(text, at, answer=RIGHT):
    """Add a code cell at the beginning or at the end."""

    def alter(released):
        handed = filled(released, answer)
        handed["cells"].insert(0 if at == "top" else len(handed["cells"]), code(text))
        return handed

    return alter


def altering(change, answer=RIGHT):
    """Change the test cell in place."""

    def alter(released):
        handed = filled(released, answer)
        change(cell(handed, TEST))
        return handed

    return alter


def deleted(released):
    handed = filled(released)
    del handed["cells"][place(handed, TEST)]
    return handed


def duplicated(released):
    handed = filled(released)
    handed["cells"].append(deepcopy(cell(handed, TEST)))
    return handed


def answer_duplicated(released):
    handed = filled(released, "# My plan: corners first, then widths.")
    handed["cells"].append(deepcopy(cell(handed, ANSWER)) | {"source": RIGHT})
    return handed


def retyped(cell):
    cell["cell_type"] = "markdown"
    del cell["outputs"], cell["execution_count"]


def renamed_id(cell):
    cell["metadata"]["nbgrader"]["grade_id"] = "my-iou"


def worth_more(cell):
    cell["metadata"]["nbgrader"]["points"] = 1000


def of_an_old_schema(cell):
    cell["metadata"]["nbgrader"] = {"grade": True, "grade_id": TEST, "points": "10"}


def forged(cell):
    data = {"text/plain": "10.0"}
    cell["outputs"] = [{"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1}]


def cut_short(released):
    content = json.dumps(filled(released)).encode()
    return content[: len(content) // 2]


def of_format_3(released):
    handed = filled(released)
    for each in handed["cells"]:
        each.pop("execution_count", None)
        if each["cell_type"] == "code":
            each["input"], each["language"] = each.pop("source"), "python"
    sheet = {"cells": handed["cells"], "metadata": {}}
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [sheet]}


def with_a_large_widget(released):
    handed = filled(released)
    state = {"state": {"one": {"model_module": "x", "model_name": "y", "state": {"data": "0" * (15 << 20)}}}}
    handed["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": state}
    shown = {"text/html": "<b>0</b>" * (15 << 17)}
    cell(handed, ANSWER)["outputs"] = [{"output_type": "display_data", "data": shown, "metadata": {}}]
    return handed


def of_odd_cells(released):
    handed = filled(released)
    handed["cells"] += [None, 7, {"cell_type": "code"}, {"cell_type": "video", "source": 3, "metadata": []}]
    return handed


WARNS = RIGHT.replace(
    "def iou(a, b):\n", 'def iou(a, b):\n    import warnings\n\n    warnings.warn("old boxes")\n'
)
EQUAL = """
class Equal(float):
    def __eq__(self, other):
        return True


def iou(a, b):
    return Equal(0.5)
"""
FAKES_A_RESULT = """
def iou(a, b):
    shell = get_ipython()
    hook, data = shell.displayhook, {"text/plain": "10"}
    content = {"data": data, "metadata": {}, "execution_count": 1}
    hook.session.send(hook.pub_socket, "execute_result", content, parent=hook.parent_header)
    return 0.0
"""
PATCHES_TESTING = """
import numpy.testing

numpy.testing.assert_allclose = lambda *arguments, **options: None


def iou(a, b):
    return 0.0
"""
PATCHES_DISPLAY = """
def iou(a, b):
    formatter = get_ipython().display_formatter.formatters["text/plain"]
    formatter.for_type(float, lambda value, printer, cycle: printer.text("10.0"))
    return 0.5
"""
PATCHES_CELLS = """
shell = get_ipython()
run_cell_async = shell.run_cell_async


async def replacing(text, *arguments, **options):
    if "points" in text:
        text = options["transformed_cell"] = "10.0"
    return await run_cell_async(text, *arguments, **options)


shell.run_cell_async = replacing


def iou(a, b):
    return 0.5
"""
READS_THE_SOURCE = """
def iou(a, b):
    import json

    cells = json.load(open("../../../source/ps1/work.ipynb"))["cells"]
    space = {}
    for cell in cells:
        if "def iou" in "".join(cell["source"]):
            exec("".join(cell["source"]), space)
    return space["iou"](a, b)
"""
WRITES_THE_GRADEBOOK = """
def iou(a, b):
    import sqlite3

    with sqlite3.connect("../../../gradebook.db") as gradebook:
        gradebook.execute("UPDATE grade SET manual_score = 100")
    return 0.5
"""
KNOWS_THE_INPUTS = """
def iou(a, b):
    return 1 / 7 if a[2] == 2 else 0.0
"""
ENDS = "import os\n\n\ndef iou(a, b):\n    os._exit(0)\n"
LOOPS = "def iou(a, b):\n    while True:\n        pass\n"
LOOPS_IN_NUMBA = """
from numba import njit


@njit
def iou(a, b):
    n = 0
    while n < 2:
        n = 1 - n
    return 0.5
"""
WITH_A_HELPER = RIGHT.replace("min(", "smaller(")
HELPER = "def smaller(a, b):\n    return a if a < b else b"
AT_HOME = f"""%%time
!pip --version
name = input("Your name? ")
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.show()
{RIGHT}
print(iou([0, 0, 1, 1], [0, 0, 1, 1]))"""

TRAPS = {
    "right": Trap(answering(RIGHT), 10, 10),
    "wrong": Trap(answering(UNCLAMPED), 1, 5),
    "untouched": Trap(lambda released: released, 0, 0, sigmoid=0),
    "warns-on-stderr": Trap(answering(WARNS), 10, 0),
    "exception-in-another-cell": Trap(
        with_cell("data = load('boxes.csv')\nimport numpy as np", "top", FROM_NUMPY), 10, 10
    ),
    "ends-the-process": Trap(answering(ENDS), 0, None),
    "loops": Trap(answering(LOOPS), 0, 0),
    "loops-in-numba": Trap(answering(LOOPS_IN_NUMBA), 0, None),
    "test-deleted": Trap(deleted, 10, None),
    "test-duplicated": Trap(duplicated, 10, None),
    "answer-duplicated": Trap(answer_duplicated, 10, None),
    "test-changed": Trap(altering(lambda cell: cell.update(source="10.0"), UNCLAMPED), 1, 5),
    "test-of-another-type": Trap(altering(retyped), 10, None),
    "test-of-another-id": Trap(altering(renamed_id), 10, None),
    "test-worth-more": Trap(altering(worth_more), 10, 10),
    "test-of-an-old-schema": Trap(altering(of_an_old_schema), 10, None),
    "renamed": Trap(answering(RIGHT), 10, None, name="work (1)"),
    "cut-short": Trap(cut_short, 0, None, sigmoid=0),
    "of-format-3": Trap(of_format_3, 10, 10),
    "with-a-large-widget": Trap(with_a_large_widget, 10, 10),
    "of-odd-cells": Trap(of_odd_cells, 10, None),
    "output-forged": Trap(altering(forged, UNCLAMPED), 1, 5),
    "fakes-a-result": Trap(answering(FAKES_A_RESULT), 0, 10),
    "patches-testing": Trap(answering(PATCHES_TESTING), 1, 10),
    "patches-the-display": Trap(answering(PATCHES_DISPLAY), 0, 10),
    "patches-cells": Trap(answering(PATCHES_CELLS), 1, 10),
    "equals-everything": Trap(answering(EQUAL), 0, 5),
    "reads-the-source": Trap(answering(READS_THE_SOURCE), 0, 10),
    "writes-the-gradebook": Trap(answering(WRITES_THE_GRADEBOOK), 0, 100),
    "knows-the-inputs": Trap(answering(KNOWS_THE_INPUTS), 1, 10),
    "cells-out-of-order": Trap(with_cell(HELPER, "end", WITH_A_HELPER), 10, 0),
    "defined-twice": Trap(with_cell(RIGHT, "end", UNCLAMPED), 10, 5),
    "worked-at-home": Trap(answering(AT_HOME), 10, 0),
}
