"""Judging a kata inside a pytest session: one fork server, started when the first kata runs."""

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graders.engine.cli import progress
from graders.engine.cli.verdict import Answer
from graders.engine.cli.verdict import judged as judged_alone
from graders.engine.isolation.sandbox import Sandbox
from graders.engine.isolation.selftest import highest_level
from graders.engine.isolation.starting import start_server
from graders.engine.tree import INSTALLED, Tree

_SERVER = pytest.StashKey[Sandbox]()


class GraderFaultError(Exception):
    """The grader or its sandbox failed, which is never the student's fault."""


def judged(config: pytest.Config, slug: str, path: Path) -> Mapping[str, Any]:
    """The report on a student's file, which counts as progress in the workspace around it.

    Raises:
        GraderFaultError: where there is no mark.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a project may make errors of them; here they are no fault
        try:
            server = _server(config)
            report = judged_alone(Tree(), slug, Answer(path), server)
        except Exception as error:
            _close(config)
            raise GraderFaultError(f"{type(error).__name__}: {error}") from error
    if report["outcome"] == "grader-error":
        _close(config)  # the next kata gets a server that nothing has happened to
        raise GraderFaultError(" ".join(report["notes"]))
    workspace = path.parents[2]
    if workspace.resolve() == INSTALLED:
        return report
    complaint = progress.record(workspace, slug, report["score"], report["max_score"])
    return report if complaint is None else {**report, "notes": [*report["notes"], complaint]}


def _server(config: pytest.Config) -> Sandbox:
    """The session's fork server: in an interpreter of its own, for pytest may have threads."""
    if _SERVER not in config.stash:
        config.stash[_SERVER] = start_server(highest_level())
        config.add_cleanup(lambda: _close(config))
    return config.stash[_SERVER]


def _close(config: pytest.Config) -> None:
    if _SERVER in config.stash:
        config.stash[_SERVER].close()
        del config.stash[_SERVER]
