"""The self-test passes only if every probe has a positive control."""

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from gradkata.isolation import probes, selftest
from gradkata.isolation.inside import landlock
from gradkata.isolation.sandbox import Level, Sandbox
from gradkata.isolation.scratch import scratch_folder
from gradkata.isolation.starting import start_server

needs_landlock = pytest.mark.skipif(
    landlock.version() == 0,
    reason="This kernel has no Landlock, so nothing can be confined at level `kernel`.",
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the cache, in a folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return Path(selftest._cache_path(selftest._key()))


@pytest.fixture
def live(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The levels that were tried live; every one of them passes."""
    tried: list[str] = []

    def passing(level: Level, start: object) -> selftest.SelfTest:
        tried.append(level)
        return selftest.SelfTest(level, True, (), 1, 0.0)

    monkeypatch.setattr(selftest, "selftest", passing)
    return tried


@needs_landlock
def test_level_kernel_passes_with_every_probe() -> None:
    result = selftest.selftest("kernel")
    assert () == result.failures
    assert result.passed
    assert len(probes.PROBES) == result.probes > 40


# A filter around everything, like that of a container: Docker 20.10 refuses `process_vm_readv` to all.
IN_A_CONTAINER = """
import ctypes, os, struct
from gradkata.isolation.inside import libc
from gradkata.isolation.inside import seccomp
from gradkata.isolation.selftest import selftest

refused = {"x86_64": 310, "aarch64": 270}[os.uname().machine]
steps = [(0x20, 0, 0, 0), (0x15, 0, 1, refused), (0x06, 0, 0, 0x00050001), (0x06, 0, 0, 0x7FFF0000)]
code = b"".join(struct.pack("=HBBI", *step) for step in steps)
kept = ctypes.create_string_buffer(code, len(code))
header = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(kept)))
libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)
libc.syscall("seccomp", seccomp.prepare().call, 1, 0, header)
result = selftest("kernel")
print(result.passed, result.probes, *result.failures)
"""


@needs_landlock
def test_a_call_that_a_container_refuses_to_everybody_does_not_rule_out_level_kernel() -> None:
    command = [sys.executable, "-c", IN_A_CONTAINER]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    assert f"True {len(probes.PROBES)}\n" == shown


@pytest.mark.parametrize("level", ["subprocess", "in-process"])
def test_a_level_that_promises_nothing_has_no_probes(level: Level) -> None:
    result = selftest.selftest(level)
    assert (True, 0, ()) == (result.passed, result.probes, result.failures)


def with_answers(
    monkeypatch: pytest.MonkeyPatch, free: object, held: object
) -> Callable[[], selftest.SelfTest]:
    """A self-test in which the first probe answers ``free`` unconfined and ``held`` confined."""
    real = selftest._try_all

    def pretend(sandbox: Sandbox, names: list[str], level: Level) -> dict[str, object]:
        answers = dict.fromkeys(names, level == "subprocess")
        answers[names[0]] = held if level == "kernel" else free
        return {name: answer for name, answer in answers.items() if answer is not None}

    assert callable(real)
    monkeypatch.setattr(selftest, "_try_all", pretend)
    return lambda: selftest.selftest("kernel", lambda _: start_server("subprocess"))


@pytest.mark.parametrize(
    ("free", "held", "failure"),
    [
        (True, True, "'read a file' succeeds despite confinement"),
        (True, None, "'read a file' gave no answer under confinement"),
        (False, False, "'read a file' proves nothing: it fails without confinement as well"),
        (None, False, "'read a file' proves nothing: it fails without confinement as well"),
    ],
)
def test_a_probe_that_succeeds_or_could_not_run_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, free: object, held: object, failure: str
) -> None:
    assert (failure,) == with_answers(monkeypatch, free, held)().failures


def test_a_sandbox_that_confines_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """All probes run against children that nothing confines."""
    real = selftest._try_all
    monkeypatch.setattr(selftest, "_try_all", lambda s, names, _: real(s, names, "subprocess"))
    result = selftest.selftest("kernel", lambda _: start_server("subprocess"))
    assert not result.passed
    assert len(probes.PROBES) == len(result.failures)
    assert all("despite confinement" in failure for failure in result.failures)


def test_a_level_that_cannot_be_prepared_fails_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from gradkata.isolation.replies import SandboxError

    def refuse(level: Level) -> Sandbox:
        raise SandboxError("no Landlock here")

    assert ("no Landlock here",) == selftest.selftest("kernel", refuse).failures


def test_the_highest_level_is_tried_once_and_remembered(cache: Path, live: list[str]) -> None:
    assert selftest.highest_level() == selftest.highest_level() == "kernel"
    assert ["kernel"] == live
    assert stat.S_IMODE(cache.parent.stat().st_mode) == 0o700
    assert [cache.name] == os.listdir(cache.parent)


@pytest.mark.parametrize("content", [b"", b"kernel", b"\xff\xfe\x00", b"\n" * 30])
def test_a_corrupt_cache_is_ignored(cache: Path, live: list[str], content: bytes) -> None:
    cache.parent.mkdir()
    cache.write_bytes(content)
    assert selftest.highest_level() == "kernel"
    assert ["kernel"] == live


def test_a_cached_level_that_does_not_exist_is_ignored(cache: Path, live: list[str]) -> None:
    selftest.highest_level()
    cache.write_text(cache.read_text().removesuffix("kernel") + "perfect")
    assert selftest.highest_level() == "kernel"
    assert ["kernel", "kernel"] == live


@pytest.mark.parametrize("line", range(1, 8))
def test_the_cache_counts_only_if_nothing_has_changed(cache: Path, live: list[str], line: int) -> None:
    selftest.highest_level()
    lines = cache.read_text().splitlines()
    lines[line] += "?"
    cache.write_text("\n".join(lines))
    selftest.highest_level()
    assert ["kernel", "kernel"] == live


def test_a_cache_that_cannot_be_written_means_a_live_test(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, live: list[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert selftest.highest_level() == selftest.highest_level() == "kernel"
    assert ["kernel", "kernel"] == live


def test_the_next_self_test_removes_what_a_killed_one_left_and_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    names = {f"gradkata-probes-{gone.pid}-x": False, f"gradkata-probes-{os.getpid()}-x": True, "theirs": True}
    for name in names:
        (tmp_path / name / "inner").mkdir(parents=True)

    with scratch_folder() as folder:
        assert os.path.isdir(folder)

    assert names == {name: (tmp_path / name).exists() for name in names}
    assert not os.path.exists(folder)
