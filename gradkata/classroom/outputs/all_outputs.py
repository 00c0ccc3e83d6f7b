"""Writes all output files of a graded class in one pass over its rows."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from gradkata.classroom.outputs import atomic_files, feedback, grades, gradescope, junit, results
from gradkata.classroom.outputs.file_names import file_namer
from gradkata.classroom.outputs.summary_page import Page
from gradkata.classroom.outputs.tally import Counting, Tally
from gradkata.classroom.rows import Row

_THREADS = 16
_MAX_PENDING = 4 * _THREADS


def write_all(rows: Iterable[Row], slugs: Sequence[str], out: Path, students: Iterable[str]) -> Tally:
    """Write all outputs of a class into ``out``, and return its tally.

    ``rows`` is iterated over once, and no row is kept in memory; ``slugs`` are the katas in the order of each row's
    marks; ``students`` are the names of all rows, and are read before ``rows``.

    Raises:
        OutputError: if a file cannot be written.  Every file is then complete, either old or new, and the next call
            completes the rest.
    """
    name_of = file_namer(students)
    feedback_folder, gradescope_folder = out / "feedback", out / "gradescope"
    atomic_files.prepare(out, exclusive=False)
    for folder in (feedback_folder, gradescope_folder):
        atomic_files.prepare(folder, exclusive=True)
    names: set[str] = set()
    counting, page = Counting(), Page(slugs)
    with ExitStack() as stack:
        to_results, to_grades, to_junit = (
            stack.enter_context(atomic_files.replacing(out / name))
            for name in ("results.jsonl", "grades.csv", "junit.xml")
        )
        replace = stack.enter_context(_parallel_replace())
        to_grades(grades.head(slugs).encode())
        to_junit(junit.HEAD.encode())
        for row in rows:
            to_results(results.lines(row).encode())
            to_grades(grades.line(row).encode())
            to_junit(junit.suite(row).encode())
            name = name_of(row.student)
            names.add(name)
            replace(feedback_folder / f"{name}.txt", feedback.text(row).encode())
            replace(feedback_folder / f"{name}.json", feedback.as_json(row).encode())
            replace(gradescope_folder / f"{name}.json", gradescope.results(row).encode())
            counting.add(row)
            page.add(row)
        to_junit(junit.FOOT.encode())
    tally = counting.tally()
    atomic_files.replace(out / "summary.md", page.content(tally).encode())
    atomic_files.keep_only(feedback_folder, names, (".txt", ".json"))
    atomic_files.keep_only(gradescope_folder, names, (".json",))
    atomic_files.sync(out)
    return tally


@contextmanager
def _parallel_replace() -> Iterator[Callable[[Path, bytes], None]]:
    """`atomic_files.replace` in threads: with a few files per student, waiting for the disk one by one is slow."""
    pending: deque[Future[None]] = deque()

    def replace(path: Path, content: bytes) -> None:
        pending.append(pool.submit(atomic_files.replace, path, content))
        if len(pending) > _MAX_PENDING:
            pending.popleft().result()

    with ThreadPoolExecutor(_THREADS) as pool:
        yield replace
        while pending:
            pending.popleft().result()
