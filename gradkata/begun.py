"""Whether a student has begun a kata."""

import re

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_STATEMENT = re.compile(rb'\A\s*[rR]?"""(?:[^\\]|\\.)*?"""', re.DOTALL)


def is_begun(content: bytes, stub: bytes) -> bool:
    """Whether the content of a file differs from the stub.

    A byte order mark, the style of line endings and whitespace at the end of the file are ignored: editors change
    them on saving.  So is the statement at its beginning: an update of gradkata may word it differently, and in a
    student's copy its formulas are in plain characters.
    """
    return _text(content) != _text(stub)


def _text(content: bytes) -> bytes:
    text = content.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip()
    return _STATEMENT.sub(b"", text, count=1).strip()
