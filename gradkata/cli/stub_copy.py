"""A student's copy of a stub: its formulas are in plain characters, since an editor typesets no LaTeX."""

import re

from gradkata.catalog import Catalog
from gradkata.cli.latex import readable

_WIDTH = 100
_STATEMENT = re.compile(r'\A\s*([rR]?)"""(.*?)"""', re.DOTALL)
# In a string that is not raw: an escape sequence other than that of a backslash.
_OTHER_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?!\\)")


def student_copy(catalog: Catalog, slug: str) -> bytes:
    """Return the content of the file in which a student writes the answer to a kata.

    Raises:
        OSError: if the installed stub is missing.
    """
    stub = catalog.stub(slug).read_bytes()
    try:
        text = stub.decode("utf-8")
    except UnicodeDecodeError:
        return stub
    return _STATEMENT.sub(_in_plain_characters, text.replace("\r\n", "\n"), count=1).encode("utf-8")


def _in_plain_characters(found: re.Match[str]) -> str:
    text = found[2]
    if not found[1]:
        if _OTHER_ESCAPE.search(text):
            return found[0]
        text = text.replace("\\\\", "\\")
    return f'r"""{readable(text, _WIDTH, is_markdown=False)}"""'
