"""Whether a student has begun a kata."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def is_begun(content: bytes, stub: bytes) -> bool:
    """Whether the content of a file differs from the stub.

    A byte order mark, the style of line endings and whitespace at the end of the file are ignored: editors change
    them on saving.
    """
    return _text(content) != _text(stub)


def _text(content: bytes) -> bytes:
    return content.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip()
