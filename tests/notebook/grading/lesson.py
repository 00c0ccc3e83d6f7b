"""A small class that is graded into an nbgrader gradebook."""

import csv
import subprocess
import sys

from tests.classroom.grading import RIGHT, WRONG, grade, hand_in, table
from tests.notebook.grading.course import ASSIGNMENT


class Class:
    """Two students who handed in `iou`, one on the roster who did not, and a gradebook."""

    def __init__(self, root, url=None):
        self.root, self.out = root, root / ASSIGNMENT
        self.url = url or f"sqlite:///{root / 'gradebook.db'}"
        self.folder = hand_in(root / "submissions", ana=RIGHT, ben=WRONG)
        (root / "roster.csv").write_text("student\nana\nben\ncem\n", "utf-8")

    def grade(self, *arguments, **options):
        out, roster = ("--out", self.out), ("--roster", self.root / "roster.csv")
        return self._grade(self.folder, *out, *roster, "--katas", "iou", *arguments, **options)

    def set(self, *arguments, **options):
        return self._grade("--out", self.out, *arguments, **options)

    def _grade(self, *arguments, **options):
        return grade(*arguments, "--gradebook", self.url, **options)

    def exported(self):
        """The totals that `nbgrader export` writes."""
        to = self.root / "exported.csv"
        command = [sys.executable, "-m", "nbgrader", "export", "--db", self.url, "--to", str(to)]
        subprocess.run(command, cwd=self.root, check=True, capture_output=True)
        with to.open(newline="") as file:
            return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}

    def entered(self):
        """The same totals, from the gradebook itself; students who handed in nothing have none there."""
        from nbgrader.api import Gradebook

        with Gradebook(self.url) as gradebook:
            return {each.student.id: each.score for each in gradebook.assignment_submissions(ASSIGNMENT)} | {
                "cem": 0
            }

    def totals(self):
        return {row["student"]: float(row["total"]) for row in table(self.out)}

    def rows(self):
        """The entries of each grade in the gradebook."""
        from nbgrader.api import Grade, Gradebook

        with Gradebook(self.url) as gradebook:
            return {
                (each.student.id, each.name): (each.auto_score, each.manual_score, each.needs_manual_grade)
                for each in gradebook.db.query(Grade)
            }

    def give(self, student, **scores):
        """Set points in nbgrader, as a person does."""
        from nbgrader.api import Gradebook

        with Gradebook(self.url) as gradebook:
            found = gradebook.find_grade("iou", ASSIGNMENT, ASSIGNMENT, student)
            for name, score in scores.items():
                setattr(found, name, score)
            gradebook.db.commit()
