"""Katas in notebooks: assignments for a course, checks while a student works, and grading in nbgrader."""

from gradkata.notebook.configuration import configure

__all__ = ["configure"]
