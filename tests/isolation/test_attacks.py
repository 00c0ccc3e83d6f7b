"""Every attack succeeds if nothing confines it, and fails at level `kernel`.

An attack is a file in `attacks/`.  Both times it is judged in an interpreter of its own.
"""

import json
import os
import select
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from gradkata.isolation.inside import landlock

HERE = Path(__file__).parent
HANGS, DIES, BREAKS = "the grader hangs", "the grader dies", "the sandbox broke"
FORBIDDEN = "raised PermissionError"
HANG_SECONDS, LONG_SECONDS = 1.5, 60.0
WELL = 7  # how throwaway.py ends when nothing interferes


@dataclass(frozen=True)
class Row:
    """An attack, the level at which it succeeds and how that shows; what is seen at `kernel`."""

    attack: str
    level: str
    success: tuple[str, ...]
    held: tuple[str, ...]

    def __str__(self) -> str:
        return self.attack


def row(attack: str, level: str, success: str | tuple[str, ...], *held: str) -> Row:
    return Row(attack, level, (success,) if isinstance(success, str) else success, held)


TRUE = "returned True"
# From 3.12 on CPython bounds recursion in C as well, so that this attack finds no weakness there.
OVERFLOWN = (
    ("raised RecursionError", "raised RecursionError")
    if sys.version_info >= (3, 12)
    else (DIES, "crashed: signal SIGSEGV")
)
ROWS = [
    row("kills_the_parent", "subprocess", BREAKS, FORBIDDEN),
    row("kills_the_parent_by_sigio", "subprocess", BREAKS, FORBIDDEN),
    row("kills_itself_to_blame_the_grader", "subprocess", BREAKS, FORBIDDEN),
    row("forks", "subprocess", TRUE, FORBIDDEN),
    row("runs_a_shell", "subprocess", f"{TRUE}, files touched", "returned False"),
    row("runs_a_program", "subprocess", "crashed: exit 0, files touched", FORBIDDEN),
    row("writes_a_file", "subprocess", f"{TRUE}, files touched", FORBIDDEN),
    row("empties_a_file_while_reading", "subprocess", f"{TRUE}, files touched", FORBIDDEN),
    row("empties_a_file_of_numpy", "subprocess", (TRUE, FORBIDDEN), FORBIDDEN),
    row("reads_the_solutions", "subprocess", TRUE, FORBIDDEN),
    row("imports_the_solutions", "subprocess", TRUE, "raised ModuleNotFoundError"),
    row("imports_the_grader", "in-process", TRUE, "raised ModuleNotFoundError"),
    row("reads_the_environment", "in-process", TRUE, "crashed: signal SIGSEGV"),
    row("walks_the_frames", "in-process", TRUE, "returned False"),
    row("searches_the_heap", "in-process", TRUE, "returned False"),
    row("connects_by_tcp", "subprocess", f"{TRUE}, connected", FORBIDDEN),
    row("sends_by_udp", "subprocess", f"{TRUE}, received", FORBIDDEN),
    row("starts_threads", "subprocess", TRUE, "raised RuntimeError"),
    row("takes_2_gib", "in-process", TRUE, "memory"),
    row("takes_memory_step_by_step", "in-process", TRUE, "memory"),
    row("shares_2_gib", "in-process", TRUE, "raised OSError"),
    row("loops", "in-process", HANGS, "timeout"),
    row("loops_in_c", "in-process", HANGS, "timeout"),
    row("loops_through_every_exception", "in-process", HANGS, "timeout"),
    row("ignores_every_signal", "in-process", HANGS, "timeout"),
    row("sleeps", "in-process", HANGS, "timeout"),
    row("sleeps_while_loading", "in-process", HANGS, "timeout"),
    row("floods_the_output", "in-process", f"{TRUE}, 3 MB printed", f"{TRUE}, output cut"),
    row("floods_the_descriptor", "in-process", f"{TRUE}, 3 MB printed", "raised OSError, output cut"),
    row("segfaults", "in-process", DIES, "crashed: signal SIGSEGV"),
    row("aborts", "in-process", DIES, "crashed: signal SIGABRT"),
    row("overflows_the_stack", "in-process", *OVERFLOWN),
    row("exits_at_once", "in-process", f"{DIES} with 0", "crashed: exit 0"),
    row("exits_in_the_call", "in-process", f"{DIES} with 0", "crashed: exit 0"),
    row("exits_at_the_end", "in-process", f"{TRUE}, exit status 0", TRUE),
    row("changes_the_next_student", "in-process", f"{TRUE}, the next student harmed", TRUE),
    row("patches_the_codec", "in-process", "the grader dies", "returned 'honest'"),
    row("patches_its_worker", "in-process", "protocol, the next student harmed", "protocol"),
    row("traces_the_parent", "subprocess", (TRUE, "returned False"), "returned False"),
    row("reads_another_process", "subprocess", TRUE, "returned False"),
    row("makes_a_file_in_memory", "subprocess", TRUE, FORBIDDEN),
    row("uses_rare_system_calls", "subprocess", "returned [", "returned []"),
    row("calls_as_i386", "subprocess", (TRUE, "crashed: "), "crashed: signal SIGSYS"),
]

