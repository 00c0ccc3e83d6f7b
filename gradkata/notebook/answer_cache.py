"""A cache of the answers in notebooks, so that each notebook is parsed only once."""

import json
from collections.abc import Set
from functools import lru_cache
from typing import Any

from gradkata.submissions.extract import Extract, extract
from gradkata.submissions.files import UnreadableError

_KEPT = 128


class AnswerCache:
    """The answers in notebooks; ``katas`` are the names of all functions of the catalog.

    A notebook is needed twice: when its answers are scheduled, and when nbgrader grades it.
    """

    def __init__(self, katas: Set[str]) -> None:
        self._katas = katas
        self._read_once = lru_cache(maxsize=_KEPT)(self._read)

    def of(self, nb: Any, name: str) -> Extract | str:
        """The answers in one notebook, or the reason why it cannot be read."""
        cells = [{"cell_type": each.cell_type, "source": each.source} for each in nb.cells]
        return self._read_once(json.dumps({"cells": cells}), f"{name}.ipynb")

    def _read(self, document: str, name: str) -> Extract | str:
        try:
            return extract(document.encode(), name, self._katas)
        except UnreadableError as error:
            return str(error)
