"""The screens of the commands for learning."""

import re
from pathlib import Path

import pytest
from screens import GOLDEN, LOOKS, SCREENS, files

from gradkata.reports.escaping import for_encoding
from gradkata.reports.layout import cells
from gradkata.reports.palette import Look

COLOR = re.compile(r"\x1b\[[0-9;]+m")
FILES = dict(files())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_screen_looks_as_it_was_reviewed(path: Path) -> None:
    assert path.read_text("utf-8") == FILES[path], "run tests/cli/regenerate.py, and read the diff"


def test_every_golden_file_belongs_to_a_screen() -> None:
    assert set(FILES) == set(GOLDEN.glob("*/*.txt"))


# Code is never wrapped.
@pytest.mark.parametrize("screen", [name for name in SCREENS if name != "solution"])
@pytest.mark.parametrize("width", [40, 61, 80])
def test_no_line_is_wider_than_the_terminal(screen: str, width: int) -> None:
    assert [] == [line for line in SCREENS[screen](Look(width)) if cells(line) > width]


@pytest.mark.parametrize("screen", SCREENS)
def test_colours_change_nothing_but_colours(screen: str) -> None:
    painted = COLOR.sub("", "\n".join(SCREENS[screen](LOOKS["color.txt"])))
    assert "\n".join(SCREENS[screen](LOOKS["80.txt"])) == painted


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
def test_a_screen_can_be_written_in_every_encoding(screen: str, encoding: str) -> None:
    text = for_encoding("\n".join(SCREENS[screen](Look(80, encoding))), encoding)
    text.encode(encoding)
    assert "\\u" not in text
