"""All outputs together: one pass, complete files only, and no unnecessary writes."""

import errno
import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from classmates import APPEAL, ATTACKS, SLUGS, everything, row, set_aside, written

from gradkata.classroom.outputs import atomic_files
from gradkata.classroom.outputs.all_outputs import write_all
from gradkata.classroom.outputs.atomic_files import OutputError


@pytest.fixture
def rows(reports):
    return [
        row("Ada", reports["right/iou.py"], reports["right/nms.py"]),
        row("Eve", reports["wrong/iou_without_clamp.py"], reports["slow/nms_without_end.py"], nms=APPEAL),
        row("Zoë", reports["wrong/iou_syntax.py"], set_aside("detection/nms")),
    ]


def names(out):
    return {name for name in everything(out) if not name.endswith(".kata-folder")}


def test_every_output_is_written(rows, tmp_path):
    written(rows, tmp_path / "deep" / "out")

    assert names(tmp_path / "deep" / "out") == {
        "results.jsonl", "grades.csv", "junit.xml", "summary.md",
        "feedback/Ada.txt", "feedback/Eve.txt", "feedback/Zoë.txt",
        "feedback/Ada.json", "feedback/Eve.json", "feedback/Zoë.json",
        "gradescope/Ada.json", "gradescope/Eve.json", "gradescope/Zoë.json",
    }  # fmt: skip


def test_a_second_run_writes_no_file(rows, tmp_path):
    written(rows, tmp_path)
    before = everything(tmp_path)
    folders = [path.stat().st_mtime_ns for path in (tmp_path, tmp_path / "feedback", tmp_path / "gradescope")]
    written(rows, tmp_path)

    assert before == everything(tmp_path)
    assert folders == [
        path.stat().st_mtime_ns for path in (tmp_path, tmp_path / "feedback", tmp_path / "gradescope")
    ]


def test_only_the_files_of_a_changed_student_are_written_again(rows, reports, tmp_path):
    written(rows, tmp_path)
    before = everything(tmp_path)
    better = row("Eve", reports["right/iou.py"], reports["slow/nms_without_end.py"], nms=APPEAL)
    written([rows[0], better, rows[2]], tmp_path)
    touched = {name for name, state in everything(tmp_path).items() if state != before[name]}

    assert touched == {
        "results.jsonl", "grades.csv", "junit.xml", "summary.md",
        "feedback/Eve.txt", "feedback/Eve.json", "gradescope/Eve.json",
    }  # fmt: skip


def test_a_changed_class_is_written_as_in_a_first_run(rows, reports, tmp_path):
    written([*rows, row("Ann", reports["right/iou.py"], reports["right/nms.py"])], tmp_path / "changed")
    written(rows[:2], tmp_path / "changed")
    written(rows[:2], tmp_path / "new")
    content = [
        {name: state[0] for name, state in everything(tmp_path / which).items()}
        for which in ("changed", "new")
    ]

    assert content[0] == content[1]


def test_files_of_a_student_who_has_left_are_removed(rows, tmp_path):
    written(rows, tmp_path)
    written(rows[1:], tmp_path)

    assert not {name for name in names(tmp_path) if "Ada" in name}
    assert "feedback/Eve.txt" in names(tmp_path)


def test_temporary_files_of_a_killed_run_are_removed(rows, tmp_path):
    written(rows, tmp_path)
    for folder in ("", "feedback", "gradescope"):
        (tmp_path / folder / ".kata-results.jsonl.tmp").write_text("half")
    written(rows, tmp_path)

    assert not [name for name in names(tmp_path) if name.endswith(".tmp")]


