"""The ledger of a class: one SQLite file that holds every answer, every verdict, and nothing twice.

A verdict is kept under a key of all that it hangs on, so that a run that was stopped anywhere goes on where
it was, and identical answers are judged once.  Only the process that drives a run opens it.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gradkata.submissions.submission import Submission

FORMAT = 1
FILE = "ledger.sqlite"
MOST_DEATHS = 3
# What was killed from outside, as by a machine without memory or an operator, counts a tenth of a death.
KILLS_A_DEATH = 10
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE source (digest TEXT PRIMARY KEY, content BLOB, filename TEXT, cells TEXT);
CREATE TABLE student (name TEXT PRIMARY KEY, fault TEXT, has_entry INTEGER, is_on_roster INTEGER) WITHOUT ROWID;
CREATE TABLE answer (student TEXT, slug TEXT, source TEXT, key TEXT, PRIMARY KEY (student, slug)) WITHOUT ROWID;
CREATE TABLE told (student TEXT, slug TEXT, notes TEXT, PRIMARY KEY (student, slug)) WITHOUT ROWID;
CREATE TABLE verdict (key TEXT PRIMARY KEY, report TEXT);
CREATE TABLE death (key TEXT PRIMARY KEY, tenths INTEGER) WITHOUT ROWID;
CREATE TABLE by_hand (
    student TEXT, slug TEXT, points TEXT, why TEXT, at TEXT, PRIMARY KEY (student, slug)
) WITHOUT ROWID;
CREATE TABLE published (
    student TEXT, slug TEXT, key TEXT, source TEXT, PRIMARY KEY (student, slug)
) WITHOUT ROWID;
"""


class LedgerError(Exception):
    """A ledger that cannot be used; its message says why and what to do."""


@contextmanager
def opened(out: Path) -> "Iterator[sqlite3.Connection]":
    """The ledger in the folder ``out``, made where there is none, and held alone until the end.

    Raises:
        LedgerError: where another run holds it, the folder cannot be written, the disk is full, or the file
            is of another version or no ledger.
    """
    with sentences(out):
        out.mkdir(parents=True, exist_ok=True)
        # isolation_level: transactions are begun and ended by us alone.
        db = sqlite3.connect(out / FILE, timeout=0.0, isolation_level=None)
        try:
            _prepare(db, out)
            yield db
        finally:
            db.close()


@contextmanager
def sentences(out: Path) -> Iterator[None]:
    """Whatever the file system or SQLite complains of, as a sentence."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise LedgerError(_sentence(error, out)) from error


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or nothing of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def about(db: sqlite3.Connection, name: str) -> str:
    """One entry of what the ledger says of itself; empty where it says nothing."""
    found = db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else ""


def note(db: sqlite3.Connection, name: str, value: str) -> None:
    """Write such an entry."""
    db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))


def assign_keys(db: sqlite3.Connection, key: Callable[[str, str], str]) -> None:
    """Say under which key each answer's verdict is to be found: of its digest and its kata."""
    db.create_function("key_of", 2, key, deterministic=True)
    db.execute("UPDATE answer SET key = key_of(source, slug)")


def plan(db: sqlite3.Connection) -> int:
    """Put down what is left to be judged, each key once; returns how much that is."""
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
    """What `plan` put down, one at a time: key, slug, submission."""
    number = 0
    while True:
        # By number, not by one long query: the caller writes verdicts in between.
        found = db.execute(
            "SELECT number, key, slug, content, filename, cells FROM todo JOIN source ON digest = source "
            "WHERE number > ? ORDER BY number LIMIT 1",
            (number,),
        ).fetchone()
        if found is None:
            return
        number, key, slug, content, filename, cells = found
        yield key, slug, Submission(content, filename, tuple([tuple(each) for each in json.loads(cells)]))


def record_verdict(db: sqlite3.Connection, key: str, report: str) -> None:
    """Keep a verdict; the first one of a key stays."""
    db.execute("INSERT OR IGNORE INTO verdict VALUES (?, ?)", (key, report))
    db.execute("DELETE FROM death WHERE key = ?", (key,))


def record_death(db: sqlite3.Connection, key: str, *, was_killed: bool = False) -> bool:
    """One more worker that died of this answer, or was killed at it; returns whether it is set aside now."""
    tenths = 1 if was_killed else KILLS_A_DEATH
    db.execute(
        "INSERT INTO death VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET tenths = tenths + ?2",
        (key, tenths),
    )
    (total,) = db.execute("SELECT tenths FROM death WHERE key = ?", (key,)).fetchone()
    return bool(total >= MOST_DEATHS * KILLS_A_DEATH)


def _prepare(db: sqlite3.Connection, out: Path) -> None:
    """Take the lock, and make the tables where there are none."""
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA temp_store = FILE")
    db.execute("PRAGMA secure_delete = ON")  # what a student took back is gone
    with transaction(db):
        if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in _TABLES.split(";"):
                db.execute(statement)
            note(db, "format", str(FORMAT))
        has_about = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'about'").fetchone()[0]
        found = about(db, "format") if has_about else "unknown"
    if found != str(FORMAT):
        raise LedgerError(
            f"{out / FILE} has format {found}, this version reads {FORMAT}. "
            "Grade into another folder, or with the version that wrote it."
        )


def _sentence(error: Exception, out: Path) -> str:
    said = str(error)
    if "locked" in said:
        return f"Another `kata grade` is at work in {out}. Wait for it, or grade into another folder."
    if "full" in said or getattr(error, "errno", None) == 28:
        return (
            f"The disk of {out} is full. What was judged is kept; make room, and run the same command again."
        )
    if "not a database" in said or "malformed" in said:
        return f"{out / FILE} is not a ledger. Move it away, or grade into another folder."
    if "readonly" in said or "unable to open" in said or isinstance(error, OSError):
        reason = getattr(error, "strerror", None) or said
        return f"{out} cannot be written ({reason}). Choose a folder of your own with --out."
    return f"The ledger in {out} failed: {said}."