# These use the channel between the grader and the child, which only a child has; the grader refuses
# them by itself, so that no level lets them pass.  The assertion holds at both levels.
ON_THE_CHANNEL = [
    ("forges_a_reply", "protocol"),
    ("sends_garbage", "protocol"),
    ("claims_4_gib", "protocol"),
    ("drips", "timeout"),
    ("hangs_up", "crashed: it closed its channel to the grader"),
    ("exits_by_an_exception", "raised SystemExit"),
    ("returns_2_to_the_31", "returned Opaque(type_name='an array of 17179869184 bytes')"),
]

needs_landlock = pytest.mark.skipif(
    landlock.version() == 0,
    reason="This kernel has no Landlock, so nothing can be confined at level `kernel`.",
)


def judged(attack: str, level: str, folder: Path, seconds: float = LONG_SECONDS) -> str:
    """The result of an attack in words: the reply, and every trace that it left."""
    make_targets(folder)
    with ExitStack() as stack:
        tcp = stack.enter_context(closing(socket.socket()))
        udp = stack.enter_context(closing(socket.socket(type=socket.SOCK_DGRAM)))
        tcp.bind(("127.0.0.1", 0))
        tcp.listen()
        port = tcp.getsockname()[1]
        udp.bind(("127.0.0.1", port))
        words = run(attack, level, folder, port, seconds)
        touched = select.select([tcp, udp], [], [], 0)[0]
    words += ", connected" if tcp in touched else ""
    words += ", received" if udp in touched else ""
    untouched = (folder / "canary").read_text() == "canary" and not (folder / "witness").exists()
    return words + ("" if untouched else ", files touched")


def make_targets(folder: Path) -> None:
    (folder / "canary").write_text("canary")
    (folder / "solutions").mkdir()
    (folder / "solutions" / "iou.py").write_text('ANSWER = "the right answer"')


def run(attack: str, level: str, folder: Path, port: int, seconds: float) -> str:
    command = [sys.executable, str(HERE / "throwaway.py"), level]
    command += [str(HERE / "attacks" / f"{attack}.py"), str(folder), str(port)]
    environment = {**os.environ, "TOKEN_OF_THE_GRADER": "secret"}
    # Without a buffer, which could swallow the output of a quick attack together with the first line.
    with subprocess.Popen(
        command, bufsize=0, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"started\n", "the sandbox did not start"
        output = read_until_the_end(process, seconds)
        process.kill()
    if output is None:
        return HANGS
    return in_words(output, process.returncode)


def read_until_the_end(process: "subprocess.Popen[bytes]", seconds: float) -> bytes | None:
    """All its output; None if it does not end in time."""
    assert process.stdout is not None
    end, output = time.monotonic() + seconds, b""
    while True:
        left = end - time.monotonic()
        if left <= 0 or not select.select([process.stdout], [], [], left)[0]:
            return None
        chunk = os.read(process.stdout.fileno(), 1 << 20)
        if not chunk:
            process.wait()
            return output
        output += chunk


def in_words(output: bytes, code: int) -> str:
    lines = output.decode().splitlines()
    if not lines or not lines[-1].startswith("{"):
        return DIES if code else f"{DIES} with 0"
    result = json.loads(lines[-1])
    words: str = result["words"]
    if len(output) > 2_900_000:
        words += ", 3 MB printed"
    words += f", exit status {code}" if code != WELL else ""
    if result["harmed"]:
        words += ", the next student harmed"
    if result["left"]:
        words += f", {result['left']} processes left"
    return words


@needs_landlock
@pytest.mark.parametrize("attack", ROWS, ids=str)
def test_it_fails_at_level_kernel(attack: Row, tmp_path: Path) -> None:
    assert judged(attack.attack, "kernel", tmp_path) in attack.held


@pytest.mark.parametrize("attack", ROWS, ids=str)
def test_it_succeeds_if_nothing_confines_it(attack: Row, tmp_path: Path) -> None:
    seconds = HANG_SECONDS if HANGS in attack.success else LONG_SECONDS
    words = judged(attack.attack, attack.level, tmp_path, seconds)
    assert words.startswith(attack.success)


@needs_landlock
@pytest.mark.parametrize("level", ["kernel", "subprocess"])
@pytest.mark.parametrize(("attack", "held"), ON_THE_CHANNEL)
def test_the_grader_itself_refuses_it(attack: str, held: str, level: str, tmp_path: Path) -> None:
    assert held == judged(attack, level, tmp_path)


def test_every_attack_is_tried() -> None:
    tried = {attack.attack for attack in ROWS} | {name for name, _ in ON_THE_CHANNEL}
    assert {path.stem for path in (HERE / "attacks").glob("*.py")} == tried
