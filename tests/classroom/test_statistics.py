"""What the reports of a class say about a kata: which properties separate students, and which mistakes occur."""

import pytest

from gradkata.classroom.statistics import Separation, statistics


def report(outcome="wrong", mistake=None, **properties):
    """A report with the outcome of each property."""
    return {
        "outcome": outcome,
        "misconception": mistake
        and {"name": mistake, "title": mistake, "message": "You do so.", "convention": None},
        "properties": [
            {"name": name, "claim": f"It holds: {name}.", "outcome": each}
            for name, each in properties.items()
        ],
    }


def counted(*found):
    """The number of failures, the separation and the equal property of each property."""
    students = [(f"student {number}", each) for number, each in enumerate(found)]
    return {
        each.name: (each.failed, each.separation, each.same_as)
        for each in statistics("detection/iou", students).properties
    }


def test_properties_that_separate_nobody_are_marked():
    found = counted(
        report(core="wrong", edge="passed", scale="wrong"),
        report("passed", core="wrong", edge="passed", scale="passed"),
    )

    assert found == {
        "core": (2, Separation.FAILED_BY_ALL, None),
        "edge": (0, Separation.NEVER_FAILED, None),
        "scale": (1, None, None),
    }


def test_of_properties_that_the_same_students_failed_the_first_separates_them():
    found = counted(
        report(core="wrong", edge="raised", scale="passed", twin="passed"),
        report(core="passed", edge="passed", scale="wrong", twin="wrong"),
        report("passed", core="passed", edge="passed", scale="passed", twin="passed"),
    )

    assert found == {
        "core": (1, None, None),
        "edge": (1, Separation.SAME_STUDENTS, "core"),
        "scale": (1, None, None),
        "twin": (1, Separation.SAME_STUDENTS, "scale"),
    }


@pytest.mark.parametrize("outcome", ["not-implemented", "not-loaded"])
def test_an_answer_that_never_ran_failed_no_property(outcome):
    found = counted(report("passed", core="passed"), report(outcome, core=outcome))

    assert found == {"core": (0, Separation.NEVER_FAILED, None)}


def test_an_answer_that_ended_early_is_not_compared_with_fully_judged_ones():
    found = statistics(
        "detection/iou",
        [
            ("ana", report("passed", core="passed")),
            ("ben", report("timeout", core="timeout", edge="skipped")),
        ],
    )

    assert (found.judged_on_all, found.wrong) == (1, 1)
    assert [each.failed for each in found.properties] == [0]


def test_named_mistakes_are_listed_from_the_most_frequent():
    found = statistics(
        "detection/iou",
        [
            ("ana", report(mistake="rounds", core="wrong")),
            ("ben", report(mistake="clamps", core="wrong")),
            ("cem", report(mistake="clamps", core="wrong")),
            ("dan", report(core="wrong")),
            ("eve", report("passed", core="passed")),
        ],
    )

    assert [(each.diagnosis["name"], each.students) for each in found.mistakes] == [
        ("clamps", ("ben", "cem")),
        ("rounds", ("ana",)),
    ]
    assert [student for student, _ in found.unmatched] == ["dan"]


def test_every_submission_is_counted_once():
    found = statistics(
        "detection/iou",
        [
            ("ana", report("passed", core="passed")),
            ("ben", report("raised", core="raised")),
            ("cem", report("not-implemented", core="not-implemented")),
            ("dan", None),
        ],
        unreadable=2,
    )

    assert found.outcomes == {
        "passed": 1, "raised": 1, "not-implemented": 1, "not-loaded": 2, "grader-error": 1,
    }  # fmt: skip
    assert (found.submissions, found.right, found.wrong) == (6, 1, 1)
