"""`check(iou)` in real kernels: what is judged, messages if there is nothing to judge, and hints."""

import subprocess
import sys

import pytest
from kernels import CHECK, NUMPY, RIGHT, ROOT, run, shown

from gradkata.isolation.selftest import highest_level

pytest.importorskip("nbclient", reason="the extra `course` is not installed")
pytestmark = pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")

WRONG = RIGHT.replace("np.clip(", "np.abs(").replace(", 0, None)", ")")


def one_line(text):
    return " ".join(text.split())


def test_a_right_answer_is_shown_as_html_and_as_text(tmp_path):
    *_, outputs = run([f"{NUMPY}\n{RIGHT}", CHECK], tmp_path)

    assert "10/10" in shown(outputs)
    assert "<strong>10/10</strong>" in shown(outputs, "text/html")
    assert "All points" in shown(outputs)
    assert [each["output_type"] for each in outputs] == ["execute_result"]


def test_the_definition_that_was_run_last_is_judged(tmp_path):
    cells = [NUMPY, RIGHT, WRONG, CHECK, RIGHT, "check(iou)", WRONG, RIGHT, "check(iou)"]

    outputs = run(cells, tmp_path)

    first, second, third = (shown(outputs[number]) for number in (3, 5, 8))
    assert "The value is wrong" in first
    assert ("10/10" in second, "10/10" in third) == (True, True)
    assert (
        "defined" not in first + second + third
    )  # running a cell again is not reported as a second definition


def test_helpers_and_constants_of_other_cells_are_used_and_computed_values_are_not(tmp_path):
    body = RIGHT.replace("if union else 0.0", "if union > _least(NOTHING) else 0.0")
    cells = [
        NUMPY,
        "NOTHING = 0\ndef _least(x):\n    return x",
        body,
        CHECK,
        "NOTHING = _least(0)",
        "check(iou)",
    ]

    outputs = run(cells, tmp_path)

    assert "10/10" in shown(outputs[3])
    assert "10/10" in shown(outputs[5])


@pytest.mark.parametrize(
    ("cell", "call"),
    [
        ("from functools import partial\niou = partial(share, 1)", "check(iou)"),
        ("iou = lambda a, b: share(1, a, b)", "check(iou)"),
        (
            "import numpy as np\niou = np.vectorize(share, signature='(),(n),(n)->()')\niou = partial(iou, 1)",
            "check('iou')",
        ),
    ],
)
def test_a_function_may_be_a_partial_one_or_a_lambda(tmp_path, cell, call):
    cells = [
        NUMPY,
        "from functools import partial",
        RIGHT.replace("def iou(", "def share(k, "),
        cell,
        CHECK,
        call,
    ]

    assert "10/10" in shown(run(cells, tmp_path)[-1])


def test_what_a_loop_computed_in_the_kernel_is_computed_for_the_answer_too(tmp_path):
    cells = [
        NUMPY,
        "total = 0\nfor i in range(4):\n    total += i",
        RIGHT.replace("return", "return total - 6 +"),
        CHECK,
    ]

    text = shown(run(cells, tmp_path)[-1])

    assert "10/10" in text
    assert "assed over" not in text


def test_names_that_only_the_kernel_knows_are_reported(tmp_path):
    body = RIGHT.replace("if union else 0.0", "if union else nothing()")
    cells = [NUMPY, "get_ipython().user_ns['nothing'] = float", body, CHECK]

    text = one_line(shown(run(cells, tmp_path)[-1]))

    assert "`iou` uses `nothing`, known to this kernel, but not defined in any cell that you have run" in text
    assert "notebook.ipynb, cell 3, line 5" in text


def test_a_function_that_is_in_no_cell_is_not_judged(tmp_path):
    cells = [f"{NUMPY}\nexec({RIGHT!r})", CHECK]

    text = one_line(shown(run(cells, tmp_path)[-1]))

    assert "No cell that you have run since the kernel started defines `iou`" in text


