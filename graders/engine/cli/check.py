"""`kata check`: judge my answer."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from graders.engine.cli.errors import GraderError, UsageError
from graders.engine.cli.standing import begun, here
from graders.engine.tree import Tree, workspace

if TYPE_CHECKING:
    from graders.engine.isolation.sandbox import Sandbox
    from graders.engine.submissions.submission import Submission

ALL_POINTS, POINTS_LOST, GRADER_ERROR = 0, 1, 3


class Answer(NamedTuple):
    """What is judged: the file, and what was read from it already where it was handed in."""

    path: Path
    submission: "Submission | None" = None
    notes: tuple[str, ...] = ()


def run(arguments: argparse.Namespace) -> int:
    """Judge the katas that were named, or all that were begun, and show the reports."""
    tree = Tree()
    answers = dict(_answers(tree, arguments))
    worst, reports = ALL_POINTS, []
    with _sandbox(arguments) as (server, notes):
        for slug, answer in answers.items():
            report = judged(tree, slug, answer, server, notes)
            reports.append(report)
            _show(report, answer.path if arguments.submission else None, as_json=arguments.json)
            code = _exit_code(report)
            worst = max(worst, code)
            if arguments.submission is None and code != GRADER_ERROR:
                _remember(answer.path, report)
    if len(reports) > 1 and not arguments.json:
        from graders.engine.reports.palette import look_of
        from graders.engine.reports.terminal import summary

        print(summary(reports, look_of(sys.stdout)), end="")
    return worst


def _answers(tree: Tree, arguments: argparse.Namespace) -> Iterator[tuple[str, Answer]]:
    """Each kata to judge, with what answers it."""
    if arguments.submission is not None:
        yield from _submitted(tree, Path(arguments.submission), arguments.kata)
        return
    home = here()
    slugs = [tree.resolve(name) for name in arguments.kata] or begun(tree, home)
    if not slugs:
        raise UsageError("No kata is begun yet. Open a file below `katas/`, or name one: `kata check iou`.")
    for slug in slugs:
        path = home / "katas" / f"{slug}.py"
        if not path.is_file():
            raise UsageError(f"{path} is not there. `kata init` puts missing stubs back.")
        yield slug, Answer(path)


def _submitted(tree: Tree, path: Path, names: list[str]) -> Iterator[tuple[str, Answer]]:
    """Each kata that a path holds an answer to, or the named ones."""
    from os.path import realpath

    from graders.engine.submissions.handed import read

    slugs = [tree.resolve(name) for name in names]
    # A link that its owner names is followed, here alone.
    handed = read(Path(realpath(path)) if path.is_symlink() else path, tree, slugs)
    if handed.fault:
        raise UsageError(handed.fault)
    missing = [slug for slug in slugs if slug not in handed.answers]
    if missing:
        why = [note for slug in missing for note in handed.notes.get(slug, ())]
        raise UsageError(" ".join([f"{path} holds no answer to {' and '.join(missing)}.", *why]))
    for slug, submission in handed.answers.items():
        if path.suffix in (".py", ".ipynb") and path.name.isprintable():
            submission = replace(submission, filename=path.name)  # the name that its author knows
        yield slug, Answer(path, submission, handed.notes.get(slug, ()))


@contextmanager
def _sandbox(arguments: argparse.Namespace) -> "Iterator[tuple[Sandbox, list[str]]]":
    """The fork server, forked from this fresh process: nothing of a kata has been opened yet."""
    import numpy  # noqa: F401  the server and all its children share this import

    from graders.engine.isolation.sandbox import SandboxError
    from graders.engine.isolation.selftest import highest_level
    from graders.engine.isolation.starting import fork_server

    level = "in-process" if arguments.in_process else arguments.sandbox or highest_level()
    try:
        server = fork_server(level)
    except SandboxError as error:
        raise GraderError(f"No sandbox at level `{level}`: {error} `kata doctor` says more.") from error
    with server:
        yield server, notes_on(level)


def notes_on(level: str) -> list[str]:
    """What a report says of the level that it was judged at: nothing where that confines."""
    from graders.engine.isolation.sandbox import CONFINING

    return [] if level in CONFINING else [_UNCONFINED.format(level=level)]


def judged(tree: Tree, slug: str, answer: Answer, server: "Sandbox", notes: list[str]) -> Mapping[str, Any]:
    """The report on one file; a grader or sandbox that failed makes one of its own."""
    from graders.engine.drawing.bank import BankError
    from graders.engine.isolation.sandbox import SandboxError
    from graders.engine.judging.exercises import exercise
    from graders.engine.judging.judge import judge
    from graders.engine.judging.report import grader_error
    from graders.engine.submissions.submission import Submission

    try:
        submission = answer.submission or Submission(answer.path.read_bytes(), answer.path.name)
        return judge(exercise(tree, slug), submission, server, notes=[*notes, *answer.notes])
    except (SandboxError, BankError, LookupError, OSError) as error:
        return grader_error(slug, f"{type(error).__name__}: {error}", server.level)


def _show(report: Mapping[str, Any], submitted: Path | None, *, as_json: bool) -> None:
    if as_json:
        import json

        print(json.dumps(report, ensure_ascii=True))
        return
    from graders.engine.reports.terminal import show

    show(report, sys.stdout, file=str(submitted) if submitted else None)
    print(flush=True)


def _remember(path: Path, report: Mapping[str, Any]) -> None:
    from graders.engine.cli.progress import record

    home = workspace(path.resolve().parent)
    complaint = home and record(home, report["kata"], report["score"], report["max_score"])
    if complaint:
        print(complaint, file=sys.stderr)


def _exit_code(report: Mapping[str, Any]) -> int:
    if report["outcome"] == "grader-error":
        return GRADER_ERROR
    return ALL_POINTS if report["score"] == report["max_score"] else POINTS_LOST


_UNCONFINED = (
    "Judged at level `{level}`, which does not confine what the file may do: for your own code only."
)
