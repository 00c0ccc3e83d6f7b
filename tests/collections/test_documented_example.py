"""The example of docs/collections.md: its files are a collection without faults."""

import re
from pathlib import Path

from kata_command import kata

PAGE = Path(__file__).parents[2] / "docs" / "collections.md"
FILE = re.compile(
    r"^`((?:katas|solutions|graders)/[\w./]+|course\.toml)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL
)


def test_the_files_of_the_page_are_a_collection_without_faults(tmp_path):
    files = FILE.findall(PAGE.read_text("utf-8"))
    for name, text in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")

    done = kata("lint", "--write", cwd=tmp_path)

    assert 10 == len(files)
    assert 0 == done.returncode, done.stdout + done.stderr
    assert "tables/row_sums: no faults" in done.stdout
    assert "signals/running_sum: no faults" in done.stdout
