"""Records the submissions in a folder in the ledger: students, answers and notes."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from gradkata.catalog import Catalog
from gradkata.classroom import ledger
from gradkata.submissions.entries import Entry
from gradkata.submissions.reader import Handed, read


def enroll(
    db: sqlite3.Connection,
    catalog: Catalog,
    found: Iterable[Entry],
    roster: Sequence[str],
    slugs: Sequence[str],
) -> tuple[str, ...]:
    """Record who is in the class and what each student handed in; returns the katas of this run.

    These are ``slugs``, or if it is empty, all katas that anyone handed in.  Students and answers of an earlier run
    that are no longer there are deleted; verdicts are kept.
    """
    with ledger.transaction(db):
        for table in ("student", "answer", "answer_note"):
            db.execute(f"DELETE FROM {table}")
        db.executemany("INSERT INTO student VALUES (?, '', 0, 1)", [(name,) for name in roster])
        for entry in found:
            handed = read(entry.path, catalog, slugs)
            db.execute(
                "INSERT INTO student VALUES (?1, ?2, 1, ?3) "
                "ON CONFLICT (name) DO UPDATE SET fault = ?2, has_entry = 1",
                (entry.student, handed.fault, not roster),
            )
            _record(db, entry, handed)
        db.execute("DELETE FROM source WHERE digest NOT IN (SELECT source FROM answer)")
    present = {slug for (slug,) in db.execute("SELECT DISTINCT slug FROM answer")}
    return tuple(slug for slug in catalog.slugs if slug in (slugs or present))


def _record(db: sqlite3.Connection, entry: Entry, handed: Handed) -> None:
    for slug, submission in handed.answers.items():
        digest = submission.digest()
        db.execute(
            "INSERT OR IGNORE INTO source VALUES (?, ?, ?, ?)",
            (digest, submission.source, submission.filename, json.dumps(submission.cells)),
        )
        db.execute("INSERT INTO answer VALUES (?, ?, ?, '')", (entry.student, slug, digest))
    for slug in handed.answers.keys() | handed.notes.keys():
        notes = [*filter(None, [entry.note]), *handed.notes.get(slug, ())]
        db.execute("INSERT INTO answer_note VALUES (?, ?, ?)", (entry.student, slug, json.dumps(notes)))
