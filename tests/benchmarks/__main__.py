"""Print the tables: `python -m tests.benchmarks [--write]`, from the root, on an otherwise idle machine."""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.benchmarks.timing import one_thread, table

PEERS = (
    "numpy", "numba", "scipy", "scikit-learn", "opencv-python-headless", "pycocotools", "sacrebleu", "nltk", "torch",
)  # fmt: skip


PAGE = Path("docs/benchmarks.md")


def main() -> None:
    from tests.benchmarks import classes, judging

    waiting, grading = judging.rows(), [*classes.rows(), *classes.growth_rows()]
    one_thread()
    from tests.benchmarks import references  # imports NumPy, which reads the settings

    text = page(table(waiting), table(grading), table(references.rows()))
    if "--write" in sys.argv[1:]:
        PAGE.write_text(text, "utf-8")
    print(text, end="")


def page(waiting: str, grading: str, references: str) -> str:
    """The whole page, in Markdown."""
    lines = [
        "# Benchmarks",
        "",
        f"Written by `python -m tests.benchmarks --write` on {_processor()}, {os.cpu_count()} processors,",
        f"Python {platform.python_version()}; {', '.join(_versions())}.",
        "Ratios are medians over rounds in which the candidates take turns; a missed goal is marked.",
        "",
        "## What a student waits for",
        "",
        "How many times as long it takes as the command or time after the colon;",
        "fresh processes with compiled bytecode.",
        "",
        waiting,
        "",
        "## What a class waits for",
        "",
        "How many times longer the alternative takes per submission;",
        "gradkata uses all cores and starts from a cold shell.",
        "For costs, how many times as much as the value after the colon.",
        "",
        grading,
        "",
        "## The references, one thread",
        "",
        "How many times longer the alternative after the colon takes.",
        "",
        references,
    ]
    if hasattr(os, "getloadavg"):
        load = f"{os.getloadavg()[0]:.1f}, of which 1 is the benchmark itself"
        lines += ["", f"Load at the end: {load}."]
    return "\n".join(lines) + "\n"


def _processor() -> str:
    """What the processor is called, or at least its architecture."""
    try:
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return f"{line.partition(':')[2].strip()} ({platform.machine()})"
    except OSError:
        pass
    return platform.machine()


def _versions() -> list[str]:
    found = []
    for peer in PEERS:
        try:
            found.append(f"{peer} {version(peer)}")
        except PackageNotFoundError:
            found.append(f"{peer} missing")
    return found


if __name__ == "__main__":
    main()
