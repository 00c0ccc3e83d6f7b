"""`kata check`, in its own process, as a shell starts it."""

import json
import re
import zipfile

import pytest
from checking import RIGHT, ROOT, WRONG, checked, kata

from gradkata.catalog import Catalog
from gradkata.isolation.selftest import highest_level
from gradkata.judging.report import grader_error
from gradkata.submissions.files import ACCEPTED
from gradkata.workspace.progress import content_of, read, record

REPORT = [
    "schema", "student", "kata", "outcome", "score", "max_score", "properties", "misconception", "notes",
    "printed", "versions", "seed", "sandbox", "seconds",
]  # fmt: skip
JUDGED = ["name", "claim", "outcome", "points", "max_points"]
confined = pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")


@pytest.fixture
def work(tmp_path):
    """A student's workspace with all stubs, as `kata init` writes it."""
    assert kata("init", "work", cwd=tmp_path)[0] == 0
    return tmp_path / "work"


def answer(work, source=WRONG, slug="detection/iou"):
    """Put an answer where the stub is."""
    (work / "katas" / f"{slug}.py").write_text(source, "utf-8")


def right(name):
    return RIGHT[name].read_text("utf-8")


def test_all_points_end_with_0(work):
    answer(work, right("iou"))

    code, output, errors = kata("check", "iou", cwd=work)

    assert (0, "") == (code, errors)
    assert "10/10" in output.replace(" ", "")


def test_lost_points_end_with_1_and_are_shown(work):
    answer(work)

    code, output, _ = kata("check", "iou", cwd=work)

    assert code == 1
    assert "iou(a=" in output
    assert "0.5" in output


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["iuo"], "There is no kata called 'iuo'. Did you mean iou?"),
        (["detection/mns"], "There is no kata called 'detection/mns'. Did you mean nms or mse?"),
        (["perceptron"], "'perceptron' is a chapter. Name one of its katas: weighted_sum, threshold_unit, "),
        (["qqqqqq"], "There is no kata called 'qqqqqq'. `kata list` shows all katas."),
        ([], "No kata is begun yet. Edit a file in `katas/`, or name a kata: `kata check iou`."),
        (["iou", "--submission", "gone.py"], "gone.py does not exist."),
        (["--sandbox", "chroot"], "'chroot'"),
        (["iou", "--jsn"], "--jsn"),
    ],
    ids=[
        "a slip",
        "a slip in a slug",
        "a chapter",
        "no kata at all",
        "nothing begun",
        "no file",
        "level",
        "option",
    ],
)
def test_an_invalid_command_ends_with_2_and_one_sentence(work, argv, sentence):
    code, output, errors = kata("check", *argv, cwd=work)

    assert (2, "") == (code, output)
    assert sentence in errors
    assert errors.startswith("kata: ")
    assert errors.count("\n") == 1


def test_a_missing_answer_file_is_reported_with_the_remedy(work):
    (work / "katas" / "detection" / "iou.py").unlink()

    code, _, errors = kata("check", "iou", cwd=work)

    assert code == 2
    assert "iou.py does not exist. `kata init` puts missing stubs back." in errors


def test_outside_a_workspace_the_message_says_how_to_create_one(tmp_path):
    assert (
        2,
        "",
        "kata: There is no folder `katas/` of your own here. `kata init work` makes one.\n",
    ) == kata("check", "iou", cwd=tmp_path)


def test_the_installed_originals_are_never_judged():
    for place in (ROOT, ROOT / "katas", ROOT / "katas" / "detection"):
        code, output, errors = kata("check", "iou", cwd=place)

        assert (2, "") == (code, output)
        assert "This folder is a collection." in errors


def test_each_report_is_a_line_with_exactly_the_keys_of_the_contract(work):
    answer(work, right("iou"))
    answer(work, "def nms(boxes, scores, score_threshold, iou_threshold):\n    return [0]\n", "detection/nms")

    code, reports = checked(cwd=work)

    assert code == 1
    assert ["detection/iou", "detection/nms"] == [report["kata"] for report in reports]
    for report in reports:
        assert REPORT == list(report)
        assert ["python", "numpy", "gradkata", "bank"] == list(report["versions"])
        for each in report["properties"]:
            failed = each["outcome"] not in ("passed", "skipped")
            assert JUDGED + ["counterexample", "message"] * failed == list(each)
            if failed and each["counterexample"] is not None:
                assert {"calls", "expected", "relation", "printed"} == set(each["counterexample"])
                for call in each["counterexample"]["calls"]:
                    assert {"call", "arguments", "returned"} == set(call)
    assert (2, None, 10) == (reports[0]["schema"], reports[0]["student"], reports[0]["score"])


