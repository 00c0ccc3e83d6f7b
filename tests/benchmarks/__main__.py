"""Print the tables: `python -m tests.benchmarks`, from the root, on an otherwise idle machine."""

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