def test_a_function_of_a_module_is_judged_from_its_file_with_a_note_that_the_notebook_lacks_it(tmp_path):
    (tmp_path / "mine.py").write_text(f"{NUMPY}\n{RIGHT}")

    text = one_line(shown(run(["from mine import iou", CHECK], tmp_path)[-1]))

    assert "10/10" in text
    assert "`iou` is in mine.py and not in this notebook; the notebook alone contains no answer" in text


def test_a_cell_with_a_syntax_error_does_not_replace_the_answer_before_it(tmp_path):
    cells = [NUMPY, RIGHT, "def iou(a, b)\n    return 1", CHECK]

    text = shown(run(cells, tmp_path)[-1])

    assert "10/10" in text
    assert "left out" not in text


def test_a_stub_is_reported_as_one(tmp_path):
    stub = "def iou(a, b):\n    # YOUR CODE HERE\n    raise NotImplementedError()"

    page = shown(run([stub, CHECK], tmp_path)[-1], "text/html")

    assert "This one is still a stub." in page
    assert "Write your function into its cell" in page


def test_hints_come_one_at_a_time_and_all_of_them_after_full_points(tmp_path):
    ask = "check('iou', hint=True)"
    cells = [
        NUMPY,
        RIGHT,
        "from gradkata import check",
        ask,
        ask,
        ask,
        ask,
        "check('nms', hint=True)",
        CHECK,
        ask,
    ]

    texts = [one_line(shown(outputs)) for outputs in run(cells, tmp_path)]

    for number, text in enumerate(texts[3:6], 1):
        assert text.startswith(f"iou: hint {number} of 3")
    assert (texts[3].endswith("2 more remain."), texts[4].endswith("One more remains.")) == (True, True)
    assert texts[6].startswith("The hints of iou 1. ") and texts[6].endswith("That was all.")  # noqa: PT018
    assert texts[7].startswith("nms: hint 1 of ")
    assert texts[9].endswith("You have solved it; these were its hints.")


def test_a_server_that_was_killed_is_started_again(tmp_path):
    kill = (
        "import os, signal\n"
        "from gradkata.isolation.inside.server import children\n"
        "for pid in children(os.getpid()):\n    os.kill(pid, signal.SIGKILL)"
    )
    outputs = run([f"{NUMPY}\n{RIGHT}", CHECK, kill, "check(iou)"], tmp_path)

    assert outputs[2] == []
    assert "10/10" in shown(outputs[3])


def test_code_that_ends_the_process_leaves_the_kernel_alone(tmp_path):
    cells = ["import os\ndef iou(a, b):\n    os._exit(0)", CHECK, "'still here'"]

    outputs = run(cells, tmp_path)

    assert "Your code ended the Python process" in shown(outputs[1])
    assert shown(outputs[2]) == "'still here'"


def test_a_check_that_was_interrupted_does_not_spoil_the_next(tmp_path):
    alarm = "import signal\nsignal.signal(signal.SIGALRM, signal.default_int_handler)\n"
    loop = "def iou(a, b):\n    while True:\n        pass"
    interrupted = f"{alarm}signal.setitimer(signal.ITIMER_REAL, 1)\ncheck(iou)"

    outputs = run([f"{NUMPY}\nfrom gradkata import check", loop, interrupted, RIGHT, "check(iou)"], tmp_path)

    assert [each.get("ename") for each in outputs[2]] == ["KeyboardInterrupt"]
    assert "10/10" in shown(outputs[4])


def test_warnings_as_errors_and_print_options_do_not_change_the_report(tmp_path):
    strict = "import warnings\nwarnings.simplefilter('error')\nnp.seterr(all='raise')\nnp.set_printoptions(precision=1)"

    plain, odd = (run([NUMPY, *more, WRONG, CHECK], tmp_path)[-1] for more in ([], [strict]))

    assert shown(odd).replace("cell 4", "cell 3") == shown(plain)


