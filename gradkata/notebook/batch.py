"""What one run of autograding shares: the course's settings, its notebooks, one crew, every verdict."""

import os
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from gradkata.catalog import short_name
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


class Batch:
    """Lives as long as the exporter that nbgrader makes for one run, and ends its crew with it.

    Raises, when made:
        CourseError: where `course.toml` cannot be used.
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
        """The notebooks of an assignment by name, as the course has them."""
        if assignment not in self._masters:
            self._masters[assignment] = self._read_masters(assignment)
        return self._masters[assignment]

    def level(self, asked: str = "") -> Level:
        """The level of the sandbox: what was asked for first, or the highest that holds here.

        Raises:
            LevelError: where the machine cannot confine.
        """
        if self._level is None:
            wanted = asked or self._course.sandbox
            # A crew comes in while its level is tried, and has nothing to judge yet.
            self._prefetch = Prefetch(likely_level(wanted), self.catalog.roots)
            try:
                self._level = grading_level(wanted, _OVERRIDE)
            finally:
                if self._prefetch.level != self._level:
                    self.close()
        return self._level

    def foresee(self, coming: Iterator[tuple[str, Submission]]) -> None:
        """Judge from now on what will be asked for, given in the order in which it will be."""
        self._pool().foresee(self._job(slug, answer) for slug, answer in coming)

    def report(self, slug: str, answer: Submission) -> Report:
        """The report on an answer; where the grader itself fails, one that says so, and charges nobody."""
        try:
            return self._pool().report(self._job(slug, answer))
        except (UnjudgedError, BankError) as error:
            return grader_error(slug, f"The grader failed. {error}", self.level())

    def unreadable(self, slug: str, why: str) -> Report:
        """The report on a notebook that cannot be read."""
        from gradkata.judging.exercises import exercise
        from gradkata.judging.judge import unreadable

        return unreadable(exercise(self.catalog, slug, self._bank(slug)), why, self.level())

    def close(self) -> None:
        """End the crew; the next answer asked for is given to a new one."""
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
            except MissingEntry:  # nbgrader says so itself
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
    """The batch that an exporter of nbgrader's works at; begun where there is none yet."""
    if exporter not in _batches:
        named = exporter.config.JudgeKatas.get("collections", ())
        if hasattr(named, "get_value"):  # set by `.append` alone
            named = named.get_value([])
        _batches[exporter] = Batch(exporter.parent.coursedir, exporter, named)
    return _batches[exporter]
