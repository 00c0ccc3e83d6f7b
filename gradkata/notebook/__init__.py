"""Katas as cells of a notebook: written for a course, checked while a student works, graded in nbgrader."""

from gradkata.notebook.configuration import configure

__all__ = ["configure"]
