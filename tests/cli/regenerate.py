"""Write the golden screens of the commands: `python tests/cli/regenerate.py`, then read the diff."""

import shutil
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from screens import GOLDEN, files


def main() -> None:
    shutil.rmtree(GOLDEN, ignore_errors=True)
    screens = dict(files())
    for path, text in screens.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    print(f"{len(screens)} screens written; review them with `git diff tests/cli/golden`.")


if __name__ == "__main__":
    main()
