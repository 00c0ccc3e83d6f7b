"""At level `bwrap` there is a Python, NumPy and nothing else, and all of it ends with the grader."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from levels import lacking

from gradkata.isolation import probes, selftest
from gradkata.isolation.inside import interpreter, wire
from gradkata.isolation.replies import Limits
from gradkata.isolation.sandbox import Sandbox, SandboxError
from gradkata.isolation.starting import fork_server, start_server
from tests.processes import alive_after, descendants

ROOT = Path(__file__).parents[2]
QUICK = Limits(call_cpu_seconds=0.3, total_cpu_seconds=5.0)

needs_bubblewrap = pytest.mark.skipif(bool(lacking("bwrap")), reason=lacking("bwrap"))


@pytest.fixture(scope="module")
def server() -> Iterator[Sandbox]:
    with start_server("bwrap") as made:
        yield made


def seen(server: Sandbox, expression: str) -> Any:
    """The value of an expression in a child that only bubblewrap confines."""
    with server.child(QUICK, level="subprocess") as child:
        loaded = child.load(f"import os, sys\ndef f(): return {expression}".encode(), "f.py", "f")
        assert loaded.value is True
        (reply,) = child.calls("f", [wire.encode([])])
    assert reply.status == "returned", reply
    return reply.value


@needs_bubblewrap
def test_every_probe_fails_and_has_a_positive_control() -> None:
    result = selftest.selftest("bwrap")
    assert () == result.failures
    assert len({*probes.PROBES, *probes.AROUND}) == result.probes > 60


@needs_bubblewrap
def test_a_server_in_the_graders_own_namespaces_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """The probes run against a server that is not in bubblewrap."""
    monkeypatch.setattr(selftest, "_try_all", lambda *_: {})
    result = selftest.selftest("bwrap", lambda _: start_server("subprocess"))
    expected = [f"'{name}' succeeds despite confinement" for name in probes.AROUND]
    assert expected == [failure for failure in result.failures if failure in expected]


@needs_bubblewrap
def test_nothing_is_mounted_but_python_numpy_and_their_libraries(server: Sandbox) -> None:
    top = set(seen(server, "os.listdir('/')"))
    assert {"proc", "tmp", "dev"} <= top
    assert not {"home", "var", "etc/passwd", "bin", "sbin", "sys", "run", "boot"} & top
    assert ["null"] == seen(server, "os.listdir('/dev')")
    assert ["ld.so.cache"] == seen(server, "os.listdir('/etc')")
    files = "[os.path.join(d, n) for d, _, names in os.walk('/usr') for n in names]"
    outside = f"[path for path in {files} if '/python3' not in path and '.so' not in path]"
    assert [p for p in seen(server, outside) if p != interpreter.interpreter()] == []


@needs_bubblewrap
def test_of_gradkata_only_the_code_that_runs_inside_is_visible(server: Sandbox) -> None:
    walk = f"[os.path.join(d, n) for d, _, names in os.walk({str(ROOT)!r}) for n in names]"
    found = {os.path.relpath(path, ROOT) for path in seen(server, walk)}
    inside = os.path.join("gradkata", "isolation", "inside")
    assert os.path.join(inside, "wire.py") in found
    # An environment may be inside the checkout: its packages are not gradkata's code.
    packages = os.path.relpath(os.path.dirname(os.path.dirname(np.__file__)), ROOT)
    rest = {path for path in found if not path.startswith((inside, packages))}
    assert {"gradkata/__init__.py", "gradkata/isolation/__init__.py"} == rest


@needs_bubblewrap
def test_the_only_processes_are_the_server_and_its_child(server: Sandbox) -> None:
    assert 2 == len([name for name in seen(server, "os.listdir('/proc')") if name.isdecimal()])
    assert 1 == seen(server, "os.getppid()")


@needs_bubblewrap
@pytest.mark.parametrize("path", ["/file", os.__file__ + "x", "/etc/ld.so.cache", "/usr/file"])
def test_nothing_but_the_temporary_folder_can_be_written(server: Sandbox, path: str) -> None:
    with server.child(QUICK, level="subprocess") as child:
        child.load(b"def f(path): open(path, 'w').close()", "f.py", "f")
        replies = child.calls("f", [wire.encode([each]) for each in ("/tmp/file", path)])
        assert ["returned", "raised"] == [reply.status for reply in replies]


@needs_bubblewrap
def test_the_processor_time_of_a_child_is_its_own(server: Sandbox) -> None:
    """The server counts processes from 1; the grader must look at the one that it means."""
    with server.child(Limits(call_cpu_seconds=0.3)) as child:
        child.load(b"def f(x):\n    while x: pass\n    return x", "f.py", "f")
        replies = list(child.calls("f", [wire.encode([0]), wire.encode([1])]))
    assert replies[-1].detail.startswith("a call may take 0.3 s of processor time")


@needs_bubblewrap
def test_such_a_server_is_never_forked_from_this_process() -> None:
    with fork_server("bwrap") as made:
        assert 1 == seen(made, "os.getppid()")


@needs_bubblewrap
def test_a_grader_that_is_killed_takes_bubblewrap_and_its_processes_with_it() -> None:
    script = f"""
