"""What `pytest katas/` says of an answer."""

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

    _, said = tried("-q", IOU)

    assert (GOLDEN / "iou_without_clamp.txt").read_text("utf-8") == shown(said)


def test_a_right_answer_passes_and_counts_as_progress(work, tried, answer):
    answer(example("right", "iou"))

    code, said = tried("katas/detection")

    assert 0 == code
    assert re.search(r"^detection/iou +10/10$", said, re.MULTILINE)
    assert {"detection/iou": (10, 10)} == {k: (r.score, r.max_score) for k, r in read(work).katas.items()}


def test_the_mistake_is_named_once(tried, answer):
    answer(example("wrong", "iou_without_clamp"))

    _, said = tried(IOU)

    assert 1 < said.count("The value is wrong")
    assert 1 == said.count("Looks like a known mistake: forgets to clamp")


def test_a_single_property_is_told_alone_with_the_mistake(tried, answer):
    answer(example("wrong", "iou_without_clamp"))

    code, said = tried(f"{IOU}::is_a_ratio")

    assert 1 == code
    assert "1 failed" in said
    assert "The score lies between 0 and 1." in said
    assert "ordinary input" not in said
    assert "forgets to clamp" in said
    assert "detection/iou  1/10" in said


def test_each_id_that_was_collected_can_be_run_back(work, tried, answer):
    # As editors do: from elsewhere, with the root named, an id at a time.
    answer(example("wrong", "iou_without_clamp"))
    _, said = tried("--rootdir", work, "--collect-only", "-q", work / "katas/detection", cwd=work.parent)
    found = [line for line in said.splitlines() if f"{IOU}::" in line]

    codes = {
        name.rpartition("::")[2]: tried("--rootdir", work, work / name, cwd=work.parent)[0]
        for name in found[:2]
    }

    assert [0, 1] == list(codes.values())
    assert 10 == len(found)


@pytest.mark.parametrize("style", ["long", "line", "native"])
def test_no_style_of_traceback_shows_a_frame_of_ours(tried, answer, style):
    answer("def iou(a, b):\n    return helper(a)\n\n\ndef helper(a):\n    return a[9]\n")

    code, said = tried(f"--tb={style}", f"{IOU}::agrees_on_ordinary_input", "-vv")

    assert 1 == code
    assert [] == [word for word in OURS if word in said]
    assert ("iou.py, line 6, in helper" in said) is (style != "line")
    assert (f"\n{IOU}:1: raised: " in said) is (style == "line")


@pytest.mark.parametrize("named", [IOU, f"{IOU}::is_symmetric"], ids=["all", "one that was not judged"])
def test_a_file_that_does_not_load_fails_once_with_its_line_and_a_caret(tried, answer, named):
    answer(SYNTAX)

    code, said = tried("-rs", named)

    assert 1 == code
    assert "1 failed" in said
    assert (
        "iou.py, line 1: SyntaxError: expected ':'\n        def iou(a, b)\n                     ^\n" in said
    )
    assert (": nothing loaded" in said) is (named == IOU)


def test_an_answer_that_never_ends_is_ended_and_what_follows_is_skipped(tried, answer):
    answer("def iou(a, b):\n    while True:\n        pass\n")

    code, said = tried("-rs", IOU)

    assert 1 == code
    assert "Is there a loop that" in said
    assert "not judged after keeps_its_contract: timeout" in said


def test_an_answer_that_ends_python_does_not_end_pytest(tried, answer):
    answer("import os\n\n\ndef iou(a, b):\n    os._exit(0)\n")
    answer(example("right", "nms"), "katas/detection/nms.py")

    code, said = tried("katas/detection")

    assert 1 == code
    assert "ended the whole Python process" in said
    assert re.search(r"^detection/nms +10/10$", said, re.MULTILINE)


def test_what_was_printed_is_shown_once_and_obeyed_by_nothing(work, tried, answer):
    answer("print('hello\\x1b[2J\\0')\n\n\ndef iou(a, b):\n    raise ValueError('\\x1b]0;\\a')\n")

    _, said = tried(IOU, "--junitxml", "report.xml", "-o", "junit_logging=all")

    assert 1 == said.count("Captured stdout")
    assert r"hello\x1b[2J\x00" in said
    assert "\x1b" not in said
    page = (work / "report.xml").read_text("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]|#x1B", page)
    assert r"hello\x1b[2J\x00" in page


