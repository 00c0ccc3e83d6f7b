"""Reads submitted notebooks, including damaged and renamed ones."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbgrader.converters import NbGraderException
from traitlets import default

from gradkata.catalog import CollectionError
from gradkata.classroom.level import LevelError
from gradkata.course_file import CourseError
from gradkata.notebook.batch import batch_of
from gradkata.notebook.cleaning import clean, placeholder
from gradkata.notebook.master import Master
from gradkata.notebook.preprocessor import JudgeKatas
from gradkata.notebook.upcoming import upcoming
from gradkata.reports.escaping import for_log
from gradkata.submissions.files import UnreadableError, read_file


class SubmissionExporter(NotebookExporter):  # type: ignore[misc]
    """The `Autograde.exporter_class`; nbgrader makes one for each run, before it reads the first notebook."""

    @default("optimistic_validation")  # type: ignore[untyped-decorator]
    def _validates_once(self) -> bool:
        """Validate a notebook only after the last step rather than after each step."""
        return True

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        converter = self.parent
        try:
            batch = batch_of(self)
            masters = batch.masters(converter.coursedir.assignment_id)
            has_katas = any(each.katas for each in masters.values())
            if has_katas:
                JudgeKatas(parent=self).prepare()
        except (LevelError, CourseError, CollectionError) as error:
            self.log.error("%s", error)
            raise NbGraderException(str(error)) from error
        if converter.coursedir.notebook_id == "*":
            for folder, found in converter.assignments.items():
                self._adopt(Path(folder), found, masters)
        if has_katas:
            batch.schedule(upcoming(converter, masters, batch.answers))

    def from_file(self, file_stream: Any, resources: Any = None, **options: Any) -> Any:
        """The same as nbconvert's method; a notebook that cannot be read becomes one cell that says why."""
        path = Path(file_stream.name)
        try:
            notebook = clean(read_file(path), path.name)
        except (UnreadableError, OSError) as error:
            resources["nbgrader"]["fault"] = str(error)
            self.log.warning("%s: %s", for_log(str(path)), for_log(str(error)))
            notebook = placeholder(str(error))
        return self.from_notebook_node(notebook, resources=resources, **options)

    def _adopt(self, folder: Path, found: list[str], masters: Mapping[str, Master]) -> None:
        """Copy a notebook with an unknown name to the place of a missing one, if their cells match."""
        unknown = {path: _names(path) for path in map(Path, found) if path.stem not in masters}
        for name in sorted(masters.keys() - {Path(path).stem for path in found}):
            known = masters[name].cells.keys()
            candidates = [each for each in unknown if unknown[each] & known]
            if not candidates and len(unknown) == len(masters) == 1:
                candidates = list(unknown)
            if not candidates:
                continue
            best = max(
                candidates, key=lambda each: (len(unknown[each] & known), each.stat().st_mtime_ns, each)
            )
            place = folder / f"{name}.ipynb"
            self.log.warning("%s is missing; %s is used instead", *map(for_log, (str(place), best.name)))
            try:
                shutil.copyfile(best, place, follow_symlinks=False)
            except OSError as error:
                self.log.error("%s cannot be written: %s", for_log(str(place)), error)
            else:
                found.append(str(place))
                del unknown[best]


def _names(path: Path) -> set[str]:
    """The names of nbgrader's cells in a notebook; empty if it cannot be read."""
    try:
        cells = clean(read_file(path), path.name).cells
    except (UnreadableError, OSError):
        return set()
    return {str(each.metadata.get("nbgrader", {}).get("grade_id", "")) for each in cells} - {""}
