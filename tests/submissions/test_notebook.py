"""The answers in a notebook: what is kept, which notes its author gets, and which damage it survives."""

import ast
import json
import sys
from contextlib import suppress

import pytest
from handing import IOU, NMS, names, notebook
from hypothesis import given, settings
from hypothesis import strategies as st

from gradkata.submissions.extract import extract
from gradkata.submissions.files import UnreadableError

KATAS = {"iou", "nms"}


def place_of(found, text):
    """The place of a text according to the answer."""
    (answer,) = found.answers.values()
    lines = answer.source.decode().split("\n")
    return answer.place(1 + next(index for index, line in enumerate(lines) if text in line))


def test_every_cell_is_part_of_the_answer_with_its_lines_as_they_are():
    cells = [
        "x = 1; print(\n  'é',\n); y = 2  # why\nfor i in y:\n    f(i)",
        "%matplotlib inline",
        IOU + "iou(1, 2)",
    ]

    found = extract(notebook(("markdown", "# PS"), *cells), "ana.ipynb", KATAS)

    source = found.source.decode().split("\n")
    assert ((2, 2), (8, 3), (10, 4)) == found.cells
    for (above, _), cell in zip(found.cells, (cells[0], "pass", cells[2]), strict=True):
        assert cell.split("\n") == source[above : above + len(cell.split("\n"))]


BOUND = {
    "def iou(a, b): pass": {"iou"}, "async def iou(a, b): pass": {"iou"}, "iou = lambda a, b: 0": {"iou"},
    "iou: object = 3": {"iou"}, "from boxes import share as iou": {"iou"}, "import iou.x": {"iou"},
    "if True:\n    def iou(a, b): pass\nelse:\n    nms = 3": {"iou", "nms"}, "for iou in range(3): pass": {"iou"},
    "iou, (nms, x) = 1, (2, 3)": {"iou", "nms", "x"}, "class A:\n    def iou(self): pass": {"A"}, "iou(1, 2)": set(),
    "def f():\n    def iou(): pass": {"f"}, "x.iou = 3": set(), "f = lambda: (iou := 3)": {"f"},
}  # fmt: skip


@pytest.mark.parametrize("text", BOUND)
def test_the_names_that_a_cell_binds_are_known(text):
    assert BOUND[text] == set(extract(notebook(text), "ana.ipynb", KATAS).bound)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("as_list", [False, True])
def test_a_line_is_numbered_by_its_cell(handed, ends, as_list):
    cells = [("markdown", "text\n" * 9), "import math\nprint(1)", "print(2)", "\n\n" + IOU + "# here"]
    made = [(k, c) for k, c in (c if isinstance(c, tuple) else ("code", c) for c in cells)]
    made = [(kind, text.replace("\n", ends)) for kind, text in made]
    made = [(kind, text.splitlines(keepends=True) if as_list else text) for kind, text in made]

    assert "iou.ipynb, cell 4, line 5" == place_of(handed(notebook(*made), "ana.ipynb"), "# here")


def test_cookies_and_form_feeds_do_not_mislead(handed):
    found = handed(notebook("# coding: utf-16\n\f\n'\u2028\x0b'\n" + IOU.replace("0.0", "'é'")), "ana.ipynb")

    assert "iou.ipynb, cell 1, line 4" == place_of(found, "def iou")


MAGICS = {
    "%matplotlib inline": "`%matplotlib inline` (cell 1)",
    "!pip install x": "`!pip install x` (cell 1)",
    "?iou": "`?iou` (cell 1)",
    "np.array??": "`np.array??` (cell 1)",
    "files = !ls": "`files = !ls` (cell 1)",
    "x = %time f()": "`x = %time f()` (cell 1)",
    "!echo it's \\\n  more 'of it": "`!echo it's \\` (cell 1)",
    "if True:\n    !pip install x": "`!pip install x` (cell 1)",
}


@pytest.mark.parametrize("magic", MAGICS)
def test_an_ipython_line_is_left_out_with_a_note(handed, magic):
    found = handed(notebook(f"{magic}\n{IOU}# here"), "ana.ipynb")

    assert (f"Magics and shell lines are left out: {MAGICS[magic]}.",) == found.notes["detection/iou"]
    assert f"iou.ipynb, cell 1, line {magic.count(chr(10)) + 4}" == place_of(found, "# here")


