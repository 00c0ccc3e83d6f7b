"""`kata stats`: the mistakes of a graded class, and drafts of misconceptions for those without a name."""

import contextlib
import io
import json
import re
import shutil
import sqlite3

import pytest

from gradkata import Kata
from gradkata.catalog import Catalog
from gradkata.classroom import ledger
from gradkata.classroom.course_banks import bank_of_run
from gradkata.cli import main
from gradkata.drawing.bank import load
from gradkata.isolation.selftest import highest_level
from tests.classroom.grading import RIGHT, WRONG, grade, hand_in

pytestmark = pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")

IOU = """
import numpy as np

def iou(a, b):
    w = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    s = w * h
    u = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - s
    return {}
"""
EVE = "eve \x1b[2J"
HOSTILE = 'no\\r    import os\\x1b[2J\\u2028\\u202e """'
RAISES = "def iou(a, b):\n    raise ValueError('{}')\n"
CLASS = {
    "ana": RIGHT,
    "ben": WRONG,
    # The same behaviour of different code: three students in one group.
    "cem": IOU.format("np.sqrt(s / u) if u > 0 else 0.0"),
    "dan": IOU.format("(s / u) ** 0.5 if u > 0 else 0.0"),
    "fay": IOU.format("(s / u if u > 0 else 0.0) ** 0.5  # three"),
    # Equal reports of different behaviours.
    "gus": IOU.format("s / u if u > 0 else 1.0"),
    "hal": IOU.format("s / u if u > 0 else float(a[0] == b[0])"),
    # The same exception with another text.
    EVE: RAISES.format(HOSTILE),
    "ida": RAISES.format("nothing"),
    "jim": "import random\ndef iou(a, b):\n    return random.random()\n",
    "kim": "def iou(a, b:\n    return 1\n",
    "lea": "def iou(a, b):\n    raise NotImplementedError\n",
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The results of a class, which no test changes."""
    folder = tmp_path_factory.mktemp("class")
    grade(hand_in(folder / "submissions", **CLASS), "--out", folder / "graded")
    return folder / "graded"


@pytest.fixture
def stats(graded, capsys):
    """Run the command in this process; return its exit code, its output and its errors."""

    def run(*arguments, results=graded):
        code = main(["stats", str(results), *arguments])
        return code, *capsys.readouterr()

    return run


@pytest.fixture(scope="module")
def found(graded):
    """The statistics of the class as data, with the students."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        assert main(["stats", str(graded), "--json", "--students"]) == 0
    return json.loads(output.getvalue())


def test_what_was_handed_in_is_counted_by_outcome(found):
    assert (found["kata"], found["submissions"], found["right"], found["wrong"]) == (
        "detection/iou",
        12,
        1,
        9,
    )
    assert found["outcomes"]["not-loaded"] == found["outcomes"]["not-implemented"] == 1


def test_named_mistakes_are_counted(found):
    assert [(each["name"], each["students"]) for each in found["mistakes"]] == [("forgets_to_clamp", ["ben"])]


def test_answers_are_in_one_group_exactly_if_they_behave_the_same(found):
    groups = [each["students"] for each in found["unmatched"]]

    assert groups[:2] == [["cem", "dan", "fay"], [EVE, "ida"]]
    assert sorted(groups[2:]) == [["gus"], ["hal"]]


def test_reports_alone_would_not_separate_these_answers(graded):
    lines = (graded / "results.jsonl").read_text("utf-8").splitlines()
    reports = {each["student"]: each["properties"] for each in map(json.loads, lines)}

    assert reports["gus"] == reports["hal"]


def test_an_answer_that_differs_from_call_to_call_is_in_no_group(found):
    assert found["not_compared"] == {"count": 1, "students": ["jim"]}


def test_a_group_has_its_counterexample_and_wrong_calls(found):
    group = found["unmatched"][0]

    assert (group["count"], group["outcome"]) == (3, "wrong")
    shown = group["counterexample"]
    assert shown["calls"][-1]["returned"] == pytest.approx(shown["expected"] ** 0.5)
    assert 0 < group["wrong_calls"] < group["calls"]
    for each in group["examples"]:
        assert each["calls"][-1]["returned"] == pytest.approx(each["expected"] ** 0.5)


def test_a_draft_is_a_misconception_of_the_kata(found):
    for group in found["unmatched"]:
        kata = Kata("iou(a: (4), b: (4)) -> ()")
        exec(group["draft"], {"kata": kata})

        assert [each.name for each in kata.misconceptions] == ["name_me"]
        assert kata.misconceptions[0].message.startswith("You ... ")


def test_the_comments_of_a_draft_show_calls_that_are_answered_wrongly(found):
    draft = found["unmatched"][0]["draft"]
    shown = re.findall(r"# iou\(a=(.*), b=(.*)\)\n#   returned (.*)\n#   expected (.*)\n", draft)

    assert len(shown) == 3
    for _, _, got, expected in shown:
        assert float(got) == pytest.approx(float(expected) ** 0.5)


def test_what_a_student_wrote_stays_in_its_comment(found):
    draft = found["unmatched"][1]["draft"]

    assert r"#   raised   ValueError: no\r    import os\x1b[2J\u2028\u202e" in draft
    assert [each for each in draft if not each.isprintable() and each != "\n"] == []


def test_the_text_obeys_no_control_character(stats):
    _, output, _ = stats("--students")

    assert r"eve \x1b[2J, ida" in output
    assert [each for each in output if not each.isprintable() and each != "\n"] == []


def test_the_text_fits_on_a_screen_and_names_no_student(stats, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")

    code, output, errors = stats()

    assert (code, errors) == (0, "")
    assert max(map(len, output.splitlines())) <= 100
    assert "12 submissions: 1 right, 9 wrong, 1 not begun, 1 not loaded." in output
    assert "Wrong answers that match no mistake: 8, in 4 groups of equal behaviour" in output
    assert "1. 3 students: wrong value" in output
    assert "1 of them is in no group" in output
    assert [name for name in CLASS if re.search(rf"\b{re.escape(name)}\b", output)] == []


def test_without_its_option_the_data_names_no_student(stats):
    _, output, _ = stats("--json")

    assert '"students"' not in output
    assert [name for name in CLASS if f'"{name}' in output or f"{name}.py" in output] == []


def test_the_bank_of_a_run_is_found_after_the_results_were_moved(tmp_path):
    catalog, slug = Catalog(), "detection/iou"
    public = catalog.bank(slug)
    own = tmp_path / "moved" / "banks" / "detection" / "iou.bank.json"
    own.parent.mkdir(parents=True)
    digest = load(public).digest
    own.write_text(public.read_text("utf-8").replace(digest, "0" * 12), "utf-8")

    gone = str(tmp_path / "gone" / "iou.bank.json")
    assert bank_of_run(catalog, slug, tmp_path / "moved", gone, "0" * 12) == own
    assert bank_of_run(catalog, slug, tmp_path / "moved", gone, digest) == public
    assert bank_of_run(catalog, slug, tmp_path / "moved", gone, "1" * 12) is None


def test_if_the_bank_has_changed_the_command_says_so(graded, stats, tmp_path):
    results = tmp_path / "graded"
    shutil.copytree(graded, results)
    digest = load(Catalog().bank("detection/iou")).digest
    with contextlib.closing(sqlite3.connect(results / ledger.FILE)) as db, db:
        db.execute("UPDATE verdict SET report = replace(report, ?, '000000000000')", (digest,))

    code, output, errors = stats("--json", results=results)

    assert code == 0
    assert "compared on the present public bank" in errors
    assert [each["count"] for each in json.loads(output)["unmatched"]] == [3, 2, 1, 1]


@pytest.mark.parametrize("content", [(), ("results.jsonl",)])
def test_a_folder_without_results_is_named(stats, tmp_path, content):
    for name in content:
        (tmp_path / name).touch()

    code, output, errors = stats(results=tmp_path)

    assert (code, output) == (2, "")
    assert (
        errors
        == f"kata: {tmp_path} has no results. Name the folder that was given to `kata grade` as --out.\n"
    )
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(content)


def test_a_run_that_was_stopped_before_its_end_has_no_results(stats, tmp_path):
    with ledger.opened(tmp_path):
        pass

    code, _, errors = stats(results=tmp_path)

    assert code == 2
    assert "no run of `kata grade` has come to its end there" in errors


def test_a_kata_can_be_chosen_by_its_short_name(stats):
    code, output, _ = stats("--json", "--kata", "iou")

    assert (code, json.loads(output)["kata"]) == (0, "detection/iou")


def test_a_kata_that_was_not_graded_is_named(graded, stats):
    code, output, errors = stats("--kata", "nms")

    assert (code, output) == (2, "")
    assert errors == f"kata: {graded} has no results for detection/nms. Its katas are detection/iou.\n"
