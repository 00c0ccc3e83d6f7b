"""The cells of every kata of the catalog."""

import ast
import re

import pytest

from gradkata.catalog import Catalog, open_catalog, short_name
from gradkata.isolation.selftest import highest_level
from gradkata.isolation.starting import start_server
from gradkata.judging.exercises import exercise
from gradkata.judging.judge import judge
from gradkata.notebook.cell_sources import BEGIN, END, answer, sources, statement
from gradkata.notebook.cells import ROLES, cell_id, grade_id, metadata, tag_of
from gradkata.submissions.submission import Submission
from tests.collections import own_course

CATALOG = Catalog()
SLUGS = CATALOG.slugs
STUB = '''"""Text."""

import numpy as np


def twice(x):
    """Return x twice."""
    raise NotImplementedError
'''


@pytest.fixture(scope="module")
def sandbox():
    if highest_level() != "kernel":
        pytest.skip("this kernel cannot confine (Landlock and seccomp are needed)")
    with start_server("kernel") as server:
        yield server


def cleared(text):
    """The answer cell as nbgrader leaves it to students."""
    stub = "    # YOUR CODE HERE\n    raise NotImplementedError()\n"
    return re.sub(rf" *{BEGIN}.*{END}", lambda _: stub, text, flags=re.DOTALL)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_answer_in_a_notebook_earns_all_points(slug, sandbox):
    text = sources(CATALOG, slug)["answer"]

    report = judge(exercise(CATALOG, slug), Submission(text.encode(), f"{short_name(slug)}.py"), sandbox)

    assert (report["outcome"], report["score"]) == ("passed", 10)


@pytest.mark.parametrize("slug", SLUGS)
def test_students_get_the_stub_and_nothing_of_the_answer(slug):
    text = cleared(sources(CATALOG, slug)["answer"])
    stub = ast.parse(CATALOG.stub(slug).read_text("utf-8"))

    left = ast.parse(text)

    assert [ast.dump(node) for node in left.body[:-1]] == [ast.dump(node) for node in stub.body[1:-1]]
    assert ast.unparse(left.body[-1]) == ast.unparse(stub.body[-1]) + "()"


@pytest.mark.parametrize("slug", SLUGS)
def test_the_students_version_is_judged_as_not_implemented(slug, sandbox):
    text = cleared(sources(CATALOG, slug)["answer"])

    report = judge(exercise(CATALOG, slug), Submission(text.encode(), f"{short_name(slug)}.py"), sandbox)

    assert (report["outcome"], report["score"]) == ("not-implemented", 0)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_statement_keeps_every_word_and_has_its_examples_in_fenced_blocks(slug):
    text = ast.get_docstring(ast.parse(CATALOG.stub(slug).read_text("utf-8")))

    shown = statement(CATALOG.stub(slug).read_text("utf-8"))

    assert shown.replace("```python", "").replace("```", "").split() == text.replace("```", "").split()
    assert "\n```python\n>>> " in shown
    assert "    >>>" not in shown


@pytest.mark.parametrize("slug", SLUGS)
def test_every_cell_of_a_kata_is_found_by_its_tag(slug):
    marks = [tag_of({"metadata": metadata(slug, role)}) for role in ROLES]

    assert marks == [(slug, role) for role in ROLES]
    assert len({cell_id(slug, role) for role in ROLES}) == 4
    assert all(re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", cell_id(slug, role)) for role in ROLES)
    assert all(re.fullmatch(r"[a-zA-Z0-9_-]+", grade_id(slug, role)) for role in ROLES)


@pytest.mark.parametrize(
    "found",
    [
        None, 1, [], {}, {"format": 2, "kata": "detection/iou", "role": "grade"},
        {"format": 1, "kata": "../iou", "role": "grade"}, {"format": 1, "kata": 3, "role": "grade"},
        {"format": 1, "kata": "detection/iou", "role": "judge"}, {"format": 1, "kata": "detection/iou", "role": []},
    ],
)  # fmt: skip
def test_a_damaged_tag_is_ignored(found):
    assert tag_of({"metadata": {"gradkata": found}}) is None


@pytest.fixture
def solution(tmp_path):
    """The path of a solution in an empty collection."""
    path = tmp_path / "solutions" / "numbers" / "twice.py"
    path.parent.mkdir(parents=True)
    return path


def test_the_answer_to_a_course_kata_contains_its_helpers_and_runs(tmp_path):
    catalog = open_catalog([own_course.write(tmp_path)])
    text = sources(catalog, own_course.ROW_SUMS)["answer"]
    space = {}

    exec(text, space)

    assert [3.0, 7.5] == space["row_sums"]([[1.0, 2.0], [3.0, 4.5]]).tolist()
    assert text.index(BEGIN) < text.index("def rows(x):") < text.index(END)
    assert "def rows" not in cleared(text)


def test_a_helper_with_the_name_of_the_kata_is_refused(solution):
    solution.with_name("_scale.py").write_text("def twice(x):\n    return 2 * x\n", "utf-8")
    solution.write_text("from . import _scale\ndef twice_numpy(x):\n    return _scale.twice(x)\n", "utf-8")

    with pytest.raises(ValueError, match="a helper of the plain answer to twice has the same name"):
        answer(STUB, solution, "twice")


def test_helpers_imports_and_constants_are_inside_the_markers(solution):
    source = '''"""Text."""

import math

import numpy as np

TWO = 2  # not one
PAIR = tuple[int, int]


def twice(x):
    return 2 * x


def twice_numpy(x: np.ndarray) -> PAIR:
    """The same."""
    # Halves first.
    return _half(twice_numpy.__name__ and x) * TWO * TWO


def _half(x):
    return x / math.floor(2.5)
'''
    solution.write_text(source, "utf-8")

    assert answer(STUB, solution, "twice").split("\n") == [
        "import numpy as np",
        "",
        "",
        "def twice(x):",
        '    """Return x twice."""',
        "    ### BEGIN SOLUTION",
        "    # Halves first.",
        "    return _half(twice.__name__ and x) * TWO * TWO",
        "",
        "",
        "import math",
        "",
        "",
        "TWO = 2  # not one",
        "",
        "",
        "def _half(x):",
        "    return x / math.floor(2.5)",
        "### END SOLUTION",
    ]


def test_a_plain_answer_that_calls_the_reference_is_refused(solution):
    source = "def twice(x):\n    return 2 * x\n\n\ndef twice_numpy(x):\n    return twice(x)\n"
    solution.write_text(source, "utf-8")

    with pytest.raises(ValueError, match="calls the reference"):
        answer(STUB, solution, "twice")


def test_code_in_a_statement_that_is_not_an_example_is_unchanged():
    stub = (
        '"""\n# A\n\n    one\n\n    two\n\nText:\n\n    >>> f(1)\n    2\n\n    >>> f(2)\n    4\n\nEnd.\n"""\n'
    )

    assert statement(stub) == (
        "# A\n\n    one\n\n    two\n\nText:\n\n```python\n>>> f(1)\n2\n\n>>> f(2)\n4\n```\n\nEnd."
    )
