"""The system-call filter decides as its table says, and the file system shrinks to what is needed."""

import errno
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gradkata.isolation.inside import landlock, seccomp

MACHINES = ["x86_64", "aarch64"]
AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
PID = 4711
ALLOW, KILL = "allow", "kill"
ROOT = Path(__file__).parents[2]

# Written down a second time, from the kernel's tables, so that a slip in either shows.
ALLOWED = {
    "x86_64": {
        0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 19, 20, 21, 23, 24, 25, 28, 32, 35,
        36, 37, 38, 39, 60, 63, 79, 89, 96, 97, 98, 99, 100, 102, 104, 107, 108, 110, 131, 186, 201,
        202, 204, 217, 218, 219, 228, 229, 230, 231, 262, 267, 269, 270, 271, 273, 318, 332, 334,
        436, 439,
    },
    "aarch64": {
        17, 23, 48, 57, 61, 62, 63, 64, 65, 66, 67, 72, 73, 78, 79, 80, 93, 94, 96, 98, 99, 101, 102,
        103, 113, 114, 115, 123, 124, 128, 132, 134, 135, 139, 153, 160, 163, 165, 169, 172, 173, 174,
        175, 176, 177, 178, 179, 214, 215, 216, 222, 226, 233, 278, 291, 293, 436, 439,
    },
}  # fmt: skip
FILTERED = {
    "x86_64": {"open": 2, "openat": 257, "fcntl": 72, "ioctl": 16, "tgkill": 234, "prlimit64": 302},
    "aarch64": {"openat": 56, "fcntl": 25, "ioctl": 29, "tgkill": 131, "prlimit64": 261},
}

needs_landlock = pytest.mark.skipif(
    landlock.version() == 0,
    reason="This kernel has no Landlock, so nothing can be confined at level `kernel`.",
)