def test_a_grader_error_has_the_keys_of_the_contract_too():
    assert REPORT == list(grader_error("detection/iou", "It failed.", "kernel"))


def test_a_known_mistake_and_a_convention_are_named(work):
    # As COCO reads a box: corner and sides.
    answer(
        work,
        "def iou(a, b):\n"
        "    w = max(min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0]), 0)\n"
        "    h = max(min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]), 0)\n"
        "    union = a[2] * a[3] + b[2] * b[3] - w * h\n"
        "    return w * h / union if union else 0.0\n",
    )

    _, (report,) = checked("iou", cwd=work)

    assert list(report["misconception"]) == ["name", "title", "message", "convention", "strength", "second"]
    assert report["misconception"]["strength"] == "exactly"
    assert "COCO" in report["misconception"]["convention"]


def test_without_a_name_all_that_was_begun_is_judged_in_the_order_of_the_syllabus(work):
    for name in ("bleu", "iou"):
        (slug,) = [slug for slug in Catalog().slugs if slug.endswith(f"/{name}")]
        answer(work, right(name), slug)

    code, reports = checked(cwd=work)

    begun = [slug for slug in Catalog().slugs if slug.split("/")[1] in ("bleu", "iou")]
    assert (0, begun) == (code, [report["kata"] for report in reports])


def test_several_katas_are_shown_as_a_table_and_the_first_wrong_one_in_full(work):
    answer(work, right("iou"))
    answer(work, "def nms(boxes, scores, threshold):\n    return []\n", "detection/nms")
    answer(work, "def bleu(candidate, references):\n    return 0.5\n", "decoding/bleu")

    code, output, _ = kata("check", cwd=work)
    rows, *rest = output.split("\n\n")

    assert 1 == code
    assert ["✓ detection/iou", "✗ detection/nms", "✗ decoding/bleu"] == [
        " ".join(line.split()[:2]) for line in rows.splitlines()
    ]
    assert 1 == sum(block.startswith("detection/nms ") for block in rest)
    assert not any(block.startswith(("detection/iou ", "decoding/bleu ")) for block in rest)
    assert "1 of 3 katas have all their points" in rest[-1]
    assert "`kata check bleu` shows the other one in full." in " ".join(rest[-1].split())


def test_several_right_answers_are_a_table_alone(work):
    for name, slug in (("iou", "detection/iou"), ("nms", "detection/nms")):
        answer(work, right(name), slug)

    code, output, _ = kata("check", "iou", "nms", cwd=work)

    assert 0 == code
    assert ["✓", "✓", "2"] == [line.split()[0] for line in output.splitlines() if line]


def test_the_answers_of_a_submission_that_are_not_shown_are_named_with_its_path(tmp_path):
    path = tmp_path / "her answers.py"
    path.write_text("def iou(a, b):\n    return 0.5\n\n\ndef nms(boxes, scores, threshold):\n    return []\n")

    _, output, _ = kata("check", "--submission", path, cwd=tmp_path)

    assert f"`kata check nms --submission '{path}'`" in " ".join(output.split())


def test_a_kata_that_is_named_twice_is_judged_once(work):
    answer(work)

    _, reports = checked("iou", "detection/iou", cwd=work)

    assert 1 == len(reports)


def test_a_stub_is_not_begun_and_has_no_misconception(work):
    code, (report,) = checked("iou", cwd=work)
    _, output, _ = kata("check", "iou", cwd=work)

    assert (1, "not-implemented", 0) == (code, report["outcome"], report["score"])
    assert report["misconception"] is None
    assert "not begun" in output


def test_the_workspace_is_found_from_a_folder_below_it(work):
    answer(work, right("iou"))

    assert 0 == checked("iou", cwd=work / "katas" / "detection")[0]


def test_progress_is_recorded_and_never_gets_worse(work):
    answer(work, right("iou"))
    kata("check", "iou", cwd=work)
    answer(work)
    kata("check", "iou", cwd=work)

    reached = read(work).katas
    assert {"detection/iou": (10, 10)} == {slug: (r.score, r.max_score) for slug, r in reached.items()}


def test_what_was_found_is_recorded_for_the_last_hint(work):
    answer(work, (ROOT / "examples" / "wrong" / "iou_without_clamp.py").read_text())
    kata("check", "iou", cwd=work)

    found = read(work).checked["detection/iou"]

    file = work / "katas" / "detection" / "iou.py"
    assert found == (
        content_of(file.read_bytes()),
        "agrees_on_ordinary_input",
        "forgets_to_clamp",
        "forgets to clamp",
    )


