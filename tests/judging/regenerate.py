"""Write the golden reports on the examples: `python tests/judging/regenerate.py`, then read the diff."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from golden_reports import EXAMPLES, GOLDEN, files_of


def main() -> None:
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.iterdir():
        old.unlink()
    for example in EXAMPLES:
        for name, text in files_of(example).items():
            (GOLDEN / name).write_text(text, "utf-8", newline="\n")
    print(f"{len(EXAMPLES)} reports written; review them with `git diff tests/judging/golden`.")


if __name__ == "__main__":
    main()