def test_python_that_looks_like_a_magic_stays(handed):
    source = 'TEXT = """\n!not\n%this\n"""\nX = (7\n  % 3)\nY = 7 \\\n  % 3\ndef iou(a, b):\n    return "it\'s" "#(["'

    found = handed(notebook(f"%matplotlib inline\n{source}"), "ana.ipynb")

    assert ast.dump(ast.parse(source)) == ast.dump(ast.parse(b"\n".join(
        found.answers["detection/iou"].source.split(b"\n")[3:])))  # fmt: skip


@pytest.mark.parametrize(
    "magic",
    [
        "%%time",
        "%%capture out",
        "%%timeit -n 1",
        "\n%%time",
        "%%writefile iou.py",
        "%%writefile -a work/iou.py",
    ],
)
def test_a_cell_is_kept_that_is_timed_captured_or_written_to_the_file_of_the_kata(handed, magic):
    found = handed(notebook(f"{magic}\n{IOU}"), "ana.ipynb")

    assert (["iou"], {}) == (names(found), found.notes)


@pytest.mark.parametrize(
    "magic", ["%%bash", "%%html", "%%writefile boxes.py", "%%writefile iou.txt", "%%script python"]
)
def test_a_cell_that_is_not_python_is_left_out_with_a_note(handed, magic):
    found = handed(notebook(f"{magic}\n{NMS}", IOU), "ana.ipynb")

    assert ["iou"] == names(found)
    assert (f"Magics and shell lines are left out: `{magic}` (cell 1).",) == found.notes["detection/iou"]


def test_of_two_definitions_the_last_counts_whatever_was_executed_first(handed):
    last = IOU.replace("0.0", "1.0")
    cells = [{"cell_type": "code", "source": text, "execution_count": n} for n, text in ((7, IOU), (2, last))]

    found = handed(json.dumps({"cells": cells}), "ana.ipynb")

    namespace = {}
    exec(found.answers["detection/iou"].source, namespace)
    assert 1.0 == namespace["iou"](0, 0)
    assert ("`iou` is defined 2 times (cells 1 and 2). The last one counts.",) == found.notes["detection/iou"]


def test_a_definition_that_only_wraps_the_one_before_is_not_counted(handed):
    assert {} == handed(notebook(IOU, "iou = wrap(iou)", "if iou:\n    iou = iou"), "ana.ipynb").notes


def test_a_broken_cell_costs_no_other_and_is_named(handed):
    found = handed(notebook(IOU, "x = = 1", NMS), "ana.ipynb")

    assert ["iou", "nms"] == names(found)
    note = "Cell 2 is left out because Python cannot read it (invalid syntax, line 1)."
    assert [(note,), (note,)] == list(found.notes.values())


def test_a_broken_definition_is_passed_on_alone_with_its_place(handed):
    broken = "def nms(boxes:\n    return 'é'"

    found = handed(notebook(IOU, broken), "ana.ipynb")

    answer = found.answers["detection/nms"]
    assert (broken.encode(), "nms.ipynb, cell 2, line 2") == (answer.source, answer.place(2))
    assert "def nms" not in found.answers["detection/iou"].source.decode()


def test_a_broken_draft_does_not_replace_the_answer(handed):
    found = handed(notebook(IOU, "def iou(a:"), "ana.ipynb")

    assert IOU in found.answers["detection/iou"].source.decode()


