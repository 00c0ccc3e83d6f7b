"""The statistics of a kata as a terminal shows them."""

from gradkata.classroom.drafts import Draft
from gradkata.classroom.outputs.statistics_text import MOST_SINGLES, text
from gradkata.classroom.statistics import statistics
from gradkata.reports.palette import Look

CLAIM = "Zoë’s box scores 1."
FAILED = {
    "name": "zoe",
    "claim": CLAIM,
    "outcome": "wrong",
    "points": 0,
    "max_points": 1,
    "counterexample": {
        "calls": [{"call": "iou(a=[1.], b=[2.])", "arguments": {}, "returned": 0.5}],
        "expected": 0.25,
        "relation": None,
        "printed": "",
    },
    "message": "It is twice as much.",
}
REPORT = {"kata": "detection/iou", "outcome": "wrong", "misconception": None, "properties": [FAILED]}
CODE = "# iou(a=[1.], b=[2.])\n#   returned '→'\n@kata.misconception\n"


def shown(*sizes, look=None, incomparable=(), **options):
    """The text on groups of these sizes."""
    names = [[f"s{number}-{each}" for each in range(size)] for number, size in enumerate(sizes)]
    drafts = [Draft(tuple(group), REPORT, FAILED, 3, 9, (), CODE) for group in names]
    students = [*[name for group in names for name in group], *incomparable]
    found = statistics("detection/iou", [(name, REPORT) for name in students])
    return text(found, drafts, incomparable, look or Look(), **options)


def test_a_group_has_its_size_its_counterexample_and_its_draft():
    output = shown(2, 1)

    first, second = output.index("  1. 2 students: wrong value"), output.index("  2. 1 student: wrong value")
    assert "Wrong on 3 of 9 calls of the bank; fails first: Zoë’s" in output[first:second]
    assert "    returned  0.5\n    expected  0.25\n\n    It is twice as much.\n" in output[first:second]
    assert f"\n{CODE}" in output[first:second]


def test_of_many_groups_of_one_student_the_first_are_shown_and_the_others_counted():
    output = shown(2, *[1] * (MOST_SINGLES + 3))

    assert output.count("@kata.misconception") == 1 + MOST_SINGLES
    assert "3 more groups of one student; `--json` has all." in output


def test_a_stream_without_unicode_gets_text_that_it_can_write():
    output = shown(2, look=Look(encoding="ascii"))

    assert output.isascii()
    assert "#   returned '->'" in output


def test_a_name_cannot_forge_a_line():
    output = shown(1, incomparable=("ana\n  1. 40 students",), with_students=True)

    assert r"ana\n  1. 40 students" in output
    assert "\n  1. 40 students" not in output


def test_a_narrow_terminal_gets_narrow_prose():
    output = shown(2, look=Look(width=40))

    prose = [line for line in output.splitlines() if not line.startswith(("#", "@"))]
    assert max(map(len, prose)) <= 40
