"""The benchmarks time the same computation, and tell times apart."""

import os
import subprocess
import sys
import time

import numpy as np
import pytest

from gradkata.isolation.environment import WANTED
from tests.benchmarks.candidates import Case, all_cases, assert_same
from tests.benchmarks.judging import COLD, environment, warm_row
from tests.benchmarks.timing import Row, cold, compare, human, median, ratio, table


@pytest.fixture(scope="module")
def cases():
    return all_cases(scale=0.03)  # late: the peers take seconds to import


def test_what_is_timed_computes_the_same(cases):
    for case in cases:
        assert_same(case)


@pytest.mark.parametrize("other", [1.0, (1.0,), (1.0, np.zeros(3)), (1.0, np.ones(2))])
def test_what_computes_something_else_is_not_timed(other):
    case = Case("a number and a vector", {"ours": lambda: (1.0, np.zeros(2)), "NumPy": lambda: other})
    with pytest.raises((AssertionError, ValueError)):
        assert_same(case)


def test_every_goal_belongs_to_something_that_is_timed(cases):
    for case in cases:
        assert set(case.goals) <= set(case.calls) | {"PyTorch"}


def test_candidates_take_turns_until_all_rounds_are_done():
    calls = []
    samples = compare({"a": lambda: calls.append("a"), "b": lambda: calls.append("b")}, 4, batch=0.0)
    assert calls[-8:] == ["a", "b", "b", "a", "a", "b", "b", "a"]
    assert {name: len(seconds) for name, seconds in samples.items()} == {"a": 4, "b": 4}


def test_a_ratio_is_the_median_of_the_rounds_quotients():
    samples = {"slow": [4.0, 30.0, 9.0], "fast": [2.0, 3.0, 3.0]}
    assert ratio(samples, "slow", "fast") == 3.0
    assert median(samples, "slow") == 9.0


def test_a_cold_start_is_a_fresh_process_each_time(tmp_path):
    log = tmp_path / "log"
    script = f"import os; open({str(log)!r}, 'a').write(f'{{os.getpid()}} ')"
    samples = cold({"python": [sys.executable, "-S", "-c", script]}, rounds=2)
    assert len(samples["python"]) == 2
    assert len(set(log.read_text().split())) == 3


def test_a_slow_candidate_is_called_once_a_round():
    calls = []

    def slow():
        calls.append(time.sleep(0.003))

    compare({"slow": slow}, rounds=3, batch=0.001)
    assert len(calls) == 5  # one to warm up, one to count


def test_a_missed_goal_is_marked_and_explained():
    rows = [
        Row("met", 12.345, "1 to 2", goal=8.0, reason="none"),
        Row("missed", 0.5, "2 to 1", goal=1.0, reason="memory"),
        Row("shown", 123.4, "3 to 1"),
        Row("short", 1.5, "3 to 2", goal=2.0, command="kata", is_cost=True),
        Row("long", 2.5, "5 to 2", goal=2.0, command="kata", is_cost=True, reason="forks"),
    ]
    expected = [
        "| what | goal | ratio | times | command | reason where missed |",
        "|---|---|---|---|---|---|",
        "| met | ≥ 8 × | 12.3 × | 1 to 2 | `python -m tests.benchmarks` |  |",
        "| missed | ≥ 1 × | **0.5 × (missed)** | 2 to 1 | `python -m tests.benchmarks` | memory |",
        "| shown |  | 123 × | 3 to 1 | `python -m tests.benchmarks` |  |",
        "| short | ≤ 2 × | 1.5 × | 3 to 2 | `kata` |  |",
        "| long | ≤ 2 × | **2.5 × (missed)** | 5 to 2 | `kata` | forks |",
    ]
    assert expected == table(rows).splitlines()


@pytest.mark.parametrize("what", COLD)
def test_a_cold_check_is_of_the_kind_that_its_row_says(what):
    command = COLD[what][1].split()[1:]
    script = "import sys; from gradkata.cli import main; main(sys.argv[1:]); print(*sys.modules)"
    wanted = {**os.environ, **WANTED}  # it would start itself anew otherwise, without this script
    run = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, env=wanted)
    *report, modules = run.stdout.splitlines()
    assert "right" not in what or "10/10" in report[0]
    assert ("Hypothesis" in what) == ("hypothesis" in modules.split())


def test_cold_checks_keep_their_bytecode_and_nobody_limits_their_threads():
    given = {"PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1", "PATH": "/bin"}
    assert {"PATH": "/bin"} == environment(given)


def test_warm_judging_is_measured_besides_the_answer_s_own_time():
    row = warm_row()
    assert 0.0 < row.ratio
    assert " with its own, at level " in row.how


@pytest.mark.parametrize(
    ("seconds", "expected"), [(2.5, "2.5 s"), (0.0123, "12.3 ms"), (4e-6, "4 µs"), (5.2e-7, "520 ns")]
)
def test_times_have_three_digits_and_a_unit(seconds, expected):
    assert expected == human(seconds)


def test_every_reason_belongs_to_a_row(cases):
    from tests.benchmarks.loops import loop_cases
    from tests.benchmarks.references import REASONS

    named = [*cases, *loop_cases()]  # of which some name the large cases too
    assert set(REASONS) <= {f"{case.what}: {name}" for case in named for name in case.calls}
