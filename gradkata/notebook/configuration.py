"""What an nbgrader course needs in its `nbgrader_config.py`."""

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
_PLACE = "gradkata.notebook"
_IN_PLACE_OF = {"Execute": "JudgeKatas", "SaveAutoGrades": "SaveGrades"}
# What nbgrader's own would do to a notebook that `RestoreCells` has made so, and that it checks once more.
_DONE_BY_RESTORING = ("OverwriteCells", "OverwriteKernelspec", "CheckCellMetadata")


def configure(config: Any) -> None:
    """Let `nbgrader autograde` judge katas in the sandbox; everything else of nbgrader stays as it is.

    ``config`` is the ``c`` of `nbgrader_config.py`.  Lists of preprocessors that it sets above this call
    are kept, with ours put into them.
    """
    from nbgrader.converters import Autograde

    autograde = config.Autograde
    autograde.exporter_class = f"{_PLACE}.exporter.HandedIn"
    # First, for nbgrader stops at a student's metadata.
    autograde.sanitize_preprocessors = [
        f"{_PLACE}.restoring.RestoreCells",
        *_preprocessors(autograde, Autograde, "sanitize_preprocessors"),
    ]
    autograde.autograde_preprocessors = [
        f"{_PLACE}.preprocessor.{_IN_PLACE_OF[_name(step)]}" if _name(step) in _IN_PLACE_OF else step
        for step in _preprocessors(autograde, Autograde, "autograde_preprocessors")
    ]
    shown = {"markdown2html": f"{_PLACE}.safe_markdown.ShownMarkdown"}
    config.HTMLExporter.filters = {**shown, **_mapping(config.HTMLExporter.get("filters"))}


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
        return None if _CALL in path.read_text("utf-8", "replace") else _LINES
    return None


def _preprocessors(section: Any, converter: Any, name: str) -> list[Any]:
    """Those that a course has set, or nbgrader's own that `RestoreCells` leaves something to do for."""
    found = section.get(name)
    if isinstance(found, list):
        return [*found]
    return [each for each in getattr(converter, name).default() if _name(each) not in _DONE_BY_RESTORING]


def _mapping(found: Any) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _name(step: Any) -> str:
    """What a preprocessor is called, given as a class or by its path."""
    return str(getattr(step, "__name__", step)).rpartition(".")[2]