def test_a_killed_run_leaves_the_old_files_and_the_next_run_cleans_up(rows, reports, tmp_path):
    written(rows, tmp_path / "out")
    names_before = names(tmp_path / "out")
    (tmp_path / "reports.json").write_text(json.dumps(dict(reports)))
    program = (
        "import json, pathlib, sys, time\n"
        "from classmates import SLUGS, row, write_all\n"
        "here = pathlib.Path(sys.argv[1])\n"
        "reports = json.loads((here / 'reports.json').read_text())\n"
        "def rows():\n"
        "    yield row('Ada', reports['wrong/iou_syntax.py'], reports['right/nms.py'])\n"
        "    print('one row is written', flush=True)\n"
        "    time.sleep(60)\n"
        "write_all(rows(), SLUGS, here / 'out', ['Ada'])\n"
    )
    folders = os.pathsep.join((str(Path(__file__).parent), str(Path(__file__).parents[3])))
    child = subprocess.Popen(
        [sys.executable, "-c", program, tmp_path],
        env={**os.environ, "PYTHONPATH": folders},
        stdout=subprocess.PIPE,
    )
    with child:
        child.stdout.readline()
        child.kill()
    left = names(tmp_path / "out") - names_before
    written(rows, tmp_path / "new")
    whole = {name: state[0] for name, state in everything(tmp_path / "new").items()}

    assert {name for name in left if name.startswith(".kata-")}
    assert whole["results.jsonl"] == (tmp_path / "out" / "results.jsonl").read_bytes()
    written(rows, tmp_path / "out")
    assert whole == {name: state[0] for name, state in everything(tmp_path / "out").items()}


def test_an_interrupted_pass_leaves_the_old_files_and_no_partial_ones(rows, tmp_path):
    written(rows, tmp_path)
    before = everything(tmp_path)

    def breaking():
        yield rows[1]
        raise RuntimeError("the ledger broke off")

    with pytest.raises(RuntimeError, match="broke off"):
        write_all(breaking(), SLUGS, tmp_path, ["Eve"])
    assert before == everything(tmp_path)


def test_a_folder_with_files_of_others_is_not_changed(rows, tmp_path):
    (tmp_path / "feedback").mkdir()
    (tmp_path / "feedback" / "Ada.txt").write_text("written by hand")

    with pytest.raises(OutputError, match=r"did not write.*choose another --out"):
        written(rows, tmp_path)
    assert "written by hand" == (tmp_path / "feedback" / "Ada.txt").read_text()


def test_a_full_disk_is_reported_in_one_sentence_and_leaves_no_partial_file(rows, tmp_path, monkeypatch):
    written(rows[:1], tmp_path)
    before = everything(tmp_path)

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    # A full disk would need a separate file system: this is the only call that is replaced.
    monkeypatch.setattr(atomic_files.os, "fsync", full)
    with pytest.raises(
        OutputError, match=r"could not be written: No space left.*Free some space.*no result is lost"
    ):
        written(rows, tmp_path)
    assert before == everything(tmp_path)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_a_full_device_is_reported_in_one_sentence():
    with (
        pytest.raises(OutputError, match="No space left on device"),
        atomic_files.readable_errors("/dev/full"),
        open("/dev/full", "wb", buffering=0) as stream,
    ):
        stream.write(b"x")


def test_an_output_path_that_is_a_file_is_reported_in_one_sentence(rows, tmp_path):
    (tmp_path / "out").write_text("a file")

    with pytest.raises(OutputError, match=r"out could not be written: .*no result is lost\."):
        written(rows, tmp_path / "out")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_reported_in_one_sentence(rows, tmp_path):
    tmp_path.chmod(0o500)

    with pytest.raises(OutputError, match=r"Permission denied.*Make the folder writable"):
        written(rows, tmp_path)
    tmp_path.chmod(0o700)


def test_no_name_leads_outside_its_folder_or_to_another_students_file(reports, tmp_path):
    rows = [row(name, reports["right/iou.py"]) for name in ATTACKS]
    written(rows, tmp_path / "out", SLUGS[:1])
    stored = [json.loads(path.read_bytes()) for path in (tmp_path / "out" / "feedback").glob("*.json")]

    assert sorted(ATTACKS) == sorted(each["student"] for each in stored)
    assert {"out"} == {path.name for path in tmp_path.iterdir()}
    assert len(ATTACKS) == len(list((tmp_path / "out" / "gradescope").glob("*.json")))


def test_memory_does_not_grow_with_the_class(reports, tmp_path):
    def peak(students):
        many = (row(f"student {n:04}", reports["wrong/iou_without_clamp.py"]) for n in range(students))
        tracemalloc.start()
        write_all(many, SLUGS[:1], tmp_path / str(students), (f"student {n:04}" for n in range(students)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)  # imports
    few, many = peak(100), peak(400)
    # Only the name of a student is kept: 300 more students add 300 names, not 300 reports of 5 KB.
    assert (many - few) / 300 < 1_000
