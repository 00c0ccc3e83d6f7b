"""Every attack on a kata succeeds where nothing confines it, and earns nothing where something does.

`threats.toml` holds what is feared and what shows it.
"""

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from gradkata.catalog import Catalog
from gradkata.isolation.sandbox import LEVELS, Limits
from gradkata.isolation.selftest import selftest
from gradkata.isolation.starting import start_server
from gradkata.judging.asking import Submission
from gradkata.judging.exercises import exercise
from gradkata.judging.judge import judge
from gradkata.reports.terminal import render

HERE = Path(__file__).parent
CATALOG = Catalog()


def beside(name):
    spec = spec_from_file_location(f"attacks_{name}", HERE / f"{name}.py")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


table = beside("table")
THREATS = table.threats(CATALOG.slugs)
ATTACKS = [attack for threat in THREATS for attack in threat.attacks if attack.weak != "reader"]
LINKS = [attack for threat in THREATS for attack in threat.attacks if attack.weak == "reader"]
UNDER_ATTACK = [level for level in ("bwrap", "kernel") if level in LEVELS]
PATIENT = Limits(memory_bytes=128 << 20)
IMPATIENT = replace(PATIENT, call_cpu_seconds=0.3, total_cpu_seconds=2.0, total_wall_seconds=0.8)
HANG_SECONDS, LONG_SECONDS = 1.5, 60.0
WELL = 7  # how weak.py ends when nothing interferes
MOST_REPORT = 64 << 10
DIES, HANGS = "the grader dies", "the grader hangs"


# The table


@pytest.mark.parametrize("threat", THREATS, ids=lambda threat: threat.name)
def test_a_threat_is_shown_by_three_attacks_on_katas_of_two_kinds(threat):
    assert len(threat.attacks) >= 3
    assert len({kind(attack.kata) for attack in threat.attacks}) >= 2


def kind(kata):
    """What a kata asks for and is asked with: a number from words is another kind than one from boxes."""
    signature = exercise(CATALOG, CATALOG.resolve(kata)).kata.signature
    words = any(parameter.kind.base == "str" for parameter in signature.parameters)
    return words, tuple(map(str, signature.results))


def test_every_attack_that_there_is_belongs_to_one_threat():
    named = [attack.name for attack in ATTACKS]
    earlier = [name for threat in THREATS for name in threat.earlier]

    assert sorted(named) == sorted(path.stem for path in table.SAMPLES.glob("*.py"))
    there = [
        f"{folder}/{path.stem}"
        for folder in ("isolation", "judging")
        for path in (HERE.parent / folder / "attacks").glob("*.py")
    ]
    assert sorted(earlier) == sorted(there)


def test_the_table_in_the_docs_is_that_of_today():
    assert table.page(THREATS) in (CATALOG.roots[0] / "docs" / "security.md").read_text("utf-8")


# Confined


@pytest.fixture(scope="module")
def servers():
    with ExitStack() as stack:
        started = {}

        def server(level):
            if level not in started:
                tried = selftest(level)
                if not tried.passed:
                    pytest.skip(f"level `{level}` does not hold here: {tried.failures[0]}")
                started[level] = stack.enter_context(start_server(level))
            return started[level]

        yield server


@pytest.fixture(scope="module")
def exercises():
    return {
        kata: replace(exercise(CATALOG, CATALOG.resolve(kata)), limits=PATIENT)
        for kata in {attack.kata for attack in ATTACKS} | {"iou", "nms"}
    }


@pytest.mark.parametrize("level", UNDER_ATTACK)
@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_it_fails_where_it_is_confined(attack, level, servers, exercises, tmp_path):
    server = servers(level)
    with targets(tmp_path) as (port, touched):
        given = source(attack, tmp_path, port)
        # A machine may be slow, and what ends by itself does so there too; only what never ends is cut short.
        limits = IMPATIENT if "timeout" in attack.held else PATIENT
        asked = replace(exercises[attack.kata], limits=limits)
        report = judge(asked, Submission(given, f"{attack.kata}.py"), server)

        assert report["outcome"] in attack.held
        assert report["score"] <= attack.most
        assert "got through" not in report["printed"]
        assert touched() == []
    assert_is_harmless(report)

    other = "iou" if attack.kata != "iou" else "nms"
    right = (CATALOG.roots[0] / "examples" / "right" / f"{other}.py").read_bytes()
    assert judge(exercises[other], Submission(right, f"{other}.py"), server)["score"] == 10


