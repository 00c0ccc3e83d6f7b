"""What counts as begun is the same for every command."""

import json
import os
import subprocess
import sys

import pytest

from gradkata.begun import is_begun
from gradkata.catalog import Catalog
from gradkata.cli.stub_copy import student_copy

SLUG = "detection/iou"
STUB = Catalog().stub(SLUG).read_bytes()
UNTOUCHED = {
    "as it is": STUB,
    "with a byte order mark": b"\xef\xbb\xbf" + STUB,
    "with the line ends of Windows": STUB.replace(b"\n", b"\r\n"),
    "with the line ends of old Macs": STUB.replace(b"\n", b"\r"),
    "with blank lines at its end": STUB + b"\n\n  \n",
    "without a line end at its end": STUB.rstrip(),
    "as `kata init` writes it": student_copy(Catalog(), SLUG),
    "with notes in its statement": STUB.replace(b"# ", b"# My ", 1),
    "without its statement": STUB.partition(b'"""\n\n')[2],
}


@pytest.mark.parametrize("content", UNTOUCHED.values(), ids=UNTOUCHED)
def test_a_stub_that_an_editor_has_saved_is_not_begun(content):
    assert not is_begun(content, STUB)


@pytest.mark.parametrize("content", [
    STUB + b"# Where do boxes overlap?\n",
    STUB.replace(b'"""\n\n', b'"""\n# Where?\n\n', 1),
    STUB.replace(b'"""', b"", 1),
    STUB.replace(b'"""\n\n', b"\n\n", 1),
    b"",
])  # fmt: skip
def test_any_other_change_begins_it(content):
    assert is_begun(content, STUB)


def run(*words, cwd):
    return subprocess.run(
        [sys.executable, "-m", *words], cwd=cwd, env={**os.environ, "COLUMNS": "100"}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@pytest.mark.parametrize("content", UNTOUCHED.values(), ids=UNTOUCHED)
def test_list_check_and_pytest_agree_on_it(content, tmp_path):
    assert run("gradkata.cli", "init", cwd=tmp_path).returncode == 0
    (tmp_path / "katas" / f"{SLUG}.py").write_bytes(content)

    listed = map(json.loads, run("gradkata.cli", "list", "--json", cwd=tmp_path).stdout.splitlines())
    checked = run("gradkata.cli", "check", cwd=tmp_path)
    tried = run("pytest", "-q", "-rs", "-p", "no:cacheprovider", "katas/detection", cwd=tmp_path)

    assert ["not begun"] == [each["state"] for each in listed if each["kata"] == SLUG]
    assert (2, "No kata is begun yet" in checked.stderr) == (checked.returncode, True)
    assert (0, "not begun" in tried.stdout) == (tried.returncode, True)
