"""What one run of autograding shares: the course's settings, its notebooks, one crew, every verdict."""

import os
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from graders.engine.classroom import course
from graders.engine.classroom.banks import banks
from graders.engine.classroom.crew import Job
from graders.engine.classroom.level import level_for_strangers, likely_level
from graders.engine.drawing.bank import BankError
from graders.engine.isolation.sandbox import Level
from graders.engine.judging.report import grader_error
from graders.engine.notebook.ahead import Ahead, UnjudgedError
from graders.engine.notebook.answers import Answers
from graders.engine.notebook.master import Master, master
from graders.engine.submissions.submission import Submission
from graders.engine.tree import Tree, short_name

_OVERRIDE = 'c.JudgeKatas.sandbox = "subprocess"'


class Batch:
    """Lives as long as the exporter that nbgrader makes for one run, and ends its crew with it.

    Raises, when made:
        CourseError: where `course.toml` cannot be used.
    """

    def __init__(self, coursedir: Any, exporter: object) -> None:
        self.tree = Tree()
        self.answers = Answers(frozenset(map(short_name, self.tree.slugs())))
        self.faults: dict[tuple[str, str, str], str] = {}
        self._coursedir = coursedir
        self._course = course.read(Path(coursedir.root), self.tree)
        self._masters: dict[str, dict[str, Master]] = {}
        self._banks: dict[str, Path] = {}
        self._level: Level | None = None
        self._ahead: Ahead | None = None
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
            self._ahead = Ahead(likely_level(wanted), self.tree.root)
            try:
                self._level = level_for_strangers(wanted, _OVERRIDE)
            finally:
                if self._ahead.level != self._level:
                    self.close()
        return self._level

    def foresee(self, coming: Iterator[tuple[str, Submission]]) -> None:
        """Judge from now on what will be asked for, given in the order in which it will be."""
        self._crew().foresee(self._job(slug, answer) for slug, answer in coming)

    def report(self, slug: str, answer: Submission) -> Mapping[str, Any]:
        """The report on an answer; where the grader itself fails, one that says so, and charges nobody."""
        try:
            return self._crew().report(self._job(slug, answer))
        except (UnjudgedError, BankError) as error:
            return grader_error(slug, f"The grader failed. {error}", self.level())

    def unreadable(self, slug: str, why: str) -> Mapping[str, Any]:
        """The report on a notebook that cannot be read."""
        from graders.engine.judging.exercises import exercise
        from graders.engine.judging.judge import unreadable

        return unreadable(exercise(self.tree, slug, self._bank(slug)), why, self.level())

    def close(self) -> None:
        """End the crew; the next answer asked for is given to a new one."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            ahead.close()

    def _crew(self) -> Ahead:
        level = self.level()
        self._ahead = self._ahead or Ahead(level, self.tree.root)
        return self._ahead

    def _job(self, slug: str, answer: Submission) -> Job:
        limits = asdict(self._course.limits)
        return Job(f"{slug} {answer.digest()}", slug, answer, str(self._bank(slug)), limits)

    def _bank(self, slug: str) -> Path:
        if slug not in self._banks:
            root, seed = Path(self._coursedir.root), self._course.seed
            self._banks |= banks(self.tree, [slug], root, seed, 0)
        return self._banks[slug]

    def _read_masters(self, assignment: str) -> dict[str, Master]:
        from nbgrader.api import Gradebook, MissingEntry

        with Gradebook(self._coursedir.db_url, self._coursedir.course_id) as gradebook:
            try:
                notebooks = gradebook.find_assignment(assignment).notebooks
            except MissingEntry:  # nbgrader says so itself
                return {}
            return {
                each.name: master(each, self._source(assignment, each.name), self.tree) for each in notebooks
            }

    def _source(self, assignment: str, notebook: str) -> Path:
        folder = self._coursedir.format_path(self._coursedir.source_directory, ".", assignment)
        return Path(os.path.join(folder, f"{notebook}.ipynb"))


_batches: "weakref.WeakKeyDictionary[Any, Batch]" = weakref.WeakKeyDictionary()


def batch_of(exporter: Any) -> Batch:
    """The batch that an exporter of nbgrader's works at; begun where there is none yet."""
    if exporter not in _batches:
        _batches[exporter] = Batch(exporter.parent.coursedir, exporter)
    return _batches[exporter]
