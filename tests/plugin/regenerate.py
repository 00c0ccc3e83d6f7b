"""Write the golden screen of one failing kata: `python tests/plugin/regenerate.py`, then read the diff."""

import sys
import tempfile
from pathlib import Path

from running import GOLDEN, IOU, example, python, shown, write_entry


def main():
    with tempfile.TemporaryDirectory() as folder:
        entry, work = write_entry(Path(folder) / "installed"), Path(folder) / "work"
        python("-m", "gradkata.cli", "init", work, cwd=folder, entry=entry)
        (work / IOU).write_text(example("wrong", "iou_without_clamp"), "utf-8")
        screen = shown(python("-m", "pytest", "-q", IOU, cwd=work, entry=entry)[1])
    GOLDEN.mkdir(exist_ok=True)
    (GOLDEN / "iou_without_clamp.txt").write_text(screen, "utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
