"""What `configure` changes in nbgrader's settings, and what it keeps."""

import pytest

pytest.importorskip("nbgrader", reason="nbgrader is not installed (the extra `course`)")

from gradkata.notebook import configure


def steps(**given):
    """The names of the steps of autograding in a course that has set these lists itself."""
    from traitlets.config import Config

    config = Config()
    for name, value in given.items():
        setattr(config.Autograde, name, value)
    configure(config)
    named = ("sanitize_preprocessors", "autograde_preprocessors")
    return [
        [str(getattr(step, "__name__", step)).split(".")[-1] for step in config.Autograde[name]]
        for name in named
    ]


def test_katas_are_judged_instead_of_being_run_in_a_kernel():
    before, then = steps()

    assert ["RestoreCells", "ClearOutput", "DeduplicateIds"] == before
    assert "JudgeKatas" == then[0]
    assert "Execute" not in then
    assert "SaveGrades" in then
    assert "SaveAutoGrades" not in then


def test_preprocessors_that_a_course_has_listed_are_kept():
    before, then = steps(
        sanitize_preprocessors=["nbgrader.preprocessors.OverwriteCells", "course.Own"],
        autograde_preprocessors=["nbgrader.preprocessors.Execute", "course.Marks"],
    )

    assert ["RestoreCells", "OverwriteCells", "Own"] == before
    assert ["JudgeKatas", "Marks"] == then
