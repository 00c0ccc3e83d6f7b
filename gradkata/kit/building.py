"""Build a kit in memory: every file by its path, the same bytes at each run."""

import json
from collections.abc import Sequence

from gradkata.catalog import Catalog
from gradkata.kit.copying import NAME, sources
from gradkata.kit.inside.kit_command import LISTED
from gradkata.kit.inside.kit_data import dumps
from gradkata.kit.packing import task_of
from gradkata.kit.student_readme import readme
from gradkata.version import VERSION


def build(catalog: Catalog, slugs: Sequence[str]) -> dict[str, bytes]:
    """The files of a kit for the given katas, by path and in ascending order; the stubs are not among them.

    Raises:
        BankError: if a bank is missing, cannot be read or is older than its grader.
        LookupError: if a grader file declares no such kata.
    """
    texts = {**sources(), "README.md": readme(slugs, VERSION)}
    texts[f"{NAME}/data/{LISTED}"] = json.dumps(list(slugs), indent=1) + "\n"
    for slug in slugs:
        texts[f"{NAME}/data/{slug}.txt"] = dumps(task_of(catalog, slug))
    return {path: text.encode("utf-8") for path, text in sorted(texts.items())}
