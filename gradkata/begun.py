"""Whether a student has begun a kata: the one definition of it."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def is_begun(content: bytes, stub: bytes) -> bool:
    """Whether a file says anything else than the stub.

    A byte order mark, the kind of line ends, and blanks at the end do not count: editors change them on saving.
    """
    return _text(content) != _text(stub)


def _text(content: bytes) -> bytes:
    return content.removeprefix(_BYTE_ORDER_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip()
