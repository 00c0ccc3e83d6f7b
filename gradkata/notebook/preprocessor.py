"""Preprocessors of nbgrader that judge katas in the sandbox; all other cells run in a kernel as usual."""

from fractions import Fraction
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Bool, List, Unicode

from gradkata.catalog import short_name
from gradkata.classroom.level import notes_on
from gradkata.classroom.rows import mark
from gradkata.notebook.batch import batch_of
from gradkata.notebook.cells import tag_of
from gradkata.notebook.master import Master
from gradkata.notebook.outputs import graded, left_open
from gradkata.outcomes import Report
from gradkata.reports.escaping import for_log
from gradkata.submissions.extract import Extract

_OPEN = "gradkata_open"
_UNANSWERED = "No response."


class JudgeKatas(NbGraderPreprocessor):  # type: ignore[misc]
    """Replaces `Execute` in `Autograde.autograde_preprocessors`."""

    sandbox = Unicode("", help="Level to judge at: bwrap, kernel or subprocess (default: the highest).").tag(
        config=True
    )
    collections = List(
        Unicode(),
        help="Folders of katas besides the built-in ones; relative paths start at the course's folder.",
    ).tag(config=True)
    # On by default, because a course that mixes katas with its own tests expects these to be graded.
    run_other_cells = Bool(
        True,
        help="Whether a kernel runs notebooks with graded code outside of katas. If not, a person grades it.",
    ).tag(config=True)

    def prepare(self) -> None:
        """Determine the sandbox level.

        Raises:
            LevelError: if the machine cannot confine answers.
        """
        batch_of(self.parent).level(self.sandbox)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Write the report on each kata and its points as the outputs of its graded cell."""
        info = resources["nbgrader"]
        batch = batch_of(self.parent)
        known = batch.masters(info["assignment"])[info["notebook"]]
        # A cell that has not been run has no output, for which nbgrader gives full points.
        still_open = set() if self._run_others(nb, resources, known) else set(known.tested)
        fault = batch.faults.get((info["student"], info["assignment"], info["notebook"]), "")
        found = fault or batch.answers.of(nb, info["notebook"])
        for cell in nb.cells:
            name = _name(cell)
            slug = known.katas.get(name)
            if slug is None:
                if name in still_open:
                    cell.outputs = left_open("This cell was not run: a person grades it.")
                continue
            report = self._report(slug, found)
            points = float(known.cells[name].points or 0)
            full = mark(info["student"], report, Fraction(str(points)), None)
            is_open = report["outcome"] == "grader-error"
            if is_open:
                still_open.add(name)
            earned = min(float(full.points), points)
            cell.outputs, cell.execution_count = graded(full.report, earned, is_open=is_open), None
            entry = (
                info["student"],
                slug,
                report["outcome"],
                "no mark" if is_open else f"{earned:g} of {points:g}",
            )
            shown = map(for_log, (*entry, *(report["notes"][-1:] if is_open else ())))
            (self.log.error if is_open else self.log.info)("%s", ", ".join(shown))
        resources[_OPEN] = still_open
        return nb, resources

    def _report(self, slug: str, found: Extract | str) -> Report:
        batch = batch_of(self.parent)
        notes = notes_on(batch.level())
        if isinstance(found, str):
            report = batch.unreadable(slug, found)
        else:
            name = short_name(slug)
            report, notes = batch.report(slug, found.submission(name)), (*notes, *found.notes_on(name))
        return {**report, "notes": [*notes, *report["notes"]]}

    def _run_others(self, nb: NotebookNode, resources: Any, known: Master) -> bool:
        """Run all cells outside of katas in a kernel, if the course grades such code; False if that failed."""
        if not known.needs_kernel:
            return True
        execute = Execute(parent=self.parent)
        if not (self.run_other_cells and execute.enabled):
            return False
        rest = [each for each in nb.cells if _name(each) not in known.katas and not _is_check(each)]
        try:
            execute.preprocess(NotebookNode({**nb, "cells": rest}), resources)
        except Exception as error:  # the katas are judged even if a cell kills the kernel
            student = resources["nbgrader"]["student"]
            self.log.error("%s: the kernel failed (%s)", *map(for_log, (student, str(error))))
            return False
        return True


class SaveGrades(NbGraderPreprocessor):  # type: ignore[misc]
    """Replaces `SaveAutoGrades`: saves in one transaction, and leaves cells without points that wait for a person."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Write the points of graded cells into the gradebook, and a comment on answers that were not given."""
        from nbgrader.api import Gradebook

        info = resources["nbgrader"]
        with Gradebook(info["db_url"]) as gradebook:
            submitted = gradebook.find_submission_notebook(
                info["notebook"], info["assignment"], info["student"]
            )
            released = submitted.notebook
            cells = (*released.grade_cells, *released.solution_cells, *released.task_cells)
            names = {each.id: each.name for each in cells}
            grades = {names[each.cell_id]: each for each in submitted.grades}
            comments = {names[each.cell_id]: each for each in submitted.comments}
            for cell in nb.cells:
                if utils.is_grade(cell):
                    self._save(grades[_name(cell)], cell, is_open=_name(cell) in resources.get(_OPEN, ()))
                if utils.is_solution(cell) or utils.is_task(cell):
                    comments[_name(cell)].auto_comment = _UNANSWERED if _is_unanswered(cell) else None
            gradebook.db.commit()
        return nb, resources

    def _save(self, grade: Any, cell: Any, *, is_open: bool) -> None:
        """Save the points of a cell; a manual score is kept, but a person has to confirm it."""
        grade.auto_score = None if is_open else utils.determine_grade(cell, self.log)[0]
        grade.needs_manual_grade = grade.auto_score is None or grade.manual_score is not None


def _name(cell: Any) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _is_unanswered(cell: Any) -> bool:
    """Whether an answer is unchanged since its release; as in nbgrader, never true for a task."""
    return not utils.is_task(cell) and cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)


def _is_check(cell: Any) -> bool:
    found = tag_of(cell)
    return found is not None and found.role == "check" and not _name(cell)
