"""Completion in real shells, which run `kata` as they do for a user."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gradkata.catalog import Catalog, short_name

ROOT = Path(__file__).resolve().parents[2]
SHORT = {short_name(slug) for slug in Catalog().slugs}
PATIENCE = 60
STYLES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")

# How each shell is started without start files, and then set up.
STARTS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(kata completion bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'autoload -Uz compinit && compinit -u -D && eval "$(kata completion zsh)"'),
    "fish": (["fish", "--no-config", "-i"], "kata completion fish | source"),
}


@pytest.fixture(scope="module")
def environ(tmp_path_factory):
    """An environment with a command `kata` for this tree, as pip would install it."""
    home = tmp_path_factory.mktemp("home")
    script = home / "bin" / "kata"
    script.parent.mkdir()
    script.write_text(f"#!{sys.executable}\nimport sys\nfrom gradkata.cli import main\nsys.exit(main())\n")
    script.chmod(0o755)
    return {
        "PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(home),
        "TERM": "xterm",
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
    }


COMPLETE = """
eval "$(kata completion bash)"
COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9
_python_argcomplete kata
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def offered(environ, tmp_path):
    """Return the completions that bash gets for a line."""

    def offer(line):
        done = subprocess.run(
            ["bash", "--norc", "--noprofile", "-c", COMPLETE, "bash", line],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=environ,
            timeout=PATIENCE,
            check=True,
        )
        assert done.stderr == ""
        return {word.strip() for word in done.stdout.splitlines() if word.strip()}

    return offer


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@needs_bash
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("kata c", {"check", "completion"}),
        ("kata check ", SHORT),
        ("kata check nm", {"nms"}),
        ("kata check iou nms ", SHORT - {"iou", "nms"}),
        ("kata show detection/", {"detection/iou", "detection/nms", "detection/pairwise_iou"}),
        ("kata check --s", {"--submission", "--sandbox"}),
        ("kata check --sandbox k", {"kernel"}),
        ("kata check --submission ", {"answers.py", "hers/"}),
        ("kata try nm", {"nms"}),
        ("kata try iou ", set()),
        ("kata try iou 1 2 --submission ", {"answers.py", "hers/"}),
        ("kata init ", {"hers/"}),
        ("kata stats ", {"hers/"}),
        ("kata stats hers --kata nm", {"nms"}),
        ("kata completion ", {"bash", "zsh", "fish"}),
        ("kata check nothing_of_this_name", set()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_completions_of_a_line_are_offered(offered, tmp_path, line, words):
    (tmp_path / "answers.py").touch()
    (tmp_path / "hers").mkdir()

    assert words == offered(line)


class Terminal:
    """An interactive shell at a pseudo-terminal."""

    def __init__(self, command, environ, folder):
        pid, self._screen = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environ)
        self._pid = pid

    def type(self, keys, until):
        """Press ``keys``, wait until the screen shows ``until``, and return what it showed."""
        os.write(self._screen, keys.encode())
        end, shown = time.monotonic() + PATIENCE, ""
        while not re.search(until, shown):
            assert time.monotonic() < end, f"{keys!r} led to {shown!r}"
            if select.select([self._screen], [], [], 1)[0]:
                shown += os.read(self._screen, 65_536).decode("utf-8", "replace")
                shown = STYLES.sub("", shown)
        return shown

    def close(self):
        os.close(self._screen)  # a shell ends when its terminal hangs up
        os.waitpid(self._pid, 0)


@pytest.mark.parametrize("shell", STARTS)
def test_tab_completes_a_command_and_a_kata(environ, tmp_path, shell):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    command, ready = STARTS[shell]
    terminal = Terminal(command, environ, tmp_path)
    try:
        terminal.type(f"{ready}; printf 'rea%s\\n' dy\n", until="ready")
        terminal.type("kata sho\t", until=r"sho\S*w ")
        terminal.type("pairw\t", until=r"pairw\S*ise_iou")
        shown = terminal.type("\n", until=r"(?i)every pair")
    finally:
        terminal.close()

    assert "IoU of every pair of boxes" in shown


@pytest.mark.parametrize("shell", STARTS)
def test_the_help_names_the_startup_file_of_each_shell(environ, tmp_path, shell):
    done = subprocess.run(
        ["kata", "completion", "--help"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**environ, "COLUMNS": "40"},
        executable=shutil.which("kata", path=environ["PATH"]),
        check=True,
    )

    assert f"kata completion {shell}" in done.stdout
    assert f"{shell}, in ~/." in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 60


def test_without_a_completion_request_no_completion_code_is_imported(environ, tmp_path):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "gradkata.cli", "--version"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environ,
        check=True,
    )

    assert "gradkata.cli" in done.stderr
    assert "argcomplete" not in done.stderr
    assert "gradkata.cli.completion" not in done.stderr
