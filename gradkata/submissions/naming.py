"""Find the functions that a file defines, from its text alone."""

import re

_DEFINED = re.compile(rb"(?:async[ \t]+)?def[ \t]+(\w+)|(\w+)[ \t]*(?::[^=]*)?=(?!=)")
_BLOCK = re.compile(rb"(?:if|elif|else|try|except|finally|with)\b")


def defined(source: bytes) -> set[str]:
    """The names that a file seems to define or assign at its top level, or in an `if` or `try` there.

    It is read as text: a file that Python cannot read may still be meant for a kata.
    """
    names, in_block = set(), False
    for line in source.removeprefix(b"\xef\xbb\xbf").replace(b"\r", b"\n").split(b"\n"):
        statement = line.lstrip(b" \t\f")
        if not statement or statement.startswith((b"#", b")", b"]", b"}")):
            continue
        if statement is line or len(statement) == len(line):
            in_block = _BLOCK.match(statement) is not None
        elif not in_block:
            continue
        if found := _DEFINED.match(statement):
            names.add((found[1] or found[2]).decode("ascii", "replace"))
    return names
