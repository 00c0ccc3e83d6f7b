"""The answers that a run of autograding is going to judge."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from gradkata.catalog import short_name
from gradkata.notebook.answer_cache import AnswerCache
from gradkata.notebook.cleaning import clean
from gradkata.notebook.master import Master
from gradkata.notebook.restoring import restore
from gradkata.submissions.files import UnreadableError, read_file
from gradkata.submissions.submission import Submission


def upcoming(
    converter: Any, masters: Mapping[str, Master], answers: AnswerCache
) -> Iterator[tuple[str, Submission]]:
    """The answers that an nbgrader converter is going to judge, in its order: the kata's slug, and the answer.

    Notebooks are read lazily.  Those that cannot be read are skipped; the run reports them later.
    """
    for folder, notebooks in sorted(converter.assignments.items()):
        for path in map(Path, sorted(notebooks)):
            known = masters.get(path.stem)
            if known is None or not known.katas or not _is_due(converter, Path(folder)):
                continue
            try:
                notebook = clean(read_file(path), path.name)
                restore(notebook, known)
            except (UnreadableError, OSError):
                continue
            found = answers.of(notebook, path.stem)
            if not isinstance(found, str):
                yield from ((slug, found.submission(short_name(slug))) for slug in known.katas.values())


def _is_due(converter: Any, folder: Path) -> bool:
    """Whether nbgrader will grade a submission: it skips one that it has graded unless a newer one was submitted."""
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
    submitted, last_graded = map(course.get_existing_timestamp, (str(folder), graded))
    return None not in (submitted, last_graded) and submitted > last_graded