import os, sys, threading, time
sys.path.insert(0, {str(ROOT)!r})
from gradkata.isolation.inside import wire
from gradkata.isolation.starting import start_server
made = []
thread = threading.Thread(target=lambda: made.append(start_server("bwrap")))
thread.start()
thread.join()  # the thread that started it ends, and the server lives on
child = made[0].child()
child.load(b"def f():\\n    while True: pass", "iou.py", "f")
child.calls("f", [wire.encode([])])
print("ready", flush=True)
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        pids = descendants(process.pid)
        process.kill()
    assert 3 == len(pids)  # bubblewrap, the server, its child
    assert [] == alive_after(pids)


@needs_bubblewrap
def test_a_server_that_does_not_end_is_killed_with_all_that_it_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from gradkata.isolation import starting

    monkeypatch.setattr(starting, "_END_SECONDS", 0.1)
    before = descendants(os.getpid())
    made = start_server("bwrap")
    pids = [pid for pid in descendants(os.getpid()) if pid not in before]
    os.kill(pids[-1], 19)  # SIGSTOP: it no longer notices that the grader hangs up
    made.close()
    assert 2 == len(pids)
    assert [] == alive_after(pids)


def test_if_it_is_missing_the_reason_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = selftest.selftest("bwrap")
    assert (False, 0) == (result.passed, result.probes)
    assert "not installed. Install it:" in result.failures[0]


def a_program(folder: Path, text: str, mode: int = 0o755) -> None:
    """A `bwrap` in a folder of the test's own."""
    path = folder / "bwrap"
    path.write_text(text)
    path.chmod(mode)


def test_a_bubblewrap_that_runs_as_root_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    a_program(tmp_path, "#!/bin/sh\n", 0o4755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SandboxError, match="set-user-id"):
        start_server("bwrap")


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("bwrap: setting up uid map: Permission denied", "AppArmor profile"),
        ("bwrap: No permissions to create new namespace", "AppArmor profile"),
        ("bwrap: Unknown option --unshare-cgroup", "Unknown option --unshare-cgroup$"),
        ("", "gone"),
    ],
)
def test_if_it_cannot_start_its_own_message_is_shown(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, output: str, message: str
) -> None:
    a_program(tmp_path, f"#!/bin/sh\nprintf '%s' '{output}' >&2\nexit 1\n")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(SandboxError, match=message):
        start_server("bwrap")


@pytest.mark.skipif(shutil.which("unshare") is None, reason="`unshare` is not installed.")
@needs_bubblewrap
def test_if_namespaces_are_forbidden_it_is_not_offered_but_kernel_is() -> None:
    script = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
import numpy
from gradkata.isolation.selftest import survey
for each in survey(): print(each.level, each.passed, *each.failures)
"""
    forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'
    command = ["unshare", "-Ur", "sh", "-c", forbid, "sh", sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    first, second = done.stdout.splitlines()
    assert first.startswith("bwrap False bwrap: ")
    assert "may not create namespaces here" in first
    assert "kernel True" == second


def test_a_survey_ends_at_the_first_level_that_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    def pretend(level: str, start: object) -> selftest.SelfTest:
        return selftest.SelfTest(level, level == "kernel", (), 1, 0.0)  # type: ignore[arg-type]

    monkeypatch.setattr(selftest, "selftest", pretend)
    assert ["bwrap", "kernel"] == [each.level for each in selftest.survey()]
