"""Reading what was handed in, whatever its state."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbgrader.converters import NbGraderException
from traitlets import default

from gradkata.classroom.level import LevelError
from gradkata.course_file import CourseError
from gradkata.notebook.batch import batch_of
from gradkata.notebook.cleaning import clean, placeholder
from gradkata.notebook.master import Master
from gradkata.notebook.preprocessor import JudgeKatas
from gradkata.notebook.upcoming import upcoming
from gradkata.reports.escaping import for_log
from gradkata.submissions.files import UnreadableError, read_file


class HandedIn(NotebookExporter):  # type: ignore[misc]
    """`Autograde.exporter_class`: one is made for each run, before the first notebook is read."""

    @default("optimistic_validation")  # type: ignore[untyped-decorator]
    def _validates_once(self) -> bool:
        """A notebook is checked after the last step, and not after each."""
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
        except (LevelError, CourseError) as error:
            self.log.error("%s", error)
            raise NbGraderException(str(error)) from error
        if converter.coursedir.notebook_id == "*":
            for folder, found in converter.assignments.items():
                self._adopt(Path(folder), found, masters)
        if has_katas:
            batch.foresee(upcoming(converter, masters, batch.answers))

    def from_file(self, file_stream: Any, resources: Any = None, **options: Any) -> Any:
        """As nbconvert's; a notebook that cannot be read is one cell that says why."""
        path = Path(file_stream.name)
        try:
            notebook = clean(read_file(path), path.name)
        except (UnreadableError, OSError) as error:
            resources["nbgrader"]["fault"] = str(error)
            self.log.warning("%s: %s", for_log(str(path)), for_log(str(error)))
            notebook = placeholder(str(error))
        return self.from_notebook_node(notebook, resources=resources, **options)

    def _adopt(self, folder: Path, found: list[str], masters: Mapping[str, Master]) -> None:
        """Take a notebook of another name for one that is missing; a copy is put in its place."""
        strange = {path: _names(path) for path in map(Path, found) if path.stem not in masters}
        for name in sorted(masters.keys() - {Path(path).stem for path in found}):
            ours = masters[name].cells.keys()
            fitting = [each for each in strange if strange[each] & ours]
            if not fitting and len(strange) == len(masters) == 1:
                fitting = list(strange)
            if not fitting:
                continue
            best = max(fitting, key=lambda each: (len(strange[each] & ours), each.stat().st_mtime_ns, each))
            place = folder / f"{name}.ipynb"
            self.log.warning("%s is missing; %s is taken for it", *map(for_log, (str(place), best.name)))
            try:
                shutil.copyfile(best, place, follow_symlinks=False)
            except OSError as error:
                self.log.error("%s cannot be written: %s", for_log(str(place)), error)
            else:
                found.append(str(place))
                del strange[best]


def _names(path: Path) -> set[str]:
    """What nbgrader's cells of a notebook are called; nothing where it cannot be read."""
    try:
        cells = clean(read_file(path), path.name).cells
    except (UnreadableError, OSError):
        return set()
    return {str(each.metadata.get("nbgrader", {}).get("grade_id", "")) for each in cells} - {""}
