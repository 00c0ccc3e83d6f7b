"""Judges the answers of a class that have no verdict in the ledger yet."""

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
from gradkata.loader import source_files
from gradkata.version import VERSION
from gradkata.workers.pool import Job, judge_all

_COMMIT_SECONDS = 0.3
_MAX_UNCOMMITTED = 64


@dataclass(frozen=True)
class Terms:
    """Everything besides the answers that a run depends on: katas, banks, course settings and sandbox level."""

    catalog: Catalog
    slugs: tuple[str, ...]
    course: Course
    level: str
    banks: Mapping[str, Path]


class RunProgress(NamedTuple):
    """The progress of a run; ``complaint`` is an error since the last progress, if there was one."""

    done: int
    total: int
    complaint: str = ""


def judge_class(db: sqlite3.Connection, terms: Terms, size: int) -> Iterator[RunProgress]:
    """Judge every answer of the ledger that has no verdict yet, ``size`` at a time.

    If the run is stopped at any moment, the ledger contains all verdicts so far, except for those of the last few
    tenths of a second; the next run continues from there.

    Raises:
        PoolError: if workers do not start.
    """
    ledger.assign_keys(db, key_of(terms))
    total = ledger.plan(db)
    yield RunProgress(0, total)
    if not total:
        return
    retries: deque[Job] = deque()
    limits = asdict(terms.course.limits)
    waiting = (
        Job(key, slug, submission, str(terms.banks[slug]), limits)
        for key, slug, submission in ledger.todo(db)
    )

    def next_job() -> Job | None:
        return retries.popleft() if retries else next(waiting, None)

    done, uncommitted, committed_at = 0, 0, time.monotonic()
    db.execute("BEGIN IMMEDIATE")
    try:
        for each in judge_all(next_job, min(size, total), terms.level, terms.catalog.roots):
            if each is not None and each.report is not None:
                ledger.record_verdict(db, each.job.key, json.dumps(each.report))
                done, uncommitted = done + 1, uncommitted + 1
                yield RunProgress(done, total)
            elif each is not None:
                if ledger.record_death(db, each.job.key, was_killed=each.was_killed):
                    done += 1
                else:
                    retries.append(each.job)
                uncommitted = _MAX_UNCOMMITTED
                yield RunProgress(done, total, f"{each.job.slug}: {each.failed}")
            is_due = uncommitted >= _MAX_UNCOMMITTED or time.monotonic() - committed_at > _COMMIT_SECONDS
            if uncommitted and is_due:
                db.execute("COMMIT")
                db.execute("BEGIN IMMEDIATE")
                uncommitted, committed_at = 0, time.monotonic()
    finally:
        if db.in_transaction:
            db.execute("COMMIT")


def key_of(terms: Terms) -> Callable[[str, str], str]:
    """A function from an answer's digest and its kata to the key of its verdict.

    The key is a digest of everything that the verdict depends on: answers with the same key have the same verdict.
    """
    banks = {slug: _digest(path.read_bytes()) for slug, path in terms.banks.items()}
    sources = {slug: _sources(terms.catalog, slug) for slug in terms.banks}
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    rest = [asdict(terms.course.limits), terms.level, VERSION, python, _numpy_version()]

    def key(source: str, slug: str) -> str:
        return _digest(json.dumps([source, slug, banks[slug], sources[slug], *rest]).encode())

    return key


def _sources(catalog: Catalog, slug: str) -> str:
    """A digest of what a verdict says and counts: the grader with its points and words, its helpers, the answers."""
    collection = catalog.collection_of(slug)
    try:
        files = source_files(collection, slug)
        mutants = collection.mutants(slug)
        files += [mutants] if mutants.is_file() else []
    except SyntaxError:  # no verdict comes of it, and none is reused
        files = [collection.grader(slug), collection.solution(slug)]
    return _digest(b"\0".join(path.read_bytes() for path in files))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _numpy_version() -> str:
    from importlib.metadata import version

    return version("numpy")
