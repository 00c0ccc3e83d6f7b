"""An nbgrader course in a folder, used through nbgrader's Python interface."""

import atexit
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from gradkata.notebook import cells

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
ASSIGNMENT = "ps1"


def code(text, metadata=None):
    return {
        "cell_type": "code",
        "metadata": metadata or {},
        "source": text,
        "outputs": [],
        "execution_count": None,
    }


def prose(text, metadata=None):
    return {"cell_type": "markdown", "metadata": metadata or {}, "source": text}


def notebook(*parts):
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    return {"nbformat": 4, "nbformat_minor": 4, "metadata": kernel, "cells": list(parts)}


def graded(name, points, **marks):
    """The nbgrader metadata of a cell."""
    return {
        "nbgrader": {
            "schema_version": 3, "grade_id": name, "points": points,
            "grade": True, "solution": False, "locked": True, "task": False, **marks,
        }
    }  # fmt: skip


# The metadata of an answer that a person grades.
BY_HAND = {"solution": True, "locked": False}


def kata(slug, points, answer=None):
    """The cells of a kata as a course has them."""
    name = slug.rpartition("/")[2]
    stub = answer or f"def {name}(*arguments):\n    raise NotImplementedError"
    return [
        prose(f"# {name}", cells.metadata(slug, "statement")),
        code(f"### BEGIN SOLUTION\n{stub}\n### END SOLUTION", cells.metadata(slug, "answer")),
        code(f"from gradkata import check\n\ncheck({name})", cells.metadata(slug, "check")),
        code("# Graded from outside.", cells.metadata(slug, "grade", points)),
    ]


# Generated courses: generating takes seconds, a copy does not.
_MADE: dict[str, str] = {}


class Course:
    """A course with one assignment, ``ps1``; ``judged`` says whether gradkata judges the katas."""

    def __init__(self, root, *, judged=True, **notebooks):
        from nbgrader.apps import NbGraderAPI
        from traitlets.config import Config

        from gradkata.notebook import configure

        # nbgrader runs the program `alembic` when it creates a gradebook.
        os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        self.root = Path(root)
        config = Config()
        config.CourseDirectory.root = str(root)
        config.CourseDirectory.course_id = "course"
        config.Exchange.root = str(self.root / "exchange")
        config.Execute.timeout = 5
        self.config = config
        if judged:
            configure(config)
        (self.root / "exchange").mkdir(mode=0o777)
        made = _MADE.get(json.dumps(notebooks))
        if made:
            shutil.copytree(made, self.root, dirs_exist_ok=True)
        for name, document in notebooks.items():
            place = self.root / "source" / ASSIGNMENT / f"{name}.ipynb"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(json.dumps(document), "utf-8")
        self.api = NbGraderAPI(config=config)
        if not made:
            result = self.api.generate_assignment(ASSIGNMENT)
            assert result["success"], result["log"]
            made = tempfile.TemporaryDirectory()
            shutil.copytree(self.root, made.name, dirs_exist_ok=True)
            _MADE[json.dumps(notebooks)] = made.name
            atexit.register(made.cleanup)

    def released(self, name="work"):
        return json.loads((self.root / "release" / ASSIGNMENT / f"{name}.ipynb").read_text("utf-8"))

    def submit(self, student, document, name="work"):
        """Hand in a notebook: as data, or as the bytes of a file."""
        place = self.root / "submitted" / student / ASSIGNMENT / f"{name}.ipynb"
        place.parent.mkdir(parents=True, exist_ok=True)
        content = document if isinstance(document, bytes) else json.dumps(document).encode()
        place.write_bytes(content)

    def autograde(self, student="*"):
        """Grade the submissions; returns whether everything succeeded, and the log."""
        result = (
            self.api.autograde(ASSIGNMENT, student, force=True, create=True)
            if student != "*"
            else self._all()
        )
        return result["success"], result["log"]

    def _all(self):
        """Everything in one batch, as the command line does it."""
        from nbgrader.converters import Autograde
        from nbgrader.utils import capture_log, temp_attrs

        with temp_attrs(self.api.coursedir, assignment_id=ASSIGNMENT, student_id="*"):
            app = Autograde(coursedir=self.api.coursedir, parent=self.api)
            app.force = True
            return capture_log(app)

    def scores(self, cell="iou"):
        """The points of each student in the gradebook for one cell; None if there are none yet."""
        from nbgrader.api import Gradebook

        with Gradebook(self.api.coursedir.db_url, "course") as gradebook:
            found = {}
            for submission in gradebook.assignment_submissions(ASSIGNMENT):
                for each in submission.notebooks:
                    for grade in each.grades:
                        if grade.name == cell:
                            waits = grade.needs_manual_grade and grade.manual_score is None
                            found[submission.student.id] = None if waits else grade.score
            return found

    def give(self, name, **scores):
        """Set points for ana in nbgrader, as a person does."""
        from nbgrader.api import Gradebook

        with Gradebook(self.api.coursedir.db_url) as gradebook:
            grade = gradebook.find_grade(name, "work", ASSIGNMENT, "ana")
            for key, value in scores.items():
                setattr(grade, key, value)
            gradebook.db.commit()

    def graded(self, student, name="work"):
        """The graded notebook."""
        return json.loads(
            (self.root / "autograded" / student / ASSIGNMENT / f"{name}.ipynb").read_text("utf-8")
        )
