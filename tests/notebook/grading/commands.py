"""The instructor and the students of a course, each in their own folder, and the commands that they run."""

import os
import subprocess
import sys
from pathlib import Path

from tests.classroom.grading import ENVIRONMENT

COURSE = "course"


class Person:
    """A person with a home folder, who runs commands in it; a failing command is shown with its output."""

    def __init__(self, home, exchange):
        home.mkdir(parents=True, exist_ok=True)
        self.home, self.exchange = home, exchange
        programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        # nbgrader keeps submissions in the home folder, and uses them to find the feedback.
        others = ("JUPYTER_DATA", "JUPYTER_CONFIG", "JUPYTERHUB")
        settings = {name: value for name, value in ENVIRONMENT.items() if not name.startswith(others)}
        self.environment = {**settings, "PATH": programs, "HOME": str(home)}

    def run(self, *command, at=None):
        done = subprocess.run(
            [sys.executable, "-m", *map(str, command)], cwd=at or self.home, env=self.environment,
            capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}: {done.stdout}\n{done.stderr}"
        return done.stdout

    def exchanging(self, command, assignment, *arguments, **options):
        """Run a command of nbgrader that reads or writes the exchange."""
        place = f"--Exchange.root={self.exchange}"
        return self.run("nbgrader", command, assignment, place, *arguments, **options)


class Instructor(Person):
    """An instructor, whose course is a folder in their home folder."""

    @property
    def course(self):
        return self.home / COURSE

    def begin(self):
        """Create the course with nbgrader, including its example."""
        self.run("nbgrader", "quickstart", COURSE)

    def assign(self, assignment, *katas):
        """Write an assignment; the printed lines are appended to the course's configuration."""
        output = self.run("gradkata.cli", "assignment", assignment, *katas, "--course", COURSE)
        lines = output.partition(":\n\n")[2].partition("\nNext:")[0]
        with (self.course / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(lines)

    def nbgrader(self, command, *arguments):
        return self.run("nbgrader", command, *arguments, at=self.course)

    def exchanging(self, *command):
        return super().exchanging(*command, at=self.course)


class Student(Person):
    """Who says who they are by `--student`: nobody is a user of this machine."""

    @property
    def name(self):
        return self.home.name

    def exchanging(self, command, assignment):
        return super().exchanging(command, assignment, "--course", COURSE, "--student", self.name)

    def notebook(self, assignment):
        return self.home / assignment / f"{assignment}.ipynb"