def test_what_a_student_prints_is_text_on_the_page(tmp_path):
    loud = RIGHT.replace("    sides", "    print('<script>alert(1)</script>$x$')\n    sides", 1)

    page = shown(run([NUMPY, loud, CHECK], tmp_path)[-1], "text/html")

    assert "&lt;script&gt;" in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("check('iuo')", "Did you mean iou?"),
        ("check(lambda a, b: 0)", "takes the function of a kata"),
        ("check(3)", "takes the function of a kata"),
        ("check('nms')", "No cell that you have run since the kernel started defines `nms`"),
    ],
)
def test_an_argument_that_cannot_be_judged_is_answered_with_a_sentence(tmp_path, asked, sentence):
    outputs = run(["from gradkata import check", asked], tmp_path)[-1]

    assert sentence in one_line(shown(outputs))
    assert outputs[0]["output_type"] == "execute_result"


def test_the_graded_cell_gives_no_points_by_itself(tmp_path):
    cells = [NUMPY, RIGHT, "from gradkata import validate\nvalidate(iou)"]

    for environment in ({}, {"NBGRADER_EXECUTION": "autograde"}):
        outputs = run(cells, tmp_path, **environment)[-1]
        assert shown(outputs) == "0.0"
        assert [each["output_type"] for each in outputs] == ["execute_result"]


def test_a_function_is_tried_out_on_an_input_of_the_students_own(tmp_path):
    cells = [
        f"{NUMPY}\nfrom gradkata import functions, try_out",
        WRONG.replace("    sides", "    print('sides of', a)\n    sides"),
        "try_out(iou, [0, 0, 1, 1], b=np.array([0.0, 2.0, 1.0, 3.0]))",
        "try_out('iou', [0, 0, 1, 1])",
        "try_out(iou, [0, 0, 1, 1], lambda x: x)",
        "try_out(iou, [0, 0, 1, 1], [0, 2, 1, 3]).trial['expected']",
        "def helper(x):\n    return x\ntry_out(helper, 1)",
    ]

    *_, wrong, few, odd, expected, unknown = map(one_line, map(shown, outputs_of(cells, tmp_path)))

    assert "The value is wrong" in wrong
    assert "sides of [0. 0. 1. 1.]" in wrong
    assert "iou takes 2 arguments; 1 was given." in few
    assert "`b` is an array of floats of shape (4,), and a function was given." in odd
    assert expected == "0.0"
    assert "There is no kata called 'helper'." in unknown


def outputs_of(cells, folder):
    """The outputs of each cell; none may raise an exception."""
    outputs = run(cells, folder)
    assert [each for cell in outputs for each in cell if each["output_type"] == "error"] == []
    return outputs


def script(folder, text):
    (folder / "script.py").write_text(text)
    done = subprocess.run(
        [sys.executable, "script.py"], cwd=folder, env={"PYTHONPATH": str(ROOT)}, text=True,
        capture_output=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_script_is_judged_as_its_file_in_which_check_does_nothing(tmp_path):
    output = script(tmp_path, f"{NUMPY}\nfrom gradkata import check\n{WRONG}\nprint(check(iou))\n")

    assert output.count("The value is wrong") == 1
    assert "assed over" not in output


def test_an_error_in_a_script_is_reported_with_its_line(tmp_path):
    output = script(
        tmp_path, "from gradkata import check\n\ndef iou(a, b):\n    return 1 / 0\n\nprint(check(iou))\n"
    )

    assert "script.py, line 4, in iou" in output


def test_a_function_is_tried_out_in_a_script_with_its_file_read_again(tmp_path):
    call = "print(try_out(iou, [0, 0, 1, 1], [0, 2, 1, 3]))"
    output = script(tmp_path, f"{NUMPY}\nfrom gradkata import try_out\n{WRONG}\nprint('run here')\n{call}\n")

    assert output.count("run here") == 1
    assert "The value is wrong" in output


def test_a_function_without_a_source_is_not_judged(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", "from gradkata import check\ndef iou(a, b): return 1\nprint(check(iou))"],
        cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, text=True, capture_output=True, timeout=60,
    )  # fmt: skip

    assert "Python has no source of `iou`." in " ".join(done.stdout.split())
