"""Print the tables: `python -m tests.benchmarks`, from the root, on an otherwise idle machine."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version

from tests.benchmarks.timing import one_thread, table

PEERS = ("numpy", "numba", "opencv-python-headless", "pycocotools", "sacrebleu", "nltk", "torch")


def main() -> None:
    one_thread()
    from tests.benchmarks import references  # imports NumPy, which reads the settings

    print("# Benchmarks: how many times longer the alternative takes\n")
    print(f"`python -m tests.benchmarks` on {platform.machine()}, Python {platform.python_version()};")
    print(f"{', '.join(_versions())}; one thread.\n")
    print(table(references.rows()))
    if hasattr(os, "getloadavg"):
        print(f"\nLoad at the end: {os.getloadavg()[0]:.1f}, of which 1 is the benchmark itself.")


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
