"""nbgrader's plug-in points: katas are judged in the sandbox, all other cells run as they always did."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Bool, Unicode

from graders.engine.classroom.level import notes_on
from graders.engine.classroom.rows import mark
from graders.engine.notebook.batch import batch_of
from graders.engine.notebook.cells import mark_of
from graders.engine.notebook.master import Master
from graders.engine.notebook.outputs import graded, left_open
from graders.engine.reports.escaping import for_log
from graders.engine.submissions.extract import Extract
from graders.engine.tree import short_name

_OPEN = "gradkata_open"


class JudgeKatas(NbGraderPreprocessor):  # type: ignore[misc]
    """Stands in place of `Execute` in `Autograde.autograde_preprocessors`."""

    sandbox = Unicode("", help="Level to judge at: bwrap, kernel or subprocess (default: the highest).").tag(
        config=True
    )
    # Allowed, since a course that mixes katas with tests of its own expects these to be graded.
    run_other_cells = Bool(
        True,
        help="Whether a kernel runs notebooks with graded code outside of katas. If not, a person grades it.",
    ).tag(config=True)

    def prepare(self) -> None:
        """Find out how answers are judged here.

        Raises:
            LevelError: where the machine cannot confine them.
        """
        batch_of(self.parent).level(self.sandbox)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Write the points of each kata, and the report on it, as the output of its graded cell."""
        told = resources["nbgrader"]
        batch = batch_of(self.parent)
        known = batch.masters(told["assignment"])[told["notebook"]]
        # What has not run shows nothing, which nbgrader takes for full points.
        still_open = set() if self._run_others(nb, resources, known) else set(known.tested)
        fault = batch.faults.get((told["student"], told["assignment"], told["notebook"]), "")
        found = fault or batch.answers.of(nb, told["notebook"])
        for cell in nb.cells:
            name = _name(cell)
            slug = known.katas.get(name)
            if slug is None:
                if name in still_open:
                    cell.outputs = left_open("Nothing has run this cell: a person grades it.")
                continue
            report = self._report(slug, found)
            points = float(known.cells[name].points or 0)
            full = mark(told["student"], report, Fraction(str(points)), None)
            is_open = report["outcome"] == "grader-error"
            if is_open:
                still_open.add(name)
            earned = min(float(full.points), points)
            cell.outputs, cell.execution_count = graded(full.report, earned, is_open=is_open), None
            said = (told["student"], slug, report["outcome"], f"{earned:g} of {points:g}")
            shown = map(for_log, (*said, *(report["notes"][-1:] if is_open else ())))
            (self.log.error if is_open else self.log.info)("%s", ", ".join(shown))
        resources[_OPEN] = still_open
        return nb, resources

    def _report(self, slug: str, found: Extract | str) -> Mapping[str, Any]:
        batch = batch_of(self.parent)
        said = notes_on(batch.level())
        if isinstance(found, str):
            report = batch.unreadable(slug, found)
        else:
            name = short_name(slug)
            report, said = batch.report(slug, found.submission(name)), (*said, *found.notes_on(name))
        return {**report, "notes": [*said, *report["notes"]]}

    def _run_others(self, nb: NotebookNode, resources: Any, known: Master) -> bool:
        """Run what is no kata's in a kernel, where the course grades such code; whether that is done."""
        if not known.needs_kernel:
            return True
        execute = Execute(parent=self.parent)
        if not (self.run_other_cells and execute.enabled):
            return False
        rest = [each for each in nb.cells if _name(each) not in known.katas and not _is_check(each)]
        try:
            execute.preprocess(NotebookNode({**nb, "cells": rest}), resources)
        except Exception as error:  # a kernel that dies of one cell is no reason to lose the katas
            student = resources["nbgrader"]["student"]
            self.log.error("%s: the kernel failed (%s)", *map(for_log, (student, str(error))))
            return False
        return True


class LeaveOpen(NbGraderPreprocessor):  # type: ignore[misc]
    """Stands behind `SaveAutoGrades`: what could not be graded gets no points but a person's."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Take back the points of the cells that wait for a person."""
        names = resources.get(_OPEN)
        if names:
            from nbgrader.api import Gradebook

            told = resources["nbgrader"]
            with Gradebook(told["db_url"]) as gradebook:
                for name in names:
                    grade = gradebook.find_grade(name, told["notebook"], told["assignment"], told["student"])
                    grade.auto_score, grade.needs_manual_grade = None, True
                gradebook.db.commit()
        return nb, resources


def _name(cell: Any) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _is_check(cell: Any) -> bool:
    found = mark_of(cell)
    return found is not None and found.role == "check" and not _name(cell)
