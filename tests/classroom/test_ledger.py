"""The ledger: everything is stored once, and an unusable file is refused with one sentence."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from gradkata.classroom import ledger

ROOT = Path(__file__).parents[2]


@pytest.fixture
def db(tmp_path):
    with ledger.opened(tmp_path) as found:
        yield found


def add(db, student, slug, content):
    db.execute("INSERT OR IGNORE INTO student VALUES (?, '', 1, 1)", (student,))
    db.execute("INSERT OR IGNORE INTO source VALUES (?, ?, 'iou.py', '[]')", (content, content.encode()))
    db.execute("INSERT INTO answer VALUES (?, ?, ?, '')", (student, slug, content))


def planned(db):
    ledger.assign_keys(db, lambda source, slug: f"{source} {slug}")
    ledger.plan(db)
    return list(ledger.todo(db))


def test_identical_answers_are_planned_once(db):
    for student in ("ana", "ben", "cem"):
        add(db, student, "detection/iou", "same")
    add(db, "dan", "detection/iou", "other")

    assert [b"other", b"same"] == sorted(each.source for _, _, each in planned(db))


def test_one_answer_to_two_katas_is_planned_for_each(db):
    add(db, "ana", "detection/iou", "both")
    add(db, "ana", "detection/nms", "both")

    assert ["detection/iou", "detection/nms"] == [slug for _, slug, _ in planned(db)]


def test_an_answer_with_a_verdict_is_not_planned_again(db):
    add(db, "ana", "detection/iou", "done")
    ((key, *_),) = planned(db)

    ledger.record_verdict(db, key, "{}")

    assert planned(db) == []


def test_the_first_verdict_of_a_key_is_kept(db):
    ledger.record_verdict(db, "key", "first")
    ledger.record_verdict(db, "key", "second")

    assert [("key", "first")] == db.execute("SELECT * FROM verdict").fetchall()


def test_an_answer_is_set_aside_after_its_third_death(db):
    add(db, "ana", "detection/iou", "deadly")
    ((key, *_),) = planned(db)

    assert [ledger.record_death(db, key) for _ in range(2)] == [False, False]
    assert len(planned(db)) == 1
    assert ledger.record_death(db, key)
    assert planned(db) == []


def test_an_answer_whose_worker_was_killed_gets_more_tries(db):
    add(db, "ana", "detection/iou", "unlucky")
    ((key, *_),) = planned(db)

    most = ledger.MOST_DEATHS * ledger.KILLS_A_DEATH
    assert [ledger.record_death(db, key, was_killed=True) for _ in range(most)] == [False] * (most - 1) + [
        True
    ]


def test_a_verdict_resets_the_count_of_deaths(db):
    add(db, "ana", "detection/iou", "unlucky")
    for _ in range(2):
        ledger.record_death(db, "key")
    ledger.record_verdict(db, "key", "{}")

    assert not ledger.record_death(db, "key")


def test_verdicts_may_be_written_while_the_plan_is_read(db):
    for number in range(20):
        add(db, f"student {number}", "detection/iou", f"answer {number}")
    ledger.assign_keys(db, lambda source, *_: source)
    ledger.plan(db)
    seen = []
    for key, *_ in ledger.todo(db):
        with ledger.transaction(db):
            ledger.record_verdict(db, key, "{}")
        seen.append(key)

    assert len(set(seen)) == 20


def test_a_failed_transaction_writes_nothing(db):
    def half():
        with ledger.transaction(db):
            ledger.note(db, "half", "done")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()

    assert ledger.about(db, "half") == ""


def test_two_runs_cannot_use_one_folder_at_the_same_time(tmp_path):
    code = "import sys, time; from pathlib import Path; from gradkata.classroom import ledger\n"
    code += "with ledger.opened(Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
    ) as other:  # fmt: skip
        assert other.stdout.readline() == "open\n"
        with pytest.raises(ledger.LedgerError, match="Another `kata grade`"), ledger.opened(tmp_path):
            pass
        other.kill()

    with ledger.opened(tmp_path) as db:
        assert ledger.about(db, "format") == str(ledger.FORMAT)


def test_a_ledger_of_another_format_is_refused_and_not_changed(tmp_path):
    with ledger.opened(tmp_path) as db:
        ledger.note(db, "format", "99")
    before = (tmp_path / ledger.FILE).read_bytes()

    with (
        pytest.raises(ledger.LedgerError, match="has format 99; this version reads format 2"),
        ledger.opened(tmp_path),
    ):
        pass

    assert before == (tmp_path / ledger.FILE).read_bytes()


def test_another_database_is_refused(tmp_path):
    other = sqlite3.connect(tmp_path / ledger.FILE)
    other.execute("CREATE TABLE theirs (x)")
    other.close()

    with pytest.raises(ledger.LedgerError, match="format unknown"), ledger.opened(tmp_path):
        pass


def test_a_file_that_is_not_a_database_is_refused(tmp_path):
    (tmp_path / ledger.FILE).write_text("grades, grades, grades " * 100, "utf-8")

    with pytest.raises(ledger.LedgerError, match="is not a ledger"), ledger.opened(tmp_path):
        pass


def test_a_folder_that_cannot_be_created_is_reported(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")

    with (
        pytest.raises(ledger.LedgerError, match="cannot be written"),
        ledger.opened(tmp_path / "file" / "out"),
    ):
        pass


def fill(db, folder):
    with ledger.readable_errors(folder), ledger.transaction(db):
        for number in range(1000):
            ledger.note(db, f"name {number}", "x" * 1000)


def test_a_full_disk_is_reported_and_earlier_writes_are_kept(tmp_path):
    with ledger.opened(tmp_path) as db:
        ledger.note(db, "before", "kept")
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        # SQLite reports its own size limit in the same way as a full disk.
        db.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(ledger.LedgerError, match="full"):
            fill(db, tmp_path)
        assert ledger.about(db, "before") == "kept"


def test_a_reader_of_the_output_that_goes_away_is_no_fault_of_the_folder(tmp_path):
    with pytest.raises(BrokenPipeError), ledger.opened(tmp_path):
        raise BrokenPipeError(32, "Broken pipe")
