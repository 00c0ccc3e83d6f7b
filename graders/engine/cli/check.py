"""`kata check`: judge my answer."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graders.engine.cli.closing import Kept, keep, lines, then
from graders.engine.cli.errors import GraderError, UsageError
from graders.engine.cli.standing import begun, here
from graders.engine.cli.verdict import ALL_POINTS, GRADER_ERROR, Answer, Report, exit_code, failed, judged
from graders.engine.tree import Tree, workspace

if TYPE_CHECKING:
    from graders.engine.isolation.sandbox import Sandbox


def run(arguments: argparse.Namespace) -> int:
    """Judge the katas that were named, or all that were begun, and show the reports."""
    tree = Tree()
    answers = dict(_answers(tree, arguments))
    worst, reports = ALL_POINTS, []
    with _sandbox(arguments) as server:
        for slug, answer in answers.items():
            report = _report(tree, slug, answer, server)
            reports.append(report)
            worst = max(worst, exit_code(report))
            kept = _kept(tree, answer.path, report) if arguments.submission is None else Kept()
            if arguments.json:
                _print_json(report)
            elif arguments.submission is not None:
                _show(report, file=str(answer.path))
            else:
                # What is next is said once: by the closing word, or where one kata was judged.
                says_next = len(answers) == 1 and not kept.finished
                _show(report, then=then(kept.coming) if says_next else "")
                _close(tree, kept)
    if len(reports) > 1 and not arguments.json:
        _sum_up(reports)
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
    from graders.engine.submissions.handed import read

    slugs = [tree.resolve(name) for name in names]
    # A link could hand in the answer key, or show a line of a file that is nobody's business.
    if path.is_symlink():
        raise UsageError(f"{path} is a link to somewhere else. Hand in the file itself.")
    handed = read(path, tree, slugs)
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
def _sandbox(arguments: argparse.Namespace) -> "Iterator[Sandbox]":
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
        yield server


def _report(tree: Tree, slug: str, answer: Answer, server: "Sandbox") -> Report:
    from graders.engine.isolation.sandbox import SandboxError

    try:
        return judged(tree, slug, answer, server)
    except SandboxError as error:
        return failed(slug, error, server.level)


def _kept(tree: Tree, path: Path, report: Report) -> Kept:
    home = workspace(path.resolve().parent)
    if home is None or exit_code(report) == GRADER_ERROR:
        return Kept()
    kept = keep(tree, home, report)
    if kept.complaint:
        print(kept.complaint, file=sys.stderr)
    return kept


def _print_json(report: Report) -> None:
    import json

    print(json.dumps(report, ensure_ascii=True), flush=True)


def _show(report: Report, *, file: str | None = None, then: str | None = None) -> None:
    from graders.engine.reports.terminal import show

    show(report, sys.stdout, file=file, then=then)
    print(flush=True)


def _close(tree: Tree, kept: Kept) -> None:
    if kept.finished:
        from graders.engine.reports.palette import look_of

        print("\n".join(lines(tree, kept, look_of(sys.stdout))), end="\n\n", flush=True)


def _sum_up(reports: list[Report]) -> None:
    from graders.engine.reports.palette import look_of
    from graders.engine.reports.terminal import summary

    print(summary(reports, look_of(sys.stdout)), end="")
