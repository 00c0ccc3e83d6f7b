"""What an nbgrader course needs in its `nbgrader_config.py`."""

from pathlib import Path

NAME = "nbgrader_config.py"
PREPROCESSOR = "graders.engine.notebook.preprocessor.JudgeKatas"

_LINES = f"""\
# Katas are judged in a sandbox of their own, and no kernel runs them.
c.Autograde.autograde_preprocessors = [
    "{PREPROCESSOR}",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
"""
_WHOLE = """\
c = get_config()

c.CourseDirectory.course_id = {course!r}

{lines}"""


def write(course: Path) -> str | None:
    """Write the configuration of a course that has none; else the lines that the one there lacks, if any.

    Raises:
        OSError: where it cannot be read or written.
    """
    path = course / NAME
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_WHOLE.format(course=course.resolve().name, lines=_LINES))
    except FileExistsError:
        return None if PREPROCESSOR in path.read_text("utf-8", "replace") else _LINES
    return None
