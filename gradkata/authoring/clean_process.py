"""Draws a bank in a process that has loaded nothing else, so that it is the same wherever it is drawn.

The process limits the code of the author (`author_code.watched`).  The last line that it writes to its error output
says why there is no bank.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from gradkata import author_code
from gradkata.authoring.bank_builder import PUBLIC, made_by, make_bank
from gradkata.authoring.overruns import describe, lost
from gradkata.authoring.subject import Subject
from gradkata.catalog import Catalog, Collection
from gradkata.drawing.bank import Bank, BankError, load, save
from gradkata.isolation.environment import WANTED
from gradkata.loader import describe_error


class Drawing:
    """A process that draws a bank and has loaded nothing else; take its result, or cancel it."""

    def __init__(
        self, subject: Subject, seed: str = PUBLIC, fresh: int = 0, total: float | None = None
    ) -> None:
        self._subject = subject
        self._folder = tempfile.TemporaryDirectory()
        self._path, self._log = (Path(self._folder.name, name) for name in ("bank.json", "log"))
        own_path = [each for each in sys.path if each]  # last: a module in the current folder is not ours
        roots = [*map(str, subject.catalog.roots)]
        limits = [author_code.SECONDS, total]
        order = json.dumps([own_path, roots, subject.slug, seed, fresh, str(self._path), limits])
        code = (
            "import json, sys; path, *order = json.loads(sys.argv[1]); sys.path += path; "
            "from gradkata.authoring.clean_process import draw; draw(*order)"
        )
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", code, order],
                env={**os.environ, **WANTED},  # as judging has it: the last bit can decide what is drawn
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log,
            )  # fmt: skip

    def result(self) -> Bank:
        """The bank, when it is drawn.

        Raises:
            BankError: if it cannot be drawn.
        """
        try:
            code = self._process.wait()
            if not code and self._path.is_file():
                return load(self._path)
            output = self._log.read_text("utf-8", "replace")
            if code == 1 and output.strip():
                raise BankError(f"its bank cannot be drawn: {output.strip().splitlines()[-1]}")
            raise BankError(f"its bank cannot be drawn: {lost(code, output, self._subject.catalog.roots)}")
        finally:
            self.cancel()

    def cancel(self) -> None:
        """End the process, if it runs, and remove its files."""
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()


def draw_in_clean_process(
    subject: Subject, seed: str = PUBLIC, fresh: int = 0, total: float | None = None
) -> Bank:
    """The bank drawn by a process that has loaded nothing else; ``total`` limits its processor time.

    Raises:
        BankError: if it cannot be drawn.
    """
    return Drawing(subject, seed, fresh, total).result()


def draw(
    roots: list[str], slug: str, seed: str, fresh: int, path: str, limits: tuple[float, float | None]
) -> None:
    """Draw one bank and save it; this runs in the clean process, and its last line of errors says what is wrong."""
    subject = Subject(Catalog(tuple([Collection(Path(root)) for root in roots])), slug)
    seconds, total = limits
    try:
        with author_code.watched(seconds=seconds, total=total, waits=True, file=sys.stderr):
            wrong, truth, made = subject.wrong_answers, subject.truth, made_by(subject.sources())
            bank = make_bank(slug, subject.kata, truth, wrong, seed, fresh)
            save(replace(bank, made_by=made), Path(path))
    except author_code.Overrun as stop:
        sys.exit(_one_line(describe(subject, stop)[1]))
    except BankError as error:
        sys.exit(_one_line(str(error)))
    except MemoryError:
        sys.exit(f"it takes more than {author_code.memory_limit()}. Draw smaller input.")
    except Exception as error:
        sys.exit(_one_line(describe_error(error)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
