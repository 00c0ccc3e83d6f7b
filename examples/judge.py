"""Judge the answers in this folder as `kata check KATA --submission FILE` does, and compare the outcomes with
`expected.json`.

    python3 run.py examples             all of them
    python3 run.py examples wrong/iou   those whose path contains one of these words
    python3 run.py examples --write     and write the outcomes, to be reviewed before they are committed
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gradkata.catalog import Catalog, short_name
from gradkata.reports.page import painted, prose
from gradkata.reports.palette import Look, look_of

if TYPE_CHECKING:
    from gradkata.isolation.sandbox import Sandbox

Brief = Mapping[str, Any]
HERE = Path(__file__).resolve().parent
EXPECTED = HERE / "expected.json"
FOLDERS = ("right", "wrong", "slow", "hostile")
# The folders that each level can judge: without limits a slow answer never ends, and only the kernel can
# confine a hostile one.
JUDGED_AT = {"kernel": FOLDERS, "subprocess": FOLDERS[:3], "in-process": FOLDERS[:2]}
LEFT_OUT = (
    "This system cannot confine what a file does: only level `{level}` works here, so these were not run: "
    "{folders}. `kata doctor` says what is missing."
)


def main() -> int:
    """Print every report, then the table; return 0 if all are as expected, 1 if not, 3 on a grader error."""
    from gradkata.cli.restart import restart

    restart()
    import numpy  # noqa: F401  the fork server and all its children share this import

    from gradkata.isolation.selftest import highest_level
    from gradkata.isolation.starting import fork_server
    from gradkata.reports.terminal import show

    arguments = _arguments()
    sys.stdout.reconfigure(errors="backslashreplace")
    level = highest_level()
    chosen = [
        name
        for name in samples(JUDGED_AT[level])
        if not arguments.words or any(word in name for word in arguments.words)
    ]
    look = look_of(sys.stdout)
    found = {}
    with fork_server(level) as server:
        for name in chosen:
            print("\n".join(heading(name, look)), end="\n\n", flush=True)
            report = judged(name, server)
            show(report, sys.stdout)
            print(flush=True)
            found[name] = brief(report)
    if arguments.write:
        write(expected() | found)
    wanted = {name: it for name, it in expected().items() if name in chosen or not (HERE / name).is_file()}
    print("\n".join(table(found, wanted, look)))
    if len(JUDGED_AT[level]) < len(FOLDERS):
        folders = ", ".join(FOLDERS[len(JUDGED_AT[level]) :])
        print("\n" + "\n".join(prose(LEFT_OUT.format(level=level, folders=folders), look)))
    if any(it["outcome"] == "grader-error" for it in found.values()):
        return 3
    return int(found != wanted)


def samples(folders: Sequence[str] = FOLDERS) -> list[str]:
    """Return the answers in ``folders``, as paths relative to this folder."""
    return [f"{folder}/{path.name}" for folder in folders for path in sorted((HERE / folder).glob("*.py"))]


def kata_of(name: str, catalog: Catalog) -> str:
    """Return the slug of the kata that a file answers: its name begins with the kata's name.

    Raises:
        LookupError: if it begins with the name of no kata.
    """
    stem = Path(name).stem
    slugs = [slug for slug in catalog.slugs if f"{stem}_".startswith(f"{short_name(slug)}_")]
    if not slugs:
        raise LookupError(
            f"examples/{name} does not begin with the name of a kata. Call it KATA_what_it_does.py."
        )
    return max(slugs, key=lambda slug: len(short_name(slug)))


def judged(name: str, server: "Sandbox", **limits: float) -> Mapping[str, Any]:
    """Return the report on one answer; ``limits`` replace those of the kata."""
    from dataclasses import replace

    from gradkata.isolation.sandbox import SandboxError
    from gradkata.judging.exercises import exercise
    from gradkata.judging.judge import judge
    from gradkata.judging.report import grader_error
    from gradkata.submissions.submission import Submission

    catalog, path = Catalog(), HERE / name
    slug = kata_of(name, catalog)
    task = exercise(catalog, slug)
    if limits:
        task = replace(task, limits=replace(task.limits, **limits))
    try:
        return judge(task, Submission(path.read_bytes(), path.name), server)
    except SandboxError as error:
        return grader_error(slug, str(error), server.level)


def brief(report: Mapping[str, Any]) -> Brief:
    """Return the part of a report that `expected.json` holds."""
    mistake = report["misconception"]
    return {
        "outcome": report["outcome"],
        "score": report["score"],
        "max_score": report["max_score"],
        "misconception": mistake and mistake["name"],
    }


def expected() -> dict[str, Brief]:
    """Return the expected outcome of every answer."""
    entries: dict[str, Brief] = json.loads(EXPECTED.read_text("utf-8")) if EXPECTED.is_file() else {}
    return entries


def write(found: Mapping[str, Brief]) -> None:
    """Write the outcomes, one answer per line, without the files that no longer exist."""
    lines = [f"  {json.dumps(name)}: {json.dumps(found[name])}" for name in samples() if name in found]
    EXPECTED.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def heading(name: str, look: Look) -> list[str]:
    """Return a rule with the name of the file, and the docstring of the file."""
    rule = "─" if look.symbols.dot == "·" else "-"
    first = f"{rule * 2} {name} "
    lines = [look.paint(first + rule * (look.width - len(first)), "bold")]
    about = re.match(r'"""(.+?)"""', (HERE / name).read_text("utf-8"), re.DOTALL)
    return lines + painted(prose(about[1] if about else "", look), look, "dim") if about else lines


def table(found: Mapping[str, Brief], wanted: Mapping[str, Brief], look: Look) -> list[str]:
    """Return a line for each answer, and below it what was expected if that differs."""
    lines = []
    for folder in FOLDERS:
        names = [name for name in (found | wanted) if name.startswith(f"{folder}/")]
        lines += [look.paint(folder, "bold")] if names else []
        for name in names:
            lines += _rows(name, found.get(name), wanted.get(name), look)
    met = sum(found[name] == wanted.get(name) for name in found)
    return [*lines, "", f"{met} of {len(found | wanted)} answers came out as expected."]


def _rows(name: str, it: Brief | None, wanted: Brief | None, look: Look) -> Iterator[str]:
    passed, failed = look.paint(look.symbols.passed, "green"), look.paint(look.symbols.failed, "red")
    shown = Path(name).stem
    yield f"  {passed if it == wanted else failed} {shown:<26}  {_brief_text(it) if it else 'the file is gone'}"
    if it != wanted:
        yield f"    {'expected':>26}  {_brief_text(wanted) if wanted else 'an entry in expected.json'}"


def _brief_text(it: Brief) -> str:
    points = f"{it['score']:g}/{it['max_score']:g}"
    mistake = (it["misconception"] or "").replace("_", " ")
    return f"{points:>5}  {it['outcome']:<10}  {mistake}".rstrip()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py examples", description="Judge the sample answers.")
    parser.add_argument("words", nargs="*", metavar="WORD", help="only those whose path contains a word")
    parser.add_argument("--write", action="store_true", help="write expected.json")
    return parser.parse_args()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader, `head` or a pager, has closed the pipe: send the interpreter's last flush to the null device.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
