"""Judging works where nothing can be forked: on macOS and Windows, as far as Linux can pretend to be them."""

import ast
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gradkata.isolation import spawning, starting
from gradkata.isolation.inside import wire
from gradkata.isolation.replies import Limits, Reply
from gradkata.isolation.sandbox import Sandbox, SandboxError
from tests.processes import alive_after

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
EXAMPLES = ROOT / "examples"
LIMITS = Limits(call_cpu_seconds=0.3, call_wall_seconds=10.0)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """As on macOS, where there is a `fork` that must not be used."""
    monkeypatch.setattr(sys, "platform", "darwin")
    with starting.fork_server("subprocess") as made:
        yield made


def calls(server: Sandbox, source: str, *arguments: list[Any], limits: Limits = LIMITS) -> list[Reply]:
    with server.child(limits) as child:
        assert child.load(source.encode(), "iou.py", "f").value is True
        return list(child.calls("f", [wire.encode(one) for one in arguments]))


def judged(path: Path, tmp_path: Path, *options: str) -> dict[str, Any]:
    """The report on a file by a grader and a student that have left Unix."""
    command = [sys.executable, str(HERE / "elsewhere.py"), "gradkata.cli", "check", "--json"]
    done = subprocess.run(
        [*command, "--submission", str(path), *options],
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    report: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return report


@pytest.mark.parametrize(
    ("example", "outcome", "score"),
    [
        ("right/iou", "passed", 10),
        ("right/bleu", "passed", 10),
        ("wrong/iou_syntax", "not-loaded", 0),
        ("wrong/iou_without_clamp", "wrong", 1),
        ("wrong/nms_mutates", "mutates-input", None),
    ],
)
def test_a_file_is_judged_without_all_that_only_unix_has(
    example: str, outcome: str, score: int | None, tmp_path: Path
) -> None:
    report = judged(EXAMPLES / f"{example}.py", tmp_path)
    assert ("subprocess", outcome) == (report["sandbox"], report["outcome"])
    assert report["score"] == score or score is None
    assert spawning.NOTE in report["notes"]


def test_blocked_modules_are_really_absent_there() -> None:
    script = "import elsewhere; elsewhere.leave_unix(); import os, select; print(hasattr(os, 'fork'), "
    script += "hasattr(select, 'poll')); import resource"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=HERE, capture_output=True, text=True, check=False
    )
    assert "False False\n" == done.stdout
    assert "No module named 'resource'" in done.stderr


def test_no_level_that_confines_is_offered_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    for level in ("bwrap", "kernel"):
        with pytest.raises(SandboxError, match=f"Level {level} needs Linux"):
            starting.start_server(level)


def test_each_child_is_an_interpreter_of_its_own(server: Sandbox) -> None:
    first, second = (calls(server, "import os\ndef f(): return os.getpid()", []) for _ in range(2))
    assert first[0].value != second[0].value
    assert os.getpid() not in (first[0].value, second[0].value)


def test_a_hang_keeps_its_place_and_ends_by_wall_time(
    server: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(time, "clock_gettime")
    source = "def f(x):\n    while x == 1: pass\n    return x"
    replies = calls(server, source, [0], [1], [2], limits=replace(LIMITS, call_wall_seconds=1.0))
    assert ["returned", "timeout"] == [reply.status for reply in replies]
    assert replies[-1].detail.endswith("and 1 s in all")


def test_a_death_is_reported_with_its_exit_code(server: Sandbox) -> None:
    (reply,) = calls(server, "import os\ndef f(): os._exit(3)", [])
    assert ("crashed", "exit 3") == (reply.status, reply.detail)


def test_what_is_printed_arrives_and_more_is_cut(server: Sandbox) -> None:
    source = b"import sys\ndef f(n):\n    print('\xc3\xa9' * n)\n    print('!', file=sys.stderr)"
    for count, text, cut in ((3, "ééé\n!\n", False), (600, "é" * 500, True)):
        with server.child(replace(LIMITS, output_bytes=1000)) as child:
            child.load(source, "iou.py", "f")
            (reply,) = child.calls("f", [wire.encode([count])])
            assert (text, cut) == child.printed()
            assert "returned" == reply.status


def test_large_batches_pass_both_ways(server: Sandbox) -> None:
    limits = replace(LIMITS, total_reply_bytes=8 << 20)
    replies = calls(server, "def f(x): return x * 2", *[["x" * 100_000]] * 30, limits=limits)
    assert ["x" * 200_000] * 30 == [reply.value for reply in replies]


def test_neither_the_environment_nor_other_packages_are_seen(
    server: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOKEN_OF_THE_GRADER", "secret")
    source = "import os\ndef f():\n    import importlib.util\n"
    source += "    return sorted(os.environ), importlib.util.find_spec('hypothesis') is None"
    (reply,) = calls(server, source, [])
    assert ([], True) == reply.value


def test_nothing_is_left_behind(server: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with server.child(LIMITS) as child:
        child.load(b"import os\ndef f(): return os.getpid()\n", "iou.py", "f")
        pid = next(iter(child.calls("f", [wire.encode([])]))).value
        assert [] == [*tmp_path.iterdir()], "where a file can lose its name, it does at once"
    assert [] == [*tmp_path.iterdir()]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_grader_that_is_killed_takes_its_child_with_it() -> None:
    script = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
sys.platform = "darwin"
from gradkata.isolation.inside import wire
from gradkata.isolation.starting import start_server
child = start_server("subprocess").child()
child.load(b"import os, sys\\ndef f():\\n    while True: pass", "iou.py", "f")
child.calls("f", [wire.encode([])])
print(child._pid, flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        pid = int(process.stdout.readline())
        process.kill()
    assert [] == alive_after([pid])


def test_an_interpreter_that_does_not_start_says_why(
    server: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spawning, "_ENTRY", "raise ImportError('no NumPy here')")
    with pytest.raises(SandboxError, match="did not start: ImportError: no NumPy here"):
        server.child(LIMITS)


def test_code_that_runs_there_imports_nothing_that_only_unix_has() -> None:
    """By reading: each module that a grader on Windows imports, and what it imports at its top."""
    folder = ROOT / "gradkata" / "isolation"
    todo, seen = ["starting", "selftest", "spawning", "spawned_child", "debugging"], set()
    while todo:
        name = todo.pop()
        path = next((each for each in folder.rglob("*.py") if each.stem == name), None)
        if name in seen or path is None:
            continue
        seen.add(name)
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ImportFrom) and node.module in (
                "gradkata.isolation",
                "gradkata.isolation.inside",
            ):
                todo += [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                todo.append(str(node.module).rpartition(".")[2])
            elif isinstance(node, ast.Import):
                assert not {"resource", "fcntl", "termios", "pwd"} & {alias.name for alias in node.names}
    assert {"sandbox", "child", "channel", "serving"} <= seen
    assert (
        not {"server", "confined_child", "rlimits", "libc", "landlock", "seccomp", "probes", "bubblewrap"}
        & seen
    )