WITHOUT_A_BANK = """
import sys
from gradkata.cli import main
from gradkata.drawing.bank import BankError
from gradkata.judging import exercises

usual = exercises.load_bank

def load(path):
    if path.name == "iou.bank.json":
        raise BankError("iou.bank.json is missing.")
    return usual(path)

exercises.load_bank = load
sys.exit(main(["check", "--json", "iou", "nms"]))
"""


def test_a_grader_error_ends_with_3_and_the_next_kata_is_judged_and_recorded(work, tmp_path):
    answer(work, right("iou"))
    answer(work, right("nms"), "detection/nms")
    script = tmp_path / "without_a_bank.py"
    script.write_text(WITHOUT_A_BANK)

    code, reports = checked(cwd=work, command=[script])

    assert (3, ["grader-error", "passed"]) == (code, [report["outcome"] for report in reports])
    assert ["BankError: iou.bank.json is missing."] == reports[0]["notes"]
    assert ["detection/nms"] == list(read(work).katas)


def test_a_submitted_file_is_judged_by_the_functions_it_defines(tmp_path):
    path = tmp_path / "answers.py"
    path.write_text(right("iou") + "\n\n" + right("nms"))

    code, reports = checked("--submission", path, cwd=tmp_path)

    assert (0, ["detection/iou", "detection/nms"]) == (code, [report["kata"] for report in reports])


def test_a_submitted_file_is_judged_on_the_kata_that_was_named(tmp_path):
    path = tmp_path / "answers.py"
    path.write_text(right("iou") + "\n\n" + right("nms"))

    _, (report,) = checked("nms", "--submission", path, cwd=tmp_path)

    assert ("detection/nms", 10) == (report["kata"], report["score"])


def test_a_submitted_file_without_a_katas_function_is_judged_by_its_name(tmp_path):
    path = tmp_path / "iou.py"
    path.write_text("def IoU(a, b):\n    return 0.0\n")

    code, (report,) = checked("--submission", path, cwd=tmp_path)

    assert (1, "detection/iou", "not-loaded") == (code, report["kata"], report["outcome"])


@pytest.mark.parametrize("below", ["", "katas"])
def test_a_submitted_folder_mirrors_katas(tmp_path, below):
    for name, slug in (("iou", "detection/iou"), ("bleu", "decoding/bleu")):
        path = tmp_path / "hers" / below / f"{slug}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(right(name))

    code, reports = checked("--submission", tmp_path / "hers", cwd=tmp_path)

    assert 0 == code
    assert {"detection/iou", "decoding/bleu"} == {report["kata"] for report in reports}


@pytest.mark.parametrize(
    ("file", "names", "sentence"),
    [
        ("answers.txt", [], f"answers.txt cannot be judged. {ACCEPTED}"),
        ("answers.ipynb", [], "answers.ipynb is damaged: it is not valid JSON. Save it again."),
        (
            "other.py",
            [],
            "other.py defines no function of a kata. Give the function the name of the kata.",
        ),
        ("hers/notes.txt", [], f"hers holds no .py file and no notebook. {ACCEPTED}"),
        ("hers/katas/detection/iou.py", ["nms"], "hers holds no answer to detection/nms."),
    ],
    ids=["another suffix", "no notebook", "no kata's function", "no kata in the folder", "not that kata"],
)
def test_a_submission_that_cannot_be_judged_ends_with_2(tmp_path, file, names, sentence):
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x = 1\n")

    code, output, errors = kata("check", *names, "--submission", file.split("/")[0], cwd=tmp_path)

    assert (2, "", f"kata: {sentence}\n") == (code, output, errors)


def test_a_submission_does_not_count_as_progress(work):
    path = work / "katas" / "detection" / "iou.py"
    answer(work, right("iou"))

    checked("--submission", path, cwd=work)

    assert {} == read(work).katas


@confined
def test_the_kernel_level_is_the_default(work):
    answer(work, right("iou"))

    _, (report,) = checked("iou", cwd=work)

    assert ("kernel", []) == (report["sandbox"], report["notes"])


@pytest.mark.parametrize(
    ("options", "level"),
    [
        (["--in-process"], "in-process"),
        (["--sandbox", "in-process"], "in-process"),
        (["--sandbox", "subprocess"], "subprocess"),
    ],
    ids=["in-process", "level in-process", "level subprocess"],
)
def test_a_lower_level_is_stamped_with_a_note(work, options, level):
    answer(work, right("iou"))

    code, (report,) = checked("iou", *options, cwd=work)

    assert (0, level) == (code, report["sandbox"])
    (note,) = report["notes"]
    assert f"Judged at level `{level}`" in note
    assert "own code only" in note


@confined
def test_levels_differ_only_in_the_stamp(work):
    answer(work)
    blank = {"sandbox": "", "notes": [], "seconds": 0}

    confined_one, inside = (checked("iou", *options, cwd=work)[1][0] for options in ((), ("--in-process",)))

    assert {**confined_one, **blank} == {**inside, **blank}


