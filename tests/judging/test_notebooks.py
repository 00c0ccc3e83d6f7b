"""Answers from notebooks, judged in the sandbox: each statement by itself, each line with its cell."""

import json

import pytest
from test_outcomes import first_failure, right

from gradkata.catalog import Catalog
from gradkata.judging.judge import judge
from gradkata.submissions.reader import read

RIGHT = right()


@pytest.fixture
def judged_cells(sandbox, exercises, tmp_path):
    """Judge the cells of a notebook as an answer to `iou`."""

    def run(*cells):
        path = tmp_path / "ana.ipynb"
        made = [{"cell_type": "code", "source": cell, "outputs": [{"data": "10"}]} for cell in cells]
        path.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": "# Boxes"}, *made]}))
        found = read(path, Catalog())
        answer = found.answers["detection/iou"]
        return judge(exercises["iou"], answer, sandbox, notes=found.notes.get("detection/iou", ()))

    return run


SURVIVED = {
    "nothing": (),
    "a library that is not there": ("import matplotlib.pyplot as plt\nfig, ax = plt.subplots()",),
    "a class over such a library": ("import torch\nclass Net(torch.nn.Module):\n    pass",),
    "a file that is not there": ("import numpy as np\nX = np.loadtxt('boxes.txt')",),
    "an error in another cell": ("1 / 0", "X = 1 / 0", "import sys\nX = sys.exit(3)"),
    "a name that is not there": ("X = y",),
    "a cell that is not Python": ("def f(:",),
    "a statement that compiles nowhere": ("def f(a, a): pass", "class A:\n    return 1"),
    "endless loops and questions": ("while True: pass", "x = input()", "import os\nos._exit(0)"),
    "a decorated first draft": ("@nowhere\n" + RIGHT,),
    "a first draft that is wrong": ("def iou(a, b):\n    return 0.5",),
    "an error that cannot be shown": (
        "import functools\nclass E(Exception):\n    def __str__(self): return 1 / 0\ndef f(*x): raise E\n"
        "X = functools.reduce(f, [1, 2])",
    ),
}


@pytest.mark.parametrize("name", SURVIVED)
def test_a_right_answer_earns_all_points_next_to(judged_cells, name):
    report = judged_cells(*SURVIVED[name], RIGHT)

    assert (report["outcome"], report["score"]) == ("passed", 10)


@pytest.mark.parametrize(
    "cells",
    [
        (RIGHT.replace("def iou", "def share"), "def iou(a, b):\n    return share(a, b)"),
        ("from __future__ import annotations", RIGHT.replace("(a, b)", "(a: Nowhere, b)")),
        ("TINY = 0.0", RIGHT.replace("return", "return TINY +")),
        ("%%time\n" + RIGHT,),
    ],
    ids=["a helper", "annotations that nobody evaluates", "a constant", "a timed cell"],
)
def test_cells_work_together_as_they_do_in_a_notebook(judged_cells, cells):
    assert 10 == judged_cells(*cells)["score"]


def test_a_statement_that_is_passed_over_is_named_in_a_note_and_not_printed(judged_cells):
    report = judged_cells("import torch", "print(2)", RIGHT)

    assert "2\n" == report["printed"]
    assert [
        "Passed over at the top level: `import torch` (cell 2, line 1: torch is not there; the standard library and "
        "NumPy are). It costs nothing unless `iou` needs it."
    ] == report["notes"]


def test_what_a_loop_and_a_call_at_the_top_level_compute_is_known_to_the_answer(judged_cells):
    body = RIGHT.replace("return", "return factor - 8 + total - 3 +")

    report = judged_cells(
        "factor = 1\nfor i in range(3):\n    factor *= 2", "def three():\n    return 3\ntotal = three()", body
    )

    assert ("passed", 10) == (report["outcome"], report["score"])


def test_several_definitions_are_counted(judged_cells):
    (note,) = judged_cells("def iou(a, b):\n    return 2", "x = 1", RIGHT)["notes"]

    assert "`iou` is defined 2 times (cells 2 and 4). The last one counts." == note


def test_checks_of_the_notebook_itself_need_no_note(judged_cells):
    assert (
        []
        == judged_cells("from gradkata import check, validate", RIGHT, "check(iou)\nvalidate(iou)")["notes"]
    )


def test_an_exception_shows_lines_with_their_cells(judged_cells):
    message = first_failure(
        judged_cells("def helper():\n    return 1 / 0", "print(3)", "\ndef iou(a, b):\n    return helper()")
    )["message"]

    assert "iou.ipynb, cell 2, line 2, in helper" in message
    assert "iou.ipynb, cell 4, line 3, in iou" in message
    assert "graders" not in message


@pytest.mark.parametrize(
    ("cell", "place", "reason"),
    [
        ("x = 1\ndef iou(a, b)\n    return 0", "cell 3, line 2", "expected ':'"),
        ("x = 1\n\ndef iou(a, a):\n    return 0", "cell 3, line 3", "duplicate argument"),
        ("\n@torch.jit\ndef iou(a, b):\n    return 0", "cell 3, line 2", "name 'torch' is not defined"),
    ],
    ids=["no Python", "compiles nowhere", "cannot be defined"],
)
def test_a_definition_that_fails_is_reported_with_its_place(judged_cells, cell, place, reason):
    report = judged_cells("import math", cell)

    assert "not-loaded" == report["outcome"]
    assert f"iou.ipynb, {place}" in first_failure(report)["message"]
    assert reason in first_failure(report)["message"]


def test_an_output_that_claims_points_is_ignored(judged_cells):
    assert 0 == judged_cells("def iou(a, b):\n    raise ValueError")["score"]
