"""Judging in a pytest session: the katas in use in each workspace, and a judging session for each."""

import warnings
from pathlib import Path

import pytest

from gradkata.catalog import Catalog
from gradkata.course_file import catalog_at
from gradkata.outcomes import Report
from gradkata.session import Session, server_session
from gradkata.submissions.submission import read_file
from gradkata.workspace import progress

_CATALOGS = pytest.StashKey[dict[Path, Catalog]]()
_SESSIONS = pytest.StashKey[dict[Catalog, Session]]()


class NoMarkError(Exception):
    """The grader or its sandbox failed, which is never the student's fault."""


def catalog_for(config: pytest.Config, path: Path) -> Catalog:
    """Return the katas in use in the workspace that holds a student's file.

    Raises:
        CollectionError, CourseError: if a collection or the course's file cannot be used.
    """
    known = config.stash.setdefault(_CATALOGS, {})
    home = path.parents[2]
    if home not in known:
        known[home] = catalog_at(home, config.getoption("collections", None) or ())
    return known[home]


def judged(config: pytest.Config, slug: str, path: Path) -> Report:
    """Return the report on a student's file, and record it as progress in its workspace.

    Raises:
        NoMarkError: if there is no mark.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a project may turn warnings into errors; here they are harmless
        try:
            catalog = catalog_for(config, path)
            answer = read_file(path)
            report = _session(config, catalog).report(slug, answer)
        except Exception as error:
            raise NoMarkError(f"{type(error).__name__}: {error}") from error
    if report["outcome"] == "grader-error":
        raise NoMarkError(" ".join(report["notes"]))
    workspace = path.parents[2]
    if workspace.resolve() in catalog.roots:
        return report
    checked = progress.last_check(report, answer.source)
    complaint = progress.record(workspace, slug, report["score"], report["max_score"], checked)
    return report if complaint is None else {**report, "notes": [*report["notes"], complaint]}


def _session(config: pytest.Config, catalog: Catalog) -> Session:
    """Return the session, whose server runs in its own interpreter, since pytest may have threads."""
    if _SESSIONS not in config.stash:
        config.stash[_SESSIONS] = {}
        config.add_cleanup(lambda: _close(config))
    sessions = config.stash[_SESSIONS]
    if catalog not in sessions:
        sessions[catalog] = server_session(catalog)
    return sessions[catalog]


def _close(config: pytest.Config) -> None:
    for session in config.stash[_SESSIONS].values():
        session.close()
