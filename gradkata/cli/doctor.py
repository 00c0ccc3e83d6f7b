"""`kata doctor`: whether this machine has what judging needs, and what to do where it has not."""

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
    """One thing that was looked at; ``remedy`` says what to do where it is not well."""

    name: str
    state: str
    remedy: str = ""
    is_well: bool = True


def run(arguments: argparse.Namespace) -> int:
    """Look at everything; exit code 1 where something needs doing."""
    look = look_of(sys.stdout)
    # First of all, while this process is as fresh as that of a check: Numba starts threads.
    sandbox = [_sandbox(), *_bubblewrap()]
    found = [_python(), *map(_package, NEEDED), *_workspace(arguments), *sandbox]
    print("\n".join(lines(found, look)))
    return 0 if all(each.is_well for each in found) else 1


def lines(found: list[Finding], look: Look) -> list[str]:
    """The findings, each fault followed by its remedy."""
    out = []
    width = max(len(each.name) for each in found)
    for each in found:
        sign = look.signs.passed if each.is_well else look.signs.failed
        first = f"  {sign} {each.name:<{width}}  "
        told = prose(each.state, look, first, " " * (width + 6))
        out += [told[0].replace(sign, look.paint(sign, "green" if each.is_well else "red"), 1)]
        out += told[1:]
        if each.remedy:
            out += prose(each.remedy, look, " " * (width + 6), " " * (width + 6))
    faults = sum(not each.is_well for each in found)
    ending = f"{faults} to mend." if faults else "All is well."
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
    """The leading numbers of a version: (2, 0) of 2.0rc1."""
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
        is_foreign = progress.read(root).is_foreign
        redo = "" if is_foreign else "The next check moves it aside and begins a new one."
        findings.append(Finding("progress", complaint, redo, is_well=False))
    return findings


def _sandbox() -> Finding:
    """The live self-test of the level that this system is expected to reach."""
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
        limits = "" if level == "kernel" else "Fit for your own code; grading others needs Linux."
        return Finding("sandbox", state, limits)
    shown = "; ".join(escaping.for_log(str(each), limit=200) for each in list(result.failures)[:3])
    remedy = (
        "`kata check` then runs your own code with limits only. Grading others needs Linux 5.13 or "
        "newer with Landlock and seccomp; in a container, a seccomp profile that allows them."
    )
    return Finding("sandbox", f"{level} does not hold: {shown}", remedy, is_well=False)


def _bubblewrap() -> list[Finding]:
    """The live self-test of the level above, which is for grading others and may be missing."""
    if sys.platform != "linux":
        return []
    from gradkata.isolation.selftest import selftest

    result = selftest("bwrap")
    if result.passed:
        return [Finding("bubblewrap", f"bwrap: {result.probes} probes passed in {result.seconds:.2f} s")]
    shown = "; ".join(escaping.for_log(str(each), limit=300) for each in list(result.failures)[:3])
    # Where it never started, nothing leaks: `check` does well without.
    remedy = "Only for grading others, as one more wall; `kata check` does without."
    return [Finding("bubblewrap", f"not offered: {shown}", remedy, is_well=not result.probes)]
