"""Write the screens of docs/authors.md again: `python tests/collections/regenerate_authors.py`."""

import tempfile
from pathlib import Path

from authors_page import PAGE, executed

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        PAGE.write_text(executed(PAGE.read_text("utf-8"), Path(folder).resolve()), "utf-8")
