"""The configuration that an nbgrader course needs in its `nbgrader_config.py`."""

from pathlib import Path
from typing import Any

NAME = "nbgrader_config.py"

_CALL = "from gradkata.notebook import configure"
_LINES = f"""\
{_CALL}  # katas are judged in a sandbox; no kernel runs them

configure(c)
"""
_WHOLE = """\
c = get_config()

c.CourseDirectory.course_id = {course!r}

{lines}"""
_PACKAGE = "gradkata.notebook"
_REPLACEMENTS = {"Execute": "JudgeKatas", "SaveAutoGrades": "SaveGrades"}
# nbgrader's own steps that `RestoreCells` makes unnecessary.
_UNNECESSARY = ("OverwriteCells", "OverwriteKernelspec", "CheckCellMetadata")


def configure(config: Any) -> None:
    """Make `nbgrader autograde` judge katas in the sandbox; the rest of nbgrader is unchanged.

    ``config`` is the ``c`` of `nbgrader_config.py`.  Lists of preprocessors that are set above this call are kept;
    gradkata's preprocessors are inserted into them.
    """
    from nbgrader.converters import Autograde

    autograde = config.Autograde
    autograde.exporter_class = f"{_PACKAGE}.exporter.SubmissionExporter"
    # First, because nbgrader stops at invalid metadata in a student's notebook.
    autograde.sanitize_preprocessors = [
        f"{_PACKAGE}.restoring.RestoreCells",
        *_preprocessors(autograde, Autograde, "sanitize_preprocessors"),
    ]
    autograde.autograde_preprocessors = [
        f"{_PACKAGE}.preprocessor.{_REPLACEMENTS[_name(step)]}" if _name(step) in _REPLACEMENTS else step
        for step in _preprocessors(autograde, Autograde, "autograde_preprocessors")
    ]
    filters = {"markdown2html": f"{_PACKAGE}.safe_markdown.SafeMarkdown"}
    config.HTMLExporter.filters = {**filters, **_mapping(config.HTMLExporter.get("filters"))}


def write(course: Path) -> str | None:
    """Write the configuration of a course if it has none; otherwise return the lines that it lacks, if any.

    Raises:
        OSError: if it cannot be read or written.
    """
    path = course / NAME
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_WHOLE.format(course=course.resolve().name, lines=_LINES))
    except FileExistsError:
        return None if _CALL in path.read_text("utf-8", "replace") else _LINES
    return None


def _preprocessors(section: Any, converter: Any, name: str) -> list[Any]:
    """The preprocessors that the course has set, or nbgrader's defaults that are still necessary."""
    found = section.get(name)
    if isinstance(found, list):
        return [*found]
    return [each for each in getattr(converter, name).default() if _name(each) not in _UNNECESSARY]


def _mapping(found: Any) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _name(step: Any) -> str:
    """The name of a preprocessor, which may be a class or a dotted path."""
    return str(getattr(step, "__name__", step)).rpartition(".")[2]
