"""A class from its folders to its verdicts: what is left to be judged is judged, the rest is known."""

import hashlib
import json
import sqlite3
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from gradkata.catalog import Catalog
from gradkata.classroom import ledger
from gradkata.classroom.course import Course
from gradkata.version import VERSION
from gradkata.workers.pool import Job, judge_all

_COMMIT_SECONDS = 0.3
_MOST_UNKEPT = 64


@dataclass(frozen=True)
class Terms:
    """All that verdicts hang on beside the answers: which katas and banks, how judged, and what for."""

    catalog: Catalog
    slugs: tuple[str, ...]
    course: Course
    level: str
    banks: Mapping[str, Path]


class RunProgress(NamedTuple):
    """How far a run is; ``complaint`` is what went wrong last, if anything did since."""

    done: int
    total: int
    complaint: str = ""


def judge_class(db: sqlite3.Connection, terms: Terms, size: int) -> Iterator[RunProgress]:
    """Judge every answer of the ledger that has no verdict yet, ``size`` at a time.

    Whenever this is stopped, by whatever, the ledger holds what was judged so far but for some tenths of a
    second; the next run goes on from there.

    Raises:
        PoolError: where workers do not start.
    """
    ledger.assign_keys(db, key_of(terms))
    total = ledger.plan(db)
    yield RunProgress(0, total)
    if not total:
        return
    again: deque[Job] = deque()
    limits = asdict(terms.course.limits)
    waiting = (
        Job(key, slug, submission, str(terms.banks[slug]), limits)
        for key, slug, submission in ledger.todo(db)
    )

    def following() -> Job | None:
        return again.popleft() if again else next(waiting, None)

    done, unkept, kept_at = 0, 0, time.monotonic()
    db.execute("BEGIN IMMEDIATE")
    try:
        for each in judge_all(following, min(size, total), terms.level, terms.catalog.roots):
            if each is not None and each.report is not None:
                ledger.record_verdict(db, each.job.key, json.dumps(each.report))
                done, unkept = done + 1, unkept + 1
                yield RunProgress(done, total)
            elif each is not None:
                if ledger.record_death(db, each.job.key, was_killed=each.was_killed):
                    done += 1
                else:
                    again.append(each.job)
                unkept = _MOST_UNKEPT
                yield RunProgress(done, total, f"{each.job.slug}: {each.failed}")
            if unkept and (unkept >= _MOST_UNKEPT or time.monotonic() - kept_at > _COMMIT_SECONDS):
                db.execute("COMMIT")
                db.execute("BEGIN IMMEDIATE")
                unkept, kept_at = 0, time.monotonic()
    finally:
        if db.in_transaction:
            db.execute("COMMIT")


def key_of(terms: Terms) -> Callable[[str, str], str]:
    """The key of a verdict, of an answer's digest and its kata: two that share it are alike."""
    banks = {slug: _digest(path.read_bytes()) for slug, path in terms.banks.items()}
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    rest = [asdict(terms.course.limits), terms.level, VERSION, python, _numpy_version()]

    def key(source: str, slug: str) -> str:
        return _digest(json.dumps([source, slug, banks[slug], *rest]).encode())

    return key


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _numpy_version() -> str:
    from importlib.metadata import version

    return version("numpy")