def decision(machine: str, number: int, *arguments: int, architecture: int | None = None) -> object:
    """What the filter decides about one call, by an interpreter of classic BPF of our own."""
    words = [number, AUDIT[machine] if architecture is None else architecture, 0, 0]
    for argument in (*arguments, *[0] * (6 - len(arguments))):
        words += [argument & 0xFFFFFFFF, argument >> 32 & 0xFFFFFFFF]
    steps = seccomp.program(machine, PID)
    at = accumulator = 0
    while True:
        code, if_true, if_false, operand = steps[at]
        at += 1
        if code == 0x20:  # BPF_LD | BPF_W | BPF_ABS
            assert operand % 4 == 0
            accumulator = words[operand // 4]
        elif code == 0x06:  # BPF_RET | BPF_K
            return verdict(operand)
        else:
            holds = {
                0x15: accumulator == operand,  # BPF_JEQ
                0x35: accumulator >= operand,  # BPF_JGE
                0x45: bool(accumulator & operand),  # BPF_JSET
            }[code]
            at += if_true if holds else if_false


def verdict(operand: int) -> object:
    """A return value in words: allow, kill, or the error that the caller gets."""
    if operand >> 16 == 0x7FFF:
        return ALLOW
    if operand == 0x80000000:
        return KILL
    assert operand >> 16 == 0x0005
    return operand & 0xFFFF


@pytest.mark.parametrize("machine", MACHINES)
def test_the_allowed_calls_are_exactly_these(machine: str) -> None:
    looked_at = {*FILTERED[machine].values()}
    allowed = {n for n in range(1024) if n not in looked_at and decision(machine, n) == ALLOW}
    assert ALLOWED[machine] == allowed


@pytest.mark.parametrize("machine", MACHINES)
def test_every_other_call_is_an_error_and_a_newer_one_does_not_exist(machine: str) -> None:
    for number in range(1024):
        if number in ALLOWED[machine] | {*FILTERED[machine].values(), 435}:
            continue
        expected = errno.EPERM if number < 451 else errno.ENOSYS
        assert expected == decision(machine, number), number


@pytest.mark.parametrize("machine", MACHINES)
def test_a_call_of_another_architecture_kills(machine: str) -> None:
    others = {0, 0x40000003, 0x40000028, *AUDIT.values()} - {AUDIT[machine]}
    for architecture in others:
        for number in (0, 1, 39, 63, 172, 1023):
            assert decision(machine, number, architecture=architecture) == KILL


@pytest.mark.parametrize("number", [0x40000000, 0x40000027, 0x40000208, 0xFFFFFFFF])
def test_a_call_of_the_x32_kind_kills(number: int) -> None:
    assert decision("x86_64", number) == KILL


@pytest.mark.parametrize("machine", MACHINES)
def test_a_file_can_be_opened_for_reading_alone(machine: str) -> None:
    for name, at in (("open", 1), ("openat", 2)):
        if (number := FILTERED[machine].get(name)) is None:
            continue
        for flags in (0, os.O_CLOEXEC, os.O_DIRECTORY, os.O_NONBLOCK | os.O_NOFOLLOW):
            assert decision(machine, number, *[7] * at, flags) == ALLOW
        for flags in (1, 2, 3, os.O_CREAT, os.O_TRUNC, os.O_TMPFILE, os.O_APPEND | 1, 1 << 32 | 2):
            assert decision(machine, number, *[7] * at, flags) == errno.EACCES


@pytest.mark.parametrize("machine", MACHINES)
def test_fcntl_may_duplicate_and_ask_but_not_lock_or_signal(machine: str) -> None:
    number = FILTERED[machine]["fcntl"]
    allowed = {c for c in range(2048) if decision(machine, number, 3, c) == ALLOW}
    assert {0, 1, 2, 3, 1030} == allowed  # F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC


@pytest.mark.parametrize("machine", MACHINES)
def test_ioctl_may_ask_for_a_terminal_and_no_more(machine: str) -> None:
    number = FILTERED[machine]["ioctl"]
    allowed = {c for c in range(0x10000) if c & 0xFF < 0x20 or c >> 8 == 0x54
               if decision(machine, number, 1, c) == ALLOW}  # fmt: skip
    assert {0x5401} == allowed
    assert decision(machine, number, 1, 0x5412) == errno.ENOTTY


@pytest.mark.parametrize("machine", MACHINES)
def test_a_process_may_signal_itself_but_not_kill_or_stop_itself(machine: str) -> None:
    number = FILTERED[machine]["tgkill"]
    assert [9, 19] == [s for s in range(65) if decision(machine, number, PID, PID, s) != ALLOW]
    for other in (0, 1, PID + 1, -1):
        assert decision(machine, number, other, PID, 6) == errno.EPERM


@pytest.mark.parametrize("machine", MACHINES)
def test_limits_may_be_read_but_not_set_and_only_its_own(machine: str) -> None:
    number = FILTERED[machine]["prlimit64"]
    assert decision(machine, number, 0, 7, 0, 0x7FFF_0000_1000) == ALLOW
    for arguments in ((PID, 7, 0, 1), (1, 7, 0, 1), (0, 7, 4096, 0), (0, 7, 1 << 40, 0)):
        assert decision(machine, number, *arguments) == errno.EPERM


@pytest.mark.parametrize("machine", MACHINES)
def test_no_process_and_no_thread_can_be_started(machine: str) -> None:
    clone = {"x86_64": 56, "aarch64": 220}[machine]
    for flags in (0, 17, 0x10000, 0x3D0F00, 0x10000000):
        assert decision(machine, clone, flags) == errno.EPERM
    assert decision(machine, 435) == errno.ENOSYS  # clone3: the C library falls back to clone


def test_a_machine_without_a_table_is_refused() -> None:
    with pytest.raises(OSError, match="no table of system calls for riscv64"):
        seccomp.program("riscv64", PID)


# The kernel's own tables; aarch64 uses the generic one, which is the same file on every machine.
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}