def test_points_are_handed_on_to_other_programs(work, tried, answer):
    answer(WRONG)

    tried(IOU, "-p", "no:terminal", "--junitxml", "report.xml")

    (case,) = [
        case
        for case in ElementTree.parse(work / "report.xml").iter("testcase")
        if case.get("name") == "agrees_on_ordinary_input"
    ]
    told = {each.get("name"): each.get("value") for each in case.iter("property")}
    assert ("detection/iou", "0", "6") == (told["kata"], told["points"], told["max_points"])
    assert "wrong: Gives the right answer on ordinary input." == case.find("failure").get("message")


def test_the_usual_options_choose_among_properties(tried, answer):
    answer(WRONG)

    assert "1 failed" in tried("-x", IOU)[1]
    chosen = tried("--lf", "-rA", "katas")[1]
    assert "1 failed" in chosen
    assert " passed" not in chosen
    assert "9 deselected" in tried("-k", "is_symmetric", IOU)[1]


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


def test_a_fault_of_the_grader_is_an_error_and_the_next_kata_is_judged(work, tried, answer):
    (work / "conftest.py").write_text(NO_BANK)
    answer(example("right", "iou"))
    answer(example("right", "nms"), "katas/detection/nms.py")

    code, said = tried("katas/detection", "-rs")

    assert 1 == code
    assert "1 error" in said
    assert "failed" not in said.replace("The grader failed", "").replace("grader failed", "")
    assert "The grader failed, not you: nothing is lost." in said
    assert "BankError: iou.bank.json is missing." in " ".join(said.split())
    assert [] == [word for word in OURS if word in said]
    assert ["detection/nms"] == list(read(work).katas)


def test_a_lower_level_is_said(work, tried, answer):
    (work / "conftest.py").write_text(
        "from gradkata.isolation import selftest\nselftest.highest_level = lambda: 'subprocess'\n"
    )
    answer(WRONG)

    assert 1 == tried("katas")[1].count("Judged at level `subprocess`")


def test_digits_are_those_of_kata_check(work, entry, tried, answer):
    # With other kernels of NumPy the last digit of this one comes out otherwise.
    file = "katas/sequences/lstm_step.py"
    answer((ROOT / "tests/judging/blind/lstm_step/wrong_01.py").read_text("utf-8"), file)

    _, checked = python("-m", "gradkata.cli", "check", "lstm_step", cwd=work, entry=entry)
    _, said = tried(f"{file}::agrees_on_ordinary_input")

    facts = re.search(r"\n    called .*?\n    expected .*?\n\n", checked, re.DOTALL)[0]
    assert facts in said


def test_a_project_that_makes_errors_of_warnings_judges_alike(tried, answer):
    answer(example("right", "iou"))

    assert 0 == tried("-W", "error", IOU)[0]


def test_two_students_katas_are_told_apart(work, tried, answer):
    answer(example("right", "iou"))
    other = work / "hers" / IOU
    other.parent.mkdir(parents=True)
    other.write_text(WRONG)
    (work / "hers" / "katas" / "syllabus.toml").write_text("[[chapter]]\nkatas = ['detection/iou']\n")

    _, said = tried(".")

    assert re.search(rf"^{IOU} +10/10$", said, re.MULTILINE)
    assert re.search(rf"^hers/{IOU} +1/10$", said, re.MULTILINE)
    assert {"detection/iou": 1} == {slug: each.score for slug, each in read(work / "hers").katas.items()}


def test_several_workers_judge_alike(tried, answer):
    pytest.importorskip("xdist")
    answer(example("wrong", "iou_without_clamp"))

    code, said = tried("-n", "2", "katas/detection")

    assert 1 == code
    assert "4 failed" in said
    assert 1 == len(re.findall(r"^detection/iou +1/10$", said, re.MULTILINE))
