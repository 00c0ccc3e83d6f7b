"""Grade notebooks with otter-grader's own interface in one process: `python otter_loop.py ZIP NOTEBOOK ...`."""

import sys

from otter.api import grade_submission

archive, *notebooks = sys.argv[1:]
for notebook in notebooks:
    results = grade_submission(notebook, archive, quiet=True)
    assert results.total == results.possible, (notebook, results.total)
