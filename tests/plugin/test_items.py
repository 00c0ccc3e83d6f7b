"""What `pytest katas/` shows for an answer."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from running import GOLDEN, IOU, ROOT, example, python, shown

from gradkata.isolation.selftest import highest_level
from gradkata.workspace.progress import read

confined = pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")
WRONG = "def iou(a, b):\n    return 0.5\n"
SYNTAX = "def iou(a, b)\n    return 0.5\n"
OURS = ("gradkata/", "gradkata\\", "_pytest", "pluggy/", "Traceback")


@confined
def test_the_screen_is_the_one_that_was_reviewed(tried, answer):
    answer(example("wrong", "iou_without_clamp"))

    _, output = tried("-q", IOU)

    assert (GOLDEN / "iou_without_clamp.txt").read_text("utf-8") == shown(output)


def test_a_right_answer_passes_and_counts_as_progress(work, tried, answer):
    answer(example("right", "iou"))

    code, output = tried("katas/detection")

    assert 0 == code
    assert re.search(r"^detection/iou +10/10$", output, re.MULTILINE)
    assert {"detection/iou": (10, 10)} == {k: (r.score, r.max_score) for k, r in read(work).katas.items()}


def test_the_mistake_is_named_once(tried, answer):
    answer(example("wrong", "iou_without_clamp"))

    _, output = tried(IOU)

    assert 1 < output.count("The value is wrong")
    assert 1 == output.count("Looks like a known mistake: forgets to clamp")


def test_a_single_property_is_shown_alone_with_the_mistake(tried, answer):
    answer(example("wrong", "iou_without_clamp"))

    code, output = tried(f"{IOU}::is_a_ratio")

    assert 1 == code
    assert "1 failed" in output
    assert "The score lies between 0 and 1." in output
    assert "ordinary input" not in output
    assert "forgets to clamp" in output
    assert "detection/iou  1/10" in output


def test_each_collected_id_can_be_run(work, tried, answer):
    # As editors do: from another folder, with the root given, one id at a time.
    answer(example("wrong", "iou_without_clamp"))
    _, output = tried("--rootdir", work, "--collect-only", "-q", work / "katas/detection", cwd=work.parent)
    found = [line for line in output.splitlines() if f"{IOU}::" in line]

    codes = {
        name.rpartition("::")[2]: tried("--rootdir", work, work / name, cwd=work.parent)[0]
        for name in found[:2]
    }

    assert [0, 1] == list(codes.values())
    assert 13 == len(found)


@pytest.mark.parametrize("style", ["long", "line", "native"])
def test_no_style_of_traceback_shows_a_frame_of_gradkata(tried, answer, style):
    answer("def iou(a, b):\n    return helper(a)\n\n\ndef helper(a):\n    return a[9]\n")

    code, output = tried(f"--tb={style}", f"{IOU}::agrees_on_ordinary_input", "-vv")

    assert 1 == code
    assert [] == [word for word in OURS if word in output]
    assert ("iou.py, line 6, in helper" in output) is (style != "line")
    assert (f"\n{IOU}:1: raised: " in output) is (style == "line")


@pytest.mark.parametrize("named", [IOU, f"{IOU}::is_symmetric"], ids=["all", "one that was not judged"])
def test_a_file_that_does_not_load_fails_once_with_its_line_and_a_caret(tried, answer, named):
    answer(SYNTAX)

    code, output = tried("-rs", named)

    assert 1 == code
    assert "1 failed" in output
    assert (
        "iou.py, line 1: SyntaxError: expected ':'\n        def iou(a, b)\n                     ^\n" in output
    )
    assert (": the file was not loaded" in output) is (named == IOU)


def test_an_endless_answer_is_stopped_and_the_rest_is_skipped(tried, answer):
    answer("def iou(a, b):\n    while True:\n        pass\n")

    code, output = tried("-rs", IOU)

    assert 1 == code
    assert "Is there a loop that" in output
    assert "not judged after keeps_its_contract: timeout" in output


def test_an_answer_that_ends_python_does_not_end_pytest(tried, answer):
    answer("import os\n\n\ndef iou(a, b):\n    os._exit(0)\n")
    answer(example("right", "nms"), "katas/detection/nms.py")

    code, output = tried("katas/detection")

    assert 1 == code
    assert "ended the whole Python process" in output
    assert re.search(r"^detection/nms +10/10$", output, re.MULTILINE)


def test_what_a_failing_call_printed_is_shown_with_its_property_and_escaped(work, tried, answer):
    answer("def iou(a, b):\n    print('hello\\x1b[2J\\0')\n    raise ValueError('\\x1b]0;\\a')\n")

    _, output = tried(IOU, "--junitxml", "report.xml", "-o", "junit_logging=all")

    assert "Captured stdout" not in output
    assert output.count("You printed during this call") == output.count(r"hello\x1b[2J\x00") > 1
    assert "\x1b" not in output
    page = (work / "report.xml").read_text("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]|#x1B", page)
    assert r"hello\x1b[2J\x00" in page


def test_points_are_passed_to_other_programs(work, tried, answer):
    answer(WRONG)

    tried(IOU, "-p", "no:terminal", "--junitxml", "report.xml")

    (case,) = [
        case
        for case in ElementTree.parse(work / "report.xml").iter("testcase")
        if case.get("name") == "agrees_on_ordinary_input"
    ]
    properties = {each.get("name"): each.get("value") for each in case.iter("property")}
    assert ("detection/iou", "0", "6") == (properties["kata"], properties["points"], properties["max_points"])
    assert "wrong: Gives the right answer on ordinary input." == case.find("failure").get("message")


def test_the_usual_options_choose_among_properties(tried, answer):
    answer(WRONG)

    assert "1 failed" in tried("-x", IOU)[1]
    chosen = tried("--lf", "-rA", "katas")[1]
    assert "1 failed" in chosen
    assert " passed" not in chosen
    assert "12 deselected" in tried("-k", "is_symmetric", IOU)[1]


NO_BANK = """
from gradkata.drawing.bank import BankError
from gradkata.judging import exercises

