"""The ledger of a class: one SQLite file with every answer and every verdict, each stored once.

The ledger makes a run of `kata grade` incremental and safe to interrupt.  Each answer has a key, a digest of
everything that its verdict depends on: the source, the kata, its bank, the limits, the sandbox level, and the
versions of gradkata, Python and NumPy (`grading.key_of`).  Verdicts are stored by key.  Therefore identical answers
are judged once, an answer that has not changed is not judged again, and a change of a bank (which records its
grader), of a limit or of a version leads to a new verdict without an explicit invalidation step.

A run has these steps:

1. `enrolling.enroll` replaces the rows of ``student``, ``answer`` and ``answer_note`` (notes for an answer's author)
   with the content of the submissions folder, and updates ``source``.
2. `assign_keys` computes the key of each answer, and `plan` lists the keys without a verdict in a temporary table.
3. `todo` reads that list one job at a time; `record_verdict` stores each report.  `grading.judge_class` commits
   after a few tenths of a second or a certain number of verdicts, so that a crash loses almost nothing and the disk
   does not limit the speed.
4. `publishing.publish` remembers the key of each answer in ``published``, so that the next run can list the scores
   that changed, and deletes verdicts that no answer needs.

An answer that makes its worker die must not stop the run or be tried forever.  `record_death` counts such deaths in
tenths: a death counts ten, and a worker that was killed from outside, for example because the machine ran out of
memory, counts one.  At `MOST_DEATHS` the answer is set aside, and `plan` skips it until ``--retry`` deletes the
counts.

Only the process that drives a run opens the file, and it holds an exclusive lock until it ends: a second run in the
same folder fails at once with a clear message.  ``by_hand`` contains points that a person set; no run changes them.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gradkata.submissions.submission import Submission

FORMAT = 2
FILE = "ledger.sqlite"
MOST_DEATHS = 3
# A worker that was killed from outside (out of memory, by an operator) counts as a tenth of a death.
KILLS_A_DEATH = 10
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE source (digest TEXT PRIMARY KEY, content BLOB, filename TEXT, cells TEXT);
CREATE TABLE student (name TEXT PRIMARY KEY, fault TEXT, has_entry INTEGER, is_on_roster INTEGER) WITHOUT ROWID;
CREATE TABLE answer (student TEXT, slug TEXT, source TEXT, key TEXT, PRIMARY KEY (student, slug)) WITHOUT ROWID;
CREATE TABLE answer_note (student TEXT, slug TEXT, notes TEXT, PRIMARY KEY (student, slug)) WITHOUT ROWID;
CREATE TABLE verdict (key TEXT PRIMARY KEY, report TEXT);
CREATE TABLE death (key TEXT PRIMARY KEY, tenths INTEGER) WITHOUT ROWID;
CREATE TABLE by_hand (
    student TEXT, slug TEXT, points TEXT, why TEXT, at TEXT, PRIMARY KEY (student, slug)
) WITHOUT ROWID;
CREATE TABLE published (
    student TEXT, slug TEXT, key TEXT, source TEXT, max_points TEXT, PRIMARY KEY (student, slug)
) WITHOUT ROWID;
"""


class LedgerError(Exception):
    """A ledger that cannot be used; the message says why and what to do."""


@contextmanager
def opened(out: Path) -> "Iterator[sqlite3.Connection]":
    """The ledger in the folder ``out``, created if missing, and locked until the end of the ``with`` block.

    Raises:
        LedgerError: if another run has locked it, the folder cannot be written, the disk is full, or the file
            is of another version or not a ledger.
    """
    with readable_errors(out):
        out.mkdir(parents=True, exist_ok=True)
        # isolation_level=None: sqlite3 begins and ends no transactions by itself.
        db = sqlite3.connect(out / FILE, timeout=0.0, isolation_level=None)
        try:
            _prepare(db, out)
            yield db
        finally:
            db.close()


@contextmanager
def readable_errors(out: Path) -> Iterator[None]:
    """Turn an error of the file system or of SQLite into a `LedgerError` with one sentence."""
    try:
        yield
    except BrokenPipeError:  # the reader of the command's output has gone; the folder is all right
        raise
    except (sqlite3.Error, OSError) as error:
        raise LedgerError(_message_for(error, out)) from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Write everything inside the ``with`` block, or nothing if it raises."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def about(db: sqlite3.Connection, name: str) -> str:
    """The value of one entry of the table ``about``; empty if there is none."""
    found = db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else ""


def note(db: sqlite3.Connection, name: str, value: str) -> None:
    """Write one entry of the table ``about``."""
    db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))


