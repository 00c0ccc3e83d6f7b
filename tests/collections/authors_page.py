"""docs/authors.md, executed: its files are written, its commands are run, in the order of the page."""

import re
import shlex
from pathlib import Path

from kata_command import kata

PAGE = Path(__file__).parents[2] / "docs" / "authors.md"
_BLOCK = re.compile(
    r"^(?:`(?P<file>(?:course|work)/[\w./]+)`:\n\n)?```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def executed(page, folder):
    """The page with the screens as they are now; the files of the page lie in ``folder`` afterwards."""
    place, shown, end = [folder], [], 0
    for block in _BLOCK.finditer(page):
        shown.append(page[end : block.start("text")])
        end = block.end("text")
        if block["file"]:
            path = folder / block["file"]
            assert path.is_file(), f"{path} is not there: `kata new` or `kata init` has to write it"
            path.write_text(block["text"], "utf-8")
        shown.append(_screen(block["text"], place) if block["language"] == "console" else block["text"])
    return "".join([*shown, page[end:]])


def _screen(block, place):
    """The commands of a block, each with what it prints; a screen that agrees, with gaps, is left as it is."""
    shown = []
    for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
        name, *words = shlex.split(command)
        if name == "cd":
            place[0] = (place[0] / words[0]).resolve()
            printed = ""
        else:
            assert name == "kata", command
            done = kata(*words, cwd=place[0], COLUMNS="80")
            printed = _as_in_the_page(done.stdout + done.stderr)
        shown.append(f"$ {command}\n" + (expected if _agree(expected, printed) else printed))
    return "".join(shown)


def _as_in_the_page(printed):
    lines = [line.rstrip() for line in printed.splitlines()]
    return "\n".join(lines).rstrip() + "\n" if printed.strip() else ""


def _agree(expected, printed):
    """Whether a screen is the expected one; a line of three dots matches any lines, or none."""
    parts = re.split(r"^\.\.\.\n", expected, flags=re.MULTILINE)
    return re.fullmatch("(?:.*\n)*".join(map(re.escape, parts)), printed) is not None
