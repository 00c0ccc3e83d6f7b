"""The answers in notebooks, and those that a run of autograding has still to come to."""

import json
import os
import re
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from graders.engine.notebook.cleaning import clean
from graders.engine.notebook.master import Master
from graders.engine.notebook.restoring import restore
from graders.engine.submissions.extract import Extract, extract
from graders.engine.submissions.files import UnreadableError, read_file
from graders.engine.submissions.submission import Submission
from graders.engine.tree import short_name


def answers(nb: NotebookNode, name: str, katas: Set[str]) -> Extract | str:
    """The answers in a notebook, or why it cannot be read; ``katas`` are all functions of the tree."""
    cells = [{"cell_type": each.cell_type, "source": each.source} for each in nb.cells]
    try:
        return extract(json.dumps({"cells": cells}).encode(), f"{name}.ipynb", katas)
    except UnreadableError as error:
        return str(error)


def coming(
    converter: Any, masters: Mapping[str, Master], katas: Set[str]
) -> Iterator[tuple[str, Submission]]:
    """What an nbgrader converter will have judged, in its order: the kata's slug, and the answer.

    It is read as late as it is asked for.  What cannot be read is left out: the run will say so itself.
    """
    for folder, found in sorted(converter.assignments.items()):
        for path in map(Path, sorted(found)):
            known = masters.get(path.stem)
            if known is None or not known.katas or not _is_due(converter, Path(folder)):
                continue
            try:
                notebook = clean(read_file(path), path.name)
                restore(notebook, known)
            except (UnreadableError, OSError):
                continue
            there = answers(notebook, path.stem, katas)
            if not isinstance(there, str):
                yield from ((slug, there.submission(short_name(slug))) for slug in known.katas.values())


def _is_due(converter: Any, folder: Path) -> bool:
    """Whether nbgrader will grade what lies in a folder: nothing that it has graded and that is no newer."""
    course = converter.coursedir
    pattern = course.format_path(
        course.submitted_directory, "(?P<student>.*)", "(?P<assignment>.*)", escape=True
    )
    found = re.match(pattern, str(folder))
    if found is None or found["student"] in course.student_id_exclude.split(","):
        return False
    graded = course.format_path(course.autograded_directory, found["student"], found["assignment"])
    if converter.force or not os.path.exists(graded):
        return True
    handed_in, taken = map(course.get_existing_timestamp, (str(folder), graded))
    return None not in (handed_in, taken) and handed_in > taken
