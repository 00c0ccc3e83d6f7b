"""The state that one run of `nbgrader autograde` shares between its plug-ins.

nbgrader runs a chain of plug-ins for each submitted notebook: it reads the notebook with the exporter
(`exporter.SubmissionExporter`), restores the course's cells (`restoring.RestoreCells`), judges the katas
(`preprocessor.JudgeKatas`) and saves the grades (`preprocessor.SaveGrades`).  nbgrader creates these objects itself.
They share things that are expensive to make and the same for all notebooks: the catalog, the settings in
`course.toml`, the course's own notebooks, a sandbox level that has passed its self-test, a pool of workers, and the
answers that were already read.

A `Batch` owns all of this.  nbgrader makes one exporter for each run and passes it as ``parent`` to every
preprocessor, so the exporter identifies the run: `batch_of` looks the batch up in a weak dictionary with the exporter
as its key, and creates it at the first call.  When the exporter is garbage-collected, a finalizer closes the batch and
stops its workers.

A run proceeds as follows:

1. The exporter's constructor reads the masters, the course's own version of each notebook, and determines the sandbox
   level once, so that a machine that cannot confine code stops the run before the first notebook.  Workers start
   while the self-test runs; if it selects another level, they are stopped and started again at that level.
2. The exporter then schedules all answers that the run will judge, in nbgrader's order (`upcoming.upcoming`), and the
   workers judge them in the background (`prefetch.Prefetch`).
3. `JudgeKatas` asks for each report, which has usually been computed by then.  An answer that was not scheduled is
   judged when it is asked for.

A failure of the grader on an answer does not stop the run: `Batch.report` returns a report of outcome
``grader-error``, which leaves the cell open for a person.
"""

import os
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gradkata.catalog import UnknownKataError, short_name
from gradkata.classroom import course
from gradkata.classroom.course_banks import banks
from gradkata.classroom.level import grading_level, likely_level
from gradkata.course_file import catalog_at
from gradkata.drawing.bank import BankError
from gradkata.isolation.sandbox import Level
from gradkata.judging.report import grader_error
from gradkata.notebook.answer_cache import AnswerCache
from gradkata.notebook.master import Master, master
from gradkata.notebook.prefetch import Prefetch, UnjudgedError
from gradkata.outcomes import Report
from gradkata.submissions.submission import Submission
from gradkata.workers.pool import Job

_OVERRIDE = 'c.JudgeKatas.sandbox = "subprocess"'
_UNKNOWN = "Name its collection in course.toml or in c.JudgeKatas.collections, and autograde again."


class Batch:
    """The shared state of one run; it lives as long as the run's exporter, and stops its workers at the end.

    Raises:
        CourseError: if `course.toml` cannot be used.
        CollectionError: if a collection cannot be used.
    """

    def __init__(self, coursedir: Any, exporter: object, collections: Sequence[str] = ()) -> None:
        self.catalog = catalog_at(
            Path(coursedir.root), [Path(coursedir.root, folder) for folder in collections]
        )
        self.answers = AnswerCache(frozenset(map(short_name, self.catalog.slugs)))
        self.faults: dict[tuple[str, str, str], str] = {}
        self._coursedir = coursedir
        self._course = course.read(Path(coursedir.root), self.catalog)
        self._masters: dict[str, dict[str, Master]] = {}
        self._banks: dict[str, Path] = {}
        self._level: Level | None = None
        self._prefetch: Prefetch | None = None
        weakref.finalize(exporter, self.close)

    def masters(self, assignment: str) -> Mapping[str, Master]:
        """The course's own version of each notebook of an assignment, by name."""
        if assignment not in self._masters:
            self._masters[assignment] = self._read_masters(assignment)
        return self._masters[assignment]

    def level(self, asked: str = "") -> Level:
        """The level of the sandbox: the one asked for in the first call, or the highest that works on this machine.

        Raises:
            LevelError: if the machine cannot confine answers.
        """
        if self._level is None:
            wanted = asked or self._course.sandbox
            # Workers start while the self-test of their level runs; there is nothing to judge yet.
            self._prefetch = Prefetch(likely_level(wanted), self.catalog.roots)
            try:
                self._level = grading_level(wanted, _OVERRIDE)
            finally:
                if self._prefetch.level != self._level:
                    self.close()
        return self._level

    def schedule(self, upcoming: Iterator[tuple[str, Submission]]) -> None:
        """Judge these answers in the background; they are in the order in which they will be asked for."""
        self._pool().schedule(self._job(slug, answer) for slug, answer in upcoming)

    def report(self, slug: str, answer: Submission) -> Report:
        """The report on an answer; if the grader itself fails, its outcome is ``grader-error``."""
        try:
            return self._pool().report(self._job(slug, answer))
        except UnknownKataError as error:
            return grader_error(slug, f"{error} {_UNKNOWN}", self.level())
        except (UnjudgedError, BankError) as error:
            return grader_error(slug, f"The grader failed. {error}", self.level())

    def unreadable(self, slug: str, why: str) -> Report:
        """The report on a notebook that cannot be read."""
        from gradkata.judging.exercises import exercise
        from gradkata.judging.judge import unreadable

        try:
            return unreadable(exercise(self.catalog, slug, self._bank(slug)), why, self.level())
        except UnknownKataError as error:
            return grader_error(slug, f"{error} {_UNKNOWN}", self.level())

    def close(self) -> None:
        """Stop the workers; if another answer is asked for, new ones are started."""
        prefetch, self._prefetch = self._prefetch, None
        if prefetch is not None:
            prefetch.close()

    def _pool(self) -> Prefetch:
        level = self.level()
        self._prefetch = self._prefetch or Prefetch(level, self.catalog.roots)
        return self._prefetch

    def _job(self, slug: str, answer: Submission) -> Job:
        limits = asdict(self._course.limits)
        return Job(f"{slug} {answer.digest()}", slug, answer, str(self._bank(slug)), limits)

    def _bank(self, slug: str) -> Path:
        if slug not in self._banks:
            root, seed = Path(self._coursedir.root), self._course.seed
            self._banks |= banks(self.catalog, [slug], root, seed, 0)
        return self._banks[slug]

    def _read_masters(self, assignment: str) -> dict[str, Master]:
        from nbgrader.api import Gradebook, MissingEntry

        with Gradebook(self._coursedir.db_url, self._coursedir.course_id) as gradebook:
            try:
                notebooks = gradebook.find_assignment(assignment).notebooks
            except MissingEntry:  # nbgrader reports this itself
                return {}
            return {
                each.name: master(each, self._source(assignment, each.name), self.catalog)
                for each in notebooks
            }

    def _source(self, assignment: str, notebook: str) -> Path:
        folder = self._coursedir.format_path(self._coursedir.source_directory, ".", assignment)
        return Path(os.path.join(folder, f"{notebook}.ipynb"))


_batches: "weakref.WeakKeyDictionary[Any, Batch]" = weakref.WeakKeyDictionary()


def batch_of(exporter: Any) -> Batch:
    """The batch of the run that an exporter belongs to; created if there is none yet."""
    if exporter not in _batches:
        named = exporter.config.JudgeKatas.get("collections", ())
        if hasattr(named, "get_value"):  # set only by `.append`
            named = named.get_value([])
        _batches[exporter] = Batch(exporter.parent.coursedir, exporter, named)
    return _batches[exporter]