def numbers_of(header: Path) -> dict[str, int]:
    """The number of each system call that a header of the kernel defines, by its name."""
    lines = re.findall(r"^#\s*define (__NR\w+) (\w+)$", header.read_text(), re.MULTILINE)
    direct = {name: int(value) for name, value in lines if value.isdecimal()}
    aliases = {name: direct[value] for name, value in lines if value in direct}
    both = {**direct, **aliases}
    return {name[5:]: value for name, value in both.items() if name.startswith("__NR_")}


@pytest.mark.parametrize("machine", MACHINES)
def test_every_number_is_the_one_in_the_kernels_header(machine: str) -> None:
    header = HEADERS[machine]
    if not header.exists():
        pytest.skip(f"{header} is not installed (Debian: linux-libc-dev).")
    there = numbers_of(header)
    allowed = {**seccomp.numbers(machine), **seccomp.filtered_numbers(machine)}
    assert len(allowed) > 60
    assert allowed == {name: there.get(name) for name in allowed}


def test_only_calls_that_aarch64_never_had_are_missing_from_its_table() -> None:
    header = HEADERS["aarch64"]
    if not header.exists():
        pytest.skip(f"{header} is not installed (Debian: linux-libc-dev).")
    both = [{**seccomp.numbers(each), **seccomp.filtered_numbers(each)} for each in MACHINES]
    absent = set(both[0]) - set(both[1])
    assert {"access", "alarm", "lstat", "open", "poll", "readlink", "select", "stat", "time"} == absent
    assert not absent & set(numbers_of(header))


CONFINED = """
import json, os, sys
sys.path.insert(0, sys.argv[1])
import numpy
from gradkata.isolation.inside import landlock
from gradkata.isolation.inside import libc
from gradkata.isolation.inside import rlimits
from gradkata.isolation.inside import seccomp
ruleset, code = landlock.prepare(), seccomp.prepare()
paths = json.loads(sys.argv[2])
rlimits.drop_privileges()
landlock.enforce(ruleset)
if "seccomp" in sys.argv: seccomp.enforce(code)

def opens(path, flags):
    try:
        os.close(os.open(path, flags))
    except OSError as error:
        return error.errno
    return 0

print(json.dumps([opens(path, flags) for path, flags in paths]))
"""


def errors(paths: list[tuple[str, int]], *words: str) -> list[int]:
    """The error number of opening each path in a confined interpreter; 0 where it opens."""
    command = [sys.executable, "-c", CONFINED, str(ROOT), json.dumps(paths), *words]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    numbers: list[int] = json.loads(done.stdout)
    return numbers


@needs_landlock
@pytest.mark.parametrize("words", [(), ("seccomp",)])
def test_the_standard_library_and_numpy_can_be_read_and_nothing_else(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    import hypothesis
    import numpy

    (tmp_path / "canary").write_text("secret")
    readable = [os.__file__, json.__file__, numpy.__file__, os.path.dirname(numpy.__file__)]
    beside_numpy = os.path.dirname(os.path.dirname(numpy.__file__))
    closed = [
        str(tmp_path), str(tmp_path / "canary"), "/", "/etc/passwd", "/proc/self/status",
        hypothesis.__file__, beside_numpy, landlock.__file__, __file__, os.devnull,
    ]  # fmt: skip
    assert [0] * len(readable) == errors([(path, os.O_RDONLY) for path in readable], *words)
    assert {errno.EACCES} == {*errors([(path, os.O_RDONLY) for path in closed], *words)}
    assert {errno.EACCES} == {*errors([(path, os.O_WRONLY) for path in readable[:3]], *words)}


@needs_landlock
def test_a_link_out_of_what_may_be_read_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(os.__file__)
    (tmp_path / "back").symlink_to("/etc/passwd")
    paths = [(str(tmp_path / "back"), os.O_RDONLY), (str(tmp_path / "link"), os.O_RDONLY)]
    assert [errno.EACCES, 0] == errors(paths)  # what counts is where a path ends
