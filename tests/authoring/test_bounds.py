"""Nothing that an author writes can hang or end `kata lint`, or be charged to a student."""

import json

import numpy as np
import pytest
from sample_kata import BANK, GRADER, SLUG, SOLUTION, STUB

from gradkata import author_code
from gradkata.authoring import bank_laws, overruns
from gradkata.authoring.bank_builder import candidates
from gradkata.authoring.candidates import single
from gradkata.authoring.laws import check, misconceptions_are_distinct
from gradkata.authoring.processes import Lost, each_in_a_process
from gradkata.authoring.sandbox_law import plain_answer_earns_all_in_the_sandbox
from gradkata.authoring.subject import Subject
from gradkata.cli.lint import write_bank
from gradkata.drawing.bank import BankError
from gradkata.session import server_session
from gradkata.submissions.submission import Submission

IS_LINEAR = "    same(row_sums(2 * x), 2 * row_sums(x))"
ENDLESS = "    while True: pass"
RIGHT = b"def row_sums(x):\n    return x.sum(axis=1)\n"
WRONG = b"def row_sums(x):\n    return x.sum(axis=1) + 1\n"


@pytest.fixture(autouse=True)
def little_time(monkeypatch):
    monkeypatch.setattr(author_code, "SECONDS", 0.2)
    monkeypatch.setattr(author_code, "WAIT_SECONDS", 0.3)
    monkeypatch.setattr(author_code, "MEMORY_BYTES", 128 << 20)
    monkeypatch.setattr(bank_laws, "TIMES", 1)


def line_of(subject, file, text):
    path = subject.catalog.roots[0] / file
    lines = path.read_text("utf-8").splitlines()
    return f"{path}, line {next(n for n, line in enumerate(lines, 1) if text in line)}"


def linted(subject):
    """The faults of a kata, or how its process ended."""

    def work(slug):
        return check(Subject(subject.catalog, slug), redraw=False, sandboxed=False)

    (found,) = each_in_a_process(work, [SLUG], 1)
    return found


# What is spoiled: file, passage and its replacement; then the law, how the message begins, and the line it names.
ENDLESS_PARTS = {
    "a misconception": (
        GRADER, "    return x.sum(axis=0)", ENDLESS, 6, "misconception `sums_columns` did not end", "pass"),
    "a misconception that waits": (
        GRADER, "    return x.sum(axis=0)", "    import time\n    time.sleep(99)", 6,
        "misconception `sums_columns` did not end within 0.3 s on x=", "sleep"),
    "a property": (GRADER, IS_LINEAR, ENDLESS, 7, "property `is_linear` did not end", "pass"),
    "a property that calls": (
        GRADER, IS_LINEAR, "    while True: row_sums(x)", 7,
        "property `is_linear` did not end within 400 calls on x=", "while True"),
    "a right answer": (
        SOLUTION, "    return x @ np.ones(x.shape[1])", ENDLESS, 4,
        "right answer `row_sums_product` did not end", "pass"),
    "a grader": (GRADER, "import numpy as np", "import numpy as np\nwhile True: pass", 2, GRADER, "pass"),
    "a solution": (SOLUTION, "import numpy as np", "import numpy as np\nwhile True: pass", 2, SOLUTION, "pass"),
    "a strategy": (
        GRADER, "d=st.integers(2, 4)", "d=st.integers(2, 4).map(lambda d: max(iter(int, 1)))", 10,
        "the draw `d=st.integers(2, 4).map(<lambda>)` did not end", "iter(int"),
}  # fmt: skip


@pytest.mark.parametrize("name", ENDLESS_PARTS)
def test_a_part_that_does_not_end_is_named_with_its_line(spoil, name):
    file, old, new, law, beginning, text = ENDLESS_PARTS[name]
    subject = spoil(file, old, new)

    found = linted(subject)

    if isinstance(found, Lost):  # a loop in C
        message = overruns.lost(found.code, found.output, subject.catalog.roots)
        assert "did not return within 0.4 s of processor time" in message
        law, beginning, found = 2, "", []
    else:
        (fault,) = [each for each in found if each.law == law]
        message = fault.message
    assert message.startswith(beginning)
    assert line_of(subject, file, text) in message


