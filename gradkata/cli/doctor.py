"""`kata doctor`: check that this machine has what judging needs, and say how to fix what is missing."""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import Literal, NamedTuple

from gradkata.catalog import CollectionError
from gradkata.cli.options import catalog_of
from gradkata.course_file import CourseError
from gradkata.reports import escaping
from gradkata.reports.page import prose
from gradkata.reports.palette import Look, look_of
from gradkata.workspace import progress
from gradkata.workspace.status import MISSING, find_workspace, statuses

PYTHON = (3, 11)
NEEDED = {
    "numpy": "2.0",
    "numba": "0.61",
    "hypothesis": "6.150",
    "pytest": "8.3",
    "argcomplete": "3.5",
    "watchfiles": "1.0",
    "tqdm": "4.66",
}


class Finding(NamedTuple):
    """One thing that was checked; ``remedy`` says what to do about it."""

    name: str
    state: str
    remedy: str = ""
    is_well: bool = True


def run(arguments: argparse.Namespace) -> int:
    """Check everything; the exit code is 1 if something needs fixing."""
    look = look_of(sys.stdout)
    # First, while this process has as few threads as that of `kata check`: importing Numba starts some.
    sandbox = [_sandbox(), *_bubblewrap()]
    found = [_python(), *map(_package, NEEDED), *_workspace(arguments), *sandbox]
    print("\n".join(lines(found, look)))
    return 0 if all(each.is_well for each in found) else 1


def lines(found: list[Finding], look: Look) -> list[str]:
    """Return the lines of the findings, each followed by its remedy."""
    out = []
    width = max(len(each.name) for each in found)
    for each in found:
        symbol = look.symbols.passed if each.is_well else look.symbols.failed
        label = f"  {symbol} {each.name:<{width}}  "
        first, *rest = prose(each.state, look, label, " " * (width + 6))
        out += [first.replace(symbol, look.paint(symbol, "green" if each.is_well else "red"), 1), *rest]
        if each.remedy:
            out += prose(each.remedy, look, " " * (width + 6), " " * (width + 6))
    faults = sum(not each.is_well for each in found)
    ending = f"{faults} to fix." if faults else "All is well."
    return [*out, "", f"  {look.paint(ending, 'bold')}"]


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= PYTHON:
        return Finding("Python", version)
    wanted = ".".join(map(str, PYTHON))
    return Finding("Python", version, f"Install Python {wanted} or newer.", is_well=False)


def _package(name: str) -> Finding:
    from importlib.metadata import PackageNotFoundError, version

    install = f"{Path(sys.executable).name} -m pip install '{name}>={NEEDED[name]}'"
    try:
        found = version(name)
        import_module(name)
    except PackageNotFoundError:
        return Finding(name, "not installed", install, is_well=False)
    except Exception as error:
        state = f"cannot be imported: {escaping.for_log(str(error), limit=300)}"
        return Finding(name, state, install, is_well=False)
    if _numbers(found) < _numbers(NEEDED[name]):
        return Finding(name, f"{found}, too old", install, is_well=False)
    return Finding(name, found)


def _numbers(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version: (2, 0) for 2.0rc1."""
    numbers: list[int] = []
    for part in version.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        numbers.append(int(digits))
        if digits != part:
            break
    return tuple(numbers)


def _workspace(arguments: argparse.Namespace) -> list[Finding]:
    try:
        catalog = catalog_of(arguments)
    except (CollectionError, CourseError) as error:
        return [Finding("collections", escaping.for_log(str(error), limit=500), is_well=False)]
    root = find_workspace(Path.cwd(), catalog)
    if root is None:
        return [Finding("workspace", "none here", "`kata init work` makes one.")]
    found, complaint = statuses(catalog, root)
    absent = sum(each.state == MISSING for each in found)
    remedy = f"{absent} katas are not in it; `kata init` adds them." if absent else ""
    findings = [Finding("workspace", str(root), remedy)]
    if complaint:
        is_newer_format = progress.read(root).is_newer_format
        redo = "" if is_newer_format else "The next check moves it aside and starts a new one."
        findings.append(Finding("progress", complaint, redo, is_well=False))
    return findings


def _sandbox() -> Finding:
    """Run the self-test of the level that this system is expected to reach."""
    level: Literal["kernel", "subprocess"] = "kernel" if sys.platform == "linux" else "subprocess"
    try:
        from gradkata.isolation.selftest import selftest

        result = selftest(level)
    except Exception as error:
        state = f"the self-test itself failed: {escaping.for_log(str(error), limit=300)}"
        return Finding("sandbox", state, "Install gradkata again, or report this.", is_well=False)
    if result.passed:
        tried = f"{result.probes} probes passed" if result.probes else "a process started and answered"
        state = f"{level}: {tried} in {result.seconds:.2f} s"
        limits = "" if level == "kernel" else "Suitable for your own code; grading others' code needs Linux."
        return Finding("sandbox", state, limits)
    shown = "; ".join(escaping.for_log(str(each), limit=200) for each in list(result.failures)[:3])
    remedy = (
        "`kata check` then runs your own code with limits only. Grading others' code needs Linux 5.13 or "
        "newer with Landlock and seccomp; in a container, a seccomp profile that allows them."
    )
    return Finding("sandbox", f"{level} failed: {shown}", remedy, is_well=False)


def _bubblewrap() -> list[Finding]:
    """Run the self-test of the next level, which is for grading others' code and may be missing."""
    if sys.platform != "linux":
        return []
    from gradkata.isolation.selftest import selftest

    result = selftest("bwrap")
    if result.passed:
        return [Finding("bubblewrap", f"bwrap: {result.probes} probes passed in {result.seconds:.2f} s")]
    shown = "; ".join(escaping.for_log(str(each), limit=300) for each in list(result.failures)[:3])
    # If it never started, nothing can leak, and `kata check` works without it.
    remedy = "An additional barrier, only for grading others' code; `kata check` works without it."
    return [Finding("bubblewrap", f"not available: {shown}", remedy, is_well=not result.probes)]
