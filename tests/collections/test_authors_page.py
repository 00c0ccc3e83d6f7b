"""docs/authors.md: its example is executed letter for letter, and what else it shows works."""

import os
import re
import shutil
import subprocess

import pytest
from authors_page import PAGE, executed
from kata_command import kata

from gradkata import Kata
from gradkata.authoring.laws import check
from gradkata.authoring.subject import Subject
from gradkata.catalog import open_catalog
from gradkata.declaring.domain_text import sentence
from gradkata.isolation.selftest import highest_level
from gradkata.signature import parse

TEXT = PAGE.read_text("utf-8")
SLUG = "shrinkage/soft_threshold"
REFERENCE = TEXT[TEXT.index("## Signatures") :]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The folder in which the page was executed, and the page with the real screens."""
    folder = tmp_path_factory.mktemp("page").resolve()
    return folder, executed(TEXT, folder)


@pytest.fixture(scope="module")
def example(shown):
    return Subject(open_catalog([shown[0] / "course"]), SLUG)


@pytest.mark.skipif(highest_level() != "kernel", reason="this kernel cannot confine")
def test_its_screens_are_the_real_ones(shown):
    assert TEXT == shown[1], "python tests/collections/regenerate_authors.py writes them again"


def test_its_kata_obeys_every_law(example):
    assert check(example, redraw=False) == []


def test_its_statement_holds_the_sentence_of_the_domain(example):
    assert sentence(example.kata.admitted) in " ".join(TEXT.split())


def test_its_wrong_answer_is_named():
    assert "\n  Looks like a known mistake: crosses zero\n" in TEXT


def test_every_signature_of_its_table_follows_the_grammar():
    rows = re.findall(r"^\| .* \| `([^`]+->[^`]+)` \|$", REFERENCE, re.MULTILINE)

    assert len(rows) == 14
    assert rows == [str(parse(row)) for row in rows]


def test_its_declarations_are_accepted():
    blocks = re.findall(r"```python\n(.*?)```", REFERENCE, re.DOTALL)
    whole = [block for block in blocks if re.search(r"^kata = ", block, re.MULTILINE)]

    assert len(whole) >= 5
    for block in whole:
        space = {}
        exec(block, space)
        assert isinstance(space["kata"], Kata)


def test_every_method_of_a_kata_is_described():
    methods = [name for name, value in vars(Kata).items() if callable(value) and not name.startswith("_")]

    assert [name for name in methods if f"kata.{name}" not in REFERENCE] == []


def test_its_workflow_lints_with_a_read_only_token():
    yaml = pytest.importorskip("yaml")
    text = re.search(r"`\.github/workflows/katas\.yml`:\n\n```yaml\n(.*?)```", REFERENCE, re.DOTALL)[1]
    found = yaml.load(text, Loader=yaml.BaseLoader)  # YAML 1.1 reads the key `on` as true

    steps = found["jobs"]["lint"]["steps"]
    assert ({"push", "pull_request"}, {"contents": "read"}) == (set(found["on"]), found["permissions"])
    assert "kata lint" == steps[-1]["run"]
    assert all(step["uses"].startswith("actions/") for step in steps if "uses" in step)


@pytest.fixture
def repository(shown, tmp_path):
    """The course of the page as a repository with the hook of the page, and a `kata` that notes its arguments."""
    if not shutil.which("git") or not shutil.which("sh"):
        pytest.skip("no git here")
    shutil.copytree(shown[0] / "course", tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__"))
    hook = re.search(r"`\.git/hooks/pre-commit`:\n\n```sh\n(.*?)```", REFERENCE, re.DOTALL)[1]
    script(
        tmp_path / "bin" / "kata", f'#!/bin/sh\necho "$@" >> {tmp_path}/called\nexit $(cat {tmp_path}/code)\n'
    )

    def git(*words):
        path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
        settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.hooksPath=.git/hooks")
        command = ["git", *settings, *words]
        done = subprocess.run(
            command,
            cwd=tmp_path / "course",
            env={**os.environ, "PATH": path},
            capture_output=True,
            check=False,
        )
        return done.returncode

    assert git("init", "-q") == 0
    script(tmp_path / "course" / ".git" / "hooks" / "pre-commit", hook)
    return tmp_path, git


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize("code", [0, 1])
def test_its_hook_lints_what_a_commit_changes_and_stops_a_faulty_kata(repository, code):
    folder, git = repository
    (folder / "code").write_text(str(code))

    assert git("add", ".") == 0
    assert (git("commit", "-qm", "a kata") != 0) == bool(code)
    assert (folder / "called").read_text() == "lint soft_threshold\n"


def test_its_hook_lets_other_files_pass(repository):
    folder, git = repository
    (folder / "code").write_text("1")
    (folder / "course" / "README.md").write_text("A course.\n")

    assert git("add", "README.md") == 0
    assert git("commit", "-qm", "a page") == 0
    assert not (folder / "called").exists()


def test_the_names_that_its_hook_gives_are_those_that_lint_takes(shown):
    done = kata("lint", "--json", "soft_threshold", cwd=shown[0] / "course")

    assert (0, '{"kata": "shrinkage/soft_threshold", "faults": [], "notes": []}\n') == (
        done.returncode,
        done.stdout,
    )