def test_in_process_a_debugger_stops_in_the_students_own_line(work):
    line = "print('here', __import__('sys')._getframe().f_code.co_filename)"
    answer(work, f"def iou(a, b):\n    {line}\n    return 0.5\n")

    code, output, _ = kata("check", "iou", "--in-process", cwd=work)

    assert code == 1
    assert re.search(r"^here .*iou\.py$", output, re.MULTILINE)


def test_a_broken_progress_file_does_not_prevent_judging(work):
    answer(work, right("iou"))
    (work / ".kata").mkdir(exist_ok=True)
    (work / ".kata" / "progress.json").write_text("{")

    code, _, _ = kata("check", "iou", cwd=work)

    assert code == 0
    assert 10 == read(work).katas["detection/iou"].score


def test_a_submitted_notebook_is_judged_and_its_cells_are_named(tmp_path):
    cells = ["%matplotlib inline", right("iou"), "def nms(*boxes):\n    return 1 / 0\n"]
    document = {"cells": [{"cell_type": "code", "source": cell} for cell in cells]}
    (tmp_path / "ps1.ipynb").write_text(json.dumps(document))

    code, reports = checked("--submission", "ps1.ipynb", cwd=tmp_path)

    assert (1, ["passed", "raised"]) == (code, [report["outcome"] for report in reports])
    assert "ps1.ipynb, cell 3, line 2, in nms" in reports[1]["properties"][0]["message"]
    assert "Magics and shell lines are left out: `%matplotlib inline` (cell 1)." in reports[0]["notes"]


def test_a_submitted_zip_is_judged(tmp_path):
    with zipfile.ZipFile(tmp_path / "hers.zip", "w") as archive:
        archive.write(RIGHT["iou"], "hers/detection/iou.py")

    code, (report,) = checked("--submission", "hers.zip", cwd=tmp_path)

    assert (0, "detection/iou", "passed") == (code, report["kata"], report["outcome"])


def test_a_helper_called_as_a_kata_is_not_judged_unless_it_is_named(tmp_path):
    (tmp_path / "nms.py").write_text("def iou(a, b):\n    return 0.0\n\n\n" + right("nms"))

    assert ["detection/nms"] == [
        report["kata"] for report in checked("--submission", "nms.py", cwd=tmp_path)[1]
    ]
    (named,) = checked("iou", "--submission", "nms.py", cwd=tmp_path)[1]
    assert "detection/iou" == named["kata"]


def test_full_points_say_what_is_next(work):
    answer(work, right("iou"))

    _, output, _ = kata("check", "iou", cwd=work)

    assert "Next: `kata show pairwise_iou`." in " ".join(output.split())


def test_a_begun_kata_is_next_after_full_points(work):
    answer(work, right("iou"))
    answer(work, slug="detection/pairwise_iou")

    _, output, _ = kata("check", "iou", cwd=work)

    assert "Next: go on with pairwise_iou, which you have begun." in " ".join(output.split())


def test_an_unfinished_prerequisite_does_not_prevent_judging(work):
    answer(work, right("nms"), "detection/nms")

    assert ("iou",) == Catalog().builds_on("detection/nms")
    assert 0 == kata("check", "nms", cwd=work)[0]
    assert read(work).is_done("detection/nms")


def test_the_check_that_completes_a_chapter_prints_a_closing_message_once(work):
    for slug in ("detection/pairwise_iou", "detection/nms"):
        record(work, slug, 10, 10)
    answer(work, right("iou"))

    first, again = (kata("check", "iou", cwd=work)[1] for _ in range(2))

    assert "Detection is done" in first
    assert all(covered in first for covered in ("Intersection over union", "Non-maximum suppression"))
    assert "Next comes Sequences: `kata show sequence_encode`." in " ".join(first.split())
    assert "Detection is done" not in again


def test_a_chapter_is_not_done_before_its_last_kata(work):
    answer(work, right("iou"))

    assert "is done" not in kata("check", "iou", cwd=work)[1]


def test_the_check_that_completes_all_says_so(work):
    for slug in Catalog().slugs:
        if slug != "detection/iou":
            record(work, slug, 10, 10)
    answer(work, right("iou"))

    _, output, _ = kata("check", "iou", cwd=work)

    assert f"All {len(Catalog().slugs)} katas are done" in output


def test_json_has_no_closing_message(work):
    for slug in ("detection/pairwise_iou", "detection/nms"):
        record(work, slug, 10, 10)
    answer(work, right("iou"))

    assert 1 == len(checked("iou", cwd=work)[1])