def test_an_example_of_the_statement_that_does_not_end_is_named(spoil):
    subject = spoil(
        STUB, ">>> row_sums(np.array([[1.0, 2.0], [3.0, 4.5]]))", ">>> row_sums([0 for _ in iter(int, 1)])"
    )

    (fault,) = linted(subject)

    assert 5 == fault.law
    assert fault.message.startswith(
        "the example `row_sums([0 for _ in iter(int, 1)])` of the statement did not end"
    )


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("    return sum(iter(int, 1))", "did not return within 0.4 s of processor time"),
        ("    import os; os._exit(0)", "ended the interpreter (exit code 0)"),
        ("    import os; os.kill(os.getpid(), 11)", "ended the interpreter (SIGSEGV)"),
    ],
)
def test_what_ends_the_process_is_named_with_its_line_if_it_is_known(spoil, body, said):
    subject = spoil(GRADER, "    return x.sum(axis=0)", body)

    lost = linted(subject)

    message = overruns.lost(lost.code, lost.output, subject.catalog.roots)
    assert said in message
    if "exit code" not in said:
        assert f"`sums_columns` ({line_of(subject, GRADER, body)})" in message


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (GRADER, "    return x.sum(axis=0)", "    held = [x]\n    while True: held += held",
         "misconception `sums_columns` takes more than 128 MiB of memory on x="),
        (GRADER, "import numpy as np", "import numpy as np\ntable = [0] * 10**9",
         f"{GRADER} cannot be read (The import of"),
        (BANK, '  "calls": [', '  "calls": [' + " " * (2 << 20), "bytes, and the limit is 65536"),
    ],
    ids=["a misconception", "a grader", "a bank"],
)  # fmt: skip
def test_a_part_that_takes_too_much_memory_is_named(spoil, file, old, new, said):
    messages = [fault.message for fault in linted(spoil(file, old, new))]

    assert any(said in message for message in messages), messages


def test_a_bank_that_cannot_be_drawn_names_the_part_that_does_not_end(spoil):
    subject = spoil(GRADER, "    return x.sum(axis=0)", ENDLESS)

    with pytest.raises(BankError) as error:
        write_bank(subject)

    message = str(error.value)
    assert message.startswith(
        "its bank cannot be drawn: misconception `sums_columns` did not end within 0.2 s"
    )
    assert line_of(subject, GRADER, "pass") in message


DRAWS = {
    "bounds the wrong way round": (
        "st.integers(5, 3)", "the draw `d=st.integers(5, 3)` gives no value: Cannot have max_value=3 < min_value=5"),
    "no options": ("st.sampled_from([])", "Cannot sample from a length-zero sequence"),
    "a filter that never holds": (
        "st.integers(2, 4).filter(lambda d: d > 9)",
        "the draw `d=st.integers(2, 4).filter(<lambda>)` gives no value: its filters reject everything"),
    "a function that raises": (
        "st.integers(2, 4).map(lambda d: 1 // 0)", "ZeroDivisionError: integer division or modulo by zero ("),
}  # fmt: skip


@pytest.mark.parametrize("name", DRAWS)
def test_a_draw_that_gives_no_value_is_named_with_its_reason(spoil, name):
    written, said = DRAWS[name]
    subject = spoil(GRADER, "d=st.integers(2, 4)", f"d={written}")
    (prop,) = [each for each in subject.kata.properties if each.sort == "agreement"]

    with pytest.raises(BankError) as error:
        candidates(SLUG, subject.kata, prop, subject.truth, "public")

    assert str(error.value).startswith(
        "nothing can be drawn for agreement `agrees_on_ordinary_input`: the draw `d="
    )
    assert said in str(error.value)


def test_a_draw_of_an_edge_that_gives_no_value_is_named_with_the_edge(spoil):
    subject = spoil(GRADER, "points=2, d=0)", "points=2, d=st.integers(5, 3))")
    (prop,) = [each for each in subject.kata.properties if each.sort == "edge"]

    with pytest.raises(
        BankError, match=r"for edge `a_row_without_entries_sums_to_0`: the draw `d=st.integers\(5, 3\)`"
    ):
        candidates(SLUG, subject.kata, prop, subject.truth, "public")


def report_on(subject, source):
    with server_session(subject.catalog) as session:
        return session.report(SLUG, Submission(source, "row_sums.py"))


GRADERS_FAULTS = {
    "an endless property": (GRADER, IS_LINEAR, ENDLESS, RIGHT, "The property `is_linear` did not end", "pass"),
    "a property that calls without end": (
        GRADER, IS_LINEAR, "    while True: row_sums(x)", RIGHT,
        "The property `is_linear` did not end within 400 calls", "while True"),
    "a property that takes all memory": (
        GRADER, IS_LINEAR, "    held = [x]\n    while True: held += held", RIGHT,
        "The property `is_linear` takes more than 128 MiB of memory", "held += held"),
    "a property that raises": (
        GRADER, IS_LINEAR, "    1 // 0", RIGHT, "The property `is_linear` fails on a right answer", "1 // 0"),
    "a property that is false": (
        GRADER, IS_LINEAR, "    same(row_sums(2 * x), row_sums(x))", WRONG,
        "The property `is_linear` fails on a right answer", "@kata.property"),
    "an endless misconception": (
        GRADER, "    return x.sum(axis=0)", ENDLESS, WRONG, "The misconception `sums_columns` did not end", "pass"),
    "an endless grader": (
        GRADER, "import numpy as np", "import numpy as np\nwhile True: pass", RIGHT, "The import of", "pass"),
    "a grader that is not valid Python": (GRADER, "import numpy as np", "import (", RIGHT, "SyntaxError", "import ("),
    "a grader that raises": (
        GRADER, "import numpy as np", "import numpy as np\n1 // 0", RIGHT, "ZeroDivisionError", "1 // 0"),
    "a solution that raises": (
        SOLUTION, "import numpy as np", "import numpy as np\n1 // 0", WRONG, "ZeroDivisionError", "1 // 0"),
}  # fmt: skip