usual = exercises.load_bank

def load(path):
    if path.name == "iou.bank.json":
        raise BankError("iou.bank.json is missing.")
    return usual(path)

exercises.load_bank = load
"""


def test_a_grader_failure_is_an_error_and_the_next_kata_is_judged(work, tried, answer):
    (work / "conftest.py").write_text(NO_BANK)
    answer(example("right", "iou"))
    answer(example("right", "nms"), "katas/detection/nms.py")

    code, output = tried("katas/detection", "-rs")

    assert 1 == code
    assert "1 error" in output
    assert "failed" not in output.replace("The grader failed", "").replace("grader failed", "")
    assert "The grader failed, not you: nothing is lost." in output
    assert "BankError: iou.bank.json is missing." in " ".join(output.split())
    assert [] == [word for word in OURS if word in output]
    assert ["detection/nms"] == list(read(work).katas)


def test_a_lower_level_is_shown(work, tried, answer):
    (work / "conftest.py").write_text(
        "from gradkata.isolation import selftest\nselftest.highest_level = lambda: 'subprocess'\n"
    )
    answer(WRONG)

    assert 1 == tried("katas")[1].count("Judged at level `subprocess`")


def test_digits_are_the_same_as_with_kata_check(work, entry, tried, answer):
    # With other kernels of NumPy the last digit of this value differs.
    file = "katas/sequences/lstm_step.py"
    answer((ROOT / "tests/judging/blind/lstm_step/wrong_01.py").read_text("utf-8"), file)

    _, checked = python("-m", "gradkata.cli", "check", "lstm_step", cwd=work, entry=entry)
    _, output = tried(f"{file}::agrees_on_ordinary_input")

    facts = re.search(r"\n    called .*?\n    expected .*?\n\n", checked, re.DOTALL)[0]
    assert facts in output


def test_judging_is_the_same_if_a_project_turns_warnings_into_errors(tried, answer):
    answer(example("right", "iou"))

    assert 0 == tried("-W", "error", IOU)[0]


def test_the_katas_of_two_students_are_distinguished(work, tried, answer):
    answer(example("right", "iou"))
    other = work / "hers" / IOU
    other.parent.mkdir(parents=True)
    other.write_text(WRONG)
    (work / "hers" / "katas" / "syllabus.toml").write_text("[[chapter]]\nkatas = ['detection/iou']\n")

    _, output = tried(".")

    assert re.search(rf"^{IOU} +10/10$", output, re.MULTILINE)
    assert re.search(rf"^hers/{IOU} +1/10$", output, re.MULTILINE)
    assert {"detection/iou": 1} == {slug: each.score for slug, each in read(work / "hers").katas.items()}


def test_several_workers_judge_the_same(tried, answer):
    pytest.importorskip("xdist")
    answer(example("wrong", "iou_without_clamp"))

    code, output = tried("-n", "2", "katas/detection")

    assert 1 == code
    assert "5 failed" in output
    assert 1 == len(re.findall(r"^detection/iou +1/10$", output, re.MULTILINE))
