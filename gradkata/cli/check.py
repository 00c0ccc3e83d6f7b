"""`kata check`: judge answers."""

import argparse
import shlex
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from gradkata import exit_codes
from gradkata.catalog import Catalog, short_name
from gradkata.cli.after_check import FollowUp, lines, next_sentence, record
from gradkata.cli.errors import GraderError, UsageError
from gradkata.cli.options import catalog_of, own_workspace
from gradkata.isolation.levels import Level
from gradkata.outcomes import Report
from gradkata.session import JudgeError, Session, server_session
from gradkata.submissions.submission import Submission, read_file
from gradkata.workspace.status import begun, find_workspace


class Target(NamedTuple):
    """One kata to judge: the path of the answer, its content if it was handed in, notes for its author."""

    slug: str
    path: Path
    submission: Submission | None = None
    notes: tuple[str, ...] = ()


def run(arguments: argparse.Namespace) -> int:
    """Judge the katas that were named, or all that were begun, and show the reports."""
    catalog = catalog_of(arguments)
    targets = list(_targets(catalog, arguments))
    slugs, is_own = [each.slug for each in targets], arguments.submission is None
    worst, reports, follow_ups = exit_codes.OK, [], []
    with _session(catalog, arguments) as session:
        for each in targets:
            submission = each.submission or read_file(each.path)
            report = session.report(each.slug, submission, each.notes)
            reports.append(report)
            worst = max(worst, exit_codes.of_report(report))
            follow_ups.append(
                _record(catalog, each.path, report, submission.source) if is_own else FollowUp()
            )
            if arguments.json:
                _print_json(report)
            elif len(targets) > 1:
                _print_row(report, slugs)
    if not arguments.json:
        _print_details(catalog, arguments, targets, reports, follow_ups)
    return worst


def _print_details(
    catalog: Catalog,
    arguments: argparse.Namespace,
    targets: list[Target],
    reports: list[Report],
    follow_ups: list[FollowUp],
) -> None:
    """Print one report in full: the only one, or below the table the first one without all points."""
    from gradkata.reports.table import closing, shown_in_full

    report = reports[0] if len(reports) == 1 else shown_in_full(reports)
    if len(reports) > 1:
        print()
    if report is not None:
        place = reports.index(report)
        is_own, follow_up = arguments.submission is None, follow_ups[place]
        # The next step is printed once: in the closing lines, or if only one kata was judged.
        says_next = len(reports) == 1 and not follow_up.finished
        then = next_sentence(follow_up.upcoming) if says_next else ""
        if is_own:
            _show(report, then=then)
        else:
            again = (
                f"`kata check {short_name(report['kata'])} --submission {shlex.quote(arguments.submission)}`"
            )
            _show(report, file=str(targets[place].path), again=again)
    for each in follow_ups:
        _close(catalog, each)
    if len(reports) > 1:
        from gradkata.reports.palette import look_of

        command = "kata check NAME"
        if arguments.submission is not None:
            command += f" --submission {shlex.quote(arguments.submission)}"
        print("\n".join(closing(reports, command, look_of(sys.stdout))))


def _targets(catalog: Catalog, arguments: argparse.Namespace) -> Iterator[Target]:
    """Yield each kata to judge, with its answer."""
    if arguments.submission is not None:
        yield from submitted(catalog, Path(arguments.submission), arguments.kata)
        return
    home = own_workspace(catalog)
    slugs = [catalog.resolve(name) for name in arguments.kata] or begun(catalog, home)
    if not slugs and (strange := _unknown(catalog, home)):
        raise UsageError(
            f"{strange} belongs to no kata that is known here. Name its collection with --collection or in course.toml."
        )
    if not slugs:
        raise UsageError("No kata is begun yet. Edit a file in `katas/`, or name a kata: `kata check iou`.")
    for slug in dict.fromkeys(slugs):
        path = home / "katas" / f"{slug}.py"
        if not path.is_file():
            raise UsageError(f"{path} does not exist. `kata init` puts missing stubs back.")
        yield Target(slug, path)


def _unknown(catalog: Catalog, home: Path) -> str:
    """A file of the workspace that answers no kata of the catalog, or an empty string."""
    known = {home / "katas" / f"{slug}.py" for slug in catalog.slugs}
    found = sorted(path for path in (home / "katas").glob("*/*.py") if path not in known)
    return str(found[0].relative_to(home)) if found else ""


def submitted(catalog: Catalog, path: Path, names: list[str]) -> Iterator[Target]:
    """Yield each kata that the path holds an answer to, or only the named ones."""
    from gradkata.submissions.reader import read

    slugs = [catalog.resolve(name) for name in names]
    # A link could hand in the reference answers, or make a report show a line of a private file.
    if path.is_symlink():
        raise UsageError(f"{path} is a symbolic link. Hand in the file itself.")
    found = read(path, catalog, slugs)
    if found.fault:
        raise UsageError(found.fault)
    missing = [slug for slug in slugs if slug not in found.answers]
    if missing:
        why = [note for slug in missing for note in found.notes.get(slug, ())]
        raise UsageError(" ".join([f"{path} holds no answer to {' and '.join(missing)}.", *why]))
    for slug, submission in found.answers.items():
        if path.suffix in (".py", ".ipynb") and path.name.isprintable():
            submission = replace(submission, filename=path.name)  # the name that the author knows
        yield Target(slug, path, submission, found.notes.get(slug, ()))


def _session(catalog: Catalog, arguments: argparse.Namespace) -> Session:
    """Start a session whose server is forked from this process, which has not opened any kata yet."""
    level: Level | None = "in-process" if arguments.in_process else arguments.sandbox
    session = server_session(catalog, level, forked=True)
    try:
        session.start()
    except JudgeError as error:
        named = f" at level `{level}`" if level else ""
        raise GraderError(f"No sandbox{named}: {error} `kata doctor` says more.") from error
    return session


def _record(catalog: Catalog, path: Path, report: Report, answer: bytes) -> FollowUp:
    home = find_workspace(path.resolve().parent, catalog)
    if home is None or report["outcome"] == "grader-error":
        return FollowUp()
    follow_up = record(catalog, home, report, answer)
    if follow_up.complaint:
        print(follow_up.complaint, file=sys.stderr)
    return follow_up


def _print_json(report: Report) -> None:
    import json

    print(json.dumps(report, ensure_ascii=True), flush=True)


def _print_row(report: Report, slugs: list[str]) -> None:
    from gradkata.reports.palette import look_of
    from gradkata.reports.table import row

    print(row(report, slugs, look_of(sys.stdout)), flush=True)


def _show(
    report: Report, *, file: str | None = None, then: str | None = None, again: str | None = None
) -> None:
    from gradkata.reports.terminal import show

    show(report, sys.stdout, file=file, then=then, again=again)
    print(flush=True)


def _close(catalog: Catalog, follow_up: FollowUp) -> None:
    if follow_up.finished:
        from gradkata.reports.palette import look_of

        print("\n".join(lines(catalog, follow_up, look_of(sys.stdout))), end="\n\n", flush=True)
