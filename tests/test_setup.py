"""What `run.py` decides: when an environment is made, when it is filled, which pip does it, what is refused."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from builtin import load

ROOT = Path(__file__).parents[1]
FINE = f"{sys.version_info[0]} {sys.version_info[1]}"


class Machine:
    """A checkout, and a computer that answers every command instead of running it."""

    def __init__(self, run, place):
        self.module, self.place = run, place
        self.commands, self.made = [], 0
        self.environment = None
        self.pip_inside, self.ensurepip, self.outside, self.install = False, True, True, [0]

    def run(self, command, quietly=False):
        words = [str(part) for part in command]
        self.commands.append(words)
        return subprocess.CompletedProcess(words, *self.answer(words))

    def answer(self, words):
        if "-c" in words:
            return (0, self.environment, "") if self.environment else (127, "", "")
        if words[-1] == "--version":
            return int(not self.pip_inside), "", ""
        if "ensurepip" in words:
            self.pip_inside = self.ensurepip
            return int(not self.ensurepip), "", ""
        if "--target" in words:
            self.pip_inside = self.outside
            return int(not self.outside), "", "" if self.outside else "No module named pip"
        if "--editable" in words:
            return self.install.pop(0), "", ""
        return 7, "", ""

    def make(self):
        self.made += 1
        self.environment, self.pip_inside = FINE, False
        self.module.HOME.mkdir(exist_ok=True)
        self.module.write_stamp([])

    def did(self, word):
        return sum(word in words for words in self.commands)


@pytest.fixture
def machine(tmp_path, monkeypatch):
    run = load(ROOT / "run.py", "checkout_run")
    machine = Machine(run, tmp_path)
    (tmp_path / "pyproject.toml").write_text("[project]\n", "utf-8")
    monkeypatch.setattr(run, "HERE", tmp_path)
    monkeypatch.setattr(run, "HOME", tmp_path / ".venv")
    monkeypatch.setattr(run, "STAMP", tmp_path / ".venv" / "gradkata.json")
    monkeypatch.setattr(run, "run", machine.run)
    monkeypatch.setattr(run, "make_environment", machine.make)
    return machine


def finished(machine, extra=""):
    machine.make()
    machine.module.write_stamp([extra])
    machine.pip_inside, machine.made = True, 0


def test_a_fresh_checkout_gets_an_environment_pip_and_the_package(machine):
    machine.module.set_up("[test]")

    assert (1, 1) == (machine.made, machine.did("ensurepip"))
    assert ".[test]" == machine.commands[-1][-1]


def test_the_second_run_installs_nothing(machine):
    machine.module.set_up("")
    machine.commands.clear()
    machine.module.set_up("")

    assert 1 == len(machine.commands)


def test_an_environment_with_an_extra_is_enough_for_the_package_alone(machine):
    finished(machine, "[test]")
    machine.module.set_up("")

    assert 0 == machine.did("--editable")


def test_a_further_extra_is_added_and_both_are_remembered(machine):
    finished(machine)
    machine.module.set_up("[test]")
    known = machine.module.stamp()

    assert (["", "[test]"], 0) == (known["extras"], machine.made)


def test_a_changed_project_is_installed_again_into_the_same_environment(machine):
    finished(machine)
    (machine.place / "pyproject.toml").write_text("[project]\nname = 'new'\n", "utf-8")
    machine.module.set_up("")

    assert (0, 1) == (machine.made, machine.did("--editable"))


@pytest.mark.parametrize("environment", [None, "3 10", f"{FINE} numpy", "junk"])
def test_an_environment_that_is_broken_or_of_another_python_is_made_anew(machine, environment):
    finished(machine)
    machine.environment = environment
    machine.module.set_up("")

    assert 1 == machine.made


def test_a_moved_checkout_gets_a_new_environment(machine):
    finished(machine)
    known = json.loads(machine.module.STAMP.read_text("utf-8"))
    machine.module.STAMP.write_text(json.dumps(known | {"checkout": "/elsewhere"}), "utf-8")
    machine.module.set_up("")

    assert 1 == machine.made


def test_an_environment_that_was_never_finished_is_mended_before_it_is_thrown_away(machine):
    machine.make()
    machine.module.set_up("")

    assert 1 == machine.made


def test_an_environment_that_was_never_finished_and_cannot_be_mended_is_made_anew(machine):
    machine.make()
    machine.install = [1, 0]
    machine.module.set_up("")

    assert 2 == machine.made


@pytest.mark.parametrize("is_ours", [True, False])
def test_a_failing_pip_costs_nobody_an_environment_that_works(machine, is_ours):
    finished(machine)
    if is_ours:
        (machine.place / "pyproject.toml").write_text("", "utf-8")
    else:
        machine.module.STAMP.unlink()
    machine.install = [1]
    with pytest.raises(machine.module.SetupError, match="network"):
        machine.module.set_up("")

    assert 0 == machine.made


def test_without_ensurepip_an_outside_pip_fills_a_folder_of_the_environment(machine):
    machine.ensurepip = False
    machine.module.set_up("")
    fetched = next(words for words in machine.commands if "--target" in words)

    assert [sys.executable, "-m", "pip", "install"] == fetched[:4]
    assert str(machine.module.HOME) == fetched[fetched.index("--target") + 1][: len(str(machine.module.HOME))]


def test_without_any_pip_a_sentence_says_what_to_install(machine):
    machine.ensurepip = machine.outside = False
    with pytest.raises(machine.module.SetupError, match="apt install python3-pip"):
        machine.module.set_up("")


def test_a_checkout_that_cannot_be_written_is_refused_before_anything_is_tried(machine, monkeypatch):
    monkeypatch.setattr(machine.module.os, "access", lambda place, mode: False)
    with pytest.raises(machine.module.SetupError, match="Copy the checkout to a folder of your own"):
        machine.module.set_up("")

    assert (0, 0) == (machine.made, machine.did("--editable"))


def test_an_older_python_is_told_what_is_needed(machine, monkeypatch, capsys):
    monkeypatch.setattr(machine.module.sys, "version_info", (3, 10, 2))

    assert 2 == machine.module.main(["tests"])
    assert "gradkata needs Python 3.11 or newer; this is 3.10.\n" == capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["test"]])
def test_anything_but_a_job_shows_the_jobs(machine, capsys, arguments):
    assert 2 == machine.module.main(arguments)
    assert "python3 run.py examples" in capsys.readouterr().out


def test_a_job_gets_the_further_arguments_and_gives_its_exit_code(machine):
    finished(machine, "[test]")

    assert 7 == machine.module.main(["tests", "-x", "tests/cli"])
    assert ["-m", "pytest", "-n", "auto", "--dist", "loadfile", "-x", "tests/cli"] == machine.commands[-1][1:]


def test_settings_for_other_places_do_not_reach_pip(monkeypatch):
    run = load(ROOT / "run.py", "checkout_run")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    code = "import os; print(os.environ['PIP_USER'], 'PIP_TARGET' in os.environ, 'PYTHONPATH' in os.environ)"

    assert "0 False False\n" == run.run([sys.executable, "-c", code], quietly=True).stdout


def test_a_real_environment_is_made_in_place_of_a_broken_one(tmp_path, monkeypatch):
    run = load(ROOT / "run.py", "checkout_run")
    (tmp_path / ".venv").write_text("junk", "utf-8")
    (tmp_path / "pyproject.toml").write_text("", "utf-8")
    monkeypatch.setattr(run, "HERE", tmp_path)
    monkeypatch.setattr(run, "HOME", tmp_path / ".venv")
    monkeypatch.setattr(run, "STAMP", tmp_path / ".venv" / "gradkata.json")
    monkeypatch.setattr(run, "PYTHON", tmp_path / ".venv" / run.PYTHON.relative_to(ROOT / ".venv"))
    assert run.missing() is None
    run.make_environment()

    assert set(run.NEEDED) >= set(run.missing() or ()) > set()
    assert [] == run.stamp()["extras"]


def test_the_packages_that_are_looked_for_are_those_that_the_project_needs():
    run = load(ROOT / "run.py", "checkout_run")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert set(run.NEEDED) == {wanted.partition(">=")[0] for wanted in project["dependencies"]}


def test_the_whole_suite_says_at_its_start_how_long_it_takes(machine, capsys):
    finished(machine, "[test]")
    machine.module.main(["tests"])

    assert f"About {machine.module.MINUTES} minutes on two cores.\n" in capsys.readouterr().out
    machine.module.main(["tests", "tests/cli"])
    assert "minutes" not in capsys.readouterr().out
