"""`kata check`: judge my answer."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from gradkata import exit_codes
from gradkata.catalog import Catalog
from gradkata.cli.after_check import Kept, keep, lines, next_sentence
from gradkata.cli.errors import GraderError, UsageError
from gradkata.cli.options import catalog_of, own_workspace
from gradkata.isolation.levels import Level
from gradkata.outcomes import Report
from gradkata.session import JudgeError, Session, here
from gradkata.submissions.submission import Submission, read_file
from gradkata.workspace.status import begun, find_workspace


class Target(NamedTuple):
    """One kata to judge: the path, what was read from it where it was handed in, and notes for its author."""

    slug: str
    path: Path
    submission: Submission | None = None
    notes: tuple[str, ...] = ()


def run(arguments: argparse.Namespace) -> int:
    """Judge the katas that were named, or all that were begun, and show the reports."""
    catalog = catalog_of(arguments)
    targets = list(_targets(catalog, arguments))
    worst, reports = exit_codes.OK, []
    with _session(catalog, arguments) as session:
        for each in targets:
            report = session.report(each.slug, each.submission or read_file(each.path), each.notes)
            reports.append(report)
            worst = max(worst, exit_codes.of_report(report))
            kept = _kept(catalog, each.path, report) if arguments.submission is None else Kept()
            if arguments.json:
                _print_json(report)
            elif arguments.submission is not None:
                _show(report, file=str(each.path))
            else:
                # The next step is printed once: in the closing lines, or where one kata was judged.
                says_next = len(targets) == 1 and not kept.finished
                _show(report, then=next_sentence(kept.upcoming) if says_next else "")
                _close(catalog, kept)
    if len(reports) > 1 and not arguments.json:
        _sum_up(reports)
    return worst


def _targets(catalog: Catalog, arguments: argparse.Namespace) -> Iterator[Target]:
    """Each kata to judge, with its answer."""
    if arguments.submission is not None:
        yield from _submitted(catalog, Path(arguments.submission), arguments.kata)
        return
    home = own_workspace(catalog)
    slugs = [catalog.resolve(name) for name in arguments.kata] or begun(catalog, home)
    if not slugs:
        raise UsageError("No kata is begun yet. Open a file below `katas/`, or name one: `kata check iou`.")
    for slug in dict.fromkeys(slugs):
        path = home / "katas" / f"{slug}.py"
        if not path.is_file():
            raise UsageError(f"{path} is not there. `kata init` puts missing stubs back.")
        yield Target(slug, path)


def _submitted(catalog: Catalog, path: Path, names: list[str]) -> Iterator[Target]:
    """Each kata that a path holds an answer to, or the named ones."""
    from gradkata.submissions.reader import read

    slugs = [catalog.resolve(name) for name in names]
    # A link could hand in the answer key, or show a line of a file that is nobody's business.
    if path.is_symlink():
        raise UsageError(f"{path} is a link to somewhere else. Hand in the file itself.")
    found = read(path, catalog, slugs)
    if found.fault:
        raise UsageError(found.fault)
    missing = [slug for slug in slugs if slug not in found.answers]
    if missing:
        why = [note for slug in missing for note in found.notes.get(slug, ())]
        raise UsageError(" ".join([f"{path} holds no answer to {' and '.join(missing)}.", *why]))
    for slug, submission in found.answers.items():
        if path.suffix in (".py", ".ipynb") and path.name.isprintable():
            submission = replace(submission, filename=path.name)  # the name that its author knows
        yield Target(slug, path, submission, found.notes.get(slug, ()))


def _session(catalog: Catalog, arguments: argparse.Namespace) -> Session:
    """A session whose server is forked from this fresh process: nothing of a kata has been opened yet."""
    level: Level | None = "in-process" if arguments.in_process else arguments.sandbox
    session = here(catalog, level, forked=True)
    try:
        session.start()
    except JudgeError as error:
        named = f" at level `{level}`" if level else ""
        raise GraderError(f"No sandbox{named}: {error} `kata doctor` says more.") from error
    return session


def _kept(catalog: Catalog, path: Path, report: Report) -> Kept:
    home = find_workspace(path.resolve().parent, catalog)
    if home is None or report["outcome"] == "grader-error":
        return Kept()
    kept = keep(catalog, home, report)
    if kept.complaint:
        print(kept.complaint, file=sys.stderr)
    return kept


def _print_json(report: Report) -> None:
    import json

    print(json.dumps(report, ensure_ascii=True), flush=True)


def _show(report: Report, *, file: str | None = None, then: str | None = None) -> None:
    from gradkata.reports.terminal import show

    show(report, sys.stdout, file=file, then=then)
    print(flush=True)


def _close(catalog: Catalog, kept: Kept) -> None:
    if kept.finished:
        from gradkata.reports.palette import look_of

        print("\n".join(lines(catalog, kept, look_of(sys.stdout))), end="\n\n", flush=True)


def _sum_up(reports: list[Report]) -> None:
    from gradkata.reports.palette import look_of
    from gradkata.reports.terminal import summary

    print(summary(reports, look_of(sys.stdout)), end="")