@pytest.mark.parametrize("name", GRADERS_FAULTS)
def test_a_fault_of_the_grader_is_never_charged_and_names_its_line(spoil, name):
    file, old, new, source, said, text = GRADERS_FAULTS[name]
    subject = spoil(file, old, new)

    report = report_on(subject, source)

    assert ("grader-error", 0) == (report["outcome"], len(report["properties"]))
    assert said in report["notes"][-1]
    assert line_of(subject, file, text) in report["notes"][-1]


def test_a_property_that_does_not_end_on_a_wrong_answer_alone_is_the_students_failure(spoil):
    endless_if_wrong = "    while not np.allclose(row_sums(2 * x), 2 * row_sums(x)):\n        pass"
    report = report_on(spoil(GRADER, IS_LINEAR, endless_if_wrong), WRONG)

    (found,) = [each for each in report["properties"] if each["name"] == "is_linear"]
    assert ("wrong", 1) == (report["outcome"], report["score"])
    assert (
        "The property cannot be checked on this answer: it did not end within 400 calls." == found["message"]
    )


def test_the_plain_answer_earns_all_points_as_a_students_file(whole):
    assert [] == list(plain_answer_earns_all_in_the_sandbox(whole))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("import numpy as np\n", "import numpy as np\nimport os\n\nSIZE = len(os.listdir('/'))\n",
         "the right answer `row_sums_numpy` fails `keeps_its_contract` if a student hands it in"),
        ("import numpy as np\n", "import numpy as np\n\nfrom . import gone\n", "cannot be written as a student's file"),
    ],
)  # fmt: skip
def test_a_plain_answer_that_fails_as_a_students_file_is_named(spoil, old, new, said):
    subject = spoil(SOLUTION, old, new)
    path = subject.catalog.solution(SLUG)
    used = "gone.x" if "gone" in new else "SIZE"
    path.write_text(
        path.read_text("utf-8").replace("np.zeros(len(x))", f"np.zeros(len(x)) + 0 * {used}"), "utf-8"
    )

    (message,) = plain_answer_earns_all_in_the_sandbox(subject)

    assert said in message


def test_a_wrong_answer_that_earns_all_points_is_shown_with_a_line_that_reveals_it(spoil):
    subject = spoil(GRADER, "    return x.sum(axis=0)", "    return x.sum(axis=1) + (x == 777.0).any()")
    core = next(prop for prop in subject.kata.properties if prop.sort == "agreement")
    subject.fresh.append(single(subject.kata, core, (np.array([[777.0]]),), subject.truth))

    (message,) = [each for each in misconceptions_are_distinct(subject) if "`sums_columns`" in each]

    said, line = message.split("\n")
    assert said.endswith(
        "loses no point. It differs from the right answer on new input for `agrees_on_ordinary_input`. Add:"
    )
    assert line.startswith('kata.example("Say what this input is.", expected=np.array([')
    exec(line, {"np": np, "kata": subject.kata})
    (example,) = [prop for prop in subject.kata.properties if prop.sort == "example"]
    assert np.array_equal(example.draws["x"].sum(axis=1), example.expected)


def test_a_bank_that_makes_no_sense_is_a_fault_and_not_an_error(copy):
    subject = copy()
    path = subject.catalog.bank(SLUG)
    bank = json.loads(path.read_text("utf-8"))
    next(iter(bank["cases"].values()))[0]["calls"] = [9999]
    path.write_text(json.dumps(bank), "utf-8")

    messages = [fault.message for fault in check(subject, redraw=False, sandboxed=False)]

    assert any("stops with IndexError" in each for each in messages), messages


def test_results_come_in_order_and_an_exception_of_ours_is_raised():
    assert ["a", "b", "c"] == list(each_in_a_process(str.lower, ["A", "B", "C"], 2))
    with pytest.raises(RuntimeError, match="A: ZeroDivisionError"):
        list(each_in_a_process(lambda slug: 1 // 0, ["A"], 1))