FORMATS = {
    "4": {"nbformat": 4, "cells": [{"cell_type": "code", "source": IOU}]},
    "a format to come": {"nbformat": 9, "cells": [{"cell_type": "code", "source": IOU}]},
    "3": {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": IOU.splitlines(True)}]}]},
    "1": {"cells": [{"cell_type": "code", "code": IOU}]},
    "locked cells": {"cells": [{"cell_type": "code", "source": IOU, "metadata": {"nbgrader": {"locked": True}}}]},
    "outputs of 30 MB": {
        "cells": [{"cell_type": "code", "source": IOU, "outputs": [{"data": {"x": "9" * (30 << 20)}}]}]
    },
    "a forged score": {
        "cells": [{"cell_type": "code", "source": IOU, "outputs": [{"output_type": "execute_result", "data": "10"}]}]
    },
    "numbers that JSON has not": {
        "cells": [{"cell_type": "code", "source": IOU, "outputs": [float("nan"), float("inf")]}]
    },
    "cells of other types": {
        "cells": [None, 1, [], {}, {"cell_type": 1}, {"cell_type": "code"}, {"cell_type": "code", "source": 1},
                  {"cell_type": "code", "source": [1, IOU, None]}, {"cell_type": ["code"], "source": NMS}]
    },
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_a_notebook_is_read_of(handed, name):
    found = handed(json.dumps(FORMATS[name]), "ana.ipynb")

    assert (["iou"], {}, "") == (names(found), found.notes, found.fault)


NO_NOTEBOOKS = {
    "nothing": (b"", "is damaged"),
    "half of one": (notebook(IOU)[:40], "is damaged"),
    "Python": (IOU.encode(), "is damaged"),
    "another encoding": (b'{"cells": "\xff\xfe"}', "is damaged"),
    "a nest": (b"[" * 500_000, "is damaged"),
    "a wide nest": (b'{"cells":[' + b"[]," * 1_000_001 + b"0]}", "holds too much"),
    "a list": (b"[]", "is not a notebook"),
    "no cells": (b"{}", "is not a notebook"),
    "cells of no kind": (b'{"cells": {"a": 1}, "worksheets": 3}', "is not a notebook"),
    "a number too long": (b"9" * 5000, "is damaged"),
    "too much code": (notebook("#" * (256 << 10) + IOU), "holds more than 256 KB of code"),
    "no kata": (notebook("x = 1"), "defines no function of a kata"),
}


@pytest.mark.parametrize("name", NO_NOTEBOOKS)
def test_what_cannot_be_read_is_a_fault(handed, name):
    content, reason = NO_NOTEBOOKS[name]
    found = handed(content, "ana.ipynb")

    assert ({}, {}) == (found.answers, found.notes)
    assert found.fault.startswith(f"ana.ipynb {reason}")


HARD = {
    "brackets": "(" * 200_000,
    "signs": "-" * 200_000 + "1",
    "attributes": "x" + ".a" * 100_000,
    "a sum": "x = 1" + "+1" * 100_000,
    "a deep sum": "x = 1" + "+1" * 900,
    "a chain of calls": "import a\nx = a" + "()" * 900,
    "conditions": "if a:\n    pass\n" + "elif a: pass\n" * 15_000,
    "a null byte": "x = 1\0",
    "half a character": "x = '\ud800'",
    "spaces": " " * 200_000 + "!",
    "quotes": "!\n" + "'\"" * 100_000,
    "backslashes": "!\n" + "\\\n" * 100_000,
    "a number too long": "x = " + "9" * 5000,
    "an escape that warns": "x = '\\d'",
}


@pytest.mark.parametrize("name", HARD)
def test_a_cell_that_is_hard_to_read_costs_no_other(handed, name):
    found = handed(notebook(HARD[name], IOU), "ana.ipynb")

    assert (["iou"], "") == (names(found), found.fault)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("code"),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["cells", "worksheets", "cell_type", "source", "input", "x"]), inner
        )
    ),
    max_leaves=30,
)
LINES = st.sampled_from([
    "def iou(a, b):", "    return 0", "x = 1", "%%time", "%%bash", "!ls", "if x:", "    !ls", "try:", "except: f()",
    "else:", "print(", ")", '"""', "'", "x = [", "]", "\\", "\f", "\0", "\ud800", "é = 'é'; f(é)", "@f", "class A:",
    "import a; f()", "; x", "\t", "#", "lambda: (", "async", "await x", "return", "\u2028", "x = %time", "x?",
])  # fmt: skip


@settings(max_examples=300)
@given(JSON)
def test_any_notebook_raises_only_unreadable_error(document):
    for content in (document, {"cells": document}, {"cells": [{"cell_type": "code", "source": document}]}):
        with suppress(UnreadableError):
            extract(json.dumps(content).encode(), "ana.ipynb", KATAS)


@settings(max_examples=1000)
@given(st.lists(st.lists(LINES, max_size=12).map("\n".join), max_size=4))
def test_any_cells_give_a_source_that_can_be_read_and_has_their_lines(cells):
    found = extract(notebook(*cells), "ana.ipynb", KATAS)

    ast.parse(found.source)
    lines = found.source.decode().split("\n")
    for above, number in found.cells:
        text = cells[number - 1].split("\n")
        for line, original in zip(lines[above : above + len(text)], text, strict=True):
            assert line in (original, "") or line.strip() == "pass"


def test_reading_a_notebook_runs_nothing_and_imports_nothing(handed):
    before = set(sys.modules)

    handed(notebook("import antigravity\nX = antigravity.x()\n" + IOU), "ana.ipynb")

    assert "antigravity" not in set(sys.modules) - before
