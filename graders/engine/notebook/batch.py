"""What one run of autograding shares: the course's settings, its notebooks, one sandbox, every verdict."""

import os
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graders.engine.classroom import course
from graders.engine.classroom.level import level_for_strangers
from graders.engine.isolation.sandbox import Level, Sandbox, SandboxError
from graders.engine.judging.judge import Exercise, judge, unreadable
from graders.engine.judging.report import grader_error
from graders.engine.notebook.master import Master, master
from graders.engine.submissions.submission import Submission
from graders.engine.tree import Tree

_TRIES = 3
_OVERRIDE = 'c.JudgeKatas.sandbox = "subprocess"'


class Batch:
    """Lives as long as the exporter that nbgrader makes for one run, and ends its sandbox with it.

    Raises, when made:
        CourseError: where `course.toml` cannot be used.
    """

    def __init__(self, coursedir: Any, exporter: object) -> None:
        self.tree = Tree()
        self.faults: dict[tuple[str, str, str], str] = {}
        self._coursedir = coursedir
        self._course = course.read(Path(coursedir.root), self.tree)
        self._masters: dict[str, dict[str, Master]] = {}
        self._exercises: dict[str, Exercise] = {}
        self._reports: dict[tuple[str, str], Mapping[str, Any]] = {}
        self._level: Level | None = None
        self._sandbox: Sandbox | None = None
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
        level = self._level = self._level or level_for_strangers(asked or self._course.sandbox, _OVERRIDE)
        return level

    def report(self, slug: str, answer: Submission | str) -> Mapping[str, Any]:
        """The report on an answer, or, for a sentence, on a notebook that cannot be read because of it.

        Where the grader itself fails, three times over, the report says so, and nobody is charged.
        """
        key = (slug, answer if isinstance(answer, str) else answer.digest())
        if key not in self._reports:
            said = ""
            for _ in range(_TRIES):
                try:
                    self._reports[key] = self._judged(slug, answer)
                    return self._reports[key]
                except Exception as error:  # whatever it was, it is not the student's fault
                    said = f"{type(error).__name__}: {error}"
                    self.close()
            return grader_error(slug, f"The grader failed. {said}", self.level())
        return self._reports[key]

    def close(self) -> None:
        """End the fork server; the next answer starts a new one."""
        sandbox, self._sandbox = self._sandbox, None
        if sandbox is not None:
            try:
                sandbox.close()
            except (OSError, SandboxError):  # it was killed
                return

    def _judged(self, slug: str, answer: Submission | str) -> Mapping[str, Any]:
        exercise = self._exercise(slug)
        if isinstance(answer, str):
            return unreadable(exercise, answer, self.level())
        if self._sandbox is None:
            from graders.engine.isolation.starting import start_server

            self._sandbox = start_server(self.level())
        return judge(exercise, answer, self._sandbox)

    def _exercise(self, slug: str) -> Exercise:
        if slug not in self._exercises:
            from dataclasses import replace

            from graders.engine.classroom.banks import banks
            from graders.engine.judging.exercises import exercise

            root = Path(self._coursedir.root)
            bank = banks(self.tree, [slug], root, self._course.seed, 0)[slug]
            self._exercises[slug] = replace(exercise(self.tree, slug, bank), limits=self._course.limits)
        return self._exercises[slug]

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