def assert_is_harmless(report):
    """Nobody who stores or shows a report is in danger from it."""
    assert len(json.dumps(report, allow_nan=False)) - len(json.dumps(report["printed"])) < MOST_REPORT
    for width in (80, 40):
        page = render(report, width=width)
        assert all(character.isprintable() or character == "\n" for character in page)
        assert page.count("\n") < 66


# Where nothing confines


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_it_succeeds_where_nothing_confines_it(attack, tmp_path):
    with targets(tmp_path) as (port, touched):
        words = weakly_judged(attack, tmp_path, port)
        words = ", ".join([words, *touched()])

    assert attack.success in words, "an attack that does not work proves nothing"


def weakly_judged(attack, folder, port):
    command = [sys.executable, str(HERE / "weak.py"), attack.weak, str(attack.path)]
    with subprocess.Popen(
        [*command, attack.kata, str(folder), str(port)],
        bufsize=0,  # what follows the first line is read from the descriptor
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that what it has started can be ended with it
    ) as process:
        assert process.stdout.readline() == b"started\n", "the judge did not start"
        silence = HANG_SECONDS if attack.success == "hangs" else LONG_SECONDS
        try:
            output = read_until_the_end(process, silence)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return HANGS if output is None else in_words(output, process.returncode)


def read_until_the_end(process, silence):
    """All that it writes; None where it stays silent for so many seconds."""
    output = b""
    while True:
        if not select.select([process.stdout], [], [], silence)[0]:
            return None
        chunk = os.read(process.stdout.fileno(), 1 << 20)
        if not chunk:
            process.wait()
            return output
        output += chunk


def in_words(output, code):
    text = output.decode("utf-8", "replace")
    *_, last = text.splitlines() or [""]
    if last.startswith('{"words"'):
        result = json.loads(last)
        words = f"{result['words']}, exit status {code}" if code != WELL else result["words"]
        words += ", took 40 MB" if result["megabytes"] > 40 else ""
    else:
        words = DIES if code else f"{DIES} with 0"
    words += ", got through" if "got through" in text else ""
    words += ", the screen obeys" if "\x1b" in text else ""
    return words + (", 3 MB printed" if len(output) > 2_900_000 else "")


# What both need


@contextmanager
def targets(folder):
    """A folder with things to read and to harm, a port that listens, and what has been touched of them."""
    (folder / "canary").write_text("canary")
    (folder / "key").mkdir()
    right = [CATALOG.roots[0] / "examples" / "right" / f"{kata}.py" for kata in ("bleu", "nms")]
    for key in [*right, CATALOG.solution("convolution/conv_output_size")]:
        (folder / "key" / key.name).write_bytes(key.read_bytes())
    with closing(socket.socket()) as tcp, closing(socket.socket(type=socket.SOCK_DGRAM)) as udp:
        tcp.bind(("127.0.0.1", 0))
        tcp.listen()
        port = tcp.getsockname()[1]
        udp.bind(("127.0.0.1", port))

        def touched():
            heard = select.select([tcp, udp], [], [], 0)[0]
            there = not (folder / "canary").is_file() or os.path.lexists(folder / "witness")
            facts = {"files touched": there, "connected": tcp in heard, "received": udp in heard}
            return [name for name, fact in facts.items() if fact]

        yield port, touched


def source(attack, folder, port):
    text = attack.path.read_bytes()
    return text.replace(b"@folder@", str(folder).encode()).replace(b"@port@", str(port).encode())


# What is handed in leads elsewhere


@pytest.mark.parametrize("attack", LINKS, ids=str)
def test_a_link_is_refused_where_a_plain_reader_follows_it(attack, tmp_path):
    key = tmp_path / "course" / "detection" / f"{attack.kata}.py"
    key.parent.mkdir(parents=True)
    key.write_text("# the key")
    given, file = handed_in(attack, key, tmp_path / "student")
    assert attack.success in file.read_text(), "an attack that does not work proves nothing"

    command = [sys.executable, "-m", "gradkata.cli", "check", "--submission", str(given), attack.kata]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=CATALOG.roots[0], timeout=60, check=False
    )

    assert done.returncode == 2
    assert "# the key" not in done.stderr
    assert done.stdout == ""


def handed_in(attack, key, folder):
    """What is given to the grader, and the file in it that leads to the key."""
    slug = CATALOG.resolve(attack.kata)
    file = folder / f"{slug}.py"
    folder.mkdir()
    if attack.name.endswith("_lies_in_a_folder_that_is_a_link"):
        file.parent.symlink_to(key.parent)
        return folder, file
    file.parent.mkdir()
    file.symlink_to(os.path.relpath(key, file.parent))
    return (file if attack.name.endswith("_neighbour") else folder), file