def assign_keys(db: sqlite3.Connection, key: Callable[[str, str], str]) -> None:
    """Store the key of each answer's verdict; ``key`` computes it from the answer's digest and its kata."""
    db.create_function("key_of", 2, key, deterministic=True)
    db.execute("UPDATE answer SET key = key_of(source, slug)")


def plan(db: sqlite3.Connection) -> int:
    """List what remains to be judged, each key once, in a temporary table; returns the number of jobs."""
    db.execute("DROP TABLE IF EXISTS temp.todo")
    db.execute("CREATE TEMP TABLE todo (number INTEGER PRIMARY KEY, key TEXT, slug TEXT, source TEXT)")
    db.execute(
        "INSERT INTO todo (key, slug, source) SELECT key, slug, source FROM answer "
        "WHERE key NOT IN (SELECT key FROM verdict) "
        f"AND key NOT IN (SELECT key FROM death WHERE tenths >= {MOST_DEATHS * KILLS_A_DEATH}) "
        "GROUP BY key ORDER BY slug, student"
    )
    return int(db.execute("SELECT count(*) FROM todo").fetchone()[0])


def todo(db: sqlite3.Connection) -> Iterator[tuple[str, str, Submission]]:
    """The jobs that `plan` listed, one at a time: key, slug, submission."""
    number = 0
    while True:
        # One query for each job, because the caller writes verdicts in between.
        found = db.execute(
            "SELECT number, key, slug, content, filename, cells FROM todo JOIN source ON digest = source "
            "WHERE number > ? ORDER BY number LIMIT 1",
            (number,),
        ).fetchone()
        if found is None:
            return
        number, key, slug, content, filename, cells = found
        yield key, slug, _submission(content, filename, cells)


def submission_of(db: sqlite3.Connection, student: str, slug: str) -> Submission:
    """What a student handed in for a kata; there must be something."""
    content, filename, cells = db.execute(
        "SELECT content, filename, cells FROM answer JOIN source ON digest = source WHERE student = ? AND slug = ?",
        (student, slug),
    ).fetchone()
    return _submission(content, filename, cells)


def record_verdict(db: sqlite3.Connection, key: str, report: str) -> None:
    """Store a verdict; if the key has one already, that one is kept."""
    db.execute("INSERT OR IGNORE INTO verdict VALUES (?, ?)", (key, report))
    db.execute("DELETE FROM death WHERE key = ?", (key,))


def record_death(db: sqlite3.Connection, key: str, *, was_killed: bool = False) -> bool:
    """Count one more worker that died, or was killed, at this answer; returns whether it is set aside now."""
    tenths = 1 if was_killed else KILLS_A_DEATH
    db.execute(
        "INSERT INTO death VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET tenths = tenths + ?2",
        (key, tenths),
    )
    (total,) = db.execute("SELECT tenths FROM death WHERE key = ?", (key,)).fetchone()
    return bool(total >= MOST_DEATHS * KILLS_A_DEATH)


def _submission(content: bytes, filename: str, cells: str) -> Submission:
    return Submission(content, filename, tuple([tuple(each) for each in json.loads(cells)]))


def _prepare(db: sqlite3.Connection, out: Path) -> None:
    """Take the lock, and create the tables if there are none."""
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA temp_store = FILE")
    db.execute("PRAGMA secure_delete = ON")  # a withdrawn answer leaves no trace in the file
    with transaction(db):
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _TABLES.split(";"):
                db.execute(statement)
            note(db, "format", str(FORMAT))
        has_about = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'about'").fetchone()[0]
        found = about(db, "format") if has_about else "unknown"
    if found != str(FORMAT):
        raise LedgerError(
            f"{out / FILE} has format {found}; this version reads format {FORMAT}. "
            "Grade into another folder, or use the version that wrote it."
        )


def _message_for(error: Exception, out: Path) -> str:
    message = str(error)
    if "locked" in message:
        return f"Another `kata grade` is running in {out}. Wait for it, or grade into another folder."
    if "full" in message or getattr(error, "errno", None) == 28:
        return f"The disk of {out} is full. Verdicts so far are kept; free space, and run the same command again."
    if "not a database" in message or "malformed" in message:
        return f"{out / FILE} is not a ledger. Move it away, or grade into another folder."
    if "readonly" in message or "unable to open" in message or isinstance(error, OSError):
        reason = getattr(error, "strerror", None) or message
        return f"{out} cannot be written ({reason}). Choose a folder of your own with --out."
    return f"The ledger in {out} failed: {message}."
